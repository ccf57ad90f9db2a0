import { characterBefore } from '../drafts/pandocKeys';
import type { WritingPlan } from './plan';
import { replacement } from './plan';
import { characterAt } from './spacing';

/**
 * Plans sentences at a place in running text, with spaces to the text around where the language has them. The cursor goes
 * behind them.
 *
 * @param spaced - whether the language puts spaces between sentences
 */
export function planSentences(text: string, offset: number, sentences: string, spaced: boolean): WritingPlan {
  const lead = spaced && !/^$|[\s([{“‘~]/u.test(characterBefore(text, offset)) ? ' ' : '';
  const space = spaced && /[\p{L}\p{N}\\$@[({]/u.test(characterAt(text, offset)) ? ' ' : '';
  const plan = replacement({ start: offset, end: offset }, lead + sentences + space);
  return { ...plan, cursor: plan.cursor - space.length };
}
