import { parseNames } from '../bibliography/names';
import type { BibRecord } from '../bibliography/record';
import { arxivId, normaliseDoi } from '../bibliography/record';
import type { BibField } from '../bibliography/types';
import type { PersonName } from '../catalog/types';
import type { TextRange } from '../text';
import type { EntryContent } from './formatEntry';
import type { Value } from './value';
import { itemsOf, member, textOf } from './value';

const VENUES = ['container-title', 'event-title', 'publisher', 'archive'];
/** Where arXiv ids stand in exports, most reliable first. */
const ARXIV_PLACES = ['arxiv', 'DOI', 'URL', 'number', 'archive_location', 'container-title', 'note'];

/**
 * What an item of CSL data (JSON or YAML; the CSL schema 1.0.2) says. Text is plain: HTML tags of CSL-JSON and the
 * classes of pandoc's Markdown are left out.
 *
 * @param item - the item's map
 */
export function cslContent(key: string, item: Value): EntryContent {
  const type = member(item, 'type');
  return {
    type: textOf(type).toLowerCase(),
    typeRange: type ? contentRange(type) : { start: item.start, end: item.start },
    fields: fieldsOf(item, cslText),
    record: cslRecord(key, item),
  };
}

/** The members of an entry as fields; nested values as one line of text each, made by `toText`. */
export function fieldsOf(item: Value, toText: (value: Value, name: string) => string): BibField[] {
  return item.kind !== 'map'
    ? []
    : item.members.map(({ name, nameRange, value }) => ({
        name: name.toLowerCase(),
        nameRange,
        valueRange: { start: value.start, end: value.end },
        value: toText(value, name),
      }));
}

function cslRecord(key: string, item: Value): BibRecord {
  const text = (name: string): string => plain(textOf(member(item, name)));
  const people = namesOf(member(item, 'author') ?? member(item, 'editor'));
  const year = yearOf(dateText(member(item, 'issued')));
  const doi = normaliseDoi(text('DOI')) ?? normaliseDoiOfUrl(text('URL'));
  const arxiv = arxivOf(text);
  const url = text('URL');
  const venue = VENUES.map(text).find((name) => name !== '' && !/^arxiv\b/i.test(name));
  return {
    key,
    title: text('title'),
    authors: people,
    authorsTruncated: false,
    venue: venue ?? (arxiv === undefined ? '' : 'arXiv'),
    ...(year !== undefined && { year }),
    ...(doi !== undefined && { doi }),
    ...(arxiv !== undefined && { arxiv }),
    ...(url !== '' && { url }),
  };
}

function arxivOf(text: (name: string) => string): string | undefined {
  // A bare number is an arXiv id only where arXiv is named.
  const isArxiv = /arxiv/i.test(`${text('archive')} ${text('publisher')}`);
  for (const name of ARXIV_PLACES) {
    const value = text(name);
    const isNamed = name === 'arxiv' || (isArxiv && name !== 'DOI') || /arxiv/i.test(value);
    const id = isNamed && value !== '' ? arxivId(value) : undefined;
    if (id !== undefined) {
      return id;
    }
  }
  return undefined;
}

/** The people of a CSL name variable: a list of names, or names as BibTeX writes them. */
export function namesOf(value: Value | undefined): PersonName[] {
  return itemsOf(value).flatMap((name): PersonName[] => {
    if (name.kind === 'text') {
      return parseNames(name.text).names;
    }
    const part = (...names: readonly string[]): string => plain(textOf(member(name, ...names)));
    const given = part('given');
    const particle = part('non-dropping-particle', 'dropping-particle');
    const family = [particle, part('family')].filter(Boolean).join(' ') || part('literal', 'name');
    if (family === '') {
      return given === '' ? [] : [{ family: given }];
    }
    return [given === '' ? { family } : { family, given }];
  });
}

/** A date as `2023-01-30`, as far as it is known; else as written. */
function dateText(value: Value | undefined): string {
  const [first] = itemsOf(value);
  if (first === undefined || first.kind === 'text') {
    return textOf(first);
  }
  if (first.kind === 'list') {
    return first.items.map(textOf).filter(Boolean).map(padded).join('-');
  }
  const parts = member(first, 'date-parts');
  if (parts) {
    return dateText(parts);
  }
  const named = ['year', 'month', 'day'].map((name) => textOf(member(first, name))).filter(Boolean);
  return named.map(padded).join('-') || textOf(member(first, 'raw', 'literal'));
}

function padded(part: string, position: number): string {
  return position === 0 ? part : part.padStart(2, '0');
}

function cslText(value: Value, name: string): string {
  if (/^(?:author|editor|translator|director|.*-(?:author|editor))$/.test(name)) {
    return nameList(namesOf(value));
  }
  if (/^(?:issued|accessed|submitted|original-date|event-date|available-date)$/.test(name)) {
    return dateText(value);
  }
  return plain(flatText(value));
}

/** As BibTeX writes names. */
export function nameList(names: readonly PersonName[]): string {
  return names
    .map(({ family, given }) => (given === undefined ? family : `${family}, ${given}`))
    .join(' and ');
}

/** All texts in a value, separated by commas. The depth is limited, as files may be made to hurt. */
export function flatText(value: Value, depth = 0): string {
  switch (value.kind) {
    case 'text':
      return value.text.trim();
    case 'list':
    case 'map': {
      const inner = value.kind === 'list' ? value.items : value.members.map((one) => one.value);
      return depth > 8
        ? ''
        : inner
            .map((one) => flatText(one, depth + 1))
            .filter(Boolean)
            .join(', ');
    }
  }
}

/** The first year of four digits. */
export function yearOf(text: string): number | undefined {
  const match = /(?<!\d)\d{4}(?!\d)/.exec(text);
  return match ? Number(match[0]) : undefined;
}

/** The DOI in the address of a DOI resolver. */
export function normaliseDoiOfUrl(url: string): string | undefined {
  return /^https?:\/\/(?:dx\.)?doi\.org\//i.test(url) ? normaliseDoi(url) : undefined;
}

/** The range of a scalar without its quotation marks. */
export function contentRange(value: Value, quoted = value.end - value.start >= 2): TextRange {
  return quoted && value.kind === 'text' && value.end - value.start === value.text.length + 2
    ? { start: value.start + 1, end: value.end - 1 }
    : { start: value.start, end: value.end };
}

function plain(text: string): string {
  if (!/[<[\s]/.test(text)) {
    return text;
  }
  return text
    .replace(/<\/?(?:i|b|sup|sub|sc|span)(?:\s[^<>]*)?>/gi, '')
    .replace(/\[([^[\]]*)\]\{\.[\w-]+\}/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
