import * as vscode from 'vscode';
import { contentOf } from '../core/guide/content';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer } from '../vscode/citer';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import type { GuideFile } from '../vscode/guideFile';
import { contentRequest, formsFor } from './insertFromGuide';

/** The type under which entries of the guide travel from the tree to an editor; its value is a JSON list of their ids. */
export const guideMimeType = 'application/vnd.mmllm.guide+json';

/** Turns an entry of the guide dropped on a draft into its usual form, with its citations and their entries, as one step. */
export class DropGuide implements vscode.DocumentDropEditProvider {
  static readonly kind = vscode.DocumentDropOrPasteEditKind.Empty.append('mmllm', 'guide');

  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly guideFile: GuideFile,
    private readonly citer: Citer,
    private readonly choose: ChooseTarget,
  ) {}

  /** Of several entries the first that has anything to insert: their forms do not go together. */
  async provideDocumentDropEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    transfer: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentDropEdit | undefined> {
    const ids = await transfer.get(guideMimeType)?.asString();
    const syntax = draftSyntax(document);
    if (ids === undefined || !syntax || token.isCancellationRequested) {
      return undefined;
    }
    const [catalog, guide] = await Promise.all([this.catalogFile.get(), this.guideFile.get()]);
    const place = { document, syntax, start: position, end: position };
    const entries = (JSON.parse(ids) as string[]).flatMap((id) => guide.entry(id) ?? []);
    const entry = entries.find((each) => formsFor(each, place).length > 0);
    const [form] = entry ? formsFor(entry, place) : [];
    const content = entry && form && contentOf(entry, form, guide, catalog);
    if (!content) {
      return undefined;
    }
    const request = contentRequest(content, catalog, place, this.choose);
    const additionalEdit = await this.citer.edit(request, token);
    if (!additionalEdit) {
      return undefined;
    }
    // Tables go behind the paragraph of the place, so that all edits are in the additional one.
    const edit = new vscode.DocumentDropEdit('', vscode.l10n.t('Insert from Guide'), DropGuide.kind);
    edit.additionalEdit = additionalEdit;
    return edit;
  }
}

export function registerDropGuide(provider: DropGuide): vscode.Disposable {
  return vscode.languages.registerDocumentDropEditProvider(draftSelector, provider, {
    dropMimeTypes: [guideMimeType],
    providedDropEditKinds: [DropGuide.kind],
  });
}
