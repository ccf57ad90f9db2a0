import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after as behind, closeEditors, show } from './support/editors';
import { api, configure, insert, run } from './support/extension';
import { hoverAt, hoverOn, plain } from './support/hovers';
import { MemoryFiles } from './support/memoryFiles';
import { makeProject } from './support/project';
import { until } from './support/until';

const entry = (title: string): string => `@book{mine,\n  title = {${title}},\n}\n`;

async function bibliographies(uri: vscode.Uri): Promise<string[]> {
  const found = await (await api()).bibliographies(uri);
  return found.map(({ uri: each, by }) => `${each.split('/').at(-1) ?? ''}: ${by}`);
}

async function title(uri: vscode.Uri): Promise<string | undefined> {
  return (await (await api()).resolve(uri, 'mine')).fields?.['title'];
}

describe('the project of a draft', () => {
  afterEach(closeEditors);

  for (const file of ['myst.yml', '_config.yml']) {
    it(`makes Markdown MyST by ${file}: roles are written although the text has none`, async () => {
      const content =
        file === 'myst.yml' ? 'project:\n  bibliography: refs.bib\n' : 'bibtex_bibfiles: [refs.bib]\n';
      const project = await makeProject({
        'docs/page.md': 'Some text.\n',
        [file]: content,
        'refs.bib': entry('Mine'),
      });
      const uri = project.uri('docs/page.md');
      assert.deepEqual(await bibliographies(uri), ['refs.bib: project']);
      const { inserted } = await insert('insertCitation', { ids: ['llava'], uri, position: 9 });
      assert.equal(inserted.trim(), '{cite:p}`liu2023visual`');
    });
  }

  it('gives references that stand in the file of a Quarto project, and says so', async () => {
    const project = await makeProject({
      '_quarto.yml': 'project:\n  type: book\nreferences:\n- id: mine\n  title: From the project\n',
      'one.qmd': 'See @mine.\n',
    });
    const uri = project.uri('one.qmd');
    assert.equal(await title(uri), 'From the project');
    const status = (await run('showBibliographyStatus', { uri })) as string;
    assert.match(status, /_quarto\.yml/);
  });

  it('takes a label of another Typst file for no citation', async () => {
    const project = await makeProject({
      'main.typ': '#include "one.typ"\n#include "two.typ"\n#bibliography("refs.bib")\n',
      'one.typ': '= Method <mine>\n',
      'two.typ': 'See @mine and @other.\n',
      'refs.bib': '@book{mine, title = {Mine}}\n@book{other, title = {Other}}\n',
    });
    const { document } = await show(project.uri('two.typ'));
    assert.equal(await hoverAt(document, behind(document, '@mine') - 1), undefined);
    assert.match((await hoverOn(document, '@other')).markdown, /Other/);
    const cited = await (await api()).citations(document.uri);
    assert.deepEqual(
      cited.map(({ key }) => key),
      ['other'],
    );
  });
});

describe('the setting for bibliographies', () => {
  let undo: () => Promise<void>;

  afterEach(async () => {
    await undo();
    await closeEditors();
  });

  it('takes patterns and the workspace folder, and a new file that matches counts at once', async () => {
    const project = await makeProject({ 'notes/paper.md': '@mine\n', 'lit/deep/b.bib': entry('Mine') });
    const name = project.folder.path.split('/').at(-1) ?? '';
    undo = await configure('bibliography.files', [
      `${name}/lit/**/*.bib`,
      `\${workspaceFolder}/${name}/more.bib`,
      '~/surely-not-there.bib',
    ]);
    const uri = project.uri('notes/paper.md');
    const found = async (): Promise<string[]> =>
      (await (await api()).bibliographies(uri)).filter(({ exists }) => exists).map((each) => each.uri);
    await until(async () => assert.deepEqual(await found(), [project.uri('lit/deep/b.bib').toString()]));
    await project.write('more.bib', '');
    await until(async () => assert.equal((await found()).length, 2));
    await project.write('lit/a.bib', '');
    await until(async () => assert.deepEqual((await found())[0], project.uri('lit/a.bib').toString()));
  });

  it('shows in the status what matches nothing', async () => {
    const project = await makeProject({ 'paper.md': '@mine\n' });
    undo = await configure('bibliography.files', ['nowhere/*.bib']);
    const status = (await run('showBibliographyStatus', { uri: project.uri('paper.md') })) as string;
    assert.match(status, /nowhere/);
  });
});

