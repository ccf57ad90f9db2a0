import assert from 'node:assert/strict';
import { accessibilityProblems, webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';

const themes = [
  'Default Dark Modern',
  'Default Light Modern',
  'Default High Contrast',
  'Default High Contrast Light',
];

describe('the pages of the extension', () => {
  for (const theme of themes) {
    it(`can be read in the theme "${theme}", wide and narrow`, async () => {
      const workbench = await openWorkbench({
        folder: 'workspace/latex-natbib',
        files: ['main.tex'],
        theme,
        viewport: { width: 1200, height: 900 },
      });
      try {
        const name = theme.toLowerCase().replace(/\W+/g, '-');
        await workbench.openView('MM-LLM');
        await workbench.runCommand('MM-LLM: Search the Catalog');
        const search = webviewPage(workbench, 'first');
        await search.locator('.result').first().waitFor();
        await search.getByRole('combobox', { name: 'Query' }).fill('llava backbone:vicuna');
        await search.locator('mark').first().waitFor();
        await search.getByRole('combobox', { name: 'Query' }).press('ArrowDown');
        await workbench.press('Space');
        await workbench.press('ArrowDown');
        await workbench.press('Space');
        await workbench.until('two results are selected', async () => {
          return (await search.locator('.result[aria-selected="true"]').count()) === 2;
        });
        await workbench.screenshot(`search-${name}`);
        assert.deepEqual(await accessibilityProblems(search), [], 'search');
        await search.locator('.results').focus();
        await workbench.press('c');
        const comparison = webviewPage(workbench, 'last');
        await comparison.locator('.comparison-table').waitFor();
        await workbench.screenshot(`comparison-${name}`);
        assert.deepEqual(await accessibilityProblems(comparison), [], 'comparison');
        await workbench.runCommand('MM-LLM: Open Landscape');
        const landscape = webviewPage(workbench, 'last');
        await landscape.locator('[data-id="llava"]').click();
        await workbench.press('ArrowRight');
        await landscape.locator('.tooltip').waitFor();
        await workbench.screenshot(`landscape-${name}`);
        assert.deepEqual(await accessibilityProblems(landscape), [], 'landscape');
        await landscape.getByLabel('Chart', { exact: true }).first().selectOption('scatter');
        await landscape.locator('[data-hollow]').first().focus();
        await landscape.locator('.tooltip').waitFor();
        await workbench.screenshot(`landscape-scatter-${name}`);
        assert.deepEqual(await accessibilityProblems(landscape), [], 'scatter');
        await workbench.runCommand('View: Close All Editors');
        await workbench.page.setViewportSize({ width: 300, height: 800 });
        await workbench.until('the search is as narrow as the window lets it be', async () => {
          const box = await search.locator('.results').boundingBox();
          return box !== null && box.x + box.width <= 300;
        });
        await workbench.screenshot(`narrow-${name}`);
      } finally {
        await workbench.close();
      }
    });
  }
});
