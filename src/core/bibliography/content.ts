import type { BibRecord } from './record';
import type { Block } from './scan';
import type { BibDefect } from './types';

/**
 * One block and all that was found out about it so far. It outlives its text: each version of a file takes over those of
 * the version before that its edits did not touch. So nothing in it may depend on where the block stands, and no string in
 * it may be a part of the text, which would be kept in memory by it.
 */
export class Content {
  /** With offsets in the text in which it was found. */
  readonly block: Block;
  /** Of an entry; empty if it has none. */
  readonly key: string;
  /** Grows from block to block in all versions of a file that share contents. */
  readonly place: number;
  /** What was found in the fields when they were last read. Holds for a version only if {@link FieldFacts.abbreviations} do. */
  facts: FieldFacts | undefined;

  constructor(block: Block, key: string, place: number) {
    this.block = block;
    this.key = key;
    this.place = place;
  }
}

/** What an entry says, apart from where. */
export interface FieldFacts {
  /** The abbreviations that were asked for, in lower case, with what they stood for. */
  readonly abbreviations: readonly (readonly [name: string, value: string | undefined])[];
  readonly defects: readonly BibDefect[];
  /** Where the block began when they were read. */
  readonly start: number;
  /** Whether the entry names others whose fields are to be added to its own. */
  readonly inherits: boolean;
  /** What the entry itself says, without what it inherits. */
  record?: BibRecord;
}

/** A copy that does not keep the text in memory of which `part` was cut out. */
export function detached(part: string): string {
  // V8 keeps short parts as copies; joining with another text makes a new one, which the second cut refers to.
  return part.length < 13 ? part : ` ${part}`.slice(1);
}

/** The key of an entry, empty if it has none or is none. */
export function keyOf(text: string, { key }: Block): string {
  return key ? detached(text.slice(key.keyStart, key.keyEnd)) : '';
}
