import { latexToUnicode } from '../bibliography/latex';
import { arxivId, normaliseDoi } from '../bibliography/record';
import type { BibEntry, BibField } from '../bibliography/types';
import type { TextRange } from '../text';

/** A value of an entry that is the address of a web page, or names one. */
export interface EntryLink {
  /** The value without its delimiters. */
  readonly range: TextRange;
  /** `http` or `https`, encoded. */
  readonly url: string;
}

/** No address is longer; looking into longer values takes time. */
const LONGEST = 2000;

/** The links in an entry's fields `doi`, `url` and `eprint` (arXiv). */
export function entryLinks(text: string, entry: BibEntry): EntryLink[] {
  const links: EntryLink[] = [];
  for (const field of entry.fields) {
    const url = field.value.length > LONGEST ? undefined : addressOf(field, entry);
    const range = url === undefined ? undefined : insideOf(text, field);
    if (url !== undefined && range) {
      links.push({ range, url });
    }
  }
  return links;
}

function addressOf({ name, value }: BibField, entry: BibEntry): string | undefined {
  switch (name) {
    case 'doi': {
      const doi = normaliseDoi(latexToUnicode(value));
      // These have a meaning of their own in an address, and old DOIs have them.
      return doi === undefined ? undefined : encoded(`https://doi.org/${escapeMarks(doi)}`);
    }
    case 'eprint': {
      const archive = (entry.field('eprinttype') ?? entry.field('archiveprefix'))?.value.toLowerCase();
      const id = archive === undefined || archive === 'arxiv' ? arxivId(value) : undefined;
      return id === undefined ? undefined : `https://arxiv.org/abs/${id}`;
    }
    case 'url': {
      const address = latexToUnicode(value.trim().replace(/^\\(?:url|path)\s*\{([^{}]*)\}$/, '$1')).trim();
      return /^https?:\/\/[^\s/]\S*$/i.test(address) ? encoded(address) : undefined;
    }
    default:
      return undefined;
  }
}

function escapeMarks(doi: string): string {
  return doi.replace(/[?#%]/g, (mark) => encodeURIComponent(mark));
}

/** An address as browsers take it: what cannot stand in one is written with `%`. */
function encoded(address: string): string {
  return address
    .replace(/\p{Cs}/gu, '')
    .replace(/[^!-~]|["<>\\^`{|}]/gu, (character) => encodeURIComponent(character));
}

function insideOf(text: string, { valueRange }: BibField): TextRange | undefined {
  const source = text.slice(valueRange.start, valueRange.end);
  const inner = /^[\s{"]*([^]*?)[\s}"]*$/.exec(source)?.[1] ?? '';
  if (inner === '' || /[\r\n]/.test(inner)) {
    return undefined;
  }
  const start = valueRange.start + source.indexOf(inner);
  return { start, end: start + inner.length };
}
