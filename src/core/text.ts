/** A half-open span of a text, in UTF-16 code units from its start (as `string.slice` and VS Code's `offsetAt` count). */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The replacement of one span of a text. An insertion has `start === end`. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/**
 * Applies edits whose ranges all refer to the same, unedited text.
 *
 * @param edits - in any order, not overlapping; several insertions at one offset are applied in the order given
 * @throws RangeError if two ranges overlap or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort(
      (a, b) =>
        a.edit.range.start - b.edit.range.start || a.edit.range.end - b.edit.range.end || a.index - b.index,
    );
  let result = '';
  let position = 0;
  for (const { edit } of ordered) {
    const { start, end } = edit.range;
    if (start < position || end < start || end > text.length) {
      throw new RangeError(`Edit ${start}-${end} overlaps another or lies outside the text`);
    }
    result += text.slice(position, start) + edit.newText;
    position = end;
  }
  return result + text.slice(position);
}
