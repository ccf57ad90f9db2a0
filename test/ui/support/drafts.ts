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

/**
 * Saves until a file has a content. More than once, because VS Code saves editors only, and shows a file that was
 * changed without one in an editor some time later.
 */
export async function becomes(workbench: Workbench, path: string, content: string): Promise<void> {
  await workbench.until(`${path} is as expected`, async () => {
    await workbench.saveAll();
    return (await workbench.readFile(path)) === content;
  });
}

/** Counts how often a text occurs in another. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
