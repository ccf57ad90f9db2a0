import { CatalogQueries } from '../core/queries/catalogQueries';
import type { Catalog } from '../core/catalog/catalog';
import type { CatalogFile } from './catalogFile';

/** The queries on the catalog as it is, indexed once for all that ask. */
export class Queries {
  #made: { readonly catalog: Catalog; readonly queries: CatalogQueries } | undefined;

  constructor(private readonly catalogFile: CatalogFile) {}

  /** @throws Error if the catalog cannot be loaded */
  async get(): Promise<CatalogQueries> {
    const catalog = await this.catalogFile.get();
    if (this.#made?.catalog !== catalog) {
      this.#made = { catalog, queries: new CatalogQueries(catalog) };
    }
    return this.#made.queries;
  }
}
