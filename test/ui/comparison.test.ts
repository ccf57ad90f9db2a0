import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { ComparisonTab } from './support/comparison';
import { photoSettings } from './support/photo';
import { CatalogTree } from './support/tree';
import { accessibilityProblems, webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('the comparison', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-plain',
      files: ['main.tex'],
      viewport: { width: 1500, height: 1000 },
    });
  });

  after(() => workbench.close());

  const page = () => webviewPage(workbench);
  const heading = (name: string): Locator => page().locator('th', { hasText: name }).first();
  const headings = (): Promise<string[]> => page().locator('thead th .heading').allTextContents();
  const labels = (): Promise<string[]> => page().locator('tbody th .heading').allTextContents();

  it('opens from the menu of the tree, for all that is selected there', async () => {
    const tree = new CatalogTree(workbench);
    await tree.open();
    await tree.groupBy("Survey's First Version (26 Models)");
    await tree.unfold("Survey's first version");
    await tree.select('BLIP-2', 'LLaVA', 'MiniGPT-4');
    await tree.menu('LLaVA', 'Compare Models');
    await heading('BLIP-2').waitFor();
    assert.deepEqual((await headings()).sort(), ['BLIP-2', 'LLaVA', 'MiniGPT-4']);
    await workbench.screenshot('comparison-dark');
  });

  it('marks what differs, and can show that only', async () => {
    const all = await labels();
    assert.ok(all.includes('Encoder') && all.includes('Outputs'));
    await page().locator('vscode-checkbox', { hasText: 'Only differences' }).click();
    await workbench.until('rows are gone', async () => (await labels()).length < all.length);
    const different = await labels();
    assert.ok(different.includes('LLM backbone'));
    assert.ok(!different.includes('Outputs'), 'all give text');
    await page().locator('vscode-checkbox', { hasText: 'Only differences' }).click();
    await workbench.until('rows are back', async () => (await labels()).length === all.length);
  });

  it('is ordered and cut down by keys, and the focus stays where it was', async () => {
    const [first = '', second = ''] = await headings();
    await heading(first).focus();
    await workbench.press('Alt+ArrowRight');
    await workbench.until('the columns have changed places', async () => (await headings())[1] === first);
    assert.equal((await headings())[0], second);
    const focused = page().locator('th:focus .heading');
    assert.equal(await focused.textContent(), first);
    await heading('Inputs').focus();
    await workbench.press('Delete');
    await workbench.until('the row is hidden', async () => !(await labels()).includes('Inputs'));
  });

  it('passes the accessibility checker', async () => {
    assert.deepEqual(await accessibilityProblems(page()), []);
  });
});

describe('the comparison in the README', () => {
  it('is pictured', async () => {
    const workbench = await openWorkbench({
      folder: 'workspace/latex-plain',
      files: ['main.tex'],
      theme: 'Default Dark Modern',
      settings: photoSettings,
      viewport: { width: 1280, height: 860 },
    });
    const tab = new ComparisonTab(workbench);
    await tab.open('LLaVA-1.5', 'BLIP-2', 'InstructBLIP', 'Qwen-VL');
    await workbench.press('Control+b');
    for (const label of [
      'Venue',
      'Released',
      'Institution',
      'License',
      'Function',
      'In the survey',
      'Sizes',
    ]) {
      await tab.tool(label, 'Hide');
      await workbench.until(`${label} is hidden`, async () => !(await tab.labels()).includes(label));
    }
    // Neither focus nor mouse on the table.
    await tab.page.locator('h1').click();
    await workbench.screenshot('comparison-readme');
    await tab.page.getByRole('heading', { name: 'Scores' }).scrollIntoViewIfNeeded();
    await tab.page.locator('.figures figure').nth(3).scrollIntoViewIfNeeded();
    await workbench.screenshot('comparison-readme-scores');
    await workbench.close();
  });
});
