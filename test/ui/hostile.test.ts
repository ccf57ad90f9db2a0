import assert from 'node:assert/strict';
import { webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const title =
  '<img src=x onerror=alert(1)> <script>alert(2)</script> [run](command:workbench.action.quit) $(x)';

describe('a hostile bibliography', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace/markdown', viewport: { width: 1280, height: 900 } });
    await workbench.writeFile(
      'refs.bib',
      `@article{evil,\n  title = {${title}},\n  author = {<b>Bold</b>, Eve},\n  year = {2024}\n}\n`,
    );
    await workbench.openFile('paper.md');
  });

  after(() => workbench.close());

  it('is text in the search, and nothing in it runs', async () => {
    let asked = false;
    workbench.page.on('dialog', (dialog) => {
      asked = true;
      void dialog.dismiss();
    });
    await workbench.runCommand('MM-LLM: Search the Catalog');
    const page = webviewPage(workbench, 'first');
    await page.getByLabel('Search in').selectOption('bibliography');
    const row = page.locator('.result').first();
    await page.locator('.result', { hasText: 'onerror' }).waitFor();
    assert.match(await row.innerText(), /<img src=x onerror=alert\(1\)>/);
    assert.match(await row.innerText(), /<script>alert\(2\)<\/script>/);
    assert.equal(await page.locator('img, .result script, .result a, .result b').count(), 0);
    await page.getByRole('combobox', { name: 'Query' }).fill('<img onerror script');
    await page.locator('mark').first().waitFor();
    assert.equal(await page.locator('img, .result script').count(), 0);
    assert.equal(asked, false);
  });
});
