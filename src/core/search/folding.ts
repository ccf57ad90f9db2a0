/** Letters that Unicode does not decompose, as people type them without the right keyboard. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ƒ: 'f',
};
const specialLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const marks = /\p{M}+/gu;
// eslint-disable-next-line no-control-regex -- ASCII is exactly this range
const ascii = /^[\x00-\x7f]*$/;
// Chinese and Japanese are written without spaces, so each character is a word of its own.
const wordPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}])+|\p{N}+/gu;

/** A run of letters or a run of digits in a text. */
export interface Word {
  /** Folded. */
  readonly text: string;
  /** UTF-16 offsets in the text as given. */
  readonly start: number;
  readonly end: number;
  /** No white space stands between this word and the one before it, as in `GPT-4` or `blip2`. */
  readonly glued: boolean;
}

/** Text as it is compared: lower case, without diacritics, compatibility forms resolved, `ß` as `ss`, `ł` as `l`. */
export function fold(text: string): string {
  if (ascii.test(text)) {
    return text.toLowerCase();
  }
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(specialLetters, (letter) => letters[letter] ?? letter);
}

/** The folded words of a text in order; letters and digits are separate words (`GPT4` is `gpt`, `4`). */
export function tokens(text: string): string[] {
  return words(text).map((word) => word.text);
}

/** The same as {@link tokens}, with the place of each word in the text. */
export function words(text: string): Word[] {
  return ascii.test(text) ? asciiWords(text) : unicodeWords(text);
}

/** Most titles and names are ASCII, and indexing 50,000 of them is dominated by this. */
function asciiWords(text: string): Word[] {
  const folded = text.toLowerCase();
  const result: Word[] = [];
  let glued = false;
  let position = 0;
  while (position < folded.length) {
    const kind = asciiKind(folded.charCodeAt(position));
    const start = position;
    position++;
    if (kind === 'letter' || kind === 'digit') {
      while (position < folded.length && asciiKind(folded.charCodeAt(position)) === kind) {
        position++;
      }
      result.push({ text: folded.slice(start, position), start, end: position, glued });
      glued = true;
    } else if (kind === 'space') {
      glued = false;
    }
  }
  return result;
}

function asciiKind(code: number): 'letter' | 'digit' | 'space' | 'other' {
  if (code >= 97 && code <= 122) {
    return 'letter';
  }
  if (code >= 48 && code <= 57) {
    return 'digit';
  }
  return code === 32 || (code >= 9 && code <= 13) ? 'space' : 'other';
}

function unicodeWords(text: string): Word[] {
  const result: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(wordPattern)) {
    const start = match.index;
    const folded = fold(match[0]);
    const glued = result.length > 0 && !/\s/u.test(text.slice(end, start));
    end = start + match[0].length;
    if (folded !== '') {
      result.push({ text: folded, start, end, glued });
    }
  }
  return result;
}
