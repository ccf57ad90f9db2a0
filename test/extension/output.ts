/** Marks the lines that tests print; test/host/browser.ts tells them by it from what VS Code itself logs. */
const mark = '\u2063';

/**
 * From now on everything printed in this extension host carries the mark.
 * VS Code does not let anybody assign to the methods of its console, so the console as a whole is replaced.
 */
export function markOutput(format: (...args: unknown[]) => string): void {
  const original = globalThis.console;
  const marked = Object.create(original) as Console;
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    Object.defineProperty(marked, method, {
      value: (...args: unknown[]) => original[method](mark + format(...args)),
    });
  }
  globalThis.console = marked;
}
