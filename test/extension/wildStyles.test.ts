import assert from 'node:assert/strict';
import { fixtures } from 'bibliography-fixtures';
import * as vscode from 'vscode';
import { readBibliography } from '../../src/core/bibliography/reader';
import { insertEntries } from '../../src/core/bibliography/writer';
import type { BibliographicEntry } from '../../src/core/catalog/types';
import { applyEdits } from '../../src/core/text';
import { insertion } from './support/bytes';
import { closeEditors, moveBehind, show } from './support/editors';
import { insert } from './support/extension';
import { makeProject } from './support/project';
import { until } from './support/until';

const DRAFT = '---\nbibliography: refs.bib\n---\n\nImages come next.\n';

/** What VS Code itself does to a file when it saves it: line breaks become all the same. */
const NORMALISED: ReadonlySet<string> = new Set(['lone-cr.bib', 'mixed-eol.bib']);
/** VS Code opens no file with a NUL in it. */
const BINARY: ReadonlySet<string> = new Set(['nul-and-control.bib']);

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** The entry with a key as it stands in a file. */
function entryIn(text: string, key: string): BibliographicEntry {
  const entry = readBibliography(text).entries.find((each) => each.key === key);
  assert.ok(entry, `${key} is there`);
  const fields = entry.fields.map(({ name, value }) => [name, value] as const);
  return { type: entry.type, key, fields: Object.fromEntries(fields) };
}

describe('a work of the catalog in a bibliography of each style', () => {
  afterEach(closeEditors);

  for (const [name, base64] of fixtures.filter(([each]) => !BINARY.has(each))) {
    it(`is written as ${name} is, changes no other byte, and one undo takes it back`, async () => {
      const bytes = bytesOf(base64);
      const project = await makeProject({ 'refs.bib': bytes, 'paper.md': DRAFT });
      const editor = await show(project.uri('paper.md'));
      moveBehind(editor, 'Images come next');
      const result = await insert('insertCitation', { ids: ['blip-2'] });
      assert.deepEqual(result.added, ['li2023blip']);
      await editor.document.save();
      const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
      const after = bibliography.getText();
      if (!NORMALISED.has(name)) {
        insertion(bytes, await project.bytes('refs.bib'));
      }

      await vscode.commands.executeCommand('undo');
      await until(() => assert.equal(editor.document.getText(), DRAFT));
      await until(() => assert.ok(!bibliography.getText().includes('li2023blip')));
      const before = bibliography.getText();
      assert.equal(after, applyEdits(before, insertEntries(before, [entryIn(after, 'li2023blip')]).edits));
      assert.ok(await bibliography.save());
      if (!NORMALISED.has(name)) {
        assert.deepEqual([...(await project.bytes('refs.bib'))], [...bytes]);
      }
    });
  }

  it('gets in by the command for entries alone as well, and stays in the terms of BibLaTeX', async () => {
    const found = fixtures.find(([name]) => name === 'better-bibtex.bib');
    const bytes = bytesOf(found?.[1] ?? '');
    const project = await makeProject({ 'refs.bib': bytes, 'paper.md': DRAFT });
    const result = await insert('addToBibliography', { ids: ['blip-2'], uri: project.uri('paper.md') });
    assert.deepEqual([result.added, result.inserted], [['li2023blip'], '']);
    const added = insertion(bytes, await project.bytes('refs.bib'));
    assert.match(added, /\n {2}date = \{2023[^]*\n {2}eprinttype = \{arxiv\}/);
    assert.doesNotMatch(added, /year =|archiveprefix/);
    assert.equal(await project.text('paper.md'), DRAFT);
  });
});
