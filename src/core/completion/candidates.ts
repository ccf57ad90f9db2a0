import type { BibliographySource } from '../formats/source';
import type { BibRecord } from '../bibliography/record';
import type { Model, Work } from '../catalog/types';
import type { CitationGroup } from '../drafts/types';
import type { DraftLibrary } from '../library/draftLibrary';
import type { Cancellation } from '../library/workspace';
import type { CatalogSearch } from '../search/catalogSearch';
import type { EntrySearch } from '../search/entrySearch';
import type { CompletionPosition } from './position';

/** Something that can be cited at a place of a draft. */
export type Candidate =
  /** In a bibliography of the draft. */
  | { readonly kind: 'entry'; readonly key: string; readonly record: BibRecord }
  /** In the catalog only; it would be cited by `key`. */
  | { readonly kind: 'work'; readonly key: string; readonly work: Work; readonly models: readonly Model[] };

export interface CandidateRequest {
  readonly library: DraftLibrary;
  readonly entries: EntrySearch;
  readonly catalog: CatalogSearch;
  readonly position: CompletionPosition;
  /** The draft's citations. */
  readonly groups: readonly CitationGroup[];
  /** Whether entries of bibliographies are wanted, or works of the catalog only. */
  readonly bibliographyEntries: boolean;
  readonly token?: Cancellation;
}

/** Longer lists are slow in VS Code and nobody scrolls through them. */
export const mostCandidates = 50;
/** Of these, so many places are kept for works of the catalog. */
const MOST_WORKS = 15;
/** And of those so many for works that describe no model: on datasets, benchmarks, methods. */
const MOST_OTHERS = 5;
/** As many hits are looked at before those of the same citation are taken out. */
const MOST_HITS = 300;
/** A work that the draft cites comes before others, unless it matches this much less than the best. */
const COMPARABLE = 0.5;

/**
 * What fits at a place, the best first: entries of the bibliographies, those that the draft cites most before the
 * others, then works of the catalog that no bibliography has. Not what the same citation has already.
 */
export function completionCandidates(request: CandidateRequest): readonly Candidate[] {
  const { library, entries, position, token } = request;
  const cited = new Set([...position.others].flatMap((key) => library.resolve(key).work?.key ?? []));
  const isCited = (key: string, work: string | undefined): boolean =>
    position.others.has(key) || (work !== undefined && cited.has(work));
  const works = worksFor(request, isCited);
  const found: Candidate[] = [];
  if (request.bibliographyEntries && !token?.isCancellationRequested) {
    const most = mostCandidates - works.length;
    for (const key of entryKeys(request)) {
      const record = isCited(key, entries.workOf(key)) ? undefined : recordOf(key, library.indexes);
      if (record) {
        found.push({ kind: 'entry', key, record });
      }
      if (found.length === most) {
        break;
      }
    }
  }
  return token?.isCancellationRequested ? [] : [...found, ...works];
}

/** Keys of entries, each once, more than are shown. */
function entryKeys({ library, entries, position, groups, token }: CandidateRequest): Iterable<string> {
  const uses = usesOf(groups);
  const query = position.typed.trim();
  const byUse = [...uses.keys()].sort((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0));
  if (query === '') {
    return new Set([
      ...byUse,
      ...firstKeys(library.indexes, mostCandidates + position.others.size + uses.size),
    ]);
  }
  const hits = entries.search(query, { limit: MOST_HITS, ...(token && { token }) });
  const scores = new Map(hits.map(({ key, score }) => [key, score]));
  const best = hits[0]?.score ?? 0;
  const start = query.toLowerCase();
  const used = byUse.filter((key) => {
    const score = scores.get(key);
    // A short query finds so much that what the draft cites may not be among the hits.
    return score === undefined ? key.toLowerCase().startsWith(start) : score >= best * COMPARABLE;
  });
  const exact = recordOf(query, library.indexes) ? [query] : [];
  // Of entries that are not indexed yet only the keys are known.
  const unread = entries.isReady ? [] : keysStarting(start, library.indexes);
  return new Set([...exact, ...used, ...scores.keys(), ...unread]);
}

/** Those that describe models first. */
function worksFor(
  request: CandidateRequest,
  isCited: (key: string, work: string) => boolean,
): readonly Candidate[] {
  const { catalog, position, token } = request;
  const query = position.typed.trim();
  const search = { limit: MOST_HITS, ...(token && { token }) };
  const others = offered(catalog.otherWorks(query, search), query === '' ? 0 : MOST_OTHERS, request, isCited);
  const described = catalog.search(query, search).map(({ model }) => request.library.catalog.workOf(model));
  return [...offered(described, MOST_WORKS - others.length, request, isCited), ...others];
}

function offered(
  works: readonly Work[],
  most: number,
  { library, entries }: CandidateRequest,
  isCited: (key: string, work: string) => boolean,
): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const work of works) {
    if (found.size === most) {
      break;
    }
    if (found.has(work.key) || entries.works.has(work.key)) {
      continue;
    }
    const isTaken = library.indexes.some((index) => index.getIgnoringCase(work.key) !== undefined);
    if (isTaken && !entries.isReady) {
      // Until all entries are read, the one with this key is taken for the work's own.
      continue;
    }
    const key = isTaken ? library.freeKeyOf(work) : work.key;
    if (!isCited(key, work.key)) {
      found.set(work.key, { kind: 'work', key, work, models: library.catalog.modelsOf(work.key) });
    }
  }
  return [...found.values()];
}

/** How often the draft cites each key. */
function usesOf(groups: readonly CitationGroup[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { key } of groups.flatMap(({ citations }) => citations)) {
    uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  return uses;
}

function firstKeys(indexes: readonly BibliographySource[], most: number): readonly string[] {
  const keys = new Set<string>();
  for (const { file } of indexes) {
    for (const { key } of file.entries) {
      keys.add(key);
      if (keys.size === most) {
        return [...keys];
      }
    }
  }
  return [...keys];
}

function keysStarting(start: string, indexes: readonly BibliographySource[]): readonly string[] {
  const keys = indexes.flatMap(({ file }) => file.entries.map(({ key }) => key));
  return keys.filter((key) => key.toLowerCase().startsWith(start)).slice(0, MOST_HITS);
}

function recordOf(key: string, indexes: readonly BibliographySource[]): BibRecord | undefined {
  for (const index of indexes) {
    const entry = index.get(key);
    if (entry) {
      return index.record(entry);
    }
  }
  return undefined;
}
