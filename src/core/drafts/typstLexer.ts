/**
 * The smallest parts of Typst's syntax, as its own lexer takes them ("Syntax" in the reference). Every method takes the offset of
 * the first character and returns the offset after the construct; what has no end runs to the text's end, as in Typst.
 */
export class TypstLexer {
  readonly #identifier = /[\p{XID_Start}_][\p{XID_Continue}_-]*/uy;
  readonly #label = /<([\p{XID_Continue}_-][\p{XID_Continue}_\-:.]*)>/uy;
  readonly #reference = /@[\p{XID_Continue}_-][\p{XID_Continue}_\-:.]*/uy;
  readonly #number = /\d[\p{XID_Continue}.%]*/uy;
  readonly #stringPart = /["\\]/g;
  readonly #commentPart = /\/\*|\*\//g;
  readonly #lineEnd = /[\n\r\v\f\u0085\u2028\u2029]/g;
  readonly #linkEnd = /[^\p{L}\p{N}!#$%&*+,\-./:;=?@_~'()[\]]|[()[\]]/gu;

  constructor(private readonly text: string) {}

  identifier(offset: number): number | undefined {
    return this.#end(this.#identifier, offset);
  }

  /** `<name>`; `undefined` if it is a comparison. */
  label(offset: number): number | undefined {
    return this.#end(this.#label, offset);
  }

  /** `@name`; full stops and colons at the end belong to the sentence. */
  reference(offset: number): number | undefined {
    let end = this.#end(this.#reference, offset);
    while (end !== undefined && /[.:]/.test(this.text[end - 1] ?? '')) {
      end--;
    }
    return end;
  }

  /** A number with its unit. */
  number(offset: number): number | undefined {
    return this.#end(this.#number, offset);
  }

  /** Raw text, inline or a block: it ends with as many backticks as it begins with. Two are an empty one. */
  raw(offset: number): number {
    let length = 1;
    while (this.text[offset + length] === '`') {
      length++;
    }
    if (length === 2) {
      return offset + 2;
    }
    const close = this.text.indexOf('`'.repeat(length), offset + length);
    return close < 0 ? this.text.length : close + length;
  }

  /** `//` to the end of the line, or a nestable block comment. */
  comment(offset: number): number {
    if (this.text[offset + 1] === '/') {
      this.#lineEnd.lastIndex = offset;
      return this.#lineEnd.exec(this.text)?.index ?? this.text.length;
    }
    let depth = 0;
    this.#commentPart.lastIndex = offset;
    for (let part = this.#commentPart.exec(this.text); part; part = this.#commentPart.exec(this.text)) {
      depth += part[0] === '/*' ? 1 : -1;
      if (depth === 0) {
        return this.#commentPart.lastIndex;
      }
    }
    return this.text.length;
  }

  /** A string, from its quote. */
  string(offset: number): number {
    this.#stringPart.lastIndex = offset + 1;
    for (let part = this.#stringPart.exec(this.text); part; part = this.#stringPart.exec(this.text)) {
      if (part[0] === '"') {
        return this.#stringPart.lastIndex;
      }
      this.#stringPart.lastIndex++;
    }
    return this.text.length;
  }

  /** A bare web address; a bracket without partner ends it. */
  link(offset: number): number {
    const open: string[] = [];
    this.#linkEnd.lastIndex = offset;
    for (let part = this.#linkEnd.exec(this.text); part; part = this.#linkEnd.exec(this.text)) {
      if (part[0] === '(' || part[0] === '[') {
        open.push(part[0] === '(' ? ')' : ']');
      } else if (open.pop() !== part[0]) {
        return part.index;
      }
    }
    return this.text.length;
  }

  /** Whether an `#if` or `#for` goes on behind a block. */
  continuesBlock(offset: number): boolean {
    return /^(?:\s*else(?![\p{XID_Continue}_-])|[ \t]*(?:[[{=!<>+.]|(?:and|or|in)\s))/u.test(
      this.text.slice(offset, offset + 100),
    );
  }

  #end(expression: RegExp, offset: number): number | undefined {
    expression.lastIndex = offset;
    return expression.test(this.text) ? expression.lastIndex : undefined;
  }
}

const WRITABLE = /^[\p{XID_Continue}_-](?:[\p{XID_Continue}_\-:.]*[\p{XID_Continue}_-])?$/u;

/** Whether a key can be written `@key`. */
export function isReferenceKey(key: string): boolean {
  return WRITABLE.test(key);
}

/** Whether a key can be written `<key>`. */
export function isLabelKey(key: string): boolean {
  return /^[\p{XID_Continue}_-][\p{XID_Continue}_\-:.]*$/u.test(key);
}

/** A Typst string, quotes included. */
export function typstString(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}"`;
}

/** The value of what stands between a string's quotes. */
export function typstStringValue(inside: string): string {
  return inside.replace(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S]))/g, (_, hex?: string, escaped?: string) => {
    if (hex !== undefined) {
      const code = parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    }
    return { n: '\n', r: '\r', t: '\t' }[escaped ?? ''] ?? escaped ?? '';
  });
}
