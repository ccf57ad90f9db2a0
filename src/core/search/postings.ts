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
    const terms = [...this.termIds.keys()].sort();
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

/** Posting lists of documents of which some are left out and the others are numbered anew. */
export interface Renumbered {
  readonly postings: PostingLists;
  /** The new number of each document, or -1. */
  readonly numbers: Int32Array;
}

/** One for the documents of both; much cheaper than reading these again. */
export function mergePostings(a: Renumbered, b: Renumbered): PostingLists {
  const terms: string[] = [];
  const most = a.postings.documents.length + b.postings.documents.length;
  const documents = new Uint32Array(most);
  const grades = new Uint8Array(most);
  const firsts = new Uint32Array(a.postings.terms.length + b.postings.terms.length + 1);
  let filled = 0;
  const copy = ({ postings, numbers }: Renumbered, term: number): void => {
    const end = postings.firsts[term + 1] ?? 0;
    for (let place = postings.firsts[term] ?? 0; place < end; place++) {
      const number = numbers[postings.documents[place] ?? 0] ?? -1;
      if (number >= 0) {
        documents[filled] = number;
        grades[filled++] = postings.grades[place] ?? 0;
      }
    }
  };
  for (let inA = 0, inB = 0; inA < a.postings.terms.length || inB < b.postings.terms.length;) {
    const termA = a.postings.terms[inA];
    const termB = b.postings.terms[inB];
    const term = termB === undefined || (termA !== undefined && termA <= termB) ? termA : termB;
    const before = filled;
    if (termA === term) {
      copy(a, inA++);
    }
    if (termB === term) {
      copy(b, inB++);
    }
    if (filled > before && term !== undefined) {
      terms.push(term);
      firsts[terms.length] = filled;
    }
  }
  return {
    terms,
    firsts: firsts.slice(0, terms.length + 1),
    documents: documents.slice(0, filled),
    grades: grades.slice(0, filled),
  };
}
