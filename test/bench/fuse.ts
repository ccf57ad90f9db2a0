import Fuse from 'fuse.js';
import type { SearchDocument, SearchField } from '../../src/core/search/engine';

/**
 * Fuse.js alone over the same fields with the same weights, set up as its documentation advises for names and titles.
 *
 * @param mode - `whole`: the query as one pattern; `words`: its words in any order (token search)
 */
export function fuseOf(
  documents: readonly SearchDocument[],
  fields: readonly SearchField[],
  mode: 'whole' | 'words',
): (query: string) => string[] {
  const fuse = new Fuse(documents, {
    keys: fields.map(({ name, weight }) => ({ name: ['fields', name], weight })),
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.4,
    ...(mode === 'words' && { useTokenSearch: true, tokenMatch: 'all' as const }),
  });
  return (query) => fuse.search(query, { limit: 50 }).map(({ item }) => item.id);
}
