import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, insert } from './support/extension';
import { MemoryFiles } from './support/memoryFiles';

const entry = '@article{BLIP2,\n  title = {BLIP-2},\n  eprint = {2301.12597},\n}\n';

const drafts = {
  '/tex/main.tex': 'Text.\n\\bibliography{refs}\n',
  '/tex/refs.bib': entry,
  '/md/paper.md': '---\nbibliography: refs.bib\n---\n\nText.\n',
  '/md/refs.bib': entry,
};

describe('a bibliography that is read-only', () => {
  const scheme = 'mmllm-test-readonly';
  let registration: vscode.Disposable;
  let files: MemoryFiles;

  before(() => {
    files = new MemoryFiles(drafts, (path) => path.endsWith('.bib'));
    registration = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
  });

  after(() => {
    registration.dispose();
  });

  for (const [path, inserted] of [
    ['/tex/main.tex', '\\cite{liu2023visual}'],
    ['/md/paper.md', '[@liu2023visual]'],
  ] as const) {
    const uri = vscode.Uri.from({ scheme, path });

    it(`stays as it is, and ${path} gets the citation only, when a caller asks`, async () => {
      const result = await insert('insertCitation', { ids: ['llava'], uri, position: 0 });
      assert.deepEqual(result, { keys: ['liu2023visual'], inserted: result.inserted, added: [] });
      assert.equal(result.inserted.trim(), inserted);
      const draft = await vscode.workspace.openTextDocument(uri);
      assert.ok(draft.getText().includes(inserted));
      assert.equal(files.text(path.replace(/[^/]*$/, 'refs.bib')), entry);
    });

    it(`still gives ${path} the key of a work that it has`, async () => {
      const result = await insert('insertCitation', { ids: ['blip-2'], uri, position: 0 });
      assert.deepEqual(result.keys, ['BLIP2']);
      assert.deepEqual(result.added, []);
      assert.equal((await (await api()).resolve(uri, 'BLIP2')).models[0]?.id, 'blip-2');
    });

    it(`gets no entry by the command for entries from ${path}`, async () => {
      const result = await insert('addToBibliography', { ids: ['llava'], uri });
      assert.deepEqual(result.added, []);
      assert.equal(files.text(path.replace(/[^/]*$/, 'refs.bib')), entry);
    });
  }
});

describe('a file system that is read-only', () => {
  const scheme = 'mmllm-test-archive';
  let registration: vscode.Disposable;

  before(() => {
    const files = new MemoryFiles(drafts, () => true);
    registration = vscode.workspace.registerFileSystemProvider(scheme, files, {
      isCaseSensitive: true,
      isReadonly: true,
    });
  });

  after(() => {
    registration.dispose();
  });

  it('has its drafts read, which cannot be written into', async () => {
    const uri = vscode.Uri.from({ scheme, path: '/md/paper.md' });
    assert.equal((await (await api()).resolve(uri, 'BLIP2')).work?.key, 'li2023blip');
    const draft = (await vscode.workspace.openTextDocument(uri)).getText();
    await Promise.allSettled([insert('insertCitation', { ids: ['llava'], uri })]);
    const bibliography = await vscode.workspace.openTextDocument(uri.with({ path: '/md/refs.bib' }));
    assert.equal(bibliography.getText(), entry);
    assert.ok(draft.includes('Text.'));
  });
});
