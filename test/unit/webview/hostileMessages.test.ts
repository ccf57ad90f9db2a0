import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { Catalog } from '../../../src/core/catalog/catalog';
import type { Model } from '../../../src/core/catalog/types';
import { svg, svgDocument } from '../../../src/core/charts/svgNode';
import { compareModels, mostColumns } from '../../../src/core/comparison/compare';
import { initialView } from '../../../src/core/comparison/view';
import { landscapeOf } from '../../../src/core/landscape/landscape';
import { mergeOwnCatalogs } from '../../../src/core/ownCatalogs/merge';
import { entryRow, marksOf, modelBadges, modelRow } from '../../../src/core/panel/rows';
import {
  isComparisonState,
  isFromComparison,
  isFromLandscape,
  isFromSearch,
  isLandscapeState,
  isSearchState,
  isToComparison,
  isToLandscape,
  isToSearch,
} from '../../../src/webview/protocol';
import { read } from '../ownCatalogs/fixtures';

const picture = svgDocument(svg('svg', { width: 1 }, svg('title', {}, '<script>')));

/** One message of each type that pages send. */
const fromPages = {
  comparison: [
    { type: 'ready' },
    { type: 'columns', ids: ['a'] },
    { type: 'addModels', ids: ['a'] },
    { type: 'insertTable', ids: ['a'], rows: ['inputs'], transposed: true },
    { type: 'exportCsv', ids: ['a'], rows: ['inputs'], transposed: true },
    { type: 'exportSvg', name: 'timeline', svg: picture },
    { type: 'openModel', id: 'a' },
    { type: 'cite', ids: ['a'] },
  ],
  landscape: [
    { type: 'ready' },
    { type: 'openModel', id: 'a' },
    { type: 'compare', ids: ['a'] },
    { type: 'cite', ids: ['a'] },
    { type: 'filter', query: 'x' },
    { type: 'exportSvg', name: 'timeline', svg: picture },
  ],
  search: [
    { type: 'ready' },
    { type: 'query', number: 1, text: 'x', scope: 'catalog', sorting: 'name', start: 0 },
    { type: 'rows', number: 1, start: 0, count: 60 },
    { type: 'complete', number: 1, text: 'x', offset: 1 },
    { type: 'act', action: 'cite', scope: 'catalog', ids: ['a'] },
  ],
};

const directions = [
  { name: 'the comparison', takes: isFromComparison, sent: fromPages.comparison },
  { name: 'the landscape', takes: isFromLandscape, sent: fromPages.landscape },
  { name: 'the search', takes: isFromSearch, sent: fromPages.search },
] as const;

const shapes = [
  isToComparison,
  isFromComparison,
  isComparisonState,
  isToLandscape,
  isFromLandscape,
  isLandscapeState,
  isToSearch,
  isFromSearch,
  isSearchState,
];

describe('a message that nobody has written', () => {
  it('is refused by every shape, which never throws', () => {
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true });
    fc.assert(fc.property(anything, (value) => shapes.every((takes) => !takes(value))));
  });

  it('is refused if its type is the name of something that all objects have', () => {
    for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']) {
      assert.ok(
        shapes.every((takes) => !takes({ type })),
        type,
      );
      assert.ok(
        shapes.every((takes) => !takes(JSON.parse(`{"__proto__": {"type": "ready"}, "type": "${type}"}`))),
        type,
      );
    }
  });
});

for (const { name, takes, sent } of directions) {
  describe(`a message from ${name}`, () => {
    it('is taken as it is sent', () => {
      sent.forEach((message) => assert.ok(takes(message), JSON.stringify(message)));
    });

    it('is refused without one of its properties', () => {
      for (const message of sent) {
        for (const property of Object.keys(message)) {
          const rest = Object.fromEntries(Object.entries(message).filter(([key]) => key !== property));
          assert.ok(!takes(rest), `${message.type} without ${property}`);
        }
      }
    });

    it('is refused with a property of another kind', () => {
      const wrong = fc.constantFrom<unknown>(null, undefined, {}, [{}], NaN, -1, 0.5, () => 1, [[]], [null]);
      for (const message of sent) {
        for (const property of Object.keys(message)) {
          fc.assert(fc.property(wrong, (value) => !takes({ ...message, [property]: value })));
        }
      }
    });

    it('is refused with a list that no hand has chosen', () => {
      for (const message of sent.filter((each) => 'ids' in each)) {
        assert.ok(!takes({ ...message, ids: Array(100_001).fill('x') }), message.type);
      }
    });
  });
}

