import { CatalogSearch, catalogFields, modelFields } from '../../src/core/search/catalogSearch';
import { CatalogQueries } from '../../src/core/queries/catalogQueries';
import { builtCatalog } from './catalog';
import { fuseOf } from './fuse';
import { fastestEach, keystrokes, p50p95, percentile, ratio, recallAt5, timeEach } from './measure';
import type { Row } from './measure';
import { catalogQueries } from './queries';

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
  const search = new CatalogSearch(catalog);
  const find = (query: string): string[] =>
    search.search(query, { limit: shown }).map(({ model }) => model.id);
  const documents = catalog.models.map((model) => ({
    id: model.id,
    fields: modelFields(model, catalog.workOf(model)),
  }));
  const fuses = (['whole', 'words'] as const).map((mode) => ({
    mode,
    find: fuseOf(documents, catalogFields, mode),
  }));

  const typed = keystrokes(catalogQueries.map(({ query }) => query));
  [find, ...fuses.map((fuse) => fuse.find)].forEach((each) => timeEach(typed.slice(0, 100), each));
  const ours = fastestEach(rounds, typed, find);
  const withHighlights = fastestEach(rounds, typed, (query) =>
    search.search(query, { limit: shown }).map(({ highlights }) => highlights),
  );
  const rows: Row[] = [
    {
      what: `first search, ${catalog.models.length} models (with indexing)`,
      measured: p50p95(timeEach([1, 2, 3], () => new CatalogSearch(catalog).search('llava'))),
    },
    { what: `search keystroke, ${catalog.models.length} models`, measured: p50p95(ours), budget: 'p95 4 ms' },
    { what: `  with the highlights of ${shown} hits`, measured: p50p95(withHighlights) },
  ];
  const queries = new CatalogQueries(catalog);
  const typedQueries = keystrokes(structuredQueries);
  const keystroke = (text: string): unknown => [
    queries.run(text, { limit: shown }).hits.map(({ model }) => model.id),
    queries.complete(text, text.length),
  ];
  timeEach(typedQueries.slice(0, 100), keystroke);
  rows.push({
    what: `query keystroke, found and completed`,
    measured: p50p95(fastestEach(rounds, typedQueries, keystroke)),
    budget: 'p95 4 ms',
  });
  for (const fuse of fuses) {
    const theirs = fastestEach(rounds, typed, fuse.find);
    rows.push({
      what: `  against Fuse.js alone, ${fuse.mode}`,
      measured: `${ratio(percentile(ours, 0.95), percentile(theirs, 0.95))} faster at p95`,
      budget: '5 times',
      against: p50p95(theirs),
    });
  }
  for (const kind of [...new Set(catalogQueries.map((each) => each.kind))]) {
    const queries = catalogQueries.filter((each) => each.kind === kind);
    rows.push({
      what: `recall@5, ${kind} (${queries.length})`,
      measured: recallAt5(queries, find).toFixed(2),
      against: fuses.map((fuse) => `${fuse.mode} ${recallAt5(queries, fuse.find).toFixed(2)}`).join(', '),
    });
  }
  return Promise.resolve(rows);
}
