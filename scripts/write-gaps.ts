/** Writes `data/GAPS.md`. Run with `npm run gaps`. */
import { writeFile } from 'node:fs/promises';
import { readSources } from './build-catalog';
import { compileCatalog } from './catalog/compile';
import { gapsReport } from './catalog/gaps';
import { formatProblem } from './catalog/problems';

async function main(): Promise<void> {
  const { data, problems } = compileCatalog(await readSources());
  if (problems.length > 0) {
    throw new Error(problems.map(formatProblem).join('\n'));
  }
  await writeFile('data/GAPS.md', gapsReport(data));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
