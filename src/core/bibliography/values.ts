import {
  COMMA,
  EQUALS,
  HASH,
  LEFT_BRACE,
  PERCENT,
  QUOTE,
  RIGHT_BRACE,
  isLineEnd,
  isSpace,
  lineEnd,
  skipSpaceAndComments,
  skipSpaceBack,
  startsComment,
} from './chars';
import { defect, quoted } from './defects';
import { concatenate } from './strings';
import type { BibDefect } from './types';

/** A value as far as it could be read. */
export interface ReadValue {
  readonly value: string;
  /** After its last character, the closing delimiter included. */
  readonly end: number;
}

/** Reads values: `{...}`, `"..."`, numbers and abbreviations, joined by `#`. One reader serves all fields of one block. */
export class ValueReader {
  readonly #text: string;
  readonly #end: number;
  readonly #resolve: (name: string) => string | undefined;
  readonly #defects: BibDefect[];
  readonly #closed: boolean;
  /** Set once a delimiter has no partner up to the end: no later one is looked for that far again. */
  #quotesRunOut = false;
  #bracesRunOut = false;

  constructor(
    text: string,
    end: number,
    resolve: (name: string) => string | undefined,
    defects: BibDefect[],
    closed: boolean,
  ) {
    this.#text = text;
    this.#end = end;
    this.#resolve = resolve;
    this.#defects = defects;
    this.#closed = closed;
  }

  /** Reads the value that begins exactly at `start`; `undefined` if there is none. */
  read(start: number): ReadValue | undefined {
    let result = this.#readPart(start);
    while (result) {
      const operator = this.#skip(result.end);
      if (operator >= this.#end || this.#text.charCodeAt(operator) !== HASH) {
        break;
      }
      const next: ReadValue | undefined = this.#readPart(this.#skip(operator + 1));
      if (!next) {
        this.#defects.push(defect('missing-value', 'Nothing follows the “#”.', operator, operator + 1));
        return { value: result.value, end: operator + 1 };
      }
      result = { value: concatenate(result.value, next.value), end: next.end };
    }
    return result;
  }

  #readPart(start: number): ReadValue | undefined {
    const code = start < this.#end ? this.#text.charCodeAt(start) : NaN;
    if (code === LEFT_BRACE) {
      return this.#readBraced(start);
    }
    return code === QUOTE ? this.#readQuoted(start) : this.#readBare(start);
  }

  #readBraced(start: number): ReadValue {
    let depth = 0;
    for (let i = start; i < this.#end && !this.#bracesRunOut; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === LEFT_BRACE) {
        depth++;
      } else if (code === RIGHT_BRACE) {
        depth--;
        if (depth === 0) {
          return { value: this.#text.slice(start + 1, i), end: i + 1 };
        }
      } else if (!this.#closed && isLineEnd(code) && beginsDelimitedField(this.#text, i + 1, this.#end)) {
        return this.#readToLineEnd(start);
      }
    }
    // Happens in unfinished entries only, which have their defect already.
    this.#bracesRunOut = true;
    return this.#readToLineEnd(start);
  }

  #readQuoted(start: number): ReadValue {
    let depth = 0;
    for (let i = start + 1; i < this.#end && !this.#quotesRunOut; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === LEFT_BRACE) {
        depth++;
      } else if (code === RIGHT_BRACE) {
        depth--;
      } else if (code === QUOTE && depth <= 0) {
        if (this.#opensAnotherValue(start, i)) {
          break;
        }
        return { value: this.#text.slice(start + 1, i), end: i + 1 };
      } else if (i === this.#end - 1) {
        this.#quotesRunOut = true;
      }
    }
    this.#defects.push(
      defect(
        'unbalanced-quotes',
        'The quotation mark that begins this value is never closed.',
        start,
        start + 1,
      ),
    );
    return this.#readToLineEnd(start);
  }

  /** Whether the quotation mark at `at` follows a `=` on a later line, so that it begins a value rather than ending this one. */
  #opensAnotherValue(start: number, at: number): boolean {
    const before = skipSpaceBack(this.#text, at, start + 1);
    return this.#text.charCodeAt(before - 1) === EQUALS && lineEnd(this.#text, start, at) < at;
  }

  /** What can be saved of a value without end: the rest of its line. */
  #readToLineEnd(start: number): ReadValue {
    const lineEnds = skipSpaceBack(this.#text, lineEnd(this.#text, start, this.#end), start + 1);
    const hasComma = lineEnds > start + 1 && this.#text.charCodeAt(lineEnds - 1) === COMMA;
    const end = hasComma ? lineEnds - 1 : lineEnds;
    return { value: this.#text.slice(start + 1, end), end };
  }

  #readBare(start: number): ReadValue | undefined {
    let end = start;
    while (end < this.#end && isBareChar(this.#text, end)) {
      end++;
    }
    if (end === start) {
      return undefined;
    }
    const source = this.#text.slice(start, end);
    const known = /^\d+$/.test(source) ? source : this.#resolve(source.toLowerCase());
    if (known === undefined) {
      const message = `The abbreviation ${quoted(source)} is not defined; text needs braces or quotation marks.`;
      this.#defects.push(defect('unknown-string', message, start, end));
    }
    return { value: known ?? source, end };
  }

  #skip(from: number): number {
    return skipSpaceAndComments(this.#text, from, this.#end);
  }
}

function isBareChar(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  switch (code) {
    case COMMA:
    case HASH:
    case EQUALS:
    case QUOTE:
    case LEFT_BRACE:
    case RIGHT_BRACE:
      return false;
    case PERCENT:
      return !startsComment(text, at);
    default:
      return !isSpace(code);
  }
}

/** Whether a line begins with `name = {` or `name = "`. In an entry without end this shows where a value ought to have ended. */
function beginsDelimitedField(text: string, lineStart: number, end: number): boolean {
  let i = skipBlanks(text, lineStart, end);
  const nameStart = i;
  while (i < end && isBareChar(text, i)) {
    i++;
  }
  const nameEnd = i;
  i = skipBlanks(text, i, end);
  if (nameEnd === nameStart || i >= end || text.charCodeAt(i) !== EQUALS) {
    return false;
  }
  i = skipBlanks(text, i + 1, end);
  return i < end && (text.charCodeAt(i) === LEFT_BRACE || text.charCodeAt(i) === QUOTE);
}

function skipBlanks(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isSpace(text.charCodeAt(i)) && !isLineEnd(text.charCodeAt(i))) {
    i++;
  }
  return i;
}
