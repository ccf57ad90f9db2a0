import { fold, words } from './folding';

/** How a term stands in its text: by itself, as words written together (`GPT-4`), or inside one by its capitals (`BLIP` in `InstructBLIP`). */
export type TermKind = 'word' | 'compound' | 'inner';

/** Hyphens and the like join at most this many words into one term. */
const longestCompound = 4;
/** A name of at most this many words is one term as a whole as well. */
const longestName = 5;
/** Shorter ends of a word are found by chance more often than on purpose. */
const shortestInner = 3;

/**
 * Calls `visit` for every term under which a text is found, with its place in the text (UTF-16 offsets).
 *
 * @param text - values that stand on their own (authors, aliases) are on lines of their own
 * @param name - the text is a name: people write it as one word or as several (`NExT-GPT`, `Next GPT`, `nextgpt`)
 */
export function eachTerm(
  text: string,
  name: boolean,
  visit: (term: string, kind: TermKind, start: number, end: number) => void,
): void {
  let offset = 0;
  for (const value of text.includes('\n') ? text.split('\n') : [text]) {
    termsOfValue(value, offset, name, visit);
    offset += value.length + 1;
  }
}

function termsOfValue(
  value: string,
  offset: number,
  name: boolean,
  visit: (term: string, kind: TermKind, start: number, end: number) => void,
): void {
  const found = words(value);
  const joinAll = name && found.length <= longestName;
  const longest = joinAll ? longestName : longestCompound;
  for (let first = 0; first < found.length; first++) {
    const word = found[first];
    if (!word) {
      continue;
    }
    visit(word.text, 'word', offset + word.start, offset + word.end);
    for (const start of capitalsAfterSmall(value, word.start, word.end)) {
      visit(fold(value.slice(start, word.end)), 'inner', offset + start, offset + word.end);
    }
    let joined = word.text;
    for (let next = first + 1; next < found.length && next < first + longest; next++) {
      const other = found[next];
      if (!other || !(joinAll || other.glued)) {
        break;
      }
      joined += other.text;
      visit(joined, 'compound', offset + word.start, offset + other.end);
    }
  }
}

/** Where a capital follows a small letter and enough comes after it: before `GPT` in `PandaGPT`. */
function capitalsAfterSmall(text: string, start: number, end: number): number[] {
  const found: number[] = [];
  for (let at = start + 1; at <= end - shortestInner; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) {
      const before = text.charCodeAt(at - 1);
      if (before >= 97 && before <= 122) {
        found.push(at);
      }
    }
  }
  return found;
}
