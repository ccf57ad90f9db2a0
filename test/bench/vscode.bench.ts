import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { writeUserSettings } from '../host/profile';
import { builtCatalog } from './catalog';
import type { Row } from './measure';
import { addAbstracts, bibliographyText } from './works';

const root = join(__dirname, '..', '..');

/** What a user waits for, in a real VS Code with bibliographies of 200 to 50,000 entries, with and without abstracts. */
export async function run(): Promise<Row[]> {
  const tests = join(root, 'out', 'bench', 'inVscode.js');
  await build({
    entryPoints: [join(root, 'test', 'bench', 'inVscode', 'index.ts')],
    outfile: tests,
    bundle: true,
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
  await build({
    entryPoints: [join(root, 'src', 'extension.ts')],
    outfile: join(root, 'dist', 'extension.js'),
    bundle: true,
    minify: true,
    platform: 'node',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const folder = await mkdtemp(join(tmpdir(), 'mm-llm-bench-'));
  try {
    const draft = join(folder, 'draft');
    await writeUserSettings(join(folder, 'user-data'));
    for (const count of [200, 1000, 10_000, 50_000]) {
      await writeDraft(join(draft, `${count} entries`), count, false);
      await writeDraft(join(draft, `${count} entries with abstracts`), count, true);
    }
    return await measure(draft, join(folder, 'user-data'), tests);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function writeDraft(folder: string, count: number, abstracts: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  const citations = ['li2023blip', 'made-30', 'liu2023visual', 'wu2023next'];
  await writeFile(
    join(folder, 'main.tex'),
    `\\documentclass{article}\n\\begin{document}\nText \\cite{${citations.join(',')}}.\n\nMore \\cite{}.\n\\bibliography{refs}\n\\end{document}\n`,
  );
  const plain = bibliographyText(builtCatalog(), count);
  await writeFile(join(folder, 'refs.bib'), abstracts ? addAbstracts(plain) : plain);
}

async function measure(draft: string, userData: string, tests: string): Promise<Row[]> {
  const child = spawn(
    join(root, 'test', 'host', 'code'),
    [
      draft,
      `--extensionDevelopmentPath=${root}`,
      `--extensionTestsPath=${tests}`,
      `--user-data-dir=${userData}`,
      '--disable-extensions',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  const rows = [...output.matchAll(/BENCH (\{.*\})/g)].map((match) => JSON.parse(match[1] ?? '{}') as Row);
  if (code !== 0 || rows.length === 0) {
    throw new Error(`The benchmark in VS Code failed:\n${output.slice(-2000)}`);
  }
  return rows;
}
