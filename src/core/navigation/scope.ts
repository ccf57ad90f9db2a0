import type { DraftLibrary } from '../library/draftLibrary';
import { entriesOf } from './occurrences';

/** A key together with what it means: the same letters may be another work's key in another project. */
export interface KeyScope {
  readonly key: string;
  /** The bibliographies that have the key; if none has it, those of the draft that cites it. */
  readonly bibliographies: ReadonlySet<string>;
  /** Whether an entry has the key; else only the catalog knows it, or nobody. */
  readonly hasEntry: boolean;
}

/** What a key means in one draft. */
export function scopeInDraft(library: DraftLibrary, key: string): KeyScope {
  const having = library.indexes.filter((index) => entriesOf(index, key).length > 0);
  const meant = having.length > 0 ? having : library.indexes;
  return { key, bibliographies: new Set(meant.map(({ uri }) => uri)), hasEntry: having.length > 0 };
}

/** What a key of an entry means. */
export function scopeInBibliography(uri: string, key: string): KeyScope {
  return { key, bibliographies: new Set([uri]), hasEntry: true };
}

/** Whether a key means the same in a draft with this library: the entry that counts there is one of the scope's. */
export function isSameKey(library: DraftLibrary, { key, bibliographies, hasEntry }: KeyScope): boolean {
  const { entry } = library.resolve(key);
  return entry
    ? hasEntry && bibliographies.has(entry.uri)
    : !hasEntry && library.indexes.some(({ uri }) => bibliographies.has(uri));
}
