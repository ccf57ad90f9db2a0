import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { assertWellFormed } from '../unit/charts/xml';
import { entrySaved } from './support/drafts';
import { accessibilityProblems, frameOf, webviewPage } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const team = (name: string): string => `models:
  - name: ${name}
    inputs: [image, text]
    outputs: [text]
    architecture:
      backbones: [{ name: Vicuna-v1.5, sizes: [7B] }]
    work: |
      @article{doe2025team,
        title = {Looking Together},
        author = {Doe, Jane},
        journal = {arXiv preprint arXiv:2501.12345},
        year = {2025}
      }
`;

/** Goes by arrow keys from the point that Home leads to; gives back which points said what in their tooltips. */
const walk = `(() => {
  const key = (target, key, ctrlKey) =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true }));
  const active = () => document.activeElement.dataset.id;
  const pointOf = (id) => document.querySelector('[data-id="' + CSS.escape(id) + '"]');
  document.querySelector('.point').focus();
  key(document.activeElement, 'Home', true);
  const told = new Map();
  const waiting = [active()];
  while (waiting.length > 0) {
    const id = waiting.pop();
    if (told.has(id)) continue;
    pointOf(id).focus();
    const describedBy = pointOf(id).getAttribute('aria-describedby');
    told.set(id, document.getElementById(describedBy).textContent);
    for (const arrow of ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown']) {
      pointOf(id).focus();
      key(pointOf(id), arrow, false);
      waiting.push(active());
    }
  }
  return [...told.values()];
})()`;

