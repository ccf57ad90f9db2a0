import { ACCENTS, DROPPED_ARGUMENTS, QUOTING, SPACING_ACCENTS, SYMBOLS, VERBATIM } from './latexTables';

/** What makes text other than what it looks like. Most values are of ASCII words with one space in between. */
const NOT_PLAIN = /[^ !-#%&(-[\]^_a-z|]|--| {2}|^ | $/;

/** No letter carries more marks; without a limit, text made of accents only would be slow to normalise. */
const MAX_MARKS = 4;

/**
 * Turns the LaTeX of a field value into text for people: letters instead of accent and letter commands, no braces, white
 * space collapsed, Unicode form NFC. Formatting and unknown commands give way to the text of their arguments; math between
 * dollar signs stays LaTeX. Takes any string, takes linear time and never throws.
 *
 * @param value - a field value without its outer delimiters
 */
export function latexToUnicode(value: string): string {
  if (!NOT_PLAIN.test(value)) {
    return value;
  }
  const text = /[\\$~`']|--/.test(value) ? new Decoder(value).decode() : value.replace(/[{}]+/g, '');
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

class Decoder {
  readonly #source: string;
  #position = 0;
  #result = '';
  /** Combining characters waiting for the letter they go on, innermost last. */
  #marks: string[] = [];
  /** For each open brace: what its closing brace prints. */
  readonly #closers: string[] = [];
  #inSingleQuotes = false;

  constructor(source: string) {
    this.#source = source;
  }

  decode(): string {
    const source = this.#source;
    while (this.#position < source.length) {
      const char = source.charAt(this.#position);
      switch (char) {
        case '\\':
          this.#command();
          break;
        case '{':
          this.#open('');
          break;
        case '}':
          this.#flushMarks();
          this.#result += this.#closers.pop() ?? '';
          this.#position++;
          break;
        case '$':
          this.#math();
          break;
        case '~':
          this.#put(' ', 1);
          break;
        case '-':
          this.#dash();
          break;
        case '`':
        case "'":
          this.#quote(char);
          break;
        case '!':
        case '?':
          if (source.charAt(this.#position + 1) === '`') {
            this.#put(char === '!' ? '¡' : '¿', 2);
          } else {
            this.#put(char, 1);
          }
          break;
        case ' ':
        case '\t':
        case '\n':
        case '\r':
          // An accent's argument may come after white space: `\c c`.
          if (this.#marks.length === 0) {
            this.#result += ' ';
          }
          this.#position++;
          break;
        default:
          this.#character();
      }
    }
    this.#flushMarks();
    return this.#result;
  }

  #command(): void {
    const name = this.#commandName();
    this.#position += 1 + name.length;
    const accent = ACCENTS.get(name);
    if (accent !== undefined) {
      this.#marks.push(accent);
      if (this.#marks.length > MAX_MARKS) {
        this.#marks.shift();
      }
      return;
    }
    if (isLetter(name.charCodeAt(0))) {
      // TeX reads the white space after a command word as its end.
      this.#skipWhitespace();
    }
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) {
      this.#put(symbol, 0);
    } else if (VERBATIM.has(name) && this.#next() === '{') {
      this.#put(this.#rawArgument().replace(/\\([^a-zA-Z])/g, '$1'), 0);
    } else if (QUOTING.has(name) && this.#next() === '{') {
      this.#put('“', 0);
      this.#open('”');
    } else {
      for (let left = DROPPED_ARGUMENTS.get(name) ?? 0; left > 0 && this.#next() === '{'; left--) {
        this.#rawArgument();
      }
    }
  }

  #commandName(): string {
    const start = this.#position + 1;
    let end = start;
    while (isLetter(this.#source.charCodeAt(end))) {
      end++;
    }
    return this.#source.slice(start, Math.max(end, start + 1));
  }

  #open(closer: string): void {
    this.#closers.push(closer);
    this.#position++;
  }

  /** Reads a balanced `{...}` and returns its inside; to the end of the text if it is not closed. */
  #rawArgument(): string {
    const start = this.#position + 1;
    let depth = 0;
    let end = this.#position;
    for (; end < this.#source.length; end++) {
      const char = this.#source.charAt(end);
      if (char === '\\') {
        end++;
      } else if (char === '{') {
        depth++;
      } else if (char === '}') {
        depth--;
        if (depth === 0) {
          break;
        }
      }
    }
    this.#position = Math.min(end + 1, this.#source.length);
    return this.#source.slice(start, end);
  }

  /** Copies `$...$` as it is; a dollar sign without a partner in its group is only a character. */
  #math(): void {
    const start = this.#position;
    let depth = 0;
    for (let end = start + 1; end < this.#source.length && depth >= 0; end++) {
      const char = this.#source.charAt(end);
      if (char === '\\') {
        end++;
      } else if (char === '{') {
        depth++;
      } else if (char === '}') {
        depth--;
      } else if (char === '$') {
        this.#put(this.#source.slice(start, end + 1), end + 1 - start);
        return;
      }
    }
    this.#put('$', 1);
  }

  #dash(): void {
    let length = 1;
    while (length < 3 && this.#source.charAt(this.#position + length) === '-') {
      length++;
    }
    this.#put(length === 1 ? '-' : length === 2 ? '–' : '—', length);
  }

  #quote(char: string): void {
    if (this.#source.charAt(this.#position + 1) === char) {
      this.#put(char === '`' ? '“' : '”', 2);
    } else if (char === '`') {
      this.#inSingleQuotes = true;
      this.#put('‘', 1);
    } else if (this.#inSingleQuotes && !/\p{L}/u.test(this.#source.charAt(this.#position + 1))) {
      this.#inSingleQuotes = false;
      this.#put('’', 1);
    } else {
      // A plain apostrophe stays what people type and search for.
      this.#put(char, 1);
    }
  }

  #character(): void {
    const code = this.#source.codePointAt(this.#position) ?? 0;
    const char = String.fromCodePoint(code);
    this.#put(char, char.length);
  }

  /** Prints `text`, with the waiting marks on its first letter, and moves on by `length`. */
  #put(text: string, length: number): void {
    this.#position += length;
    if (this.#marks.length === 0) {
      this.#result += text;
      return;
    }
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0x20);
    // The dotless letters exist only to carry a mark; Unicode composes marks with the dotted ones.
    const base = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
    this.#result += base + this.#marks.reverse().join('') + text.slice(first.length);
    this.#marks = [];
  }

  #flushMarks(): void {
    for (const mark of this.#marks) {
      this.#result += SPACING_ACCENTS.get(mark) ?? '';
    }
    this.#marks = [];
  }

  #next(): string {
    return this.#source.charAt(this.#position);
  }

  #skipWhitespace(): void {
    while (/\s/.test(this.#next())) {
      this.#position++;
    }
  }
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
