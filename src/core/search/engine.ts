import type { Cancellation } from '../library/workspace';
import type { TextRange } from '../text';
import { highlight } from './highlights';
import { parseQuery } from './query';
import type { Query } from './query';
import { Ranking } from './ranking';
import { Segment } from './segment';
import type { Candidate, IndexedDocument, IndexedField } from './segment';

/** A field that is searched. */
export interface SearchField {
  readonly name: string;
  /** Greater is more important. */
  readonly weight: number;
  /** Its values are names that people write as one word or as several: `nextgpt`, `NExT-GPT`, `Next GPT`. */
  readonly compound?: boolean;
}

/** What is searched. Values that stand on their own within a field (authors, aliases) are on lines of their own. */
export interface SearchDocument {
  readonly id: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A document that was found. */
export interface SearchHit {
  readonly id: string;
  /** Comparable within one search only; 0 if nothing was asked. */
  readonly score: number;
  /** The fields in which something matches; computed when read. */
  readonly highlights: readonly FieldHighlights[];
}

export interface FieldHighlights {
  readonly field: string;
  /** In the field's text: sorted, not touching each other. */
  readonly ranges: TextRange[];
}

/** As many candidates are ranked; any list shown is shorter. */
const mostRanked = 300;
const defaultLimit = 200;
/** Newer segments are merged into an older one once they have this part of its size. */
const mergeRatio = 0.5;

/**
 * Finds documents by words in any order, by their beginnings and with typing errors; accents and case do not matter.
 *
 * It works in two steps: an inverted index retrieves, then the few hundred best are ranked. Changing few of many
 * documents costs as much as indexing those few.
 */
export class SearchEngine {
  private readonly fields: readonly IndexedField[];
  private readonly ranking: Ranking;
  /** Great ones first. */
  private segments: Segment[] = [];
  /** Not in a segment yet. */
  private pending = new Map<string, IndexedDocument>();
  private readonly places = new Map<string, { segment: Segment; index: number }>();
  private nextOrder = 0;

  /** @param fields - at most 127 */
  constructor(fields: readonly SearchField[]) {
    this.fields = fields
      .map(({ name, weight, compound = false }) => ({ name, weight, compound }))
      .sort((a, b) => b.weight - a.weight);
    this.ranking = new Ranking(this.fields);
  }

  /** Adds documents; one whose id is known already takes its place. */
  add(documents: Iterable<SearchDocument>): void {
    for (const { id, fields } of documents) {
      const order = this.drop(id)?.order ?? this.nextOrder++;
      this.pending.set(id, { id, order, fields });
    }
  }

  /** Removes documents; unknown ids are ignored. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) {
      this.drop(id);
    }
  }

  /**
   * Finds the documents in which every word of the query stands, or, if there are none, those with the most of them
   * (at least half).
   *
   * @param query - if it has no word, all documents are found, in the order they were given
   * @param options - `limit`: most hits wanted, 200 if not said; `token`: once cancelled, nothing is found
   * @returns the best first
   */
  search(query: string, options: { limit?: number; token?: Cancellation } = {}): readonly SearchHit[] {
    const { limit = defaultLimit, token } = options;
    this.index();
    const parsed = parseQuery(query);
    if (parsed.wordCount === 0) {
      return this.inOrder()
        .slice(0, limit)
        .map((document) => ({ id: document.id, score: 0, highlights: [] }));
    }
    const candidates = this.retrieve(parsed, Math.max(mostRanked, limit), token);
    if (token?.isCancellationRequested) {
      return [];
    }
    return this.ranking
      .rank(candidates, parsed)
      .slice(0, limit)
      .map(({ document, score }) => new Hit(document, score, parsed, this.fields));
  }

  private retrieve(query: Query, most: number, token: Cancellation | undefined): Candidate[] {
    let candidates: Candidate[] = [];
    let mostMatched = Math.ceil(query.wordCount / 2);
    for (const segment of this.segments) {
      if (token?.isCancellationRequested) {
        return [];
      }
      const found = segment.collect(query, mostMatched, most);
      candidates = found.matched > mostMatched ? [...found.candidates] : [...candidates, ...found.candidates];
      mostMatched = found.matched;
    }
    return this.segments.length > 1 && candidates.length > most
      ? candidates.sort((a, b) => b.score - a.score || a.document.order - b.document.order).slice(0, most)
      : candidates;
  }

  private inOrder(): IndexedDocument[] {
    return this.segments.flatMap((segment) => segment.remaining()).sort((a, b) => a.order - b.order);
  }

  private drop(id: string): IndexedDocument | undefined {
    const waiting = this.pending.get(id);
    if (waiting) {
      this.pending.delete(id);
      return waiting;
    }
    const place = this.places.get(id);
    place?.segment.remove(place.index);
    this.places.delete(id);
    return place?.segment.documents[place.index];
  }

  /**
   * Brings pending documents into a segment, and merges it with segments that are not much greater. A search does so
   * first; who adds many documents can do it now and then instead.
   */
  index(): void {
    if (this.pending.size > 0) {
      const documents = [...this.pending.values()].sort((a, b) => a.order - b.order);
      this.keep(Segment.of(documents, this.fields));
      this.pending = new Map();
    }
    for (const segment of this.segments) {
      if (segment.size < segment.documents.length / 2) {
        this.segments = this.segments.filter((other) => other !== segment);
        this.keep(segment.mergedWith());
      }
    }
    for (
      let [before, last] = this.segments.slice(-2);
      before && last;
      [before, last] = this.segments.slice(-2)
    ) {
      if (last.size < before.size * mergeRatio) {
        break;
      }
      this.segments = this.segments.slice(0, -2);
      this.keep(before.mergedWith(last));
    }
  }

  private keep(segment: Segment): void {
    this.segments = [...this.segments, segment].sort((a, b) => b.size - a.size);
    segment.documents.forEach(({ id }, index) => this.places.set(id, { segment, index }));
  }
}

class Hit implements SearchHit {
  private known: readonly FieldHighlights[] | undefined;

  constructor(
    private readonly document: IndexedDocument,
    readonly score: number,
    private readonly query: Query,
    private readonly fields: readonly IndexedField[],
  ) {}

  get id(): string {
    return this.document.id;
  }

  get highlights(): readonly FieldHighlights[] {
    this.known ??= this.fields
      .map(({ name, compound }) => ({
        field: name,
        ranges: highlight(this.document.fields[name] ?? '', this.query, compound),
      }))
      .filter(({ ranges }) => ranges.length > 0);
    return this.known;
  }
}
