import type { Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench';

export interface TreeRow {
  /** 1 for the groups at the top. */
  readonly level: number;
  readonly label: string;
  readonly description: string;
}

/** The catalog in the side bar, and what a hand does with it. */
export class CatalogTree {
  constructor(private readonly workbench: Workbench) {}

  private get page(): Page {
    return this.workbench.page;
  }

  private get list(): Locator {
    return this.page.locator('.part.sidebar .monaco-list').first();
  }

  /** Shows the tree by its icon in the activity bar. */
  async open(): Promise<void> {
    await this.workbench.openView('MM-LLM');
    // The tree gets the whole side bar, so that as many rows as possible are on screen.
    const search = this.page.locator('.part.sidebar .pane-header[aria-expanded="true"]', {
      hasText: 'Search',
    });
    if (await search.isVisible()) {
      await search.click();
    }
    await this.list.locator('.monaco-list-row').first().waitFor();
  }

  /** The first row with exactly this label, if it is on screen. */
  row(label: string): Locator {
    const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const name = this.page.locator('.label-name', { hasText: exact });
    return this.list.locator('.monaco-list-row').filter({ has: name }).first();
  }

  /** Turns the wheel until the row is on screen. */
  async reveal(label: string): Promise<Locator> {
    const row = this.row(label);
    await this.list.locator('.monaco-list-row').first().waitFor();
    if ((await row.count()) === 0) {
      await this.list.hover();
      await this.page.mouse.wheel(0, -100_000);
      await this.list.locator('.monaco-list-row[data-index="0"]').waitFor();
      await this.workbench.until(`the tree shows ${label}`, async () => {
        const found = (await row.count()) > 0;
        await this.page.mouse.wheel(0, found ? 0 : 200);
        return found;
      });
    }
    return row;
  }

  /** The rows on screen, from the top. */
  async rows(): Promise<TreeRow[]> {
    return this.list.locator('.monaco-list-row').evaluateAll((rows) =>
      rows
        .map((row) => ({ index: Number(row.getAttribute('data-index')), row }))
        .sort((a, b) => a.index - b.index)
        .map(({ row }) => ({
          level: Number(row.getAttribute('aria-level')),
          label: row.querySelector('.label-name')?.textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
        })),
    );
  }

  /** The rows one level below a row, as far as they are on screen. */
  async childrenOf(label: string): Promise<TreeRow[]> {
    const rows = await this.rows();
    const start = rows.findIndex((row) => row.label === label);
    const level = rows[start]!.level;
    const length = rows.slice(start + 1).findIndex((row) => row.level <= level);
    const below = rows.slice(start + 1, length < 0 ? undefined : start + 1 + length);
    return below.filter((row) => row.level === level + 1);
  }

  async unfold(label: string): Promise<void> {
    await this.#toggle(label, 'true');
    await this.workbench.until(
      `something is below ${label}`,
      async () => (await this.childrenOf(label)).length > 0,
    );
  }

  async fold(label: string): Promise<void> {
    await this.#toggle(label, 'false');
  }

  async #toggle(label: string, expanded: 'true' | 'false'): Promise<void> {
    const row = await this.reveal(label);
    if ((await row.getAttribute('aria-expanded')) !== expanded) {
      await row.locator('.monaco-tl-twistie').click();
      await this.workbench.until(
        `${label} has aria-expanded=${expanded}`,
        async () => (await row.getAttribute('aria-expanded')) === expanded,
      );
    }
  }

  /** Selects exactly these rows, without unfolding them. */
  async select(...labels: string[]): Promise<void> {
    for (const label of await this.#selected()) {
      await (await this.reveal(label)).click({ modifiers: ['Control'] });
    }
    for (const label of labels) {
      await (await this.reveal(label)).click({ modifiers: ['Control'] });
    }
  }

  async #selected(): Promise<string[]> {
    return this.list.locator('.monaco-list-row.selected .label-name').allTextContents();
  }

  /** Presses a button of the view's title, named as its tooltip is. */
  async titleButton(name: string): Promise<void> {
    await this.list.hover();
    await this.page
      .locator('.part.sidebar')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
  }

  async groupBy(grouping: string): Promise<void> {
    await this.titleButton('Group Models By');
    await this.workbench.quickInput.row(grouping).click();
    await this.workbench.quickInput.widget.waitFor({ state: 'hidden' });
  }

  /** Presses a button of a row. */
  async action(label: string, name: string): Promise<void> {
    const row = await this.reveal(label);
    await row.hover();
    await row.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  }

  /** Chooses from a row's context menu. */
  async menu(label: string, item: string): Promise<void> {
    await (await this.reveal(label)).click({ button: 'right' });
    const choice = this.page.getByRole('menuitem', { name: item, exact: true });
    await choice.hover();
    // A menu does not react to the mouse at once, so that a long right click chooses nothing.
    await this.page.waitForTimeout(300);
    await choice.click();
    await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  async menuItems(label: string): Promise<string[]> {
    await (await this.reveal(label)).click({ button: 'right' });
    const items = this.page.locator('.monaco-menu .action-menu-item .action-label');
    await items.first().waitFor();
    const labels = await items.allTextContents();
    await this.page.locator('.monaco-menu').press('Escape');
    await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
    return labels;
  }

  /** Drags a row, and with it what is selected if it is, to behind a text in the active editor. */
  async dragBehind(label: string, text: string): Promise<void> {
    const row = await (await this.reveal(label)).boundingBox();
    const target = await this.workbench.boxOf(text);
    const { mouse } = this.page;
    await mouse.move(row!.x + 50, row!.y + row!.height / 2);
    await mouse.down();
    await mouse.move(row!.x + 70, row!.y + row!.height / 2 + 5, { steps: 3 });
    await mouse.move(target.x + target.width, target.y + target.height / 2, { steps: 8 });
    await mouse.up();
    // The row's tooltip would cover other rows.
    await mouse.move(target.x, target.y + 200);
  }
}
