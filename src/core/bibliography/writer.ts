import type { BibliographicEntry } from '../catalog/types';
import type { TextEdit } from '../text';
import { BOM, isLineEnd, lineEnd, skipSpace } from './chars';
import { formatEntry } from './format';
import type { EntryOrder } from './order';
import { placeOf, placeOfNew } from './order';
import type { Block } from './scan';
import { scanBlocks } from './scan';
import { strayTextAfter } from './stray';
import type { EntryStyle } from './style';
import { detectStyle } from './style';

/** Where new entries go, and what has to stand around them there. */
interface Place {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Adds entries to a bibliography by insertions only, written as the file's own entries are: in their sorted place if the file is
 * sorted, else behind the last entry (and so before JabRef's settings and other comments at the end). Entries are never put behind
 * a damaged one, which could swallow them, but before it.
 *
 * @param text - the whole file as it stands; may be empty
 * @param entries - keys must be free in the file, see `freeKey`
 * @param blocks - the result of `scanBlocks(text)`, if it is at hand
 * @returns insertions with offsets in `text`, at most one for each offset
 */
export function insertEntries(
  text: string,
  entries: readonly BibliographicEntry[],
  blocks: readonly Block[] = scanBlocks(text),
): { edits: TextEdit[] } {
  const style = detectStyle(text, blocks);
  const file = new File(text, blocks, style);
  const groups = new Map<number, { place: Place; entries: string[] }>();
  for (const entry of inOrder(entries, style.order)) {
    const place = file.placeOf(entry);
    const group = groups.get(place.offset);
    if (group) {
      group.entries.push(formatEntry(entry, style));
    } else {
      groups.set(place.offset, { place, entries: [formatEntry(entry, style)] });
    }
  }
  const between = inEol(style.betweenEntries, style);
  const edits = [...groups.values()].map((group) => ({
    range: { start: group.place.offset, end: group.place.offset },
    newText: inEol(group.place.before, style) + group.entries.join(between) + inEol(group.place.after, style),
  }));
  return { edits: edits.sort((a, b) => a.range.start - b.range.start) };
}

class File {
  readonly #text: string;
  readonly #blocks: readonly Block[];
  readonly #style: EntryStyle;
  /** Indexes in `#blocks`. */
  readonly #entries: readonly number[];

  constructor(text: string, blocks: readonly Block[], style: EntryStyle) {
    this.#text = text;
    this.#blocks = blocks;
    this.#style = style;
    this.#entries = blocks.flatMap((block, index) => (block.kind === 'entry' ? [index] : []));
  }

  placeOf(entry: BibliographicEntry): Place {
    if (this.#entries.length === 0) {
      return this.#placeWithoutEntries();
    }
    let index = this.#firstAfter(entry);
    while (index > 0 && !this.#isSound(this.#entries[index - 1] ?? 0)) {
      index--;
    }
    return index > 0 ? this.#behind(this.#entries[index - 1] ?? 0) : this.#ahead(this.#entries[0] ?? 0);
  }

  /** The number of entries that come before a new one in the file's order. */
  #firstAfter(entry: BibliographicEntry): number {
    const { order } = this.#style;
    const wanted = placeOfNew(order, entry);
    const index =
      wanted === undefined
        ? -1
        : this.#entries.findIndex((number) => {
            const block = this.#blocks[number];
            const place = block && placeOf(order, this.#text, block);
            return place !== undefined && place > wanted;
          });
    return index < 0 ? this.#entries.length : index;
  }

  /** Whether text behind a block is safe from it: it is closed, and not too early. */
  #isSound(index: number): boolean {
    const block = this.#blocks[index];
    const next = this.#blocks[index + 1]?.start ?? this.#text.length;
    return block?.closed === true && !strayTextAfter(this.#text, block.end, next);
  }

  #behind(index: number): Place {
    const end = this.#blocks[index]?.end ?? 0;
    const next = this.#blocks[index + 1]?.start ?? this.#text.length;
    const between = this.#style.betweenEntries;
    const line = lineEnd(this.#text, end, next);
    const rest = this.#text.slice(end, line);
    if (rest.trim() === '' || (line === next && next < this.#text.length)) {
      return { offset: end, before: between, after: '' };
    }
    // A remark behind the entry stays with it, and must not make a comment of the new one.
    return { offset: line, before: between.includes('\n') ? between : '\n', after: '' };
  }

  /** Before a block, and before unsound blocks above it. */
  #ahead(index: number): Place {
    let first = index;
    while (first > 0 && !this.#isSound(first - 1)) {
      first--;
    }
    const offset = this.#blocks[first]?.start ?? 0;
    return { offset, before: '', after: this.#style.betweenEntries || '\n' };
  }

  #placeWithoutEntries(): Place {
    // JabRef keeps its settings in comments at the end of the file.
    const settings = this.#blocks.findIndex((block) => block.kind === 'comment' && this.#isJabRef(block));
    const count = settings < 0 ? this.#blocks.length : settings;
    if (count > 0 && this.#isSound(count - 1)) {
      return this.#behind(count - 1);
    }
    if (this.#blocks.length > 0) {
      return this.#ahead(Math.max(count - 1, 0));
    }
    const begin = this.#text.charCodeAt(0) === BOM ? 1 : 0;
    if (skipSpace(this.#text, begin, this.#text.length) === this.#text.length) {
      const hasLineEnd = isLineEnd(this.#text.charCodeAt(begin));
      return { offset: begin, before: '', after: hasLineEnd ? '' : '\n' };
    }
    const endsLine = isLineEnd(this.#text.charCodeAt(this.#text.length - 1));
    return { offset: this.#text.length, before: endsLine ? '\n' : '\n\n', after: '\n' };
  }

  #isJabRef(block: Block): boolean {
    return /^\s*jabref-/i.test(this.#text.slice(block.contentStart, block.contentStart + 100));
  }
}

function inOrder(entries: readonly BibliographicEntry[], order: EntryOrder): BibliographicEntry[] {
  const places = new Map(entries.map((entry) => [entry, placeOfNew(order, entry)]));
  return [...entries].sort((a, b) => {
    const [placeA, placeB] = [places.get(a), places.get(b)];
    if (placeA === undefined || placeB === undefined) {
      return placeA === placeB ? 0 : placeA === undefined ? 1 : -1;
    }
    return placeA < placeB ? -1 : placeA > placeB ? 1 : 0;
  });
}

function inEol(text: string, style: EntryStyle): string {
  return style.eol === '\n' ? text : text.replaceAll('\n', style.eol);
}
