import type { TextRange } from '../text';

/** A citation key after `@` in Markdown. */
export interface PandocKey {
  readonly key: string;
  readonly range: TextRange;
  /** After the key, or after the brace that closes `@{key}`. */
  readonly end: number;
}

/**
 * A key as pandoc's manual defines it ("Citation syntax"): a letter, digit or `_`, then these and single punctuation
 * characters between them. `//` and `://` are allowed too, so that a URL can be a key.
 */
const SIMPLE_KEY = String.raw`[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:(?::\/\/|\/\/|:\/|[:.#$%&\-+?<>~/])[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*)*`;

/** `@{...}`: anything but white space, braces balanced. */
const BRACED_KEY = String.raw`\{((?:[^\s{}]|\{[^\s{}]*\})+)\}`;

/** The farthest that an unfinished `@{...}` is followed. */
const LONGEST_BRACED_KEY = 1000;

const CROSS_REFERENCE =
  /^(?:[Ff]ig|[Tt]bl|[Ss]ec|[Ee]q|[Ll]st|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Ss]ol|[Rr]em|[Pp]rf|[Aa]lg|[Nn]te|[Tt]ip|[Ww]rn|[Ii]mp|[Cc]au|[Dd]ia)-|^(?:[Ff]ig|[Tt]bl|[Ss]ec|[Ee]q|[Ll]st):/;

/** Reads keys of one text; holds the compiled expressions. */
export class PandocKeyReader {
  private readonly simple = new RegExp(SIMPLE_KEY, 'uy');
  private readonly braced = new RegExp(`^${BRACED_KEY}`);

  constructor(private readonly text: string) {}

  /** The key after the `@` at an offset. */
  read(at: number): PandocKey | undefined {
    const start = at + 1;
    if (this.text[start] === '{') {
      const match = this.braced.exec(this.text.slice(start, start + LONGEST_BRACED_KEY));
      const key = match?.[1];
      const end = start + (match?.[0].length ?? 0);
      return key === undefined ? undefined : { key, range: { start: start + 1, end: end - 1 }, end };
    }
    this.simple.lastIndex = start;
    const key = this.simple.exec(this.text)?.[0];
    return key === undefined
      ? undefined
      : { key, range: { start, end: start + key.length }, end: start + key.length };
  }

  /** Whether an `@` can start a citation: not in an e-mail address, a path or a social-media handle's URL. */
  canStart(at: number): boolean {
    const before = characterBefore(this.text, at);
    // pandoc takes a full stop for the end of a word.
    return before !== '/' && before !== '.' && !isWordCharacter(before);
  }
}

/** Whether a key refers to a figure, table, section, ... of Quarto (`fig-x`) or pandoc-crossref (`fig:x`). */
export function isCrossReference(key: string): boolean {
  return CROSS_REFERENCE.test(key);
}

/** A key with what pandoc needs before and around it: `@key`, or `@{key}` if it would not be read to its end without braces. */
export function writePandocKey(key: string): string {
  return new RegExp(`^${SIMPLE_KEY}$`, 'u').test(key) ? `@${key}` : `@{${key}}`;
}

/** The whole character (one or two UTF-16 units) that ends at an offset; empty at the text's start. */
export function characterBefore(text: string, offset: number): string {
  const last = text.slice(Math.max(0, offset - 1), Math.max(0, offset));
  return /[\uDC00-\uDFFF]/.test(last) ? text.slice(Math.max(0, offset - 2), offset) : last;
}

function isWordCharacter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}
