import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench';

/** The host of every address in hostile texts: nothing may ever ask it for anything. */
export const hostileHost = 'example.invalid';

/** What each language would take for something else than text. */
export const attack = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '"><svg onload=alert(3)>',
  '[run](command:workbench.action.quit)',
  `![x](https://${hostileHost}/x.png)`,
  '$(trash)',
  '`a` ```b``` |c| **d** &lt;e&gt;',
].join(' ');

/** Watches what hostile texts would do in a window. */
export class Witness {
  readonly #seen: string[] = [];

  constructor(workbench: Workbench) {
    const { page } = workbench;
    page.on('dialog', (dialog) => {
      this.#seen.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (new URL(request.url()).hostname.endsWith(hostileHost)) {
        this.#seen.push(`request: ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) {
        this.#seen.push(`refused: ${message.text()}`);
      }
    });
    page.context().on('page', (opened) => this.#seen.push(`window: ${opened.url()}`));
  }

  /** What a test itself has tried does not count. */
  forget(): void {
    this.#seen.length = 0;
  }

  /** Nothing has run, was loaded, asked or refused. */
  assertQuiet(): void {
    assert.deepEqual(this.#seen, []);
  }
}

/** Text as people see it: without the characters that show as nothing, and with one kind of space. */
export function seen(text: string): string {
  return text
    .replaceAll(/[\u2060\u200b]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Waits until an element shows the attack as it is, and checks that nothing in it was made of it. */
export async function assertText(workbench: Workbench, place: Locator, text = attack): Promise<void> {
  let found = '';
  await workbench
    .until('the text is there as it is', async () => {
      found = seen((await place.allTextContents()).join(' '));
      return found.includes(seen(text));
    })
    .catch(() => assert.fail(`instead of ${text}: ${found.slice(0, 2000)}`));
  const made =
    'img:not([src^="data:image/"]), script, svg[onload], strong:text-is("d"), .codicon-trash, ' +
    'a[href^="command:workbench"], a[data-href^="command:workbench"], [onerror], [onload], a:text-is("run")';
  assert.deepEqual(
    await place.locator(made).evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML)),
    [],
  );
}
