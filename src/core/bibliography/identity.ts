import { foldTitle, foldWords } from './normalise';
import type { BibRecord } from './record';

/** The part of a record that tells works apart; of the authors, the first is enough. */
export type Identified = Pick<BibRecord, 'title' | 'otherTitles' | 'authors' | 'doi' | 'arxiv'>;

/**
 * The keys under which a work is found in an index. Two records of the same work share at least one; sharing `title:...` alone
 * is not enough, see {@link sameWork}.
 */
export function identityKeys(record: Identified): string[] {
  const keys: string[] = [];
  const doi = publisherDoi(record);
  if (doi !== undefined) {
    keys.push(`doi:${doi}`);
  }
  const arxiv = arxivOf(record);
  if (arxiv !== undefined) {
    keys.push(`arxiv:${arxiv}`);
  }
  const author = firstAuthor(record);
  for (const title of titlesOf(record)) {
    keys.push(`title:${title}|${author}`);
  }
  return keys;
}

/**
 * Whether two records describe the same work: by DOI, else by arXiv id without version, else by title, first author and a year
 * that differs by one at most. A preprint and its published version are the same work; the DOI that arXiv itself gives says no
 * more than the arXiv id.
 */
export function sameWork(a: BibRecord, b: BibRecord): boolean {
  const doiA = publisherDoi(a);
  const doiB = publisherDoi(b);
  if (doiA !== undefined && doiA === doiB) {
    return true;
  }
  const arxivA = arxivOf(a);
  const arxivB = arxivOf(b);
  if (arxivA !== undefined && arxivB !== undefined) {
    return arxivA === arxivB;
  }
  if (doiA !== undefined && doiB !== undefined) {
    return false;
  }
  return yearsAgree(a, b) && firstAuthor(a) === firstAuthor(b) && shareTitle(a, b);
}

function shareTitle(a: BibRecord, b: BibRecord): boolean {
  const titles = titlesOf(b);
  return titlesOf(a).some((title) => titles.includes(title));
}

function titlesOf(record: Identified): string[] {
  const titles = [record.title, ...(record.otherTitles ?? [])].map(foldTitle);
  return [...new Set(titles.filter((title) => title !== ''))];
}

/** Years unknown agree with all others. */
function yearsAgree(a: BibRecord, b: BibRecord): boolean {
  const [firstA, lastA] = yearsOf(a);
  const [firstB, lastB] = yearsOf(b);
  return firstA - 1 <= lastB && firstB - 1 <= lastA;
}

function yearsOf(record: BibRecord): [number, number] {
  const { year, firstYear } = record;
  if (year === undefined) {
    return [firstYear ?? -Infinity, Infinity];
  }
  return [Math.min(firstYear ?? year, year), year];
}

/** The last word of the first author's family name: particles and group names are split differently by different sources. */
function firstAuthor(record: Identified): string {
  const words = foldWords(record.authors[0]?.family ?? '').split(' ');
  while (words.length > 1 && /^(?:jr|sr|ii|iii|iv)$/.test(words.at(-1) ?? '')) {
    words.pop();
  }
  return words.at(-1) ?? '';
}

function publisherDoi(record: Identified): string | undefined {
  return record.doi !== undefined && arxivOfDoi(record.doi) === undefined ? record.doi : undefined;
}

function arxivOf(record: Identified): string | undefined {
  return record.arxiv ?? (record.doi === undefined ? undefined : arxivOfDoi(record.doi));
}

function arxivOfDoi(doi: string): string | undefined {
  return /^10\.48550\/arxiv\.(.+?)(?:v\d+)?$/.exec(doi)?.[1];
}
