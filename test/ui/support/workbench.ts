import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../../host/browser';
import { copyDrafts, root } from '../../host/drafts';
import { chosenVersion, installServer } from '../../host/install';
import type { ServerVersion } from '../../host/install';
import { writeUserSettings } from '../../host/profile';
import { installVsix, startServer, windowUrl } from '../../host/server';
import { textBox } from './editorText';
import { QuickInput } from './quickInput';

export interface OpenOptions {
  /** Folder of test/drafts (or an absolute path), of which the window gets a fresh copy. */
  readonly folder: string;
  /** Files in it to open in editors; the last one has the focus. */
  readonly files?: readonly string[];
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Name of a colour theme, such as `Default Dark Modern`; the default is VS Code's own. */
  readonly theme?: string;
  /** `false` opens the folder in Restricted Mode, without the question that some versions ask first. */
  readonly trusted?: boolean;
  /** Installs this package instead of loading the extension from the checkout. */
  readonly extensionInstalledFromVsix?: string;
  /** The default is `MMLLM_HOST`, else the newest. */
  readonly version?: ServerVersion;
  readonly viewport?: { readonly width: number; readonly height: number };
}

let browser: Promise<Browser> | undefined;
const open = new Set<Workbench>();

/** Opens a window of VS Code with the extension, on a server, profile and copy of the drafts of its own. */
export async function openWorkbench(options: OpenOptions): Promise<Workbench> {
  const installed = await installServer(options.version ?? chosenVersion());
  const drafts = await copyDrafts(options.folder);
  const dataDir = await mkdtemp(join(tmpdir(), 'mm-llm-ui-'));
  const theme = options.theme === undefined ? {} : { 'workbench.colorTheme': options.theme };
  const trusted = options.trusted ?? true;
  const trust = trusted ? {} : { 'security.workspace.trust.startupPrompt': 'never' };
  await writeUserSettings(join(dataDir, 'data'), { ...theme, ...trust, ...options.settings });
  const serverOptions = { dataDir, trusted };
  const vsix = options.extensionInstalledFromVsix;
  if (vsix !== undefined) {
    installVsix(installed, serverOptions, vsix);
  }
  const server = await startServer(installed, serverOptions);
  browser ??= launchBrowser();
  const context = await (
    await browser
  ).newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const workbench = new Workbench(page, drafts.folder, async () => {
    await context.close();
    await server.close();
    await drafts.remove();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  });
  open.add(workbench);
  try {
    await page.goto(
      windowUrl(server, {
        folder: drafts.folder,
        files: (options.files ?? []).map((name) => join(drafts.folder, name)),
        extensionDevelopmentPaths: vsix === undefined ? [root] : [],
      }),
    );
    // The last thing to appear: before it, files may change without anybody watching.
    await page.locator('[id="status.problems"]').waitFor({ timeout: 60_000 });
    // What the extension contributes, its keys among them, comes a moment later.
    await page.locator('.activitybar').getByRole('tab', { name: 'MM-LLM' }).waitFor();
    const last = options.files?.at(-1);
    if (last !== undefined) {
      await workbench.waitForEditor(last);
    }
    return workbench;
  } catch (error) {
    await workbench.screenshot('failed-to-open').catch(() => undefined);
    await workbench.close();
    throw error;
  }
}

/** Windows that are open now; a failed test's are photographed, and all are closed at the end. */
export function openWorkbenches(): readonly Workbench[] {
  return [...open];
}

/** Ends the browser that all windows share. */
export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

/** A window of VS Code and what a user does with it. `page` is Playwright's, for everything that is not here. */
export class Workbench {
  readonly quickInput: QuickInput;

  constructor(
    readonly page: Page,
    /** The copy of the drafts that this window has open; absolute. */
    readonly folder: string,
    private readonly dispose: () => Promise<void>,
  ) {
    this.quickInput = new QuickInput(page);
  }

  /** A modal question of VS Code. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  get notifications(): Locator {
    return this.page.locator('.notifications-toasts .notification-list-item');
  }

  /** The hover that is shown in the editor. */
  get hover(): Locator {
    return this.page.locator('.monaco-editor .monaco-hover:visible').first();
  }

  /** The list of completions. */
  get suggestions(): Locator {
    return this.page.locator('.suggest-widget.visible .monaco-list-row');
  }

  /** The rows of the tree views in the side bar; `{ hasText }` narrows them. */
  treeItem(label: string | RegExp): Locator {
    return this.page.locator('.part.sidebar .monaco-list-row').filter({ hasText: label }).first();
  }

  /** Runs a command by the title that the command palette shows, with its category: `MM-LLM: Insert Citation`. */
  async runCommand(title: string): Promise<void> {
    await this.findCommands(title, (titles) => titles.includes(title));
    await this.quickInput.row(title).click();
  }

  /**
   * Opens the command palette and types a text, again until the list is as wanted: extensions contribute their commands some time
   * after the window is there.
   *
   * @returns the titles listed, from the top
   */
  async findCommands(text: string, wanted: (titles: readonly string[]) => boolean): Promise<string[]> {
    await this.quickInput.open('F1');
    let titles: string[] = [];
    await this.until(`the command palette lists ${text}`, async () => {
      await this.quickInput.fill('>');
      await this.quickInput.fill(`>${text}`);
      await this.quickInput.rows.first().waitFor();
      await this.page.waitForTimeout(100);
      titles = await this.quickInput.labels();
      return wanted(titles);
    });
    return titles;
  }

