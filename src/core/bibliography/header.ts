import {
  APOSTROPHE,
  AT,
  BACKSLASH,
  COMMA,
  EQUALS,
  HASH,
  LEFT_BRACE,
  LEFT_PAREN,
  PERCENT,
  QUOTE,
  RIGHT_BRACE,
  RIGHT_PAREN,
  isAtLineStart,
  isLineEnd,
  isSpace,
  lineEnd,
  skipSpace,
  skipSpaceAndComments,
  skipSpaceBack,
} from './chars';

/** The begin of a block, `@type{` or `@type(`. */
export interface Header {
  /** Offset of `@`. */
  readonly start: number;
  readonly typeStart: number;
  readonly typeEnd: number;
  /** Offset of the opening delimiter. */
  readonly open: number;
}

/** Where the key of an entry stands; empty if there is none. */
export interface KeySpan {
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Where the fields begin. */
  readonly fieldsStart: number;
  /** A comma (or the end of the entry) follows the key. */
  readonly hasComma: boolean;
}

/**
 * Reads the header whose `@` is at `at`. Prose between entries has `@` signs as well ("joe@mit.edu", "see @smith (2020)"),
 * so white space after the `@` and parentheses count only at the start of a line.
 *
 * @param from - end of the block before: what follows it counts as the start of a line
 */
export function headerAt(text: string, at: number, from: number): Header | undefined {
  const typeStart = skipSpace(text, at + 1, text.length);
  let typeEnd = typeStart;
  while (typeEnd < text.length && isTypeChar(text.charCodeAt(typeEnd))) {
    typeEnd++;
  }
  const open = skipSpace(text, typeEnd, text.length);
  const delimiter = text.charCodeAt(open);
  if (typeEnd === typeStart || (delimiter !== LEFT_BRACE && delimiter !== LEFT_PAREN)) {
    return undefined;
  }
  if ((typeStart > at + 1 || delimiter === LEFT_PAREN) && !isAtLineStart(text, at, from)) {
    return undefined;
  }
  return { start: at, typeStart, typeEnd, open };
}

/** The next header at or after `from` that is neither part of a word nor on a line commented out with `%`. */
export function nextHeader(text: string, from: number): Header | undefined {
  let at = text.indexOf('@', from);
  while (at >= 0) {
    const header = at > from && isWordChar(text.charCodeAt(at - 1)) ? undefined : headerAt(text, at, from);
    if (header && !isCommentedOut(text, at, from)) {
      return header;
    }
    // What follows on a commented-out line is commented out as well.
    at = text.indexOf('@', header ? lineEnd(text, at, text.length) : at + 1);
  }
  return undefined;
}

/** Whether what follows a header inside of another entry's value makes it an entry beyond doubt: `@type{key,`. */
export function hasKeyAndComma(text: string, header: Header): boolean {
  const start = skipSpace(text, header.open + 1, text.length);
  const end = endOfKeyWord(text, start);
  return end > start && text.charCodeAt(end) === COMMA;
}

/** After the last character {@link hasKeyAndComma} looks at; one more than the text's length if it meets its end. */
export function lookedAt(text: string, header: Header): number {
  return endOfKeyWord(text, skipSpace(text, header.open + 1, text.length)) + 1;
}

function endOfKeyWord(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === COMMA || code === LEFT_BRACE || code === RIGHT_BRACE || isSpace(code)) {
      return i;
    }
  }
  return text.length;
}

/** Reads the key after a header. It reaches to the comma; a line break or `=` before one means that a comma is missing. */
export function readKey(text: string, header: Header): KeySpan {
  const end = text.length;
  const keyStart = skipSpaceAndComments(text, header.open + 1, end);
  if (text.charCodeAt(keyStart) === AT && headerAt(text, keyStart, header.open + 1)) {
    return { keyStart, keyEnd: keyStart, fieldsStart: keyStart, hasComma: false };
  }
  for (let i = keyStart; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === COMMA) {
      return { keyStart, keyEnd: skipSpaceBack(text, i, keyStart), fieldsStart: i + 1, hasComma: true };
    }
    if (code === RIGHT_BRACE || code === RIGHT_PAREN) {
      if (code === RIGHT_BRACE || text.charCodeAt(header.open) === LEFT_PAREN) {
        return { keyStart, keyEnd: skipSpaceBack(text, i, keyStart), fieldsStart: i, hasComma: true };
      }
    } else if (code === LEFT_BRACE) {
      return { keyStart, keyEnd: skipSpaceBack(text, i, keyStart), fieldsStart: i, hasComma: false };
    } else if (isLineEnd(code)) {
      return keyBeforeLineEnd(text, keyStart, i);
    } else if (code === EQUALS && isFieldEquals(text, i, keyStart)) {
      return keyBeforeField(text, keyStart, i);
    }
  }
  return { keyStart, keyEnd: skipSpaceBack(text, end, keyStart), fieldsStart: end, hasComma: true };
}

function keyBeforeLineEnd(text: string, keyStart: number, at: number): KeySpan {
  const keyEnd = skipSpaceBack(text, at, keyStart);
  const next = skipSpaceAndComments(text, at, text.length);
  const code = text.charCodeAt(next);
  if (code === COMMA) {
    return { keyStart, keyEnd, fieldsStart: next + 1, hasComma: true };
  }
  const hasComma = code === RIGHT_BRACE || next === text.length;
  return { keyStart, keyEnd, fieldsStart: at, hasComma };
}

/** `@article{title = {x}}` has no key, `@article{smith title = {x}}` no comma. */
function keyBeforeField(text: string, keyStart: number, equals: number): KeySpan {
  const nameEnd = skipSpaceBack(text, equals, keyStart);
  let nameStart = nameEnd;
  while (nameStart > keyStart && !isSpace(text.charCodeAt(nameStart - 1))) {
    nameStart--;
  }
  return {
    keyStart,
    keyEnd: skipSpaceBack(text, nameStart, keyStart),
    fieldsStart: nameStart,
    hasComma: false,
  };
}

/** Tells the `=` of a field from one inside of a key. */
function isFieldEquals(text: string, at: number, keyStart: number): boolean {
  if (at > keyStart && isSpace(text.charCodeAt(at - 1))) {
    return true;
  }
  const next = text.charCodeAt(skipSpace(text, at + 1, text.length));
  return next === LEFT_BRACE || next === QUOTE;
}

function isCommentedOut(text: string, at: number, from: number): boolean {
  let first = AT;
  for (let i = at - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (isLineEnd(code)) {
      break;
    }
    if (!isSpace(code)) {
      first = code;
    }
  }
  return first === PERCENT;
}

function isTypeChar(code: number): boolean {
  switch (code) {
    case QUOTE:
    case HASH:
    case PERCENT:
    case APOSTROPHE:
    case LEFT_PAREN:
    case RIGHT_PAREN:
    case COMMA:
    case EQUALS:
    case AT:
    case BACKSLASH:
    case LEFT_BRACE:
    case RIGHT_BRACE:
      return false;
    default:
      return !isSpace(code);
  }
}

function isWordChar(code: number): boolean {
  return (
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code > 127 && !isSpace(code)) ||
    code === 45 ||
    code === 46 ||
    code === 95
  );
}
