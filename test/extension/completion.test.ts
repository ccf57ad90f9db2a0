import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, moveBehind, show, type } from './support/editors';
import { configure } from './support/extension';
import type { Project } from './support/project';
import { copyProject, makeProject } from './support/project';
import { until } from './support/until';

afterEach(closeEditors);

/** What VS Code would list at the cursor, of ours. */
async function listed(editor: vscode.TextEditor, resolve = 0): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    undefined,
    resolve,
  );
  return list.items.filter(
    ({ kind }) => kind === vscode.CompletionItemKind.Reference || kind === vscode.CompletionItemKind.Module,
  );
}

function keysOf(items: readonly vscode.CompletionItem[], kind: vscode.CompletionItemKind): string[] {
  return items.filter((item) => item.kind === kind).map(({ label }) => nameOf(label));
}

function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

const entriesOf = (items: readonly vscode.CompletionItem[]): string[] =>
  keysOf(items, vscode.CompletionItemKind.Reference);
const worksOf = (items: readonly vscode.CompletionItem[]): string[] =>
  keysOf(items, vscode.CompletionItemKind.Module);

/** A work on a benchmark. */
const BENCHMARK = 'li2023evaluating';

/** Written into a copy of the project `markdown`. */
const written: Readonly<Record<string, string>> = {
  'paper.typ':
    '#bibliography("refs.bib")\n\nAttention is all you need @vaswani2017attention.\n\nImages come next.\n',
  'book.md':
    '---\nbibliography: refs.bib\n---\n\nAttention {cite:p}`vaswani2017attention`.\n\nImages come next.\n',
};

const places = [
  ['latex-natbib', 'chapters/introduction.tex', 'Flamingo came first', ' \\cite{', '}', 'li2023blip, '],
  ['markdown', 'paper.md', 'Images come next', ' [@', ']', 'li2023blip; @'],
  ['markdown', 'paper.typ', 'Images come next', ' @', '', undefined],
  ['markdown', 'paper.typ', 'Images come next', ' #cite(<', '>)', undefined],
  ['markdown', 'book.md', 'Images come next', ' {cite:t}`', '`', 'li2023blip, '],
  ['markdown', 'book.md', 'Images come next', ' [@', ']', 'li2023blip; @'],
] as const;

