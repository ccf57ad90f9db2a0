import type { Locator, Page } from 'playwright-core';

/** VS Code's quick pick and input box. */
export class QuickInput {
  readonly widget: Locator;
  readonly input: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget');
    this.input = this.widget.locator('.quick-input-box input');
    this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** The line above the input, where there is one. */
  get title(): Locator {
    return this.widget.locator('.quick-input-title');
  }

  /** Opens the widget by a key, which a busy window may miss. */
  async open(keys: string): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(keys);
      try {
        await this.input.waitFor({ timeout: 3000 });
        return;
      } catch (error) {
        if (attempt === 5) {
          throw error;
        }
      }
    }
  }

  /** Replaces what is in the input. */
  async fill(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(text);
  }

  /** The first row with this label; other parts of a row (description, detail) do not count. */
  row(label: string): Locator {
    const exact = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const name = this.page.locator('.label-name', { hasText: exact });
    return this.rows.filter({ has: name }).first();
  }

  /** Labels of the rows on screen, from the top. */
  async labels(): Promise<string[]> {
    const found = await this.rows.evaluateAll((rows) =>
      rows
        .map((row) => ({ index: Number(row.getAttribute('data-index')), row }))
        .sort((a, b) => a.index - b.index)
        .map(({ row }) => row.querySelector('.label-name')?.textContent ?? ''),
    );
    return found.map((label) => label.replace(/\u00a0/g, ' ').trim());
  }

  /** Waits until the list has stopped changing: a click on a row that moves hits another one. */
  async settled(): Promise<void> {
    let before: string;
    let now = '';
    do {
      before = now;
      await this.page.waitForTimeout(150);
      now = (await this.labels()).join('\n');
    } while (now !== before);
  }

  /** Labels of the ticked rows on screen, from the top. */
  async ticked(): Promise<string[]> {
    const ticked = this.rows.filter({ has: this.page.locator('[aria-checked="true"], input:checked') });
    return ticked.evaluateAll((rows) =>
      rows.map((row) => row.querySelector('.label-name')?.textContent ?? ''),
    );
  }

  /** Ticks or unticks a row of a multi-select pick. */
  async toggle(label: string): Promise<void> {
    await this.row(label).locator('.monaco-checkbox, input[type=checkbox]').first().click();
  }

  /** Enter. Waits until the widget is gone unless another step follows. */
  async accept(next: 'closes' | 'goes on' = 'closes'): Promise<void> {
    await this.input.press('Enter');
    if (next === 'closes') {
      await this.widget.waitFor({ state: 'hidden' });
    }
  }

  async cancel(): Promise<void> {
    await this.input.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }
}
