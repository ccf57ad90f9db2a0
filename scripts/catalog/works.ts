import bibtexParse from 'bibtex-parse-js';
import { latexToUnicode } from '../../src/core/bibliography/latex';
import { parseNames } from '../../src/core/bibliography/names';
import type { Work } from '../../src/core/catalog/types';
import type { Problem } from './problems';
import type { SourceFile } from './yamlFile';

/** The kinds of entries in use, with the fields that BibTeX's standard styles ask for. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  article: ['author', 'title', 'journal', 'year'],
  inproceedings: ['author', 'title', 'booktitle', 'year'],
  techreport: ['author', 'title', 'institution', 'year'],
  misc: ['author', 'title', 'howpublished', 'year'],
};

/** The order in which fields are written, as Google Scholar and publishers do. */
export const FIELD_ORDER = [
  'author',
  'title',
  'booktitle',
  'journal',
  'series',
  'volume',
  'number',
  'pages',
  'howpublished',
  'institution',
  'year',
  'publisher',
  'doi',
  'eprint',
  'archiveprefix',
  'url',
] as const;

/** Facts that only the catalog knows; they are never written into anybody's bibliography. */
const CATALOG_FIELDS = new Set([
  'x-posted',
  'x-venue',
  'x-other-titles',
  'x-preprint-authors',
  'x-doubt',
  'x-remark',
  'x-source',
]);