describe('completion of citation keys', () => {
  for (const [folder, draft, behind, before, closing, others] of places) {
    describe(`behind ${before.trim()} in ${draft}`, () => {
      let project: Project;
      let editor: vscode.TextEditor;

      beforeEach(async () => {
        project = await copyProject(folder);
        const content = written[draft];
        if (content !== undefined) {
          await project.write(draft, content);
        }
        editor = await show(project.uri(draft));
        moveBehind(editor, behind);
      });

      const start = async (typed: string): Promise<void> => {
        await type(editor, `${before}${typed}${closing}`);
        const { line, character } = editor.selection.active;
        const cursor = new vscode.Position(line, character - closing.length);
        editor.selection = new vscode.Selection(cursor, cursor);
      };

      it('lists the entries of the bibliography before works of the catalog', async () => {
        await start('');
        const items = await listed(editor);
        assert.ok(
          entriesOf(items).includes('vaswani2017attention') && entriesOf(items).includes('li2023blip'),
        );
        assert.ok(worksOf(items).length > 0 && items.length <= 50);
        assert.ok(!worksOf(items).includes('li2023blip'));
        const order = items.map(({ sortText }) => sortText);
        assert.deepEqual(order, [...order].sort());
      });

      it('finds an entry by author, title and year, with typing errors', async () => {
        await start('atention');
        assert.deepEqual(entriesOf(await listed(editor)).slice(0, 1), ['vaswani2017attention']);
      });

      it('does not offer what the citation has already', async function () {
        if (others === undefined) {
          // Typst has one key a citation.
          this.skip();
        }
        await start(others);
        const items = await listed(editor);
        assert.ok(entriesOf(items).includes('vaswani2017attention'));
        assert.ok(!entriesOf(items).includes('li2023blip'));
      });

      it('explains an item only when asked to', async () => {
        await start('blip-2');
        assert.equal((await listed(editor))[0]?.documentation, undefined);
        const [first] = await listed(editor, 1);
        assert.deepEqual(entriesOf(first ? [first] : []), ['li2023blip']);
        assert.match((first?.documentation as vscode.MarkdownString).value, /Savarese.*2023/s);
      });

      it('replaces exactly the key, or the part of it before the cursor', async () => {
        await start('li2023blip');
        const { line, character } = editor.selection.active;
        const inside = new vscode.Position(line, character - 4);
        editor.selection = new vscode.Selection(inside, inside);
        const [first] = await listed(editor);
        const range = first?.range as { inserting: vscode.Range; replacing: vscode.Range };
        assert.equal(editor.document.getText(range.inserting), 'li2023');
        assert.equal(editor.document.getText(range.replacing), 'li2023blip');
      });

      it("writes a work's key and adds its entry, which one undo takes back", async () => {
        await start('flamingo');
        const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
        const texts = (): string[] => [editor.document.getText(), bibliography.getText()];
        const [before0, bibBefore] = texts();
        const item = (await listed(editor)).find(({ kind }) => kind === vscode.CompletionItemKind.Module);
        assert.ok(item?.command);
        const [accepted] = item.command.arguments as unknown[];
        await vscode.commands.executeCommand(item.command.command, accepted);
        assert.ok(editor.document.getText().includes(`${before}alayrac2022flamingo${closing}`));
        assert.match(bibliography.getText(), /@inproceedings\{alayrac2022flamingo,/);
        const { active } = editor.selection;
        const line = editor.document.lineAt(active.line).text.slice(0, active.character);
        assert.ok(line.endsWith('alayrac2022flamingo'), 'the cursor is behind the key');
        await vscode.commands.executeCommand('undo');
        await until(() => assert.deepEqual(texts(), [before0, bibBefore]));
      });

      it('offers a work of the catalog that describes no model, and cites it', async () => {
        await start('hallucination');
        const item = (await listed(editor)).find(({ label }) => nameOf(label) === BENCHMARK);
        assert.equal(item?.kind, vscode.CompletionItemKind.Module);
        assert.match((item.label as vscode.CompletionItemLabel).description ?? '', /MM-LLM.*refs\.bib/);
        const [accepted] = item.command?.arguments as unknown[];
        await vscode.commands.executeCommand(item.command?.command ?? '', accepted);
        assert.ok(editor.document.getText().includes(`${before}${BENCHMARK}${closing}`));
        assert.ok((await project.text('refs.bib')).includes(`{${BENCHMARK},`));
      });

      it('leaves the entries to others where the user wants that', async () => {
        const restore = await configure('completion.bibliographyEntries', 'never');
        try {
          await start('');
          const items = await listed(editor);
          assert.deepEqual(entriesOf(items), []);
          assert.ok(worksOf(items).length > 0);
        } finally {
          await restore();
        }
      });
    });
  }

  it('knows the new entry at once, and forgets what was deleted', async () => {
    const project = await makeProject({
      'main.tex': '\\bibliography{refs}\n\\cite{mine}\n',
      'refs.bib': '@misc{mine1, title = {Nightingales}}\n',
    });
    const editor = await show(project.uri('main.tex'));
    moveBehind(editor, '\\cite{mine');
    assert.deepEqual(entriesOf(await listed(editor)), ['mine1']);
    const bibliography = await show(project.uri('refs.bib'));
    const all = new vscode.Range(0, 0, 9, 0);
    await bibliography.edit((edit) => edit.replace(all, '@misc{mine2, title = {Nightingales}}\n'));
    const again = await show(project.uri('main.tex'));
    moveBehind(again, '\\cite{mine');
    await until(async () => assert.deepEqual(entriesOf(await listed(again)), ['mine2']));
  });

  it('asks to be asked again at the next letter', async () => {
    const project = await makeProject({
      'main.tex': '\\bibliography{refs}\n\\cite{mine}\n',
      'refs.bib': '@misc{mine1, title = {Nightingales}}\n',
    });
    const editor = await show(project.uri('main.tex'));
    moveBehind(editor, '\\cite{mine');
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
    );
    assert.equal(list.isIncomplete, true);
  });

  it('cites an entry in Typst by a string, where its key is no label', async () => {
    const project = await makeProject({
      'paper.typ': '#bibliography("refs.bib")\n\nBirds @night\n',
      'refs.bib': '@misc{DBLP:conf/birds/1, title = {Nightingales}}\n',
    });
    const editor = await show(project.uri('paper.typ'));
    moveBehind(editor, '@night');
    const [item] = await listed(editor);
    assert.equal(item?.insertText, '#cite(label("DBLP:conf/birds/1"))');
    const { inserting } = item.range as { inserting: vscode.Range };
    assert.equal(editor.document.getText(inserting), '@night');
    assert.ok(item.filterText?.startsWith('@night'));
  });

  it('lists nothing in a text that only names somebody', async () => {
    const project = await makeProject({ 'README.md': 'Thanks to `@me`, me@example.org\n' });
    const editor = await show(project.uri('README.md'));
    moveBehind(editor, '`@');
    assert.deepEqual(await listed(editor), []);
    moveBehind(editor, ' me@');
    assert.deepEqual(await listed(editor), []);
  });
});

describe('completion in one of several files', () => {
  it('puts what the other files cite first, also those that are in no editor', async () => {
    const entries = ['a', 'b', 'c', 'd'].map((letter) => `@misc{key-${letter}, title = {Title ${letter}}}\n`);
    const project = await makeProject({
      'main.tex':
        '\\documentclass{article}\n\\begin{document}\n\\input{one}\n\\input{two}\n\\bibliography{refs}\n\\end{document}\n',
      'one.tex': 'One.\n',
      'two.tex': '\\cite{key-d} and \\cite{key-d, key-c}\n',
      'refs.bib': entries.join(''),
    });
    const editor = await show(project.uri('one.tex'));
    moveBehind(editor, 'One');
    await type(editor, ' \\cite{');
    await until(async () => {
      const keys = entriesOf(await listed(editor));
      assert.deepEqual(keys, ['key-d', 'key-c', 'key-a', 'key-b']);
    });
  });
});
