import type { BibliographicEntry } from '../catalog/types';
import { nameAndEquals } from './alignment';
import type { EntryStyle } from './style';
import { inCase } from './style';
import { PREDEFINED_STRINGS } from './strings';

/** Types of two words, as the files that capitalise types write them. */
const CAPITALISED_TYPES: Readonly<Record<string, string>> = {
  inproceedings: 'InProceedings',
  incollection: 'InCollection',
  inbook: 'InBook',
  phdthesis: 'PhdThesis',
  mastersthesis: 'MastersThesis',
  techreport: 'TechReport',
};

/**
 * Writes an entry in the style of its file, without line breaks before or behind it.
 *
 * @param entry - field values are LaTeX; a brace without partner, which would damage the file, is left out
 */
export function formatEntry(entry: BibliographicEntry, style: EntryStyle): string {
  const names = Object.keys(entry.fields);
  const written = (name: string): string => style.spellings.get(name) ?? inCase(name, style.nameCase);
  const longestName = Math.max(0, ...names.map((name) => name.length));
  const fields = names.map(
    (name) =>
      nameAndEquals(written(name), style.alignment, longestName) +
      formatValue(name, entry.fields[name] ?? '', style),
  );
  const inParens = style.delimiters === 'parentheses';
  const type = CAPITALISED_TYPES[entry.type];
  const result = [
    '@',
    type !== undefined && style.typeCase === 'capitalised' ? type : inCase(entry.type, style.typeCase),
    style.beforeDelimiter,
    inParens ? '(' : '{',
    style.beforeKey,
    entry.key,
    fields.length > 0 ? style.afterKey : ',',
    fields.join(style.betweenFields),
    style.afterFields.includes(',') && fields.length === 0
      ? style.afterFields.replace(',', '')
      : style.afterFields,
    inParens ? ')' : '}',
  ].join('');
  return style.eol === '\n' ? result : result.replaceAll('\n', style.eol);
}

function formatValue(name: string, source: string, style: EntryStyle): string {
  const value = balanceBraces(source.replace(/\s+/g, ' ').trim());
  if (name === 'month' && /^[a-z]{3}$/.test(value) && PREDEFINED_STRINGS.has(value)) {
    return value;
  }
  if ((name === 'year' ? style.bareYears : style.bareNumbers) && /^\d+$/.test(value)) {
    return value;
  }
  return style.values === 'quotes' && !hasBareQuote(value) ? `"${value}"` : `{${value}}`;
}

/** A quotation mark outside of braces would end a quoted value. */
function hasBareQuote(value: string): boolean {
  let depth = 0;
  for (const char of value) {
    if (char === '{') {
      depth++;
    } else if (char === '}') {
      depth--;
    } else if (char === '"' && depth === 0) {
      return true;
    }
  }
  return false;
}

/** Leaves out braces without partner; BibTeX counts those behind a backslash as well. */
function balanceBraces(value: string): string {
  const open: number[] = [];
  const alone = new Set<number>();
  for (let i = 0; i < value.length; i++) {
    const char = value.charAt(i);
    if (char === '{') {
      open.push(i);
    } else if (char === '}' && open.pop() === undefined) {
      alone.add(i);
    }
  }
  for (const index of open) {
    alone.add(index);
  }
  if (alone.size === 0) {
    return value;
  }
  return Array.from({ length: value.length }, (_, i) => (alone.has(i) ? '' : value.charAt(i))).join('');
}
