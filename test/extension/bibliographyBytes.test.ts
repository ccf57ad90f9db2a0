import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { insertion } from './support/bytes';
import { citeInProject } from './support/citing';
import { show } from './support/editors';
import { api, insert } from './support/extension';
import { copyProject, makeProject } from './support/project';

describe('the bytes of a bibliography', () => {
  for (const draft of ['main.tex', 'paper.md']) {
    it(`stay, with BOM and CR LF, when ${draft} gets a citation`, async () => {
      const project = await copyProject('crlf-bom');
      const before = await project.bytes('refs.bib');
      assert.deepEqual([...before.slice(0, 3)], [0xef, 0xbb, 0xbf]);
      const { document } = await citeInProject(project, draft, 'Images come next', { ids: ['blip-2'] });
      const inserted = insertion(before, await project.bytes('refs.bib'));
      assert.match(inserted, /^\r\n\r\n@inproceedings\{li2023blip,\r\n\tauthor = \{Li, Junnan/);
      assert.doesNotMatch(inserted, /[^\r]\n|\ufeff/, 'every new line ends as the others');
      assert.equal(document.eol, vscode.EndOfLine.CRLF);
      const source = await project.bytes(draft);
      await document.save();
      assert.match(insertion(source, await project.bytes(draft)), /^[~ ].*li2023blip[}\]]$/);
    });
  }

  it('stay around comments, strings and text between entries', async () => {
    for (const folder of ['strings-comments', 'wild-comments']) {
      const project = await copyProject(folder);
      const before = await project.bytes('refs.bib');
      await citeInProject(project, 'main.tex', 'Images come next', { ids: ['blip-2', 'flamingo'] });
      insertion(before, await project.bytes('refs.bib'));
      const { resolve } = await api().then((handed) => ({
        resolve: (key: string) => handed.resolve(project.uri('main.tex'), key),
      }));
      for (const key of ['vaswani2017attention', 'li2023blip', 'alayrac2022flamingo']) {
        assert.equal((await resolve(key)).bibliography, project.uri('refs.bib').toString(), key);
      }
    }
  });

  it('stay around a broken entry, and every other entry is still found', async () => {
    const project = await copyProject('broken-bib');
    const before = await project.bytes('refs.bib');
    const { result } = await citeInProject(project, 'main.tex', 'Images come next', { ids: ['blip-2'] });
    assert.deepEqual(result.added, ['li2023blip']);
    insertion(before, await project.bytes('refs.bib'));
    const handed = await api();
    for (const key of ['vaswani2017attention', 'hudson2019gqa', 'li2023blip']) {
      const { bibliography } = await handed.resolve(project.uri('main.tex'), key);
      assert.equal(bibliography, project.uri('refs.bib').toString(), key);
    }
    const again = await insert('insertCitation', {
      ids: ['blip-2'],
      uri: project.uri('main.tex'),
      position: 0,
    });
    assert.deepEqual(again.added, [], 'the new entry did not get lost in the broken one');
  });

  it('stay in a file of an old encoding, which is not UTF-8', async () => {
    const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const entry =
      '@misc{m\xfcller1999,\n  author = {M\xfcller, J\xf6rg},\n  title = {\x80 \xdcber \xff},\n}\n';
    const project = await makeProject({
      'refs.bib': latin1(entry),
      'paper.md': '---\nbibliography: refs.bib\n---\nText.\n',
    });
    const { resolve } = await api().then((handed) => ({
      resolve: (key: string) => handed.resolve(project.uri('paper.md'), key),
    }));
    assert.equal((await resolve('m\xfcller1999')).fields?.['author'], 'M\xfcller, J\xf6rg');
    const { result } = await citeInProject(project, 'paper.md', 'Text', { ids: ['blip-2'] });
    assert.deepEqual(result.added, ['li2023blip']);
    insertion(latin1(entry), await project.bytes('refs.bib'));
    assert.equal((await resolve('m\xfcller1999')).fields?.['author'], 'M\xfcller, J\xf6rg');
  });

  it('stay in a file of an old encoding that is open, wrongly decoded', async () => {
    const bytes = Uint8Array.from('@misc{a, author = {M\xfcller, J\xf6rg \x81}}\n', (letter) =>
      letter.charCodeAt(0),
    );
    const project = await makeProject({ 'refs.bib': bytes, 'main.tex': '\\bibliography{refs}\nText.\n' });
    const { document } = await show(project.uri('refs.bib'));
    assert.ok(document.getText().includes('\ufffd'), 'VS Code takes it for UTF-8');
    const { result } = await citeInProject(project, 'main.tex', 'Text', { ids: ['blip-2'] });
    assert.deepEqual(result.added, ['li2023blip']);
    insertion(bytes, await project.bytes('refs.bib'));
    assert.ok(document.getText().includes('M\xfcller, J\xf6rg'), 'the editor shows the name now');
  });

  it('stay in UTF-16, as some programs for Windows write it', async () => {
    const utf16 = (text: string): Uint8Array =>
      new Uint8Array(Uint16Array.from(`\ufeff${text}`, (letter) => letter.charCodeAt(0)).buffer);
    const entry = '@misc{a,\r\n  title = {中文},\r\n}\r\n';
    const project = await makeProject({
      'refs.bib': utf16(entry),
      'paper.md': '---\nbibliography: refs.bib\n---\nText.\n',
    });
    await citeInProject(project, 'paper.md', 'Text', { ids: ['blip-2'] });
    const after = await project.bytes('refs.bib');
    const before = utf16(entry);
    assert.deepEqual([...after.slice(0, before.length)], [...before]);
    assert.match(new TextDecoder('utf-16le').decode(after), /\r\n@inproceedings\{li2023blip,\r\n/);
  });

  it('stay where the file looks binary to VS Code, which then does not open it', async () => {
    const entry = '@misc{a, title = {with a \u0000 in it}}\n';
    const project = await makeProject({
      'refs.bib': entry,
      'paper.md': '---\nbibliography: refs.bib\n---\nText.\n',
    });
    const uri = project.uri('paper.md');
    assert.equal((await (await api()).resolve(uri, 'a')).bibliography, project.uri('refs.bib').toString());
    const draft = (await vscode.workspace.openTextDocument(uri)).getText();
    await assert.rejects(insert('insertCitation', { ids: ['blip-2'], uri }));
    assert.equal(await project.text('refs.bib'), entry);
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), draft, 'all or nothing');
  });
});
