import assert from 'node:assert/strict';
import { addProject, becomes, entrySaved, occurrences } from './support/drafts';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

/** A window with the survey's models in the tree, in one group. */
async function openTree(): Promise<{ workbench: Workbench; tree: CatalogTree }> {
  const workbench = await openWorkbench({ folder: 'workspace' });
  const tree = new CatalogTree(workbench);
  await tree.open();
  await tree.groupBy("Survey's First Version (26 Models)");
  return { workbench, tree };
}

describe('dragging from the guide into a draft', () => {
  let workbench: Workbench;
  let tree: CatalogTree;

  before(async () => {
    ({ workbench, tree } = await openTree());
    // The guide's branches stand below.
    await tree.fold("Survey's first version");
  });

  after(() => workbench.close());

  it('writes a benchmark as a sentence with citations, and one undo takes back all', async () => {
    await addProject(workbench, 'latex-natbib', 'drag-benchmark');
    const bibliography = await workbench.readFile('drag-benchmark/refs.bib');
    await workbench.openFile('drag-benchmark/chapters/method.tex');
    const draft = await workbench.visibleText();
    await tree.unfold('Benchmarks');
    await tree.dragBehind('GQA', 'a frozen language model.');
    await workbench.until('the sentence stands where it was dropped', async () =>
      /language model\. GQA~\\citep\{hudson2019gqa\} tests/.test(await workbench.visibleText()),
    );
    await entrySaved(workbench, 'drag-benchmark/refs.bib', 'hudson2019gqa');
    await workbench.screenshot('drag-guide');
    await workbench.focusEditor();
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await workbench.visibleText()) === draft);
    await becomes(workbench, 'drag-benchmark/refs.bib', bibliography);
    await tree.fold('Benchmarks');
  });

  it('writes a list of datasets as a table behind the paragraph', async () => {
    await addProject(workbench, 'markdown', 'drag-datasets');
    await workbench.openFile('drag-datasets/paper.md');
    await tree.unfold('Datasets');
    await tree.dragBehind('Pre-training data', 'Images come next');
    await workbench.until('the table is in the draft', async () =>
      /Images come next\.\n\n/.test(await workbench.visibleText()),
    );
    await workbench.saveAll();
    const text = await workbench.readFile('drag-datasets/paper.md');
    assert.match(text, /\n\| ALIGN \| image \| 1\.8B \|/);
    assert.match(text, /zhang2024mm/);
  });

  it('writes nothing for a heading, which has nothing to insert', async () => {
    await addProject(workbench, 'markdown', 'drag-heading');
    await workbench.openFile('drag-heading/paper.md');
    const draft = await workbench.visibleText();
    await tree.dragBehind('Datasets', 'Images come next');
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.visibleText(), draft);
    assert.equal(await workbench.dialog.count(), 0);
  });
});

describe('dragging models from the tree into a draft', () => {
  let workbench: Workbench;
  let tree: CatalogTree;

  before(async () => {
    ({ workbench, tree } = await openTree());
    await tree.unfold("Survey's first version");
  });

  after(() => workbench.close());

  beforeEach(() => tree.select());

  it('cites one at the place of the drop in LaTeX, saves its entry, and one undo takes back both', async () => {
    await addProject(workbench, 'latex-natbib', 'drag-one');
    const bibliography = await workbench.readFile('drag-one/refs.bib');
    await workbench.openFile('drag-one/chapters/method.tex');
    const draft = await workbench.visibleText();
    await tree.dragBehind('X-LLM', 'a frozen encoder');
    await workbench.until('the citation stands where it was dropped', async () =>
      (await workbench.visibleText()).includes('a frozen encoder~\\citep{chen2023x} and'),
    );
    await entrySaved(workbench, 'drag-one/refs.bib', 'chen2023x');
    await workbench.focusEditor();
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await workbench.visibleText()) === draft);
    assert.equal(await workbench.dialog.count(), 0);
    await becomes(workbench, 'drag-one/refs.bib', bibliography);
  });

  it('cites several in one citation, each entry once, and one undo takes back all', async () => {
    await addProject(workbench, 'latex-natbib', 'drag-several');
    const bibliography = await workbench.readFile('drag-several/refs.bib');
    await workbench.openFile('drag-several/chapters/method.tex');
    const draft = await workbench.visibleText();
    await tree.select('BLIP-2', 'LLaVA', 'PandaGPT');
    await tree.dragBehind('LLaVA', 'a frozen encoder');
    await workbench.until('three are cited', async () =>
      /a frozen encoder~\\citep\{li2023blip, ?liu2023visual, ?su2023pandagpt\} and/.test(
        await workbench.visibleText(),
      ),
    );
    await entrySaved(workbench, 'drag-several/refs.bib', 'su2023pandagpt');
    const added = await workbench.readFile('drag-several/refs.bib');
    assert.deepEqual(
      ['li2023blip', 'liu2023visual', 'su2023pandagpt'].map((key) => occurrences(added, `{${key},`)),
      [1, 1, 1],
    );
    await workbench.focusEditor();
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await workbench.visibleText()) === draft);
    await becomes(workbench, 'drag-several/refs.bib', bibliography);
  });

  it('joins the citation it is dropped on', async () => {
    await addProject(workbench, 'latex-natbib', 'drag-join');
    await workbench.openFile('drag-join/chapters/introduction.tex');
    await tree.dragBehind('Shikra', '\\citep{vaswani2017att');
    await workbench.until('the key has joined', async () =>
      /\\citep\{vaswani2017attention, ?chen2023shikra\}\./.test(await workbench.visibleText()),
    );
  });

  it('cites in Markdown as well', async () => {
    await addProject(workbench, 'markdown', 'drag-markdown');
    await workbench.openFile('drag-markdown/paper.md');
    await tree.select('Shikra', 'VideoChat');
    await tree.dragBehind('Shikra', 'Images come next');
    await workbench.until('two are cited', async () =>
      /Images come next \[@(li2023videochat; @chen2023shikra|chen2023shikra; @li2023videochat)\]\./.test(
        await workbench.visibleText(),
      ),
    );
    await entrySaved(workbench, 'drag-markdown/refs.bib', 'chen2023shikra');
  });

  it('asks where the entry goes if the draft does not say, and drops nothing if that is not answered', async () => {
    await addProject(workbench, 'no-bib', 'drag-no-bib');
    await workbench.openFile('drag-no-bib/paper.md');
    const draft = await workbench.visibleText();
    await tree.dragBehind('Shikra', 'Nothing is cited');
    await workbench.quickInput.title.filter({ hasText: 'paper.md names no bibliography' }).waitFor();
    await workbench.quickInput.cancel();
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.visibleText(), draft);
    assert.equal(await workbench.dialog.count(), 0);
  });
});
