import type { CitationOptions } from '../drafts/citations';
import { parseCitations } from '../drafts/citations';
import type { CitationGroup, Syntax } from '../drafts/types';
import type { TextRange } from '../text';
import { latexPosition } from './latexPosition';

/** A place in a draft where a citation key is being written. All ranges lie on one line, as VS Code wants them. */
export interface CompletionPosition {
  /** What of the key stands before the cursor; in LaTeX and in `@{...}` several words, as people type what they look for. */
  readonly typed: string;
  /** {@link typed} in the draft: up to the cursor. */
  readonly inserting: TextRange;
  /** From the same start to the end of the key that the cursor is in. */
  readonly replacing: TextRange;
  /** The other keys of the same citation. */
  readonly others: ReadonlySet<string>;
  /** The citation is marked as one by more than an `@`, which also stands before people's and packages' names. */
  readonly certain: boolean;
}

/** Characters that open the place of a key, or a further one, in any of the syntaxes. */
export const triggerCharacters = ['{', ',', '@', '`', '<'] as const;

/** What is put in at the cursor to read an empty key, and, where needed, an unfinished citation. */
const PROBES: Readonly<Record<string, readonly string[]>> = {
  myst: ['x', 'x`'],
  typst: ['x', 'x>)', 'x"))'],
};

/** What stands before a key, on the same line, in the syntaxes that mark it. */
const MARKS: Readonly<Record<string, RegExp>> = { pandoc: /@/, myst: /[@`]/, typst: /[@<"]/ };

/** Nobody types a longer query; a longer text before the cursor is something else. */
const LONGEST_TYPED = 200;

/**
 * The place for a key at an offset, in finished and unfinished citations.
 *
 * @param groups - tells the citations of the text as it is; not asked where a short look is enough
 * @returns `undefined` where no key can stand: in text, code, math, comments, addresses, notes of a citation
 */
export function completionPosition(
  text: string,
  offset: number,
  syntax: Syntax,
  groups: () => readonly CitationGroup[],
  options?: CitationOptions,
): CompletionPosition | undefined {
  const position =
    syntax === 'latex'
      ? latexPosition(text, offset, groups, options?.extraCommands)
      : markedPosition(text, offset, syntax, options);
  return position && position.typed.length <= LONGEST_TYPED ? position : undefined;
}

/**
 * For syntaxes in which something before the key says that it is one: the text is read with a letter put in at the
 * cursor, so that an empty key is one as well.
 */
function markedPosition(
  text: string,
  offset: number,
  syntax: Syntax,
  options: CitationOptions | undefined,
): CompletionPosition | undefined {
  const line = text.slice(Math.max(0, offset - LONGEST_TYPED), offset).replace(/[^]*[\r\n]/, '');
  if (MARKS[syntax]?.test(line) === false) {
    return undefined;
  }
  const braced = syntax === 'pandoc' ? /@\{([^{}@]*)$/.exec(line)?.[1] : undefined;
  if (braced !== undefined) {
    return bracedPosition(text, offset, braced);
  }
  for (const probe of PROBES[syntax] ?? ['x']) {
    const groups = parseCitations(`${text.slice(0, offset)}${probe}${text.slice(offset)}`, syntax, options);
    const group = groups.findLast(({ citations }) => citations.some(({ range }) => holds(range, offset)));
    const range = group?.citations.find((citation) => holds(citation.range, offset))?.range;
    if (group && range) {
      return {
        typed: text.slice(range.start, offset),
        inserting: { start: range.start, end: offset },
        replacing: { start: range.start, end: Math.max(offset, range.end - probe.length) },
        others: othersOf(groups, group, range, text),
        certain: group.command !== '@' || openBracket(text, range.start) !== undefined,
      };
    }
  }
  return undefined;
}

/** `@{` with or without its brace: what stands in it may be several words for now, which makes it no citation yet. */
function bracedPosition(text: string, offset: number, typed: string): CompletionPosition | undefined {
  const start = offset - typed.length;
  const tail = /^[^\s{}@;\]]*(?=\})/.exec(text.slice(offset, offset + LONGEST_TYPED))?.[0];
  const rest = text.slice(offset + (tail?.length ?? 0));
  const groups = parseCitations(`${text.slice(0, start)}x${tail === undefined ? '}' : ''}${rest}`, 'pandoc');
  const group = groups.findLast(({ citations }) => citations.some(({ range }) => range.start === start));
  const range = group?.citations.find((citation) => citation.range.start === start)?.range;
  if (!group || !range) {
    return undefined;
  }
  return {
    typed,
    inserting: { start, end: offset },
    replacing: { start, end: offset + (tail?.length ?? 0) },
    others: othersOf(groups, group, range, text),
    certain: true,
  };
}

function holds({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset < end;
}

/** The keys of the group, or, where its bracket is not closed yet, those behind the open bracket. */
function othersOf(
  groups: readonly CitationGroup[],
  group: CitationGroup,
  key: TextRange,
  text: string,
): ReadonlySet<string> {
  const bracket = group.citations.length === 1 ? openBracket(text, key.start) : undefined;
  const together =
    bracket === undefined
      ? group.citations
      : groups
          .flatMap(({ citations }) => citations)
          .filter(({ range }) => range.start > bracket && range.start <= key.start);
  return new Set(together.filter(({ range }) => range.start !== key.start).map((citation) => citation.key));
}

/** The last `[` of the paragraph that is open where the text stops. */
function openBracket(text: string, end: number): number | undefined {
  let depth = 0;
  for (let at = end - 1; at >= 0 && end - at < 2000; at--) {
    const char = text[at];
    if (char === '\n' && /^[ \t\r]*\n/.test(text.slice(at + 1, at + 50))) {
      return undefined;
    }
    depth += char === ']' ? 1 : char === '[' ? -1 : 0;
    if (depth < 0) {
      return at;
    }
  }
  return undefined;
}
