import { formulasOf } from './content';
import type { PageContext } from './pageText';
import { cell, fill } from './pageText';
import type { GuideEntry } from './tree';

/** The formulas of an entry: as displayed mathematics, each with its name and number in the survey. */
export function formulaBlocks(entry: GuideEntry, { guide, words }: PageContext): string[] {
  return formulasOf(entry, guide).flatMap(({ name, equation, latex }) => {
    const number = equation === undefined ? '' : ` (${fill(words.equation, String(equation))})`;
    return [`${cell(name)}${number}:`, `$$\n${latex}\n$$`];
  });
}
