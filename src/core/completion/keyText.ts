import { writePandocKey } from '../drafts/pandocKeys';
import type { Syntax } from '../drafts/types';

/**
 * A key as it is written where {@link completionPosition} has found a place for it.
 *
 * @param start - of the place, in the draft's text
 */
export function keyText(key: string, syntax: Syntax, text: string, start: number): string {
  const isBare = syntax === 'pandoc' && text[start - 1] === '@';
  return isBare ? writePandocKey(key).slice(1) : key;
}
