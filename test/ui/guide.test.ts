import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { pageOf } from './support/pages';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('the guide in the tree', () => {
  let workbench: Workbench;
  let tree: CatalogTree;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace/markdown', files: ['paper.md'] });
    tree = new CatalogTree(workbench);
    await tree.open();
    await tree.groupBy("Survey's First Version (26 Models)");
    // The guide's branches stand below.
    await tree.fold("Survey's first version");
  });

  after(() => workbench.close());

  const page = (): FrameLocator => pageOf(workbench);

  it('answers by two clicks who reports the best GQA, and what is doubtful about it', async () => {
    await tree.unfold('Benchmarks');
    await (await tree.reveal('GQA')).click();
    await page().locator('h1', { hasText: 'GQA' }).waitFor();
    const text = await page().locator('body').innerText();
    assert.match(text, /Highest: 63\.3\*, reported by LLaVA-1\.5 \(Vicuna-1\.5-13B\), VILA-13B/);
    assert.match(text, /Not comparable with the others/);
    const doubtful = page().locator('tr', { hasText: 'IDEFICS-80B' }).locator('em', { hasText: '45.2?' });
    await doubtful.waitFor();
    await workbench.screenshot('guide-gqa');
    await doubtful.scrollIntoViewIfNeeded();
    await workbench.screenshot('guide-gqa-doubtful');
    await tree.fold('Benchmarks');
  });

  it('answers by unfolding and a click what the recipe on image resolution is', async () => {
    await tree.unfold('Design guide');
    await tree.unfold('Training recipes');
    await (await tree.reveal('Higher image resolution')).click();
    await page().locator('h1', { hasText: 'Higher image resolution' }).waitFor();
    assert.match(
      await page().locator('body').innerText(),
      /LLaVA-1\.5 and VILA take images of 336×336 pixels/,
    );
    await workbench.screenshot('guide-resolution');
  });

  it('shows a component with formula, options and their models', async () => {
    await tree.unfold('Model architecture');
    await (await tree.reveal('Input Projector')).click();
    await page().locator('h1', { hasText: 'Input Projector' }).waitFor();
    await page().locator('tr', { hasText: 'Q-Former' }).first().waitFor();
    const formula = page().locator('math').first();
    await formula.waitFor();
    const box = await formula.boundingBox();
    assert.ok(box && box.width > 60 && box.height > 10, JSON.stringify(box));
    // A formula that could not be read stands there as its source.
    assert.doesNotMatch(await page().locator('main').innerText(), /\$\$|\\(?:mathop|mathrm|arg)/);
    await workbench.screenshot('guide-component');
    const dark = { 'workbench.colorTheme': 'Default Dark Modern' };
    await workbench.writeFile('.vscode/settings.json', JSON.stringify(dark));
    await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
    const colours = await formula.evaluate((math) => [
      getComputedStyle(math).color,
      getComputedStyle(math.ownerDocument.body).color,
    ]);
    assert.equal(colours[0], colours[1], 'formulas have the colour of the text');
    await workbench.screenshot('guide-component-dark');
  });

  it('inserts a table by the button of a row, in the form that is chosen', async () => {
    await workbench.openFile('paper.md');
    await workbench.goBehind('paper.md', 'Images come next.');
    await tree.unfold('Benchmarks');
    await tree.action('GQA', 'Insert from Guide');
    await workbench.quickInput.row('Table with citations').click();
    await workbench.until('the table is in the draft', async () =>
      (await workbench.visibleText()).includes('IDEFICS-9B'),
    );
    await workbench.screenshot('guide-table');
    await workbench.saveAll();
    const draft = await workbench.readFile('paper.md');
    assert.match(draft, /\| IDEFICS-80B \[@laurencon2023introducing\] \| LLaMA-65B \| 45\.2\^c\^ \|/);
    assert.match(await workbench.readFile('refs.bib'), /\{laurencon2023introducing,/);
  });
});
