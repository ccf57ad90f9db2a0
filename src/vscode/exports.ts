import * as vscode from 'vscode';

/**
 * Asks where to save an export, saves and shows it.
 *
 * @param name - suggested, beside the first folder's files
 * @returns where it was saved; `undefined` if the user cancelled
 */
export async function saveExport(name: string, content: string): Promise<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const uri = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, name.replaceAll(/[\\/:*?"<>|]/g, '-')) }),
  });
  if (uri) {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  }
  return uri;
}
