import type { BibField } from './types';

/** How a field's name, `=` and value stand to each other. Columns count characters from the begin of the name. */
export type Alignment =
  /** The same text around every `=`. */
  | { readonly kind: 'none'; readonly before: string; readonly after: string }
  /** Every `=` in one column, throughout the file. */
  | { readonly kind: 'equals'; readonly column: number; readonly after: string }
  /** The `=` of an entry in one column, which its longest name decides: `margin` characters behind that name. */
  | {
      readonly kind: 'equals-by-entry';
      readonly margin: number;
      /** The column is never less than this. */
      readonly minimum: number;
      readonly after: string;
    }
  /** Every name ends in one column, which counts from the begin of the line. */
  | { readonly kind: 'names'; readonly column: number; readonly before: string; readonly after: string }
  /** The `=` of an entry in one column, reached by tabs: at the stop behind its longest name. */
  | { readonly kind: 'tabs'; readonly stops: TabStops; readonly after: string }
  /** Every value in one column, `=` right behind the name. */
  | { readonly kind: 'values'; readonly column: number; readonly before: string };

/** Where tabs lead to in lines of fields. */
interface TabStops {
  /** Characters from one stop to the next. */
  readonly width: number;
  /** Where names begin. */
  readonly indent: number;
}

/** How one entry is written. */
interface Sample {
  readonly aligned: Alignment['kind'];
  /** Of the ends of names, of the `=` or of the values. */
  readonly column: number;
  readonly longestName: number;
  readonly before: string;
  readonly after: string;
  readonly stops?: TabStops;
}

/**
 * Learns the alignment most entries have.
 *
 * @param fieldLists - the fields of each entry, with ranges in `text`
 * @returns `undefined` if no entry shows anything
 */
export function alignmentOf(
  text: string,
  fieldLists: readonly (readonly BibField[])[],
): Alignment | undefined {
  const samples = fieldLists.map((fields) => sampleOf(text, fields)).filter((sample) => sample !== undefined);
  const kind = mode(samples.map((sample) => sample.aligned));
  const same = samples.filter((sample) => sample.aligned === kind);
  const before = mode(same.map((sample) => sample.before)) ?? ' ';
  const after = mode(same.map((sample) => sample.after)) ?? ' ';
  switch (kind) {
    case undefined:
      return undefined;
    case 'none':
      return { kind, before, after };
    case 'tabs':
      return { kind, stops: same[0]?.stops ?? { width: 8, indent: 0 }, after };
    case 'names':
      return { kind, column: mode(same.map((sample) => sample.column)) ?? 0, before, after };
    case 'values':
      return { kind, column: mode(same.map((sample) => sample.column)) ?? 0, before };
    case 'equals-by-entry':
    case 'equals': {
      const columns = same.map((sample) => sample.column);
      const margins = same.map((sample) => sample.column - sample.longestName);
      const margin = mode(margins) ?? 1;
      const column = mode(columns) ?? 0;
      if (new Set(columns).size > 1 && share(margins) > share(columns)) {
        return { kind: 'equals-by-entry', margin, minimum: 0, after };
      }
      // All entries have the same longest name, so it may have been either; a longer name then moves the column.
      return margin === 1 && new Set(margins).size === 1
        ? { kind: 'equals-by-entry', margin, minimum: column, after }
        : { kind: 'equals', column, after };
    }
  }
}

/** The text of `name`, `=` and what is around it, up to where the value begins. */
export function nameAndEquals(name: string, alignment: Alignment, longestName: number): string {
  switch (alignment.kind) {
    case 'none':
      return `${name}${alignment.before}=${alignment.after}`;
    case 'equals':
      return `${pad(name, alignment.column)}=${alignment.after}`;
    case 'equals-by-entry':
      return `${pad(name, Math.max(longestName + alignment.margin, alignment.minimum))}=${alignment.after}`;
    case 'tabs': {
      const { width, indent } = alignment.stops;
      const column = (end: number): number => Math.floor((indent + end) / width);
      return `${name}${'\t'.repeat(1 + column(longestName) - column(name.length))}=${alignment.after}`;
    }
    case 'names':
      return `${name.padStart(alignment.column)}${alignment.before}=${alignment.after}`;
    case 'values':
      return pad(`${name}${alignment.before}=`, alignment.column);
  }
}

/** Pads to a column; a text that is too long for it keeps one space. */
function pad(text: string, column: number): string {
  return text.length < column ? text.padEnd(column) : `${text} `;
}

