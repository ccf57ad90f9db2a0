import type { TextEdit } from '../text';
import { Content, keyOf } from './content';
import { ReadFile } from './readFile';
import { rescan } from './rescan';
import type { Block } from './scan';

/** A new version of a file, and what it has that the one before had not, and the other way round. */
export interface EditedFile {
  readonly file: ReadFile;
  readonly removed: readonly Content[];
  readonly added: readonly Content[];
}

/**
 * Makes a new version of a file that shares with the one before what the edits did not touch.
 *
 * @param edits - with ranges in the text before, in any order, not overlapping
 * @param text - the text before with the edits applied
 * @returns `undefined` if the places between two contents are used up, after some fifty insertions between the same two
 */
export function editedFile(
  previous: ReadFile,
  edits: readonly TextEdit[],
  text: string,
): EditedFile | undefined {
  // Joined in one go at the end: with 50,000 entries, one by one takes longer than all the rest.
  const contents: (readonly Content[])[] = [];
  const starts: (readonly number[])[] = [];
  const removed: Content[] = [];
  const added: Content[] = [];
  const stretches = rescan(text, previous, edits);
  let next = 0;
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.kind === 'kept') {
      append(removed, previous.contents, next, stretch.from);
      contents.push(previous.contents.slice(stretch.from, stretch.to));
      starts.push(moved(previous.starts.slice(stretch.from, stretch.to), stretch.shift));
      next = stretch.to;
    } else {
      const after = stretches.slice(index + 1).find(({ kind }) => kind === 'kept');
      const last = after?.kind === 'kept' ? previous.contents[after.from]?.place : undefined;
      const before = contents.findLast(({ length }) => length > 0)?.at(-1)?.place;
      const made = placed(text, stretch.blocks, before, last);
      if (!made) {
        return undefined;
      }
      append(added, made, 0, made.length);
      contents.push(made);
      starts.push(stretch.blocks.map(({ start }) => start));
    }
  }
  append(removed, previous.contents, next, previous.contents.length);
  const keepsStrings = ![...removed, ...added].some(({ block }) => block.kind === 'string');
  const strings = keepsStrings ? previous.strings : undefined;
  return { file: new ReadFile(text, joined(contents), joined(starts), strings), removed, added };
}

/** Adds to each of a list, which is changed. */
function moved(starts: number[], by: number): readonly number[] {
  if (by !== 0) {
    for (let i = 0; i < starts.length; i++) {
      starts[i] = (starts[i] ?? 0) + by;
    }
  }
  return starts;
}

/** Contents in places between two others, or `undefined` if there is no room. */
function placed(
  text: string,
  blocks: readonly Block[],
  before: number | undefined,
  after: number | undefined,
): Content[] | undefined {
  const from = before ?? (after ?? 0) - blocks.length - 1;
  const step = after === undefined ? 1 : (after - from) / (blocks.length + 1);
  let place = from;
  const contents: Content[] = [];
  for (const block of blocks) {
    const wanted = from + step * (contents.length + 1);
    if (wanted <= place || wanted >= (after ?? Infinity)) {
      return undefined;
    }
    place = wanted;
    contents.push(new Content(block, keyOf(text, block), place));
  }
  return contents;
}

function joined<T>(parts: readonly (readonly T[])[]): readonly T[] {
  return ([] as T[]).concat(...parts);
}

function append<T>(list: T[], source: readonly T[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    list.push(source[i] as T);
  }
}
