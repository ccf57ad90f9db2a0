import * as vscode from 'vscode';
import { exportName } from '../core/exportName';

/**
 * Asks where to save an export, saves and shows it.
 *
 * @param name - suggested, beside the first folder's files; any text
 * @param ending - of the file's name, with its dot
 * @returns where it was saved; `undefined` if the user cancelled
 */
export async function saveExport(
  name: string,
  ending: '.csv' | '.svg',
  content: string,
): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, exportName(name, ending)) }),
  });
  if (uri) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  }
  return uri;
}
