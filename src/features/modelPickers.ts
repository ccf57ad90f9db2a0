import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import type { CitationForm } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { fileName } from '../core/library/paths';
import type { Place } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { Citer } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { Queries } from '../vscode/queries';
import { citationAtPlace, worksOf } from './citePlan';
import type { Choice, PickerSource } from './modelPickerOptions';
import { ModelPicker } from './modelPicker';
import { queryRows } from './queryRows';

/** How many rows a list shows: more are slow in VS Code and nobody scrolls through them. */
const rowLimit = 100;

/** Finds models while the empty picker is on screen already. */
export type ChosenModels = (token: vscode.CancellationToken) => Promise<readonly Model[]>;

export interface PickerActions {
  readonly openPaper: (model: Model) => void;
  readonly openDetails: (model: Model) => void;
}

/** Opens the model pickers of the commands, one at a time. */
export class ModelPickers {
  #current: ModelPicker | undefined;

  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly queries: Queries,
    private readonly citer: Citer,
    private readonly actions: PickerActions,
  ) {}

  /** The picker that is open, for the commands that act on it. */
  get current(): ModelPicker | undefined {
    return this.#current;
  }

  pickForCitation(place: Place, form: CitationForm, askNotes: boolean): Promise<Choice | undefined> {
    const title = vscode.l10n.t('Cite in {0}', fileName(place.document.uri.toString()));
    return this.#show(place, title, form, { forms: true, askNotes });
  }

  /** Without a place the picker knows no draft, e.g. for copying. */
  pick(title: string, place?: Place): Promise<Choice | undefined> {
    return this.#show(place, title, 'parenthetical', { forms: false, askNotes: false });
  }

  /** @param chosen - finds the models that are ticked from the start */
  pickFrom(title: string, chosen: ChosenModels): Promise<Choice | undefined> {
    return this.#show(undefined, title, 'parenthetical', { forms: false, askNotes: false }, chosen);
  }

  /** The best models for a query, all for an empty one. Without limit all that it finds. */
  async search(query: string, limit?: number): Promise<readonly Model[]> {
    return (await this.queries.get())
      .run(query, { ...(limit !== undefined && { limit }) })
      .hits.map(({ model }) => model);
  }

  async #show(
    place: Place | undefined,
    title: string,
    form: CitationForm,
    options: { forms: boolean; askNotes: boolean },
    chosen: ChosenModels = () => Promise.resolve([]),
  ): Promise<Choice | undefined> {
    const picker = new ModelPicker({
      ...this.actions,
      title,
      form,
      ...options,
      load: (token) => this.#source(place, chosen, token),
    });
    this.#current = picker;
    try {
      return await picker.show();
    } finally {
      this.#current = undefined;
      picker.dispose();
    }
  }

  async #source(
    place: Place | undefined,
    chosenModels: ChosenModels,
    token: vscode.CancellationToken,
  ): Promise<PickerSource> {
    const [catalog, queries, library, chosen] = await Promise.all([
      this.catalogFile.get(),
      this.queries.get(),
      place && this.citer.open(place.document, place.syntax, token),
      chosenModels(token),
    ]);
    return {
      chosen,
      search: (query) => {
        const limit = query.trim() === '' ? catalog.models.length : rowLimit;
        const result = queries.run(query, { limit });
        return { models: result.hits.map(({ model }) => model), about: queryRows(queries, query, result) };
      },
      workOf: (model) => catalog.workOf(model),
      stateOf: (model) => library && stateOf(library, catalog, model),
      preview: (choice) => (place && library ? previewOf(place, library, catalog, choice) : ''),
    };
  }
}

function stateOf(library: DraftLibrary, catalog: Catalog, model: Model): string | undefined {
  const found = library.entryOf(catalog.workOf(model));
  return found && vscode.l10n.t('in {0} as {1}', fileName(found.index.uri), found.entry.key);
}

function previewOf(place: Place, library: DraftLibrary, catalog: Catalog, choice: Choice): string {
  const works = worksOf(choice.models, catalog);
  const planned = citationAtPlace(place, { works, form: choice.form, notes: choice.notes })({
    text: place.document.getText(),
    syntax: library.discovery.syntax,
    preamble: library.preamble,
    options: { extraCommands: settingsFor(place.document).citeCommands },
    keyOf: (work) => library.entryOf(work)?.entry.key ?? work.key,
  });
  const missing = works.filter((work) => !library.entryOf(work)).length;
  const target = library.target && fileName(library.target.uri);
  return missing === 0 || target === undefined
    ? planned.inserted
    : `${planned.inserted} → ${vscode.l10n.t('{0} new in {1}', missing, target)}`;
}
