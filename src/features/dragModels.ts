import * as vscode from 'vscode';
import type { CatalogFile } from '../vscode/catalogFile';
import { modelsById } from '../vscode/arguments';
import type { ChooseTarget, Citer } from '../vscode/citer';
import { settingsFor } from '../vscode/configuration';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import type { CatalogNode } from './catalogTree';
import { citationAtPlace, worksOf } from './citePlan';
import { guideMimeType } from './dragGuide';

/** The type under which models travel from the tree to an editor; its value is a JSON list of model ids. */
const modelsMimeType = 'application/vnd.mmllm.models+json';

/** Puts the ids of the dragged models into the data transfer; of an entry of the guide its own, if no model is among them. */
export const dragFromTree: vscode.TreeDragAndDropController<CatalogNode> = {
  dragMimeTypes: [modelsMimeType, guideMimeType],
  dropMimeTypes: [],
  handleDrag(nodes, transfer) {
    const ids = nodes.flatMap((node) => (node.kind === 'model' ? [node.model.id] : []));
    const entries = nodes.flatMap((node) => (node.kind === 'guide' ? [node.entry.id] : []));
    if (ids.length > 0) {
      transfer.set(modelsMimeType, new vscode.DataTransferItem(JSON.stringify([...new Set(ids)])));
    } else if (entries.length > 0) {
      transfer.set(guideMimeType, new vscode.DataTransferItem(JSON.stringify([...new Set(entries)])));
    }
  },
};

/** Turns models dropped on a draft into a citation at that place, with their entries, as one step. */
export class DropModels implements vscode.DocumentDropEditProvider {
  static readonly kind = vscode.DocumentDropOrPasteEditKind.Empty.append('mmllm', 'citation');

  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly choose: ChooseTarget,
  ) {}

  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const ids = await transfer.get(modelsMimeType)?.asString();
    const syntax = draftSyntax(document);
    if (ids === undefined || !syntax || token.isCancellationRequested) {
      return undefined;
    }
    const catalog = await this.catalogFile.get();
    const works = worksOf(modelsById(catalog, JSON.parse(ids) as string[]), catalog);
    const form = settingsFor(document).citationForm;
    const place = { document, syntax, start: position, end: position };
    const plan = citationAtPlace(place, { works, form, notes: {} });
    const additionalEdit = await this.citer.edit(
      { document, syntax, works, plan, choose: this.choose },
      token,
    );
    if (!additionalEdit) {
      return undefined;
    }
    // The citation may join one that stands elsewhere on the line, so all edits are in the additional one.
    const edit = new vscode.DocumentDropEdit('', vscode.l10n.t('Cite Models'), DropModels.kind);
    edit.additionalEdit = additionalEdit;
    return edit;
  }
}

export function registerDropModels(provider: DropModels): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(draftSelector, provider, {
    dropMimeTypes: [modelsMimeType],
    providedDropEditKinds: [DropModels.kind],
  });
}
