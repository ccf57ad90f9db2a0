import { CatalogSearch, catalogFields, modelFields } from '../../src/core/search/catalogSearch';
import { builtCatalog } from './catalog';
import { fastestEach, judged, keystrokes, milliseconds, p50p95, percentile, timeEach } from './measure';
import type { Row } from './measure';
import { catalogQueries } from './queries';
import { againstRival, recallRows } from './recall';
import { rivals } from './rivals';

const shown = 50;
const rounds = 3;

/** What one key press in the quick pick costs, and whether what was meant is in sight. */
export function run(): Promise<Row[]> {
  const catalog = builtCatalog();
  const first = timeEach([1, 2, 3, 4, 5], () => new CatalogSearch(catalog).search('llava'));
  const search = new CatalogSearch(catalog);
  const find = (query: string): string[] =>
    search.search(query, { limit: shown }).map(({ model }) => model.id);
  const documents = catalog.models.map((model) => ({
    id: model.id,
    fields: modelFields(model, catalog.workOf(model)),
  }));
  const others = rivals.map((start) => start(documents, catalogFields));

  const typed = keystrokes(catalogQueries.map(({ query }) => query));
  timeEach(typed, find);
  const ours = fastestEach(rounds, typed, find);
  const withHighlights = fastestEach(rounds, typed, (query) =>
    search.search(query, { limit: shown }).map(({ highlights }) => highlights),
  );
  return Promise.resolve([
    {
      what: `first search, ${catalog.models.length} models (with indexing)`,
      measured: `${milliseconds(first[0] ?? NaN)}, typical ${milliseconds(percentile(first, 0.5))}`,
    },
    {
      what: `search keystroke, ${catalog.models.length} models`,
      measured: p50p95(ours),
      budget: judged('p95 4 ms', percentile(ours, 0.95) <= 4),
    },
    { what: `  with the highlights of ${shown} hits`, measured: p50p95(withHighlights) },
    ...others.map((rival) =>
      againstRival({ name: 'ours', find }, rival, typed, rival.name.startsWith('Fuse') ? 5 : undefined),
    ),
    ...recallRows(catalogQueries, { name: 'ours', find }, others),
  ]);
}
