import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors } from './support/editors';
import { api, insert, run } from './support/extension';
import { hoverAt, plain } from './support/hovers';
import type { Project } from './support/project';
import { makeProject } from './support/project';
import { until } from './support/until';

interface Cell {
  readonly type: 'markdown' | 'raw' | 'code';
  readonly source: string;
}

function notebook(...cells: readonly Cell[]): string {
  return JSON.stringify({
    cells: cells.map(({ type, source }) => ({
      cell_type: type,
      metadata: {},
      source: source.split(/(?<=\n)/),
      ...(type === 'code' && { outputs: [], execution_count: null }),
    })),
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    nbformat: 4,
    nbformat_minor: 4,
  });
}

const markdown = (source: string): Cell => ({ type: 'markdown', source });
const raw = (source: string): Cell => ({ type: 'raw', source });
const code = (source: string): Cell => ({ type: 'code', source });

const bib = '@book{mine,\n  title = {My Own Book},\n  author = {Writer, Ann},\n  year = {1999},\n}\n';

async function open(project: Project, path = 'nb.ipynb'): Promise<vscode.NotebookDocument> {
  await api();
  const opened = await vscode.workspace.openNotebookDocument(project.uri(path));
  try {
    await vscode.window.showNotebookDocument(opened, { preview: false });
  } catch (error) {
    // VS Code for the web has notebooks' documents, but where it runs without network no editor for them.
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web, String(error));
  }
  return opened;
}

/** The editor of the notebook in front; where notebooks have none, the test is left out. */
function editorOf(test: Mocha.Context): vscode.NotebookEditor {
  return vscode.window.activeNotebookEditor ?? test.skip();
}

function cell(opened: vscode.NotebookDocument, index: number): vscode.TextDocument {
  return opened.cellAt(index).document;
}

async function hover(document: vscode.TextDocument, key: string): Promise<string | undefined> {
  const shown = await hoverAt(document, document.getText().indexOf(key) + 1);
  return shown && plain(shown.markdown);
}

