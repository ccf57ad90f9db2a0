import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { SearchDocument, SearchField } from '../../src/core/search/engine';

/** A library that searches alone, over the same fields with the same weights where it knows weights. */
export interface Rival {
  readonly name: string;
  /** @returns ids, the best first */
  readonly find: (query: string) => string[];
}

type Start = (documents: readonly SearchDocument[], fields: readonly SearchField[]) => Rival;

/** All of them, each to be started before it is measured: an index of one takes memory that slows another. */
export const rivals: readonly Start[] = [
  (documents, fields) => fuse(documents, fields, 'whole'),
  (documents, fields) => fuse(documents, fields, 'words'),
  miniSearch,
  microFuzzy,
];

const LIMIT = 50;

/**
 * Fuse.js set up as its documentation advises for names and titles.
 *
 * @param mode - `whole`: the query as one pattern; `words`: its words in any order (token search)
 */
function fuse(
  documents: readonly SearchDocument[],
  fields: readonly SearchField[],
  mode: 'whole' | 'words',
): Rival {
  const engine = new Fuse(documents, {
    keys: fields.map(({ name, weight }) => ({ name: ['fields', name], weight })),
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.4,
    ...(mode === 'words' && { useTokenSearch: true, tokenMatch: 'all' as const }),
  });
  return {
    name: `Fuse.js, ${mode}`,
    find: (query) => engine.search(query, { limit: LIMIT }).map(({ item }) => item.id),
  };
}

/** MiniSearch with what its documentation advises for searching as you type: beginnings, a fifth of a word misspelt, all words. */
function miniSearch(documents: readonly SearchDocument[], fields: readonly SearchField[]): Rival {
  const engine = new MiniSearch<SearchDocument>({
    fields: fields.map(({ name }) => name),
    extractField: (document, name) => (name === 'id' ? document.id : (document.fields[name] ?? '')),
    processTerm: (term) => withoutAccents(term).toLowerCase(),
    searchOptions: {
      boost: Object.fromEntries(fields.map(({ name, weight }) => [name, weight])),
      prefix: true,
      fuzzy: 0.2,
      combineWith: 'AND',
    },
  });
  engine.addAll(documents);
  return {
    name: 'MiniSearch',
    find: (query) =>
      engine
        .search(query)
        .slice(0, LIMIT)
        .map(({ id }) => String(id)),
  };
}

/** uFuzzy with words in any order and one error a word, on all fields as one text: it knows none. */
function microFuzzy(documents: readonly SearchDocument[], fields: readonly SearchField[]): Rival {
  const engine = new uFuzzy({ intraMode: 1 });
  const texts = uFuzzy.latinize(
    documents.map((document) =>
      fields.map(({ name }) => (document.fields[name] ?? '').replaceAll('\n', ', ')).join(' | '),
    ),
  );
  const wordsInAnyOrder = 5;
  return {
    name: 'uFuzzy',
    find: (query) => {
      const [found, info, order] = engine.search(texts, uFuzzy.latinize(query), wordsInAnyOrder);
      const places = order && info ? order.map((place) => info.idx[place] ?? 0) : (found ?? []);
      return places.slice(0, LIMIT).map((place) => documents[place]?.id ?? '');
    },
  };
}

function withoutAccents(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '');
}
