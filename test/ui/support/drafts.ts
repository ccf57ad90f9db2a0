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

/** Waits until a bibliography on disk has an entry, and VS Code has noticed that it has written it. */
export async function entrySaved(workbench: Workbench, path: string, key: string): Promise<void> {
  await workbench.until(`${path} has ${key}`, async () => {
    const content = await workbench.readFile(path).catch(() => '');
    return new RegExp(`^@\\w+\\{${key},`, 'm').test(content);
  });
  // An undo that meets VS Code still saving is undone by VS Code when it finds the file changed.
  await workbench.page.waitForTimeout(500);
}

/**
 * Cites a model as a user does: presses the keys (or runs a command), types, and takes the first row with Enter.
 *
 * @param next `goes on` if the command asks something else then
 */
export async function cite(
  workbench: Workbench,
  query: string,
  model: string,
  command?: string,
  next: 'closes' | 'goes on' = 'closes',
): Promise<void> {
  const { quickInput } = workbench;
  if (command === undefined) {
    await workbench.press('Alt+Shift+C');
  } else {
    await workbench.runCommand(command);
    await quickInput.title.waitFor();
  }
  await quickInput.input.waitFor();
  await workbench.page.keyboard.type(query);
  await workbench.until(`${model} is found first`, async () => (await quickInput.labels())[0] === model);
  await quickInput.settled();
  await quickInput.accept(next);
}

/** Counts how often a text occurs in another. */
export function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}
