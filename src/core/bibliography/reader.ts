import type { TextEdit } from '../text';
import { Content, keyOf } from './content';
import { editedFile } from './editedFile';
import { ReadFile } from './readFile';
import type { BibFile } from './types';
import type { Block } from './scan';
import { isEndlessComment, nextBlock, scanBlocks } from './scan';

/**
 * Reads a BibTeX or BibLaTeX file. Only the boundaries of entries are found at once; fields, abbreviations and defects are
 * read when they are first asked for. Takes any text, never throws, and takes time in proportion to the text's length.
 *
 * An entry without a key cannot be cited and is not listed; one that is not closed is listed with what could be read.
 */
export function readBibliography(text: string): ReadFile {
  return fileOf(text, scanBlocks(text));
}

/** Characters that are read at a time: a few hundredths of a second. */
const SLICE = 1_000_000;
/** Reading fields takes several times as long as finding entries. */
const DEFECTS_SLICE = 250_000;

/**
 * {@link readBibliography} that lets others have their turn now and then, for large files.
 *
 * @param pause - resolves when the others have had it
 */
export async function readInSlices(text: string, pause: () => Promise<void>): Promise<ReadFile> {
  const blocks: Block[] = [];
  let trustsComments = true;
  let slice = SLICE;
  for (let block = nextBlock(text, 0, true); block; block = nextBlock(text, block.end, trustsComments)) {
    trustsComments &&= !isEndlessComment(block);
    blocks.push(block);
    if (block.end > slice) {
      slice = block.end + SLICE;
      await pause();
    }
  }
  return fileOf(text, blocks);
}

/**
 * Reads the fields of all entries, a slice at a time, so that a file's defects are known at once when they are asked for.
 *
 * @param isStopped - asked at each pause
 */
export async function readDefects(
  file: BibFile,
  pause: () => Promise<void>,
  isStopped: () => boolean,
): Promise<void> {
  let slice = DEFECTS_SLICE;
  for (const entry of file instanceof ReadFile ? file.entries : []) {
    // Of fields nothing is kept but what was found in them.
    void entry.defects;
    if (entry.range.end > slice) {
      slice = entry.range.end + DEFECTS_SLICE;
      await pause();
      if (isStopped()) {
        return;
      }
    }
  }
}

function fileOf(text: string, blocks: readonly Block[]): ReadFile {
  return new ReadFile(
    text,
    blocks.map((block, index) => new Content(block, keyOf(text, block), index)),
    blocks.map(({ start }) => start),
  );
}

/**
 * Reads an edited file. The result equals {@link readBibliography} of the new text, but only the entries that the edits
 * touched are read; what is known of the others is taken over, also where they were moved.
 *
 * @param previous - the file before, which stays as it is
 * @param edits - with ranges in the text before, in any order, not overlapping
 * @param text - the text before with the edits applied
 */
export function updateBibliography(previous: ReadFile, edits: readonly TextEdit[], text: string): ReadFile {
  return editedFile(previous, edits, text)?.file ?? readBibliography(text);
}
