import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { accessibilityProblems, webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('the landscape', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-plain',
      files: ['main.tex'],
      theme: 'Default Dark Modern',
      viewport: { width: 1400, height: 950 },
    });
  });

  after(() => workbench.close());

  const page = () => webviewPage(workbench);
  const points = (): Locator => page().locator('.point');
  const about = (): Promise<string> => page().locator('.about').innerText();

  it('shows every model by date', async () => {
    await workbench.openView('MM-LLM');
    await workbench.runCommand('MM-LLM: Open Landscape');
    await points().first().waitFor();
    assert.ok((await points().count()) > 300);
    await workbench.screenshot('landscape-timeline');
  });

  it('tells of the point under the mouse and of the point in focus, and keys reach the next', async () => {
    const point = page().locator('[data-id="llava"]');
    await point.hover();
    assert.match(await about(), /^LLaVA, 2023-04, Vicuna/);
    await point.focus();
    await workbench.press('ArrowRight');
    await workbench.until('the next point is told of', async () => !(await about()).startsWith('LLaVA,'));
    await workbench.press('ArrowLeft');
    await workbench.until('it goes back', async () => (await about()).startsWith('LLaVA,'));
  });

  it('filters the tree by a click on a family and on a point', async () => {
    await page().getByRole('button', { name: 'Vicuna' }).click();
    const message = workbench.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
    await workbench.until('the tree is filtered', async () =>
      /backbone:Vicuna/.test(await message.innerText()),
    );
    await page().locator('[data-id="blip-2"]').click();
    await workbench.until('the tree shows one', async () => /"BLIP-2"/.test(await message.innerText()));
    await page().getByRole('button', { name: 'Show all models' }).click();
  });

  it('collects points by keys and compares them', async () => {
    await page().locator('[data-id="llava"]').focus();
    await workbench.press('Space');
    await page().locator('.selection').getByText('2 selected: BLIP-2, LLaVA').waitFor();
    assert.equal(await page().locator('[aria-selected="true"]').count(), 2);
  });

  it('passes the accessibility checker', async () => {
    assert.deepEqual(await accessibilityProblems(page()), []);
  });

  it('sets two benchmarks against each other', async () => {
    await page().getByLabel('Chart', { exact: true }).first().selectOption('scatter');
    await page().getByLabel('Across').waitFor();
    await workbench.until('there are few points', async () => (await points().count()) < 30);
    assert.ok((await points().count()) > 2);
    await points().first().locator('circle, path').first().hover();
    await workbench.until('the point is told of', async () => /\(%\) \d/.test(await about()));
    await workbench.screenshot('landscape-scatter');
    assert.deepEqual(await accessibilityProblems(page()), []);
  });
});
