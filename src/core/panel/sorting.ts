import type { Model } from '../catalog/types';

/** The orders of results. */
export const sortings = ['relevance', 'newest', 'name'] as const;
export type Sorting = (typeof sortings)[number];

/** Models in an order; by relevance they stay as they were found, and equal ones do. */
export function sortedModels(models: readonly Model[], by: Sorting): readonly Model[] {
  switch (by) {
    case 'relevance':
      return models;
    case 'newest':
      return [...models].sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : 0));
    case 'name':
      return [...models].sort((a, b) =>
        a.name.localeCompare(b.name, 'en', { sensitivity: 'base', numeric: true }),
      );
  }
}
