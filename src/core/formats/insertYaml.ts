import { stringify } from 'yaml';
import type { Work } from '../catalog/types';
import { isPreprint } from '../writing/preprint';
import type { TextEdit, TextRange } from '../text';
import { cslItem } from '../writing/exportCsl';
import { readItem, referencesIn } from './cslYaml';
import { parseHayagriva } from './hayagriva';
import { hayagrivaEntry } from './hayagrivaEntry';
import { eolOf, insertionAt } from './placing';
import { readYamlValue } from './yamlValue';

/** Appends items to CSL-YAML, behind the last one that can be read. */
export function insertReferences(
  text: string,
  works: readonly Work[],
  format: 'csl-yaml' | 'inline-references',
): TextEdit[] {
  const eol = eolOf(text);
  if (text.trim() === '') {
    return format === 'csl-yaml'
      ? intoNothing(text, `references:${eol}${itemLines(works, '', 2, false, eol).join(eol)}${eol}`)
      : [];
  }
  const list = referencesIn(text, format);
  if (!list) {
    return [];
  }
  const [first] = list.items;
  if (list.style === 'flow') {
    return first ? intoFlow(text, works, first) : [];
  }
  if (!first) {
    const added = `${eol}${itemLines(works, '', 2, false, eol).join(eol)}`;
    return list.brackets
      ? [{ range: { start: list.end, end: list.brackets.end }, newText: added }]
      : insertionAt(list.end, added);
  }
  const base = ' '.repeat(list.indent);
  const spaces = /^-( *)/.exec(text.slice(first.start, first.start + 20))?.[1]?.length ?? 1;
  const sample = text.slice(first.start, Math.min(list.items.at(-1)?.end ?? 0, first.start + 20_000));
  const nested = /(?:^|\r|\n)([ \t]*(?:- +)?)[\w-]+:[ \t]*(?:\r\n?|\n)( *)- /.exec(sample);
  const indented = nested ? (nested[2]?.length ?? 0) > (nested[1]?.length ?? 0) : list.indent > 0;
  const lines = itemLines(works, base, Math.max(spaces, 1) + 1, indented, eol);
  return behindSound(
    text,
    lines,
    list.items,
    base,
    eol,
    (item) => readItem(text, item).problem === undefined,
  );
}

/** Appends entries to a Hayagriva file, behind the last one that can be read. */
export function insertHayagriva(text: string, works: readonly Work[]): TextEdit[] {
  const eol = eolOf(text);
  const { entries, closed } = parseHayagriva(text);
  const sample = entries[0] ? text.slice(entries[0].range.start, entries[0].range.end) : '';
  const indent = Math.min(/[\r\n]( +)\S/.exec(sample)?.[1]?.length ?? 2, 8);
  const added = works.map((work) =>
    inEol(stringify({ [work.key]: hayagrivaEntry(work, isPreprint(work)) }, { indent, lineWidth: 0 }), eol),
  );
  if (text.trim() === '' || (entries.length === 0 && closed === undefined)) {
    return intoNothing(text, added.join(`${eol}${eol}`) + eol);
  }
  const ranges = entries.map(({ range }) => range);
  return behindSound(
    text,
    added,
    ranges,
    '',
    eol,
    (range) => readYamlValue(text, range).problem === undefined,
  );
}

/** Each work as the lines of an item, without the last line break. */
function itemLines(
  works: readonly Work[],
  base: string,
  width: number,
  indentSeq: boolean,
  eol: string,
): string[] {
  return works.map((work) => {
    const lines = stringify(cslItem(work), { lineWidth: 0, indentSeq }).trimEnd().split('\n');
    return lines
      .map(
        (line, index) =>
          (index === 0 ? `${base}-${' '.repeat(width - 1)}` : `${base}${' '.repeat(width)}`) + line,
      )
      .join(eol);
  });
}

/** Puts items on lines of their own behind the last one that is sound, else before the first. */
function behindSound(
  text: string,
  added: readonly string[],
  items: readonly TextRange[],
  base: string,
  eol: string,
  isSound: (item: TextRange) => boolean,
): TextEdit[] {
  const [first] = items;
  const last = items.findLastIndex(isSound);
  const between = hasBlankLines(text, items) ? `${eol}${eol}` : eol;
  const item = items[last];
  if (item) {
    return insertionAt(item.end, between + added.join(between));
  }
  return first ? insertionAt(first.start - base.length, added.join(between) + between) : [];
}

function hasBlankLines(text: string, items: readonly TextRange[]): boolean {
  const [a, b] = items.slice(-2);
  return (
    a !== undefined && b !== undefined && /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/.test(text.slice(a.end, b.start))
  );
}

/** A list in brackets takes JSON, which is YAML as well. */
function intoFlow(text: string, works: readonly Work[], range: TextRange): TextEdit[] {
  const { value, problem } = readYamlValue(text, range);
  if (problem || value?.kind !== 'list' || text.charAt(value.end - 1) !== ']') {
    return [];
  }
  const last = value.items.at(-1);
  const added = works.map((work) => JSON.stringify(cslItem(work))).join(', ');
  const hasComma = last && text.slice(last.end, value.end).trimStart().startsWith(',');
  return last && !hasComma ? insertionAt(last.end, `, ${added}`) : insertionAt(value.end - 1, ` ${added}`);
}

function intoNothing(text: string, added: string): TextEdit[] {
  const hasBreak = /[\r\n]$/.test(text) || text === '' || text === '\ufeff';
  return insertionAt(text.length, (hasBreak ? '' : eolOf(text)) + added);
}

function inEol(text: string, eol: string): string {
  return text.trimEnd().replaceAll('\n', eol);
}
