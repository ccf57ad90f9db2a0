import type { Catalog } from '../catalog/catalog';
import type { Model } from '../catalog/types';
import { FacetIndex } from '../facets/facetIndex';
import { CatalogSearch } from '../search/catalogSearch';
import type { ModelHit } from '../search/catalogSearch';
import type { QueryCompletions } from './completeQuery';
import { completeQuery } from './completeQuery';
import { QueryFilter, searchedWords } from './filter';
import { parseQuery } from './parseQuery';
import type { QueryProblem } from './problems';
import { queryProblems } from './problems';
import type { ParsedQuery } from './types';

/** What a query found. */
export interface QueryResult {
  readonly query: ParsedQuery;
  /** Best first, as many as were asked for. */
  readonly hits: readonly ModelHit[];
  /** Models found in all. */
  readonly count: number;
  readonly problems: readonly QueryProblem[];
}

/**
 * Answers queries on a catalog: the one language of the tree's filter, the quick pick and the search.
 *
 * Words are searched as everywhere, with typing errors; `name:value`, phrases and everything negated decide exactly.
 */
export class CatalogQueries {
  readonly index: FacetIndex;
  readonly #catalog: Catalog;
  readonly #search: CatalogSearch;
  readonly #filter: QueryFilter;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#search = new CatalogSearch(catalog);
    this.index = new FacetIndex(catalog);
    this.#filter = new QueryFilter(catalog, this.index);
  }

  /**
   * @param options - `limit`: most hits wanted, all if not said
   * @returns without words the newest models first
   */
  run(text: string, options: { readonly limit?: number } = {}): QueryResult {
    const query = parseQuery(text);
    const filter = this.#filter.of(query);
    const all = this.#catalog.models.length;
    const limit = options.limit ?? all;
    // What is left out afterwards must not take the places of what is meant.
    const found = this.#search.search(searchedWords(query), { limit: all });
    const left = filter ? found.filter(({ model }) => filter(model)) : found;
    return {
      query,
      hits: left.slice(0, limit),
      count: left.length,
      problems: queryProblems(query, this.index),
    };
  }

  /** The models that a query finds, without order; the catalog's set for an empty one. */
  models(text: string): ReadonlySet<Model> {
    return new Set(this.run(text).hits.map(({ model }) => model));
  }

  /** See {@link completeQuery}. */
  complete(text: string, offset: number): QueryCompletions | undefined {
    return completeQuery(parseQuery(text), offset, this.index, this.#filter);
  }
}
