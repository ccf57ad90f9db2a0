import assert from 'node:assert/strict';
import { addProject, becomes, entrySaved } from './support/drafts';
import { SearchPage } from './support/searchPage';
import { accessibilityProblems, webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('the search', () => {
  let workbench: Workbench;
  let search: SearchPage;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace', viewport: { width: 1280, height: 900 } });
    await addProject(workbench, 'latex-natbib', 'one');
    await addProject(workbench, 'markdown', 'two');
    await workbench.openFile('one/chapters/method.tex');
    search = new SearchPage(workbench);
  });

  after(() => workbench.close());

  it('opens by a command, with everything that there is, ready to type', async () => {
    await search.open();
    assert.match(await search.count(), /^3\d\d of 3\d\d$/);
    await search.page.getByText('Citing in method.tex, new entries in refs.bib').waitFor();
    await search.page.locator('.query:focus').waitFor();
    await workbench.screenshot('search-light');
  });

  it('finds while one types, and marks what matches', async () => {
    await workbench.type('visual instrction');
    await workbench.until('less is found', async () => (await search.found()) < 300);
    await search.page.locator('mark', { hasText: 'Instruction' }).first().waitFor();
  });

  it('suggests properties and values, and completes them by Tab', async () => {
    await search.box.fill('');
    await workbench.type('backb');
    await search.page.getByRole('option', { name: 'backbone:' }).waitFor();
    await workbench.press('Tab');
    await workbench.type('vic');
    await search.page
      .getByRole('option', { name: /^Vicuna/ })
      .first()
      .waitFor();
    assert.deepEqual(await accessibilityProblems(search.page), []);
    await workbench.press('Tab');
    assert.equal((await search.box.inputValue()).trim(), 'backbone:vicuna');
    await search.page.getByRole('button', { name: 'Remove the filter LLM Backbone: Vicuna' }).waitFor();
  });

  it('narrows by filters, whose counts follow, and takes them back', async () => {
    const before = await search.found();
    await search.facet('Input').first().click();
    const video = search.page.locator('.facets .chip', { hasText: /^Video/ });
    const promised = Number(/\d+$/.exec(await video.innerText())?.[0]);
    await workbench.screenshot('search-facet-open');
    assert.deepEqual(await accessibilityProblems(search.page), []);
    await video.click();
    await workbench.until('the query says it', async () => /in:video/.test(await search.box.inputValue()));
    await workbench.until('as many are found', async () => (await search.found()) === promised);
    assert.ok(promised < before && promised > 0);
    await search.page.getByRole('button', { name: 'Remove the filter Input: Video' }).click();
    await workbench.until('all are back', async () => (await search.found()) === before);
    assert.equal(await search.page.locator('.active-filters .chip').count(), 1);
  });

  it('has filters by keyboard: a tab stop each for facets and values, arrows between', async () => {
    await search.box.fill('');
    const focused = search.page.locator(':focus');
    await workbench.press('Tab');
    await workbench.press('Home');
    await workbench.press('ArrowRight');
    assert.match(await focused.innerText(), /Output/);
    await workbench.press('Enter');
    await search.page.getByRole('group', { name: 'Output' }).waitFor();
    await workbench.press('Tab');
    await workbench.press('ArrowRight');
    const label = (await focused.innerText()).replace(/\s*\d+$/, '');
    await workbench.press('Space');
    await search.page.locator('.chip[aria-pressed="true"]', { hasText: label }).waitFor();
    assert.equal(
      (await focused.innerText()).replace(/\s*\d+$/, ''),
      label,
      'the focus stays on the value that was switched on',
    );
    await workbench.press('Escape');
    assert.match(await focused.innerText(), /Output/, 'Escape goes back to the facet and closes it');
    assert.equal(await search.page.locator('.facets .chip').count(), 0);
    await workbench.press('Tab');
    assert.match((await focused.getAttribute('aria-label')) ?? '', /^Remove the filter Output/);
    await workbench.press('Delete');
    await workbench.until('nothing filters', async () => (await search.box.inputValue()) === '');
  });

  it('says what is wrong with a query', async () => {
    await search.box.fill('backbon:vicuna llava');
    await search.page.getByText('Did you mean "backbone"?').waitFor();
  });

  it('cites by Enter into LaTeX, with the entry, says so and keeps the focus; one undo takes both back', async () => {
    const [draft, bibliography] = ['one/chapters/method.tex', 'one/refs.bib'];
    const texts = [await workbench.readFile(draft), await workbench.readFile(bibliography)] as const;
    await workbench.goBehind(draft, 'frozen language model');
    await search.find('minigpt-4', 'MiniGPT-4');
    await workbench.press('Enter');
    await search.notice.getByText('Cited in method.tex: zhu2023minigpt; new in refs.bib').waitFor();
    await search.page.locator('.results:focus').waitFor();
    await entrySaved(workbench, bibliography, 'zhu2023minigpt');
    assert.match(await workbench.visibleText(), /frozen language model~\\citep?\{zhu2023minigpt\}/);
    await search.page.locator('.result.active .badge.cited').first().waitFor();
    await workbench.focusEditor();
    await workbench.press('Control+Z');
    await becomes(workbench, draft, texts[0]);
    await becomes(workbench, bibliography, texts[1]);
    await search.page.locator('.result.active .badge.cited').waitFor({ state: 'detached' });
  });

  it('selects several, also a range and all, and acts on all of them', async () => {
    await search.find('llava', 'LLaVA');
    await workbench.press('Shift+ArrowDown');
    await workbench.press('Shift+ArrowDown');
    await search.page.getByText('3 selected').waitFor();
    await workbench.press('Shift+ArrowUp');
    await search.page.getByText('2 selected').waitFor();
    await workbench.press('Control+A');
    await workbench.until('all are selected', async () => (await search.found()) > 3);
    await workbench.press('Escape');
    await workbench.until('none is', async () => / of /.test(await search.count()));
    await search.results.nth(1).click();
    await search.results.nth(3).click({ modifiers: ['Shift'] });
    await search.page.getByText('3 selected').waitFor();
    await search.results.nth(2).click({ modifiers: ['Control'] });
    await search.page.getByText('2 selected').waitFor();
    assert.deepEqual(await accessibilityProblems(search.page), []);
    await workbench.press('c');
    const comparison = webviewPage(workbench, 'last');
    await comparison.locator('thead th .heading').nth(1).waitFor();
    assert.equal(await comparison.locator('thead th .heading').count(), 2);
    await workbench.press('Control+W');
  });

  it('copies in any format by a key, and says so', async () => {
    await search.find('flamingo', 'Flamingo');
    await workbench.press('f');
    await workbench.quickInput.input.waitFor();
    await workbench.quickInput.row('RIS').click();
    await search.notice.getByText('Copied').waitFor();
    assert.match(await workbench.readClipboard(), /^TY {2}- /);
    await search.list.focus();
    await workbench.press('k');
    await workbench.until(
      'the key is copied',
      async () => (await workbench.readClipboard()) === 'alayrac2022flamingo',
    );
  });

  it('has everything in its context menu, which keys open too, and cites into Markdown', async () => {
    await workbench.openFile('two/paper.md');
    await workbench.goBehind('two/paper.md', 'Images come next');
    await search.find('flamingo', 'Flamingo');
    await workbench.press('Shift+F10');
    const item = workbench.page.getByRole('menuitem', { name: /^Insert Citation(?! in)/ });
    await item.waitFor();
    const items = await workbench.page.locator('.monaco-menu .action-label').allTextContents();
    for (const title of ['Insert Summary', 'Compare Models', 'Copy BibTeX', 'Copy As', 'Open Details']) {
      assert.ok(
        items.some((each) => each.startsWith(title)),
        `${title} is in ${items.join(', ')}`,
      );
    }
    assert.ok(!items.includes('Go to Entry'));
    await item.hover();
    await workbench.page.waitForTimeout(300);
    await item.click();
    await entrySaved(workbench, 'two/refs.bib', 'alayrac2022flamingo');
    await workbench.until('it is cited', async () =>
      (await workbench.visibleText()).includes('Images come next [@alayrac2022flamingo]'),
    );
    await workbench.focusEditor();
    await workbench.press('Control+Z');
    await workbench.until(
      'the citation is gone',
      async () => !(await workbench.visibleText()).includes('Images come next [@alayrac2022flamingo]'),
    );
    await workbench.saveAll();
    assert.doesNotMatch(await workbench.readFile('two/refs.bib'), /alayrac2022flamingo/);
  });

  it('searches the bibliography, shows an entry in it, and copies it as it is written', async () => {
    await search.box.fill('');
    await search.page.getByLabel('Search in').selectOption('bibliography');
    await workbench.until('entries are found', async () => /^(\d) of \1$/.test(await search.count()));
    assert.equal(await search.page.locator('.facets:visible').count(), 0);
    assert.deepEqual(await accessibilityProblems(search.page), []);
    await workbench.screenshot('search-bibliography');
    const buttons = search.page.getByRole('toolbar', { name: 'Actions' }).getByRole('button');
    assert.deepEqual(await buttons.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))), [
      'Cite (Enter)',
      'Cite in the sentence (Shift+Enter)',
      'Go to entry (O)',
      'Copy BibTeX (B)',
      'Copy citation key (K)',
    ]);
    await search.page.getByLabel('Order').selectOption('key');
    const keys = await search.page.locator('.result .meta').allTextContents();
    assert.deepEqual(keys, keys.toSorted());
    await search.list.focus();
    await workbench.press('b');
    await workbench.until('it is copied', async () =>
      (await workbench.readClipboard()).includes(`{${keys[0]},`),
    );
    await workbench.press('Shift+F10');
    await workbench.page.getByRole('menuitem', { name: 'Go to Entry' }).hover();
    await workbench.page.waitForTimeout(300);
    await workbench.page.getByRole('menuitem', { name: 'Go to Entry' }).click();
    await workbench.waitForEditor('two/refs.bib');
    await search.page.getByText('Citing in paper.md').waitFor();
    await search.page.getByLabel('Search in').selectOption('catalog');
  });

  it('says that there is no draft, and what to do, when something is cited', async () => {
    await workbench.runCommand('View: Close All Editors');
    await search.page.getByText('Open a draft to cite in it.').waitFor();
    await search.find('flamingo', 'Flamingo');
    await workbench.press('Enter');
    await search.page
      .locator('.notice.error', { hasText: 'Open a LaTeX, Markdown or Typst draft first.' })
      .waitFor();
    assert.deepEqual(await accessibilityProblems(search.page), []);
  });

  it('keeps its state while it is hidden, in another place, and over a reload of the window', async () => {
    await search.box.fill('in:audio');
    await workbench.until('less is found', async () => (await search.found()) < 300);
    await search.facet('Output').first().click();
    await search.box.press('ArrowDown');
    for (let step = 0; step < 20; step++) {
      await workbench.press('ArrowDown');
    }
    await workbench.press('Space');
    await search.page.getByText('1 selected').waitFor();
    const name = await search.page.locator('.result.active .name').innerText();
    const isAsBefore = async (): Promise<void> => {
      await workbench.until(
        'it is as before',
        async () => (await search.count().catch(() => '')) === '1 selected',
        30_000,
      );
      assert.equal(await search.box.inputValue(), 'in:audio');
      const active = search.page.locator('.result.active[aria-selected="true"]');
      await active.waitFor();
      assert.equal(await active.locator('.name').innerText(), name);
      assert.ok(await search.page.getByRole('group', { name: 'Output' }).isVisible());
      const [list, line] = await Promise.all([search.list.boundingBox(), active.boundingBox()]);
      assert.ok(list && line && line.y >= list.y && line.y < list.y + list.height, 'it is in sight');
    };
    await workbench.openView('Explorer');
    await workbench.openView('MM-LLM');
    await isAsBefore();
    await workbench.runCommand('Developer: Reload Window');
    await workbench.page.locator('[id="status.problems"]').waitFor({ state: 'detached' });
    await workbench.page.locator('[id="status.problems"]').waitFor({ timeout: 60_000 });
    await isAsBefore();
  });
});
