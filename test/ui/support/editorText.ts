import type { Page } from 'playwright-core';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Waits until a text is in a visible line of the active editor, and measures it; the text may span coloured tokens. */
export async function textBox(page: Page, text: string): Promise<Box> {
  const handle = await page.waitForFunction(measure, text, { timeout: 15_000 });
  const box = await handle.jsonValue();
  if (box === null) {
    throw new Error(`The active editor does not show ${text}`);
  }
  return box;
}

/** Runs in the page. */
function measure(wanted: string): Box | null {
  for (const line of document.querySelectorAll('.editor-group-container.active .view-line')) {
    const start = (line.textContent ?? '').replace(/\u00a0/g, ' ').indexOf(wanted);
    if (start < 0) {
      continue;
    }
    const range = document.createRange();
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let position = 0;
    let begun = false;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const length = node.textContent?.length ?? 0;
      if (!begun && start < position + length) {
        range.setStart(node, start - position);
        begun = true;
      }
      if (begun && start + wanted.length <= position + length) {
        range.setEnd(node, start + wanted.length - position);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      position += length;
    }
  }
  return null;
}
