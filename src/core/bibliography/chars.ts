export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const QUOTE = 34;
export const HASH = 35;
export const PERCENT = 37;
export const APOSTROPHE = 39;
export const LEFT_PAREN = 40;
export const RIGHT_PAREN = 41;
export const COMMA = 44;
export const EQUALS = 61;
export const AT = 64;
export const BACKSLASH = 92;
export const LEFT_BRACE = 123;
export const RIGHT_BRACE = 125;
export const BOM = 0xfeff;

/** White space between the parts of an entry. NUL and the other control characters count: they show nothing. */
export function isSpace(code: number): boolean {
  return code <= SPACE || code === 0xa0 || code === BOM;
}

export function isLineEnd(code: number): boolean {
  return code === LF || code === CR;
}

/** The offset of the first character that is not white space, at or after `from` and before `end`. */
export function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i))) {
    i++;
  }
  return i;
}

/** The offset after the last character that is not white space, before `from` and not before `start`. */
export function skipSpaceBack(text: string, from: number, start: number): number {
  let i = from;
  while (i > start && isSpace(text.charCodeAt(i - 1))) {
    i--;
  }
  return i;
}

/** The offset of the first line-end character at or after `from`, or `end`. */
export function lineEnd(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && !isLineEnd(text.charCodeAt(i))) {
    i++;
  }
  return i;
}

/** Whether only blanks stand between `at` and the start of its line; `from` counts as the start of a line. */
export function isAtLineStart(text: string, at: number, from: number): boolean {
  for (let i = at - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code)) {
      return true;
    }
    if (!isSpace(code)) {
      return false;
    }
  }
  return true;
}

/** Whether the line that begins at `at`, not indented, comes after an empty one; `from` counts as other text. */
export function followsBlankLine(text: string, at: number, from: number): boolean {
  const last = text.charCodeAt(at - 1);
  const before = at - (last === 10 && text.charCodeAt(at - 2) === 13 ? 2 : 1);
  return before > from && isLineEnd(last) && isLineEnd(text.charCodeAt(before - 1));
}

/**
 * Whether the `%` at `at`, outside of any value, begins a comment. BibTeX knows no comments there, biber and people do;
 * after other text, as in an address written without delimiters, it is a character like others.
 */
export function startsComment(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (
    isSpace(before) ||
    before === COMMA ||
    before === LEFT_BRACE ||
    before === RIGHT_BRACE ||
    before === LEFT_PAREN ||
    before === QUOTE
  );
}

/** {@link skipSpace} that also skips `%` comments. */
export function skipSpaceAndComments(text: string, from: number, end: number): number {
  let i = skipSpace(text, from, end);
  while (i < end && text.charCodeAt(i) === PERCENT && startsComment(text, i)) {
    i = skipSpace(text, lineEnd(text, i, end), end);
  }
  return i;
}
