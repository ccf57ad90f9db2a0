import * as vscode from 'vscode';
import type { TextEdit } from '../core/text';
import { applyEdits } from '../core/text';

/** All edits of one file that belong to a change. */
export interface FileChange {
  readonly uri: vscode.Uri;
  /** Ranges refer to the document's current text. */
  readonly edits: readonly TextEdit[];
  /** The file does not exist yet; its whole content comes from `edits`. */
  readonly create?: boolean;
}

/**
 * Builds the edit that makes several files change as one step, which one undo takes back without a question.
 *
 * New files come first and with their content. VS Code undoes the parts of such a step one by one, and the text of a file
 * that no editor shows could not be undone by itself.
 */
export async function buildEdit(changes: readonly FileChange[]): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  const merged = mergeByFile(changes);
  for (const { uri, edits } of merged.filter(({ create }) => create === true)) {
    edit.createFile(uri, { contents: new TextEncoder().encode(applyEdits('', edits)) });
  }
  for (const change of merged.filter(({ create }) => create !== true)) {
    edit.set(change.uri, await toVscodeEdits(change));
  }
  return edit;
}

/**
 * Applies changes of several files as one step.
 *
 * @throws Error if VS Code refuses the edit, e.g. because a document changed meanwhile; then nothing is changed
 */
export async function applyChanges(changes: readonly FileChange[]): Promise<void> {
  const edit = await buildEdit(changes);
  // VS Code says that it could not apply an edit that changes nothing; an edit's own size leaves out new files.
  const isEmpty = changes.every(({ edits }) => edits.length === 0);
  if (!isEmpty && !(await vscode.workspace.applyEdit(edit))) {
    throw new Error(
      vscode.l10n.t('VS Code could not apply the change, so nothing was changed. Please try again.'),
    );
  }
}

/** Whether the user may change a file, or create it if it does not exist. */
export async function isWritable(uri: vscode.Uri): Promise<boolean> {
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) {
    return false;
  }
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions !== vscode.FilePermission.Readonly;
  } catch {
    return true;
  }
}

function mergeByFile(changes: readonly FileChange[]): FileChange[] {
  const byUri = new Map<string, FileChange>();
  for (const change of changes) {
    const uri = change.uri.toString();
    const known = byUri.get(uri);
    byUri.set(uri, known ? { ...known, edits: [...known.edits, ...change.edits] } : change);
  }
  return [...byUri.values()].filter((change) => change.edits.length > 0);
}

async function toVscodeEdits(change: FileChange): Promise<vscode.TextEdit[]> {
  const document = await vscode.workspace.openTextDocument(change.uri);
  return change.edits.map(({ range, newText }) =>
    vscode.TextEdit.replace(
      new vscode.Range(document.positionAt(range.start), document.positionAt(range.end)),
      newText,
    ),
  );
}

/** Puts the cursor of an editor behind what was inserted. */
export function moveCursor(editor: vscode.TextEditor, cursor: vscode.Position): void {
  const wanted = new vscode.Selection(cursor, cursor);
  // Mostly the edit has moved it there; by the time it is moved again, the user may have typed the next letter.
  if (!editor.selection.isEqual(wanted)) {
    editor.selection = wanted;
    editor.revealRange(wanted);
  }
}
