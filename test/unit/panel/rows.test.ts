import assert from 'node:assert/strict';
import fc from 'fast-check';
import { workRecord } from '../../../src/core/bibliography/record';
import { entryRow, marksOf, modelBadges, modelRow, newModels } from '../../../src/core/panel/rows';
import { sortedKeys, sortedModels } from '../../../src/core/panel/sorting';
import { listWindow, scrolledTo } from '../../../src/core/panel/window';
import { blip2, flamingo, model, smallCatalog, work } from '../catalog/fixtures';

const none = marksOf('');

describe('a row of the search', () => {
  it('says what a model is, and marks what matches', () => {
    const row = modelRow(blip2, smallCatalog.workOf(blip2), marksOf('blip'), ['survey']);
    assert.equal(row.id, blip2.id);
    assert.deepEqual(
      row.nameMarks.map(({ start, end }) => row.name.slice(start, end)),
      ['BLIP'],
    );
    assert.deepEqual(row.meta.slice(0, 2), ['2023-01', 'ICML']);
    assert.deepEqual(row.badges, ['survey']);
  });

  it('says what an entry is', () => {
    const record = workRecord(work('k', { title: 'A Title', year: 2024 }));
    const row = entryRow('k', record, marksOf('title'), ['cited']);
    assert.equal(row.name, 'A Title');
    assert.deepEqual(row.meta, ['k']);
    assert.match(row.detail, /2024$/);
    assert.equal(row.nameMarks.length, 1);
    assert.equal(entryRow('k', { ...record, title: '' }, none, []).name, 'k');
  });

  it('is one line of plain text, whatever a title has in it, and marks stay inside', () => {
    const title = fc.string({
      unit: fc.constantFrom('a', '<b>', '\n', '\u202e', '\u0000', ' ', 'llava', 'é'),
    });
    fc.assert(
      fc.property(title, (text) => {
        const row = modelRow(
          model('x', { name: text }),
          work('x-work', { title: text }),
          marksOf('llava a'),
          [],
        );
        for (const [shown, marks] of [
          [row.name, row.nameMarks],
          [row.detail, row.detailMarks],
        ] as const) {
          assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}]/u);
          assert.ok(marks.every(({ start, end }) => start >= 0 && start < end && end <= shown.length));
        }
      }),
    );
  });
});

describe('the badges of a model', () => {
  const draft = { cited: new Set(['a']), inBibliography: new Set(['a']) };

  it('say where it stands', () => {
    const final = { v1: null, table: false, final: true };
    assert.deepEqual(modelBadges(model('a', { survey: final }), draft, new Set(['a'])), [
      'cited',
      'bibliography',
      'survey',
      'new',
    ]);
    const unlisted = { ...final, final: false };
    assert.deepEqual(modelBadges(model('b', { survey: unlisted }), draft, new Set()), []);
    const own = model('b', { survey: unlisted, origin: { name: 'team.yaml' } });
    assert.deepEqual(modelBadges(own, draft, new Set()), ['own']);
    assert.equal(modelRow(own, work('b-work'), none, []).meta.at(-1), 'team.yaml');
  });

  it('call the models of the catalog’s last half year new', () => {
    const dates = ['2024-01', '2025-12', '2026-01', '2026-06'];
    const models = dates.map((released) => model(released, { released }));
    assert.deepEqual([...newModels(models)], ['2026-01', '2026-06']);
    assert.equal(newModels([]).size, 0);
  });
});

describe('the order of results', () => {
  const models = [
    model('x', { name: 'beta', released: '2023-05' }),
    model('y', { name: 'Alpha 10', released: '2024-01' }),
    model('z', { name: 'alpha 2', released: '2022-01' }),
  ];
  const names = (by: 'relevance' | 'newest' | 'name') => sortedModels(models, by).map(({ id }) => id);

  it('is that of the search, the newest first, or by name as people count', () => {
    assert.deepEqual(names('relevance'), ['x', 'y', 'z']);
    assert.deepEqual(names('newest'), ['y', 'x', 'z']);
    assert.deepEqual(names('name'), ['z', 'y', 'x']);
  });

  it('leaves the given list alone', () => {
    sortedModels(models, 'name');
    assert.equal(models[0]?.id, 'x');
    assert.equal(flamingo.id, 'flamingo');
  });
});

describe('the order of entries', () => {
  const entries = {
    b: { year: 2020, author: 'Ångström' },
    A: { year: undefined, author: 'zhu' },
    c: { year: 2024, author: '' },
    d: { year: 2020, author: 'Brown' },
  };
  const keys = Object.keys(entries);
  const sorted = (by: 'relevance' | 'newest' | 'author' | 'key') =>
    sortedKeys(keys, by, (key) => entries[key as keyof typeof entries]);

  it('is that of the search or the file, or by year, author or key', () => {
    assert.deepEqual(sorted('relevance'), keys);
    assert.deepEqual(sorted('newest'), ['c', 'b', 'd', 'A']);
    assert.deepEqual(sorted('author'), ['b', 'd', 'A', 'c']);
    assert.deepEqual(sorted('key'), ['A', 'b', 'c', 'd']);
  });

  it('puts entries that are not known yet at the end', () => {
    assert.deepEqual(
      sortedKeys(['x', 'y'], 'newest', (key) => (key === 'y' ? { year: 1, author: '' } : undefined)),
      ['y', 'x'],
    );
  });
});

describe('the lines of a long list on the page', () => {
  it('are those in sight and few more, inside the list, wherever it is scrolled', () => {
    const number = fc.integer({ min: 0, max: 50_000 });
    fc.assert(
      fc.property(number, fc.double({ min: -100, max: 3e6, noNaN: true }), (count, top) => {
        const { start, end } = listWindow(count, top, 600, 46);
        assert.ok(start >= 0 && start <= end && end <= count);
        assert.ok(end - start <= 600 / 46 + 2 + 16);
        for (let y = Math.max(0, top); y < top + 600; y += 46) {
          const index = Math.floor(y / 46);
          assert.ok(index >= count || (index >= start && index < end), `${index} of ${start} to ${end}`);
        }
      }),
    );
  });

  it('are scrolled into sight by as little as possible', () => {
    assert.equal(scrolledTo(0, 100, 200, 46), 0);
    assert.equal(scrolledTo(3, 100, 200, 46), 100);
    assert.equal(scrolledTo(10, 100, 200, 46), 11 * 46 - 200);
  });
});
