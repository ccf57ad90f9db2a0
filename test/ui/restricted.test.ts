import assert from 'node:assert/strict';
import { cite, entrySaved } from './support/drafts';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('a folder in Restricted Mode', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-natbib',
      files: ['chapters/method.tex'],
      trusted: false,
    });
    await workbench.page
      .locator('[id="status.workspaceTrust"]')
      .filter({ hasText: 'Restricted Mode' })
      .waitFor();
  });

  after(() => workbench.close());

  it('has the tree, which cites', async () => {
    const tree = new CatalogTree(workbench);
    await tree.open();
    await tree.groupBy("Survey's First Version (26 Models)");
    await tree.unfold("Survey's first version");
    await workbench.focusEditor();
    await workbench.goBehind('chapters/method.tex', 'frozen encoder');
    await tree.action('X-LLM', 'Insert Citation');
    await workbench.until('it is cited', async () =>
      (await workbench.visibleText()).includes('a frozen encoder~\\citep{chen2023x} and'),
    );
    await workbench.saveAll();
  });

  it('has the picker, which adds the entry, and undo', async () => {
    await workbench.goBehind('chapters/method.tex', 'frozen language model');
    const before = await workbench.visibleText();
    await cite(workbench, 'shikra', 'Shikra');
    await entrySaved(workbench, 'refs.bib', 'chen2023shikra');
    assert.match(await workbench.visibleText(), /language model~\\citep\{chen2023shikra\}\./);
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await workbench.visibleText()) === before);
    assert.equal(await workbench.dialog.count(), 0);
  });

  it('has the hover', async () => {
    await workbench.openFile('chapters/introduction.tex');
    await workbench.hoverOver('li2023blip');
    const card = workbench.hover.filter({ hasText: 'BLIP-2' });
    await card.waitFor();
    await workbench.until('the picture is drawn', () =>
      card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
    );
  });
});
