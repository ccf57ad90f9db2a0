import { Dictionary } from './dictionary';
import { mergePostings, PostingsBuilder } from './postings';
import type { PostingLists } from './postings';
import { termMatches } from './query';
import type { Probe, Query } from './query';

/** A document as the index keeps it. */
export interface IndexedDocument {
  readonly id: string;
  /** Place among all documents, in the order they were given. */
  readonly order: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** A field as the index reads it. */
export interface IndexedField {
  readonly name: string;
  readonly weight: number;
  /** Its values are names, see `eachTerm`. */
  readonly compound: boolean;
}

/** A document that was found. */
export interface Candidate {
  readonly document: IndexedDocument;
  /** Field weights times closeness, summed over the words of the query. */
  readonly score: number;
}

/** What {@link Segment.collect} finds. */
export interface Matches {
  /** How many words of the query each candidate matches. */
  readonly matched: number;
  readonly candidates: readonly Candidate[];
}

/** How much a word counts that stands inside another by its capitals. */
const innerWordQuality = 0.7;
/** Part of a match's score that is added when words are found written together as in the query. */
const adjacencyBonus = 0.3;

/**
 * An inverted index over documents that never change (removed ones are only marked). Everything is in typed arrays:
 * at 50,000 works a first typed letter matches over 100,000 places, and each key press walks them all.
 */
export class Segment {
  private readonly dictionary: Dictionary;
  /** Field weight times quality, by grade of a posting. */
  private readonly weights: Float32Array;
  private readonly removed: Uint8Array;
  private removedCount = 0;

  // Scratch space of a search, kept because allocating it would cost more than the search.
  private readonly mask: Uint32Array;
  private readonly score: Float32Array;
  private readonly best: Float32Array;
  private readonly seen: Uint32Array;
  private readonly touched: Uint32Array;
  private touchedCount = 0;
  private seenMark = 0;

  private constructor(
    readonly documents: readonly IndexedDocument[],
    private readonly fields: readonly IndexedField[],
    private readonly postings: PostingLists,
  ) {
    this.dictionary = new Dictionary(postings.terms);
    this.weights = new Float32Array(fields.flatMap(({ weight }) => [weight, weight * innerWordQuality]));
    this.removed = new Uint8Array(documents.length);
    this.mask = new Uint32Array(documents.length);
    this.score = new Float32Array(documents.length);
    this.best = new Float32Array(documents.length);
    this.seen = new Uint32Array(documents.length);
    this.touched = new Uint32Array(documents.length);
  }

  /** @param fields - at most 127, the most important first */
  static of(documents: readonly IndexedDocument[], fields: readonly IndexedField[]): Segment {
    const builder = new PostingsBuilder();
    documents.forEach((document, index) => {
      fields.forEach((field, fieldIndex) => {
        const value = document.fields[field.name];
        if (value) {
          builder.addText(index, value, fieldIndex, field.compound);
        }
      });
    });
    return new Segment(documents, fields, builder.build());
  }

  /** The remaining documents of this segment and of another with the same fields, in their order. */
  mergedWith(next = Segment.of([], this.fields)): Segment {
    const documents = [...this.remaining(), ...next.remaining()].sort((a, b) => a.order - b.order);
    const numbers = new Map(documents.map((document, number) => [document, number]));
    const postings = mergePostings(
      { postings: this.postings, numbers: this.numbersIn(numbers) },
      { postings: next.postings, numbers: next.numbersIn(numbers) },
    );
    return new Segment(documents, this.fields, postings);
  }

  /** Documents that have not been removed. */
  get size(): number {
    return this.documents.length - this.removedCount;
  }

  /** @param index - of the document in {@link documents} */
  remove(index: number): void {
    if (this.removed[index] === 0) {
      this.removed[index] = 1;
      this.removedCount++;
    }
  }

  remaining(): IndexedDocument[] {
    return this.documents.filter((_, index) => this.removed[index] === 0);
  }

