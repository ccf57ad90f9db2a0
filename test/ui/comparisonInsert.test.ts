import assert from 'node:assert/strict';
import { ComparisonTab } from './support/comparison';
import { becomes, entrySaved } from './support/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

/** Cells of the lines of a LaTeX table between its rules. */
function latexLines(text: string): string[][] {
  const body = /\\begin\{tabular\}\{[^\n]*\n([^]*?)\\end\{tabular\}/.exec(text)?.[1] ?? '';
  return body
    .split('\n')
    .filter((line) => line.includes(' & '))
    .map((line) =>
      line
        .replace(/\\\\$/, '')
        .split(' & ')
        .map((cell) => cell.trim()),
    );
}

/** Cells of the lines of a pipe table, without the line of dashes. */
function pipeLines(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|:'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe('a comparison inserted as a table', () => {
  let workbench: Workbench;
  let tab: ComparisonTab;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace',
      files: ['latex-plain/main.tex'],
      viewport: { width: 1500, height: 1000 },
    });
    tab = new ComparisonTab(workbench);
  });

  after(() => workbench.close());

  const inserted = (what: RegExp): Promise<void> =>
    workbench.until(`the draft shows ${String(what)}`, async () => what.test(await workbench.visibleText()));

  it('is exactly what is seen, in LaTeX, and one undo takes it back with the entries', async () => {
    const draft = await workbench.readFile('latex-plain/main.tex');
    const bibliography = await workbench.readFile('latex-plain/refs.bib');
    await workbench.goBehind('latex-plain/main.tex', 'Images come next.');
    await tab.open('LLaVA', 'Flamingo', 'BLIP-2');
    const [first = '', second = '', third = ''] = await tab.heads();
    await tab.tool('Inputs', 'Hide');
    await workbench.until('the row is hidden', async () => !(await tab.labels()).includes('Inputs'));
    const [top = '', next = ''] = await tab.labels();
    await tab.tool(top, 'Move towards the end');
    await workbench.until('the row has moved', async () => (await tab.labels())[0] === next);
    await tab.tool(first, 'Move towards the end');
    await workbench.until('the column has moved', async () => (await tab.heads())[0] === second);
    assert.deepEqual(await tab.heads(), [second, first, third]);
    const labels = await tab.labels();
    assert.deepEqual(labels.slice(0, 2), [next, top]);
    assert.ok(!labels.includes('Inputs'));
    await workbench.screenshot('comparison-before-insert');
    await tab.button('Insert as Table').click();
    await inserted(/\\begin\{tabular\}/);
    await entrySaved(workbench, 'latex-plain/refs.bib', 'alayrac2022flamingo');
    await workbench.focusEditor();
    await workbench.press('Control+S');
    await workbench.until('the draft is saved', async () =>
      (await workbench.readFile('latex-plain/main.tex')).includes('\\end{tabular}'),
    );
    const text = await workbench.readFile('latex-plain/main.tex');
    const [head = [], ...body] = latexLines(text);
    assert.deepEqual(
      head.map((cell) => cell.replace(/~\\cite\{\w+\}$/, '')),
      ['', second, first, third],
    );
    assert.equal(head.filter((cell) => /~\\cite\{\w+\}$/.test(cell)).length, 3, 'each model is cited');
    assert.deepEqual(
      body.map(([label]) => label),
      labels,
    );
    assert.ok(body.every((cells) => cells.length === 4));
    const entries = await workbench.readFile('latex-plain/refs.bib');
    for (const key of ['liu2023visual', 'alayrac2022flamingo', 'li2023blip']) {
      assert.ok(text.includes(`\\cite{${key}}`) && entries.includes(`{${key},`), key);
    }
    await workbench.press('Control+Z');
    await inserted(/Images come next\.\s+\\bibliographystyle/);
    await becomes(workbench, 'latex-plain/refs.bib', bibliography);
    await becomes(workbench, 'latex-plain/main.tex', draft);
  });

  it('is exactly what is seen, in Markdown, a model a line and only what differs', async () => {
    const draft = await workbench.readFile('markdown/paper.md');
    const bibliography = await workbench.readFile('markdown/refs.bib');
    await workbench.openFile('markdown/paper.md');
    await workbench.goBehind('markdown/paper.md', 'Images come next.');
    await tab.open('LLaVA', 'Flamingo');
    const all = await tab.labels();
    await tab.box('Only differences').click();
    await workbench.until('rows are gone', async () => (await tab.labels()).length < all.length);
    const different = await tab.labels();
    await tab.box('A model a line').click();
    await workbench.until('models are lines', async () => (await tab.labels()).includes('LLaVA'));
    await workbench.page.keyboard.press('Shift+Tab');
    const [second = '', first = ''] = (await tab.labels()).reverse();
    await tab.tool(second, 'Move towards the start');
    await workbench.until('the line has moved', async () => (await tab.labels())[0] === second);
    const heads = await tab.heads();
    assert.deepEqual(heads, different);
    await tab.button('Insert as Table').click();
    await inserted(/\| LLaVA \[@liu2023visual\]/);
    await entrySaved(workbench, 'markdown/refs.bib', 'alayrac2022flamingo');
    await workbench.focusEditor();
    await workbench.press('Control+S');
    await workbench.until('the draft is saved', async () =>
      (await workbench.readFile('markdown/paper.md')).includes('| LLaVA [@liu2023visual]'),
    );
    const [head = [], ...lines] = pipeLines(await workbench.readFile('markdown/paper.md'));
    assert.deepEqual(head, ['', ...heads]);
    assert.deepEqual(
      lines.map(([name = '']) => name.replace(/ \[@\w+\]$/, '')),
      [second, first],
    );
    assert.ok(lines.every((cells) => cells.length === head.length));
    await workbench.press('Control+Z');
    await becomes(workbench, 'markdown/refs.bib', bibliography);
    await becomes(workbench, 'markdown/paper.md', draft);
  });

  it('asks for a draft if none is open any more', async () => {
    await workbench.runCommand('View: Close All Editors');
    await tab.open('LLaVA', 'Flamingo');
    await workbench.until('the page knows of no draft', async () =>
      /Open a draft/.test(await tab.page.locator('.target').innerText()),
    );
    await tab.button('Insert as Table').click();
    await tab.page
      .locator('.live.error', { hasText: 'Open a LaTeX, Markdown or Typst draft first.' })
      .waitFor();
  });

  it('starts with the models of the citation that the cursor is in', async () => {
    await workbench.writeFile(
      'markdown/cited.md',
      'See [@liu2023visual; @alayrac2022flamingo], or others.\n',
    );
    await workbench.openFile('markdown/cited.md');
    await workbench.goBehind('markdown/cited.md', '@liu2023');
    await workbench.runCommand('MM-LLM: Compare Models');
    await workbench.quickInput.row('LLaVA').waitFor();
    await workbench.quickInput.settled();
    assert.deepEqual((await workbench.quickInput.ticked()).sort(), ['Flamingo', 'LLaVA']);
    await workbench.quickInput.accept();
    await tab.heading('Flamingo').waitFor();
    assert.deepEqual((await tab.heads()).sort(), ['Flamingo', 'LLaVA']);
  });

  it('offers the table of results to who inserts without the tab, where models have scores', async () => {
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('latex-plain/main.tex');
    await workbench.goBehind('latex-plain/main.tex', 'Images come next.');
    await workbench.runCommand('MM-LLM: Insert Table');
    await tab.tick('LLaVA-1.5', 'BLIP-2');
    await workbench.quickInput.accept('goes on');
    await workbench.quickInput.row('Results').click();
    await inserted(/\\textbf\{/);
    await workbench.screenshot('insert-results');
    await workbench.press('Control+Z');
    await inserted(/Images come next\.\s+\\bibliographystyle/);
  });
});
