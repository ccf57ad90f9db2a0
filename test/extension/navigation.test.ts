import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { after, closeEditors, show } from './support/editors';
import { api } from './support/extension';
import type { Project } from './support/project';
import { copyProject, makeProject } from './support/project';
import { MemoryFiles } from './support/memoryFiles';
import { until } from './support/until';

const bib = [
  '@book{smith2020,',
  '  title = {On keys},',
  '  doi = {10.1000/182},',
  '  url = {https://example.org/a\\_b}',
  '}',
  '',
  '@inbook{jones2021,',
  '  crossref = {smith2020},',
  '  eprint = {2301.12597},',
  '  archiveprefix = {arXiv}',
  '}',
  '',
].join('\n');

const latex = {
  'main.tex': String.raw`\documentclass{article}
\begin{document}
First \cite{smith2020}.
\input{one}
\bibliography{refs}
\end{document}
`,
  'one.tex': String.raw`Second \citep[p.~1]{jones2021, smith2020}. % \cite{smith2020}
`,
  'refs.bib': bib,
};

/** A place inside of a text that stands once in a file, `skip` units from its start. */
async function inside(uri: vscode.Uri, words: string, skip = 1): Promise<vscode.Position> {
  const document = await vscode.workspace.openTextDocument(uri);
  return document.positionAt(after(document, words) - words.length + skip);
}

async function at<T>(command: string, uri: vscode.Uri, words: string, ...more: unknown[]): Promise<T> {
  return vscode.commands.executeCommand<T>(command, uri, await inside(uri, words), ...more);
}

/** What stands at these places, as `file:line text`, sorted. */
async function describePlaces(
  places: readonly { uri: vscode.Uri; range: vscode.Range }[],
): Promise<string[]> {
  const described = places.map(async ({ uri, range }) => {
    const document = await vscode.workspace.openTextDocument(uri);
    return `${uri.path.split('/').at(-1)}:${range.start.line + 1} ${document.getText(range)}`;
  });
  return (await Promise.all(described)).sort();
}

async function definition(uri: vscode.Uri, words: string): Promise<vscode.LocationLink[]> {
  return at<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, words);
}

async function references(uri: vscode.Uri, words: string): Promise<string[]> {
  const found = await at<vscode.Location[]>('vscode.executeReferenceProvider', uri, words);
  return describePlaces(found);
}

/** Renames, and gives the project's files as they are then. */
async function rename(project: Project, path: string, words: string, newKey: string): Promise<void> {
  const uri = project.uri(path);
  const edit = await at<vscode.WorkspaceEdit>('vscode.executeDocumentRenameProvider', uri, words, newKey);
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was applied');
}

async function text(project: Project, path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(project.uri(path))).getText();
}

