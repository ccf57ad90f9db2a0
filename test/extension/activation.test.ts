import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commands } from '../../src/ids';
import { api } from './support/extension';

describe('the extension', () => {
  it('activates and hands out its version', async () => {
    const extension = vscode.extensions.getExtension('mm-llm.mm-llm-catalog');
    assert.ok(extension, 'VS Code knows the extension');
    const { version } = await api();
    assert.equal(version, (extension.packageJSON as { version: string }).version);
    assert.ok(extension.isActive);
  });

  it('hands out an API that callers cannot change', async () => {
    const handed = await api();
    assert.ok(Object.isFrozen(handed));
    assert.deepEqual(Object.keys(handed).sort(), [
      'bibliographies',
      'catalog',
      'citations',
      'resolve',
      'search',
      'version',
    ]);
    assert.throws(() => Object.assign(handed, { version: '0' }), TypeError);
  });

  it('registers every command it has', async () => {
    await api();
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      Object.values(commands).filter((id) => !registered.has(id)),
      [],
    );
  });

  it('has a host that finds files and reads them', async () => {
    const found = await vscode.workspace.findFiles('**/*', undefined, 1);
    assert.equal(found.length, 1, 'the drafts are in the workspace');
    const bytes = await vscode.workspace.fs.readFile(found[0]!);
    assert.ok(bytes.length > 0, 'a draft has content');
  });
});
