/** A place in a text as editors count it, both from 0; `character` in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Where the lines of a text begin. Offsets in a file and in the editor's document differ where the file mixes line breaks or
 * begins with a BOM (VS Code normalises both away); lines and characters are the same.
 */
export class Lines {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [text.startsWith('\ufeff') ? 1 : 0];
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
        starts.push(i + 1);
      }
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  /** @param offset - in UTF-16 units of the text; one outside of it counts as its nearest end */
  positionAt(offset: number): LinePosition {
    const at = Math.min(Math.max(offset, 0), this.#length);
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, character: Math.max(0, at - this.#start(low)) };
  }

  #start(line: number): number {
    return this.#starts[line] ?? 0;
  }
}
