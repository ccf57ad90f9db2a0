import type { TextEdit, TextRange } from '../text';

/** What is to be written into a draft. */
export interface WritingPlan {
  /** Offsets in the text as it was given. */
  readonly edits: TextEdit[];
  /** Where the cursor goes: an offset in the edited text. */
  readonly cursor: number;
  /** What is written, without what it replaces. */
  readonly inserted: string;
}

/** The plan of a single replacement, with the cursor after it. */
export function replacement(range: TextRange, newText: string): WritingPlan {
  return { edits: [{ range, newText }], cursor: range.start + newText.length, inserted: newText };
}

/** A text in which the selection is deleted already, as typing over it would. */
export interface Cleared {
  readonly text: string;
  readonly offset: number;
  /** Makes edits of the cleared text edits of the original, the deletion included. */
  readonly restore: (edits: readonly TextEdit[]) => TextEdit[];
}

/**
 * Deletes a selection for planning.
 *
 * @param offset - the selection's start; `selectionEnd` its end, absent or equal for a cursor
 */
export function clearSelection(text: string, offset: number, selectionEnd: number | undefined): Cleared {
  const start = Math.max(0, Math.min(offset, text.length));
  const end = Math.max(start, Math.min(selectionEnd ?? start, text.length));
  if (start === end) {
    return { text, offset: start, restore: (edits) => [...edits] };
  }
  const length = end - start;
  const restore = (edits: readonly TextEdit[]): TextEdit[] => {
    let deleted = false;
    const restored = edits.map(({ range, newText }) => {
      const touches = !deleted && range.start <= start && range.end >= start;
      deleted ||= touches;
      return {
        range: {
          start: range.start > start ? range.start + length : range.start,
          end: range.end > start || touches ? range.end + length : range.end,
        },
        newText,
      };
    });
    return deleted ? restored : [...restored, { range: { start, end }, newText: '' }];
  };
  return { text: text.slice(0, start) + text.slice(end), offset: start, restore };
}
