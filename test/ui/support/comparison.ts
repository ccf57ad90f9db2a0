import type { FrameLocator, Locator } from 'playwright-core';
import { webviewPage } from './webview';
import type { Workbench } from './workbench';

/** The comparison in the editor tab in front, and what a hand does with it. */
export class ComparisonTab {
  constructor(private readonly workbench: Workbench) {}

  get page(): FrameLocator {
    return webviewPage(this.workbench);
  }

  /** Opens a comparison by the palette and the picker. */
  async open(...names: readonly string[]): Promise<void> {
    const { quickInput } = this.workbench;
    await this.workbench.runCommand('MM-LLM: Compare Models');
    await this.tick(...names);
    await quickInput.accept();
    await this.heading(names[0] ?? '').waitFor();
  }

  /** Ticks models in the picker that is open. */
  async tick(...names: readonly string[]): Promise<void> {
    const { quickInput } = this.workbench;
    for (const name of names) {
      await quickInput.fill(name);
      await quickInput.row(name).waitFor();
      await quickInput.settled();
      await quickInput.toggle(name);
    }
    await quickInput.fill('');
  }

  /** The head of a line or column with exactly this name. */
  heading(name: string): Locator {
    const exact = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const text = this.page.locator('.heading', { hasText: exact });
    return this.page.locator('th').filter({ has: text }).first();
  }

  button(name: string): Locator {
    return this.page.locator('.toolbar vscode-button', { hasText: name });
  }

  box(name: string): Locator {
    return this.page.locator('.toolbar vscode-checkbox', { hasText: name });
  }

  /** Presses one of the small buttons of a head with the mouse. */
  async tool(heading: string, name: string): Promise<void> {
    await this.heading(heading).hover();
    await this.heading(heading).getByRole('button', { name }).click();
  }

  /** Names of the columns. */
  heads(): Promise<string[]> {
    return this.page.locator('thead th .heading').allTextContents();
  }

  /** Names of the lines. */
  labels(): Promise<string[]> {
    return this.page.locator('tbody th .heading').allTextContents();
  }
}
