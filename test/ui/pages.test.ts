import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { pageOf } from './support/pages';
import { photoSettings } from './support/photo';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

/** Presses Tab until a link with a text has the focus: a page is read with the keyboard alone. */
async function tabTo(workbench: Workbench, text: string): Promise<void> {
  await workbench.until(`the focus is on ${text}`, async () => {
    await workbench.press('Tab');
    const focused = await pageOf(workbench)
      .locator('a:focus')
      .allInnerTexts()
      .catch((): string[] => []);
    return focused.includes(text);
  });
}

describe('pages', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace/broken-bib', files: ['main.tex'] });
  });

  after(() => workbench.close());

  const page = (): FrameLocator => pageOf(workbench);

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
    await workbench.screenshot('page-status');
  });

  it('leads from a defect to its place with the keyboard', async () => {
    await tabTo(workbench, 'line 8');
    await workbench.press('Enter');
    await workbench.waitForEditor('refs.bib');
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 8' }).waitFor();
  });

  it('shows what holds now after a change, without being asked', async () => {
    await workbench.openFile('main.tex');
    await workbench.runCommand('MM-LLM: Show Bibliography Status');
    await page().locator('a', { hasText: 'line 8' }).waitFor();
    const broken = await workbench.readFile('refs.bib');
    await workbench.writeFile('refs.bib', broken.replace(/@article[^@]*/, ''));
    await page().locator('li', { hasText: '2 entries' }).waitFor();
    assert.equal(await page().locator('a', { hasText: 'line' }).count(), 0);
    await workbench.writeFile('refs.bib', broken);
    await page().locator('a', { hasText: 'line 8' }).waitFor();
  });

  it('shows names and keys of a bibliography as text, whatever they hold', async () => {
    await workbench.writeFile(
      'evil.md',
      '---\nbibliography: "x<img src=x onerror=alert(1)>](command:mmllm.openPlace).bib"\n---\n',
    );
    await workbench.openFile('evil.md');
    await workbench.runCommand('MM-LLM: Show Bibliography Status');
    const item = page().locator('li', { hasText: 'named in' });
    await item.waitFor();
    assert.match(
      await item.innerText(),
      /^x<img src=x onerror=alert\(1\)>\]\(command:mmllm\.openPlace\)\.bib,/,
    );
    assert.equal(await page().locator('img').count(), 0);
  });
});

describe("a model's page beside a draft", () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/markdown',
      // Files named in the address would stand in the way of what a window restores.
      settings: { ...photoSettings, 'workbench.editor.openPositioning': 'last' },
    });
    await workbench.openFile('paper.md');
  });

  after(() => workbench.close());

  const openModel = async (): Promise<void> => {
    await workbench.runCommand('MM-LLM: Open Details');
    await workbench.quickInput.title.waitFor();
    await workbench.quickInput.input.waitFor();
    await workbench.page.keyboard.type('BLIP-2');
    await workbench.until(
      'BLIP-2 is found first',
      async () => (await workbench.quickInput.labels())[0] === 'BLIP-2',
    );
    await workbench.quickInput.settled();
    await workbench.quickInput.accept();
    await pageOf(workbench).locator('h1', { hasText: 'BLIP-2' }).waitFor();
  };

  it('cites the model in the draft with the keyboard, and says where it is cited', async () => {
    await workbench.goBehind('paper.md', 'Images come next');
    await openModel();
    await pageOf(workbench).getByText('Not cited in paper.md.').waitFor();
    await tabTo(workbench, 'Insert Citation');
    await workbench.press('Enter');
    await workbench.until('the draft cites the model', async () =>
      (await workbench.visibleText()).includes('Images come next [@li2023blip].'),
    );
    await openModel();
    await tabTo(workbench, 'line 11');
    await workbench.press('Enter');
    await workbench.waitForEditor('paper.md');
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: 'Ln 11' }).waitFor();
  });

  it('can be searched', async () => {
    await openModel();
    await pageOf(workbench).locator('h1').click();
    await workbench.press('Control+f');
    const find = workbench.page.locator('.simple-find-part.visible');
    await find.locator('input').waitFor();
    await workbench.page.keyboard.type('Q-Former with');
    const html = pageOf(workbench).locator('html');
    await workbench.until('the words are found', async () =>
      html.evaluate(() => getSelection()?.toString() === 'Q-Former with'),
    );
    await workbench.screenshot('page-find');
    await workbench.press('Escape');
    await find.waitFor({ state: 'detached' });
  });

  it('is there again after the window was loaded anew', async () => {
    await openModel();
    await workbench.runCommand('Developer: Reload Window');
    await workbench.page.locator('[id="status.problems"]').waitFor({ state: 'detached' });
    await pageOf(workbench).locator('h1', { hasText: 'BLIP-2' }).waitFor({ timeout: 60_000 });
    await pageOf(workbench).getByText('Insert Citation').waitFor();
  });

  it('is readable in every kind of theme and width', async () => {
    await openModel();
    const picture = pageOf(workbench).locator('img').first();
    const pictures = new Set<string>();
    for (const [theme, kind] of [
      ['Default Light Modern', 'vs'],
      ['Default High Contrast Light', 'hc-light'],
      ['Default High Contrast', 'hc-black'],
      ['Default Dark Modern', 'vs-dark'],
    ] as const) {
      await workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await workbench.page.locator(`.monaco-workbench.${kind}`).waitFor();
      await workbench.until('the picture is drawn for the theme', async () => {
        const address = (await picture.getAttribute('src').catch(() => null)) ?? '';
        const isNew = address !== '' && !pictures.has(address);
        return isNew && Boolean(pictures.add(address));
      });
      await workbench.screenshot(`page-model-${kind}`);
      const doubtful = pageOf(workbench).locator('em', { hasText: '44.7?' });
      await doubtful.scrollIntoViewIfNeeded();
      await workbench.screenshot(`page-scores-${kind}`);
    }
    await workbench.page.setViewportSize({ width: 420, height: 800 });
    await workbench.press('Control+b');
    await workbench.screenshot('page-model-narrow');
    const overflow = await pageOf(workbench)
      .locator('html')
      .evaluate((html: HTMLElement) => html.scrollWidth - html.clientWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
  });
});
