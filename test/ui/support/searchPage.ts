import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { webviewPage } from './webview';
import type { Workbench } from './workbench';

/** The search, and what a user does in it. */
export class SearchPage {
  constructor(private readonly workbench: Workbench) {}

  get page(): FrameLocator {
    return webviewPage(this.workbench, 'first');
  }

  get box(): Locator {
    return this.page.getByRole('combobox', { name: 'Query' });
  }

  get list(): Locator {
    return this.page.locator('.results');
  }

  get results(): Locator {
    return this.page.locator('.result:not(.waiting)');
  }

  get notice(): Locator {
    return this.page.locator('.notice');
  }

  names(): Promise<string[]> {
    return this.page.locator('.result .name').allTextContents();
  }

  count(): Promise<string> {
    return this.page.locator('.count').innerText();
  }

  /** Number of results. */
  async found(): Promise<number> {
    return Number((await this.count()).split(' ')[0]?.replaceAll(',', ''));
  }

  facet(name: string): Locator {
    return this.page.getByRole('group', { name: 'Filters' }).getByRole('button', { name, expanded: false });
  }

  /** Opens the view, and waits for results. */
  async open(): Promise<void> {
    await this.workbench.runCommand('MM-LLM: Search the Catalog');
    await this.results.first().waitFor();
  }

  /** Puts a query, and waits until a model is the first that is found; the list has the focus then. */
  async find(query: string, first: string): Promise<void> {
    await this.box.fill(query);
    await this.workbench.until(`${first} is found`, async () => (await this.names())[0] === first);
    await this.box.press('ArrowDown');
    await this.page.locator('.results:focus').waitFor();
  }

  /** How many results can be seen without scrolling. */
  async inSight(): Promise<number> {
    const list = await this.list.boundingBox();
    assert.ok(list, 'there is a list');
    const boxes = await Promise.all((await this.results.all()).map((result) => result.boundingBox()));
    return boxes.filter((box) => box && box.y >= list.y - 1 && box.y + box.height <= list.y + list.height + 1)
      .length;
  }
}

/**
 * Lets every page that opens from now on write down how long its own work takes: what its listeners do with a key and a message, with
 * the layout that follows.
 */
export async function measureWork(workbench: Workbench): Promise<void> {
  await workbench.page.addInitScript(`
    window.mmllmWork = [];
    window.mmllmMarks = {};
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const isMeasured = ['input', 'message', 'load'].includes(type) && typeof listener === 'function';
      return add.call(this, type, isMeasured ? function (event) {
        const start = performance.now();
        try {
          return listener.call(this, event);
        } finally {
          void document.body?.offsetHeight;
          const what = type === 'message' ? event.data?.type : type === 'input' ? 'key' : type;
          if (what === 'key' || ['load', 'results', 'rows', 'completions'].includes(what)) {
            window.mmllmWork.push({ what, took: performance.now() - start, at: performance.now() });
            window.mmllmMarks[what] ??= performance.now();
          }
        }
      } : listener, options);
    };
  `);
}
