import type { BibDefect } from '../bibliography/types';
import { frontMatter } from '../drafts/frontMatter';
import type { TextRange } from '../text';
import { cslContent } from './cslRecord';
import type { EntryContent } from './formatEntry';
import { FormatEntry } from './formatEntry';
import type { ParsedFormat } from './formatSource';
import type { Value } from './value';
import { itemsOf, member, textOf } from './value';
import type { YamlList } from './yamlItems';
import { findYamlList } from './yamlItems';
import type { YamlResult } from './yamlValue';
import { readYamlValue } from './yamlValue';

/** The list of references in a YAML file, or in the front matter of a draft. */
export function referencesIn(text: string, format: 'csl-yaml' | 'inline-references'): YamlList | undefined {
  if (format === 'csl-yaml') {
    return findYamlList(text, 0, text.length, true);
  }
  const content = frontMatter(text)?.content;
  return content && findYamlList(text, content.start, content.end, false);
}

/** Whether the front matter of a draft has references of its own, be it none yet. */
export function hasInlineReferences(text: string): boolean {
  return /\breferences\b/.test(text) && referencesIn(text, 'inline-references') !== undefined;
}

/** Whether a YAML file of settings has `references:` among them, be it none yet. */
export function hasReferences(text: string): boolean {
  return /\breferences\b/.test(text) && findYamlList(text, 0, text.length, false) !== undefined;
}

/** Reads CSL-YAML: pandoc's `references:`, or a list. Each item is read by itself, so that a broken one costs no other. */
export function parseCslYaml(text: string, format: 'csl-yaml' | 'inline-references'): ParsedFormat {
  const list = referencesIn(text, format);
  if (!list) {
    const closed = 'There is no list of references in it.';
    return text.trim() === '' ? nothing() : { ...nothing(), closed };
  }
  return list.style === 'flow' ? flowItems(text, list) : blockItems(text, list);
}

function nothing(): ParsedFormat {
  return { entries: [], defects: () => [] };
}

function flowItems(text: string, { items: [range] }: YamlList): ParsedFormat {
  if (!range) {
    return nothing();
  }
  const { value, problem } = readYamlValue(text, range);
  const defects: BibDefect[] = problem ? [unreadable(problem)] : [];
  const entries: FormatEntry[] = [];
  for (const item of value?.kind === 'list' ? itemsOf(value) : []) {
    const id = member(item, 'id');
    const key = textOf(id);
    if (id && key !== '') {
      const { start, end } = item;
      entries.push(new FormatEntry(key, { start, end }, idRange(text, id), () => cslContent(key, item)));
    } else {
      defects.push(withoutKey(item));
    }
  }
  const closed = problem && 'The list of references is broken.';
  return { entries, defects: () => defects, ...(closed !== undefined && { closed }) };
}

function blockItems(text: string, list: YamlList): ParsedFormat {
  const entries: FormatEntry[] = [];
  const keyless: TextRange[] = [];
  for (const range of list.items) {
    const found = plainId(text, range, list.indent) ?? readId(text, range);
    if (found) {
      const { key, keyRange } = found;
      entries.push(new FormatEntry(key, range, keyRange, () => content(text, key, range)));
    } else {
      keyless.push(range);
    }
  }
  const defects = (): BibDefect[] => [
    ...keyless.map(withoutKey),
    ...list.items.flatMap((range) => {
      const { problem } = readItem(text, range);
      return problem ? [unreadable(problem)] : [];
    }),
  ];
  return { entries, defects };
}

/** One item, read as a list of its own with the indent it has. */
export function readItem(text: string, range: TextRange): YamlResult {
  let start = range.start;
  while (start > 0 && text.charAt(start - 1) === ' ') {
    start--;
  }
  const { value, problem } = readYamlValue(text, { start, end: range.end });
  const [item] = itemsOf(value);
  return problem ? { value: item, problem } : { value: item };
}

function content(text: string, key: string, range: TextRange): EntryContent {
  const { value } = readItem(text, range);
  return cslContent(key, value ?? { kind: 'map', ...range, members: [] });
}

/** The key without reading the whole item: a line `id: key` of its own map. */
function plainId(
  text: string,
  range: TextRange,
  indent: number,
): { key: string; keyRange: TextRange } | undefined {
  const item = text.slice(range.start, range.end);
  const dash = /^-( +)(?=[A-Za-z'"])/.exec(item);
  if (!dash) {
    return undefined;
  }
  const spaces = indent + dash[0].length;
  const pattern = new RegExp(
    `(?:^-${dash[1] ?? ' '}|(?:\\r\\n?|\\n) {${spaces}})id:[ \\t]+(?:"([^"\\\\\\r\\n]*)"|'([^'\\r\\n]*)'|([^\\s"'&*!|>{[%@\`#][^\\r\\n]*?))[ \\t]*(?=\\r|\\n|$|[ \\t]#)`,
  );
  const match = pattern.exec(item);
  const key = (match?.[1] ?? match?.[2] ?? match?.[3] ?? '').trim();
  if (!match || key === '' || /:(?:\s|$)|\s#/.test(key)) {
    return undefined;
  }
  const at = range.start + match.index + match[0].lastIndexOf(key);
  return { key, keyRange: { start: at, end: at + key.length } };
}

function readId(text: string, range: TextRange): { key: string; keyRange: TextRange } | undefined {
  const id = member(readItem(text, range).value, 'id');
  const key = textOf(id);
  return id && key !== '' ? { key, keyRange: idRange(text, id) } : undefined;
}

function idRange(text: string, id: Value): TextRange {
  const isQuoted = /["']/.test(text.charAt(id.start)) && id.end - id.start >= 2;
  return isQuoted ? { start: id.start + 1, end: id.end - 1 } : { start: id.start, end: id.end };
}

function withoutKey({ start, end }: TextRange): BibDefect {
  const message = 'This item has no "id", so it cannot be cited.';
  return { code: 'missing-key', message, range: { start, end: Math.min(start + 1, end) }, severity: 'error' };
}

function unreadable({ message, range }: { message: string; range: TextRange }): BibDefect {
  return { code: 'unfinished-entry', message, range, severity: 'error' };
}
