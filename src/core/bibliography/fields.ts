import {
  COMMA,
  EQUALS,
  HASH,
  LEFT_BRACE,
  LEFT_PAREN,
  PERCENT,
  QUOTE,
  RIGHT_BRACE,
  RIGHT_PAREN,
  isSpace,
  skipSpace,
  skipSpaceAndComments,
  skipSpaceBack,
  startsComment,
} from './chars';
import { defect, quoted } from './defects';
import type { BibDefect, BibField } from './types';
import { ValueReader } from './values';

/** What stands between the key and the closing delimiter of an entry. */
export interface FieldList {
  readonly fields: readonly BibField[];
  /** In file order; empty for nearly all entries. */
  readonly defects: readonly BibDefect[];
}

/**
 * Reads the `name = value` pairs of one block. Whatever is wrong costs at most the field it is in.
 *
 * @param start - offset after the comma behind the key
 * @param end - offset of the closing delimiter
 * @param resolve - the value of an abbreviation (lower case), or `undefined` if it is not defined
 * @param closed - whether the block has its closing delimiter
 */
export function readFields(
  text: string,
  start: number,
  end: number,
  resolve: (name: string) => string | undefined,
  closed = true,
): FieldList {
  return new FieldReader(text, start, end, resolve, closed).read();
}

class FieldReader {
  readonly #text: string;
  readonly #end: number;
  readonly #closed: boolean;
  #position: number;
  readonly #values: ValueReader;
  readonly #fields: BibField[] = [];
  readonly #defects: BibDefect[] = [];
  readonly #names = new Set<string>();

  constructor(
    text: string,
    start: number,
    end: number,
    resolve: (name: string) => string | undefined,
    closed: boolean,
  ) {
    this.#text = text;
    this.#position = start;
    this.#end = end;
    this.#closed = closed;
    this.#values = new ValueReader(text, end, resolve, this.#defects, closed);
  }

  read(): FieldList {
    this.#skipSpace();
    while (this.#position < this.#end) {
      if (this.#code() === COMMA) {
        this.#position++;
      } else if (isNameChar(this.#code())) {
        this.#readField();
      } else {
        this.#skipStray(this.#position);
      }
      this.#skipSpace();
    }
    return { fields: this.#fields, defects: this.#defects };
  }

  #readField(): void {
    const start = this.#position;
    const nameEnd = this.#nameEnd(start);
    this.#position = nameEnd;
    this.#skipSpace();
    const name = this.#text.slice(start, nameEnd);
    if (this.#code() === EQUALS) {
      this.#position++;
      this.#skipSpace();
    } else {
      const hasValue = this.#code() === LEFT_BRACE || this.#code() === QUOTE;
      this.#defects.push(defect('missing-equals', `There is no “=” after ${quoted(name)}.`, start, nameEnd));
      if (!hasValue) {
        return;
      }
    }
    const valueStart = this.#position;
    const read = this.#values.read(valueStart);
    if (!read) {
      this.#defects.push(defect('missing-value', `The field ${quoted(name)} has no value.`, start, nameEnd));
      return;
    }
    this.#position = read.end;
    this.#add(name, { start, end: nameEnd }, { start: valueStart, end: read.end }, read.value);
    this.#endField(name, read.end);
  }

  #add(
    source: string,
    nameRange: BibField['nameRange'],
    valueRange: BibField['valueRange'],
    value: string,
  ): void {
    const name = source.toLowerCase();
    if (this.#names.has(name)) {
      this.#defects.push(
        defect(
          'duplicate-field',
          `The field ${quoted(source)} occurs more than once in this entry; the first one counts.`,
          nameRange.start,
          nameRange.end,
        ),
      );
    }
    this.#names.add(name);
    this.#fields.push({ name, nameRange, valueRange, value });
  }

  /** After a value comes a comma or the end; the next field right away means that the comma is missing. */
  #endField(name: string, valueEnd: number): void {
    this.#skipSpace();
    if (this.#position >= this.#end || this.#code() === COMMA) {
      return;
    }
    if (isNameChar(this.#code())) {
      const nameEnd = this.#nameEnd(this.#position);
      if (this.#text.charCodeAt(skipSpace(this.#text, nameEnd, this.#end)) === EQUALS) {
        const message = `A comma is missing after the value of ${quoted(name)}.`;
        this.#defects.push(defect('missing-comma', message, valueEnd - 1, valueEnd));
        return;
      }
    }
    this.#skipStray(this.#position);
  }

  /** Skips to the next comma outside of braces, or to what looks like the next field. */
  #skipStray(start: number): void {
    let depth = 0;
    let i = start;
    let wordStart = -1;
    for (; i < this.#end; i++) {
      const code = this.#text.charCodeAt(i);
      if (code === LEFT_BRACE) {
        depth++;
      } else if (code === RIGHT_BRACE) {
        depth = Math.max(depth - 1, 0);
      } else if (depth === 0 && code === COMMA) {
        break;
      } else if (depth === 0 && code === EQUALS && wordStart > start) {
        i = wordStart;
        break;
      } else if (depth === 0 && code === PERCENT && startsComment(this.#text, i)) {
        break;
      }
      if (!isNameChar(code)) {
        // White space may stand between a name and its `=`.
        wordStart = isSpace(code) ? wordStart : -1;
      } else if (i === start || !isNameChar(this.#text.charCodeAt(i - 1))) {
        wordStart = i;
      }
    }
    this.#position = i;
    const end = skipSpaceBack(this.#text, i, start);
    const stray = this.#text.slice(start, end);
    if (!this.#closed && /^[}\s]*$/.test(stray)) {
      // The end of an entry whose braces do not match: reported once, for the entry.
      return;
    }
    const message = `${quoted(stray)} is not part of any field.`;
    this.#defects.push(defect('stray-text', message, start, end));
  }

  #nameEnd(start: number): number {
    let i = start;
    while (i < this.#end && isNameChar(this.#text.charCodeAt(i))) {
      i++;
    }
    return i;
  }

  #code(): number {
    return this.#position < this.#end ? this.#text.charCodeAt(this.#position) : NaN;
  }

  #skipSpace(): void {
    this.#position = skipSpaceAndComments(this.#text, this.#position, this.#end);
  }
}

function isNameChar(code: number): boolean {
  switch (code) {
    case QUOTE:
    case HASH:
    case PERCENT:
    case COMMA:
    case EQUALS:
    case LEFT_BRACE:
    case RIGHT_BRACE:
    case LEFT_PAREN:
    case RIGHT_PAREN:
      return false;
    default:
      return !isSpace(code);
  }
}
