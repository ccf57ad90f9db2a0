import assert from 'node:assert/strict';
import { SearchPage } from './support/searchPage';
import { accessibilityProblems } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const themes = [
  'Default Dark Modern',
  'Default High Contrast',
  'Default High Contrast Light',
  'Default Light Modern',
];

describe('the search in its place', () => {
  let workbench: Workbench;
  let search: SearchPage;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/latex-natbib',
      files: ['main.tex'],
      viewport: { width: 1280, height: 900 },
    });
    search = new SearchPage(workbench);
    await search.open();
  });

  after(() => workbench.close());

  /** Moves the view by the command that everybody has, to a place that the list names. */
  async function moveTo(place: string): Promise<void> {
    await workbench.runCommand('View: Move View');
    const { quickInput } = workbench;
    await quickInput.input.waitFor();
    await quickInput.fill('Search');
    await quickInput.rows.filter({ hasText: 'Search' }).last().click();
    await quickInput.rows.filter({ hasText: place }).first().waitFor();
    await quickInput.rows.filter({ hasText: place }).first().click();
    await search.results.first().waitFor();
  }

  /** Drags the edge of a part of the window so that the page gets a width, as nearly as that goes. */
  async function widen(part: 'sidebar' | 'auxiliarybar', width: number): Promise<void> {
    for (let step = 0; step < 3; step++) {
      const box = await workbench.page.locator(`.part.${part}`).boundingBox();
      assert.ok(box);
      const edge = part === 'sidebar' ? box.x + box.width : box.x - 2;
      const wanted = part === 'sidebar' ? box.x + width : box.x + box.width - width;
      await workbench.page.mouse.move(edge, 500);
      await workbench.page.mouse.down();
      await workbench.page.mouse.move(wanted, 500, { steps: 6 });
      await workbench.page.mouse.up();
      await workbench.page.waitForTimeout(300);
    }
  }

  async function width(): Promise<number> {
    return (await search.page.locator('body').boundingBox())?.width ?? 0;
  }

  async function isSound(name: string): Promise<void> {
    await search.results.first().waitFor();
    await workbench.page.waitForTimeout(300);
    console.log(
      `      ${name}: ${Math.round(await width())} px wide, ${await search.inSight()} results in sight`,
    );
    await workbench.screenshot(`search-${name}`);
    assert.deepEqual(await accessibilityProblems(search.page), []);
    const overflow = await search.page
      .locator('body')
      .evaluate((body) => body.scrollWidth - body.clientWidth);
    assert.equal(overflow, 0, 'nothing sticks out');
  }

  /** Looks at the page in every theme. */
  async function isSoundInThemes(name: string): Promise<void> {
    for (const theme of themes) {
      const page = search.page.locator('body');
      const before = await page.getAttribute('data-vscode-theme-id');
      await workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'workbench.colorTheme': theme }));
      await workbench.until(`the theme is ${theme}`, async () => {
        const now = await page.getAttribute('data-vscode-theme-id');
        return now === theme || (before !== theme && now !== before);
      });
      await isSound(`${name}-${theme.toLowerCase().replaceAll(' ', '-')}`);
    }
  }

  it('shows six results and more in a narrow side bar beside the tree', async () => {
    await widen('sidebar', 250);
    await isSound('side-250');
    assert.ok((await search.inSight()) >= 6, `${await search.inSight()} results`);
    await widen('sidebar', 350);
    await search.box.fill('backbone:vicuna in:video');
    await search.page.locator('.active-filters .chip').nth(1).waitFor();
    await isSound('side-350');
    await search.facet('Year').first().click();
    await isSound('side-350-open');
    await isSoundInThemes('side-350-open');
  });

  it('works in the secondary side bar', async () => {
    await moveTo('Secondary Side Bar');
    await search.page.locator('.active-filters .chip').nth(1).waitFor();
    assert.equal(await search.box.inputValue(), 'backbone:vicuna in:video', 'it is as it was');
    assert.ok(await search.page.getByRole('group', { name: 'Year' }).isVisible());
    await widen('auxiliarybar', 250);
    await isSound('secondary-250');
    await widen('auxiliarybar', 620);
    await workbench.until('the filters stand beside the results', async () => {
      const [facets, list] = await Promise.all([
        search.page.locator('.facets').boundingBox(),
        search.list.boundingBox(),
      ]);
      return facets !== null && list !== null && facets.x + facets.width <= list.x;
    });
    await isSound('secondary-600');
  });

  it('uses the width of the panel', async () => {
    await moveTo('Panel');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await search.box.fill('');
    await workbench.until('all are found', async () => (await search.found()) > 300);
    await isSound('panel-1200');
    const [name, detail] = await Promise.all([
      search.page.locator('.result .name').first().boundingBox(),
      search.page.locator('.result .detail').first().boundingBox(),
    ]);
    assert.ok(name && detail && Math.abs(name.y - detail.y) < 3, 'a result is one line');
    await search.box.press('ArrowDown');
    await workbench.press('End');
    await search.page.locator('.result.active').waitFor();
    await workbench.press('Space');
    await isSoundInThemes('panel-1200');
  });
});
