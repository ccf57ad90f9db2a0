import { stringify } from 'yaml';
import { listInMap } from '../formats/cslJson';
import { readJsonValue } from '../formats/jsonReader';
import { skipJsonSpace } from '../formats/jsonText';
import { eolOf, insertionAt } from '../formats/placing';
import { findYamlList } from '../formats/yamlItems';
import type { TextEdit } from '../text';
import { MODELS } from './readValue';

/** A model as it is written into a catalog; the order of the members is kept. */
export type NewRecord = Readonly<Record<string, unknown>>;

/** The edits that append a model to a catalog; everything else stays as it is. `undefined` if the file has no place for it. */
export function addRecord(
  text: string,
  format: 'yaml' | 'json',
  record: NewRecord,
): readonly TextEdit[] | undefined {
  const eol = eolOf(text);
  if (text.trim() === '') {
    const content =
      format === 'yaml'
        ? `models:${eol}${yamlItem(record, '  ', eol)}${eol}`
        : JSON.stringify({ models: [record] }, undefined, 2).replaceAll('\n', eol) + eol;
    return insertionAt(text.length, content);
  }
  return format === 'yaml' ? intoYaml(text, record, eol) : intoJson(text, record, eol);
}

function intoYaml(text: string, record: NewRecord, eol: string): readonly TextEdit[] | undefined {
  const list = findYamlList(text, 0, text.length, true, MODELS);
  if (!list) {
    // Comments alone, or other members, such as works.
    const isMap = /^(?:works|\$schema|["']works["']|["']\$schema["'])[ \t]*:/m.test(text);
    const isEmpty = !/^[ \t]*[^\s#]/m.test(text);
    const before = /[\r\n]$/.test(text) ? '' : eol;
    const isPossible = (isMap || isEmpty) && !/^["']?models["']?[ \t]*:/m.test(text);
    return isPossible
      ? insertionAt(text.length, `${before}models:${eol}${yamlItem(record, '  ', eol)}${eol}`)
      : undefined;
  }
  const [first] = list.items;
  if (list.style === 'flow') {
    const end = first ? text.slice(0, first.end).trimEnd().length : 0;
    return text.charAt(end - 1) === ']' ? beforeBracket(text, end - 1, JSON.stringify(record)) : undefined;
  }
  const last = list.items.at(-1);
  if (last) {
    return insertionAt(last.end, eol + yamlItem(record, ' '.repeat(list.indent), eol));
  }
  const added = eol + yamlItem(record, '  ', eol);
  return list.brackets
    ? [{ range: { start: list.end, end: list.brackets.end }, newText: added }]
    : insertionAt(list.end, added);
}

function yamlItem(record: NewRecord, base: string, eol: string): string {
  const lines = stringify([record], { lineWidth: 0 }).trimEnd().split('\n');
  return lines.map((line) => (line === '' ? '' : base + line)).join(eol);
}

function beforeBracket(text: string, close: number, added: string): readonly TextEdit[] {
  const before = text.slice(0, close).trimEnd();
  const separator = /[[,]$/.test(before) ? '' : ', ';
  return insertionAt(before.length, separator + added);
}

function intoJson(text: string, record: NewRecord, eol: string): readonly TextEdit[] | undefined {
  const at = skipJsonSpace(text, 0);
  const isMap = text.charAt(at) === '{';
  const open = isMap ? listInMap(text, at, /^models$/) : text.charAt(at) === '[' ? at : undefined;
  const list = open === undefined ? undefined : readJsonValue(text, open);
  if (open === undefined || list?.problem || list?.value.kind !== 'list') {
    return undefined;
  }
  const line = /[^\r\n]*$/.exec(text.slice(0, open))?.[0] ?? '';
  const outer = /^[ \t]*/.exec(line)?.[0] ?? '';
  const unit = /^[ \t]+(?=\S)/m.exec(text)?.[0] ?? '  ';
  const last = list.value.items.at(-1);
  const own = last && /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(0, last.start))?.[1];
  const base = own ?? outer + unit;
  const item = base + JSON.stringify(record, undefined, unit).replaceAll('\n', eol + base);
  return last
    ? insertionAt(last.end, `,${eol}${item}`)
    : [{ range: { start: open + 1, end: list.end - 1 }, newText: `${eol}${item}${eol}${outer}` }];
}
