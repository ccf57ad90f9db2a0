import { identityKeys, sameWork } from '../bibliography/identity';
import type { BibRecord } from '../bibliography/record';
import { toRecord } from '../bibliography/record';
import { hintOf } from '../bibliography/workHints';
import type { BibDefect, BibEntry, BibFile } from '../bibliography/types';
import { FormatEntry } from './formatEntry';
import { formatHints } from './formatHints';
import type { BibliographySource, OtherFormat } from './source';

/** What a reader of one format finds. */
export interface ParsedFormat {
  readonly entries: readonly FormatEntry[];
  /** Called once, when defects are asked for; duplicate keys are found without it. */
  readonly defects: () => readonly BibDefect[];
  /** See {@link BibliographySource.closed}. */
  readonly closed?: string;
}

/** A bibliography in a format other than BibTeX. Its tables are built on first use. */
export class FormatSource implements BibliographySource {
  readonly uri: string;
  readonly text: string;
  readonly format: OtherFormat;
  readonly file: BibFile;
  readonly closed?: string;
  #byKey: ReadonlyMap<string, BibEntry> | undefined;
  #byLowerCaseKey: ReadonlyMap<string, BibEntry> | undefined;
  /** By what leads to few entries that may be of the same work. */
  #byHint: ReadonlyMap<number, readonly BibEntry[]> | undefined;

  constructor(uri: string, text: string, format: OtherFormat, parsed: ParsedFormat) {
    this.uri = uri;
    this.text = text;
    this.format = format;
    this.file = new FormatFile(parsed);
    if (parsed.closed !== undefined) {
      this.closed = parsed.closed;
    }
  }

  get(key: string): BibEntry | undefined {
    this.#byKey ??= firstByKey(this.file.entries, (name) => name);
    return this.#byKey.get(key);
  }

  getIgnoringCase(key: string): BibEntry | undefined {
    this.#byLowerCaseKey ??= firstByKey(this.file.entries, (name) => name.toLowerCase());
    return this.#byLowerCaseKey.get(key.toLowerCase());
  }

  findWork(record: BibRecord): BibEntry | undefined {
    this.#byHint ??= this.#indexHints();
    for (const identity of identityKeys(record)) {
      const entry = this.#byHint.get(hintOf(identity))?.find((known) => {
        const other = this.record(known);
        return sameWork(record, other) && identityKeys(other).includes(identity);
      });
      if (entry) {
        return entry;
      }
    }
    return undefined;
  }

  record(entry: BibEntry): BibRecord {
    return entry instanceof FormatEntry ? entry.record : toRecord(entry);
  }

  #indexHints(): Map<number, BibEntry[]> {
    const index = new Map<number, BibEntry[]>();
    for (const entry of this.file.entries) {
      const source = this.text.slice(entry.range.start, entry.range.end);
      for (const hint of formatHints(source, () => identityKeys(this.record(entry)))) {
        const others = index.get(hint);
        if (others) {
          others.push(entry);
        } else {
          index.set(hint, [entry]);
        }
      }
    }
    return index;
  }
}

class FormatFile implements BibFile {
  readonly entries: readonly BibEntry[];
  readonly strings: ReadonlyMap<string, string> = new Map();
  readonly #parsed: ParsedFormat;
  #defects: readonly BibDefect[] | undefined;

  constructor(parsed: ParsedFormat) {
    this.entries = parsed.entries;
    this.#parsed = parsed;
  }

  get defects(): readonly BibDefect[] {
    this.#defects ??= [...this.#parsed.defects(), ...duplicates(this.entries)].sort(
      (a, b) => a.range.start - b.range.start,
    );
    return this.#defects;
  }
}

function duplicates(entries: readonly BibEntry[]): BibDefect[] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, keyRange }) => {
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = `Another entry above has the key "${key}"; this one is not used.`;
    return [{ code: 'duplicate-key', message, range: keyRange, severity: 'warning' } as const];
  });
}

function firstByKey(entries: readonly BibEntry[], fold: (key: string) => string): Map<string, BibEntry> {
  const map = new Map<string, BibEntry>();
  for (const entry of entries) {
    const key = fold(entry.key);
    if (!map.has(key)) {
      map.set(key, entry);
    }
  }
  return map;
}
