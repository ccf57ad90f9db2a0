import assert from 'node:assert/strict';
import { becomes, cite, entrySaved } from './support/drafts';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('the oldest VS Code that is supported', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-natbib',
      files: ['chapters/method.tex'],
      version: '1.100',
    });
  });

  after(() => workbench.close());

  it('cites with the picker, and one undo and one redo move draft and bibliography together', async () => {
    const bibliography = await workbench.readFile('refs.bib');
    await workbench.goBehind('chapters/method.tex', 'frozen language model');
    const before = await workbench.visibleText();
    await cite(workbench, 'flamigno', 'Flamingo');
    await workbench.until('it is cited', async () =>
      (await workbench.visibleText()).includes('frozen language model~\\citep{alayrac2022flamingo}.'),
    );
    await entrySaved(workbench, 'refs.bib', 'alayrac2022flamingo');
    const added = await workbench.readFile('refs.bib');
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await workbench.visibleText()) === before);
    assert.equal(await workbench.dialog.count(), 0);
    await becomes(workbench, 'refs.bib', bibliography);
    await workbench.openFile('chapters/method.tex');
    await workbench.press('Control+Y');
    await workbench.until('it is cited again', async () =>
      (await workbench.visibleText()).includes('\\citep{alayrac2022flamingo}'),
    );
    await becomes(workbench, 'refs.bib', added);
  });

  it('cites with the tree', async () => {
    const tree = new CatalogTree(workbench);
    await tree.open();
    await tree.groupBy("Survey's First Version (26 Models)");
    await tree.unfold("Survey's first version");
    await tree.dragBehind('X-LLM', 'a frozen encoder');
    await workbench.until('it is cited', async () =>
      (await workbench.visibleText()).includes('a frozen encoder~\\citep{chen2023x} and'),
    );
  });

  it('shows hovers', async () => {
    await workbench.openFile('chapters/introduction.tex');
    await workbench.hoverOver('li2023blip');
    const card = workbench.hover.filter({ hasText: 'BLIP-2' });
    await card.waitFor();
    await workbench.until('the picture is drawn', () =>
      card.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth > 0),
    );
  });
});
