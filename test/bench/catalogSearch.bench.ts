import type { Catalog } from '../../src/core/catalog/catalog';
import { CatalogSearch, catalogFields, modelFields } from '../../src/core/search/catalogSearch';
import { CatalogQueries } from '../../src/core/queries/catalogQueries';
import { builtCatalog } from './catalog';
import { fastestEach, judged, keystrokes, milliseconds, p50p95, percentile, timeEach } from './measure';
import type { Row } from './measure';
import { catalogQueries } from './queries';
import { againstRival, recallRows } from './recall';
import { rivals } from './rivals';

/** With names, values, ranges, phrases and mistakes. */
const structuredQueries: readonly string[] = [
  'connector:q-former backbone:vicuna',
  'in:video out:audio llava',
  'survey:v1 has:instruction-size',
  'venue:iclr year:2023..2024 -tool',
  'institution:"Salesforce Research" encoder:eva-clip',
  '"visual instruction tuning" backbone:vicunna',
  'encoder:"ViT-g/14" -backbone:llama,qwen grounding',
];

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
    queryRow(catalog),
    ...others.map((rival) =>
      againstRival({ name: 'ours', find }, rival, typed, rival.name.startsWith('Fuse') ? 5 : undefined),
    ),
    ...recallRows(catalogQueries, { name: 'ours', find }, others),
  ]);
}

/** Finding and completing with the query language. */
function queryRow(catalog: Catalog): Row {
  const queries = new CatalogQueries(catalog);
  const typed = keystrokes(structuredQueries);
  const keystroke = (text: string): unknown => [
    queries.run(text, { limit: shown }).hits.map(({ model }) => model.id),
    queries.complete(text, text.length),
  ];
  timeEach(typed.slice(0, 100), keystroke);
  const times = fastestEach(rounds, typed, keystroke);
  return {
    what: 'query keystroke, found and completed',
    measured: p50p95(times),
    budget: judged('p95 4 ms', percentile(times, 0.95) <= 4),
  };
}
