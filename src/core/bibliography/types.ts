import type { TextRange } from '../text';

/** One `name = value` of an entry. */
export interface BibField {
  /** Lower case. */
  readonly name: string;
  readonly nameRange: TextRange;
  /** From the first to the last character of the value, delimiters included. */
  readonly valueRange: TextRange;
  /** LaTeX source: `@string`s and `#` resolved, outer delimiters removed, white space as written. */
  readonly value: string;
}

/** An entry of a user's bibliography. Ranges are UTF-16 offsets into the file's text (a BOM counts as one unit). */
export interface BibEntry {
  /** Lower case, without `@`. */
  readonly type: string;
  /** As written. */
  readonly key: string;
  /** From `@` to after the closing delimiter. */
  readonly range: TextRange;
  readonly typeRange: TextRange;
  readonly keyRange: TextRange;
  /** In file order; read on first use. */
  readonly fields: readonly BibField[];
  /** The first field of that name (lower case), or `undefined`. */
  field(name: string): BibField | undefined;
}

export type BibDefectCode =
  | 'unfinished-entry'
  | 'missing-key'
  | 'missing-comma'
  | 'missing-value'
  | 'missing-equals'
  | 'unknown-string'
  | 'duplicate-key'
  | 'duplicate-field'
  | 'unbalanced-quotes'
  | 'key-with-space'
  | 'stray-text';

/** Something wrong in a bibliography; it costs at most the entry it is in. */
export interface BibDefect {
  readonly code: BibDefectCode;
  /** A whole English sentence for people. */
  readonly message: string;
  readonly range: TextRange;
  /** `error`: an entry or field is lost; `warning`: read, but BibTeX will complain. */
  readonly severity: 'error' | 'warning';
}

/** A bibliography as read: never a failure, always what could be read. */
export interface BibFile {
  readonly entries: readonly BibEntry[];
  readonly defects: readonly BibDefect[];
  /** `@string` definitions, names in lower case, values as LaTeX source. */
  readonly strings: ReadonlyMap<string, string>;
}
