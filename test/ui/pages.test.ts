import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('pages', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace/broken-bib', files: ['main.tex'] });
  });

  after(() => workbench.close());

  const page = (): FrameLocator =>
    workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');

  it('shows a model with its picture, its facts with sources, reference and entry', async () => {
    const tree = new CatalogTree(workbench);
    await tree.open();
    await tree.groupBy("Survey's First Version (26 Models)");
    await tree.unfold("Survey's first version");
    await tree.menu('BLIP-2', 'Open Details');
    await page().locator('h1', { hasText: 'BLIP-2' }).waitFor();
    const picture = page().locator('img').first();
    await workbench.until('the picture is drawn', () =>
      picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 300),
    );
    const encoder = page().locator('tr', { hasText: 'Encoder' }).first();
    assert.match(await encoder.innerText(), /CLIP ViT.*\n?.*survey/);
    await page().locator('code', { hasText: '@inproceedings{li2023blip,' }).first().waitFor();
    await workbench.screenshot('page-model');
  });

  it('shows which bibliographies were found for a draft, and what is wrong in them', async () => {
    await workbench.openFile('main.tex');
    await workbench.runCommand('MM-LLM: Show Bibliography Status');
    await page().locator('h1', { hasText: 'main.tex' }).waitFor();
    const text = await page().locator('body').innerText();
    assert.match(text, /New entries go to refs\.bib/);
    assert.match(text, /\d+ (entry|entries), 1 of them in the catalog/);
    assert.match(text, /line 8, error: /);
  });
});
