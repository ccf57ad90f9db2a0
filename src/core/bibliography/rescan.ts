import type { TextEdit } from '../text';
import type { Block } from './scan';
import { isEndlessComment, nextBlock } from './scan';

/** The blocks of a text, in order, in what else is known of them. */
export interface PlacedBlocks {
  /** With offsets in the text in which each was found, which need not be this one. */
  readonly contents: readonly { readonly block: Block }[];
  /** Where each begins in this text. */
  readonly starts: readonly number[];
}

/** Successive blocks of an edited text: some of the old ones, or new ones that take the place of old ones. */
export type Stretch =
  | {
      readonly kind: 'kept';
      /** Indexes of old blocks, `to` not included. */
      readonly from: number;
      readonly to: number;
      /** What is to be added to where they began. */
      readonly shift: number;
    }
  | { readonly kind: 'read'; readonly blocks: readonly Block[] };

/**
 * Finds the blocks of an edited text. Only those are read again whose reading looked at a place that changed, and those
 * behind them as far as they come out differently; the result equals reading the whole text.
 *
 * @param text - the new text
 * @param old - the blocks of the text before
 * @param edits - what changed; ranges in the text before, in any order, not overlapping
 */
export function rescan(text: string, old: PlacedBlocks, edits: readonly TextEdit[]): Stretch[] {
  return new Rescan(text, old, edits).run();
}

class Rescan {
  readonly #text: string;
  readonly #contents: PlacedBlocks['contents'];
  readonly #starts: readonly number[];
  readonly #edits: readonly TextEdit[];
  readonly #firstEndlessComment: number;
  readonly #stretches: Stretch[] = [];
  /** The first old block not dealt with. */
  #next = 0;
  /** In the new text, where the last block dealt with ends. */
  #position = 0;
  #trustsComments = true;
  /** The first edit not dealt with. */
  #pending = 0;
  /** How far the text between the last edit dealt with and the pending one has moved. */
  #shift = 0;
  /** Where the last edit dealt with ends in the old text. */
  #changedTo = 0;

  constructor(text: string, { contents, starts }: PlacedBlocks, edits: readonly TextEdit[]) {
    this.#text = text;
    this.#contents = contents;
    this.#starts = starts;
    this.#edits = [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
    const endless = contents.findIndex(({ block }) => isEndlessComment(block));
    this.#firstEndlessComment = endless < 0 ? Infinity : endless;
  }

  run(): Stretch[] {
    for (let edit = this.#edits[this.#pending]; edit; edit = this.#edits[this.#pending]) {
      this.#keepUntil(edit.range.start);
      if (!this.#readOn(edit)) {
        return this.#stretches;
      }
    }
    this.#keep(this.#contents.length);
    return this.#stretches;
  }

  #keepUntil(offset: number): void {
    let to = this.#next;
    while (to < this.#contents.length && this.#oldOffset(to, 'seen') <= offset) {
      to++;
    }
    this.#keep(to);
  }

  #keep(to: number): void {
    if (to > this.#next) {
      this.#stretches.push({ kind: 'kept', from: this.#next, to, shift: this.#shift });
      this.#next = to;
      this.#position = this.#oldOffset(to - 1, 'end') + this.#shift;
      this.#trustsComments = to <= this.#firstEndlessComment;
    }
  }

  /**
   * Reads blocks until what follows was read in the same state before.
   *
   * @returns whether there is such a place; if not, the text has been read to its end
   */
  #readOn(edit: TextEdit): boolean {
    const read: Block[] = [];
    this.#stretches.push({ kind: 'read', blocks: read });
    this.#pass(edit);
    for (;;) {
      const block = nextBlock(this.#text, this.#position, this.#trustsComments);
      if (!block) {
        return false;
      }
      read.push(block);
      this.#position = block.end;
      this.#trustsComments &&= !isEndlessComment(block);
      this.#passAllBefore(block.end);
      if (this.#meetsOld()) {
        return true;
      }
    }
  }

  #pass({ range, newText }: TextEdit): void {
    this.#shift += newText.length - (range.end - range.start);
    this.#changedTo = range.end;
    this.#pending++;
  }

  #passAllBefore(position: number): void {
    let edit = this.#edits[this.#pending];
    while (edit && edit.range.start + this.#shift < position) {
      this.#pass(edit);
      edit = this.#edits[this.#pending];
    }
  }

  /** Whether an old block ended here as well; passes the old blocks up to here. */
  #meetsOld(): boolean {
    const oldPosition = this.#position - this.#shift;
    if (oldPosition < this.#changedTo) {
      return false;
    }
    while (this.#next < this.#contents.length && this.#oldOffset(this.#next, 'end') < oldPosition) {
      this.#next++;
    }
    const meets =
      this.#next < this.#contents.length &&
      this.#oldOffset(this.#next, 'end') === oldPosition &&
      this.#trustsComments === this.#next < this.#firstEndlessComment;
    this.#next += meets ? 1 : 0;
    return meets;
  }

  #oldOffset(index: number, which: 'seen' | 'end'): number {
    const block = this.#contents[index]?.block;
    return block ? block[which] - block.start + (this.#starts[index] ?? 0) : Infinity;
  }
}
