import * as vscode from 'vscode';

/** Mocha's options in every host. The time limit is for the slowest one: a server seen through a browser. */
export function options(): Mocha.MochaOptions {
  const grep = process.env.MOCHA_GREP;
  return { ui: 'bdd', reporter: 'spec', timeout: 30_000, color: true, ...(grep ? { grep } : {}) };
}

/** One line at the head of the output: where the tests run. Waits until the workspace folder is there. */
export async function describeRun(host: string): Promise<string> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) {
    throw new Error('The extension tests need the test drafts as workspace folder, but no folder is open.');
  }
  await vscode.workspace.fs.stat(folder.uri);
  return `VS Code ${vscode.version}, ${host}, ${folder.uri.toString()}`;
}
