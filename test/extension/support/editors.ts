import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until';

/** Shows a draft in an editor. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: false });
}

/** The offset behind the only place where a text stands in a document. */
export function after(document: vscode.TextDocument, words: string): number {
  const text = document.getText();
  const start = text.indexOf(words);
  assert.ok(start >= 0, `the draft has "${words}"`);
  assert.equal(text.indexOf(words, start + 1), -1, `the draft has "${words}" once`);
  return start + words.length;
}

/** Puts the cursor behind a text. */
export function moveBehind(editor: vscode.TextEditor, words: string): void {
  const position = editor.document.positionAt(after(editor.document, words));
  editor.selection = new vscode.Selection(position, position);
}

/** Selects a text. */
export function select(editor: vscode.TextEditor, words: string): void {
  const end = after(editor.document, words);
  const { document } = editor;
  editor.selection = new vscode.Selection(document.positionAt(end - words.length), document.positionAt(end));
}

/** Types at the cursor, as a user does. */
export async function type(editor: vscode.TextEditor, text: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.insert(editor.selection.active, text)), 'the edit was applied');
}

/** Throws away what is unsaved and closes every editor. */
export async function closeEditors(): Promise<void> {
  // With tests, VS Code does not ask whether to save.
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const document of vscode.workspace.textDocuments) {
    if (document.isDirty) {
      await vscode.window.showTextDocument(document, { preview: false });
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  }
  await until(() => assert.deepEqual(vscode.window.visibleTextEditors, []));
}
