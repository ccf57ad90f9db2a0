import { identityKeys, sameWork } from './identity';
import { readBibliography } from './reader';
import type { BibRecord } from './record';
import { toRecord } from './record';
import type { BibEntry, BibFile } from './types';

/** One bibliography as it stands, with everything that is looked up in it. Built from what is asked for, on first use. */
export class BibliographyIndex {
  readonly uri: string;
  readonly text: string;
  readonly file: BibFile;
  #byKey: ReadonlyMap<string, BibEntry> | undefined;
  #byLowerCaseKey: ReadonlyMap<string, BibEntry> | undefined;
  #byIdentity: ReadonlyMap<string, readonly BibEntry[]> | undefined;
  readonly #records = new WeakMap<BibEntry, BibRecord>();

  /**
   * @param uri - where the text is from, as VS Code's `uri.toString()`
   * @param text - the whole file, a BOM included if the document has it
   */
  constructor(uri: string, text: string) {
    this.uri = uri;
    this.text = text;
    this.file = readBibliography(text);
  }

  /** The entry with exactly this key; the first one of several, as BibTeX takes it. */
  get(key: string): BibEntry | undefined {
    this.#byKey ??= firstByKey(this.file.entries, (name) => name);
    return this.#byKey.get(key);
  }

  /** The first entry whose key is this one but for upper and lower case, which BibTeX does not tell apart. */
  getIgnoringCase(key: string): BibEntry | undefined {
    this.#byLowerCaseKey ??= firstByKey(this.file.entries, (name) => name.toLowerCase());
    return this.#byLowerCaseKey.get(key.toLowerCase());
  }

  /** The entry that describes the same work, under whatever key: a match by DOI or arXiv id before one by title. */
  findWork(record: BibRecord): BibEntry | undefined {
    this.#byIdentity ??= this.#indexIdentities();
    for (const identity of identityKeys(record)) {
      for (const entry of this.#byIdentity.get(identity) ?? []) {
        if (sameWork(record, this.record(entry))) {
          return entry;
        }
      }
    }
    return undefined;
  }

  /** What an entry of this file says about its work. */
  record(entry: BibEntry): BibRecord {
    let record = this.#records.get(entry);
    if (!record) {
      record = toRecord(entry);
      this.#records.set(entry, record);
    }
    return record;
  }

  #indexIdentities(): Map<string, BibEntry[]> {
    const index = new Map<string, BibEntry[]>();
    for (const entry of this.file.entries) {
      for (const identity of identityKeys(this.record(entry))) {
        const others = index.get(identity);
        if (others) {
          others.push(entry);
        } else {
          index.set(identity, [entry]);
        }
      }
    }
    return index;
  }
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
