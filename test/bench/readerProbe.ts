/**
 * Measures one reader on one file in a process of its own, so that neither the compiled code nor the memory of one is
 * another's. `reader.bench.ts` bundles it as the extension is bundled and runs it with `--expose-gc READER FILE`.
 */
import { readFileSync } from 'node:fs';
import { parse as parseRetorquere } from '@retorquere/bibtex-parser';
import bibtexParseJs from 'bibtex-parse-js';
import { bibtexParser } from 'latex-utensils';
import { BibliographyIndex } from '../../src/core/bibliography/bibliographyIndex';

/** Times in milliseconds, memory in bytes. */
export interface Probe {
  readonly first: number;
  /** The fastest of three more calls. */
  readonly warm: number;
  /** What the result holds besides the text. */
  readonly memory: number;
  /** How many entries it found. */
  readonly entries: number;
}

/** What comes after reading, with our reader only; times in milliseconds. */
export interface LaterProbe {
  /** All fields and all defects. */
  readonly whole: number;
  readonly firstFindWork: number;
  /** One for each edit, with the edit known. */
  readonly edits: readonly number[];
  /** One for each edit, with only the new text known. */
  readonly texts: readonly number[];
}

type Reader = (text: string) => { readonly result: unknown; readonly entries: () => number };

/** The others with the options they have by default, as other extensions call them. */
const READERS: Readonly<Record<string, Reader>> = {
  ours: (text) => {
    const index = readyIndex(text);
    return { result: index, entries: () => index.file.entries.length };
  },
  'latex-utensils': (text) => {
    const result = bibtexParser.parse(text);
    return { result, entries: () => result.content.length };
  },
  'bibtex-parse-js': (text) => {
    const result = bibtexParseJs.toJSON(text);
    return { result, entries: () => result.length };
  },
  '@retorquere/bibtex-parser': (text) => {
    const result = parseRetorquere(text);
    return { result, entries: () => result.entries.length };
  },
};

const EDITS = 80;
const NOBODY = { key: '', title: 'Nothing', authors: [], authorsTruncated: false, venue: '' };

function main(reader: string, file: string): void {
  const text = readFileSync(file, 'utf8');
  const read = READERS[reader];
  process.stdout.write(JSON.stringify(read ? probe(() => read(text)) : later(text)));
}

/** Until keys can be looked up. */
function readyIndex(text: string): BibliographyIndex {
  const index = new BibliographyIndex('file:///refs.bib', text);
  index.get('none');
  return index;
}

function probe(read: () => ReturnType<Reader>): Probe {
  const before = usedMemory();
  let done: ReturnType<Reader> | undefined;
  const first = timeOf(() => (done = read()));
  const memory = usedMemory() - before;
  const entries = done?.entries() ?? 0;
  const rounds = first > 3000 ? 0 : 3;
  const others = Array.from({ length: rounds }, () => timeOf(() => (done = read())));
  return { first, warm: Math.min(first, ...others), memory, entries };
}

function later(start: string): LaterProbe {
  const whole = timeOf(() => readyIndex(start).file.defects.length);
  let index = readyIndex(start);
  const firstFindWork = timeOf(() => index.findWork(NOBODY));
  const [edits, texts]: [number[], number[]] = [[], []];
  for (let i = 0; i < EDITS; i++) {
    const { text } = index;
    // Spread over the file, and not in order.
    const at = text.indexOf('title = {', Math.floor((text.length * ((i * 37) % EDITS)) / (EDITS + 1))) + 10;
    const edited = flat(`${text.slice(0, at)}x${text.slice(at)}`);
    const edit = { range: { start: at, end: at }, newText: 'x' };
    const previous = index;
    const time = timeOf(() => {
      index = i % 2 === 0 ? previous.update([edit], edited) : previous.updateTo(edited);
      index.get('none');
    });
    (i % 2 === 0 ? edits : texts).push(time);
  }
  return { whole, firstFindWork, edits, texts };
}

/** The text as an editor has it: in one piece, not as a promise to join pieces. */
function flat(text: string): string {
  return text.indexOf('\u0001') < 0 ? text : '';
}

function timeOf(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

function usedMemory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

main(process.argv[2] ?? '', process.argv[3] ?? '');
