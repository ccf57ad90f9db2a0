import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors } from './support/editors';
import { api, insert } from './support/extension';
import { hoverOn, plain } from './support/hovers';
import { workspaceFolder } from './support/project';

/** Shows a document that was never saved. */
async function untitled(language: string, content: string): Promise<vscode.TextDocument> {
  await api();
  // Without an extension for Typst only the name says what it is.
  const document =
    language === 'typst'
      ? await vscode.workspace.openTextDocument(
          vscode.Uri.joinPath(workspaceFolder(), 'draft.typ').with({ scheme: 'untitled', authority: '' }),
        )
      : await vscode.workspace.openTextDocument({ language, content });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (document.getText() === '') {
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), content));
  }
  return document;
}

describe('a draft that was never saved', () => {
  afterEach(closeEditors);

  for (const [language, content, key] of [
    ['latex', 'As \\cite{li2023blip} says.', 'li2023blip'],
    ['markdown', 'As [@li2023blip] says.', 'li2023blip'],
    ['typst', 'As @li2023blip says.', 'li2023blip'],
  ] as const) {
    it(`has the keys of the catalog explained and offered in ${language}`, async () => {
      const document = await untitled(language, content);
      assert.match(plain((await hoverOn(document, key)).markdown), /BLIP-2/);
      const at = document.positionAt(content.indexOf(key) + key.length);
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes(key), labels.join());
    });
  }

  it('is written into by commands as soon as its language is that of drafts', async () => {
    await untitled('markdown', 'The draft before.');
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'New.' });
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.languages.setTextDocumentLanguage(document, 'latex');
    const result = await insert('insertCitation', { ids: ['llava'] });
    assert.match(result.inserted, /\\cite\w*\{liu2023visual\}/);
    assert.match(document.getText(), /liu2023visual/);
  });

  it('has relative paths seen from the workspace folder, and gets the citation and the entry', async () => {
    const folder = workspaceFolder();
    const uri = vscode.Uri.joinPath(folder, 'untitled-refs.bib');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('@book{mine, title = {Mine}}\n'));
    try {
      const document = await untitled(
        'markdown',
        '---\nbibliography: untitled-refs.bib\n---\nSee [@mine].\n',
      );
      assert.match(plain((await hoverOn(document, '[@mine')).markdown), /Mine/);
      const result = await insert('insertCitation', { ids: ['llava'] });
      assert.equal(result.bibliography, uri.toString());
      assert.deepEqual(result.added, ['liu2023visual']);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      assert.match(text, /\{liu2023visual,/);
      assert.ok(document.getText().includes('@liu2023visual'));
    } finally {
      await vscode.workspace.fs.delete(uri);
    }
  });

  it('gets entries into its own references', async () => {
    const document = await untitled(
      'markdown',
      '---\nreferences:\n- id: own\n  title: Inline\n---\nSee @own.\n',
    );
    assert.match(plain((await hoverOn(document, '@own')).markdown), /Inline/);
    const result = await insert('insertCitation', { ids: ['llava'], uri: document.uri });
    assert.deepEqual(result.added, ['liu2023visual']);
    assert.match(document.getText(), /\n- id: liu2023visual\n/);
  });
});