describe('the landscape', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-plain',
      theme: 'Default Dark Modern',
      viewport: { width: 1400, height: 950 },
      settings: { 'mmllm.catalogs': ['team.yaml'] },
    });
    // Not given to the window: it would open that, and nothing else, when it is reloaded.
    await workbench.openFile('main.tex');
  });

  after(() => workbench.close());

  const page = () => webviewPage(workbench);
  const points = (): Locator => page().locator('.point');
  const point = (id: string): Locator => page().locator(`[data-id="${id}"]`);
  const selection = (text: string): Locator => page().locator('.selection').getByText(text);
  const tab = (): Locator => workbench.page.getByRole('tab', { name: 'Landscape of Models' });
  const tooltip = (): Locator => page().locator('.tooltip');
  const focused = (): Promise<string | null> => page().locator('.point:focus').getAttribute('data-id');
  const chart = (): Locator => page().getByLabel('Chart', { exact: true }).first();
  const message = (): Locator =>
    workbench.page.locator('.part.sidebar .tree-explorer-viewlet-tree-view .message');
  const filtered = (query: RegExp): Promise<void> =>
    workbench.until(`the tree is filtered by ${query.source}`, async () =>
      query.test(await message().innerText()),
    );

  it('shows every model by date, with every year', async () => {
    await workbench.runCommand('MM-LLM: Open Landscape');
    await points().first().waitFor();
    assert.ok((await points().count()) > 300);
    const texts = await page().locator('.points > g[aria-hidden] > text').allTextContents();
    for (const year of ['2022', '2023', '2024', '2025', '2026']) {
      assert.ok(texts.includes(year), year);
    }
    await workbench.screenshot('landscape-timeline');
  });

  it('filters without opening a view by force', async () => {
    await point('blip-2').click();
    await selection('1 selected: BLIP-2').waitFor();
    assert.equal(await workbench.page.locator('iframe.webview.ready').count(), 1);
    const explorer = workbench.page.locator('.activitybar').getByRole('tab', { name: 'Explorer' });
    assert.equal(await explorer.getAttribute('aria-selected'), 'true');
    await workbench.openView('MM-LLM');
    await filtered(/"BLIP-2"/);
    // The search has come after the landscape.
    const query = page().getByRole('combobox', { name: 'Query' });
    await workbench.until('the search has it', async () => (await query.inputValue()) === '"BLIP-2"');
    // Away from the search, so that the landscape is the only page.
    await workbench.openView(/^Explorer/);
    await page().getByRole('button', { name: 'Show all models' }).click();
    await page().getByRole('button', { name: 'Clear selection' }).click();
    await workbench.openView('MM-LLM');
    await message().waitFor({ state: 'hidden' });
    await workbench.openView(/^Explorer/);
  });

  it('tells of the point under the mouse, inside the page, until Escape', async () => {
    await point('llava').hover();
    await tooltip().waitFor();
    const text = await tooltip().innerText();
    assert.match(text, /^LLaVA\n2023-04 · Multimodal understanding\nVicuna/);
    assert.match(text, /image \+ text → text\nVisual Instruction Tuning$/);
    await tooltip().hover();
    await workbench.screenshot('landscape-tooltip');
    assert.deepEqual(await accessibilityProblems(page()), []);
    assert.ok(await tooltip().isVisible(), 'the mouse may go into it');
    // Also the keyboard is in the page then.
    await page().getByRole('heading', { name: 'Landscape of Models' }).click();
    await tooltip().waitFor({ state: 'hidden' });
    await points().last().hover();
    await tooltip().waitFor();
    const [inside, room] = await Promise.all([tooltip().boundingBox(), page().locator('body').boundingBox()]);
    assert.ok(inside && room && inside.x >= room.x && inside.x + inside.width <= room.x + room.width);
    await workbench.press('Escape');
    await tooltip().waitFor({ state: 'hidden' });
  });

  it('goes by keys through time and through a month, to the ends and to names', async () => {
    await point('llava').focus();
    await workbench.press('ArrowRight');
    const later = await page().locator('.point:focus').getAttribute('aria-label');
    assert.match(later ?? '', /, 2023-05, /);
    await workbench.press('ArrowLeft');
    await workbench.press('ArrowDown');
    assert.match((await page().locator('.point:focus').getAttribute('aria-label')) ?? '', /, 2023-04, /);
    await workbench.press('Control+Home');
    assert.equal(await focused(), 'flamingo');
    await workbench.type('llava-1.5');
    assert.equal(await focused(), 'llava-1-5');
    assert.match(await tooltip().innerText(), /^LLaVA-1\.5\n/);
    await workbench.press('Escape');
    await tooltip().waitFor({ state: 'hidden' });
    assert.equal(await focused(), 'llava-1-5', 'the focus stays');
  });

  it('reaches every point of the timeline by keys, and tells of each', async () => {
    const told = await (await frameOf(page())).evaluate<string[]>(walk);
    assert.equal(told.length, await points().count());
    assert.ok(told.every((text) => /\d{4}-\d\d · /.test(text)));
  });

  it('lets a family stand out, and filters the tree and the search by it', async () => {
    await workbench.runCommand('View: Close Editor');
    await workbench.runCommand('MM-LLM: Search the Catalog');
    const search = webviewPage(workbench, 'first');
    const query = search.getByRole('combobox', { name: 'Query' });
    await search.locator('.result').first().waitFor();
    await workbench.runCommand('MM-LLM: Open Landscape');
    await points().first().waitFor();
    const vicuna = page().getByRole('button', { name: 'Vicuna' });
    await vicuna.hover();
    const lit = page().locator('.dimming .point.lit');
    const ofVicuna = await lit.count();
    assert.ok(ofVicuna > 30 && ofVicuna < (await points().count()));
    await vicuna.click();
    await filtered(/backbone:Vicuna/);
    await workbench.until('the search has it', async () => (await query.inputValue()) === 'backbone:Vicuna');
    assert.equal(await vicuna.getAttribute('aria-pressed'), 'true');
    await page().getByRole('heading').first().hover();
    assert.equal(await lit.count(), ofVicuna, 'it still stands out');
    await workbench.page.setViewportSize({ width: 1280, height: 900 });
    await lit.first().waitFor();
    await workbench.screenshot('landscape-readme');
    await workbench.page.setViewportSize({ width: 1400, height: 950 });
    await point('llava').click();
    await filtered(/"LLaVA"/);
    await workbench.until('the search has the point', async () => (await query.inputValue()) === '"LLaVA"');
    await page().getByRole('button', { name: 'Show all models' }).click();
    await message().waitFor({ state: 'hidden' });
    await workbench.until('the search shows all', async () => (await query.inputValue()) === '');
    assert.equal(await page().locator('.dimming').count(), 0);
  });

  it('collects points by Ctrl and by keys, names them, and cites them', async () => {
    await point('llava').click();
    await point('blip-2').click({ modifiers: ['Control'] });
    await selection('2 selected: LLaVA, BLIP-2').waitFor();
    await workbench.type('emu3');
    await workbench.press('Space');
    await selection('3 selected: LLaVA, BLIP-2, Emu3').waitFor();
    assert.equal(await page().locator('[aria-selected="true"]').count(), 3);
    assert.deepEqual((await page().locator('.names text').allTextContents()).sort(), [
      'BLIP-2',
      'Emu3',
      'LLaVA',
    ]);
    await workbench.press('Space');
    await selection('2 selected: LLaVA, BLIP-2').waitFor();
    await page().getByRole('button', { name: 'Cite' }).click();
    await entrySaved(workbench, 'refs.bib', 'liu2023visual');
    await entrySaved(workbench, 'refs.bib', 'li2023blip');
  });

  it('compares what is selected, and opens its details', async () => {
    await tab().click();
    await page().getByRole('button', { name: 'Compare', exact: true }).click();
    const comparison = workbench.page.getByRole('tab', { name: /^LLaVA, BLIP-2/ });
    await comparison.waitFor();
    await tab().click();
    await selection('2 selected: LLaVA, BLIP-2').waitFor();
    await point('blip-2').focus();
    await workbench.press('Enter');
    await workbench.page.getByRole('tab', { name: /^BLIP-2/ }).waitFor();
    await tab().click();
    await selection('2 selected: LLaVA, BLIP-2').waitFor();
  });

  it('sets two benchmarks against each other, with what speaks against the scores', async () => {
    await chart().selectOption('scatter');
    await page().getByLabel('Across').waitFor();
    const count = await points().count();
    assert.ok(count >= 10 && count < 30, `${count} points`);
    const told = await (await frameOf(page())).evaluate<string[]>(walk);
    assert.equal(told.length, count);
    assert.ok(told.some((text) => /Doubtful: /.test(text)));
    const legend = await page().locator('.legend-item').allTextContents();
    assert.ok(legend.includes('Vicuna') && legend.includes('Hollow: a score is doubtful'), legend.join());
    assert.ok(!legend.includes('InternLM'), 'no such point');
    await page().locator('[data-hollow]').first().hover();
    await tooltip()
      .getByText(/Doubtful: /)
      .first()
      .waitFor();
    await workbench.screenshot('landscape-scatter');
    assert.deepEqual(await accessibilityProblems(page()), []);
  });

  it('sets a benchmark against itself, and says so if two have nothing in common', async () => {
    const across = await page().getByLabel('Across').inputValue();
    await page().getByLabel('Up').selectOption(across);
    await page().getByRole('listbox', { name: 'GQA (%) / GQA (%)' }).waitFor();
    await page().getByLabel('Across').selectOption('IconVQA');
    await page().getByLabel('Up').selectOption('MMB');
    await page().getByText('No model has scores on both.').waitFor();
    assert.equal(
      await page().getByLabel('Up').locator('option:checked').textContent(),
      'MMB (%) · 0 in common',
    );
    await page().getByLabel('Across').selectOption('GQA');
    await points().first().waitFor();
  });

  for (const kind of ['scatter', 'timeline']) {
    it(`writes the ${kind} into a file for papers`, async () => {
      await chart().selectOption(kind);
      await page().getByRole('button', { name: 'Export as SVG' }).click();
      const { quickInput } = workbench;
      // What is typed before that is there would be replaced by it.
      await workbench.until('a name is suggested', async () =>
        (await quickInput.input.inputValue()).endsWith(`${kind}.svg`),
      );
      await quickInput.fill(join(workbench.folder, `figure-${kind}.svg`));
      await quickInput.settled();
      await quickInput.accept();
      await workbench.until('the file is there', () =>
        workbench.readFile(`figure-${kind}.svg`).then(
          (text) => text.endsWith('</svg>\n'),
          () => false,
        ),
      );
      const file = await workbench.readFile(`figure-${kind}.svg`);
      assertWellFormed(file);
      assert.doesNotMatch(file, /var\(|<script|class=|listbox/);
      assert.match(file, /<title id="title">[^<]+<\/title><desc id="description">\d+ models/);
      assert.match(file, /<rect [^>]*fill="#ffffff"/);
      assert.ok(file.includes('>Vicuna</text>'), 'the legend');
      const reader = await workbench.page.context().newPage();
      await reader.setContent(file);
      await reader.screenshot({ path: join('out', 'screenshots', `landscape-file-${kind}.png`) });
      await reader.close();
    });
  }

  it('shows models of own catalogs as these come and change', async () => {
    await workbench.writeFile('team.yaml', team('TeamVLM'));
    await page()
      .getByLabel(/^TeamVLM, /)
      .waitFor({ state: 'attached' });
    await workbench.writeFile('team.yaml', team('TeamVLM-2'));
    await page()
      .getByLabel(/^TeamVLM-2, /)
      .waitFor({ state: 'attached' });
  });

  it('is as it was after the window is reloaded', async () => {
    // The only page then, whatever comes first.
    await workbench.openView(/^Explorer/);
    await tab().click();
    await chart().selectOption('scatter');
    await page().getByLabel('Up').selectOption('VizWiz');
    await points().first().click();
    const selected = await page().locator('.selection span').first().innerText();
    assert.match(selected, /^1 selected: ./);
    await workbench.page.evaluate('window.isBeforeReload = true');
    await workbench.runCommand('Developer: Reload Window');
    await workbench.until(
      'the window is another',
      () => workbench.page.evaluate<boolean>('window.isBeforeReload !== true').catch(() => false),
      30_000,
    );
    await page().getByLabel('Up').waitFor({ timeout: 60_000 });
    assert.equal(await page().getByLabel('Up').inputValue(), 'VizWiz');
    assert.equal(await page().locator('.selection span').first().innerText(), selected);
  });

  it('is drawn anew in other widths without long tasks', async () => {
    await chart().selectOption('timeline');
    await points().first().waitFor();
    const frame = await frameOf(page());
    await frame.evaluate(`window.long = [];
      new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => Math.round(entry.duration))))
        .observe({ entryTypes: ['longtask'] });`);
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    for (const width of [1700, 1300, 1000, 700, 500]) {
      await workbench.page.setViewportSize({ width, height: 950 });
      await workbench.until(`the chart is ${width} wide`, async () => {
        const [drawn, room] = await Promise.all([
          page().locator('.points').getAttribute('width'),
          page()
            .locator('main')
            .evaluate((main) => main.clientWidth),
        ]);
        return Math.abs(Number(drawn) - Math.max(300, room - 4)) <= 9;
      });
      await workbench.screenshot(`landscape-${width}`);
      const overflow = await page()
        .locator('body')
        .evaluate((body) => body.scrollWidth - body.clientWidth);
      assert.ok(overflow <= 0, `${overflow} too wide at ${width}`);
    }
    console.log(
      `      long tasks (ms): ${(await frame.evaluate<number[]>('window.long')).join(', ') || 'none'}`,
    );
  });
});
