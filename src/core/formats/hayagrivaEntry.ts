import { latexToUnicode } from '../bibliography/latex';
import type { PersonName, Work } from '../catalog/types';

/** A work as an entry of Hayagriva, as described in its file format's documentation. */
export function hayagrivaEntry(work: Work, preprint: boolean): Record<string, unknown> {
  const { type, fields } = work.entry;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return value === undefined ? undefined : latexToUnicode(value);
  };
  const serial = {
    ...(work.doi !== undefined && { doi: work.doi }),
    ...(work.arxiv !== undefined && { arxiv: work.arxiv }),
  };
  const url = work.url ?? (work.arxiv === undefined ? undefined : `https://arxiv.org/abs/${work.arxiv}`);
  const container = preprint ? 'arXiv' : (text('journal') ?? text('booktitle'));
  const parent = {
    type: preprint ? 'repository' : type === 'article' ? 'periodical' : 'proceedings',
    title: container,
    volume: text('volume'),
    issue: preprint ? undefined : text('number'),
  };
  const entry: Record<string, unknown> = {
    type: typeOf(type, container !== undefined),
    title: work.title,
    author: work.authors.map(nameOf),
    date: work.year,
    'page-range': text('pages')?.replace(/\s*[-–—]+\s*/g, '-'),
    publisher: text('publisher') ?? text('institution') ?? text('school'),
    url,
    'serial-number': Object.keys(serial).length > 0 ? serial : undefined,
    parent: container === undefined ? undefined : withoutMissing(parent),
  };
  return withoutMissing(entry);
}

function typeOf(type: string, isPart: boolean): string {
  if (isPart) {
    return 'article';
  }
  return /thesis$/.test(type)
    ? 'thesis'
    : type === 'book'
      ? 'book'
      : /report$/.test(type)
        ? 'report'
        : 'misc';
}

function nameOf({ family, given }: PersonName): string | Record<string, string> {
  // A comma inside a part, or a corporate author of several words, is only safe in a map.
  if (given === undefined) {
    return { name: family };
  }
  return /,/.test(family + given) ? { name: family, 'given-name': given } : `${family}, ${given}`;
}

function withoutMissing(map: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined));
}
