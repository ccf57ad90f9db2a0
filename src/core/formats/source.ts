import type { BibRecord } from '../bibliography/record';
import type { BibEntry, BibFile } from '../bibliography/types';

/** The formats of bibliographies besides BibTeX. */
export type OtherFormat = 'csl-json' | 'csl-yaml' | 'inline-references' | 'hayagriva' | 'thebibliography';

/** One bibliography as it stands, in whatever format; `BibliographyIndex` is the one for BibTeX. It never changes. */
export interface BibliographySource {
  readonly uri: string;
  /** The whole file; with references in a draft, the whole draft. */
  readonly text: string;
  /** Absent for BibTeX. In other formats the values of fields are plain text, not LaTeX. */
  readonly format?: OtherFormat;
  /** Entries with the exact ranges of entry and key, and what is wrong. */
  readonly file: BibFile;
  /** Why no entry can be added, as a whole English sentence; absent if one can be. */
  readonly closed?: string;
  /** The entry with exactly this key; the first one of several. */
  get(key: string): BibEntry | undefined;
  /** The first entry whose key is this one but for upper and lower case. */
  getIgnoringCase(key: string): BibEntry | undefined;
  /** The entry that describes the same work, under whatever key. */
  findWork(record: BibRecord): BibEntry | undefined;
  /** What an entry of this source says about its work. */
  record(entry: BibEntry): BibRecord;
}
