import assert from 'node:assert/strict';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { Catalog } from '../../../src/core/catalog/catalog';
import { CatalogSearch } from '../../../src/core/search/catalogSearch';
import { SearchEngine } from '../../../src/core/search/engine';
import { recallAt5 } from '../../bench/measure';
import { catalogQueries } from '../../bench/queries';
import type { BenchQuery } from '../../bench/queries';
import { workQueries } from '../../bench/workQueries';
import { syntheticWorks, workFields } from '../../bench/works';

const KINDS = ['exact', 'prefix', 'any order', 'typo', 'accents'] as const;

/** What is found must not become less; raise these when more is. */
const FLOORS: Readonly<Record<BenchQuery['kind'], number>> = {
  exact: 1,
  prefix: 1,
  'any order': 1,
  typo: 0.9,
  accents: 1,
};

describe('the queries of the benchmarks', function () {
  this.timeout(60_000);
  let catalog: Catalog;

  before(async () => {
    catalog = new Catalog(compileCatalog(await readSources()).data);
  });

  it('are at least 60 in each set, each asked once, and of all kinds', () => {
    for (const queries of [catalogQueries, workQueries]) {
      assert.ok(queries.length >= 60, `${queries.length} queries`);
      assert.equal(new Set(queries.map(({ query }) => query)).size, queries.length);
      assert.deepEqual(new Set(queries.map(({ kind }) => kind)), new Set(KINDS));
    }
  });

  it('ask for models and works that there are', () => {
    const models = new Set(catalog.models.map(({ id }) => id));
    const works = new Set(catalog.works.map(({ key }) => key));
    assert.deepEqual(
      catalogQueries.filter(({ wanted }) => !models.has(wanted)),
      [],
    );
    assert.deepEqual(
      workQueries.filter(({ wanted }) => !works.has(wanted)),
      [],
    );
  });

  it('find the model among the first five of the catalog', () => {
    const search = new CatalogSearch(catalog);
    holdsFloors(catalogQueries, (query) => search.search(query, { limit: 5 }).map(({ model }) => model.id));
  });

  it('find the work among the first five of 2,000 entries', () => {
    const engine = new SearchEngine(workFields);
    engine.add(syntheticWorks(catalog, 2000));
    holdsFloors(workQueries, (query) => engine.search(query, { limit: 5 }).map(({ id }) => id));
  });
});

function holdsFloors(queries: readonly BenchQuery[], find: (query: string) => readonly string[]): void {
  for (const kind of KINDS) {
    const ofKind = queries.filter((query) => query.kind === kind);
    const missed = ofKind.filter((query) => recallAt5([query], find) === 0);
    const recall = recallAt5(ofKind, find);
    const list = missed.map(({ query }) => query).join(', ');
    assert.ok(recall >= FLOORS[kind], `${kind}: ${recall.toFixed(2)}, missed: ${list}`);
  }
}
