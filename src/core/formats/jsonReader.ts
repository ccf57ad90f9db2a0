import type { TextRange } from '../text';
import { readJsonString, skipJsonSpace } from './jsonText';
import type { Member, Value } from './value';

/** A value as far as it could be read. */
export interface JsonResult {
  readonly value: Value;
  /** Where reading stopped: behind the value, or where it must have ended. */
  readonly end: number;
  /** The first mistake; a value with one may have lost a part. */
  readonly problem?: JsonProblem;
}

export interface JsonProblem {
  readonly message: string;
  readonly range: TextRange;
}

interface ListFrame {
  readonly kind: 'list';
  readonly start: number;
  readonly items: Value[];
  expects: 'value' | 'comma';
}

interface MapFrame {
  readonly kind: 'map';
  readonly start: number;
  readonly members: Member[];
  expects: 'name' | 'colon' | 'value' | 'comma';
  name: string;
  nameRange: TextRange;
}

type Frame = ListFrame | MapFrame;

const NOWHERE: TextRange = { start: 0, end: 0 };

/**
 * Reads one JSON value (RFC 8259), tolerantly and in one pass: never throws, and never goes on into what must be the
 * next item of a list. Missing and superfluous commas, unquoted names and wrong brackets are reported and overcome.
 *
 * @param at - where the value begins, behind white space
 */
export function readJsonValue(text: string, at: number): JsonResult {
  return new JsonValueReader(text, at).read();
}

class JsonValueReader {
  readonly #text: string;
  readonly #start: number;
  readonly #stack: Frame[] = [];
  /** How many frames of each kind are open. */
  readonly #depth = { list: 0, map: 0 };
  #position: number;
  #done: Value | undefined;
  #problem: JsonProblem | undefined;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#start = at;
    this.#position = at;
  }

  read(): JsonResult {
    while (!this.#done) {
      this.#position = skipJsonSpace(this.#text, this.#position);
      if (this.#position >= this.#text.length || !this.#step(this.#text.charAt(this.#position))) {
        this.#giveUp();
      }
    }
    const result = { value: this.#done, end: this.#position };
    return this.#problem ? { ...result, problem: this.#problem } : result;
  }

  /** @returns `false` if the value must have ended here */
  #step(char: string): boolean {
    switch (char) {
      case '{':
      case '[':
        return this.#open(char);
      case '}':
        return this.#close('map');
      case ']':
        return this.#close('list');
      case ',':
      case ':':
        this.#separator(char);
        return true;
      default:
        this.#scalar(char);
        return true;
    }
  }

  #open(char: '{' | '['): boolean {
    const top = this.#stack.at(-1);
    if (char === '{' && top?.kind === 'map' && (top.expects === 'name' || top.expects === 'comma')) {
      // An item that begins where a name should stand: the one before is not closed.
      return false;
    }
    if (top && top.expects !== 'value') {
      this.#complain('Something is missing before this.');
    }
    const start = this.#position++;
    this.#depth[char === '[' ? 'list' : 'map']++;
    this.#stack.push(
      char === '['
        ? { kind: 'list', start, items: [], expects: 'value' }
        : { kind: 'map', start, members: [], expects: 'name', name: '', nameRange: NOWHERE },
    );
    return true;
  }

  #close(kind: Frame['kind']): boolean {
    if (this.#stack.at(-1)?.kind !== kind) {
      if (this.#depth[kind] === 0) {
        return false;
      }
      this.#complain('This bracket does not fit the one that is open.');
      while (this.#stack.at(-1)?.kind !== kind) {
        this.#pop(this.#position);
      }
    }
    this.#position++;
    this.#pop(this.#position);
    return true;
  }

  #separator(char: ',' | ':'): void {
    const top = this.#stack.at(-1);
    if (char === ':' && top?.kind === 'map' && top.expects === 'colon') {
      top.expects = 'value';
    } else if (char === ',' && top?.expects === 'comma') {
      top.expects = top.kind === 'map' ? 'name' : 'value';
    } else {
      this.#complain(char === ',' ? 'This comma separates nothing.' : 'This colon follows no name.');
      if (top?.kind === 'map' && char === ',') {
        top.expects = 'name';
      }
    }
    this.#position++;
    if (!top) {
      this.#done = { kind: 'text', start: this.#start, end: this.#position, text: '' };
    }
  }

  #scalar(char: string): void {
    const start = this.#position;
    const text = char === '"' ? this.#string() : this.#literal();
    const range = { start, end: this.#position };
    const top = this.#stack.at(-1);
    if (top?.kind === 'map' && top.expects !== 'value') {
      if (top.expects === 'comma') {
        this.#complain('A comma is missing before this.', range);
      } else if (char !== '"' || top.expects === 'colon') {
        this.#complain('A name in quotation marks and a colon belong here.', range);
      }
      top.name = text;
      top.nameRange = range;
      top.expects = 'colon';
      return;
    }
    if (top?.expects === 'comma') {
      this.#complain('A comma is missing before this.', range);
    }
    const isWord = char !== '"' && /^(?:true|false|-?\d[\d.eE+-]*)$/.test(text);
    if (char !== '"' && !isWord && text !== 'null') {
      this.#complain('This text is not in quotation marks.', range);
    }
    this.#attach({ kind: 'text', ...range, text: char !== '"' && text === 'null' ? '' : text });
  }

  #string(): string {
    const { text, end, closed } = readJsonString(this.#text, this.#position);
    if (!closed) {
      this.#complain('The closing quotation mark is missing.', { start: this.#position, end });
    }
    this.#position = end;
    return text;
  }

  #literal(): string {
    const pattern = /[^\s",:[\]{}]+/y;
    pattern.lastIndex = this.#position;
    const text = pattern.exec(this.#text)?.[0] ?? this.#text.charAt(this.#position);
    this.#position += text.length;
    return text;
  }

  #attach(value: Value): void {
    const top = this.#stack.at(-1);
    if (!top) {
      this.#done = value;
      return;
    }
    if (top.kind === 'list') {
      top.items.push(value);
    } else {
      top.members.push({ name: top.name, nameRange: top.nameRange, value });
    }
    top.expects = 'comma';
  }

  #pop(end: number): void {
    const frame = this.#stack.pop();
    if (frame) {
      const { start } = frame;
      this.#depth[frame.kind]--;
      this.#attach(
        frame.kind === 'list'
          ? { kind: 'list', start, end, items: frame.items }
          : { kind: 'map', start, end, members: frame.members },
      );
    }
  }

  #giveUp(): void {
    let end = this.#position;
    while (end > this.#start && /[\s,]/.test(this.#text.charAt(end - 1))) {
      end--;
    }
    this.#complain('The closing bracket is missing.', { start: this.#start, end });
    while (this.#stack.length > 0) {
      this.#pop(end);
    }
    this.#done ??= { kind: 'text', start: this.#start, end, text: '' };
  }

  #complain(message: string, range?: TextRange): void {
    this.#problem ??= { message, range: range ?? { start: this.#position, end: this.#position + 1 } };
  }
}
