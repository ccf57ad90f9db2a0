import { foldTitle, foldWords } from '../bibliography/normalise';
import type { BibRecord } from '../bibliography/record';
import { workRecord } from '../bibliography/record';
import { readVenue, venuesDisagree } from '../bibliography/venues';
import type { PersonName, Work } from '../catalog/types';

/** One thing that a source says about a work. */
export type Statement =
  | { readonly about: 'year'; readonly year: number }
  | { readonly about: 'venue'; readonly venue: string }
  | { readonly about: 'author count'; readonly count: number }
  /** @param place - from 1 */
  | { readonly about: 'author'; readonly place: number; readonly name: string };

/** Where an entry and the catalog say different things about the same work; both lists are about the same things, in order. */
export interface Disagreement {
  readonly catalog: readonly Statement[];
  readonly entry: readonly Statement[];
}

/**
 * Compares an entry with the catalog's record of the same work: years as numbers, venues whatever they are called, authors by
 * their family names without accents. What one of them does not say is no disagreement, nor is a list that ends in `and others`.
 *
 * @returns `undefined` if they agree
 */
export function disagreementOf(entry: BibRecord, work: Work): Disagreement | undefined {
  const catalog = workRecord(work);
  const pairs = [years(catalog, entry), venues(catalog, entry), authors(catalog, entry)].filter(
    (pair) => pair !== undefined,
  );
  return pairs.length === 0
    ? undefined
    : { catalog: pairs.map(([ours]) => ours), entry: pairs.map(([, theirs]) => theirs) };
}

type Pair = readonly [catalog: Statement, entry: Statement];

function years(catalog: BibRecord, entry: BibRecord): Pair | undefined {
  const [a, b] = [catalog.year, entry.year];
  return a === undefined || b === undefined || a === b
    ? undefined
    : [
        { about: 'year', year: a },
        { about: 'year', year: b },
      ];
}

function venues(catalog: BibRecord, entry: BibRecord): Pair | undefined {
  if (catalog.venue === '' || entry.venue === '' || !venuesDisagree(catalog.venue, entry.venue)) {
    return undefined;
  }
  return [
    { about: 'venue', venue: readVenue(catalog.venue).name },
    { about: 'venue', venue: readVenue(entry.venue).name },
  ];
}

function authors(catalog: BibRecord, entry: BibRecord): Pair | undefined {
  const [ours, theirs] = [catalog.authors, entry.authors];
  if (ours.length === 0 || theirs.length === 0 || ours.some(isGroup) || theirs.some(isGroup)) {
    return undefined;
  }
  const shared = Math.min(ours.length, theirs.length);
  for (let index = 0; index < shared; index++) {
    const [a, b] = [ours[index], theirs[index]];
    if (a && b && !sameName(a, b)) {
      return [
        { about: 'author', place: index + 1, name: a.family },
        { about: 'author', place: index + 1, name: b.family },
      ];
    }
  }
  const goesOn =
    (catalog.authorsTruncated && theirs.length >= ours.length) ||
    (entry.authorsTruncated && ours.length >= theirs.length);
  return goesOn || ours.length === theirs.length
    ? undefined
    : [
        { about: 'author count', count: ours.length },
        { about: 'author count', count: theirs.length },
      ];
}

/** Groups are written in too many ways to compare: `{Gemini Team}`, `{Gemini Team, Google}`, the list of its members. */
function isGroup({ family, given }: PersonName): boolean {
  return given === undefined && /\s/.test(family.trim());
}

/** Sources split names differently, and take Chinese family names for given ones. */
function sameName(a: PersonName, b: PersonName): boolean {
  const family = foldTitle(a.family);
  return (
    family === foldTitle(b.family) ||
    lastWord(a.family) === lastWord(b.family) ||
    (family === foldTitle(b.given ?? '') && foldTitle(a.given ?? '') === foldTitle(b.family))
  );
}

function lastWord(name: string): string {
  return foldWords(name).split(' ').at(-1) ?? '';
}
