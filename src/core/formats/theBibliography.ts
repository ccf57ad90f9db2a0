import { latexToUnicode } from '../bibliography/latex';
import { parseNames } from '../bibliography/names';
import type { BibRecord } from '../bibliography/record';
import { arxivId, normaliseDoi } from '../bibliography/record';
import type { BibDefect, BibField } from '../bibliography/types';
import type { PersonName } from '../catalog/types';
import { latexCode } from '../drafts/latexCode';
import type { TextRange } from '../text';
import { nameList } from './cslRecord';
import type { EntryContent } from './formatEntry';
import { FormatEntry } from './formatEntry';
import type { ParsedFormat } from './formatSource';

/** One `thebibliography` environment. */
export interface Environment {
  /** Behind `\begin{thebibliography}`. */
  readonly start: number;
  /** Before `\end{thebibliography}`; the text's end without it. */
  readonly end: number;
  readonly closed: boolean;
}

/** Whether a LaTeX text has references of its own; those in comments do not count. */
export function hasTheBibliography(text: string): boolean {
  return environmentsIn(codeOf(text)).length > 0;
}

/** The text as TeX runs it; empty if it has no environment anyway, as most have none. */
function codeOf(text: string): string {
  return /\\begin\s*\{thebibliography\}/.test(text) ? latexCode(text) : '';
}

/** The `thebibliography` environments of a LaTeX text; those in comments do not count. */
export function environmentsIn(code: string): Environment[] {
  const environments: Environment[] = [];
  const pattern = /\\(begin|end)\s*\{thebibliography\}/g;
  let start: number | undefined;
  for (let match = pattern.exec(code); match; match = pattern.exec(code)) {
    if (match[1] === 'begin') {
      start ??= pattern.lastIndex;
    } else if (start !== undefined) {
      environments.push({ start, end: match.index, closed: true });
      start = undefined;
    }
  }
  return start === undefined ? environments : [...environments, { start, end: code.length, closed: false }];
}

/** Reads the `\bibitem`s of a LaTeX file. Their text is free; title, authors and year are guessed from its usual forms. */
export function parseTheBibliography(text: string): ParsedFormat {
  const code = codeOf(text);
  const environments = environmentsIn(code);
  const entries: FormatEntry[] = [];
  const defects: BibDefect[] = [];
  for (const environment of environments) {
    const marks = [...code.slice(environment.start, environment.end).matchAll(/\\bibitem(?![A-Za-z@])/g)];
    marks.forEach((mark, index) => {
      const start = environment.start + mark.index;
      const next = marks[index + 1]?.index;
      const limit = next === undefined ? environment.end : environment.start + next;
      const end = start + text.slice(start, limit).trimEnd().length;
      const key = keyOf(code, start + mark[0].length, end);
      if (!key) {
        const message = 'This \\bibitem has no key.';
        const range = { start, end: start + mark[0].length };
        defects.push({ code: 'missing-key', message, range, severity: 'error' });
        return;
      }
      const name = code.slice(key.start, key.end);
      const body = bodyRange(code, key.end, end);
      entries.push(
        new FormatEntry(name, { start, end }, key, () => contentOf(name, { code, text }, start, body)),
      );
    });
  }
  const open = environments.find((environment) => !environment.closed);
  if (open) {
    const message = 'The \\end{thebibliography} is missing.';
    const range = { start: open.start - '{thebibliography}'.length, end: open.start };
    defects.push({ code: 'unfinished-entry', message, range, severity: 'warning' });
  }
  const closed = environments.some((environment) => environment.closed)
    ? undefined
    : 'It has no complete thebibliography environment.';
  return { entries, defects: () => defects, ...(closed !== undefined && { closed }) };
}

/** The trimmed inside of `{key}` behind an optional `[label]`, whose brackets may hold braces with brackets. */
function keyOf(code: string, from: number, end: number): TextRange | undefined {
  let position = skipSpace(code, from, end);
  if (code.charAt(position) === '[') {
    let depth = 0;
    while (position < end && (depth > 0 || code.charAt(position) !== ']')) {
      const char = code.charAt(position);
      depth += char === '{' ? 1 : char === '}' ? -1 : 0;
      position += char === '\\' ? 2 : 1;
    }
    position = skipSpace(code, position + 1, end);
  }
  const close = code.charAt(position) === '{' ? code.slice(position, end).indexOf('}') : -1;
  if (close < 0) {
    return undefined;
  }
  const inside = code.slice(position + 1, position + close);
  const start = position + 1 + inside.length - inside.trimStart().length;
  const key = inside.trim();
  return key === '' ? undefined : { start, end: start + key.length };
}

function skipSpace(code: string, from: number, end: number): number {
  let position = from;
  while (position < end && /\s/.test(code.charAt(position))) {
    position++;
  }
  return position;
}

function bodyRange(code: string, keyEnd: number, end: number): TextRange {
  const brace = code.indexOf('}', keyEnd);
  const start = skipSpace(code, brace < 0 ? end : brace + 1, end);
  return { start: Math.min(start, end), end };
}

