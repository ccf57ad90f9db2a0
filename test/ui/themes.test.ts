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
        await workbench.page.waitForTimeout(200);
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
        await landscape.locator('.point').first().waitFor();
        await workbench.screenshot(`landscape-${name}`);
        assert.deepEqual(await accessibilityProblems(landscape), [], 'landscape');
        await workbench.runCommand('View: Close All Editors');
        await workbench.page.setViewportSize({ width: 300, height: 800 });
        await workbench.page.waitForTimeout(500);
        await workbench.screenshot(`narrow-${name}`);
      } finally {
        await workbench.close();
      }
    });
  }
});
