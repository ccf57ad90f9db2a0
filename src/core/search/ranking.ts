import { Dictionary } from './dictionary';
import { tokens } from './folding';
import { termMatches } from './query';
import type { Query } from './query';
import type { Candidate, IndexedDocument, IndexedField } from './segment';

/** How often its weight a field adds if the query is the whole of it, or its beginning. */
const wholeBonus = 3;
const beginningBonus = 1.5;
/** The same if every word of the query begins a word of it: `qwen vl` and Qwen2.5-VL. */
const allWordsBonus = 0.8;
/** The same if the query is the whole of it with typing errors; times how close it is. */
const misspeltBonus = 2;
/** Fields longer than this (abstracts, author lists of a hundred) are never typed as a whole. */
const longestWhole = 400;

/** One value of a field. */
interface Value {
  /** Without anything between its words. */
  readonly compact: string;
  readonly words: readonly string[];
}

/**
 * Orders candidates: the query is a document's name, then its beginning, then its words are all in it, then the same for
 * lesser fields, then by the fields its words are in; equals in the order the documents were given.
 */
export class Ranking {
  /** By document: the values of each field. */
  private readonly values = new WeakMap<IndexedDocument, readonly (readonly Value[])[]>();

  constructor(private readonly fields: readonly IndexedField[]) {}

  /** @returns a new array; scores are comparable within one query only */
  rank(candidates: readonly Candidate[], query: Query): Candidate[] {
    const begins = startsWith(query);
    const bonuses = candidates.map(({ document }) => this.bonus(document, begins));
    // Where nothing is called or begins like that, the query may be a name with typing errors.
    const misspelt = bonuses.every((bonus) => bonus === 0) && query.nameEdits > 0;
    const close = resembles(query);
    return candidates
      .map(({ document, score }, index) => {
        const bonus = misspelt ? this.bonus(document, close) : (bonuses[index] ?? 0);
        return { document, score: score / Math.max(1, query.wordCount) + bonus };
      })
      .sort((a, b) => b.score - a.score || a.document.order - b.document.order);
  }

  /** @param closeness - of a value to the query; 0 if it is another */
  private bonus(document: IndexedDocument, closeness: (value: Value) => number): number {
    let best = 0;
    this.valuesOf(document).forEach((values, index) => {
      const weight = this.fields[index]?.weight ?? 0;
      for (const value of values) {
        best = Math.max(best, weight * closeness(value));
      }
    });
    return best;
  }

  private valuesOf(document: IndexedDocument): readonly (readonly Value[])[] {
    const known = this.values.get(document);
    if (known) {
      return known;
    }
    const values = this.fields.map((field) => {
      const text = document.fields[field.name] ?? '';
      return text === '' || text.length > longestWhole
        ? []
        : text.split('\n').map((value) => {
            const words = tokens(value);
            return { compact: words.join(''), words };
          });
    });
    this.values.set(document, values);
    return values;
  }
}

function startsWith({ compact, probes }: Query): (value: Value) => number {
  const typed = probes.filter(({ joined }) => !joined).map(({ text }) => text);
  return (value) => {
    if (value.compact.startsWith(compact)) {
      return value.compact.length === compact.length ? wholeBonus : beginningBonus;
    }
    return typed.length > 1 && typed.every((text) => value.words.some((word) => word.startsWith(text)))
      ? allWordsBonus
      : 0;
  };
}

function resembles({ compact, nameEdits }: Query): (value: Value) => number {
  const probe = { text: compact, bits: 0, maxEdits: nameEdits, joined: true };
  return (value) =>
    Math.abs(value.compact.length - compact.length) > nameEdits
      ? 0
      : termMatches(new Dictionary([value.compact]), probe).reduce(
          (best, { whole, quality }) => (whole ? Math.max(best, quality * misspeltBonus) : best),
          0,
        );
}
