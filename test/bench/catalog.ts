import { existsSync, readFileSync } from 'node:fs';
import type { Catalog } from '../../src/core/catalog/catalog';
import { parseCatalog } from '../../src/core/catalog/load';

const file = new URL('../../dist/catalog.json', import.meta.url);

/** The catalog as it ships. */
export function builtCatalog(): Catalog {
  if (!existsSync(file)) {
    throw new Error('dist/catalog.json is missing: build the catalog first.');
  }
  return parseCatalog(readFileSync(file, 'utf8'));
}