  /** Opens a file of the folder by its path in it, such as `chapters/intro.tex`. */
  async openFile(path: string): Promise<void> {
    await this.quickInput.open('Control+P');
    await this.quickInput.fill(join(this.folder, path));
    const names = path.split('/');
    const label = [names.at(-1), names.slice(0, -1).join('/')].join(' ').trim();
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${label}"]`).first().click();
    await this.waitForEditor(path);
  }

  /** Waits until the file is in the active editor and the editor has the focus. */
  async waitForEditor(path: string): Promise<void> {
    const group = this.page.locator('.editor-group-container.active');
    const way = path.replaceAll('/', '\n');
    await this.until(`${path} is in the active editor`, async () =>
      (await group.locator('.breadcrumbs-control').allInnerTexts()).some((text) => text.startsWith(way)),
    );
    await group.locator('.view-line').first().waitFor();
    await this.focusEditor();
  }

  async focusEditor(): Promise<void> {
    await this.page.keyboard.press('Control+1');
    await this.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  }

  /** Puts the cursor at a line and a column, both from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    await this.quickInput.open('Control+G');
    await this.quickInput.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.widget.waitFor({ state: 'hidden' });
  }

  /** Puts the cursor behind the first occurrence of a text in a file as it is on disk; the file must be in the active editor. */
  async goBehind(path: string, text: string): Promise<void> {
    const content = await this.readFile(path);
    const offset = content.indexOf(text);
    if (offset < 0) {
      throw new Error(`${path} does not contain ${text}`);
    }
    const before = content.slice(0, offset + text.length).split(/\r\n|\r|\n/);
    await this.goTo(before.length, before.at(-1)!.length + 1);
  }

  /** Types with real key strokes, so that completion and auto-closing brackets do what they do for users. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** Presses one key or several at once, in Playwright's form: `Control+Z`. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  /**
   * Moves the mouse over a text that is visible in the active editor, and waits for the hover. More than once, because a mouse that
   * stays where it is does not ask an extension that starts only then.
   */
  async hoverOver(text: string): Promise<Locator> {
    await this.until(
      `there is a hover on ${text}`,
      async () => {
        const box = await this.boxOf(text);
        await this.page.mouse.move(box.x - 3, box.y - 30);
        await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
        return this.hover.waitFor({ timeout: 4000 }).then(
          () => true,
          () => false,
        );
      },
      30_000,
    );
    return this.hover;
  }

  /** Where a text that is visible in the active editor stands on the page, in pixels. */
  boxOf(text: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return textBox(this.page, text);
  }

  /** Shows a view container by the name in the activity bar. */
  async openView(name: string | RegExp): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name });
    if ((await tab.getAttribute('aria-selected')) !== 'true') {
      await tab.click();
    }
    await this.page.locator('.part.sidebar').waitFor();
  }

  /** The text of the active editor's visible lines. */
  async visibleText(): Promise<string> {
    const lines = await this.page
      .locator('.editor-group-container.active .view-line')
      .evaluateAll((elements) =>
        elements
          .map((element) => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map(({ text }) => text),
      );
    return lines.join('\n').replace(/\u00a0/g, ' ');
  }

  /** Waits until the condition holds; says what was expected when it does not. */
  async until(what: string, condition: () => Promise<boolean>, timeout = 15_000): Promise<void> {
    const end = Date.now() + timeout;
    while (!(await condition())) {
      if (Date.now() > end) {
        throw new Error(`Waited ${timeout / 1000} s in vain until ${what}.`);
      }
      await this.page.waitForTimeout(100);
    }
  }

  /**
   * Saves all editors until none is dirty. More than once, because the editor of a file that an undo has changed in the
   * background appears, dirty, only some time later.
   */
  async saveAll(): Promise<void> {
    const dirty = this.page.locator('.tab.dirty').first();
    await this.until('no editor is dirty', async () => {
      await this.runCommand('File: Save All Files');
      return dirty.waitFor({ state: 'detached', timeout: 2000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Reads a file of the folder as it is on disk. */
  readFile(path: string): Promise<string> {
    return readFile(join(this.folder, path), 'utf8');
  }

  /** Writes a file of the folder on disk, as another program would. */
  async writeFile(path: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.folder, path)), { recursive: true });
    await writeFile(join(this.folder, path), content);
  }

  readClipboard(): Promise<string> {
    return this.page.evaluate('navigator.clipboard.readText()');
  }

  /** Writes out/screenshots/NAME.png and returns its path. */
  async screenshot(
    name: string,
    clip?: { x: number; y: number; width: number; height: number },
  ): Promise<string> {
    const path = join(root, 'out', 'screenshots', `${name}.png`);
    await mkdir(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide', ...(clip ? { clip } : {}) });
    return path;
  }

  async close(): Promise<void> {
    open.delete(this);
    await this.dispose();
  }
}
