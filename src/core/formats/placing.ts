import type { TextEdit } from '../text';

/** The line break that a text uses. */
export function eolOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

/** The edits for one insertion. */
export function insertionAt(offset: number, newText: string): TextEdit[] {
  return [{ range: { start: offset, end: offset }, newText }];
}