describe('what happens to files while a draft is open', () => {
  afterEach(closeEditors);

  it('is followed by the hover, when a folder is renamed and renamed back', async () => {
    const project = await makeProject({
      'paper.md': '---\nbibliography: lit/refs.bib\n---\nSee [@mine].\n',
      'lit/refs.bib': entry('Mine'),
    });
    const { document } = await show(project.uri('paper.md'));
    const shown = async (): Promise<string> =>
      plain((await hoverAt(document, behind(document, '[@mine') - 1))?.markdown ?? '');
    assert.match(await shown(), /Mine/);
    await vscode.workspace.fs.rename(project.uri('lit'), project.uri('old'));
    await until(async () => assert.doesNotMatch(await shown(), /Mine/));
    await vscode.workspace.fs.rename(project.uri('old'), project.uri('lit'));
    await until(async () => assert.match(await shown(), /Mine/));
    // VS Code's watcher says nothing of what is created and deleted at once.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await vscode.workspace.fs.delete(project.uri('lit'), { recursive: true });
    await until(async () => assert.doesNotMatch(await shown(), /Mine/));
  });

  it('is followed in Typst files that another program writes', async () => {
    const project = await makeProject({
      'main.typ': '#include "one.typ"\n#bibliography("a.bib")\n',
      'one.typ': 'See @mine.\n',
      'a.bib': entry('A'),
      'b.bib': entry('B'),
    });
    await show(project.uri('one.typ'));
    assert.equal(await title(project.uri('one.typ')), 'A');
    await project.write('main.typ', '#include "one.typ"\n#bibliography("b.bib")\n');
    await until(async () => assert.equal(await title(project.uri('one.typ')), 'B'));
  });
});

describe('a file system of another kind', () => {
  const scheme = 'mmllm-test-virtual';
  let files: MemoryFiles;
  let registration: vscode.Disposable;
  const uri = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path });

  before(() => {
    files = new MemoryFiles(
      {
        '/p/main.tex': '\\documentclass{article}\n\\input{parts/one}\n\\bibliography{refs}\n',
        '/p/parts/one.tex': '% !TeX root = ../main.tex\nAs \\cite{mine} says.\n',
        '/p/refs.bib': entry('Virtual'),
        '/m/paper.md': 'As [@mine] says.\n',
        '/m/near.bib': entry('Near'),
      },
      () => false,
    );
    registration = vscode.workspace.registerFileSystemProvider(scheme, files, { isCaseSensitive: true });
  });

  after(() => {
    registration.dispose();
  });

  afterEach(closeEditors);

  it('has its drafts explained, by their roots and by what is near', async () => {
    const { document } = await show(uri('/p/parts/one.tex'));
    assert.match((await hoverOn(document, 'mine')).markdown, /Virtual/);
    assert.deepEqual(await bibliographies(uri('/m/paper.md')), ['near.bib: nearest']);
  });

  it('gets citations and entries, and has a status', async () => {
    const result = await insert('insertCitation', { ids: ['llava'], uri: uri('/m/paper.md'), position: 0 });
    assert.equal(result.bibliography, uri('/m/near.bib').toString());
    await until(() => assert.match(files.text('/m/near.bib') ?? '', /\{liu2023visual,/));
    const status = (await run('showBibliographyStatus', { uri: uri('/m/paper.md') })) as string;
    assert.match(status, /near\.bib/);
  });

  it('is followed although it is outside of the workspace', async () => {
    await show(uri('/p/parts/one.tex'));
    assert.equal(await title(uri('/p/parts/one.tex')), 'Virtual');
    files.writeFile(uri('/p/refs.bib'), new TextEncoder().encode(entry('Changed')));
    await until(async () => assert.equal(await title(uri('/p/parts/one.tex')), 'Changed'));
    files.delete(uri('/p/refs.bib'));
    await until(async () => assert.equal(await title(uri('/p/parts/one.tex')), undefined));
  });
});