const ARXIV_ID = /^\d{4}\.\d{4,5}$/;
const ARXIV_JOURNAL = /^arXiv preprint arXiv:(\S+)$/;
/** What BibTeX would not print as it stands, outside of addresses and identifiers. */
const UNESCAPED = /(?<!\\)[&%#_]/;
const NOT_ASCII = /[^\t\n\x20-\x7e]/;
const VERBATIM_FIELDS = new Set(['doi', 'url', 'eprint']);

/**
 * Reads `data/bibliography.bib`.
 *
 * @returns the works sorted by key; what is wrong is in `problems`
 */
export function compileWorks({ file, text }: SourceFile, problems: Problem[]): Work[] {
  const works = new Map<string, Work>();
  // The parser never ends on a comment without a line break, and drops what follows a mistake.
  const started = [...text.matchAll(/^@\w+\{([^,\s]*)/gm)].map((match) => match[1] ?? '');
  let parsed: ReturnType<typeof bibtexParse.toJSON>;
  try {
    parsed = bibtexParse.toJSON(`${text}\n`);
  } catch (error) {
    problems.push({ file, field: '', message: `is not well-formed: ${String(error).slice(0, 200)}` });
    return [];
  }
  if (parsed.length !== started.length) {
    const read = new Set(parsed.map(({ citationKey }) => citationKey));
    const lost = started.filter((key) => !read.has(key));
    problems.push({ file, field: lost.join(', '), message: 'is not well-formed: entries were lost' });
  }
  for (const { citationKey = '', entryType, entryTags = {} } of parsed) {
    const report = (field: string, message: string): void => {
      problems.push({ file, field: field === '' ? citationKey : `${citationKey}, ${field}`, message });
    };
    if (works.has(citationKey)) {
      report('', 'is the key of two works');
      continue;
    }
    const work = compileWork(citationKey, entryType, entryTags, report);
    works.set(citationKey, work);
  }
  return [...works.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function compileWork(
  key: string,
  type: string,
  tags: Readonly<Record<string, string>>,
  report: (field: string, message: string) => void,
): Work {
  checkFields(key, type, tags, report);
  const fields: Record<string, string> = {};
  for (const name of FIELD_ORDER) {
    const value = tags[name];
    if (value !== undefined) {
      fields[name] = value;
    }
  }
  const arxiv = fields['eprint'] ?? ARXIV_JOURNAL.exec(fields['journal'] ?? '')?.[1];
  const { names, truncated } = parseNames(fields['author'] ?? '');
  const others = (tags['x-other-titles'] ?? '').split('||').map(displayTitle);
  const doubt = latexToUnicode(tags['x-doubt'] ?? '');
  return {
    key,
    title: displayTitle(fields['title'] ?? ''),
    ...(others[0] !== '' && { otherTitles: others }),
    authors: names,
    ...(truncated && { authorsTruncated: true }),
    year: Number(fields['year']),
    posted: tags['x-posted'] ?? '',
    venue: venueOf(tags),
    ...(arxiv !== undefined && { arxiv }),
    ...(fields['doi'] !== undefined && { doi: fields['doi'] }),
    ...(fields['url'] !== undefined && { url: fields['url'] }),
    ...(doubt !== '' && { doubt }),
    entry: { type, key, fields },
  };
}

function checkFields(
  key: string,
  type: string,
  tags: Readonly<Record<string, string>>,
  report: (field: string, message: string) => void,
): void {
  if (!/^[a-z0-9]+$/.test(key)) {
    report('', 'must have a key of small letters and digits');
  }
  const required = REQUIRED[type];
  if (required === undefined) {
    report('', `is a @${type}; use one of ${Object.keys(REQUIRED).join(', ')} (small letters)`);
  }
  for (const name of [...(required ?? []), 'x-posted']) {
    if ((tags[name] ?? '').trim() === '') {
      report(name, 'is missing');
    }
  }
  for (const [name, value] of Object.entries(tags)) {
    if (!(FIELD_ORDER as readonly string[]).includes(name) && !CATALOG_FIELDS.has(name)) {
      report(name, 'is not a known field');
    } else if (NOT_ASCII.test(value)) {
      report(name, 'has a character that is not ASCII: write it as LaTeX');
    } else if (!VERBATIM_FIELDS.has(name) && UNESCAPED.test(value)) {
      report(name, 'has one of & % # _ without a backslash');
    } else if (/\\[{}]/.test(value)) {
      report(name, 'has a brace behind a backslash, which BibTeX counts all the same');
    } else if (depthAtEnd(value) !== 0) {
      report(name, 'has braces that do not match');
    }
  }
  if (type === 'inproceedings' && 'number' in tags) {
    report('number', 'cannot be printed with a volume by BibTeX’s standard styles in an @inproceedings');
  }
  checkIdentifiers(tags, report);
}

function checkIdentifiers(
  tags: Readonly<Record<string, string>>,
  report: (field: string, message: string) => void,
): void {
  const check = (name: string, pattern: RegExp, what: string): void => {
    const value = tags[name];
    if (value !== undefined && !pattern.test(value)) {
      report(name, `“${value}” is not ${what}`);
    }
  };
  check('year', /^(19|20)\d{2}$/, 'a year');
  check('x-posted', /^(19|20)\d{2}-(0[1-9]|1[0-2])$/, 'of the form YYYY-MM');
  check('doi', /^10\.\d{4,9}\/[^\s{}]+$/, 'a DOI without address');
  check('eprint', ARXIV_ID, 'an arXiv number without version');
  check('archiveprefix', /^arXiv$/, '“arXiv”');
  check('url', /^https?:\/\/[^\s{}]+$/, 'an address');
  check('pages', /^[\w:]+(--[\w:]+)?$/, 'of the form 1--12');
  const inJournal = ARXIV_JOURNAL.exec(tags['journal'] ?? '')?.[1];
  if (inJournal !== undefined && !ARXIV_ID.test(inJournal)) {
    report('journal', `“${inJournal}” is not an arXiv number without version`);
  }
  if (inJournal !== undefined && 'eprint' in tags) {
    report('eprint', 'repeats the arXiv number of the journal field');
  }
  if ('eprint' in tags !== 'archiveprefix' in tags) {
    report('archiveprefix', 'goes together with eprint');
  }
  const arxiv = tags['eprint'] ?? inJournal;
  if (arxiv !== undefined && (tags['url'] ?? '').includes('arxiv.org')) {
    report('url', 'repeats the arXiv number');
  }
  if (arxiv !== undefined && monthOf(arxiv) < (tags['x-posted'] ?? '')) {
    report('x-posted', `is after ${monthOf(arxiv)}, the month of arXiv ${arxiv}`);
  }
}

/** `2301.12597` was posted in `2023-01`; submissions of a month's last day count for the next. */
export function monthOf(arxiv: string): string {
  return `20${arxiv.slice(0, 2)}-${arxiv.slice(2, 4)}`;
}

/** People read `VILA²`, not `VILA$^2$`. */
function displayTitle(latex: string): string {
  return latexToUnicode(
    latex.replace(/\$\^(\d)\$/g, (_, digit: string) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))),
  );
}

function venueOf(tags: Readonly<Record<string, string>>): string {
  const short = tags['x-venue'];
  if (short !== undefined) {
    return latexToUnicode(short);
  }
  const journal = tags['journal'] ?? '';
  return ARXIV_JOURNAL.test(journal)
    ? 'arXiv'
    : latexToUnicode(tags['booktitle'] ?? (journal || (tags['institution'] ?? tags['howpublished'] ?? '')));
}

function depthAtEnd(value: string): number {
  let depth = 0;
  for (const char of value) {
    depth += char === '{' ? 1 : char === '}' ? -1 : 0;
    if (depth < 0) {
      return depth;
    }
  }
  return depth;
}
