import type { BibEntry, BibField, BibFile } from '../bibliography/types';
import type { Citation, CitationGroup } from '../drafts/types';
import type { TextRange } from '../text';

/** Fields whose values are keys of entries, one or several with commas between them. `ids` holds further keys of its own entry. */
const KEY_FIELDS: ReadonlySet<string> = new Set(['crossref', 'xref', 'xdata', 'ids', 'entryset', 'related']);

/** A key at one place of a bibliography. */
export interface BibKey {
  readonly key: string;
  readonly range: TextRange;
  /** `entry`: the key of an entry; `mention`: in a field such as `crossref`. */
  readonly kind: 'entry' | 'mention';
}

/** What is read of a bibliography here; a `BibliographySource` fits. */
export interface BibText {
  readonly uri: string;
  readonly text: string;
  readonly file: Pick<BibFile, 'entries'>;
}

/** The citations of exactly this key, in file order. */
export function citationsOf(groups: readonly CitationGroup[], key: string): Citation[] {
  return groups.flatMap(({ citations }) => citations.filter((citation) => citation.key === key));
}

/** The entries with exactly this key, in file order. BibTeX takes the first one. */
export function entriesOf({ file }: Pick<BibText, 'file'>, key: string): BibEntry[] {
  return file.entries.filter((entry) => entry.key === key);
}

/** Where fields of entries name a key, in file order. Reads the fields of those entries only in which it stands. */
export function mentionsOf({ text, file }: BibText, key: string): BibKey[] {
  const found: BibKey[] = [];
  let next = key === '' ? -1 : text.indexOf(key);
  for (const entry of file.entries) {
    if (next < 0) {
      break;
    }
    if (next < entry.keyRange.end) {
      next = text.indexOf(key, entry.keyRange.end);
    }
    if (next >= 0 && next < entry.range.end) {
      found.push(...keysIn(text, entry).filter((mention) => mention.key === key));
      next = text.indexOf(key, entry.range.end);
    }
  }
  return found;
}

/** The key of an entry, or the one that a field names, at an offset; ends included. */
export function bibKeyAt({ text, file }: BibText, offset: number): BibKey | undefined {
  const entry = entryAt(file.entries, offset);
  if (!entry) {
    return undefined;
  }
  if (isIn(entry.keyRange, offset)) {
    return { key: entry.key, range: entry.keyRange, kind: 'entry' };
  }
  return keysIn(text, entry).find(({ range }) => isIn(range, offset));
}

/** Entries stand in file order and do not overlap. */
function entryAt(entries: readonly BibEntry[], offset: number): BibEntry | undefined {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((entries[middle]?.range.start ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const entry = entries[low];
  return entry && isIn(entry.range, offset) ? entry : undefined;
}

function keysIn(text: string, entry: BibEntry): BibKey[] {
  return entry.fields.filter(({ name }) => KEY_FIELDS.has(name)).flatMap((field) => keysOfField(text, field));
}

/** Names put together from `@string`s stand nowhere as they are. */
function keysOfField(text: string, { value, valueRange }: BibField): BibKey[] {
  const source = text.slice(valueRange.start, valueRange.end);
  const inside = source === value ? 0 : 1;
  if (source.slice(inside, source.length - inside) !== value) {
    return [];
  }
  return [...value.matchAll(/[^\s,](?:[^,]*[^\s,])?/g)].map(({ 0: key, index }) => {
    const start = valueRange.start + inside + index;
    return { key, range: { start, end: start + key.length }, kind: 'mention' };
  });
}

function isIn({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
