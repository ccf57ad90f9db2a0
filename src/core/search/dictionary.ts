/** A term found by a lookup that allows typing errors. */
export interface FuzzyMatch {
  /** Index of the term. */
  readonly term: number;
  /** Errors in it. */
  readonly edits: number;
  /** Whether the whole term was meant, or only its beginning typed so far. */
  readonly whole: boolean;
}

/** Sorted terms that are looked up by their beginning, exactly or with typing errors. Terms are numbered from 0 in sorted order. */
export class Dictionary {
  /** How many characters each term shares with the one before it (at most 255). */
  private readonly shared: Uint8Array;

  /** @param terms - distinct, sorted by UTF-16 code units */
  constructor(readonly terms: readonly string[]) {
    this.shared = new Uint8Array(terms.length);
    for (let index = 1; index < terms.length; index++) {
      this.shared[index] = sharedPrefix(terms[index - 1] ?? '', terms[index] ?? '');
    }
  }

  /** The terms that start with `prefix` are `from` to `to - 1`; one that equals it is the first of them. */
  startingWith(prefix: string): { from: number; to: number } {
    return { from: this.lowerBound(prefix), to: this.lowerBound(prefix + '\uffff') };
  }

  /**
   * Terms that become `word`, or that begin with what becomes `word`, by at most `maxEdits` insertions, deletions,
   * replacements and swaps of neighbours. Terms that begin with `word` itself are left out.
   *
   * A beginning counts only if it is at least as long as `word`: else every term that shares all but the last typed
   * letter would match.
   *
   * @param maxEdits - 1 or 2
   */
  similarTo(word: string, maxEdits: number): FuzzyMatch[] {
    const found: FuzzyMatch[] = [];
    const length = word.length;
    const deepest = length + maxEdits;
    const matrix = new EditMatrix(word, deepest);
    /** Terms that share this many characters with the last one compared are as hopeless as that one. */
    let hopelessFrom = Infinity;
    /** Rows up to this depth hold for the last term compared. */
    let validRows = 0;
    for (let index = 0; index < this.terms.length; index++) {
      const shared = this.shared[index] ?? 0;
      if (shared >= hopelessFrom) {
        continue;
      }
      validRows = Math.min(validRows, shared);
      hopelessFrom = Infinity;
      const term = this.terms[index] ?? '';
      const depth = Math.min(term.length, deepest);
      while (validRows < depth) {
        const least = matrix.fill(validRows + 1, term);
        validRows++;
        // Once a beginning matches, all terms with that beginning do, however they go on.
        if (least > maxEdits && matrix.fewestEdits(length, validRows) > maxEdits) {
          hopelessFrom = validRows;
          break;
        }
      }
      if (hopelessFrom === Infinity) {
        const edits = term.length <= deepest ? matrix.edits(term.length) : Infinity;
        const prefixEdits = matrix.fewestEdits(length, depth);
        if (edits <= maxEdits && edits > 0 && edits <= prefixEdits) {
          found.push({ term: index, edits, whole: true });
        } else if (prefixEdits <= maxEdits && prefixEdits > 0) {
          found.push({ term: index, edits: prefixEdits, whole: false });
        }
      }
    }
    return found;
  }

  private lowerBound(text: string): number {
    let low = 0;
    let high = this.terms.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.terms[middle] ?? '') < text) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/** Distances (optimal string alignment) between the beginnings of a term, one row each, and the beginnings of a word. */
class EditMatrix {
  private readonly width: number;
  private readonly cells: Uint8Array;
  /** The least cell of each row. */
  private readonly least: Uint8Array;

  constructor(
    private readonly word: string,
    deepest: number,
  ) {
    this.width = word.length + 1;
    this.cells = new Uint8Array((deepest + 1) * this.width);
    this.least = new Uint8Array(deepest + 1);
    for (let column = 0; column < this.width; column++) {
      this.cells[column] = Math.min(column, 255);
    }
  }

  /**
   * Fills the row of the first `row` characters of a term from the rows before it.
   *
   * @returns the least edits that any continuation needs
   */
  fill(row: number, term: string): number {
    const { cells, width, word } = this;
    const start = row * width;
    const letter = term.charCodeAt(row - 1);
    const letterBefore = row > 1 ? term.charCodeAt(row - 2) : -1;
    cells[start] = Math.min(row, 255);
    let least = row;
    for (let column = 1; column < width; column++) {
      const at = start + column;
      const typed = word.charCodeAt(column - 1);
      let value = Math.min((cells[at - 1] ?? 0) + 1, (cells[at - width] ?? 0) + 1);
      value = Math.min(value, (cells[at - width - 1] ?? 0) + (typed === letter ? 0 : 1));
      if (typed === letterBefore && column > 1 && word.charCodeAt(column - 2) === letter) {
        value = Math.min(value, (cells[at - 2 * width - 2] ?? 0) + 1);
      }
      cells[at] = value;
      least = Math.min(least, value);
    }
    this.least[row] = least;
    // A swap reaches back two rows: the row before may still lead on.
    return Math.min(least, (this.least[row - 1] ?? 0) + 1);
  }

  edits(row: number): number {
    return this.cells[row * this.width + this.width - 1] ?? Infinity;
  }

  fewestEdits(fromRow: number, toRow: number): number {
    let least = Infinity;
    for (let row = fromRow; row <= toRow; row++) {
      least = Math.min(least, this.edits(row));
    }
    return least;
  }
}

function sharedPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length, 255);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) {
    length++;
  }
  return length;
}
