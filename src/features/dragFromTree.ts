import * as vscode from 'vscode';
import { contentOf } from '../core/guide/content';
import type { Place } from '../vscode/arguments';
import { modelsById } from '../vscode/arguments';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, CiteRequest } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import type { GuideFile } from '../vscode/guideFile';
import type { CatalogNode } from './catalogTree';
import { citationAtPlace, worksOf } from './citePlan';
import { contentRequest, formsFor } from './insertFromGuide';

/** The types under which models and entries of the guide travel from the tree to an editor; their values are JSON lists of ids. */
const mimeTypes = {
  models: 'application/vnd.mmllm.models+json',
  guide: 'application/vnd.mmllm.guide+json',
} as const;

/** Puts the ids of the dragged models into the data transfer; those of entries of the guide, if no model is among them. */
export const dragFromTree: vscode.TreeDragAndDropController<CatalogNode> = {
  dragMimeTypes: Object.values(mimeTypes),
  dropMimeTypes: [],
  handleDrag(nodes, transfer) {
    const models = nodes.flatMap((node) => (node.kind === 'model' ? [node.model.id] : []));
    const entries = nodes.flatMap((node) => (node.kind === 'guide' ? [node.entry.id] : []));
    const [type, ids] =
      models.length > 0 ? ([mimeTypes.models, models] as const) : ([mimeTypes.guide, entries] as const);
    if (ids.length > 0) {
      transfer.set(type, new vscode.DataTransferItem(JSON.stringify([...new Set(ids)])));
    }
  },
};

/** What becomes of things of one type that are dropped on a draft. */
interface Drop {
  readonly type: string;
  readonly label: string;
  readonly kind: vscode.DocumentDropOrPasteEditKind;
  /** `undefined` if there is nothing to write. */
  readonly request: (ids: readonly string[], place: Place) => Promise<CiteRequest | undefined>;
}

/** Models become a citation at the place. */
export function dropModels(catalogFile: CatalogFile, choose: ChooseTarget): Drop {
  return {
    type: mimeTypes.models,
    label: vscode.l10n.t('Cite Models'),
    kind: vscode.DocumentDropOrPasteEditKind.Empty.append('mmllm', 'citation'),
    request: async (ids, place) => {
      const catalog = await catalogFile.get();
      const works = worksOf(modelsById(catalog, ids), catalog);
      const form = settingsFor(place.document).citationForm;
      return { ...place, works, plan: citationAtPlace(place, { works, form, notes: {} }), choose };
    },
  };
}

/** An entry of the guide takes its usual form; of several the first that has one, as their forms do not go together. */
export function dropGuide(catalogFile: CatalogFile, guideFile: GuideFile, choose: ChooseTarget): Drop {
  return {
    type: mimeTypes.guide,
    label: vscode.l10n.t('Insert from Guide'),
    kind: vscode.DocumentDropOrPasteEditKind.Empty.append('mmllm', 'guide'),
    request: async (ids, place) => {
      const [catalog, guide] = await Promise.all([catalogFile.get(), guideFile.get()]);
      const entries = ids.flatMap((id) => guide.entry(id) ?? []);
      const entry = entries.find((each) => formsFor(each, place).length > 0);
      const [form] = entry ? formsFor(entry, place) : [];
      const content = entry && form && contentOf(entry, form, guide, catalog);
      return content && contentRequest(content, catalog, place, choose);
    },
  };
}

/** Writes what is dropped on a draft, and the entries that it needs, as one step. */
class DropFromTree implements vscode.DocumentDropEditProvider {
  constructor(
    private readonly citer: Citer,
    private readonly drop: Drop,
  ) {}

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const { type, label, kind, request } = this.drop;
    const ids = await transfer.get(type)?.asString();
    const syntax = draftSyntax(document);
    if (ids === undefined || !syntax || token.isCancellationRequested) {
      return undefined;
    }
    const place = { document, syntax, start: position, end: position };
    const wanted = await request(JSON.parse(ids) as string[], place);
    const additionalEdit = wanted && (await this.citer.edit(wanted, token));
    if (!additionalEdit) {
      return undefined;
    }
    // A citation may join another on the line, a table goes behind the paragraph: all edits are in the additional one.
    const edit = new vscode.DocumentDropEdit('', label, kind);
    edit.additionalEdit = additionalEdit;
    return edit;
  }
}

export function registerDrops(citer: Citer, drops: readonly Drop[]): vscode.Disposable {
  return vscode.Disposable.from(
    ...drops.map((drop) =>
      vscode.languages.registerDocumentDropEditProvider(draftSelector, new DropFromTree(citer, drop), {
        dropMimeTypes: [drop.type],
        providedDropEditKinds: [drop.kind],
      }),
    ),
  );
}
