import { loadTests } from 'extension-tests';
import * as vscode from 'vscode';

/**
 * Mocha's options in every host. The time limit is for the slowest one: a server seen through a browser. A test that fails is
 * tried once more, because watchers and saving have their own times; that is printed, so that it does not go unseen.
 */
export function options(): Mocha.MochaOptions {
  const grep = process.env.MOCHA_GREP;
  return { ui: 'bdd', reporter: 'spec', timeout: 30_000, retries: 1, color: true, ...(grep ? { grep } : {}) };
}

/**
 * Loads and runs the tests, and prints what happens.
 *
 * @param mocha whose `describe` and `it` are global already
 * @param host named in the first line of the output
 * @throws when a test fails or a test file cannot be loaded, which is how VS Code learns of it
 */
export async function runTests(mocha: Mocha | BrowserMocha, host: string): Promise<void> {
  let failures: number;
  try {
    console.log(`VS Code ${vscode.version}, ${host}, ${(await openFolder()).toString()}`);
    loadTests();
    failures = await new Promise<number>((resolve) => {
      mocha.run(resolve).on('retry', (test: Mocha.Test, error: Error) => {
        console.log(`once more: ${test.fullTitle()}: ${error.message}`);
      });
    });
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    throw error;
  }
  if (failures > 0) {
    throw new Error(`${failures} extension tests failed`);
  }
}

/** The folder with the drafts; in a browser it is there when its file system has been asked. */
async function openFolder(): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('The extension tests need the test drafts as workspace folder, but no folder is open.');
  }
  await vscode.workspace.fs.stat(folder.uri);
  return folder.uri;
}
