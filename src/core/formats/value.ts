import type { TextRange } from '../text';

/** A value of JSON or YAML with its place in the file. */
export type Value = TextValue | ListValue | MapValue;

export interface TextValue extends TextRange {
  readonly kind: 'text';
  /** Decoded; numbers and truth values as written; empty for `null`. */
  readonly text: string;
}

export interface ListValue extends TextRange {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface MapValue extends TextRange {
  readonly kind: 'map';
  readonly members: readonly Member[];
}

export interface Member {
  readonly name: string;
  /** With quotation marks, where it has them. */
  readonly nameRange: TextRange;
  readonly value: Value;
}

/** The first member of that name; of several names, the first that is there. */
export function member(value: Value | undefined, ...names: readonly string[]): Value | undefined {
  if (value?.kind !== 'map') {
    return undefined;
  }
  for (const name of names) {
    const found = value.members.find((one) => one.name === name);
    if (found) {
      return found.value;
    }
  }
  return undefined;
}

/** The text of a value without the white space around it; empty for lists, maps and what is missing. */
export function textOf(value: Value | undefined): string {
  return value?.kind === 'text' ? value.text.trim() : '';
}

/** The items of a list; a value that is none counts as its only item. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : value.kind === 'list' ? value.items : [value];
}
