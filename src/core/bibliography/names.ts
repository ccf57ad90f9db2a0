import type { PersonName } from '../catalog/types';
import { latexToUnicode } from './latex';

/**
 * Reads an `author` or `editor` field by BibTeX's rules: names are separated by `and` outside of braces, each is
 * `First von Last`, `von Last, First` or `von Last, Jr, First`, and a name in braces stays whole.
 *
 * @param field - LaTeX source of the field, without outer delimiters
 * @returns the names as Unicode text, `family` with the particle and "Jr" in it; `truncated` if the list ends in "and others"
 */
export function parseNames(field: string): { names: PersonName[]; truncated: boolean } {
  const names: PersonName[] = [];
  let truncated = false;
  for (const part of splitAtAnd(field)) {
    if (/^(others|et\.? al\.?)$/i.test(part)) {
      truncated = true;
      continue;
    }
    const name = parseName(part);
    if (name) {
      names.push(name);
    }
  }
  return { names, truncated };
}

/** The first name {@link parseNames} finds, without reading the others. */
export function parseFirstName(field: string): PersonName | undefined {
  const and = /\sand\s/i.exec(field);
  if (and) {
    const first = field.slice(0, and.index);
    // In braces it is part of a name, and a backslash may belong to the white space.
    if (!/[{}\\]/.test(first)) {
      const [name] = parseNames(first).names;
      if (name) {
        return name;
      }
    }
  }
  return parseNames(field).names[0];
}

function parseName(source: string): PersonName | undefined {
  const parts = splitAtDepthZero(source, (char) => char === ',');
  if (parts.length === 1) {
    const words = wordsOf(source);
    // The particle begins at the first word in lower case; the last word is the family name in any case.
    const particle = words.findIndex((word, index) => index < words.length - 1 && startsLowerCase(word));
    const split = particle >= 0 ? particle : Math.max(words.length - 1, 0);
    return toName(words.slice(split).join(' '), words.slice(0, split).join(' '));
  }
  const [last = '', second = '', ...rest] = parts;
  const family = wordsOf(last).join(' ');
  const third = rest.join(' ').trim();
  return third === ''
    ? toName(family, second)
    : toName(`${family} ${second.trim()}`, wordsOf(third).join(' '));
}

function toName(familySource: string, givenSource: string): PersonName | undefined {
  const family = latexToUnicode(familySource);
  const given = latexToUnicode(givenSource);
  if (family === '') {
    return given === '' ? undefined : { family: given };
  }
  return given === '' ? { family } : { family, given };
}

function splitAtAnd(field: string): string[] {
  const parts: string[] = [];
  let current: string[] = [];
  for (const word of splitAtDepthZero(field, isSpace)) {
    if (word.toLowerCase() === 'and') {
      parts.push(current.join(' '));
      current = [];
    } else if (word !== '') {
      current.push(word);
    }
  }
  parts.push(current.join(' '));
  return parts.filter((part) => part !== '');
}

function wordsOf(source: string): string[] {
  return splitAtDepthZero(source, (char) => isSpace(char) || char === '~').filter((word) => word !== '');
}

function splitAtDepthZero(source: string, isSeparator: (char: string) => boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (char === '\\') {
      // `\~` is an accent and `\,` a space, not separators.
      i++;
    } else if (char === '{') {
      depth++;
    } else if (char === '}') {
      depth = Math.max(depth - 1, 0);
    } else if (depth === 0 && isSeparator(char)) {
      parts.push(source.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(source.slice(start));
  return parts;
}

/** BibTeX's test for a particle: the case of the first letter outside of braces, where `{\'e}` counts as its letter. */
function startsLowerCase(word: string): boolean {
  let depth = 0;
  for (let i = 0; i < word.length; i++) {
    const char = word.charAt(i);
    if (char === '\\' && depth <= 1) {
      return isLowerCase(latexToUnicode(word.slice(i)));
    }
    if (char === '{') {
      depth++;
      if (depth === 1 && word.charAt(i + 1) !== '\\') {
        // A braced word has no case.
        return false;
      }
    } else if (char === '}') {
      depth--;
    } else if (/\p{L}/u.test(char)) {
      return isLowerCase(char);
    }
  }
  return false;
}

function isLowerCase(text: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(text);
}

function isSpace(char: string): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t';
}
