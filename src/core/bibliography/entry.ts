import type { Content, FieldFacts } from './content';
import { detached } from './content';
import { readFields } from './fields';
import type { BibDefect, BibEntry, BibField } from './types';
import type { TextRange } from '../text';

/** One for all entries: nearly none has abbreviations or defects. */
const NOTHING: readonly never[] = [];

/** An entry in one version of a file; its fields are read when they are first asked for. */
export class Entry implements BibEntry {
  readonly key: string;
  /** What it shares with the same entry in other versions. */
  readonly content: Content;
  readonly #text: string;
  /** From the offsets in the content's block to those in this text. */
  readonly #shift: number;
  readonly #resolve: (name: string) => string | undefined;
  #fields: readonly BibField[] | undefined;

  /**
   * @param start - where the entry begins in `text`
   * @param resolve - the value of an abbreviation (lower case), or `undefined` if it is not defined
   */
  constructor(text: string, content: Content, start: number, resolve: (name: string) => string | undefined) {
    this.key = content.key;
    this.content = content;
    this.#text = text;
    this.#shift = start - content.block.start;
    this.#resolve = resolve;
  }

  get type(): string {
    const { typeStart, typeEnd } = this.content.block;
    return this.#text.slice(typeStart + this.#shift, typeEnd + this.#shift).toLowerCase();
  }

  get range(): TextRange {
    const { start, end } = this.content.block;
    return { start: start + this.#shift, end: end + this.#shift };
  }

  get typeRange(): TextRange {
    const { typeStart, typeEnd } = this.content.block;
    return { start: typeStart + this.#shift, end: typeEnd + this.#shift };
  }

  get keyRange(): TextRange {
    const { start, key } = this.content.block;
    return { start: (key?.keyStart ?? start) + this.#shift, end: (key?.keyEnd ?? start) + this.#shift };
  }

  get fields(): readonly BibField[] {
    if (!this.#fields) {
      this.#read();
    }
    return this.#fields ?? [];
  }

  field(name: string): BibField | undefined {
    return this.fields.find((field) => field.name === name);
  }

  /** What the entry says, read only if no version with the same abbreviations has read it. */
  get facts(): FieldFacts {
    const known = this.content.facts;
    return known?.abbreviations.every(([name, value]) => this.#resolve(name) === value) === true
      ? known
      : this.#read();
  }

  /** What is wrong with the fields, in file order. */
  get defects(): readonly BibDefect[] {
    const { defects, start } = this.facts;
    const moved = this.content.block.start + this.#shift - start;
    return moved === 0 ? defects : defects.map((found) => movedBy(found, moved));
  }

  #read(): FieldFacts {
    const { block } = this.content;
    let abbreviations: [string, string | undefined][] | undefined;
    const { fields, defects } = readFields(
      this.#text,
      block.contentStart + this.#shift,
      block.contentEnd + this.#shift,
      (name) => {
        const value = this.#resolve(name);
        abbreviations ??= [];
        abbreviations.push([detached(name), value]);
        return value;
      },
      block.closed,
    );
    const facts = {
      abbreviations: abbreviations ?? NOTHING,
      defects: defects.length === 0 ? NOTHING : defects,
      start: block.start + this.#shift,
      inherits: fields.some(({ name }) => name === 'crossref' || name === 'xdata'),
    };
    this.#fields = fields;
    this.content.facts = facts;
    return facts;
  }
}

function movedBy(defect: BibDefect, by: number): BibDefect {
  return { ...defect, range: { start: defect.range.start + by, end: defect.range.end + by } };
}