describe('a notebook', () => {
  afterEach(closeEditors);

  it('explains the citations of its Markdown cells by the bibliography beside it, and those of no other cell', async () => {
    const project = await makeProject({
      'nb.ipynb': notebook(code('x = "@mine"'), markdown('See [@mine] and @li2023blip.')),
      'refs.bib': bib,
    });
    const opened = await open(project);
    assert.match((await hover(cell(opened, 1), 'mine')) ?? '', /My Own Book/);
    assert.match((await hover(cell(opened, 1), 'li2023blip')) ?? '', /BLIP-2/);
    assert.equal(await hover(cell(opened, 0), 'mine'), undefined);
  });

  it('has its bibliography named in the raw cell it begins with, before that of its Quarto project', async () => {
    const project = await makeProject({
      'nb.ipynb': notebook(raw('---\nbibliography: own.bib\n---'), code('1'), markdown('See @mine.')),
      'own.bib': bib,
      '_quarto.yml': 'bibliography: other.bib\n',
      'other.bib': '',
    });
    const opened = await open(project);
    const found = await (await api()).bibliographies(cell(opened, 2).uri);
    assert.deepEqual(
      found.map(({ uri, by }) => [uri, by]),
      [[project.uri('own.bib').toString(), 'declaration']],
    );
    const status = (await run('showBibliographyStatus', { uri: project.uri('nb.ipynb') })) as string;
    assert.match(status, /nb\.ipynb/);
    assert.match(status, /own\.bib/);
  });

  for (const [file, content] of [
    ['_quarto.yml', 'bibliography: lit/refs.bib\n'],
    ['myst.yml', 'project:\n  bibliography: lit/refs.bib\n'],
    ['_config.yml', 'bibtex_bibfiles:\n  - lit/refs.bib\n'],
  ] as const) {
    it(`belongs to the project of ${file}`, async () => {
      const project = await makeProject({
        'parts/nb.ipynb': notebook(markdown('Text.')),
        [file]: content,
        'lit/refs.bib': bib,
      });
      const opened = await open(project, 'parts/nb.ipynb');
      const found = await (await api()).bibliographies(cell(opened, 0).uri);
      assert.deepEqual(
        found.map(({ uri, by }) => [uri, by]),
        [[project.uri('lit/refs.bib').toString(), 'project']],
      );
      const { inserted } = await insert('insertCitation', {
        ids: ['llava'],
        uri: cell(opened, 0).uri,
        position: 0,
      });
      assert.equal(inserted.trim(), file === '_quarto.yml' ? '[@liu2023visual]' : '{cite:p}`liu2023visual`');
    });
  }

  it('gets a citation at the cursor of the cell and its entry, and the command knows the cell', async function () {
    const project = await makeProject({
      'nb.ipynb': notebook(markdown('First.'), markdown('Second.')),
      'refs.bib': bib,
    });
    const opened = await open(project);
    const editor = editorOf(this);
    editor.selection = new vscode.NotebookRange(1, 2);
    const result = await insert('insertCitation', { ids: ['llava'] });
    assert.deepEqual(result.added, ['liu2023visual']);
    assert.equal(cell(opened, 0).getText(), 'First.');
    assert.match(cell(opened, 1).getText(), /^Second\. ?\[@liu2023visual\]$/);
    assert.match(await project.text('refs.bib'), /@\w+\{liu2023visual,/);
    const again = await insert('insertCitation', { ids: ['llava'], uri: cell(opened, 0).uri });
    assert.deepEqual(again.added, []);
  });

  it('writes a citation at the cursor of the cell that is edited', async function () {
    const project = await makeProject({
      'nb.ipynb': notebook(markdown('First.'), markdown('Second.')),
      'refs.bib': bib,
    });
    const opened = await open(project);
    const editor = editorOf(this);
    editor.selection = new vscode.NotebookRange(1, 2);
    await vscode.commands.executeCommand('notebook.cell.edit');
    const shown = await until(() => {
      const { activeTextEditor } = vscode.window;
      assert.equal(activeTextEditor?.document, cell(opened, 1));
      return activeTextEditor;
    });
    shown.selection = new vscode.Selection(0, 6, 0, 6);
    await insert('insertCitation', { ids: ['llava'] });
    assert.equal(cell(opened, 1).getText(), 'Second [@liu2023visual].');
  });

  it('has citation and entry taken back by one undo', async function () {
    const project = await makeProject({ 'nb.ipynb': notebook(markdown('First.')), 'refs.bib': bib });
    const opened = await open(project);
    const result = await insert('insertCitation', { ids: ['llava'], uri: cell(opened, 0).uri, position: 5 });
    assert.deepEqual(result.added, ['liu2023visual']);
    editorOf(this).selection = new vscode.NotebookRange(0, 1);
    await vscode.commands.executeCommand('notebook.cell.edit');
    await until(() => assert.equal(vscode.window.activeTextEditor?.document, cell(opened, 0)));
    await vscode.commands.executeCommand('undo');
    const refs = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
    await until(() => assert.deepEqual([cell(opened, 0).getText(), refs.getText()], ['First.', bib]));
  });

  it('offers entries and works where a key is typed, those first that another cell cites', async () => {
    const project = await makeProject({
      'nb.ipynb': notebook(markdown('As @zeta and @zeta say.'), markdown('And [@')),
      'refs.bib': '@book{alpha, title = {A}}\n@book{zeta, title = {Z}}\n',
    });
    const opened = await open(project);
    const document = cell(opened, 1);
    const labels = await until(async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 6),
        '@',
      );
      const found = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(found.includes('alpha'), found.join());
      return found;
    });
    assert.ok(labels.indexOf('zeta') < labels.indexOf('alpha'), labels.join());
    assert.ok(labels.length > 2, 'works of the catalog as well');
  });

  it('follows its cells as they are edited, and its bibliography', async () => {
    const project = await makeProject({
      'nb.ipynb': notebook(raw('---\nbibliography: one.bib\n---'), markdown('@mine')),
      'one.bib': '',
      'two.bib': bib,
    });
    const opened = await open(project);
    const title = async (): Promise<string | undefined> =>
      (await (await api()).resolve(cell(opened, 1).uri, 'mine')).fields?.['title'];
    assert.equal(await title(), undefined);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(cell(opened, 0).uri, new vscode.Range(1, 14, 1, 17), 'two');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(await title(), 'My Own Book');
    await project.write('two.bib', bib.replace('My Own', 'Another'));
    await until(async () => assert.equal(await title(), 'Another Book'));
  });

  it('shows a missing bibliography on its path in the cell', async function () {
    const project = await makeProject({
      'nb.ipynb': notebook(markdown('---\nbibliography: lost.bib\n---\n'), markdown('@mine')),
    });
    const opened = await open(project);
    editorOf(this);
    const document = cell(opened, 0);
    const [found] = await until(() => {
      const all = vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'MM-LLM');
      assert.equal(all.length, 1);
      return all;
    });
    assert.equal(found && document.getText(found.range), 'lost.bib');
    await project.write('lost.bib', bib);
    await until(() => assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []));
  });

  it('gets an entry into its own references, in the cell where they stand', async () => {
    const project = await makeProject({
      'nb.ipynb': notebook(
        markdown('---\nreferences:\n- id: own\n  title: Inline\n---\n'),
        markdown('See @own.'),
      ),
    });
    const opened = await open(project);
    assert.match((await hover(cell(opened, 1), 'own')) ?? '', /Inline/);
    const result = await insert('insertCitation', {
      ids: ['llava'],
      uri: cell(opened, 1).uri,
      position: 9,
    });
    assert.deepEqual(result.added, ['liu2023visual']);
    assert.match(cell(opened, 0).getText(), /\n- id: liu2023visual\n/);
    assert.equal(cell(opened, 1).getText().includes('@liu2023visual'), true);
  });

  it('has its keys found and renamed, also while it is closed', async function () {
    const project = await makeProject({
      'nb.ipynb': notebook(markdown('See [@mine].'), code('x'), markdown('Again @mine.')),
      'refs.bib': bib,
    });
    const uri = project.uri('refs.bib');
    await api();
    await vscode.workspace.openTextDocument(uri);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      uri,
      new vscode.Position(0, 7),
      'renamed',
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    const opened = await open(project);
    // Where notebooks have no editor, VS Code forgets what was changed in one that is closed.
    editorOf(this);
    assert.equal(cell(opened, 0).getText(), 'See [@renamed].');
    assert.equal(cell(opened, 2).getText(), 'Again @renamed.');
    const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
      'vscode.executeDefinitionProvider',
      cell(opened, 2).uri,
      new vscode.Position(0, 8),
    );
    assert.deepEqual(
      links.map(({ targetUri }) => targetUri.toString()),
      [uri.toString()],
    );
  });
});
