import { LEFT_BRACE, QUOTE, RIGHT_BRACE } from './chars';

/** Of a title, so many letters and digits; few titles have the same beginning. */
const TITLE_LENGTH = 16;

/** A title up to its delimiter; without one, its value has to be read. */
const TITLE = /(?<![a-z])title\s*(?:=\s*["{]?|["{%])/gi;
/** The number of an arXiv id, whether or not it is one. */
const ARXIV_NUMBER = /\d{4}\.\d{4,5}(?!\d)|\/\d{7}(?!\d)/g;
const DOI = /10\.\d+(?:\.\d+)*\/[^\s,"'{}\\$&%~^#\x80-\uffff]*/g;
/** Behind a DOI, what shows that it may go on in another way than it is written. */
const GOES_ON = /[,\\{$&%~^#\x80-\uffff]/;
/** A field of an id whose value is an abbreviation. */
const ABBREVIATED = /(?:doi|url|eprint)\s*=\s*[a-z]/i;

/** Hints of different kinds, though equal in text, are different. */
const KINDS = { doi: 1, arxiv: 2, title: 3 } as const;

/**
 * The hint under which {@link workHints} has all entries with an identity key; others may have it as well.
 *
 * @param identity - see `identityKeys`
 */
export function hintOf(identity: string): number {
  const colon = identity.indexOf(':');
  const value = identity.slice(colon + 1);
  switch (identity.slice(0, colon)) {
    case 'doi':
      return hash(KINDS.doi, value);
    case 'arxiv':
      return hash(KINDS.arxiv, value.match(ARXIV_NUMBER)?.[0] ?? value);
    default:
      return hash(KINDS.title, value.slice(0, Math.min(value.lastIndexOf('|'), TITLE_LENGTH)));
  }
}

/**
 * Under what an entry may be found when a work is looked for. To read the fields of all entries in order to find one takes
 * ten times as long; only those that a hint leads to need it, and those that are not written plainly.
 *
 * @param source - the entry as it is written
 * @param abbreviates - the file defines abbreviations
 * @param identities - the identity keys of the entry, called if its source does not show them
 */
export function workHints(
  source: string,
  abbreviates: boolean,
  identities: () => readonly string[],
): readonly number[] {
  const hints: number[] = [];
  const isPlain =
    addTitles(source, hints) && addIds(source, hints) && !(abbreviates && ABBREVIATED.test(source));
  return isPlain ? hints : identities().map(hintOf);
}

/**
 * Adds the hints of what may be a DOI or an arXiv id in a text.
 *
 * @returns false if it cannot tell
 */
export function addIds(source: string, hints: number[]): boolean {
  if (source.includes('10.') && !addDois(source, hints)) {
    return false;
  }
  for (const number of source.match(ARXIV_NUMBER) ?? []) {
    hints.push(hash(KINDS.arxiv, number));
  }
  return true;
}

/** Makes the hint of a title from its letters and digits, given one after the other as `foldTitle` leaves them. */
export class TitleHint {
  #hint: number = KINDS.title;
  #length = 0;

  /** @returns whether these are enough */
  add(code: number): boolean {
    this.#hint = mixed(this.#hint, code);
    return ++this.#length === TITLE_LENGTH;
  }

  get value(): number {
    return finished(this.#hint);
  }
}

/** @returns false if it cannot tell */
function addTitles(source: string, hints: number[]): boolean {
  const before = hints.length;
  TITLE.lastIndex = 0;
  while (TITLE.test(source)) {
    const hint = titleHint(source, TITLE.lastIndex - 1);
    if (hint === undefined) {
      return false;
    }
    hints.push(hint);
  }
  return hints.length > before;
}

/**
 * The hint of a title, of which only the first letters and digits are looked at, as `foldTitle` leaves them.
 *
 * @param open - where its delimiter stands, or something else
 * @returns `undefined` if it has fewer, so that a subtitle may follow, or if it is not written plainly
 */
function titleHint(source: string, open: number): number | undefined {
  const delimiter = source.charCodeAt(open);
  if (delimiter !== LEFT_BRACE && delimiter !== QUOTE) {
    return undefined;
  }
  const hint = new TitleHint();
  let depth = 0;
  for (let i = delimiter === QUOTE ? open + 1 : open; i < source.length; i++) {
    const code = source.charCodeAt(i);
    const letter = foldedCode(code);
    if (letter !== 0) {
      if (hint.add(letter)) {
        return hint.value;
      }
    } else if (code === LEFT_BRACE) {
      depth++;
    } else if (code === RIGHT_BRACE) {
      depth--;
      if (depth <= 0 && delimiter === LEFT_BRACE) {
        return undefined;
      }
    } else if (code === QUOTE || isSpecial(code)) {
      return undefined;
    }
  }
  return undefined;
}

/** A letter or digit as folding leaves it; 0 for white space and signs, and for letters that folding has to be asked about. */
export function foldedCode(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0x4e00 && code <= 0x9fa5)) {
    return code;
  }
  return code >= 65 && code <= 90 ? code + 32 : 0;
}

/** @returns false if it cannot tell */
function addDois(source: string, hints: number[]): boolean {
  for (const doi of source.match(DOI) ?? []) {
    hints.push(hash(KINDS.doi, doi.toLowerCase()));
  }
  DOI.lastIndex = 0;
  while (DOI.test(source)) {
    if (GOES_ON.test(source.charAt(DOI.lastIndex)) || source.charAt(DOI.lastIndex - 1) === '/') {
      return false;
    }
  }
  return true;
}

/** Where LaTeX or Unicode make another text of what is written: `# $ % & \` and all beyond ASCII. */
function isSpecial(code: number): boolean {
  return code === 92 || (code >= 35 && code <= 38) || code > 127;
}

function hash(kind: number, text: string): number {
  let result = kind;
  for (let i = 0; i < text.length; i++) {
    result = mixed(result, text.charCodeAt(i));
  }
  return finished(result);
}

/** One step of FNV-1a. */
function mixed(hint: number, code: number): number {
  return Math.imul(hint ^ code, 0x01000193);
}

/** As a number that needs no memory of its own. */
function finished(hint: number): number {
  return (hint ^ (hint >>> 15)) & 0x3fffffff;
}
