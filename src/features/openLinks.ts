import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import { paperUrl } from '../core/catalog/facts';
import { partAt } from '../vscode/draftFiles';

/** @throws Error if the model's paper has no address */
export async function openPaper(model: Model, catalog: Catalog): Promise<void> {
  const link = paperUrl(catalog.workOf(model));
  if (link === undefined) {
    throw new Error(vscode.l10n.t('No address is known for the paper of {0}.', model.name));
  }
  await openWebPage(link);
}

/** @throws Error if the model's code has no known address */
export async function openCode(model: Model): Promise<void> {
  if (model.links.code === undefined) {
    throw new Error(vscode.l10n.t('No public code is known for {0}.', model.name));
  }
  await openWebPage(model.links.code);
}

/** Opens a web page in the user's browser; other schemes are refused, as they could start programs. */
export async function openWebPage(link: string): Promise<void> {
  const uri = vscode.Uri.parse(link, true);
  if (uri.scheme !== 'https' && uri.scheme !== 'http') {
    throw new Error(vscode.l10n.t('{0} is not the address of a web page.', link));
  }
  await vscode.env.openExternal(uri);
}

/** Shows a place of a bibliography: `offset` counts UTF-16 units from the file's start. */
export async function openEntry({ uri, offset }: { uri: string; offset: number }): Promise<void> {
  const part = partAt(uri, { start: offset, end: offset });
  const document = part?.document ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)));
  const position = document.positionAt(part?.range.start ?? offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
