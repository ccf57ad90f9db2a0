import type { CitationRequest } from '../../../src/core/writing/citationText';
import { planCitation } from '../../../src/core/writing/citationText';
import { applyEdits } from '../../../src/core/text';

/** The cursor, or either end of a selection, in the texts of these tests. */
export const CURSOR = '‸';

/** A text without its cursor marks, and the offsets they stood at. */
export function place(marked: string): { text: string; offset: number; selectionEnd?: number } {
  const [before = '', selected = '', after] = marked.split(CURSOR);
  const offset = before.length;
  return after === undefined
    ? { text: before + selected, offset }
    : { text: before + selected + after, offset, selectionEnd: offset + selected.length };
}

/** The text after an edit, with the cursor marked. */
export function withCursor(text: string, cursor: number): string {
  return text.slice(0, cursor) + CURSOR + text.slice(cursor);
}

/** Plans and applies a citation; takes and returns texts with the cursor marked. */
export function cite(
  marked: string,
  keys: string | readonly string[],
  request: Partial<CitationRequest> & Pick<CitationRequest, 'syntax'>,
): string {
  const at = place(marked);
  const plan = planCitation({
    form: 'parenthetical',
    ...at,
    keys: typeof keys === 'string' ? keys.split(' ') : keys,
    ...request,
  });
  return withCursor(applyEdits(at.text, plan.edits), plan.cursor);
}
