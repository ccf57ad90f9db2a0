import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { CommandArguments, Place } from '../vscode/arguments';
import { modelsById, placeOf } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, Insertion } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import type { ActiveDraft } from '../vscode/drafts';
import { citationAtPlace, worksOf } from './citePlan';
import type { Choice } from './modelPickerOptions';
import type { ModelPickers } from './modelPickers';
import type { Notes } from './notes';

/** Inserts citations of models: of those a caller or the tree names, else of those the user picks. */
export class InsertCitation {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly active: ActiveDraft,
    private readonly pickers: ModelPickers,
  ) {}

  /**
   * @param args - with `ids` or `keys` the models are not asked for
   * @param choose - decides where entries go if the draft does not say
   * @param askNotes - whether to ask for words before and after once the models are chosen
   * @returns what was done; `undefined` if the user cancelled
   * @throws Error with a message for the user
   */
  async run(args: CommandArguments, choose: ChooseTarget, askNotes = false): Promise<Insertion | undefined> {
    const place = await placeOf(args, this.active);
    const form = args.form ?? settingsFor(place.document).citationForm;
    if (args.ids ?? args.keys) {
      const catalog = await this.catalogFile.get();
      const choice = { models: modelsById(catalog, args.ids ?? []), form, notes: notesOf(args) };
      return this.#insert(place, catalog, choice, args.keys ?? [], choose);
    }
    const choice = await this.pickers.pickForCitation(place, form, askNotes);
    if (!choice) {
      return undefined;
    }
    // While the picker was open the draft may have changed, or another tab may have come before it.
    return this.#insert(await placeOf(args, this.active), await this.catalogFile.get(), choice, [], choose);
  }

  async #insert(
    place: Place,
    catalog: Catalog,
    choice: Choice,
    keys: readonly string[],
    choose: ChooseTarget,
  ): Promise<Insertion | undefined> {
    const source = new vscode.CancellationTokenSource();
    try {
      const library = await this.citer.open(place.document, place.syntax, source.token);
      const works = worksOf(choice.models, catalog);
      const others: string[] = [];
      for (const key of keys) {
        // A key of the draft's own bibliography means that entry, even where the catalog has the same key.
        const { entry, work } = library.resolve(key);
        if (work && !entry) {
          works.push(work);
        } else {
          others.push(key);
        }
      }
      const plan = citationAtPlace(place, { works, keys: others, form: choice.form, notes: choice.notes });
      const done = await this.citer.insert({ ...place, works, plan, choose }, source.token);
      return done && { ...done, keys: [...done.keys, ...others] };
    } finally {
      source.dispose();
    }
  }
}

function notesOf({ prenote, postnote }: CommandArguments): Notes {
  return { ...(prenote && { prenote }), ...(postnote && { postnote }) };
}
