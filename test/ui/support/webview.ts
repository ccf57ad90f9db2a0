import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, FrameLocator } from 'playwright-core';
import { root } from '../../host/drafts';
import type { Workbench } from './workbench';

/** The page of a webview: that of the editor tab in front, or of a view. */
export function webviewPage(workbench: Workbench, index: 'first' | 'last' = 'last'): FrameLocator {
  const outer = workbench.page.frameLocator('iframe.webview.ready');
  return (index === 'first' ? outer.first() : outer.last()).frameLocator('iframe#active-frame');
}

/** The frame behind a page, for scripts of a test's own. */
export async function frameOf(page: FrameLocator): Promise<Frame> {
  const body = await page.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  assert.ok(frame, 'the webview has a frame');
  return frame;
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
}

/** What an accessibility checker finds wrong in a page: one line for each place. */
export async function accessibilityProblems(page: FrameLocator): Promise<string[]> {
  const frame = await frameOf(page);
  // Through the debugger, because the page itself runs no script but its own.
  await frame.evaluate(readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8'));
  // What is behind a page, the checker cannot see: for it that would be white.
  await frame.evaluate(
    `if (getComputedStyle(document.body).backgroundColor === 'rgba(0, 0, 0, 0)') {
       document.body.style.background = 'var(--vscode-sideBar-background)';
     }`,
  );
  const result = await frame.evaluate<AxeResult>(
    'axe.run(document, { resultTypes: ["violations"], elementRef: false })',
  );
  return result.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html.slice(0, 200)} ${failureSummary}`),
  );
}
