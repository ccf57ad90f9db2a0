import { eachTerm } from './terms';

/** Which documents each term stands in: those of term `t` are at `firsts[t]` to `firsts[t + 1] - 1`. */
export interface PostingLists {
  /** Sorted by UTF-16 code units. */
  readonly terms: readonly string[];
  readonly firsts: Uint32Array;
  readonly documents: Uint32Array;
  /** Twice the number of the best field, plus 1 if the term stands only inside a word there. */
  readonly grades: Uint8Array;
}

/** Collects terms document by document, then sorts them. */
export class PostingsBuilder {
  private readonly termIds = new Map<string, number>();
  /** The latest document of each term, and where its posting is. */
  private readonly lastDocument: number[] = [];
  private readonly lastPosting: number[] = [];
  private readonly termOf: number[] = [];
  private readonly documentOf: number[] = [];
  private readonly gradeOf: number[] = [];

  /**
   * Adds one field of a document; all fields of a document are added one after the other.
   *
   * @param field - 0 to 126, the most important first
   */
  addText(document: number, text: string, field: number, name: boolean): void {
    eachTerm(text, name, (term, kind) => this.add(term, document, 2 * field + (kind === 'inner' ? 1 : 0)));
  }

  build(): PostingLists {
    const terms = [...this.termIds.keys()].sort(byCodeUnit);
    const rank = new Uint32Array(terms.length);
    terms.forEach((term, index) => {
      rank[this.termIds.get(term) ?? 0] = index;
    });
    const firsts = new Uint32Array(terms.length + 1);
    for (const term of this.termOf) {
      const after = (rank[term] ?? 0) + 1;
      firsts[after] = (firsts[after] ?? 0) + 1;
    }
    for (let index = 1; index < firsts.length; index++) {
      firsts[index] = (firsts[index] ?? 0) + (firsts[index - 1] ?? 0);
    }
    const next = firsts.slice();
    const documents = new Uint32Array(this.termOf.length);
    const grades = new Uint8Array(this.termOf.length);
    for (let posting = 0; posting < this.termOf.length; posting++) {
      const term = rank[this.termOf[posting] ?? 0] ?? 0;
      const place = next[term] ?? 0;
      next[term] = place + 1;
      documents[place] = this.documentOf[posting] ?? 0;
      grades[place] = this.gradeOf[posting] ?? 0;
    }
    return { terms, firsts, documents, grades };
  }

  private add(term: string, document: number, grade: number): void {
    let id = this.termIds.get(term);
    if (id === undefined) {
      id = this.termIds.size;
      this.termIds.set(term, id);
    } else if (this.lastDocument[id] === document) {
      const posting = this.lastPosting[id] ?? 0;
      this.gradeOf[posting] = Math.min(this.gradeOf[posting] ?? grade, grade);
      return;
    }
    this.lastDocument[id] = document;
    this.lastPosting[id] = this.termOf.length;
    this.termOf.push(id);
    this.documentOf.push(document);
    this.gradeOf.push(grade);
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
