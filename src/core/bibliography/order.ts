import type { BibliographicEntry } from '../catalog/types';
import type { Block } from './scan';

/** By what the entries of a file are in order: by their keys, upper and lower case being the same, or by year. */
export type EntryOrder = 'none' | 'key' | 'year' | 'year-falling';

/** With fewer entries, an order is chance. */
const MIN_BY_KEY = 3;
const MIN_BY_YEAR = 4;
const MIN_YEARS = 3;

/**
 * Learns the order of a file's entries. Looks at entries only as far as they are in some order.
 *
 * @param blocks - the result of `scanBlocks(text)`
 */
export function orderOf(text: string, blocks: readonly Block[]): EntryOrder {
  const entries = blocks.filter(({ key }) => key !== undefined && key.keyEnd > key.keyStart);
  const inOrder = (order: EntryOrder): boolean =>
    entries.every((block, i) => {
      const previous = entries[i - 1];
      const place = placeOf(order, text, block);
      return place !== undefined && (!previous || (placeOf(order, text, previous) ?? '') <= place);
    });
  if (entries.length >= MIN_BY_KEY && inOrder('key')) {
    return 'key';
  }
  const byYear = entries.length >= MIN_BY_YEAR && (['year', 'year-falling'] as const).find(inOrder);
  return byYear && new Set(entries.map((block) => yearIn(text, block))).size >= MIN_YEARS ? byYear : 'none';
}

/** Where an entry of the file stands in an order: texts and numbers to be compared with those of others. */
export function placeOf(order: EntryOrder, text: string, block: Block): string | number | undefined {
  if (order === 'none' || !block.key) {
    return undefined;
  }
  return order === 'key'
    ? text.slice(block.key.keyStart, block.key.keyEnd).toLowerCase()
    : signed(order, yearIn(text, block));
}

/** Where a new entry goes in an order; `undefined` if it goes behind all others. */
export function placeOfNew(
  order: EntryOrder,
  { key, fields }: BibliographicEntry,
): string | number | undefined {
  switch (order) {
    case 'none':
      return undefined;
    case 'key':
      return key.toLowerCase();
    default:
      return signed(order, /\d{4}/.exec(fields['year'] ?? fields['date'] ?? '')?.[0]);
  }
}

function yearIn(text: string, { contentStart, contentEnd }: Block): string | undefined {
  return /[\s,](?:year|date)\s*=\s*["{]*(\d{4})(?!\d)/i.exec(text.slice(contentStart - 1, contentEnd))?.[1];
}

function signed(order: EntryOrder, year: string | undefined): number | undefined {
  return year === undefined ? undefined : order === 'year-falling' ? -Number(year) : Number(year);
}
