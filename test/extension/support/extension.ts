import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MmLlmCatalogApi } from '../../../src/api';
import type { CommandArguments } from '../../../src/vscode/arguments';
import type { Insertion } from '../../../src/vscode/citer';

/** What another extension gets. */
export async function api(): Promise<MmLlmCatalogApi> {
  const extension = vscode.extensions.getExtension<MmLlmCatalogApi>('mm-llm.mm-llm-catalog');
  assert.ok(extension, 'VS Code knows the extension');
  return extension.activate();
}

/** Calls a command as a keybinding or another extension does. */
export async function run(command: string, args?: unknown): Promise<unknown> {
  return vscode.commands.executeCommand(`mmllm.${command}`, args);
}

/** Inserts by one of the commands that answer with what they did. */
export async function insert(
  command: 'insertCitation' | 'insertTextualCitation' | 'insertSummary' | 'addToBibliography',
  args: CommandArguments,
): Promise<Insertion> {
  const result = await run(command, args);
  assert.ok(result, 'the command says what it did');
  return result as Insertion;
}

/** Sets a setting for the workspace; returns how to take it back. */
export async function configure(name: string, value: unknown): Promise<() => Promise<void>> {
  const set = async (to: unknown): Promise<void> => {
    await vscode.workspace.getConfiguration('mmllm').update(name, to, vscode.ConfigurationTarget.Workspace);
  };
  await set(value);
  return () => set(undefined);
}
