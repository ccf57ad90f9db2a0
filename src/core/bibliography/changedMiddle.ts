import type { TextEdit } from '../text';

/** Texts are first compared in pieces of this length, which the engine does many characters at a time. */
const PIECE = 1 << 14;

/**
 * The one edit that makes a text of another, as short as it can be: what is between the begin and the end they share.
 *
 * @returns ranges in `previous`; an empty edit if the texts are equal
 */
export function changedMiddle(previous: string, text: string): TextEdit {
  const shorter = Math.min(previous.length, text.length);
  let start = 0;
  while (start + PIECE <= shorter && piece(previous, start) === piece(text, start)) {
    start += PIECE;
  }
  while (start < shorter && previous.charCodeAt(start) === text.charCodeAt(start)) {
    start++;
  }
  const longest = shorter - start;
  const [previousEnd, textEnd] = [previous.length, text.length];
  let tail = 0;
  while (
    tail + PIECE <= longest &&
    piece(previous, previousEnd - tail - PIECE) === piece(text, textEnd - tail - PIECE)
  ) {
    tail += PIECE;
  }
  while (
    tail < longest &&
    previous.charCodeAt(previousEnd - tail - 1) === text.charCodeAt(textEnd - tail - 1)
  ) {
    tail++;
  }
  return { range: { start, end: previousEnd - tail }, newText: text.slice(start, textEnd - tail) };
}

function piece(text: string, start: number): string {
  return text.slice(start, start + PIECE);
}
