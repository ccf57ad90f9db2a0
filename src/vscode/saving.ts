import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';

/**
 * Saves a bibliography, so that LaTeX and pandoc see a new entry.
 *
 * @throws Error if the file cannot be written; the entry then stands in the unsaved editor
 */
export async function saveBibliography(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (!document.isDirty || (await document.save())) {
    return;
  }
  await vscode.window.showTextDocument(document, { preview: false, preserveFocus: true });
  throw new Error(
    vscode.l10n.t(
      '{0} could not be saved. The new entry is in its editor, unsaved.',
      fileName(uri.toString()),
    ),
  );
}

/** Saves a bibliography once it has been changed by VS Code itself, as after a drop. */
export function saveAfterNextChange(uri: vscode.Uri): void {
  const stop = (): void => {
    clearTimeout(timeout);
    subscription.dispose();
  };
  const timeout = setTimeout(stop, 10_000);
  const subscription = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && document.uri.toString() === uri.toString()) {
      stop();
      void saveBibliography(uri);
    }
  });
}