  /**
   * Finds the documents that match most words of the query, and of these the `most` with about the highest scores; of
   * equals the first.
   *
   * @param leastMatched - fewer words do not count as a match
   */
  collect(query: Query, leastMatched: number, most: number): Matches {
    this.mask.fill(0);
    this.score.fill(0);
    for (const probe of query.probes) {
      this.findBest(probe);
      this.addBest(probe);
    }
    let matched = leastMatched;
    let found = 0;
    for (let index = 0; index < this.documents.length; index++) {
      const count = this.removed[index] === 0 ? bitCount(this.mask[index] ?? 0) : 0;
      if (count > matched) {
        matched = count;
        found = 0;
      }
      if (count === matched) {
        this.touched[found++] = index;
      }
    }
    return { matched, candidates: this.highest(found, most) };
  }

  /** The new number of each document; -1 for those left out. */
  private numbersIn(numbers: ReadonlyMap<IndexedDocument, number>): Int32Array {
    return Int32Array.from(this.documents, (document, index) =>
      this.removed[index] === 0 ? (numbers.get(document) ?? -1) : -1,
    );
  }

  /** The best of the first `found` documents in `touched`, in the order of the documents, without sorting them all. */
  private highest(found: number, most: number): Candidate[] {
    const scores = new Float32Array(found);
    for (let index = 0; index < found; index++) {
      scores[index] = this.score[this.touched[index] ?? 0] ?? 0;
    }
    const steps = scoreSteps(scores);
    const cut = cutOf(steps, most);
    let room = cut.room;
    const candidates: Candidate[] = [];
    for (let index = 0; index < found; index++) {
      const document = this.documents[this.touched[index] ?? 0];
      const step = steps[index] ?? 0;
      if (document && (step > cut.step || (step === cut.step && room-- > 0))) {
        candidates.push({ document, score: scores[index] ?? 0 });
      }
    }
    return candidates;
  }

  /** Leaves in `best` what each document's best match of a probe is worth, and in `touched` which documents these are. */
  private findBest(probe: Probe): void {
    const { firsts, documents, grades } = this.postings;
    const { best, seen, touched, weights } = this;
    this.seenMark++;
    this.touchedCount = 0;
    for (const { term, quality } of termMatches(this.dictionary, probe)) {
      const end = firsts[term + 1] ?? 0;
      for (let place = firsts[term] ?? 0; place < end; place++) {
        const document = documents[place] ?? 0;
        const value = quality * (weights[grades[place] ?? 0] ?? 0);
        if (seen[document] !== this.seenMark) {
          seen[document] = this.seenMark;
          best[document] = value;
          touched[this.touchedCount++] = document;
        } else if (value > (best[document] ?? 0)) {
          best[document] = value;
        }
      }
    }
  }

  private addBest(probe: Probe): void {
    const bonus = probe.joined ? adjacencyBonus : 0;
    for (let index = 0; index < this.touchedCount; index++) {
      const document = this.touched[index] ?? 0;
      const mask = this.mask[document] ?? 0;
      const worth = (this.best[document] ?? 0) * (bitCount(probe.bits & ~mask) + bonus);
      this.score[document] = (this.score[document] ?? 0) + worth;
      this.mask[document] = mask | probe.bits;
    }
  }
}

const stepCount = 1024;

/** Scores as whole numbers below {@link stepCount}. */
function scoreSteps(scores: Float32Array): Uint16Array {
  const highest = scores.reduce((best, score) => Math.max(best, score), 0);
  return Uint16Array.from(scores, (score) =>
    Math.min(stepCount - 1, Math.floor((score / highest) * stepCount)),
  );
}

/** Above which step all are wanted, and how many of that step, to have `most` in all. */
function cutOf(steps: Uint16Array, most: number): { step: number; room: number } {
  const counts = new Uint32Array(stepCount);
  for (const step of steps) {
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let step = stepCount - 1;
  let room = most;
  while (step > 0 && (counts[step] ?? 0) <= room) {
    room -= counts[step] ?? 0;
    step--;
  }
  return { step, room };
}

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
