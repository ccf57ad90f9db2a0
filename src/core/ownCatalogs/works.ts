import { formatEntry } from '../bibliography/format';
import { readBibliography } from '../bibliography/reader';
import { toRecord } from '../bibliography/record';
import { DEFAULT_STYLE } from '../bibliography/style';
import type { BibEntry } from '../bibliography/types';
import type { Work } from '../catalog/types';
import { namesOf, nameList } from '../formats/cslRecord';
import type { Value } from '../formats/value';
import { member, textOf } from '../formats/value';
import { fold } from '../search/folding';
import type { TextRange } from '../text';
import { escapeText } from '../writing/escape';
import { problem } from './schema';
import type { OwnProblem, OwnWork } from './types';

/** What reference managers note for themselves, and what only catalogs read. */
const LEFT_OUT = /^(?:abstract|file|keywords|timestamp|owner|groups|mmllm_.*|mmllm-.*)$/;

/** In the order in which they are written; `type`, `key` and `author` apart. */
const MAP_FIELDS = [
  'title',
  'author',
  'journal',
  'booktitle',
  'publisher',
  'institution',
  'volume',
  'number',
  'pages',
  'year',
  'eprint',
  'archiveprefix',
  'doi',
  'url',
  'note',
];

/**
 * The work that an entry describes.
 *
 * @param range - where problems are shown
 * @returns `undefined`, with the reason in `problems`, if title or year are missing
 */
export function workOfEntry(
  entry: BibEntry,
  range: TextRange,
  problems: OwnProblem[],
  hasKey = true,
): OwnWork | undefined {
  const record = toRecord(entry);
  const { year, arxiv, doi, url } = record;
  if (record.title === '' || year === undefined) {
    problems.push(problem(record.title === '' ? 'noTitle' : 'noYear', range, entry.key));
    return undefined;
  }
  const fields = entry.fields.filter(({ name, value }) => !LEFT_OUT.test(name) && value.trim() !== '');
  const work: Work = {
    key: entry.key,
    title: record.title,
    authors: record.authors,
    ...(record.authorsTruncated && { authorsTruncated: true }),
    year,
    posted: postedOf(arxiv) ?? String(year),
    venue: record.venue,
    ...(arxiv !== undefined && { arxiv }),
    ...(doi !== undefined && { doi }),
    ...(url !== undefined && { url }),
    entry: {
      type: entry.type,
      key: entry.key,
      fields: Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    },
  };
  return { work, hasKey, range };
}

/** The works of a text in BibTeX's format. */
export function worksOfBibtex(text: string, range: TextRange, problems: OwnProblem[]): OwnWork[] {
  return readBibliography(text).entries.flatMap((entry) => workOfEntry(entry, range, problems) ?? []);
}

/**
 * The work that a map describes, with fields as BibTeX or CSL name them, in plain text; a key is made up in Google
 * Scholar's form where it has none.
 */
export function workOfMap(map: Value, problems: OwnProblem[]): OwnWork | undefined {
  const text = (...names: readonly string[]): string => textOf(member(map, ...names));
  // Not prose, so that nothing in them is escaped: what ends a field or begins a command has no place there.
  const bare = (...names: readonly string[]): string => text(...names).replaceAll(/[\\{}]/g, '');
  const people = member(map, 'author', 'authors');
  const authors = nameList(
    people?.kind === 'list' ? people.items.flatMap((one) => namesOf(one)) : namesOf(people),
  );
  const year = text('year', 'issued');
  const arxiv = bare('arxiv', 'eprint');
  const journal = text('journal', 'container-title');
  const booktitle = text('booktitle', 'event-title');
  const values: Readonly<Record<string, string>> = {
    title: protectedCapitals(escapeText(text('title'), 'latex')),
    author: escapeText(authors, 'latex'),
    journal: escapeText(journal, 'latex'),
    booktitle: escapeText(booktitle, 'latex'),
    publisher: escapeText(text('publisher'), 'latex'),
    institution: escapeText(text('institution'), 'latex'),
    volume: bare('volume'),
    number: bare('number', 'issue'),
    pages: bare('pages', 'page').replace(/(\d)\s*[-–]\s*(\d)/u, '$1--$2'),
    year,
    eprint: arxiv,
    archiveprefix: arxiv === '' ? '' : 'arXiv',
    doi: bare('doi', 'DOI'),
    url: bare('url', 'URL'),
    note: escapeText(text('note'), 'latex'),
  };
  const given = text('key', 'id');
  const named = text('type').replace(/^(?:article-journal|paper-conference)$/, (type) =>
    type === 'article-journal' ? 'article' : 'inproceedings',
  );
  const guessed = booktitle !== '' ? 'inproceedings' : journal !== '' ? 'article' : 'misc';
  const key = given === '' ? madeKey(authors, year, text('title')) : given;
  const source = formatEntry(
    {
      type: /^[a-z]+$/.test(named) ? named : guessed,
      key: key.replace(/[\s,{}()"#%'=~\\]/g, ''),
      fields: Object.fromEntries(
        MAP_FIELDS.flatMap((name) => (values[name] ? [[name, values[name]] as const] : [])),
      ),
    },
    DEFAULT_STYLE,
  );
  const range = { start: map.start, end: map.end };
  const [entry] = readBibliography(source).entries;
  if (!entry) {
    problems.push(problem('badEntry', range));
    return undefined;
  }
  return workOfEntry(entry, range, problems, given !== '');
}

/** `2301.12597` was posted in `2023-01`. */
function postedOf(arxiv: string | undefined): string | undefined {
  const match = /^(\d{2})(0[1-9]|1[0-2])\.\d{4,5}$/.exec(arxiv ?? '');
  return match ? `20${match[1]}-${match[2]}` : undefined;
}

function madeKey(authors: string, year: string, title: string): string {
  const word = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');
  const first =
    title
      .split(/\s+/)
      .map(word)
      .find((each) => each.length > 3) ?? word(title);
  const family = /^[^,]*?([^\s,]*)(?:,|$| and )/.exec(authors)?.[1] ?? '';
  return `${word(family)}${word(year)}${first}` || 'work';
}

/** Words such as `GPT-4` keep their capitals in styles that write titles small. */
function protectedCapitals(title: string): string {
  return title.replace(/(?<![\p{L}\p{N}\\-])[\p{L}\p{N}-]*[\p{L}\p{N}-]\p{Lu}[\p{L}\p{N}-]*/gu, '{$&}');
}
