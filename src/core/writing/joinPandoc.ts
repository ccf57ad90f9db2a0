import type { CitationGroup } from '../drafts/types';
import type { TextEdit, TextRange } from '../text';

/**
 * Adds items to a bracketed pandoc citation at the place of the cursor: behind the item whose key is before it, or
 * in front of all.
 *
 * @param items - e.g. `see @b, p. 3; @c`
 */
export function joinPandoc(
  text: string,
  group: CitationGroup,
  list: TextRange,
  offset: number,
  items: string,
): TextEdit {
  const content = text.slice(list.start, list.end);
  if (/^\s*@?\s*$/.test(content)) {
    return { range: list, newText: items };
  }
  const keys = group.citations
    .map(({ range }) => range)
    .filter(({ start }) => start >= list.start && start <= list.end);
  const separator = separatorIn(text, list, keys);
  const previous = keys.findLast(({ start }) => start <= offset);
  if (previous === undefined && group.command !== '@') {
    const lead = /^\s*/.exec(content)?.[0].length ?? 0;
    return insertion(list.start + lead, items + separator);
  }
  const end = itemEnd(text, previous?.end ?? list.start, list.end);
  return insertion(end, separator + items);
}

/** `;` with the blanks that the citation itself has after it. */
function separatorIn(text: string, list: TextRange, keys: readonly TextRange[]): string {
  for (const key of keys) {
    const end = itemEnd(text, key.end, list.end);
    const match = /^;([^\S\r\n]*)\S/.exec(text.slice(end, list.end));
    if (match !== null) {
      return `;${match[1] ?? ''}`;
    }
  }
  return '; ';
}

/** Where an item ends: before its `;` or the bracket, blanks left out. What is in code, math or inner brackets does not end it. */
function itemEnd(text: string, from: number, to: number): number {
  const content = text.slice(from, to);
  const skipped = /\\[\s\S]|(`+)[^`]*\1|\$[^$\n]*\$|\[[^[\]]*\]|;/g;
  let end = content.length;
  for (const match of content.matchAll(skipped)) {
    if (match[0] === ';') {
      end = match.index;
      break;
    }
  }
  return from + content.slice(0, end).trimEnd().length;
}

function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
