import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import { paperUrl } from '../core/catalog/facts';
import type { PageAction, PageExtras, PageUses } from '../core/catalog/modelPage';
import { modelPage } from '../core/catalog/modelPage';
import { pipelineSvg } from '../core/catalog/pipelineSvg';
import type { Model } from '../core/catalog/types';
import { modelSections } from '../core/guide/modelSections';
import { modelUses } from '../core/library/modelUses';
import type { Library } from '../core/library/library';
import { fileName } from '../core/library/paths';
import { Lines } from '../core/navigation/lines';
import { commandAddress } from '../core/pages/markdown';
import { exportWorks } from '../core/writing/export';
import { commands } from '../ids';
import { modelsById } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { DraftCitations } from '../vscode/draftCitations';
import type { GuideFile } from '../vscode/guideFile';
import type { ActiveDraft } from '../vscode/drafts';
import { draftSyntax } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';
import { catalogLanguage } from '../vscode/language';
import type { Page, PageKind } from '../vscode/pages';
import { pageUri } from '../vscode/pages';
import { dataUri, pictureTheme } from '../vscode/theme';
import { linkedContext } from './guidePages';
import { factLabel, shownValue } from './labels';
import { placeAddress } from './openPlace';

const name = 'model';

/** The pages on the catalog's models; `id` is the model's. */
export class ModelPages implements PageKind {
  readonly name = name;

  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
    private readonly library: Library,
    private readonly citations: DraftCitations,
    private readonly active: ActiveDraft,
    readonly onDidChange: vscode.Event<unknown>,
  ) {}

  async render(id: string, token: vscode.CancellationToken): Promise<string> {
    const catalog = await this.catalogFile.get();
    const model = modelOf(catalog, id);
    const uses = await this.#uses(model, token);
    const sections = modelSections(model, linkedContext(catalog, await this.guideFile.get()));
    return page(catalog, model, { actions: actions(catalog, model), sections, ...(uses && { uses }) });
  }

  /** What can only be done on the rendered page is left out. */
  async source(id: string): Promise<string> {
    const catalog = await this.catalogFile.get();
    const model = modelOf(catalog, id);
    const context = linkedContext(catalog, await this.guideFile.get());
    return page(catalog, model, {
      sections: modelSections(model, { ...context, address: () => undefined }),
    });
  }

  async #uses(model: Model, token: vscode.CancellationToken): Promise<PageUses | undefined> {
    const draft = this.active.document;
    const syntax = draft && draftSyntax(draft);
    if (!syntax) {
      return undefined;
    }
    const library = await openLibrary(this.library, draft, syntax, token);
    const parts = await this.citations.of(draft, library, token);
    return {
      draft: fileName(draft.uri.toString()),
      files: parts.flatMap(({ uri, text, groups }) => {
        const ranges = modelUses(model, groups, library);
        const places = new Lines(ranges.length > 0 ? text : '');
        const lines = ranges.map((range) => ({
          line: places.positionAt(range.start).line + 1,
          address: placeAddress(uri, range),
        }));
        return lines.length > 0 ? [{ name: fileName(uri), lines }] : [];
      }),
      texts: {
        cited: vscode.l10n.t('Cited in {0}: {1}'),
        notCited: vscode.l10n.t('Not cited in {0}.'),
        line: vscode.l10n.t('line {0}'),
        more: vscode.l10n.t('and {0} more'),
      },
    };
  }
}

/** A model's page. */
export function modelPageOf({ id, name: title }: Pick<Model, 'id' | 'name'>): Page {
  return { kind: name, id, title };
}

/** The address of a model's page as a document. */
export function modelPageUri(model: Pick<Model, 'id' | 'name'>): vscode.Uri {
  return pageUri(modelPageOf(model));
}

function modelOf(catalog: Catalog, id: string): Model {
  const [model] = modelsById(catalog, [id]);
  if (!model) {
    throw new Error(vscode.l10n.t('The catalog has no model with the id "{0}".', id));
  }
  return model;
}

/** What can be done with a model, in the order of its menu in the tree. */
function actions(catalog: Catalog, model: Model): PageAction[] {
  const action = (label: string, command: string): PageAction => ({
    label,
    address: commandAddress(command, { ids: [model.id], ask: true }),
  });
  return [
    action(vscode.l10n.t('Insert Citation'), commands.insertCitation),
    action(vscode.l10n.t('Insert Summary'), commands.insertSummary),
    action(vscode.l10n.t('Add to Bibliography'), commands.addToBibliography),
    action(vscode.l10n.t('Copy BibTeX'), commands.copyBibtex),
    ...(paperUrl(catalog.workOf(model)) === undefined
      ? []
      : [action(vscode.l10n.t('Open Paper'), commands.openPaper)]),
    ...(model.links.code === undefined ? [] : [action(vscode.l10n.t('Open Code'), commands.openCode)]),
  ];
}

function page(catalog: Catalog, model: Model, extras: PageExtras): string {
  const work = catalog.workOf(model);
  const picture = dataUri(pipelineSvg(model, { theme: pictureTheme() }));
  return modelPage(
    model,
    work,
    picture,
    exportWorks([work], 'bibtex'),
    {
      label: factLabel,
      value: shownValue,
      picture: vscode.l10n.t('Architecture of {0}', model.name),
      fact: vscode.l10n.t('Fact'),
      known: vscode.l10n.t('What is known'),
      source: vscode.l10n.t('Source'),
      reference: vscode.l10n.t('Reference'),
      doubt: vscode.l10n.t('Doubtful'),
      language: catalogLanguage(),
    },
    extras,
  );
}
