import { groupAt } from '../drafts/citations';
import { parseLatexCitations } from '../drafts/latexCitations';
import type { CitationGroup } from '../drafts/types';
import type { CompletionPosition } from './position';

/** Farther back than this no list of keys reaches. */
const LONGEST_LIST = 20_000;

/**
 * The place for a key in a LaTeX text.
 *
 * If no finished citation is there, the text up to the cursor is read with its list of keys closed; a further argument
 * follows for the commands that cite only with one.
 *
 * @param groups - tells the finished citations of the text
 * @param extraCommands - further citation commands, with or without backslash
 */
export function latexPosition(
  text: string,
  offset: number,
  groups: () => readonly CitationGroup[],
  extraCommands?: readonly string[],
): CompletionPosition | undefined {
  if (!isInBraces(text, offset)) {
    return undefined;
  }
  const finished = groupAt(groups(), offset);
  const group =
    finished ??
    parseLatexCitations(`${text.slice(0, offset)}}{x}`, extraCommands).findLast(({ keyLists }) =>
      keyLists.some(({ end }) => end === offset),
    );
  const list = group?.keyLists.find(({ start, end }) => start <= offset && offset <= end);
  const start = list && startOfKey(text, list.start, offset);
  if (!group || start === undefined) {
    return undefined;
  }
  // Where the list is not closed, nobody knows whether what follows is part of the key.
  const tail = finished ? (/^[^\s,{}%\\#~]*/.exec(text.slice(offset, offset + 1000))?.[0].length ?? 0) : 0;
  const others = group.citations.filter(
    ({ range }) => range.end <= start || (finished !== undefined && range.start > offset),
  );
  return {
    typed: text.slice(start, offset),
    inserting: { start, end: offset },
    replacing: { start, end: offset + tail },
    others: new Set(others.map((citation) => citation.key)),
    certain: true,
  };
}

/** Whether a `{` is nearer before the cursor than a `}` or a blank line: a quick no for most of the places people type at. */
function isInBraces(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_LIST), offset);
  const open = before.lastIndexOf('{');
  return open > before.lastIndexOf('}') && !/\n[ \t\r]*\n/.test(before.slice(open));
}

/** Behind the last comma, comment or line break; `undefined` in a comment. */
function startOfKey(text: string, from: number, offset: number): number | undefined {
  let start = from;
  for (let at = from; at < offset; at++) {
    const char = text[at];
    if (char === '\\') {
      at++;
    } else if (char === ',' || char === '\n' || char === '\r') {
      start = at + 1;
    } else if (char === '%') {
      const end = text.indexOf('\n', at);
      if (end < 0 || end >= offset) {
        return undefined;
      }
      at = end;
      start = end + 1;
    }
  }
  return start + (/^[ \t]*/.exec(text.slice(start, offset))?.[0].length ?? 0);
}
