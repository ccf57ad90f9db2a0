import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { insertion } from './support/bytes';
import { citeIn, citeInProject } from './support/citing';
import { show } from './support/editors';
import { api, configure, insert } from './support/extension';
import { copyProject, makeProject } from './support/project';

describe('the entry of a cited model', () => {
  it('lands in the bibliography of the root, in the style of that file', async () => {
    const project = await copyProject('latex-natbib');
    const before = await project.bytes('refs.bib');
    const scratch = await project.text('chapters/scratch.bib');
    const { result } = await citeInProject(project, 'chapters/introduction.tex', 'Flamingo came first', {
      ids: ['flamingo'],
    });
    assert.equal(result.bibliography, project.uri('refs.bib').toString());
    const inserted = insertion(before, await project.bytes('refs.bib'));
    assert.match(
      inserted,
      /^\n@inproceedings\{alayrac2022flamingo,\n {2}author=\{Alayrac, Jean-Baptiste and /,
    );
    assert.match(inserted, /\n {2}title=\{Flamingo: .*\},\n/);
    assert.match(inserted, /\n {2}year=\{2022\}(?:,\n.*)*\n\}\n$/);
    assert.equal(await project.text('chapters/scratch.bib'), scratch, 'no other file is touched');
  });

  it('lands in the first bibliography of the front matter, or where the others are', async () => {
    const project = await copyProject('markdown-list');
    const second = await project.text('lit/second.bib');
    const { result } = await citeInProject(project, 'paper.md', 'See [@vaswani2017', { ids: ['llava'] });
    assert.equal(result.bibliography, project.uri('first.bib').toString());
    assert.match(
      await project.text('first.bib'),
      /@inproceedings\{liu2023visual,\n {2}author = \{Liu, Haotian/,
    );
    assert.equal(await project.text('lit/second.bib'), second);
  });

  it('does not land in a file of journal abbreviations', async () => {
    const project = await copyProject('strings-comments');
    const abbreviations = await project.text('abbreviations.bib');
    const before = await project.bytes('refs.bib');
    const { result } = await citeInProject(project, 'main.tex', 'Images come next', { ids: ['llava'] });
    assert.equal(result.bibliography, project.uri('refs.bib').toString());
    assert.equal(await project.text('abbreviations.bib'), abbreviations);
    const inserted = insertion(before, await project.bytes('refs.bib'));
    assert.match(inserted, /InProceedings\{liu2023visual,\n {4}Author {8}= \{Liu, Haotian/);
    assert.match(inserted, /\n {4}Year {10}= \{?2023\}?,\n/);
  });

  it('is the same whether LaTeX or Markdown cites it', async () => {
    const latex = await citeIn('missing-bib', 'main.tex', 'not there yet', { ids: ['llava'] });
    const markdown = await citeIn('missing-bib', 'paper.md', 'not there yet', { ids: ['llava'] });
    assert.equal(await latex.project.text('refs.bib'), await markdown.project.text('lit/refs.bib'));
  });

  it('comes with every model of a group, each once', async () => {
    const project = await copyProject('markdown');
    const before = await project.bytes('refs.bib');
    const { result } = await citeInProject(project, 'paper.md', 'Images come next', {
      ids: ['flamingo', 'blip-2', 'llava', 'qwen-audio', 'llava'],
    });
    assert.deepEqual(result.added, ['alayrac2022flamingo', 'liu2023visual', 'chu2023qwen']);
    const inserted = insertion(before, await project.bytes('refs.bib'));
    assert.deepEqual(
      [...inserted.matchAll(/^@\w+\{(.*),$/gm)].map(([, key]) => key).sort(),
      [...result.added].sort(),
    );
  });

  it('is found at once by what is asked next', async () => {
    const project = await copyProject('markdown');
    await citeInProject(project, 'paper.md', 'Images come next', { ids: ['flamingo'] });
    const resolved = await (await api()).resolve(project.uri('paper.md'), 'alayrac2022flamingo');
    assert.equal(resolved.bibliography, project.uri('refs.bib').toString());
    const again = await insert('insertCitation', { ids: ['flamingo'], uri: project.uri('paper.md') });
    assert.deepEqual(again.added, [], 'it is not added twice');
  });

  it('is added once by two commands that are called at the same time', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    await Promise.allSettled([
      insert('addToBibliography', { ids: ['flamingo'], uri }),
      insert('addToBibliography', { ids: ['flamingo'], uri }),
    ]);
    const document = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
    assert.equal(document.getText().split('{alayrac2022flamingo,').length - 1, 1);
  });
});

describe('the key of a cited model', () => {
  it('is the one that the bibliography has for the same work', async () => {
    const project = await copyProject('same-work-other-key');
    const before = await project.text('refs.bib');
    const latex = await citeInProject(project, 'main.tex', 'and compare', { ids: ['blip-2', 'llava'] });
    assert.deepEqual(latex.changed, [
      'We use BLIP-2~\\cite{BLIP2} and compare~\\cite{BLIP2,llava} with others.',
    ]);
    assert.deepEqual(latex.result.keys, ['BLIP2', 'llava']);
    assert.deepEqual(latex.result.added, []);
    assert.equal(latex.result.bibliography, project.uri('refs.bib').toString());
    const markdown = await citeInProject(project, 'paper.md', 'and compare', { ids: ['llava'] });
    assert.deepEqual(markdown.changed, ['We use BLIP-2 [@BLIP2] and compare [@llava] with others.']);
    assert.equal(await project.text('refs.bib'), before);
  });

  it('is a free one where another work has the usual key', async () => {
    const project = await copyProject('key-taken');
    const before = await project.bytes('refs.bib');
    const { result, changed } = await citeInProject(project, 'main.tex', 'was measured before', {
      ids: ['llava'],
    });
    const [key] = result.keys;
    assert.ok(key !== undefined && key !== 'liu2023visual' && key.startsWith('liu2023visual'), key);
    assert.deepEqual(result.added, [key]);
    assert.equal(changed.length, 1);
    assert.ok(changed[0]?.includes(`\\cite{${key}}`), changed[0]);
    assert.match(insertion(before, await project.bytes('refs.bib')), new RegExp(`@inproceedings\\{${key},`));
    const handed = await api();
    const draft = project.uri('main.tex');
    assert.equal((await handed.resolve(draft, key)).models[0]?.id, 'llava');
    assert.equal(
      (await handed.resolve(draft, 'liu2023visual')).fields?.['title'],
      'Visual Spatial Reasoning',
    );
    const again = await insert('insertCitation', { ids: ['llava'], uri: draft, position: 0 });
    assert.deepEqual(again.keys, [key], 'the free key is found again');
    assert.deepEqual(again.added, []);
  });

  it('is the one that stands in the second of two bibliographies', async () => {
    const project = await copyProject('markdown-list');
    await project.write('lit/second.bib', '@misc{seen, title = {Flamingo}, eprint = {2204.14198}}\n');
    const { result } = await citeInProject(project, 'paper.md', 'See [@vaswani2017', { ids: ['flamingo'] });
    assert.deepEqual(result.keys, ['seen']);
    assert.equal(result.bibliography, project.uri('lit/second.bib').toString());
  });

  it('is its own in each of two projects', async () => {
    const project = await copyProject('two-projects-same-key');
    const b = await project.text('b/refs.bib');
    const first = await citeInProject(project, 'a/main.tex', 'Images come next', { ids: ['blip-2'] });
    const second = await citeInProject(project, 'b/main.tex', 'Images come next', { ids: ['blip-2'] });
    assert.equal(first.result.bibliography, project.uri('a/refs.bib').toString());
    assert.deepEqual(first.result.added, ['li2023blip']);
    assert.deepEqual(second.result.added, []);
    assert.equal(await project.text('b/refs.bib'), b);
  });
});

describe('a bibliography with unsaved changes', () => {
  it('is edited as it stands and stays unsaved; its file is not touched', async () => {
    const project = await copyProject('latex-plain');
    const disk = await project.text('refs.bib');
    const editor = await show(project.uri('refs.bib'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '% not saved yet\n\n'));
    const buffer = editor.document.getText();
    const { result } = await citeInProject(project, 'main.tex', 'Images come next', { ids: ['blip-2'] });
    assert.deepEqual(result.added, ['li2023blip']);
    const bytes = new TextEncoder();
    assert.match(
      insertion(bytes.encode(buffer), bytes.encode(editor.document.getText())),
      /@inproceedings\{li2023blip,\n {2}author {8}= "Li, Junnan/,
    );
    assert.ok(editor.document.isDirty);
    assert.equal(await project.text('refs.bib'), disk);
  });

  it('counts with what is not saved', async () => {
    const project = await copyProject('markdown');
    const editor = await show(project.uri('refs.bib'));
    const entry = '@misc{mine, title = {Flamingo}, eprint = {2204.14198}, archiveprefix = {arXiv}}\n';
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), entry));
    const { changed, result } = await citeInProject(project, 'paper.md', 'Images come next', {
      ids: ['flamingo'],
    });
    assert.deepEqual(changed, ['Images come next [@mine].']);
    assert.deepEqual(result.added, []);
  });
});

describe('a bibliography without unsaved changes', () => {
  it('is saved once it has the entry; the draft is not', async () => {
    const { project, document } = await citeIn('markdown', 'paper.md', 'Images come next', {
      ids: ['flamingo'],
    });
    assert.match(await project.text('refs.bib'), /\{alayrac2022flamingo,/);
    const bibliography = vscode.workspace.textDocuments.find(
      ({ uri }) => uri.toString() === project.uri('refs.bib').toString(),
    );
    assert.equal(bibliography?.isDirty ?? false, false);
    assert.ok(document.isDirty, 'the draft waits for its author');
  });

  it('stays unsaved where the user does not want it saved', async () => {
    const restore = await configure('bibliography.saveAfterAdding', false);
    try {
      const project = await copyProject('latex-plain');
      const disk = await project.text('refs.bib');
      await citeInProject(project, 'main.tex', 'Images come next', { ids: ['blip-2'] });
      const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
      assert.ok(bibliography.isDirty);
      assert.match(bibliography.getText(), /\{li2023blip,/);
      assert.equal(await project.text('refs.bib'), disk);
    } finally {
      await restore();
    }
  });
});

describe('a bibliography that is named and not there', () => {
  for (const [draft, path] of [
    ['main.tex', 'refs.bib'],
    ['paper.md', 'lit/refs.bib'],
  ] as const) {
    it(`is created for ${draft}, at ${path}`, async () => {
      const { project, result } = await citeIn('missing-bib', draft, 'not there yet', { ids: ['llava'] });
      assert.equal(result.bibliography, project.uri(path).toString());
      assert.deepEqual(result.added, ['liu2023visual']);
      assert.match(await project.text(path), /^@inproceedings\{liu2023visual,\n[^]*\n\}\n$/);
    });
  }
});

describe('a draft without any bibliography', () => {
  for (const [draft, citation] of [
    ['paper.md', ' [@liu2023visual]'],
    ['front-matter.md', ' [@liu2023visual]'],
    ['paper.tex', '~\\cite{liu2023visual}'],
    ['biblatex.tex', '~\\autocite{liu2023visual}'],
  ] as const) {
    it(`gets the citation only, and ${draft} no declaration, when a caller asks`, async () => {
      // A workspace folder full of bibliographies is around it, but none is above it.
      const { changed, result, project } = await citeIn('no-bib', draft, 'Nothing is cited yet', {
        ids: ['llava'],
      });
      assert.deepEqual(result, { keys: ['liu2023visual'], inserted: citation, added: [] });
      assert.deepEqual(changed, [`Nothing is cited yet${citation}.`]);
      const files = await vscode.workspace.fs.readDirectory(project.folder);
      assert.deepEqual(
        files.filter(([name]) => name.endsWith('.bib')),
        [],
      );
    });
  }

  it('has no entry added by a caller either', async () => {
    const project = await copyProject('no-bib');
    const result = await insert('addToBibliography', { ids: ['llava'], uri: project.uri('paper.md') });
    assert.deepEqual(result, { keys: ['liu2023visual'], inserted: '', added: [] });
  });

  it('uses what the settings name', async () => {
    const project = await makeProject({ 'paper.md': 'Text', 'deep/down/all.bib': '' });
    const path = `${project.folder.path.split('/').at(-1)}/deep/**/*.bib`;
    const restore = await configure('bibliography.files', ['${workspaceFolder}/' + path]);
    try {
      const result = await insert('insertCitation', { ids: ['llava'], uri: project.uri('paper.md') });
      assert.equal(result.bibliography, project.uri('deep/down/all.bib').toString());
      assert.match(await project.text('deep/down/all.bib'), /liu2023visual/);
    } finally {
      await restore();
    }
  });
});

describe('an entry by command, without a citation,', () => {
  it('is added for ids and for keys, and the draft is not changed', async () => {
    const project = await copyProject('latex-natbib');
    const uri = project.uri('chapters/method.tex');
    const draft = (await vscode.workspace.openTextDocument(uri)).getText();
    const byId = await insert('addToBibliography', { ids: ['llava'], uri });
    assert.deepEqual(byId, {
      keys: ['liu2023visual'],
      inserted: '',
      bibliography: project.uri('refs.bib').toString(),
      added: ['liu2023visual'],
    });
    const byKey = await insert('addToBibliography', { keys: ['alayrac2022flamingo', 'li2023blip'], uri });
    assert.deepEqual(byKey.added, ['alayrac2022flamingo']);
    const text = await project.text('refs.bib');
    assert.ok(text.includes('{liu2023visual,') && text.includes('{alayrac2022flamingo,'));
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), draft);
  });

  it('rejects a key that the catalog does not have', async () => {
    const project = await copyProject('markdown');
    await assert.rejects(
      insert('addToBibliography', { keys: ['nobody1900nothing'], uri: project.uri('paper.md') }),
      /The catalog has no work with the key "nobody1900nothing"/,
    );
  });
});
