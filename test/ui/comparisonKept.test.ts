import assert from 'node:assert/strict';
import { assertWellFormed } from '../unit/charts/xml';
import { ComparisonTab } from './support/comparison';
import { accessibilityProblems } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const themes = [
  ['Default Light Modern', 'vs', 'vscode-light'],
  ['Default High Contrast Light', 'hc-light', 'vscode-high-contrast-light'],
  ['Default High Contrast', 'hc-black', 'vscode-high-contrast'],
  ['Default Dark Modern', 'vs-dark', 'vscode-dark'],
] as const;

describe('a comparison that is kept', () => {
  let workbench: Workbench;
  let tab: ComparisonTab;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-plain',
      theme: 'Default Dark Modern',
      viewport: { width: 1280, height: 900 },
    });
    // Not by the window's address: a window that is told what to open brings nothing back.
    await workbench.openFile('main.tex');
    tab = new ComparisonTab(workbench);
  });

  after(() => workbench.close());

  /** Answers VS Code's dialog for saving with the name of a file in the folder. */
  async function saveAs(name: string): Promise<void> {
    const { quickInput } = workbench;
    await quickInput.input.waitFor();
    await workbench.until('a name is suggested', async () =>
      (await quickInput.input.inputValue()).includes('.'),
    );
    await quickInput.fill(`${workbench.folder}/${name}`);
    await quickInput.settled();
    await quickInput.input.press('Enter');
  }

  const written = async (name: string): Promise<string> => {
    let content = '';
    await workbench.until(`${name} is written`, async () => {
      content = await workbench.readFile(name).catch(() => '');
      return content !== '';
    });
    return content;
  };

  it('is written as CSV as it is seen, and says where', async () => {
    await tab.open('LLaVA-1.5', 'BLIP-2', 'NExT-GPT');
    await tab.tool('Inputs', 'Hide');
    await workbench.until('the row is hidden', async () => !(await tab.labels()).includes('Inputs'));
    await tab.button('Export as CSV').click();
    await saveAs('facts.csv');
    const csv = await written('facts.csv');
    assert.ok(csv.startsWith('\ufeff'));
    const lines = csv.slice(1).split('\r\n');
    assert.equal(lines[0], ['', ...(await tab.heads())].join(','));
    assert.deepEqual(
      lines.slice(1, -1).map((line) => line.split(',')[0]),
      await tab.labels(),
    );
    await tab.page.locator('.live', { hasText: 'Saved as facts.csv.' }).waitFor();
  });

  it('has every picture as a file of its own that needs no theme', async () => {
    const buttons = tab.page.locator('section.chart vscode-button');
    const names = await buttons.evaluateAll((all) =>
      all.map((each) => each.getAttribute('aria-label') ?? ''),
    );
    for (const name of ['Pipelines', 'Timeline', names.find((each) => each.includes('GQA')) ?? 'GQA']) {
      const file = `${name.replaceAll(/\W/g, '')}.svg`;
      await buttons
        .and(tab.page.locator(`[aria-label$="${name}"]`))
        .first()
        .click();
      await saveAs(file);
      const svg = await written(file);
      assertWellFormed(svg);
      assert.doesNotMatch(svg, /var\(|<script|\son\w+=|href/);
      assert.match(svg, /xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    }
  });

  it('says so if a file cannot be written', async () => {
    await tab.button('Export as CSV').click();
    await saveAs('main.tex/facts.csv');
    await workbench.until('something is said', async () => {
      const said = await workbench.quickInput.widget.innerText().catch(() => '');
      const live = await tab.page.locator('.live.error').count();
      return live > 0 || /exist|not|valid/i.test(said);
    });
    if (await workbench.quickInput.input.isVisible()) {
      await workbench.quickInput.cancel();
    }
  });

  it('is one tab stop for each of toolbar and table, and arrows reach the rest', async () => {
    await tab.button('Insert as Table').focus();
    await workbench.press('ArrowRight');
    const focused = async (): Promise<string> => {
      const element = tab.page.locator(':focus').first();
      return (await element.getAttribute('label')) ?? element.innerText();
    };
    await workbench.until('the next button has the focus', async () => /Cite All/.test(await focused()));
    await workbench.press('End');
    await workbench.until('the last has the focus', async () => /A model a line/.test(await focused()));
    await workbench.press('Space');
    await workbench.until('models are lines', async () => (await tab.labels()).includes('BLIP-2'));
    assert.match(await focused(), /A model a line/, 'the focus stays');
    await workbench.press('Space');
    await workbench.until('models are columns', async () => (await tab.heads()).includes('BLIP-2'));
    await workbench.press('Tab');
    await workbench.until('the choice of facts has it', async () => /Facts shown/.test(await focused()));
    await workbench.press('Enter');
    await tab.page.locator('.choice[open]').waitFor();
  });

  it('passes the accessibility checker in every theme, with the list of facts open and as lines', async () => {
    await tab.page.locator('.choice[open]').waitFor();
    for (const [theme, kind, page] of themes) {
      await workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await workbench.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await tab.page.locator(`body[data-vscode-theme-kind="${page}"]`).waitFor();
      assert.deepEqual(await accessibilityProblems(tab.page), [], theme);
      await workbench.screenshot(`comparison-${kind}`);
    }
    await tab.box('A model a line').click();
    await workbench.until('models are lines', async () => (await tab.labels()).includes('BLIP-2'));
    assert.deepEqual(await accessibilityProblems(tab.page), []);
    await workbench.screenshot('comparison-lines');
    await tab.box('A model a line').click();
    await tab.page.locator('.choice summary').click();
  });

  it('comes back after a reload of the window as it was, also beside another one', async () => {
    const heads = await tab.heads();
    const [first = ''] = heads;
    await tab.tool(first, 'Move towards the end');
    await workbench.until('the column has moved', async () => (await tab.heads())[1] === first);
    const before = { heads: await tab.heads(), labels: await tab.labels() };
    await tab.open('Flamingo', 'Shikra');
    assert.deepEqual((await tab.heads()).sort(), ['Flamingo', 'Shikra']);
    assert.ok((await tab.labels()).includes('Inputs'), 'each has its own view');
    await workbench.runCommand('Developer: Reload Window');
    await workbench.page.locator('[id="status.problems"]').waitFor({ state: 'detached' });
    await workbench.page.locator('[id="status.problems"]').waitFor({ timeout: 60_000 });
    await tab.heading('Shikra').waitFor({ timeout: 40_000 });
    await workbench.page.locator('.tab', { hasText: 'LLaVA-1.5' }).first().click();
    await tab.heading('LLaVA-1.5').waitFor({ timeout: 40_000 });
    assert.deepEqual({ heads: await tab.heads(), labels: await tab.labels() }, before);
  });

  it('has room for twelve models, wide and narrow, and says that more were left out', async () => {
    await workbench.runCommand('View: Close All Editors');
    const { quickInput } = workbench;
    await workbench.runCommand('MM-LLM: Compare Models');
    await quickInput.fill('year:2024 backbone:vicuna');
    await quickInput.settled();
    await quickInput.widget
      .locator('.quick-input-header')
      .locator('.monaco-checkbox, input[type="checkbox"]')
      .first()
      .click();
    await quickInput.accept();
    await tab.page.locator('thead th').nth(11).waitFor();
    assert.equal((await tab.heads()).length, 12);
    await tab.page.locator('.live', { hasText: 'At most 12 models' }).waitFor();
    await workbench.screenshot('comparison-twelve');
    await tab.heading((await tab.heads())[0] ?? '').focus();
    await workbench.press('Control+End');
    const cell = tab.page.locator('tbody tr:last-child td:last-child');
    await workbench.until('the last cell has the focus', async () =>
      cell.evaluate((element) => element === element.ownerDocument.activeElement),
    );
    const corner = await tab.page.locator('thead th').last().boundingBox();
    const label = await tab.page.locator('tbody tr:last-child th').boundingBox();
    const box = await cell.boundingBox();
    assert.ok(corner && label && box && corner.y < box.y && label.x < box.x, 'head and labels stay in sight');
    assert.ok(corner.y > 0 && label.x > 0);
    await workbench.screenshot('comparison-twelve-end');
    assert.deepEqual(await accessibilityProblems(tab.page), []);
    await workbench.page.setViewportSize({ width: 700, height: 900 });
    await workbench.press('Control+b');
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot('comparison-twelve-narrow');
    assert.deepEqual(await accessibilityProblems(tab.page), []);
  });
});
