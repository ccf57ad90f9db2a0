import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { TextRange } from '../text';
import type { Value } from './value';

/** One piece of YAML as far as it could be read. */
export interface YamlResult {
  readonly value: Value | undefined;
  readonly problem?: { readonly message: string; readonly range: TextRange };
}

/** Deeper nesting is not read: bibliographies have none. */
const MAX_DEPTH = 12;
const MAX_BRACKETS = 200;

/**
 * Reads a part of a text as YAML 1.2. Never throws; a value that cannot be read is missing. Aliases are left out.
 *
 * @returns values with ranges in the whole text
 */
export function readYamlValue(text: string, { start, end }: TextRange): YamlResult {
  const source = text.slice(start, end);
  if (nesting(source) > MAX_BRACKETS) {
    return { value: undefined, problem: { message: 'This is nested too deeply.', range: { start, end } } };
  }
  try {
    const document = parseDocument(source, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      schema: 'failsafe',
    });
    const value = valueOf(document.contents, start, 0);
    const [error] = document.errors;
    if (!error) {
      return { value };
    }
    const [from, to] = error.pos;
    const message = `This is no correct YAML: ${error.message.replace(/\s+/g, ' ').trim()}`;
    const at = Math.min(start + from, end);
    return {
      value,
      problem: { message, range: { start: at, end: Math.min(Math.max(start + to, at), end) } },
    };
  } catch {
    return { value: undefined, problem: { message: 'This is no correct YAML.', range: { start, end } } };
  }
}

function valueOf(node: unknown, offset: number, depth: number): Value | undefined {
  if (depth > MAX_DEPTH) {
    return undefined;
  }
  if (isScalar(node)) {
    const text = typeof node.value === 'string' ? node.value : '';
    const isNull = node.type === 'PLAIN' && /^(?:~|null)?$/i.test(text);
    return { kind: 'text', ...rangeOf(node, offset), text: isNull ? '' : text };
  }
  if (isSeq(node)) {
    const items = node.items.flatMap((item) => valueOf(item, offset, depth + 1) ?? []);
    return { kind: 'list', ...rangeOf(node, offset), items };
  }
  if (isMap(node)) {
    const members = node.items.flatMap((pair) => {
      const { key } = pair;
      const value = valueOf(pair.value, offset, depth + 1);
      return isScalar(key) && typeof key.value === 'string' && value
        ? [{ name: key.value, nameRange: rangeOf(key, offset), value }]
        : [];
    });
    return { kind: 'map', ...rangeOf(node, offset), members };
  }
  return undefined;
}

function rangeOf({ range }: { range?: readonly number[] | null }, offset: number): TextRange {
  return { start: offset + (range?.[0] ?? 0), end: offset + (range?.[1] ?? 0) };
}

/** An upper bound of how deep flow collections and compact sequences nest. */
function nesting(source: string): number {
  let depth = 0;
  let most = 0;
  for (const [char] of source.matchAll(/[[\]{}]/g)) {
    depth = char === '[' || char === '{' ? depth + 1 : Math.max(depth - 1, 0);
    most = Math.max(most, depth);
  }
  const dashes = /(?:[-?:][ \t]+){50}/.test(source) ? MAX_BRACKETS + 1 : 0;
  return Math.max(most, dashes);
}
