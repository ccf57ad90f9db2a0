import type { BibDefect } from '../bibliography/types';
import type { TextRange } from '../text';
import { cslContent } from './cslRecord';
import { FormatEntry } from './formatEntry';
import type { ParsedFormat } from './formatSource';
import { readJsonValue } from './jsonReader';
import { skipJsonSpace } from './jsonText';
import type { Value } from './value';
import { member, textOf } from './value';

/** An item of the list, whether or not it is an entry. */
export interface JsonItem extends TextRange {
  /** It was read without a mistake. */
  readonly sound: boolean;
}

/** A CSL-JSON file in its parts. */
export interface CslJson {
  readonly entries: readonly FormatEntry[];
  readonly defects: readonly BibDefect[];
  readonly items: readonly JsonItem[];
  /** Offsets of the brackets of the list; `close` is absent if the file ends without it. */
  readonly list?: { readonly open: number; readonly close?: number };
}

/**
 * Reads CSL-JSON as Zotero, pandoc and citation managers write it: a list of items, or a map with that list as
 * `references` or `items`. Each item with an `id` is an entry.
 */
export function readCslJson(text: string): CslJson {
  const at = skipJsonSpace(text, 0);
  const open = text.charAt(at) === '{' ? listInMap(text, at) : text.charAt(at) === '[' ? at : undefined;
  if (open !== undefined) {
    return readList(text, open);
  }
  const end = text.trimEnd().length;
  const defects: BibDefect[] = [];
  if (at < end) {
    const message = 'This is no list of CSL items.';
    defects.push({ code: 'stray-text', message, range: { start: at, end }, severity: 'error' });
  }
  return { entries: [], defects, items: [] };
}

/** What the source needs of {@link readCslJson}. */
export function parseCslJson(text: string): ParsedFormat {
  const { entries, defects, list } = readCslJson(text);
  const closed = list
    ? list.close === undefined && 'The closing bracket of the list is missing.'
    : text.trim() !== '' && 'The file holds no list of CSL items.';
  return { entries, defects: () => defects, ...(closed !== false && { closed }) };
}

/**
 * The opening bracket of the list in `{"references": [...]}`.
 *
 * @param at - of the map's bracket
 * @param names - of the member that is the list
 */
export function listInMap(
  text: string,
  at: number,
  names: RegExp = /^(?:references|items)$/,
): number | undefined {
  let position = skipJsonSpace(text, at + 1);
  while (text.charAt(position) === '"') {
    const name = readJsonValue(text, position);
    const colon = skipJsonSpace(text, name.end);
    const value = skipJsonSpace(text, colon + 1);
    if (text.charAt(colon) !== ':' || value >= text.length) {
      return undefined;
    }
    if (text.charAt(value) === '[' && names.test(textOf(name.value))) {
      return value;
    }
    const comma = skipJsonSpace(text, readJsonValue(text, value).end);
    position = skipJsonSpace(text, comma + 1);
  }
  return undefined;
}

function readList(text: string, open: number): CslJson {
  const entries: FormatEntry[] = [];
  const defects: BibDefect[] = [];
  const items: JsonItem[] = [];
  let position = skipJsonSpace(text, open + 1);
  let stray: number | undefined;
  const endStray = (): void => {
    if (stray !== undefined) {
      const range = { start: stray, end: stray + text.slice(stray, position).trimEnd().length };
      const message = 'This stands between the items and is not read.';
      defects.push({ code: 'stray-text', message, range, severity: 'error' });
      stray = undefined;
    }
  };
  while (position < text.length && text.charAt(position) !== ']') {
    const char = text.charAt(position);
    if (char === '{') {
      endStray();
      const { value, end, problem } = readJsonValue(text, position);
      items.push({ start: value.start, end: value.end, sound: problem === undefined });
      if (problem) {
        const { message, range } = problem;
        defects.push({ code: 'unfinished-entry', message, range, severity: 'error' });
      }
      const entry = entryOf(text, value);
      if (entry) {
        entries.push(entry);
      } else {
        const range = { start: value.start, end: Math.min(value.start + 1, value.end) };
        const message = 'This item has no "id", so it cannot be cited.';
        defects.push({ code: 'missing-key', message, range, severity: 'error' });
      }
      position = end;
    } else if (char === ',') {
      endStray();
      position++;
    } else {
      stray ??= position;
      position = char === '"' || char === '[' ? readJsonValue(text, position).end : position + 1;
    }
    position = skipJsonSpace(text, position);
  }
  endStray();
  const isClosed = position < text.length;
  if (!isClosed) {
    const message = 'The closing bracket of the list is missing.';
    defects.push({
      code: 'unfinished-entry',
      message,
      range: { start: open, end: open + 1 },
      severity: 'error',
    });
  }
  return { entries, defects, items, list: isClosed ? { open, close: position } : { open } };
}

function entryOf(text: string, item: Value): FormatEntry | undefined {
  const id = member(item, 'id');
  const key = textOf(id);
  if (id === undefined || key === '') {
    return undefined;
  }
  const isQuoted = text.charAt(id.start) === '"';
  const keyRange = isQuoted
    ? { start: id.start + 1, end: text.charAt(id.end - 1) === '"' ? id.end - 1 : id.end }
    : { start: id.start, end: id.end };
  const { start, end } = item;
  return new FormatEntry(key, { start, end }, keyRange, () =>
    cslContent(key, readJsonValue(text, start).value),
  );
}
