import { blockDefects } from './blockDefects';
import type { Content } from './content';
import { detached } from './content';
import { defect, quoted } from './defects';
import { Entry } from './entry';
import { readFields } from './fields';
import type { Block } from './scan';
import { PREDEFINED_STRINGS } from './strings';
import type { BibDefect, BibFile } from './types';

/** One version of a bibliography; it never changes. */
export class ReadFile implements BibFile {
  readonly text: string;
  /** One for each block, in file order. */
  readonly contents: readonly Content[];
  /** Where each block begins in `text`. */
  readonly starts: readonly number[];
  readonly #byIndex: (Entry | undefined)[] = [];
  #entries: readonly Entry[] | undefined;
  #strings: ReadonlyMap<string, string> | undefined;
  #defects: readonly BibDefect[] | undefined;
  readonly #resolve = (name: string): string | undefined =>
    this.strings.get(name) ?? PREDEFINED_STRINGS.get(name);

  /** @param strings - the abbreviations, if they are known already */
  constructor(
    text: string,
    contents: readonly Content[],
    starts: readonly number[],
    strings?: ReadonlyMap<string, string>,
  ) {
    this.text = text;
    this.contents = contents;
    this.starts = starts;
    this.#strings = strings;
  }

  get entries(): readonly Entry[] {
    if (!this.#entries) {
      const entries: Entry[] = [];
      this.contents.forEach((content, index) => {
        if (content.key !== '') {
          entries.push(this.#entryAt(index, content));
        }
      });
      this.#entries = entries;
    }
    return this.#entries;
  }

  /** As `scanBlocks` finds them in this version's text. */
  get blocks(): readonly Block[] {
    return this.contents.map(({ block }, index) => movedBlock(block, this.#shiftAt(index)));
  }

  get strings(): ReadonlyMap<string, string> {
    this.#strings ??= this.#readStrings([]);
    return this.#strings;
  }

  get defects(): readonly BibDefect[] {
    this.#defects ??= this.#findDefects();
    return this.#defects;
  }

  /** The entry that a content belongs to; `undefined` if this version does not have it. */
  entryOf(content: Content): Entry | undefined {
    const index = this.#indexOf(content);
    return index < 0 ? undefined : this.#entryAt(index, content);
  }

  /** {@link ReadFile.entryOf} for those who go through all entries once: the file does not keep what is read of it. */
  glanceAt(content: Content): Entry | undefined {
    const index = this.#indexOf(content);
    return index < 0 ? undefined : (this.#byIndex[index] ?? this.#makeEntry(index, content));
  }

  /** An entry as it is written; empty if this version does not have it. */
  sourceOf(content: Content): string {
    const { start, end } = content.block;
    const from = this.starts[this.#indexOf(content)];
    return from === undefined ? '' : this.text.slice(from, from + end - start);
  }

  #indexOf(content: Content): number {
    const index = this.#indexAt(content.place);
    return this.contents[index] === content ? index : -1;
  }

  /** Of the first content that is not before a place. */
  #indexAt(place: number): number {
    let low = 0;
    let high = this.contents.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.contents[middle]?.place ?? Infinity) < place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  #entryAt(index: number, content: Content): Entry {
    const entry = this.#byIndex[index] ?? this.#makeEntry(index, content);
    this.#byIndex[index] = entry;
    return entry;
  }

  #makeEntry(index: number, content: Content): Entry {
    return new Entry(this.text, content, this.starts[index] ?? 0, this.#resolve);
  }

  #shiftAt(index: number): number {
    return (this.starts[index] ?? 0) - (this.contents[index]?.block.start ?? 0);
  }

  #readStrings(defects: BibDefect[]): Map<string, string> {
    const strings = new Map<string, string>();
    this.contents.forEach(({ block }, index) => {
      if (block.kind === 'string') {
        const shift = this.#shiftAt(index);
        const list = readFields(
          this.text,
          block.contentStart + shift,
          block.contentEnd + shift,
          (name) => strings.get(name) ?? PREDEFINED_STRINGS.get(name),
        );
        for (const found of list.defects) {
          defects.push(found);
        }
        for (const field of list.fields) {
          strings.set(detached(field.name), detached(field.value));
        }
      }
    });
    return strings;
  }

  #findDefects(): BibDefect[] {
    const defects: BibDefect[] = [];
    this.contents.forEach(({ block }, index) => {
      const next = this.starts[index + 1] ?? this.text.length;
      blockDefects(this.text, block, this.#shiftAt(index), next, defects);
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
    this.#readStrings(defects);
    return defects.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
  }
}

function movedBlock(block: Block, by: number): Block {
  const { key } = block;
  return by === 0
    ? block
    : {
        ...block,
        start: block.start + by,
        typeStart: block.typeStart + by,
        typeEnd: block.typeEnd + by,
        open: block.open + by,
        contentStart: block.contentStart + by,
        contentEnd: block.contentEnd + by,
        end: block.end + by,
        seen: block.seen + by,
        key: key && {
          ...key,
          keyStart: key.keyStart + by,
          keyEnd: key.keyEnd + by,
          fieldsStart: key.fieldsStart + by,
        },
      };
}
