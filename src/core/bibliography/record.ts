import type { PersonName, Work } from '../catalog/types';
import { detached } from './content';
import { latexToUnicode } from './latex';
import { parseNames } from './names';
import type { BibEntry } from './types';

/** What people and identity need to know of a publication, whether it comes from an entry or from the catalog. Unicode text. */
export interface BibRecord {
  readonly key: string;
  readonly title: string;
  /** Other titles the work circulates under. */
  readonly otherTitles?: readonly string[];
  /** The editors, where there are no authors. */
  readonly authors: readonly PersonName[];
  /** The list goes on ("and others"). */
  readonly authorsTruncated: boolean;
  readonly year?: number;
  /** Year of the first posting, where it is known to differ from `year`. */
  readonly firstYear?: number;
  /** Journal, proceedings, publisher or `arXiv`; empty if unknown. */
  readonly venue: string;
  /** Lower case, without the resolver's address. */
  readonly doi?: string;
  /** Without version, e.g. `2301.12597` or `cs/0701001`. */
  readonly arxiv?: string;
  readonly url?: string;
}

const VENUE_FIELDS = [
  'journaltitle',
  'journal',
  'booktitle',
  'maintitle',
  'publisher',
  'school',
  'institution',
  'organization',
  'howpublished',
];

/** Where arXiv ids are found in the wild, most reliable first. */
const ARXIV_FIELDS = [
  'doi',
  'url',
  'journal',
  'journaltitle',
  'note',
  'howpublished',
  'number',
  'ee',
  'volume',
];

const ARXIV_ID = '(\\d{4}\\.\\d{4,5}|[a-z-]{2,20}(?:\\.[a-z]{2})?/\\d{7})(?!\\d)';
const ARXIV_ALONE = new RegExp(`^(?:arxiv:\\s?)?${ARXIV_ID}(?:v\\d+)?$`, 'i');
const ARXIV_IN_TEXT = new RegExp(
  `(?:arxiv\\.org/(?:abs|pdf|html|e-print)/|arxiv[.:\\s/]\\s?|^abs/)${ARXIV_ID}`,
  'i',
);

/** Reads the fields of an entry that describe the work. */
export function toRecord(entry: BibEntry): BibRecord {
  const text = textOf(entry);
  const people = parseNames((entry.field('author') ?? entry.field('editor'))?.value ?? '');
  const year = yearOf(text('year')) ?? yearOf(text('date'));
  const { doi, arxiv } = identifiersOf(text);
  const url = addressIn(entry.field('url')?.value ?? '');
  return {
    key: entry.key,
    title: titleOf(text),
    authors: people.names,
    authorsTruncated: people.truncated,
    venue: venueOf(text, arxiv),
    ...(year !== undefined && { year }),
    ...(doi !== undefined && { doi }),
    ...(arxiv !== undefined && { arxiv }),
    ...(url !== '' && { url }),
  };
}

/** Reads a field of an entry as Unicode text; empty if there is none. */
export function textOf(entry: BibEntry): (name: string) => string {
  return (name) => {
    const field = entry.field(name);
    return field ? latexToUnicode(field.value) : '';
  };
}

/** The title with the subtitle. */
export function titleOf(text: (name: string) => string): string {
  const subtitle = text('subtitle');
  return subtitle === '' ? text('title') : `${text('title')}: ${subtitle}`;
}

/** The DOI and the arXiv id, as {@link BibRecord} has them. */
export function identifiersOf(text: (name: string) => string): Pick<BibRecord, 'doi' | 'arxiv'> {
  const doi = normaliseDoi(text('doi')) ?? doiOfAddress(text('url'));
  const arxiv = arxivOf(text);
  return { ...(doi !== undefined && { doi }), ...(arxiv !== undefined && { arxiv }) };
}

/** A copy of an entry's record that does not keep the file's text in memory. */
export function detachedRecord(record: BibRecord): BibRecord {
  return {
    ...record,
    title: detached(record.title),
    venue: detached(record.venue),
    authors: record.authors.map(({ family, given }) => ({
      family: detached(family),
      ...(given !== undefined && { given: detached(given) }),
    })),
    ...(record.doi !== undefined && { doi: detached(record.doi) }),
    ...(record.arxiv !== undefined && { arxiv: detached(record.arxiv) }),
    ...(record.url !== undefined && { url: detached(record.url) }),
  };
}

/** The record of a work of the catalog, to be compared with those of entries. */
export function workRecord(work: Work): BibRecord {
  const firstYear = yearOf(work.posted);
  const doi = normaliseDoi(work.doi ?? '');
  const arxiv = arxivId(work.arxiv ?? '') ?? arxivId(doi ?? '');
  return {
    key: work.key,
    title: work.title,
    authors: work.authors,
    authorsTruncated: work.authorsTruncated ?? false,
    year: work.year,
    venue: work.venue,
    ...(work.otherTitles && { otherTitles: work.otherTitles }),
    ...(firstYear !== undefined && { firstYear }),
    ...(doi !== undefined && { doi }),
    ...(arxiv !== undefined && { arxiv }),
    ...(work.url !== undefined && { url: work.url }),
  };
}

/** A DOI in lower case without `https://doi.org/` or `doi:`; `undefined` if the text is none. */
export function normaliseDoi(text: string): string | undefined {
  const doi = text
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\//, '')
    .replace(/^doi:?\s?/, '');
  return /^10\.\d+(?:\.\d+)*\/\S+$/.test(doi) ? doi : undefined;
}

/** An arXiv id without version from an id, an address, an arXiv DOI or text such as "arXiv preprint arXiv:2301.12597". */
export function arxivId(text: string): string | undefined {
  const match = ARXIV_ALONE.exec(text.trim()) ?? ARXIV_IN_TEXT.exec(text);
  return match?.[1]?.toLowerCase();
}

function arxivOf(text: (name: string) => string): string | undefined {
  const archive = (text('eprinttype') || text('archiveprefix')).toLowerCase();
  if (archive === '' || archive === 'arxiv') {
    const id = arxivId(text('eprint'));
    if (id !== undefined) {
      return id;
    }
  }
  for (const name of ARXIV_FIELDS) {
    const match = ARXIV_IN_TEXT.exec(text(name));
    if (match) {
      return match[1]?.toLowerCase();
    }
  }
  return undefined;
}

function venueOf(text: (name: string) => string, arxiv: string | undefined): string {
  for (const name of VENUE_FIELDS) {
    const venue = text(name);
    if (venue !== '' && !(arxiv !== undefined && /^(?:arxiv\b|corr$|https?:)/i.test(venue))) {
      return venue;
    }
  }
  return arxiv === undefined ? '' : 'arXiv';
}

/**
 * The address in a field that LaTeX prints as it is: no tie, dash or comment is meant by `~`, `--` and `%`. Escapes that
 * people put into it for older styles are removed.
 */
function addressIn(value: string): string {
  return value
    .replace(/\\(?:url|path|string)(?![A-Za-z])\s*/g, '')
    .replace(/\$\\sim\$|\\textasciitilde(?![A-Za-z])\s*(?:\{\})?|\\~\{\s*\}/g, '~')
    .replace(/\\([^A-Za-z\s])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

function doiOfAddress(url: string): string | undefined {
  return /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url) ? normaliseDoi(url) : undefined;
}

function yearOf(text: string): number | undefined {
  const match = /(?<!\d)\d{4}(?!\d)/.exec(text);
  return match ? Number(match[0]) : undefined;
}
