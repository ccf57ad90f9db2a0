import type { Work } from '../catalog/types';
import type { TextEdit } from '../text';
import { cslItem } from '../writing/exportCsl';
import type { CslJson, JsonItem } from './cslJson';
import { readCslJson } from './cslJson';
import { eolOf, insertionAt } from './placing';

interface ItemStyle {
  /** What stands before an item on its line. */
  readonly base: string;
  /** One level of indent inside an item; empty if items stand on one line each. */
  readonly unit: string;
  readonly eol: string;
}

/** Appends items to the list of a CSL-JSON file, laid out as its last item is; behind the last one without mistakes. */
export function insertCslItems(text: string, works: readonly Work[]): TextEdit[] {
  const eol = eolOf(text);
  if (text.trim() === '') {
    const items = works.map((work) => itemText(work, { base: '  ', unit: '  ', eol }));
    const lines = `[${eol}  ${items.join(`,${eol}  `)}${eol}]`;
    return insertionAt(text.startsWith('\ufeff') ? 1 : 0, lines + (/[\r\n]/.test(text) ? '' : eol));
  }
  const file = readCslJson(text);
  const { list, items } = file;
  if (list?.close === undefined) {
    return [];
  }
  const last = items.findLastIndex(({ sound }) => sound);
  const item = items[last];
  if (!item) {
    return intoEmptyList(text, works, list.open, eol, items[0]);
  }
  const style = styleOf(text, item, eol);
  const between = separator(text, file, last, style);
  const added = works.map((work) => itemText(work, style)).join(between);
  const next = /[\s\ufeff]*,/y;
  next.lastIndex = item.end;
  const hasComma = next.test(text);
  if (!hasComma) {
    return insertionAt(item.end, between + added);
  }
  // A superfluous comma before the bracket, or a broken item behind this one: ours comes right behind the comma.
  const isLast = last === items.length - 1;
  return insertionAt(next.lastIndex, between.replace(',', '') + added + (isLast ? '' : ','));
}

/** A list without items that could be a pattern; what it holds is left behind the new ones. */
function intoEmptyList(
  text: string,
  works: readonly Work[],
  open: number,
  eol: string,
  broken: JsonItem | undefined,
): TextEdit[] {
  const line =
    text
      .slice(0, open)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const base = `${indent}${indent.includes('\t') ? '\t' : '  '}`;
  const style = { base, unit: indent.includes('\t') ? '\t' : '  ', eol };
  const added = works.map((work) => itemText(work, style)).join(`,${eol}${base}`);
  const isFollowedByBreak = /^[ \t]*[\r\n]/.test(text.slice(open + 1, open + 200));
  const after = broken ? ',' : isFollowedByBreak ? '' : `${eol}${indent}`;
  return insertionAt(open + 1, `${eol}${base}${added}${after}`);
}

function itemText(work: Work, { base, unit, eol }: ItemStyle): string {
  const item = cslItem(work);
  return unit === ''
    ? JSON.stringify(item)
    : JSON.stringify(item, undefined, unit).replaceAll('\n', `${eol}${base}`);
}

function styleOf(text: string, { start, end }: JsonItem, eol: string): ItemStyle {
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? '';
  const isFirstOnLine = /(?:^|[\r\n])$/.test(text.slice(0, start - before.length).slice(-1));
  const closing = /(?:\r\n?|\n)([ \t]*)\}$/.exec(text.slice(Math.max(start, end - 400), end))?.[1];
  const base = isFirstOnLine ? before : (closing ?? '');
  const member = /^\{[ \t]*(?:\r\n?|\n)\s*?([ \t]*)"/.exec(text.slice(start, start + 400))?.[1];
  const unit = member === undefined ? '' : member.startsWith(base) ? member.slice(base.length) : member;
  return { base, unit: member !== undefined && unit === '' ? '  ' : unit.slice(0, 10), eol };
}

/** What stands between two items, comma included. */
function separator(text: string, { items, list }: CslJson, last: number, { base, eol }: ItemStyle): string {
  const [item, previous] = [items[last], items[last - 1]];
  const between = previous && item ? text.slice(previous.end, item.start) : '';
  if (/^\s*,\s*$/.test(between)) {
    return between;
  }
  const lead = item && list && last === 0 ? text.slice(list.open + 1, item.start) : '';
  return /^\s*$/.test(lead) ? `,${lead}` : `,${eol}${base}`;
}
