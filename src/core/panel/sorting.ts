import type { Model } from '../catalog/types';

/** The orders of results; models have no order by author and key, entries none by name. */
export type Sorting = 'relevance' | 'newest' | 'name' | 'author' | 'key';

/** What an entry is put in order by. */
export interface EntryOrder {
  readonly year: number | undefined;
  /** Family name of the first. */
  readonly author: string;
}

/** Models in an order; by relevance they stay as they were found, and equal ones do. */
export function sortedModels(models: readonly Model[], by: Sorting): readonly Model[] {
  switch (by) {
    default:
      return models;
    case 'newest':
      return [...models].sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : 0));
    case 'name':
      return [...models].sort((a, b) =>
        a.name.localeCompare(b.name, 'en', { sensitivity: 'base', numeric: true }),
      );
  }
}

/**
 * Keys of entries in an order. Entries without a year or author come last; equal ones stay as they were found.
 *
 * @param orderOf - what an entry is put in order by; `undefined` if it is not known
 */
export function sortedKeys(
  keys: readonly string[],
  by: Sorting,
  orderOf: (key: string) => EntryOrder | undefined,
): readonly string[] {
  const valueOf = ((): ((key: string) => string | number) | undefined => {
    switch (by) {
      case 'newest':
        return (key) => -(orderOf(key)?.year ?? -Infinity);
      case 'author':
        return (key) => folded(orderOf(key)?.author ?? '') || '\uffff';
      case 'key':
        return folded;
      default:
        return undefined;
    }
  })();
  if (!valueOf) {
    return keys;
  }
  // Each value once: a list may have 50,000 entries.
  const valued = keys.map((key) => ({ key, value: valueOf(key) }));
  valued.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
  return valued.map(({ key }) => key);
}

/** Without accents and capitals. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
