import { defect, quoted } from './defects';
import type { Block } from './scan';
import { strayTextAfter } from './stray';
import type { BibDefect } from './types';

/**
 * Finds what is wrong with a block as a whole.
 *
 * @param text - the text that the block's offsets refer to but for `shift`
 * @param shift - what is to be added to the block's offsets
 * @param next - where the next block begins in `text`
 * @param defects - takes what was found
 */
export function blockDefects(
  text: string,
  block: Block,
  shift: number,
  next: number,
  defects: BibDefect[],
): void {
  const { key } = block;
  const start = block.start + shift;
  const afterOpen = block.open + shift + 1;
  if (!block.closed) {
    const what =
      block.kind === 'entry' ? 'entry' : `@${text.slice(block.typeStart + shift, block.typeEnd + shift)}`;
    const end = key && key.keyEnd > key.keyStart ? key.keyEnd + shift : afterOpen;
    const message = `This ${what} has no end: a closing brace or quotation mark is missing.`;
    defects.push(defect('unfinished-entry', message, start, end));
  } else {
    const stray = strayTextAfter(text, block.end + shift, next);
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
    defects.push(defect('missing-key', 'This entry has no key, so it cannot be cited.', start, afterOpen));
    return;
  }
  const source = text.slice(key.keyStart + shift, key.keyEnd + shift);
  if (!key.hasComma) {
    const message = `A comma is missing after the key ${quoted(source)}.`;
    defects.push(defect('missing-comma', message, key.keyStart + shift, key.keyEnd + shift));
  }
  if (/\s/.test(source)) {
    const message = `The key ${quoted(source)} has white space in it, which BibTeX does not accept.`;
    defects.push(defect('key-with-space', message, key.keyStart + shift, key.keyEnd + shift));
  }
}
