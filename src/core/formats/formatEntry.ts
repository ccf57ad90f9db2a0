import type { BibRecord } from '../bibliography/record';
import type { BibEntry, BibField } from '../bibliography/types';
import type { TextRange } from '../text';

/** What is read of an entry only when it is asked for. */
export interface EntryContent {
  /** Lower case, e.g. `article-journal`; empty if the entry has none. */
  readonly type: string;
  /** Where the type stands; at the entry's start and empty if it has none. */
  readonly typeRange: TextRange;
  readonly fields: readonly BibField[];
  readonly record: BibRecord;
}

/** An entry in a format other than BibTeX: its place is known at once, its content is read on first use. */
export class FormatEntry implements BibEntry {
  readonly key: string;
  readonly range: TextRange;
  readonly keyRange: TextRange;
  readonly #read: () => EntryContent;
  #content: EntryContent | undefined;

  constructor(key: string, range: TextRange, keyRange: TextRange, read: () => EntryContent) {
    this.key = key;
    this.range = range;
    this.keyRange = keyRange;
    this.#read = read;
  }

  get type(): string {
    return this.#get().type;
  }

  get typeRange(): TextRange {
    return this.#get().typeRange;
  }

  get fields(): readonly BibField[] {
    return this.#get().fields;
  }

  get record(): BibRecord {
    return this.#get().record;
  }

  field(name: string): BibField | undefined {
    return this.fields.find((field) => field.name === name);
  }

  #get(): EntryContent {
    this.#content ??= this.#read();
    return this.#content;
  }
}
