import assert from 'node:assert/strict';
import type { ScoreColumn, ScoreRow, ScoreTable } from '../../../src/core/benchmarks/types';
import { comparedBenchmarks, scoreRows } from '../../../src/core/comparison/scores';

function column(id: string): ScoreColumn {
  return { id, label: id, printed: id, name: id, measures: '', metric: '', unit: '%', range: '0-100' };
}

function row(
  id: string,
  model: string,
  scores: Record<string, number>,
  changes: Partial<ScoreRow> = {},
): ScoreRow {
  return { id, name: id, model, backbone: 'Vicuna', scores, source: 'survey', ...changes };
}

const columns = [column('GQA'), column('POPE'), column('HM')];
const table: ScoreTable = {
  table: { source: 'survey', columns: ['GQA', 'POPE', 'HM'], compiledFrom: [], notes: [] },
  rows: [
    row('a-7b', 'a', { GQA: 62, POPE: 85.9 }, { flags: { GQA: 'seen' } }),
    row('a-13b', 'a', { GQA: 63.3 }, { flags: { GQA: 'seen' } }),
    row('b', 'b', { GQA: 38.4 }),
    row('other', 'c', { GQA: 99, HM: 50 }),
  ],
  elsewhere: [],
  doubts: [
    {
      id: 'd',
      kind: 'other-benchmark',
      severity: 'high',
      cells: [{ row: 'b', columns: ['GQA'] }],
      ranked: false,
      text: 'An OK-VQA score.',
      evidence: [],
    },
  ],
};

describe('the benchmarks of a comparison', () => {
  const found = comparedBenchmarks(['a', 'b'], columns, table);

  it('are those on which any of the models has a score, in the survey’s order', () => {
    assert.deepEqual(
      found.map(({ id }) => id),
      ['GQA', 'POPE'],
    );
  });

  it('have a bar for each variant, the best first and what cannot be compared last', () => {
    assert.deepEqual(
      found[0]?.bars.map(({ name, value, ranked }) => [name, value, ranked]),
      [
        ['a-13b (Vicuna)', 63.3, true],
        ['a-7b (Vicuna)', 62, true],
        ['b (Vicuna)', 38.4, false],
      ],
    );
  });

  it('say what speaks against a score, and under which condition it stands', () => {
    const [best, , last] = found[0]!.bars;
    assert.match(best!.doubt, /[Tt]raining images/);
    assert.equal(last!.doubt, 'An OK-VQA score.');
  });
});

describe('scores as rows of a comparison', () => {
  const rows = scoreRows(['b', 'a', 'none'], columns, table);

  it('have a cell for each model in the order of the columns, empty where there is no score', () => {
    assert.deepEqual(
      rows.map(({ id, cells }) => [id, ...cells.map(({ value }) => value)]),
      [
        ['score.GQA', '38.4', 'a-13b (Vicuna): 63.3*; a-7b (Vicuna): 62.0*', ''],
        ['score.POPE', '', '85.9', ''],
      ],
    );
  });

  it('carry doubts and sources', () => {
    const [gqa] = rows;
    assert.equal(gqa?.cells[0]?.doubt, 'An OK-VQA score.');
    assert.equal(gqa?.cells[0]?.source, 'survey');
    assert.equal(gqa?.section, 'scores');
  });
});

describe('scores that are not to be taken as they stand', () => {
  const doubts: ScoreTable['doubts'] = (
    [
      ['other-benchmark', false],
      ['other-test', false],
      ['other-variant', true],
      ['sources-differ', true],
      ['mixed-metrics', false],
      ['flag-missing', true],
    ] as const
  ).map(([kind, ranked]) => ({
    id: kind,
    kind,
    severity: 'medium',
    cells: [{ row: kind, columns: ['GQA'] }],
    ranked,
    text: `About ${kind}.`,
    evidence: [],
  }));
  const judged: ScoreTable = {
    ...table,
    doubts,
    rows: [
      ...doubts.map(({ id }) => row(id, id, { GQA: 90 })),
      row('plain', 'plain', { GQA: 50 }),
      row('rerun', 'rerun', { GQA: 51 }, { flags: { GQA: 'reimplemented' } }),
      row('disputed', 'disputed', { GQA: 52 }, { checks: [{ source: 'a page', disagrees: { GQA: 40 } }] }),
    ],
    elsewhere: [row('late', 'late', { GQA: 95 }, { source: 'a README' })],
  };
  const models = [...judged.rows, ...judged.elsewhere].map(({ model }) => model);
  const bars = comparedBenchmarks(models, columns, judged)[0]!.bars;
  const cells = scoreRows(models, columns, judged)[0]!.cells;
  const of = (model: string) => bars.find(({ name }) => name.startsWith(`${model} `))!;

  for (const { id, ranked, text } of doubts) {
    it(`are marked and ${ranked ? 'ranked all the same' : 'not ranked'}: ${id}`, () => {
      assert.equal(of(id).ranked, ranked);
      assert.equal(of(id).doubt, text);
      assert.equal(cells[models.indexOf(id)]?.doubt, text);
    });
  }

  it('are ranked with their condition or other values said', () => {
    assert.deepEqual([of('plain').ranked, of('plain').doubt], [true, '']);
    assert.equal(of('rerun').ranked, true);
    assert.match(of('rerun').doubt, /re-run/);
    assert.equal(cells[models.indexOf('rerun')]?.value, '51.0‡');
    assert.equal(of('disputed').ranked, true);
    assert.match(of('disputed').doubt, /Elsewhere: 40 \(a page\)/);
  });

  it('are not ranked if the survey does not have them, however high they are', () => {
    assert.equal(of('late').ranked, false);
    assert.equal(of('late').doubt, 'Not in the survey: a README.');
    assert.equal(cells[models.indexOf('late')]?.doubt, 'Not in the survey: a README.');
    assert.ok(bars.findIndex(({ ranked }) => !ranked) > bars.findLastIndex(({ ranked }) => ranked));
  });
});
