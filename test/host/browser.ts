import { appendFileSync, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** The installed browser: `CHROMIUM_PATH`, or the first of the usual names on the `PATH`. */
function findChromium(): string {
  if (process.env.CHROMIUM_PATH) {
    return process.env.CHROMIUM_PATH;
  }
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      if (existsSync(join(folder, name))) {
        return join(folder, name);
      }
    }
  }
  throw new Error('No Chromium found: install the package `chromium`, or set CHROMIUM_PATH.');
}

/** Starts a headless browser with a fresh profile that stays off the network. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: process.env.MMLLM_HEADED !== '1',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Starts the lines that test/extension/output.ts marks. */
const mark = '\u2063';

/** Prints a line of the workbench; with `MMLLM_HOST_LOG` only what the tests say, and everything else goes to that file. */
function print(type: string, text: string): void {
  const log = process.env.MMLLM_HOST_LOG;
  if (log && !text.startsWith(mark)) {
    appendFileSync(log, `${type}: ${text}\n`);
    return;
  }
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${text.replace(mark, '')}\n`);
}

/**
 * Opens a page that runs extension tests, and prints what they print.
 *
 * @param page not yet opened; VS Code in it finds the two functions through which it speaks to a test driver
 * @param url the workbench, with an extension tests path in its payload
 * @param timeout milliseconds for the whole run
 * @returns the exit code the extension host gave
 * @throws when the page or the extension host ends, or nothing is heard in time
 */
export async function runTestsInPage(page: Page, url: string, timeout: number): Promise<number> {
  const consoleLines: string[] = [];
  page.on('console', (message) => consoleLines.push(`${message.type()}: ${message.text()}`));
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (why: string): void =>
        reject(new Error(`${why} The page's console:\n${consoleLines.slice(-40).join('\n')}`));
      timer = setTimeout(() => fail(`The tests did not end in ${timeout / 1000} s.`), timeout);
      page.once('crash', () => fail('The browser page crashed.'));
      page.once('close', () => fail('The browser page was closed.'));
      const start = async (): Promise<void> => {
        await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
          print(type, format(...args));
        });
        await page.exposeFunction('codeAutomationExit', (code: number) => resolve(code));
        await page.goto(url);
      };
      start().catch(reject);
    });
  } finally {
    clearTimeout(timer);
  }
}
