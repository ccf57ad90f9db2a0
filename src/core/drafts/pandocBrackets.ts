import type { TextRange } from '../text';
import type { PandocKey } from './pandocKeys';

/** A key that stands in the text unless a bracket around it turns out to be a citation. */
export interface LooseKey {
  /** Of the `@` or the `-` before it. */
  readonly start: number;
  readonly key: PandocKey;
  /** The bracket after the key that belongs to it. */
  continuation?: { readonly inside: TextRange; readonly keys: readonly PandocKey[] };
}

/** An open `[`. */
export interface Bracket {
  readonly start: number;
  /** It cannot be a citation: a note. */
  readonly plain: boolean;
  /** The key before the bracket, which the bracket continues. */
  readonly owner: LooseKey | undefined;
  readonly keys: LooseKey[];
  semicolons: number;
  /** How many of the parts between semicolons have a key. */
  partsWithKey: number;
  lastPartWithKey: number;
  firstPartHasKey: boolean;
}
