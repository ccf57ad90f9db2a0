import { citeCommand } from '../drafts/latexCiteCommands';
import { endOfLine } from '../drafts/latexScanner';
import type { CitationGroup } from '../drafts/types';
import type { TextEdit, TextRange } from '../text';

/** Whether further keys can be put into a group's own braces. */
export function takesMoreKeys(group: CitationGroup): boolean {
  return citeCommand(group.command.replace(/\*$/, ''), new Set())?.single !== true;
}

/**
 * Adds keys to a LaTeX citation at the place of the cursor: between the keys around it, with the separators in use there.
 *
 * @param keys - not yet in the group
 * @param separator - what the draft puts between keys, for a group that has only one
 */
export function joinLatex(
  text: string,
  group: CitationGroup,
  offset: number,
  keys: readonly string[],
  separator: string,
): TextEdit {
  const list =
    group.keyLists.find(({ start, end }) => start <= offset && offset <= end) ?? group.keyLists.at(-1);
  if (list === undefined) {
    return insertion(group.range.end, '');
  }
  const known = group.citations
    .map(({ range }) => range)
    .filter(({ start }) => start >= list.start && start <= list.end);
  const between = separatorIn(text, known) ?? separator;
  const added = keys.join(between);
  const previous = known.findLast(({ start }) => start < offset);
  if (previous === undefined) {
    const first = known[0];
    return first === undefined ? fill(text, list, added, between) : insertion(first.start, added + between);
  }
  const rest = { start: previous.end, end: list.end };
  if (previous === known.at(-1)) {
    const comma = commaIn(text, rest);
    if (comma !== undefined) {
      return afterComma(text, { start: comma + 1, end: list.end }, added, between);
    }
  }
  return insertion(previous.end, between + added);
}

/** The separator most used between two keys of one citation in a draft: `,` or `, `. */
export function draftSeparator(text: string, groups: readonly CitationGroup[]): string {
  let spaced = 0;
  let tight = 0;
  for (const { citations } of groups) {
    for (let i = 1; i < citations.length; i++) {
      const gap = text.slice(citations[i - 1]?.range.end, citations[i]?.range.start);
      spaced += gap === ', ' ? 1 : 0;
      tight += gap === ',' ? 1 : 0;
    }
  }
  return spaced > tight ? ', ' : ',';
}

/** What stands between the last two keys, if it can be repeated. */
function separatorIn(text: string, keys: readonly TextRange[]): string | undefined {
  const [before, after] = keys.slice(-2);
  const gap = after === undefined ? undefined : text.slice(before?.end, after.start);
  return gap !== undefined && /^\s*,\s*$/.test(gap) ? gap : undefined;
}

/** Into braces without a key: in place of blanks, or behind what is not a key (`*`, a comment, a macro). */
function fill(text: string, list: TextRange, added: string, between: string): TextEdit {
  const content = text.slice(list.start, list.end);
  if (content.trim() === '') {
    return content.includes('\n') ? insertion(list.end, added) : { range: list, newText: added };
  }
  const finished = /(?:^|,)\s*$/.test(withoutComments(content));
  return insertion(list.end, (finished ? '' : between) + added);
}

/** After a trailing comma: `{a, |}`. */
function afterComma(text: string, rest: TextRange, added: string, between: string): TextEdit {
  const content = text.slice(rest.start, rest.end);
  if (/^[ \t]*$/.test(content)) {
    return { range: rest, newText: (content === '' ? blanksAfterComma(between) : content) + added };
  }
  if (content.trim() === '') {
    return insertion(rest.start, blanksAfterComma(between) + added);
  }
  const finished = /(?:^|,)\s*$/.test(withoutComments(content));
  return insertion(rest.end, (finished ? '' : between) + added);
}

function blanksAfterComma(separator: string): string {
  return separator.slice(separator.indexOf(',') + 1);
}

/** The first comma outside comments. */
function commaIn(text: string, range: TextRange): number | undefined {
  for (let i = range.start; i < range.end; i++) {
    if (text[i] === '%') {
      i = endOfLine(text, i);
    } else if (text[i] === ',') {
      return i;
    }
  }
  return undefined;
}

function withoutComments(text: string): string {
  return text.replace(/%[^\n]*/g, '');
}

function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
