import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, show } from './support/editors';
import { api, insert } from './support/extension';
import { hoverOn } from './support/hovers';
import { until } from './support/until';

const entry = (title: string): string => `@book{mine,\n  title = {${title}},\n}\n`;

/** Only `npm run test:extension:folders` opens a workspace with several. */
describe('several workspace folders', function () {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const uri = (folder: number, path: string): vscode.Uri =>
    vscode.Uri.joinPath(folders[folder]?.uri ?? vscode.Uri.file('/'), path);
  const write = (folder: number, path: string, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri(folder, path), new TextEncoder().encode(text));
  const bibliographies = async (draft: vscode.Uri): Promise<string[]> =>
    (await (await api()).bibliographies(draft)).map((each) => each.uri);

  before(async function () {
    if (folders.length < 2) {
      this.skip();
    }
    for (const folder of [0, 1]) {
      await write(folder, 'multi/paper.md', 'As [@mine] says.\n');
      await write(folder, 'multi/refs.bib', entry(`In folder ${folder}`));
      await write(folder, 'lit/set.bib', entry(`Set in folder ${folder}`));
      await write(folder, 'bare/paper.md', 'As [@mine] says.\n');
    }
  });

  afterEach(closeEditors);

  it('each give a key the meaning it has there', async () => {
    for (const folder of [0, 1]) {
      const { document } = await show(uri(folder, 'multi/paper.md'));
      assert.match((await hoverOn(document, 'mine')).markdown, new RegExp(`In folder ${folder}`));
    }
  });

  it('each get entries into their own bibliography', async () => {
    const result = await insert('insertCitation', { ids: ['llava'], uri: uri(1, 'multi/paper.md') });
    assert.equal(result.bibliography, uri(1, 'multi/refs.bib').toString());
    const other = await vscode.workspace.fs.readFile(uri(0, 'multi/refs.bib'));
    assert.equal(new TextDecoder().decode(other), entry('In folder 0'));
  });

  it('each have settings of their own, with paths from that folder', async () => {
    const set = (value: unknown): Thenable<void> =>
      vscode.workspace
        .getConfiguration('mmllm', uri(1, 'bare/paper.md'))
        .update('bibliography.files', value, vscode.ConfigurationTarget.WorkspaceFolder);
    await set(['${workspaceFolder}/lit/set.bib']);
    try {
      await until(async () =>
        assert.deepEqual(await bibliographies(uri(1, 'bare/paper.md')), [uri(1, 'lit/set.bib').toString()]),
      );
      assert.deepEqual(await bibliographies(uri(0, 'bare/paper.md')), []);
    } finally {
      await set(undefined);
    }
  });

  it('have keys renamed in the one folder only', async () => {
    const draft = uri(0, 'multi/paper.md');
    await show(draft);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      draft,
      new vscode.Position(0, 6),
      'renamed',
    );
    assert.deepEqual(
      edit
        .entries()
        .map(([each]) => each.toString())
        .sort(),
      [draft.toString(), uri(0, 'multi/refs.bib').toString()],
    );
  });
});
