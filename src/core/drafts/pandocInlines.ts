/**
 * The constructs inside running Markdown text whose content is no text. Each method takes the offset of the first
 * character and says where the construct ends. What has been looked for in vain is remembered, so that a whole text
 * is read in linear time.
 */
export class PandocInlines {
  /** The chunk of running text in which a construct must end; offsets in it are relative to `start`. */
  private chunk = '';
  private start = 0;
  private backticks: Map<number, number[]> | undefined;
  private readonly missingInChunk = new Set<string>();
  private readonly missingInText = new Set<string>();
  private readonly tag =
    /<\/?[A-Za-z][\w:-]{0,50}(?:\s{1,50}[\w:.-]{1,100}(?:\s{0,5}=\s{0,5}(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^\s"'=<>`]{1,1000}))?)*\s{0,50}\/?>/y;
  private readonly autolink =
    /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[^\s<>@]{1,200}@[^\s<>@]{1,300})>/y;
  private readonly rawElement = /<(script|style|textarea|pre)(?=[\s>])/iy;
  private readonly target =
    /\(\s{0,50}(?:<[^<>\n]{0,2000}>|(?:[^\s()]|\([^\s()]{0,500}\)){0,2000})(?:\s{1,50}(?:"[^"]{0,1000}"|'[^']{0,1000}'))?\s{0,50}\)/y;
  private readonly attributes = /\{[^{}\n]{0,500}\}/y;
  private readonly address = /:\/\/[^\s<>"'\])]*/y;

  constructor(private readonly text: string) {}

  /** Starts a chunk of running text: constructs but comments and raw elements end in it. */
  startChunk(start: number, end: number): void {
    this.chunk = this.text.slice(start, end);
    this.start = start;
    this.backticks = undefined;
    this.missingInChunk.clear();
  }

  /** A code span, from its first backtick. A run of backticks without its like is passed over as text. */
  code(offset: number): number {
    this.backticks ??= this.findBackticks();
    let length = 1;
    while (this.text[offset + length] === '`') {
      length++;
    }
    const starts = this.backticks.get(length) ?? [];
    while ((starts.at(-1) ?? Infinity) <= offset) {
      starts.pop();
    }
    return (starts.at(-1) ?? offset) + length;
  }

  /** `$...$` or `$$...$$`, by pandoc's rules about spaces and digits next to single dollars. An unmatched `$` is passed over. */
  math(offset: number): number {
    const { text } = this;
    if (text[offset + 1] === '$') {
      return this.after('$$', offset + 2, () => true) ?? offset + 2;
    }
    if (/\s/.test(text[offset + 1] ?? ' ')) {
      return offset + 1;
    }
    const closes = (at: number): boolean =>
      /[^\s\\]/.test(text[at - 1] ?? ' ') && !/\d/.test(text[at + 1] ?? ' ');
    return this.after('$', offset + 1, closes) ?? offset + 1;
  }

  /** A comment, a raw element with its content, a tag or an autolink. The first two may run past the chunk. */
  markup(offset: number): number | undefined {
    if (this.text.startsWith('<!--', offset)) {
      return this.inText('-->', offset + 4);
    }
    const element = match(this.rawElement, this.text, offset)?.[1]?.toLowerCase();
    const end = element === undefined ? undefined : this.inText(`</${element}\\s*>`, offset);
    return end ?? this.endOf(this.tag, offset) ?? this.endOf(this.autolink, offset);
  }

  /** The `(address "title")` of a link, from its parenthesis. */
  linkTarget(offset: number): number | undefined {
    return this.endOf(this.target, offset);
  }

  /** `{.class key="value"}`, from its brace. */
  attributeList(offset: number): number | undefined {
    return this.endOf(this.attributes, offset);
  }

  /** The rest of a bare URL, from the colon after its scheme. */
  url(offset: number): number | undefined {
    return /[A-Za-z]/.test(this.text[offset - 1] ?? '') ? this.endOf(this.address, offset) : undefined;
  }

  private endOf(expression: RegExp, offset: number): number | undefined {
    const found = match(expression, this.text, offset);
    const end = found === null ? undefined : offset + found[0].length;
    return end !== undefined && end <= this.start + this.chunk.length ? end : undefined;
  }

  /** The starts of the chunk's runs of backticks, by length, last first. */
  private findBackticks(): Map<number, number[]> {
    const starts = new Map<number, number[]>();
    for (const { 0: run, index } of [...this.chunk.matchAll(/`+/g)].reverse()) {
      const known = starts.get(run.length);
      if (known === undefined) {
        starts.set(run.length, [this.start + index]);
      } else {
        known.push(this.start + index);
      }
    }
    return starts;
  }

  /** After the next delimiter in the chunk that fits. */
  private after(delimiter: string, from: number, fits: (at: number) => boolean): number | undefined {
    if (this.missingInChunk.has(delimiter)) {
      return undefined;
    }
    for (
      let at = this.chunk.indexOf(delimiter, from - this.start);
      at >= 0;
      at = this.chunk.indexOf(delimiter, at + 1)
    ) {
      if (fits(this.start + at)) {
        return this.start + at + delimiter.length;
      }
    }
    this.missingInChunk.add(delimiter);
    return undefined;
  }

  /** After the next match of a pattern anywhere in the rest of the text. */
  private inText(pattern: string, from: number): number | undefined {
    const expression = new RegExp(pattern, 'gi');
    expression.lastIndex = from;
    const found = this.missingInText.has(pattern) ? null : expression.exec(this.text);
    if (found === null) {
      this.missingInText.add(pattern);
      return undefined;
    }
    return found.index + found[0].length;
  }
}

function match(expression: RegExp, text: string, offset: number): RegExpExecArray | null {
  expression.lastIndex = offset;
  return expression.exec(text);
}
