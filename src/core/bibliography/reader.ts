import { defect, quoted } from './defects';
import type { FieldList } from './fields';
import { readFields } from './fields';
import type { KeySpan } from './header';
import type { Block } from './scan';
import { scanBlocks } from './scan';
import { strayTextAfter } from './stray';
import { PREDEFINED_STRINGS } from './strings';
import type { BibDefect, BibEntry, BibField, BibFile } from './types';
import type { TextRange } from '../text';

/**
 * Reads a BibTeX or BibLaTeX file. Only the boundaries of entries are found at once; fields, abbreviations and defects are
 * read when they are first asked for. Takes any text, never throws, and takes time in proportion to the text's length.
 *
 * An entry without a key cannot be cited and is not listed; one that is not closed is listed with what could be read.
 */
export function readBibliography(text: string): BibFile {
  return new ReadFile(text);
}

class ReadFile implements BibFile {
  readonly entries: readonly Entry[];
  readonly #text: string;
  readonly #blocks: readonly Block[];
  #strings: ReadonlyMap<string, string> | undefined;
  #stringDefects: readonly BibDefect[] = [];
  #defects: readonly BibDefect[] | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#blocks = scanBlocks(text);
    const resolve = (name: string) => this.strings.get(name) ?? PREDEFINED_STRINGS.get(name);
    const entries: Entry[] = [];
    for (const block of this.#blocks) {
      if (block.key && block.key.keyEnd > block.key.keyStart) {
        entries.push(new Entry(text, block, block.key, resolve));
      }
    }
    this.entries = entries;
  }

  get strings(): ReadonlyMap<string, string> {
    if (!this.#strings) {
      const strings = new Map<string, string>();
      const defects: BibDefect[] = [];
      for (const block of this.#blocks) {
        if (block.kind === 'string') {
          const list = readFields(
            this.#text,
            block.contentStart,
            block.contentEnd,
            (name) => strings.get(name) ?? PREDEFINED_STRINGS.get(name),
          );
          for (const found of list.defects) {
            defects.push(found);
          }
          for (const field of list.fields) {
            strings.set(field.name, field.value);
          }
        }
      }
      this.#strings = strings;
      this.#stringDefects = defects;
    }
    return this.#strings;
  }

  get defects(): readonly BibDefect[] {
    this.#defects ??= this.#findDefects();
    return this.#defects;
  }

  #findDefects(): BibDefect[] {
    const defects: BibDefect[] = [];
    this.#blocks.forEach((block, index) => {
      blockDefects(this.#text, block, this.#blocks[index + 1]?.start ?? this.#text.length, defects);
    });
    const keys = new Set<string>();
    for (const entry of this.entries) {
      if (keys.has(entry.key)) {
        const message = `The key ${quoted(entry.key)} is already used above; the first entry with it counts.`;
        defects.push(defect('duplicate-key', message, entry.keyRange.start, entry.keyRange.end));
      }
      keys.add(entry.key);
      for (const found of entry.defects) {
        defects.push(found);
      }
    }
    // Reading the abbreviations finds their defects.
    if (this.strings.size >= 0) {
      for (const found of this.#stringDefects) {
        defects.push(found);
      }
    }
    return defects.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }
}

class Entry implements BibEntry {
  readonly key: string;
  readonly #text: string;
  readonly #block: Block;
  readonly #keySpan: KeySpan;
  readonly #resolve: (name: string) => string | undefined;
  #list: FieldList | undefined;

  constructor(text: string, block: Block, key: KeySpan, resolve: (name: string) => string | undefined) {
    this.#text = text;
    this.#block = block;
    this.#keySpan = key;
    this.#resolve = resolve;
    this.key = text.slice(key.keyStart, key.keyEnd);
  }

  get type(): string {
    return this.#text.slice(this.#block.typeStart, this.#block.typeEnd).toLowerCase();
  }

  get range(): TextRange {
    return { start: this.#block.start, end: this.#block.end };
  }

  get typeRange(): TextRange {
    return { start: this.#block.typeStart, end: this.#block.typeEnd };
  }

  get keyRange(): TextRange {
    return { start: this.#keySpan.keyStart, end: this.#keySpan.keyEnd };
  }

  get fields(): readonly BibField[] {
    return this.#fieldList().fields;
  }

  get defects(): readonly BibDefect[] {
    return this.#fieldList().defects;
  }

  field(name: string): BibField | undefined {
    return this.fields.find((field) => field.name === name);
  }

  #fieldList(): FieldList {
    this.#list ??= readFields(
      this.#text,
      this.#block.contentStart,
      this.#block.contentEnd,
      this.#resolve,
      this.#block.closed,
    );
    return this.#list;
  }
}

/** @param next - where the next block begins */
function blockDefects(text: string, block: Block, next: number, defects: BibDefect[]): void {
  const { key } = block;
  if (!block.closed) {
    const what = block.kind === 'entry' ? 'entry' : `@${text.slice(block.typeStart, block.typeEnd)}`;
    const end = key && key.keyEnd > key.keyStart ? key.keyEnd : block.open + 1;
    const message = `This ${what} has no end: a closing brace or quotation mark is missing.`;
    defects.push(defect('unfinished-entry', message, block.start, end));
  } else {
    const stray = strayTextAfter(text, block.end, next);
    if (stray) {
      const message =
        'This text comes after the end of the entry; perhaps a closing brace above is one too many.';
      defects.push(defect('stray-text', message, stray.start, stray.end));
    }
  }
  if (!key || (!block.closed && block.contentEnd <= block.contentStart)) {
    // An entry that is only being begun has one defect, not three.
    return;
  }
  if (key.keyEnd <= key.keyStart) {
    const message = 'This entry has no key, so it cannot be cited.';
    defects.push(defect('missing-key', message, block.start, block.open + 1));
    return;
  }
  const source = text.slice(key.keyStart, key.keyEnd);
  if (!key.hasComma) {
    const message = `A comma is missing after the key ${quoted(source)}.`;
    defects.push(defect('missing-comma', message, key.keyStart, key.keyEnd));
  }
  if (/\s/.test(source)) {
    const message = `The key ${quoted(source)} has white space in it, which BibTeX does not accept.`;
    defects.push(defect('key-with-space', message, key.keyStart, key.keyEnd));
  }
}
