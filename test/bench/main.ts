/**
 * Prints what things cost on this machine beside the budgets of the design. It never fails for being slow: times differ
 * from machine to machine, ratios within one run tell.
 *
 * `npm run bench` runs all; arguments choose some by the beginning of their file name. A file `NAME.bench.ts` in this
 * folder that exports `run(): Promise<Row[]>` takes part.
 */
import { readdirSync } from 'node:fs';
import type { Row } from './measure';

const folder = new URL('./', import.meta.url);

async function main(wanted: readonly string[]): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)))
    .sort();
  for (const file of files) {
    const { run } = (await import(new URL(file, folder).href)) as { run: () => Promise<Row[]> };
    process.stdout.write(table(file.replace('.bench.ts', ''), await run()));
  }
}

function table(title: string, rows: readonly Row[]): string {
  const cells = [
    [title, 'measured', 'budget', 'against'],
    ...rows.map(({ what, measured, budget = '', against = '' }) => [what, measured, budget, against]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1), '', ''].join('\n');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
