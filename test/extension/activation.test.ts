import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('activates and hands out its version', async () => {
    const extension = vscode.extensions.getExtension<{ version: string }>('mm-llm.mm-llm-catalog');
    assert.ok(extension, 'VS Code knows the extension');
    const api = await extension.activate();
    assert.equal(api.version, (extension.packageJSON as { version: string }).version);
    assert.ok(Object.isFrozen(api), 'callers cannot change it');
  });

  it('has a host that finds files and reads them', async () => {
    const found = await vscode.workspace.findFiles('**/*', undefined, 1);
    assert.equal(found.length, 1, 'the drafts are in the workspace');
    const bytes = await vscode.workspace.fs.readFile(found[0]!);
    assert.ok(bytes.length > 0, 'a draft has content');
  });
});
