import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../host/drafts';
import type { Workbench } from './workbench';

/**
 * Puts a copy of a project of test/drafts/workspace into the folder that a window has open, so that tests that share a
 * window do not share drafts.
 *
 * @param project folder below test/drafts/workspace
 * @param folder of the copy, below the window's folder
 */
export async function addProject(workbench: Workbench, project: string, folder: string): Promise<void> {
  await cp(join(root, 'test', 'drafts', 'workspace', project), join(workbench.folder, folder), {
    recursive: true,
  });
}

/** Counts how often a text occurs in another. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
