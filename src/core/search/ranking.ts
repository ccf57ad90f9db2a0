import { tokens } from './folding';
import type { Query } from './query';
import type { IndexedDocument, IndexedField } from './segment';

/** A document that the index found for a query. */
export interface Candidate {
  readonly document: IndexedDocument;
  /** As `Segment.collect` gives it. */
  readonly score: number;
}

/** How often its weight a field adds if the query is the whole of it, or its beginning. */
const wholeBonus = 3;
const beginningBonus = 1.5;
/** Fields longer than this (abstracts, author lists of a hundred) are never typed as a whole. */
const longestWhole = 400;

/**
 * Orders candidates: the query is a document's name, then its beginning, then the same for lesser fields, then by the
 * fields its words are in; equals in the order the documents were given.
 */
export class Ranking {
  /** By document: the values of each field without anything between their words. */
  private readonly compactValues = new WeakMap<IndexedDocument, readonly (readonly string[])[]>();

  constructor(private readonly fields: readonly IndexedField[]) {}

  /** @returns a new array; scores are comparable within one query only */
  rank(candidates: readonly Candidate[], query: Query): Candidate[] {
    return candidates
      .map(({ document, score }) => ({
        document,
        score: score / Math.max(1, query.wordCount) + this.bonus(document, query.compact),
      }))
      .sort((a, b) => b.score - a.score || a.document.order - b.document.order);
  }

  private bonus(document: IndexedDocument, compact: string): number {
    let best = 0;
    this.valuesOf(document).forEach((values, index) => {
      const weight = this.fields[index]?.weight ?? 0;
      for (const value of values) {
        if (value.startsWith(compact)) {
          best = Math.max(best, weight * (value.length === compact.length ? wholeBonus : beginningBonus));
        }
      }
    });
    return best;
  }

  private valuesOf(document: IndexedDocument): readonly (readonly string[])[] {
    const known = this.compactValues.get(document);
    if (known) {
      return known;
    }
    const values = this.fields.map((field) => {
      const text = document.fields[field.name] ?? '';
      return text === '' || text.length > longestWhole
        ? []
        : text.split('\n').map((value) => tokens(value).join(''));
    });
    this.compactValues.set(document, values);
    return values;
  }
}
