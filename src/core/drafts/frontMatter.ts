import type { TextRange } from '../text';

/** The YAML block a Markdown draft begins with. */
export interface FrontMatter {
  /** From the opening `---` to after the closing `---` or `...`, without the line break behind it. */
  readonly range: TextRange;
  /** The YAML between the two lines; ends with a line break unless it is empty. */
  readonly content: TextRange;
}

/**
 * Finds the front matter as pandoc reads it: `---` on the first line that is not blank, directly followed by text, up to
 * a line `---` or `...`. A BOM and any line breaks are fine.
 *
 * @returns `undefined` if there is none, or if its end is missing (then pandoc takes it for text)
 */
export function frontMatter(text: string): FrontMatter | undefined {
  const opening = /^\ufeff?(?:[ \t]*(?:\r\n|\n|\r(?!\n)))*---[ \t]*(?:\r\n?|\n)/.exec(text);
  if (!opening) {
    return undefined;
  }
  const start = opening[0].lastIndexOf('---');
  const contentStart = opening[0].length;
  // A thematic break followed by an empty line looks the same otherwise.
  if (/^[ \t]*(?:\r|\n|$)/.test(text.slice(contentStart, contentStart + 200))) {
    return undefined;
  }
  const line = /^(?:---|\.\.\.)[ \t]*$/gm;
  line.lastIndex = contentStart;
  const closing = line.exec(text);
  if (!closing) {
    return undefined;
  }
  return {
    range: { start, end: closing.index + 3 },
    content: { start: contentStart, end: closing.index },
  };
}
