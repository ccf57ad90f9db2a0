import { characterBefore, PandocKeyReader } from '../drafts/pandocKeys';
import type { CitationForm } from '../drafts/types';

/** Commands that print nothing a tie could hold on to. */
const NO_WORD =
  /\\(?:item|par|noindent|indent|centering|newline|hline|maketitle|label|smallskip|medskip|bigskip)$/;

/** Scripts written without spaces, and their punctuation. */
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Whether a character belongs to Chinese or Japanese text. */
export function isCjk(character: string): boolean {
  return CJK.test(character);
}

/** The whole character that starts at an offset; empty at the text's end. */
export function characterAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The end of the word that an offset is inside of, else the offset: a citation goes behind a word, not into it. */
export function endOfWord(text: string, offset: number): number {
  const letter = /^[\p{L}\p{M}\p{N}]$/u;
  const inWord = [characterBefore(text, offset), characterAt(text, offset)].every(
    (character) => letter.test(character) && !isCjk(character),
  );
  let end = offset;
  if (inWord) {
    for (
      let next = characterAt(text, end);
      letter.test(next) && !isCjk(next);
      next = characterAt(text, end)
    ) {
      end += next.length;
    }
  }
  return end;
}

/** What belongs between a word and a citation after it: nothing before a footnote mark, else a tie. */
export function latexTie(command: string): string {
  return /^(?:foot|super|smart)/i.test(command) ? '' : '~';
}

/**
 * What goes before a LaTeX citation at an offset: a tie after a word, a space after a comma or full stop, nothing where
 * there is a space already.
 *
 * @param command - of the citation, without backslash; empty for a prenote
 */
export function latexLead(text: string, offset: number, command: string): string {
  const before = characterBefore(text, offset);
  const tie = latexTie(command);
  if (isCjk(before) || tie === '') {
    return '';
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (/\\[A-Za-z]+$/.test(line)) {
    return NO_WORD.test(line) ? ' ' : tie;
  }
  if (/(?:^|[^\\])(?:\\\\)*\\[%&$#_}]$/.test(line)) {
    return tie;
  }
  if (/[\p{L}\p{M}\p{N})\]}”’»]/u.test(before) || closesQuote(line, before)) {
    return tie;
  }
  return /[.,;:!?]/.test(before) ? ' ' : '';
}

/** What goes before a Markdown citation at an offset. */
export function pandocLead(text: string, offset: number, form: CitationForm): string {
  const before = characterBefore(text, offset);
  if (before === '' || /[\s([{“‘«]/.test(before)) {
    return '';
  }
  if (isCjk(before)) {
    // pandoc takes a letter before `@` for an e-mail address.
    return form === 'textual' && /[\p{L}\p{N}]/u.test(before) ? ' ' : '';
  }
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  // Emphasis and quotes open after a space, and close after a word.
  return /(?:^|[\s([{“‘«])(?:[*_"']|~~)+$/.test(line) ? '' : ' ';
}

/** A space, if what follows an insertion would otherwise be glued to it or change its meaning. */
export function trail(text: string, offset: number, pandoc: boolean): string {
  const after = characterAt(text, offset);
  if (/[\p{L}\p{N}]/u.test(after)) {
    return isCjk(after) ? '' : ' ';
  }
  return pandoc && /[([{]/.test(after) ? ' ' : '';
}

/**
 * What goes between a key in the text of a Markdown draft and what follows.
 *
 * @param citation - ends with the key
 * @param end - whether `citation` ends with a key at all, and not with a bracket
 */
export function textualTrail(citation: string, text: string, offset: number): string {
  const key = /@\{?[^@]*$/.exec(citation)?.[0];
  const after = text.slice(offset, offset + 20);
  if (key === undefined || citation.endsWith(']') || after === '') {
    return trail(text, offset, true);
  }
  const read = new PandocKeyReader(key + after).read(0);
  return (read === undefined || read.end === key.length) && !/^(?:[([{]|-?@)/.test(after) ? '' : ' ';
}

function closesQuote(line: string, before: string): boolean {
  return /['"$]/.test(before) && /[^\s([{'"$]['"$]+$/.test(line);
}
