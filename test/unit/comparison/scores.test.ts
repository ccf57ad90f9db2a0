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