describe('a picture from a page', () => {
  it('is refused if it is none of ours', () => {
    for (const svgText of [
      '',
      'MZ',
      '<html></html>',
      picture.replace('<title>', '<script>alert(1)</script><title>'),
      picture.replace('<svg ', '<svg onload="alert(1)" '),
    ]) {
      assert.ok(!isFromComparison({ type: 'exportSvg', name: 'x', svg: svgText }), svgText);
      assert.ok(!isFromLandscape({ type: 'exportSvg', name: 'x', svg: svgText }), svgText);
    }
  });
});

/** An own catalog as long and as strange as its schema lets through. */
function longCatalog(): string {
  const long = (text: string): string => text.repeat(Math.ceil(990 / text.length)).slice(0, 990);
  const many = (text: string): string[] => Array.from({ length: 300 }, (_, index) => `${text} ${index}`);
  return JSON.stringify({
    models: Array.from({ length: 30 }, (_, index) => ({
      name: `${long('<img src=x onerror=alert(1)>')} ${index}`,
      aliases: many('alias'),
      institutions: many('<script>'),
      inputs: ['image', 'text'],
      outputs: ['text'],
      architecture: {
        encoders: many('"><svg onload=alert(1)>'),
        backbones: [{ name: long('`${x}`'), family: '__proto__' }, ...many('constructor')],
      },
      training: { pretraining: long('[x](command:y)'), procedure: long('</script>') },
      notes: many('A note').map((note) => `${long(note)}.`),
      idea: { en: long('is ![x](https://example.invalid/x.png) '), zh: long('是') },
      work: { title: `${long('title')} ${index}`, author: 'Doe, Jane', year: 2025, key: `key${index}` },
    })),
  });
}

describe('what the extension sends', () => {
  let catalog: Catalog;

  before(async () => {
    const builtIn = new Catalog(compileCatalog(await readSources()).data);
    const own = read(longCatalog(), 'long.json');
    assert.deepEqual(own.problems, []);
    catalog = mergeOwnCatalogs(builtIn, [own]).catalog;
    assert.equal(catalog.models.length, builtIn.models.length + 30);
  });

  /** As it arrives. */
  const sent = (message: object): unknown => JSON.parse(JSON.stringify(message));

  it('is a comparison for any models of the catalog and of long own ones', () => {
    for (let start = 0; start < catalog.models.length; start += mostColumns) {
      const models: readonly Model[] = catalog.models.slice(start, start + mostColumns);
      const comparison = compareModels(models, (model) => catalog.workOf(model));
      const message = { type: 'show', comparison, models, benchmarks: [], view: initialView(comparison) };
      assert.ok(isToComparison(sent(message)), models.map(({ id }) => id).join());
      const rows = comparison.rows.map(({ id }) => id);
      assert.ok(
        isFromComparison({ type: 'insertTable', ids: models.map(({ id }) => id), rows, transposed: true }),
      );
    }
  });

  it('is a landscape with all of them', () => {
    const { points, series } = landscapeOf(catalog);
    const named = series.map(({ family }) => ({ name: family, query: family }));
    assert.ok(
      isToLandscape(sent({ type: 'show', lanes: ['a', 'b', 'c'], series: named, points, columns: [] })),
    );
  });

  it('is a row of the search for each of them, with marks', () => {
    const marks = marksOf('img script a');
    const state = { cited: new Set<string>(), inBibliography: new Set<string>() };
    for (const model of catalog.models) {
      const row = modelRow(
        model,
        catalog.workOf(model),
        marks,
        modelBadges(model, state, new Set([model.id])),
      );
      assert.ok(isToSearch(sent({ type: 'rows', number: 1, start: 0, rows: [row] })), model.id);
      assert.ok(row.name.length <= 500 && row.meta.length <= 500);
    }
  });

  it('is a row of the search for an entry of any length', () => {
    const huge = 'x'.repeat(20_000_000);
    const record = {
      key: huge,
      type: 'misc',
      title: huge,
      authors: [{ family: huge }],
      authorsTruncated: false,
      year: 2024,
      venue: huge,
    };
    const row = entryRow(huge, record, marksOf(''), []);
    assert.ok(isToSearch(sent({ type: 'rows', number: 1, start: 0, rows: [row] })));
  });

  it('comes back from the search with all that can be selected', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => `key${index}`);
    assert.ok(isFromSearch({ type: 'act', action: 'copyKey', scope: 'bibliography', ids }));
    const state = { text: '', scope: 'bibliography', sorting: 'name', top: 0, active: 0, facet: '' };
    assert.ok(isSearchState({ ...state, selected: ids }));
  });
});
