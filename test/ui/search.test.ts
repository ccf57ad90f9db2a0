import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { addProject, entrySaved } from './support/drafts';
import { accessibilityProblems, frameOf, webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

/** A bibliography as reference managers export them. */
function bibliography(entries: number): string {
  const topics = ['vision', 'language', 'audio', 'video', 'alignment', 'tuning', 'instruction', 'retrieval'];
  return Array.from({ length: entries }, (_, number) => {
    const topic = topics[number % topics.length] ?? '';
    return `@article{key${number},\n  title = {A Study of ${topic} Number ${number}},\n  author = {Author, Number and Other, Person},\n  year = {${2000 + (number % 25)}}\n}\n`;
  }).join('\n');
}

describe('the search', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace', viewport: { width: 1280, height: 900 } });
    await addProject(workbench, 'latex-natbib', 'one');
    await addProject(workbench, 'markdown', 'two');
    await addProject(workbench, 'markdown', 'large');
    await workbench.writeFile('large/refs.bib', bibliography(50_000));
    await workbench.openFile('one/chapters/method.tex');
  });

  after(() => workbench.close());

  const page = () => webviewPage(workbench, 'first');
  const box = (): Locator => page().getByRole('combobox', { name: 'Query' });
  const results = (): Locator => page().locator('.result:not(.waiting)');
  const names = (): Promise<string[]> => page().locator('.result .name').allTextContents();
  const count = (): Promise<string> => page().locator('.count').innerText();

  async function search(query: string): Promise<void> {
    await box().fill(query);
  }

  it('opens by a command, with everything that there is', async () => {
    await workbench.runCommand('MM-LLM: Search the Catalog');
    await results().first().waitFor();
    assert.match(await count(), /^3\d\d of 3\d\d$/);
    await page().getByText('Citing in method.tex, new entries in refs.bib').waitFor();
    await workbench.screenshot('search-light');
  });

  it('finds while one types, and marks what matches', async () => {
    await box().click();
    await workbench.type('visual instrction');
    await workbench.until('less is found', async () => !(await count()).startsWith('3'));
    await page().locator('mark', { hasText: 'Instruction' }).first().waitFor();
  });

  it('suggests properties and values, and completes them by Tab', async () => {
    await box().fill('');
    await workbench.type('backb');
    await page().getByRole('option', { name: 'backbone:' }).waitFor();
    await workbench.press('Tab');
    await workbench.type('vic');
    await page()
      .getByRole('option', { name: /^Vicuna/ })
      .first()
      .waitFor();
    assert.deepEqual(await accessibilityProblems(page()), []);
    await workbench.press('Tab');
    assert.equal((await box().inputValue()).trim(), 'backbone:vicuna');
    await page().locator('.chip[aria-pressed="true"]', { hasText: 'Vicuna' }).waitFor();
  });

  it('narrows by chips, whose counts follow', async () => {
    const before = Number((await count()).split(' ')[0]);
    const video = page()
      .locator('.chip', { hasText: /^Video/ })
      .first();
    const promised = Number(/\d+/.exec((await video.innerText()).replace(/^Video/, ''))?.[0]);
    await video.click();
    await workbench.until('the query says it', async () => /in:video/.test(await box().inputValue()));
    await workbench.until('less is found', async () => Number((await count()).split(' ')[0]) === promised);
    assert.ok(promised < before && promised > 0);
    await page().locator('.chip[aria-pressed="true"]', { hasText: 'Video' }).click();
    await workbench.until('all are back', async () => Number((await count()).split(' ')[0]) === before);
  });

  it('says what is wrong with a query', async () => {
    await search('backbon:vicuna llava');
    await page().getByText('Did you mean "backbone"?').waitFor();
  });

  it('cites by Enter, with the entry, and says then that it is cited', async () => {
    await workbench.goBehind('one/chapters/method.tex', 'frozen language model');
    await search('minigpt-4');
    await workbench.until('it is found', async () => (await names())[0] === 'MiniGPT-4');
    await box().press('ArrowDown');
    await page().locator('.results:focus').waitFor();
    await workbench.press('Enter');
    await entrySaved(workbench, 'one/refs.bib', 'zhu2023minigpt');
    await workbench.until('it is cited', async () =>
      /\\citep?\{[^}]*zhu2023minigpt/.test(await workbench.visibleText()),
    );
    await page().locator('.result.active .badge.cited').first().waitFor();
  });

  it('selects several and acts on all of them', async () => {
    await search('llava');
    await workbench.until('they are found', async () => (await names())[0] === 'LLaVA');
    await box().press('ArrowDown');
    await workbench.press('Space');
    await workbench.press('ArrowDown');
    await workbench.press('Space');
    await page().getByText('2 selected').waitFor();
    assert.deepEqual(await accessibilityProblems(page()), []);
    await workbench.press('c');
    const comparison = webviewPage(workbench, 'last');
    await comparison.locator('thead th .heading').nth(1).waitFor();
    assert.equal(await comparison.locator('thead th .heading').count(), 2);
    await workbench.press('Control+W');
  });

  it('has everything in its context menu', async () => {
    await workbench.openFile('two/paper.md');
    await search('flamingo');
    await workbench.until('it is found', async () => (await names())[0] === 'Flamingo');
    await results().first().click({ button: 'right' });
    const item = workbench.page.getByRole('menuitem', { name: /^Insert Citation(?! in)/ });
    await item.waitFor();
    const items = await workbench.page.locator('.monaco-menu .action-label').allTextContents();
    for (const title of ['Insert Summary', 'Compare Models', 'Copy BibTeX', 'Open Details']) {
      assert.ok(
        items.some((each) => each.startsWith(title)),
        `${title} is in ${items.join(', ')}`,
      );
    }
    await item.hover();
    await workbench.page.waitForTimeout(300);
    await item.click();
    await entrySaved(workbench, 'two/refs.bib', 'alayrac2022flamingo');
  });

  it('keeps its state while it is hidden and over a reload of the window', async () => {
    await search('in:audio');
    await workbench.until('less is found', async () => !(await count()).startsWith('3'));
    const found = await count();
    await workbench.openView('Explorer');
    await workbench.openView('MM-LLM');
    await workbench.until('it is as before', async () => (await count()) === found);
    assert.equal(await box().inputValue(), 'in:audio');
    await workbench.runCommand('Developer: Reload Window');
    await workbench.page.locator('[id="status.problems"]').waitFor({ state: 'detached' });
    await workbench.page.locator('[id="status.problems"]').waitFor({ timeout: 60_000 });
    await workbench.until('it is as before', async () => (await count().catch(() => '')) === found, 30_000);
    assert.equal(await box().inputValue(), 'in:audio');
  });

  it('searches and scrolls a bibliography of 50,000 works without a long task', async () => {
    await workbench.openFile('large/paper.md');
    await page().getByText('Citing in paper.md').waitFor();
    await search('');
    await page().getByLabel('Search in').selectOption('bibliography');
    await workbench.until('all are read', async () => (await count()) === '50,000 of 50,000', 60_000);
    const frame = await frameOf(page());
    await frame.evaluate(`
      window.longTasks = [];
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ entryTypes: ['longtask'] });
    `);
    const list = page().locator('.results');
    await list.hover();
    for (let step = 0; step < 30; step++) {
      await workbench.page.mouse.wheel(0, 4000 * (step % 7));
      await workbench.page.waitForTimeout(30);
    }
    await list.focus();
    await workbench.press('End');
    await workbench.until('the last is there', async () =>
      (await names()).some((name) => / 49999$/.test(name)),
    );
    assert.ok((await page().locator('.result').count()) < 60, 'few lines are on the page');
    await box().click();
    await workbench.type('study retrieval 4');
    await workbench.until('less is found', async () => !(await count()).startsWith('50,000'));
    const tasks = await frame.evaluate<number[]>('window.longTasks');
    console.log(
      `      long tasks in the page: ${tasks.map((task) => Math.round(task)).join(', ') || 'none'}`,
    );
    assert.deepEqual(
      tasks.filter((task) => task > 50),
      [],
    );
  });
});
