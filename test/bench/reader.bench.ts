import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtCatalog } from './catalog';
import { milliseconds, p50p95, percentile, randomNumbers, ratio } from './measure';
import type { Row } from './measure';
import type { LaterProbe, Probe } from './readerProbe';
import { bibliographyText } from './works';

const COUNTS = [200, 1_000, 10_000, 50_000];

/** Others may take minutes; more than this says enough. */
const MOST_SECONDS = 12;

/**
 * Reading a bibliography until keys can be looked up, against the parser that LaTeX Workshop uses and against the one that
 * builds the catalog; then what an edit costs.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mmllm-bench-'));
  try {
    const program = join(folder, 'probe.mjs');
    await build({
      entryPoints: [fileURLToPath(new URL('./readerProbe.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'es2022',
      logLevel: 'error',
    });
    const measure = (reader: string, file: string): unknown => runProbe(program, reader, file);
    const rows: Row[] = [];
    for (const withAbstracts of [false, true]) {
      rows.push(...rowsOf(folder, withAbstracts, measure));
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(
  folder: string,
  withAbstracts: boolean,
  measure: (reader: string, file: string) => unknown,
): Row[] {
  const rows: Row[] = [];
  const warm = new Map<number, number>();
  for (const count of COUNTS) {
    const file = join(folder, 'refs.bib');
    const plain = bibliographyText(builtCatalog(), count);
    const text = withAbstracts ? addAbstracts(plain) : plain;
    writeFileSync(file, text);
    const ours = measure('ours', file) as Probe;
    warm.set(count, ours.warm);
    rows.push({
      what: `read ${count} entries${withAbstracts ? ' with abstracts' : ''}, ${megabytes(text.length)}`,
      measured: shown(ours),
      ...(count === 10_000 && { budget: '250 ms, 20 times' }),
      against: ['latex-utensils', 'bibtex-parse-js']
        .map((reader) => compared(reader, ours, measure(reader, file) as Probe | undefined))
        .join('; '),
    });
    if (count === 50_000) {
      rows.push(...laterRows(measure('later', file) as LaterProbe));
    }
  }
  rows.push({
    what: '50000 entries to 10000',
    measured: `${((warm.get(50_000) ?? 0) / (warm.get(10_000) ?? 1)).toFixed(1)} times the time`,
    budget: '6 times',
  });
  return rows;
}

function laterRows({ whole, firstFindWork, edits, texts }: LaterProbe): Row[] {
  return [
    { what: '  re-index after an edit', measured: withFastest(edits), budget: '10 ms' },
    { what: '  the same, comparing texts', measured: withFastest(texts) },
    { what: '  first look for a work', measured: milliseconds(firstFindWork) },
    { what: '  all fields and defects', measured: milliseconds(whole) },
  ];
}

function withFastest(times: readonly number[]): string {
  return `${p50p95(times)}, fastest ${milliseconds(percentile(times, 0))}`;
}

function shown({ first, warm, memory }: Probe): string {
  return `${milliseconds(first)}, again ${milliseconds(warm)}, ${megabytes(memory)}`;
}

function compared(reader: string, ours: Probe, theirs: Probe | undefined): string {
  return theirs
    ? `${reader} ${shown(theirs)} (${ratio(ours.first, theirs.first)}, again ${ratio(ours.warm, theirs.warm)})`
    : `${reader} fails, or takes over ${MOST_SECONDS} s`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function runProbe(program: string, reader: string, file: string): unknown {
  try {
    const output = execFileSync(process.execPath, ['--expose-gc', program, reader, file], {
      timeout: reader === 'later' ? 120_000 : MOST_SECONDS * 1000,
      stdio: ['ignore', 'pipe', 'ignore'],
      encoding: 'utf8',
    });
    return JSON.parse(output);
  } catch (error) {
    if (reader === 'ours' || reader === 'later') {
      throw error;
    }
    return undefined;
  }
}

/** An abstract of about 1,200 characters for each entry, made of words of the titles. */
function addAbstracts(text: string): string {
  const random = randomNumbers(1301);
  const words = text.slice(0, 200_000).match(/[A-Za-z]{4,}/g) ?? [];
  return text.replace(/^ {2}year = /gm, (line) => {
    const chosen = Array.from({ length: 150 }, () => words[Math.floor(random() * words.length)]);
    return `  abstract = {${chosen.join(' ')}},\n${line}`;
  });
}
