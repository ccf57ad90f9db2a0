import * as vscode from 'vscode';
import type { CommandArguments } from '../../../src/vscode/arguments';
import type { Insertion } from '../../../src/vscode/citer';
import { after } from './editors';
import { insert } from './extension';
import type { Project } from './project';
import { copyProject } from './project';

/** What a command did to a draft. */
export interface Cited {
  readonly project: Project;
  readonly document: vscode.TextDocument;
  readonly result: Insertion;
  /** The draft's lines that changed, as they are now. */
  readonly changed: readonly string[];
}

/**
 * Copies a folder of drafts and inserts a citation there, without showing the draft.
 *
 * @param behind - a text that stands once in the draft; the citation goes behind it
 */
export async function citeIn(
  folder: string,
  draft: string,
  behind: string,
  args: CommandArguments,
): Promise<Cited> {
  return citeInProject(await copyProject(folder), draft, behind, args);
}

/** As {@link citeIn}, in a project that is there already. */
export async function citeInProject(
  project: Project,
  draft: string,
  behind: string,
  args: CommandArguments,
  command: Parameters<typeof insert>[0] = 'insertCitation',
): Promise<Cited> {
  const document = await vscode.workspace.openTextDocument(project.uri(draft));
  const before = document.getText().split(/\r?\n/);
  const position = document.positionAt(after(document, behind));
  const result = await insert(command, { uri: document.uri, position, ...args });
  const changed = document
    .getText()
    .split(/\r?\n/)
    .filter((line) => !before.includes(line));
  return { project, document, result, changed };
}
