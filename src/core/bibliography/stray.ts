import type { TextRange } from '../text';
import { COMMA, EQUALS, RIGHT_BRACE, isSpace, lineEnd, skipSpace } from './chars';

/**
 * Finds fields or a closing brace right behind an entry, which show that it was closed too early. Other text between entries is
 * only prose.
 *
 * @param from - where the entry ends
 * @param next - where the next block begins, or the end of the text
 * @returns the text up to the end of its line
 */
export function strayTextAfter(text: string, from: number, next: number): TextRange | undefined {
  const start = skipSpace(text, from, next);
  if (start >= next) {
    return undefined;
  }
  const code = text.charCodeAt(start);
  if (code === RIGHT_BRACE || (code === COMMA && isField(text, start + 1, next))) {
    return { start, end: lineEnd(text, start, next) };
  }
  return undefined;
}

function isField(text: string, from: number, next: number): boolean {
  const start = skipSpace(text, from, next);
  let end = start;
  while (end < next && isFieldNameChar(text.charCodeAt(end))) {
    end++;
  }
  return end > start && text.charCodeAt(skipSpace(text, end, next)) === EQUALS;
}

function isFieldNameChar(code: number): boolean {
  return code !== EQUALS && code !== COMMA && code !== RIGHT_BRACE && !isSpace(code);
}