function contentOf(
  key: string,
  { code, text }: { readonly code: string; readonly text: string },
  start: number,
  body: TextRange,
): EntryContent {
  const source = code.slice(body.start, body.end);
  const record = recordOf(key, source, text.slice(body.start, body.end));
  const field = (name: string, value: string): BibField[] =>
    value === ''
      ? []
      : [{ name, nameRange: { start: body.start, end: body.start }, valueRange: body, value }];
  return {
    type: 'bibitem',
    typeRange: { start: start + 1, end: start + 1 + 'bibitem'.length },
    fields: [
      ...field('author', nameList(record.authors)),
      ...field('title', record.title),
      ...field('year', record.year === undefined ? '' : String(record.year)),
      ...field('doi', record.doi ?? ''),
      ...field('eprint', record.arxiv ?? ''),
      ...field('url', record.url ?? ''),
      ...field('note', plain(source)),
    ],
    record,
  };
}

interface Parts {
  readonly authors: string;
  readonly title: string;
  readonly venue: string;
}

/** @param written - the source with its addresses, which are no code */
function recordOf(key: string, source: string, written: string): BibRecord {
  const text = plain(source);
  const { authors, title, venue } = partsOf(source, text);
  const years = [...text.matchAll(/(?<![\d.:/])(?:19|20)\d\d(?![\d.]*\d)/g)].map(([year]) => Number(year));
  const bracketed = /\(((?:19|20)\d\d)[a-z]?\)/.exec(text)?.[1];
  const year = bracketed === undefined ? years.at(-1) : Number(bracketed);
  const doi = normaliseDoi(
    /\b10\.\d{4,9}\/[^\s"<>{}]+/.exec(`${text} ${written}`)?.[0].replace(/[.,;)\]]+$/, '') ?? '',
  );
  const arxiv = [text, written]
    .filter((one) => /arxiv/i.test(one))
    .map(arxivId)
    .find(Boolean);
  const url = /https?:\/\/[^\s"<>{}]+/.exec(written)?.[0].replace(/[.,;)\]]+$/, '');
  return {
    key,
    title,
    authors: namesOf(authors),
    authorsTruncated: /\bet al\b/.test(authors),
    venue: venue || (arxiv === undefined ? '' : 'arXiv'),
    ...(year !== undefined && { year }),
    ...(doi !== undefined && { doi }),
    ...(arxiv !== undefined && { arxiv }),
    ...(url !== undefined && { url }),
  };
}

/** The usual forms: BibTeX's `\newblock`s, APA's `Authors (year). Title. Venue.`, a title in quotes or emphasis. */
function partsOf(source: string, text: string): Parts {
  const blocks = source.split(/\\newblock(?![A-Za-z])/).map(plain);
  if (blocks.length > 1) {
    return { authors: stopless(blocks[0]), title: stopless(blocks[1]), venue: stopless(blocks[2]) };
  }
  const year = /\(\d{4}[a-z]?\)[.,:]?\s+/.exec(text);
  if (year && year.index < 1000) {
    const rest = text.slice(year.index + year[0].length);
    const stop = /[.?!](?=\s|$)/.exec(rest);
    const title = stop ? rest.slice(0, stop[0] === '.' ? stop.index : stop.index + 1) : rest;
    const venue = stop ? (rest.slice(stop.index + 1).split(/[.,](?:\s|$)/)[0] ?? '') : '';
    return { authors: stopless(text.slice(0, year.index)), title: stopless(title), venue: venue.trim() };
  }
  const marked =
    /``([^]{1,500}?)''|“([^”]{1,500})”|\\(?:emph|textit)\s*\{([^{}]{1,500})\}|\{\\(?:em|it)\s+([^{}]{1,500})\}/.exec(
      source,
    );
  if (marked) {
    const venue = /^[\s,.]*(?:in\s*:?\s*)?([^,.]*)/i.exec(
      plain(source.slice(marked.index + marked[0].length)),
    )?.[1];
    return {
      authors: stopless(plain(source.slice(0, marked.index))),
      title: stopless(plain(marked[1] ?? marked[2] ?? marked[3] ?? marked[4] ?? '')),
      venue: venue?.trim() ?? '',
    };
  }
  const [authors = '', title = '', venue = ''] = text.split(/(?<![ .][A-Z])\.\s+/);
  return { authors, title: stopless(title), venue: stopless(venue) };
}

function plain(source: string): string {
  return latexToUnicode(source).replace(/\s+/g, ' ').trim();
}

function stopless(text = ''): string {
  return text
    .trim()
    .replace(/[.,;:]+$/, '')
    .trim();
}

/** `Li, J., Li, D., & Hoi, S.`, `J. Li, D. Li and S. Hoi`, `Junnan Li and Steven Hoi`. */
function namesOf(authors: string): PersonName[] {
  const list = authors.replace(/,?\s*\bet al\b\.?/, '');
  const inverted = /^[^,]+,\s*(?:\p{Lu}\p{L}?(?:\.|$)[\s-]*)+(?:,|&|$)/u.test(list);
  const parts = inverted
    ? [...list.matchAll(/([^,&]+),\s*((?:\p{Lu}\p{L}?(?:\.|$)[\s-]*)+)/gu)].map(([name]) => name)
    : list.split(/\s*(?:,|;|&|\band\b)\s*/);
  return parts
    .map((name) => name.replace(/^[\s,&]+|[\s,]+$/g, ''))
    .filter(Boolean)
    .slice(0, 100)
    .flatMap((name) => parseNames(name).names);
}
