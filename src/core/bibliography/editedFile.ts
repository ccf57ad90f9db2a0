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
  const blocks = previous.contents.map(({ block }) => block);
  const contents: Content[] = [];
  const starts: number[] = [];
  const removed: Content[] = [];
  const added: Content[] = [];
  const stretches = rescan(text, { blocks, starts: previous.starts }, edits);
  let next = 0;
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.kind === 'kept') {
      append(removed, previous.contents, next, stretch.from);
      append(contents, previous.contents, stretch.from, stretch.to);
      for (next = stretch.from; next < stretch.to; next++) {
        starts.push((previous.starts[next] ?? 0) + stretch.shift);
      }
    } else {
      const after = stretches.slice(index + 1).find(({ kind }) => kind === 'kept');
      const last = after?.kind === 'kept' ? previous.contents[after.from]?.place : undefined;
      const made = placed(text, stretch.blocks, contents.at(-1)?.place, last);
      if (!made) {
        return undefined;
      }
      append(added, made, 0, made.length);
      append(contents, made, 0, made.length);
      stretch.blocks.forEach(({ start }) => starts.push(start));
    }
  }
  append(removed, previous.contents, next, previous.contents.length);
  const keepsStrings = ![...removed, ...added].some(({ block }) => block.kind === 'string');
  const strings = keepsStrings ? previous.strings : undefined;
  return { file: new ReadFile(text, contents, starts, strings), removed, added };
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

function append<T>(list: T[], source: readonly T[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    list.push(source[i] as T);
  }
}
