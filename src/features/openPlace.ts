import * as vscode from 'vscode';
import type { Workspace } from '../core/library/workspace';
import { Lines } from '../core/navigation/lines';
import { commandAddress } from '../core/pages/markdown';
import type { TextRange } from '../core/text';
import { commands, settings } from '../ids';

/** The address of a file in a page, at a range of its text, which is read as the library reads it. */
export function placeAddress(uri: string, range?: TextRange): string {
  return commandAddress(commands.openPlace, { uri, ...range });
}

export function settingAddress(name: string): string {
  return commandAddress(commands.openSetting, name);
}

export function problemsAddress(): string {
  return commandAddress(commands.openProblems, {});
}

/**
 * Shows a file, in its own group if it is on screen, and selects a range given in UTF-16 units of the text as it was read.
 *
 * @throws Error if the argument does not name a file and a range
 */
export async function openPlace(argument: unknown, files: Workspace): Promise<void> {
  const { uri, start, end } = placeOf(argument);
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
  const token = { isCancellationRequested: false };
  // Offsets count line breaks and a BOM as they are in the file, which an editor changes; lines are the same.
  const lines = new Lines((await files.readText(uri.toString(), token)) ?? document.getText());
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  await vscode.window.showTextDocument(document, {
    selection: new vscode.Range(from.line, from.character, to.line, to.character),
    ...(editor?.viewColumn !== undefined && { viewColumn: editor.viewColumn }),
  });
}

/** Shows one of the extension's settings. */
export async function openSetting(name: unknown): Promise<void> {
  const known = Object.values(settings).map((each) => `${settings.section}.${each}`);
  if (typeof name !== 'string' || !known.includes(name)) {
    throw new Error(vscode.l10n.t('There is no setting {0}.', String(name)));
  }
  await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${name}`);
}

export async function openProblems(): Promise<void> {
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

interface Place extends TextRange {
  readonly uri: vscode.Uri;
}

function placeOf(argument: unknown): Place {
  const {
    uri,
    start = 0,
    end = start,
  } = (typeof argument === 'object' && argument !== null ? argument : {}) as Partial<
    Record<'uri' | 'start' | 'end', unknown>
  >;
  const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
  const parsed = typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
  if (!parsed || !isFile(parsed) || !isOffset(start) || !isOffset(end) || end < start) {
    throw new Error(vscode.l10n.t('This is not a place in a file: {0}', JSON.stringify(argument)));
  }
  return { uri: parsed, start, end };
}

/** Whether an address is that of a file or of an open document, and not of something that would be started. */
function isFile(uri: vscode.Uri): boolean {
  return (
    vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== undefined ||
    vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())
  );
}