describe('navigation', () => {
  before(api);
  afterEach(closeEditors);

  describe('go to definition', () => {
    it("leads from a citation to its entry, the key selected, and to no other project's", async () => {
      const project = await copyProject('two-projects-same-key');
      for (const name of ['a', 'b']) {
        const [link, ...others] = await definition(project.uri(`${name}/main.tex`), 'smith2023');
        assert.deepEqual(others, []);
        assert.ok(link?.targetSelectionRange && link.originSelectionRange);
        assert.equal(link.targetUri.toString(), project.uri(`${name}/refs.bib`).toString());
        const document = await vscode.workspace.openTextDocument(link.targetUri);
        assert.equal(document.getText(link.targetSelectionRange), 'smith2023');
        assert.match(document.getText(link.targetRange), /^@article\{smith2023,[^]*\}$/);
        assert.equal(link.originSelectionRange.end.character - link.originSelectionRange.start.character, 9);
      }
    });

    it('gives all entries with the key of all bibliographies of the draft', async () => {
      const project = await makeProject({
        'paper.md': '---\nbibliography: [one.bib, two.bib]\n---\nSee [@twice].\n',
        'one.bib': '@book{twice}\n@book{once}\n@misc{twice}\n',
        'two.bib': '\n\n@article{twice}\n',
      });
      const links = await definition(project.uri('paper.md'), '[@twice');
      assert.deepEqual(links, []);
      const found = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        project.uri('paper.md'),
        await inside(project.uri('paper.md'), '@twice', 3),
      );
      const places = found.map((link) => ({ uri: link.targetUri, range: link.targetRange }));
      assert.deepEqual(await describePlaces(places), [
        'one.bib:1 @book{twice}',
        'one.bib:3 @misc{twice}',
        'two.bib:3 @article{twice}',
      ]);
    });

    it('finds the place in a file of mixed line breaks with a BOM', async () => {
      const project = await makeProject({
        'paper.md': '---\nbibliography: refs.bib\n---\nSee [@second].\n',
        'refs.bib': '\ufeff@book{first,\r\n title={x}\r\n}\r\r\n@book{second}\n',
      });
      const [link] = await definition(project.uri('paper.md'), 'second');
      assert.ok(link?.targetSelectionRange);
      const document = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
      assert.equal(document.getText(link.targetSelectionRange), 'second');
    });

    it("leads from a key that only the catalog has to the model's page", async () => {
      const project = await makeProject({ 'main.tex': String.raw`\cite{li2023blip} \cite{nobody1999}` });
      const links = await definition(project.uri('main.tex'), 'li2023blip');
      const pages = await Promise.all(
        links.map(async ({ targetUri }) => (await vscode.workspace.openTextDocument(targetUri)).getText()),
      );
      assert.equal(pages.length, 1);
      assert.match(pages[0] ?? '', /^# BLIP-2/m);
      assert.deepEqual(await definition(project.uri('main.tex'), 'nobody1999'), []);
    });

    it('leads from a field that names an entry to that entry', async () => {
      const project = await makeProject(latex);
      const [link] = await definition(project.uri('refs.bib'), '{smith2020}');
      assert.equal(link?.targetSelectionRange?.start.line, 0);
    });
  });

  describe('find references', () => {
    const everywhere = [
      'main.tex:3 smith2020',
      'one.tex:1 smith2020',
      'refs.bib:1 smith2020',
      'refs.bib:8 smith2020',
    ];

    it('lists the entry, what names it, and the citations in all files of the project', async () => {
      const project = await makeProject(latex);
      assert.deepEqual(await references(project.uri('main.tex'), 'smith2020'), everywhere);
      assert.deepEqual(await references(project.uri('one.tex'), 'jones2021'), [
        'one.tex:1 jones2021',
        'refs.bib:7 jones2021',
      ]);
    });

    it('starts from the entry as well, and finds all drafts with the bibliography', async () => {
      const project = await makeProject({
        ...latex,
        'notes.md': '---\nbibliography: refs.bib\n---\nAs @smith2020 says.\n',
        'other/other.bib': '@book{smith2020}\n',
        'other/paper.md': '---\nbibliography: other.bib\n---\nAs @smith2020 says.\n',
      });
      assert.deepEqual(await references(project.uri('refs.bib'), 'smith2020,'), [
        ...everywhere.slice(0, 1),
        'notes.md:4 smith2020',
        ...everywhere.slice(1),
      ]);
      assert.deepEqual(await references(project.uri('other/other.bib'), 'smith2020'), [
        'other.bib:1 smith2020',
        'paper.md:4 smith2020',
      ]);
    });

    it('reads drafts as they stand in the editor', async () => {
      const project = await makeProject(latex);
      const editor = await show(project.uri('one.tex'));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n\\cite{smith2020}\n'));
      await until(async () =>
        assert.deepEqual(await references(project.uri('main.tex'), 'smith2020'), [
          'main.tex:3 smith2020',
          'one.tex:2 smith2020',
          'one.tex:3 smith2020',
          'refs.bib:1 smith2020',
          'refs.bib:8 smith2020',
        ]),
      );
    });

    it('lists the citations of a key that only the catalog has, in drafts with a bibliography in common', async () => {
      const project = await makeProject({
        ...latex,
        'one.tex': String.raw`\cite{li2023blip}`,
        'near.md': 'The bibliography beside it counts: @li2023blip',
        'other/other.bib': '',
        'other/paper.md': 'This one has another: @li2023blip',
      });
      assert.deepEqual(await references(project.uri('one.tex'), 'li2023blip'), [
        'near.md:1 li2023blip',
        'one.tex:1 li2023blip',
      ]);
    });
  });

  it('works in a bibliography of 50,000 entries, and lets others have their turn meanwhile', async function () {
    this.timeout(120_000);
    const entries = Array.from(
      { length: 50_000 },
      (_, i) =>
        `@article{key${i},\n  title = {A Study of ${i}},\n  author = {Author, N. and Other, P.},\n}\n\n`,
    );
    const project = await makeProject({
      'main.tex': 'See \\cite{key49999}.\n\\bibliography{refs}\n',
      'refs.bib': `${entries.join('')}@misc{last, crossref = {key49999}}\n`,
    });
    const uri = project.uri('main.tex');
    // How long nobody else had a turn, for the record: the clock of a shared machine proves nothing.
    let longest = 0;
    let last = Date.now();
    const clock = setInterval(() => {
      longest = Math.max(longest, Date.now() - last);
      last = Date.now();
    }, 5);
    const report = (what: string): void => {
      console.log(`      ${what}: longest time without a turn ${longest} ms`);
      longest = 0;
    };
    try {
      const [link] = await definition(uri, 'key49999');
      assert.equal(link?.targetSelectionRange?.start.line, 49_999 * 5);
      report('definition, with reading');
      await definition(uri, 'key49999');
      report('definition');
      assert.deepEqual(await references(uri, 'key49999'), [
        'main.tex:1 key49999',
        'refs.bib:249996 key49999',
        'refs.bib:250001 key49999',
      ]);
      report('references');
      await rename(project, 'main.tex', 'key49999', 'renamed');
      report('rename');
    } finally {
      clearInterval(clock);
    }
    assert.match(await text(project, 'main.tex'), /cite\{renamed\}/);
    assert.match(await text(project, 'refs.bib'), /@article\{renamed,[^]*crossref = \{renamed\}\}\n$/);
  });

  describe('rename', () => {
    it('renames the entry, what names it, and all citations, and one undo takes it back', async () => {
      const project = await makeProject(latex);
      await show(project.uri('one.tex'));
      const texts = async (): Promise<string[]> =>
        Promise.all(Object.keys(latex).map((path) => text(project, path)));
      const before = await texts();
      await rename(project, 'main.tex', 'smith2020', 'smith2020keys');
      assert.deepEqual(
        await texts(),
        before.map((content, file) =>
          file === 1
            ? content.replace('jones2021, smith2020', 'jones2021, smith2020keys')
            : content.replaceAll('smith2020', 'smith2020keys'),
        ),
      );
      assert.ok((await api()).resolve(project.uri('one.tex').toString(), 'smith2020keys'));
      await show(project.uri('one.tex'));
      await vscode.commands.executeCommand('undo');
      await until(async () => assert.deepEqual(await texts(), before));
    });

    it('starts from the entry as well, and leaves a project with the same key alone', async () => {
      const project = await copyProject('two-projects-same-key');
      const before = await text(project, 'b/main.tex');
      const other = await text(project, 'b/refs.bib');
      await rename(project, 'a/refs.bib', 'smith2023', 'smith2023first');
      assert.match(await text(project, 'a/main.tex'), /\\cite\{smith2023first\}/);
      assert.match(await text(project, 'a/refs.bib'), /^@article\{smith2023first,/);
      assert.equal(await text(project, 'b/main.tex'), before);
      assert.equal(await text(project, 'b/refs.bib'), other);
    });

    it('writes braces where pandoc needs them', async () => {
      const project = await makeProject({
        'paper.md': '---\nbibliography: refs.bib\n---\nAs @old says [-@old, p. 3].\n',
        'refs.bib': '@book{old}\n',
      });
      await rename(project, 'refs.bib', 'old', 'new/key.');
      assert.match(
        await text(project, 'paper.md'),
        /^As @\{new\/key\.\} says \[-@\{new\/key\.\}, p\. 3\]\.$/m,
      );
      assert.equal(await text(project, 'refs.bib'), '@book{new/key.}\n');
    });

    it('renames in the nocite of front matter as well', async () => {
      const project = await makeProject({
        'paper.md': '---\nbibliography: refs.bib\nnocite: |\n  @old, @other\n---\nAs @old says.\n',
        'refs.bib': '@book{old}\n@book{other, related = {old}}\n',
      });
      await rename(project, 'paper.md', '@old,', 'new');
      assert.match(await text(project, 'paper.md'), /\n {2}@new, @other\n---\nAs @new says/);
      assert.equal(await text(project, 'refs.bib'), '@book{new}\n@book{other, related = {new}}\n');
    });

    for (const [file, content, words, renamed] of [
      ['refs.json', '[{"id": "old", "title": "Old"}]', '"old"', '[{"id": "new", "title": "Old"}]'],
      [
        'refs.yaml',
        'references:\n- id: old\n  title: Old\n',
        ' old',
        'references:\n- id: new\n  title: Old\n',
      ],
    ] as const) {
      it(`starts inside of ${file} as well, and leads there and lists its places`, async () => {
        const project = await makeProject({
          'paper.md': `---\nbibliography: ${file}\n---\nAs @old says.\n`,
          [file]: content,
        });
        const [link] = await definition(project.uri('paper.md'), 'old');
        assert.equal(link?.targetUri.toString(), project.uri(file).toString());
        const found = await references(project.uri(file), words);
        assert.deepEqual(found, ['paper.md:4 old', `${file}:${words === ' old' ? 2 : 1} old`]);
        await rename(project, file, words, 'new');
        assert.equal(await text(project, file), renamed);
        assert.match(await text(project, 'paper.md'), /As @new says/);
      });
    }

    it('starts at a \\bibitem', async () => {
      const latexItems =
        '\\cite{old}\n\\begin{thebibliography}{9}\n\\bibitem{old} Old.\n\\end{thebibliography}\n';
      const project = await makeProject({ 'main.tex': latexItems });
      const uri = project.uri('main.tex');
      const position = await inside(uri, 'item{old', 6);
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        uri,
        position,
        'new',
      );
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(await text(project, 'main.tex'), latexItems.replaceAll('{old}', '{new}'));
    });

    it('is refused where one of the files is read-only', async () => {
      const scheme = 'mmllm-test-rename';
      const files = new MemoryFiles(
        { '/paper.md': '---\nbibliography: refs.bib\n---\nAs @old says.\n', '/refs.bib': '@book{old}\n' },
        (path) => path.endsWith('.bib'),
      );
      const registration = vscode.workspace.registerFileSystemProvider(scheme, files, {
        isCaseSensitive: true,
      });
      try {
        const uri = vscode.Uri.from({ scheme, path: '/paper.md' });
        await assert.rejects(
          () => at('vscode.executeDocumentRenameProvider', uri, '@old', 'new'),
          /refs\.bib is read-only/,
        );
      } finally {
        registration.dispose();
      }
    });

    it('offers the key alone, and only where an entry has it', async () => {
      const project = await makeProject({
        ...latex,
        'one.tex': String.raw`\cite{jones2021, li2023blip} text`,
      });
      const prepared = await at<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        project.uri('one.tex'),
        'jones2021',
      );
      assert.equal(prepared.placeholder, 'jones2021');
      assert.deepEqual([prepared.range.start.character, prepared.range.end.character], [6, 15]);
      await assert.rejects(
        () => at('vscode.prepareRename', project.uri('one.tex'), 'li2023blip'),
        /li2023blip/,
      );
      await assert.rejects(
        () => at('vscode.prepareRename', project.uri('one.tex'), 'text'),
        /no citation key here/,
      );
    });

    for (const [newKey, message] of [
      ['JONES2021', /refs\.bib has an entry with the key jones2021 already/],
      ['two words', /white space/],
      ['a,b', /cannot have , in it/],
      ['a}b', /cannot have \} in it/],
    ] as const) {
      it(`refuses ${newKey} with a reason`, async () => {
        const project = await makeProject(latex);
        await assert.rejects(() => rename(project, 'main.tex', 'smith2020', newKey), message);
        assert.equal(await text(project, 'refs.bib'), bib);
      });
    }
  });

  it('makes DOI, address and arXiv id of a bibliography links', async () => {
    const project = await makeProject(latex);
    await show(project.uri('refs.bib'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      project.uri('refs.bib'),
    );
    const targets = links.map(({ target }) => target?.toString(true));
    for (const expected of [
      'https://doi.org/10.1000/182',
      'https://example.org/a_b',
      'https://arxiv.org/abs/2301.12597',
    ]) {
      assert.ok(targets.includes(expected), `${expected} in ${targets.join(' ')}`);
    }
  });

  it('gives a bibliography its entries as outline and folding', async () => {
    const project = await makeProject(latex);
    const uri = project.uri('refs.bib');
    await show(uri);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.deepEqual(
      symbols.map(({ name, detail, range }) => [name, detail, range.start.line, range.end.line]),
      [
        ['smith2020', 'book', 0, 4],
        ['jones2021', 'inbook', 6, 10],
      ],
    );
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 4],
        [6, 10],
      ],
    );
  });
});
