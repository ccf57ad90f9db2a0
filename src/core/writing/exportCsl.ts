import { latexToUnicode } from '../bibliography/latex';
import type { PersonName, Work } from '../catalog/types';
import { isPreprint } from './preprint';

interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  article: 'article-journal',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  proceedings: 'book',
  incollection: 'chapter',
  inbook: 'chapter',
  book: 'book',
  techreport: 'report',
  report: 'report',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
};

/** Fields that CSL has under another name. */
const FIELDS = [
  ['volume', 'volume'],
  ['publisher', 'publisher'],
  ['address', 'publisher-place'],
  ['series', 'collection-title'],
  ['isbn', 'ISBN'],
  ['issn', 'ISSN'],
] as const;

/** A work as an item of CSL-JSON (schema 1.0.2). */
export function cslItem(work: Work): Record<string, unknown> {
  const preprint = isPreprint(work);
  const { type, fields } = work.entry;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return value === undefined ? undefined : latexToUnicode(value);
  };
  const isWebPage = type === 'misc' && fields['url'] !== undefined;
  const item: Record<string, unknown> = {
    id: work.key,
    type: preprint ? 'article' : isWebPage ? 'webpage' : (TYPES[type] ?? 'document'),
    title: work.title,
    author: work.authors.map(cslName),
    issued: { 'date-parts': [[work.year]] },
    'container-title': preprint ? undefined : (text('journal') ?? text('booktitle')),
    issue: type === 'techreport' ? undefined : text('number'),
    number: preprint ? `arXiv:${work.arxiv ?? ''}` : type === 'techreport' ? text('number') : undefined,
    page: text('pages')?.replace(/\s*[-–—]+\s*/g, '-'),
  };
  for (const [name, variable] of FIELDS) {
    item[variable] = text(name);
  }
  item['publisher'] = preprint ? 'arXiv' : (item['publisher'] ?? text('institution') ?? text('school'));
  item['container-title'] ??= isWebPage ? text('howpublished') : undefined;
  item['DOI'] = work.doi;
  item['URL'] = work.url ?? (work.arxiv === undefined ? undefined : `https://arxiv.org/abs/${work.arxiv}`);
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
}

/** CSL has no "and others"; the list ends where it is known to. */
function cslName({ family, given }: PersonName): CslName {
  return given === undefined ? { literal: family } : { family, given };
}
