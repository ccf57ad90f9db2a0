/** One line of a text. */
export interface Line {
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** The number of spaces it begins with. */
  readonly indent: number;
  /** It holds nothing but white space. */
  readonly blank: boolean;
  /** It holds nothing but a comment. */
  readonly comment: boolean;
}

/** The lines of a part of a text; a BOM at its start counts as no part of the first. */
export function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n?|\n/g;
  let start = text.charCodeAt(from) === 0xfeff ? from + 1 : from;
  breaks.lastIndex = start;
  for (;;) {
    const match = breaks.exec(text);
    const end = match && match.index < to ? match.index : to;
    let first = start;
    while (first < end && text.charAt(first) === ' ') {
      first++;
    }
    let content = first;
    while (content < end && text.charAt(content) === '\t') {
      content++;
    }
    lines.push({
      start,
      end,
      indent: first - start,
      blank: content === end || text.slice(content, end).trim() === '',
      comment: text.charAt(content) === '#' && content < end,
    });
    if (!match || match.index >= to) {
      return lines;
    }
    start = breaks.lastIndex;
  }
}
