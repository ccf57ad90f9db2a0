/**
 * Which results of a list are selected: some by themselves, and a range that goes from where it began to where it was drawn. Rows
 * of the range may not be known yet; they count as soon as they are.
 */
export class Selection {
  /** More cannot be acted on at once. */
  static readonly most = 200;
  readonly #idAt: (index: number) => string | undefined;
  #single = new Set<string>();
  #anchor = 0;
  #range: { readonly start: number; readonly end: number } | undefined;
  #ids: ReadonlySet<string> | undefined;

  /** @param idAt - of a row; `undefined` while it is not known */
  constructor(idAt: (index: number) => string | undefined) {
    this.#idAt = idAt;
  }

  /** Selected now, as far as known; at most {@link Selection.most}. */
  get ids(): ReadonlySet<string> {
    if (!this.#ids) {
      const { start, end } = this.#range ?? { start: 0, end: 0 };
      const ranged = Array.from({ length: end - start }, (_, place) => this.#idAt(start + place));
      const known = [...this.#single, ...ranged].filter((id) => id !== undefined);
      this.#ids = new Set([...new Set(known)].slice(0, Selection.most));
    }
    return this.#ids;
  }

  /** The rows of the range, `end` behind the last: all of them must be known before something is done with them. */
  get range(): { readonly start: number; readonly end: number } | undefined {
    return this.#range;
  }

  /** Rows have become known. */
  learn(): void {
    if (this.#range) {
      this.#ids = undefined;
    }
  }

  /** Makes single rows of the range if all of it is known, before rows get other places. */
  settle(): void {
    const { start, end } = this.#range ?? { start: 0, end: 0 };
    const isKnown = Array.from({ length: end - start }, (_, place) => this.#idAt(start + place)).every(
      Boolean,
    );
    if (this.#range && isKnown) {
      this.clear(this.ids, this.#anchor);
    }
  }

  /** Where a range begins that is drawn next. */
  anchorAt(index: number): void {
    if (!this.#range) {
      this.#anchor = index;
    }
  }

  toggle(index: number): void {
    const id = this.#idAt(index);
    this.#single = new Set(this.ids);
    if (id !== undefined && !this.#single.delete(id)) {
      this.#single.add(id);
    }
    this.#anchor = index;
    this.#range = undefined;
    this.#ids = undefined;
  }

  /**
   * Draws the range to a row, in place of the one drawn before.
   *
   * @returns whether the row is too far for all rows between to be selected; then those nearest to the beginning are
   */
  extend(index: number): boolean {
    const { most } = Selection;
    const isTooFar = Math.abs(index - this.#anchor) >= most;
    this.#range =
      index < this.#anchor
        ? { start: Math.max(index, this.#anchor - most + 1), end: this.#anchor + 1 }
        : { start: this.#anchor, end: Math.min(index, this.#anchor + most - 1) + 1 };
    this.#ids = undefined;
    return isTooFar;
  }

  /** Selects the first rows, all if there are not too many. */
  all(count: number): boolean {
    this.clear();
    this.#range = { start: 0, end: Math.min(count, Selection.most) };
    return count > Selection.most;
  }

  /** Selects nothing, or what was selected once. */
  clear(ids: Iterable<string> = [], anchor = 0): void {
    this.#single = new Set(ids);
    this.#range = undefined;
    this.#anchor = anchor;
    this.#ids = undefined;
  }
}
