import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { addProject, entrySaved } from './support/drafts';
import { photoSettings } from './support/photo';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;

describe('hovering a citation with the mouse', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'sample',
      files: ['chapters/projectors.tex'],
      settings: { ...photoSettings, 'workbench.colorTheme': themes.light },
    });
  });

  after(() => workbench.close());

  /** Hovers a key and waits for what the extension says. */
  const hover = async (key: string, heading: string): Promise<Locator> => {
    await leave();
    await workbench.hoverOver(key);
    const card = workbench.hover.filter({ hasText: heading });
    await card.waitFor();
    return card;
  };

  const leave = async (): Promise<void> => {
    await workbench.page.mouse.move(800, 780);
    await workbench.hover.waitFor({ state: 'hidden' });
  };

  const link = (card: Locator, text: string): Locator => card.locator('a', { hasText: text });

  /** The picture, once it is drawn. */
  const pictureOf = async (card: Locator): Promise<{ width: number; height: number; source: string }> => {
    const picture = card.locator('img');
    await workbench.until('the picture is drawn', () =>
      picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0),
    );
    return picture.evaluate((image: HTMLImageElement) => ({
      width: image.naturalWidth,
      height: image.naturalHeight,
      source: image.src,
    }));
  };

  it('shows model, reference, picture, idea and facts', async () => {
    const card = await hover('li2023blip', 'BLIP-2');
    const text = await card.innerText();
    assert.match(text, /Li, J\., Li, D\., Savarese, S\., & Hoi, S\. \(2023\)\. BLIP-2: Bootstrapping/);
    assert.match(text, /lightweight Q-Former/);
    assert.match(text, /Pre-training data: 129M/);
    const { width, height } = await pictureOf(card);
    assert.ok(width >= 300 && height >= 60, `${width} x ${height}`);
    for (const name of ['in refs.bib', 'details', 'paper', 'code']) {
      await link(card, name).waitFor();
    }
  });

  it('breaks lines instead of running out of the window', async () => {
    const card = await hover('li2023blip', 'BLIP-2');
    const { width, scrollWidth } = await card
      .locator('.hover-contents')
      .first()
      .evaluate((element) => ({ width: element.clientWidth, scrollWidth: element.scrollWidth }));
    assert.ok(scrollWidth <= width + 1, `${scrollWidth} px in ${width} px`);
  });

  it('tells each key of a citation apart, and what only the bibliography knows', async () => {
    await addProject(workbench, 'latex-natbib', 'each-key');
    await workbench.openFile('each-key/chapters/introduction.tex');
    await hover('li2023blip, vas'.slice(0, 10), 'BLIP-2');
    const only = await hover('vaswani2017attention}.', 'Attention is all you need');
    assert.match(await only.innerText(), /Kaiser, Ł\.|Vaswani, A\./);
    assert.equal(await only.locator('img').count(), 0);
    await workbench.writeFile(
      'each-key/two.tex',
      '% !TeX root = main.tex\nBoth \\citep{chen2023shikra , li2023blip}.\n',
    );
    await workbench.openFile('each-key/two.tex');
    await hover('chen2023shikra', 'Shikra');
    await hover('li2023blip', 'BLIP-2');
  });

  it('adds the entry of a key that only the catalog knows', async () => {
    await addProject(workbench, 'markdown', 'hover-add');
    await workbench.writeFile(
      'hover-add/paper.md',
      '---\nbibliography: refs.bib\n---\n\nAs seen [@dai2023instructblip].\n',
    );
    await workbench.openFile('hover-add/paper.md');
    const card = await hover('dai2023instructblip', 'InstructBLIP');
    await link(card, 'not in refs.bib: add').click();
    await entrySaved(workbench, 'hover-add/refs.bib', 'dai2023instructblip');
    const now = await hover('dai2023instructblip', 'InstructBLIP');
    await link(now, 'in refs.bib').waitFor();
    assert.equal(await link(now, 'not in refs.bib').count(), 0);
  });

  it('jumps to the entry', async () => {
    await workbench.openFile('chapters/projectors.tex');
    const card = await hover('minigpt4', 'MiniGPT-4');
    await link(card, 'in refs.bib').click();
    await workbench.waitForEditor('refs.bib');
    const lines = (await workbench.readFile('refs.bib')).split('\n');
    const line = lines.findIndex((text) => text.startsWith('@article{minigpt4,')) + 1;
    await workbench.page.locator('.statusbar').getByText(`Ln ${line}, Col 1`).waitFor();
  });

  it('opens the details', async () => {
    await workbench.openFile('chapters/projectors.tex');
    const card = await hover('minigpt4', 'MiniGPT-4');
    await link(card, 'details').click();
    await workbench.page.locator('.tab.active', { hasText: 'MiniGPT-4' }).waitFor();
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`draws the picture for the theme ${theme}`, async () => {
      await workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      const classOf = {
        dark: 'vs-dark',
        light: 'vs',
        'high-contrast': 'hc-black',
        'high-contrast-light': 'hc-light',
      };
      await workbench.page.locator(`.monaco-workbench.${classOf[name as keyof typeof themes]}`).waitFor();
      await workbench.openFile('chapters/projectors.tex');
      const card = await hover('li2023blip', 'BLIP-2');
      const { source } = await pictureOf(card);
      pictures.add(source);
      await workbench.screenshot(`hover-${name}`);
    });
  }

  const pictures = new Set<string>();

  it('draws each theme in its own colours', () => {
    assert.equal(pictures.size, Object.keys(themes).length);
  });

  it('looks tidy', async () => {
    await workbench.writeFile(
      '.vscode/settings.json',
      JSON.stringify({ 'workbench.colorTheme': themes.dark }),
    );
    await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
    await workbench.runCommand('View: Close Other Editors in Group');
    await workbench.openFile('chapters/projectors.tex');
    await pictureOf(await hover('minigpt4', 'MiniGPT-4'));
    await workbench.screenshot('hover', { x: 352, y: 36, width: 928, height: 560 });
  });
});
