import assert from 'node:assert/strict';
import { photoSettings } from './support/photo';
import type { QuickInput } from './support/quickInput';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('queries by hand', () => {
  let workbench: Workbench;
  let picker: QuickInput;
  let tree: CatalogTree;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'sample',
      files: ['chapters/introduction.tex'],
      theme: 'Default Light Modern',
      settings: photoSettings,
    });
    picker = workbench.quickInput;
    tree = new CatalogTree(workbench);
  });

  after(() => workbench.close());

  const value = (): Promise<string> => picker.input.inputValue();
  const badge = (name: string): Promise<string> => tree.row(name).innerText();
  const message = (text: string | RegExp) =>
    workbench.page.locator('.part.sidebar .message').filter({ hasText: text });

  describe('in the list of models', () => {
    before(async () => {
      await workbench.goBehind('chapters/introduction.tex', 'can change');
      await workbench.press('Alt+Shift+C');
      await picker.rows.first().waitFor();
    });

    it('offer values with counts, which Tab completes', async () => {
      await workbench.page.keyboard.type('connector:q-f');
      await picker.row('Q-Former').waitFor();
      assert.match(await picker.row('Q-Former').innerText(), /\d+ models/);
      await workbench.screenshot('query-values', { x: 0, y: 0, width: 1280, height: 480 });
      await workbench.press('Tab');
      await workbench.until('the value is complete', async () => (await value()) === 'connector:q-former ');
    });

    it('offer values that Enter completes, without citing anything', async () => {
      await workbench.page.keyboard.type('llm:vic');
      await picker.row('Vicuna').waitFor();
      await workbench.press('Enter');
      await workbench.until('the value is complete', async () => /llm:vicuna $/.test(await value()));
      await picker.row('Lyrics').waitFor();
      assert.ok(!(await picker.labels()).includes('BRAVE'), 'its language model is no Vicuna');
      await workbench.page.keyboard.type('instruct');
      await picker.row('InstructBLIP').waitFor();
    });

    it('say what is wrong, in a row that cannot be ticked, and Enter puts it right', async () => {
      await picker.settled();
      await picker.toggle('InstructBLIP');
      await picker.input.click();
      await workbench.press('Control+A');
      await workbench.page.keyboard.type('backbone:vicunna');
      const mistake = picker.row('No model has "vicunna" for backbone. Did you mean "Vicuna"?');
      await mistake.waitFor();
      assert.deepEqual(await picker.ticked(), ['InstructBLIP']);
      await workbench.screenshot('query-mistake', { x: 0, y: 0, width: 1280, height: 480 });
      await mistake.click();
      await workbench.until('the value is right', async () => (await value()) === 'backbone:vicuna');
      assert.deepEqual(await picker.ticked(), ['InstructBLIP'], 'what was ticked stays');
    });

    it('let what was ticked be cited', async () => {
      await picker.accept();
      await workbench.until('InstructBLIP is cited', async () =>
        (await workbench.visibleText()).includes('dai2023instructblip'),
      );
    });
  });

  describe('in the tree', () => {
    before(() => tree.open());

    it('filter it, with the count in the view and its only group open', async () => {
      await tree.titleButton('Filter Models');
      await picker.input.waitFor();
      await workbench.page.keyboard.type('survey:26 connector:q-former backbone:vic');
      await picker.row('Vicuna').waitFor();
      await workbench.screenshot('query-filter', { x: 0, y: 0, width: 1280, height: 480 });
      await workbench.press('Tab');
      await workbench.until('the value is complete', async () => (await value()).endsWith('vicuna '));
      await workbench.press('Enter');
      await picker.widget.waitFor({ state: 'hidden' });
      await message(/^\d of \d{3} models: survey:26 connector:q-former backbone:vicuna$/).waitFor();
      await tree.row('Multimodal understanding').or(tree.row('Multimodal generation')).first().waitFor();
    });

    it('mark what the draft cites and what its bibliography has', async () => {
      await tree.groupBy("Survey's First Version (26 Models)");
      await tree.row('InstructBLIP').waitFor();
      await workbench.until('InstructBLIP is marked as cited', async () =>
        /✓/.test(await badge('InstructBLIP')),
      );
      await workbench.page.mouse.move(700, 700);
      await workbench.screenshot('query-tree', { x: 0, y: 0, width: 1280, height: 720 });
    });

    it('are taken away by one button', async () => {
      await tree.titleButton('Show All Models');
      await message(/models:/).waitFor({ state: 'hidden' });
      await tree.row('Flamingo').waitFor();
      // Cited in other chapters, which are in no editor.
      for (const name of ['BLIP-2', 'LLaVA', 'MiniGPT-4']) {
        await workbench.until(`${name} is marked as cited`, async () => /✓/.test(await badge(name)));
      }
      assert.doesNotMatch(await badge('Shikra'), /✓/);
      await workbench.page.mouse.move(700, 700);
      await workbench.screenshot('query-badges', { x: 0, y: 0, width: 1280, height: 720 });
    });

    it('are not needed to find the model of a citation: its hover leads there', async () => {
      await workbench.openFile('chapters/introduction.tex');
      const hover = await workbench.hoverOver('dai2023instructblip');
      await hover.getByText('in the tree').click();
      await workbench.until('InstructBLIP is selected', async () =>
        /selected/.test((await tree.row('InstructBLIP').getAttribute('class')) ?? ''),
      );
    });
  });
});
