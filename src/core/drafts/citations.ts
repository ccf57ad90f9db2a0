import { parseLatexCitations } from './latexCitations';
import { parseMystCitations, parsePandocCitations } from './pandocCitations';
import type { Citation, CitationGroup, Syntax } from './types';
import { parseTypstCitations } from './typstCitations';

/** What a user can set about reading citations. */
export interface CitationOptions {
  /** LaTeX commands that cite although their names do not say so, with or without backslash. */
  readonly extraCommands?: readonly string[];
  /** Typst: labels defined in other files of the project, which `@label` refers to. */
  readonly labels?: ReadonlySet<string>;
}

/**
 * All citations of a draft, in file order. Takes any text, never throws, and needs time proportional to its length.
 *
 * @returns groups whose ranges are exact: `text.slice(range.start, range.end) === key` for every citation
 */
export function parseCitations(
  text: string,
  syntax: Syntax,
  options?: CitationOptions,
): readonly CitationGroup[] {
  switch (syntax) {
    case 'latex':
      return parseLatexCitations(text, options?.extraCommands);
    case 'pandoc':
      return parsePandocCitations(text);
    case 'myst':
      return parseMystCitations(text);
    case 'typst':
      return parseTypstCitations(text, options?.labels);
  }
}

/** The citation whose key an offset lies in, or at either end of. */
export function citationAt(groups: readonly CitationGroup[], offset: number): Citation | undefined {
  for (const group of groups) {
    if (group.range.start <= offset && offset <= group.range.end) {
      const found = group.citations.find(({ range }) => range.start <= offset && offset <= range.end);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}

/** The group in one of whose key lists an offset lies, ends included: the one a new key would join. Of nested groups the inner one. */
export function groupAt(groups: readonly CitationGroup[], offset: number): CitationGroup | undefined {
  return groups.findLast(({ keyLists }) =>
    keyLists.some(({ start, end }) => start <= offset && offset <= end),
  );
}
