import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { builtCatalog } from './catalog';
import { fastestP50p95, judged, megabytes, milliseconds, percentile, ratio } from './measure';
import type { Row } from './measure';
import type { LaterProbe, Probe } from './readerProbe';
import { addAbstracts, bibliographyText } from './works';

const COUNTS = [200, 1_000, 10_000, 50_000];
const OTHERS = ['latex-utensils', 'bibtex-parse-js', '@retorquere/bibtex-parser'];

/** Others may take minutes; more than this says enough. */
const MOST_SECONDS = 20;
/** So many processes read with ours, since other programs disturb some. */
const PROCESSES = 3;

/**
 * Reading a bibliography until keys can be looked up, against the parser that LaTeX Workshop uses, the one that builds the
 * catalog, and the one of Better BibTeX; then what an edit costs.
 */
export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mmllm-bench-'));
  try {
    const program = join(folder, 'probe.cjs');
    await build({
      entryPoints: [fileURLToPath(new URL('./readerProbe.ts', import.meta.url))],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'es2022',
      logLevel: 'error',
    });
    const bench = new ReaderBench(program, join(folder, 'refs.bib'));
    return [false, true].flatMap((withAbstracts) => bench.rows(withAbstracts));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

class ReaderBench {
  /** Milliseconds an entry took another reader in the file before. */
  readonly #pace = new Map<string, number>();

  constructor(
    private readonly program: string,
    private readonly file: string,
  ) {}

  rows(withAbstracts: boolean): Row[] {
    this.#pace.clear();
    const rows: Row[] = [];
    const best = new Map<number, Probe>();
    for (const count of COUNTS) {
      const plain = bibliographyText(builtCatalog(), count);
      const text = withAbstracts ? addAbstracts(plain) : plain;
      writeFileSync(this.file, text);
      const probes = Array.from({ length: PROCESSES }, () => this.#run('ours') as Probe);
      const ours = bestOf(probes);
      best.set(count, ours);
      const first = percentile(
        probes.map((probe) => probe.first),
        0.5,
      );
      rows.push({
        what: `read ${count} entries${withAbstracts ? ' with abstracts' : ''}, ${megabytes(text.length)}`,
        measured: `first ${milliseconds(ours.first)} (typical ${milliseconds(first)}), again ${milliseconds(ours.warm)}, ${megabytes(ours.memory)}`,
        ...(count === 10_000 && { budget: judged('250 ms', ours.first <= 250) }),
      });
      rows.push(...OTHERS.map((reader) => this.#against(reader, count, ours)));
      rows.push(...laterRows(this.#run('later') as LaterProbe, count));
    }
    const growth = (best.get(50_000)?.first ?? NaN) / (best.get(10_000)?.first ?? NaN);
    rows.push({
      what: '50000 entries to 10000',
      measured: `${growth.toFixed(1)} times the time`,
      budget: judged('6 times', growth <= 6),
    });
    return rows;
  }

  #against(reader: string, count: number, ours: Probe): Row {
    const what = `  against ${reader}`;
    const expected = ((this.#pace.get(reader) ?? 0) * count) / 1000;
    if (expected > MOST_SECONDS) {
      return { what, measured: '', against: `left out: about ${expected.toFixed(0)} s to be expected` };
    }
    const theirs = this.#run(reader) as Probe | undefined;
    if (!theirs) {
      this.#pace.set(reader, Infinity);
      return { what, measured: '', against: `fails, or takes over ${MOST_SECONDS} s` };
    }
    this.#pace.set(reader, theirs.first / count);
    const isBudget = count === 10_000 && reader === 'latex-utensils';
    const missing = theirs.entries < count ? `, finds ${theirs.entries} entries only` : '';
    return {
      what,
      measured: `${ratio(ours.first, theirs.first)} faster, again ${ratio(ours.warm, theirs.warm)}, ${ratio(ours.memory, theirs.memory)} smaller`,
      ...(isBudget && { budget: judged('20 times', theirs.first / ours.first >= 20) }),
      against: `first ${milliseconds(theirs.first)}, again ${milliseconds(theirs.warm)}, ${megabytes(theirs.memory)}${missing}`,
    };
  }

  #run(reader: string): unknown {
    const isOurs = reader === 'ours' || reader === 'later';
    try {
      const output = execFileSync(process.execPath, ['--expose-gc', this.program, reader, this.file], {
        timeout: isOurs ? 120_000 : MOST_SECONDS * 1000,
        stdio: ['ignore', 'pipe', 'ignore'],
        encoding: 'utf8',
      });
      return JSON.parse(output);
    } catch (error) {
      if (isOurs) {
        throw error;
      }
      return undefined;
    }
  }
}

function bestOf(probes: readonly Probe[]): Probe {
  const least = (of: (probe: Probe) => number): number => Math.min(...probes.map(of));
  return {
    first: least(({ first }) => first),
    warm: least(({ warm }) => warm),
    memory: least(({ memory }) => memory),
    entries: least(({ entries }) => entries),
  };
}

function laterRows({ whole, firstFindWork, edits, texts }: LaterProbe, count: number): Row[] {
  const isBudget = count === 50_000;
  return [
    {
      what: '  re-index after an edit',
      measured: fastestP50p95(edits),
      ...(isBudget && { budget: judged('10 ms', percentile(edits, 0.5) <= 10) }),
    },
    { what: '  the same, comparing texts', measured: fastestP50p95(texts) },
    { what: '  first look for a work', measured: milliseconds(firstFindWork) },
    { what: '  all fields and defects', measured: milliseconds(whole) },
  ];
}