function sampleOf(text: string, fields: readonly BibField[]): Sample | undefined {
  const names: number[] = [];
  const befores: string[] = [];
  const afters: string[] = [];
  for (const { nameRange, valueRange } of fields) {
    const gap = /^(\s*)=(\s*)$/.exec(text.slice(nameRange.end, valueRange.start));
    if (gap) {
      names.push(nameRange.end - nameRange.start);
      befores.push(gap[1] ?? '');
      afters.push(gap[2] ?? '');
    }
  }
  const before = mode(befores);
  const after = mode(afters);
  if (before === undefined || after === undefined) {
    return undefined;
  }
  const longestName = names.reduce((longest, length) => Math.max(longest, length), 0);
  const rest = { longestName, before, after };
  const stops = tabStops(text, fields, names, befores);
  if (stops) {
    return { aligned: 'tabs', column: 0, ...rest, stops };
  }
  const namesColumn = columnOfNames(text, fields);
  if (namesColumn !== undefined) {
    return { aligned: 'names', column: namesColumn, ...rest };
  }
  const equals = names.map((length, i) => length + (befores[i]?.length ?? 0));
  const equalsColumn = columnOf(equals, names, befores);
  if (equalsColumn !== undefined) {
    return { aligned: 'equals', column: equalsColumn, ...rest };
  }
  const values = equals.map((column, i) => column + 1 + (afters[i]?.length ?? 0));
  const equalsEnds = equals.map((column) => column + 1);
  const valueColumn = columnOf(values, equalsEnds, afters);
  if (valueColumn !== undefined) {
    return { aligned: 'values', column: valueColumn, ...rest };
  }
  return { aligned: 'none', column: 0, ...rest };
}

/** The width of tabs with which the `=` of an entry stand in one column, or `undefined` if tabs were not used for that. */
function tabStops(
  text: string,
  fields: readonly BibField[],
  names: readonly number[],
  gaps: readonly string[],
): TabStops | undefined {
  if (gaps.length !== fields.length || new Set(names).size < 2 || !gaps.every((gap) => /^\t+$/.test(gap))) {
    return undefined;
  }
  const start = fields[0]?.nameRange.start ?? 0;
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, start - MAX_INDENT), start))?.[0] ?? '';
  for (const width of [8, 4]) {
    const indent = before.replaceAll('\t', ' '.repeat(width)).length;
    const stops = names.map((length, i) => Math.floor((indent + length) / width) + (gaps[i]?.length ?? 0));
    if (new Set(stops).size === 1) {
      return { width, indent };
    }
  }
  return undefined;
}

/** The column, from the begin of the line, in which names were made to end, or `undefined` if they were not. */
function columnOfNames(text: string, fields: readonly BibField[]): number | undefined {
  const ends: number[] = [];
  const lengths: number[] = [];
  const indents: string[] = [];
  for (const { nameRange } of fields) {
    const indent = /(?:^|[\r\n])([ ]*)$/.exec(
      text.slice(Math.max(0, nameRange.start - MAX_INDENT), nameRange.start),
    );
    if (indent?.[1] !== undefined) {
      ends.push(indent[1].length + nameRange.end - nameRange.start);
      lengths.push(nameRange.end - nameRange.start);
      indents.push(indent[1]);
    }
  }
  return columnOf(ends, lengths, indents);
}

/** Further in, no name was aligned. */
const MAX_INDENT = 60;

/**
 * The column things were put in, or `undefined` if they only come out where they do. One column although what stands before
 * differs in length takes work, so it is meant.
 *
 * @param columns - where each thing stands
 * @param ends - where the text before each ends; where that is too long for the column, nothing can be learnt
 * @param gaps - the white space in between
 */
function columnOf(
  columns: readonly number[],
  ends: readonly number[],
  gaps: readonly string[],
): number | undefined {
  const column = mode(columns) ?? 0;
  const fitting = columns.flatMap((_, i) => ((ends[i] ?? 0) < column ? [i] : []));
  const inColumn = fitting.filter((i) => columns[i] === column);
  const worked = new Set(inColumn.map((i) => gaps[i])).size > 1;
  return worked && inColumn.length > 0.8 * fitting.length ? column : undefined;
}

/** The most frequent value, the first of equals. */
function mode<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  let best: T | undefined;
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (const [value, count] of counts) {
    if (best === undefined || count > (counts.get(best) ?? 0)) {
      best = value;
    }
  }
  return best;
}

/** The share of the most frequent value, 0 to 1. */
function share(values: readonly number[]): number {
  const most = mode(values);
  return most === undefined ? 0 : values.filter((value) => value === most).length / values.length;
}
