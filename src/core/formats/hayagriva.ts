import { parseNames } from '../bibliography/names';
import type { BibRecord } from '../bibliography/record';
import { arxivId, normaliseDoi } from '../bibliography/record';
import type { BibDefect } from '../bibliography/types';
import type { PersonName } from '../catalog/types';
import type { TextRange } from '../text';
import { contentRange, fieldsOf, flatText, nameList, normaliseDoiOfUrl, yearOf } from './cslRecord';
import type { EntryContent } from './formatEntry';
import { FormatEntry } from './formatEntry';
import type { ParsedFormat } from './formatSource';
import type { Value } from './value';
import { itemsOf, member, textOf } from './value';
import { linesOf } from './yamlLines';
import { readYamlValue } from './yamlValue';

const KEY_LINE =
  /^(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>{}[\],%@`?-][^\r\n]*?|[?-][^\s][^\r\n]*?))[ \t]*:(?=[ \t]|$)/;

/**
 * Reads Typst's own format, Hayagriva (its file-format documentation): a map from key to entry. Each entry is read by
 * itself, so that a broken one costs no other.
 */
export function parseHayagriva(text: string): ParsedFormat {
  const entries: FormatEntry[] = [];
  const stray: TextRange[] = [];
  let current: { key: string; start: number; keyRange: TextRange } | undefined;
  let last = 0;
  const close = (): void => {
    if (current) {
      const { key, keyRange, start } = current;
      const range = { start, end: last };
      entries.push(new FormatEntry(key, range, keyRange, () => contentOf(text, key, range)));
    }
  };
  for (const line of linesOf(text, 0, text.length)) {
    const isMarker = line.indent === 0 && /^(?:---|\.\.\.|%)/.test(text.slice(line.start, line.start + 3));
    if (line.blank || isMarker || (line.comment && line.indent === 0)) {
      continue;
    }
    const head = line.indent === 0 ? text.slice(line.start, line.end) : '';
    const match = head === '' ? null : KEY_LINE.exec(head);
    const key = match?.[1] ?? match?.[2] ?? match?.[3];
    if (key !== undefined) {
      close();
      const start = line.start + (match?.[3] === undefined ? 1 : 0);
      current = { key, start: line.start, keyRange: { start, end: start + key.length } };
    } else if (!current) {
      stray.push({ start: line.start + line.indent, end: line.end });
    }
    last = line.end;
  }
  close();
  const defects = (): BibDefect[] => [
    ...stray.map((range) => defect('stray-text', 'This belongs to no entry.', range)),
    ...entries.flatMap(({ range }) => {
      const { problem } = readYamlValue(text, range);
      return problem ? [defect('unfinished-entry', problem.message, problem.range)] : [];
    }),
  ];
  const closed =
    entries.length === 0 && stray.length > 0 ? 'The file holds no Hayagriva entries.' : undefined;
  return { entries, defects, ...(closed !== undefined && { closed }) };
}

function defect(code: BibDefect['code'], message: string, range: TextRange): BibDefect {
  return { code, message, range, severity: 'error' };
}

function contentOf(text: string, key: string, range: TextRange): EntryContent {
  const { value: file } = readYamlValue(text, range);
  const entry = (file?.kind === 'map' && file.members[0]?.value) || file;
  const type = member(entry, 'type');
  return {
    type: textOf(type).toLowerCase(),
    typeRange: type ? contentRange(type) : { start: range.start, end: range.start },
    fields: entry ? fieldsOf(entry, fieldText) : [],
    record: recordOf(key, entry),
  };
}

function fieldText(value: Value, name: string): string {
  return /^(?:author|editor)$/.test(name) ? nameList(people(value)) : formatted(value) || flatText(value);
}

function recordOf(key: string, entry: Value | undefined): BibRecord {
  const parents = itemsOf(member(entry, 'parent'));
  const date =
    formatted(member(entry, 'date')) || parents.map((one) => formatted(member(one, 'date'))).find(Boolean);
  const year = yearOf(date ?? '');
  const serial = member(entry, 'serial-number');
  const url = formatted(member(entry, 'url'));
  const doi = normaliseDoi(textOf(member(serial, 'doi')) || textOf(serial)) ?? normaliseDoiOfUrl(url);
  const arxiv = arxivId(textOf(member(serial, 'arxiv'))) ?? namedArxiv([textOf(serial), url, doi ?? '']);
  const places = [...parents, ...(entry ? [entry] : [])];
  const venue =
    parents.map((one) => formatted(member(one, 'title'))).find(Boolean) ??
    places.map((one) => publisher(member(one, 'publisher', 'organization'))).find(Boolean);
  return {
    key,
    title: formatted(member(entry, 'title')),
    authors: people(member(entry, 'author') ?? member(entry, 'editor')),
    authorsTruncated: false,
    venue: venue ?? (arxiv === undefined ? '' : 'arXiv'),
    ...(year !== undefined && { year }),
    ...(doi !== undefined && { doi }),
    ...(arxiv !== undefined && { arxiv }),
    ...(url !== '' && { url }),
  };
}

function namedArxiv(texts: readonly string[]): string | undefined {
  return texts
    .filter((text) => /arxiv/i.test(text))
    .map(arxivId)
    .find((id) => id !== undefined);
}

/** A text, or a map with the text as `value`. */
function formatted(value: Value | undefined): string {
  return (textOf(value) || textOf(member(value, 'value'))).replace(/\s+/g, ' ');
}

function publisher(value: Value | undefined): string {
  return formatted(value) || textOf(member(value, 'name'));
}

function people(value: Value | undefined): PersonName[] {
  return itemsOf(value).flatMap((one): PersonName[] => {
    if (one.kind === 'text') {
      return parseNames(one.text).names;
    }
    const part = (name: string): string => textOf(member(one, name));
    const family = [part('prefix'), part('name')].filter(Boolean).join(' ');
    const given = part('given-name');
    return family === '' ? [] : [given === '' ? { family } : { family, given }];
  });
}
