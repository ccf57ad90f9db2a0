import assert from 'node:assert/strict';
import { rankColumn, scoresOfModel } from '../../../src/core/benchmarks/ranking';
import type { ScoreColumn, ScoreRow, ScoreTable } from '../../../src/core/benchmarks/types';
import { doubtText, flagText, scoreMark, scoreText, verdictOn } from '../../../src/core/benchmarks/verdict';

const column: ScoreColumn = {
  id: 'GQA',
  label: 'GQA',
  printed: 'GQA',
  name: 'GQA',
  measures: 'questions',
  metric: 'accuracy',
  unit: '%',
  range: '0-100',
};

function row(id: string, value: number, changes: Partial<ScoreRow> = {}): ScoreRow {
  return {
    id,
    name: id,
    model: id,
    backbone: 'Vicuna',
    scores: { GQA: value },
    source: 'survey, table 2',
    ...changes,
  };
}

function table(rows: readonly ScoreRow[], changes: Partial<ScoreTable> = {}): ScoreTable {
  return {
    table: { source: 'survey, table 2', columns: ['GQA'], compiledFrom: ['papers'], notes: [] },
    rows,
    elsewhere: [],
    doubts: [],
    ...changes,
  };
}

const misplaced = {
  id: 'other',
  kind: 'other-benchmark',
  severity: 'high',
  cells: [{ row: 'c', columns: ['GQA'] }],
  ranked: false,
  text: 'Is another score.',
  evidence: ['model card'],
} as const;

const mixed = { ...misplaced, id: 'mixed', kind: 'other-variant', ranked: true, text: 'Mixed.' } as const;

describe('a verdict on a score', () => {
  const standing = (changes: Partial<ScoreRow>, doubts: ScoreTable['doubts'] = []): string => {
    const only = row('c', 50, changes);
    return verdictOn(only, 'GQA', table([only], { doubts })).standing;
  };

  it('tells what no second source was read for', () => {
    assert.equal(standing({}), 'unchecked');
  });

  it('tells what a second source confirms', () => {
    assert.equal(standing({ checks: [{ source: 'README', agrees: ['GQA'] }] }), 'confirmed');
  });

  it('tells what sources differ about, although another confirms it', () => {
    const checks = [
      { source: 'README', agrees: ['GQA'] },
      { source: 'paper', disagrees: { GQA: 41 } },
    ];
    assert.equal(standing({ checks }), 'disputed');
  });

  it('tells what stands under a condition', () => {
    assert.equal(standing({ flags: { GQA: 'seen' } }), 'qualified');
  });

  it('tells what is known to be doubtful, and what cannot be compared at all', () => {
    assert.equal(standing({}, [mixed]), 'disputed');
    assert.equal(standing({}, [mixed, misplaced]), 'misplaced');
    assert.equal(standing({}, [{ ...misplaced, cells: [], columns: ['GQA'] }]), 'misplaced');
  });

  it('takes a missing mark for a condition, not for a doubt about the value', () => {
    assert.equal(standing({}, [{ ...mixed, kind: 'flag-missing' }]), 'qualified');
  });

  it('is not moved by doubts about other cells', () => {
    assert.equal(standing({}, [{ ...misplaced, cells: [{ row: 'd', columns: ['GQA'] }] }]), 'unchecked');
    assert.equal(standing({}, [{ ...misplaced, cells: [{ row: 'c', columns: ['VQAv2'] }] }]), 'unchecked');
  });

  it('has one text that names doubts, then other values with their sources', () => {
    const only = row('c', 50, {
      checks: [
        { source: 'paper (copy)', disagrees: { GQA: 41 } },
        { source: 'README', disagrees: { GQA: 41 } },
      ],
    });
    const verdict = verdictOn(only, 'GQA', table([only], { doubts: [mixed] }));
    assert.equal(doubtText(verdict), 'Mixed. Elsewhere: 41 (paper (copy); README).');
    assert.equal(doubtText(verdict, true), 'Mixed. Elsewhere: 41 (paper; README).');
  });

  it('has no text of doubt for a flag, which has its own', () => {
    const only = row('c', 50, { flags: { GQA: 'reimplemented' } });
    const verdict = verdictOn(only, 'GQA', table([only]));
    assert.equal(doubtText(verdict), undefined);
    assert.match(flagText(verdict) ?? '', /re-run/);
    assert.equal(scoreMark(verdict), '‡');
  });

  it('has a mark for flag and doubt', () => {
    const only = row('c', 50, { flags: { GQA: 'seen' } });
    assert.equal(scoreMark(verdictOn(only, 'GQA', table([only], { doubts: [mixed] }))), '*?');
    assert.equal(scoreText(62), '62.0');
  });
});

describe('the ranking of a column', () => {
  const rows = [row('a', 60), row('b', 63.3, { flags: { GQA: 'seen' } }), row('c', 99), row('d', 63.3)];

  it('leaves out what cannot be compared', () => {
    const { ranked, unranked, best } = rankColumn(column, table(rows, { doubts: [misplaced] }));
    assert.deepEqual(
      ranked.map((score) => score.row.id),
      ['b', 'd', 'a'],
    );
    assert.deepEqual(
      unranked.map((score) => score.row.id),
      ['c'],
    );
    assert.deepEqual(
      best.map((score) => score.row.id),
      ['b', 'd'],
    );
  });

  it('names the best without training images seen only where the best has seen them', () => {
    const seen = rankColumn(column, table(rows, { doubts: [misplaced] }));
    assert.deepEqual(
      seen.bestUnseen.map((score) => score.row.id),
      ['d'],
    );
    assert.deepEqual(rankColumn(column, table([row('a', 60)])).bestUnseen, []);
  });

  it('keeps scores from elsewhere apart', () => {
    const { best, elsewhere } = rankColumn(column, table(rows, { elsewhere: [row('e', 100)] }));
    assert.deepEqual([best[0]?.row.id, elsewhere[0]?.row.id], ['c', 'e']);
  });

  it('has nobody at the top of a column in which nothing can be compared', () => {
    const doubts = [{ ...misplaced, cells: [], columns: ['GQA'] }];
    const { best, ranked, unranked } = rankColumn(column, table(rows, { doubts }));
    assert.deepEqual([best.length, ranked.length, unranked.length], [0, 0, 4]);
  });

  it('lists weighty doubts first', () => {
    const doubts = [{ ...mixed, severity: 'low' as const }, misplaced];
    assert.deepEqual(
      rankColumn(column, table(rows, { doubts })).doubts.map(({ id }) => id),
      ['other', 'mixed'],
    );
  });
});

describe('the scores of a model', () => {
  it('are those of all its variants, here and elsewhere', () => {
    const scores = scoresOfModel(
      'a',
      [{ id: 'gqa', name: 'GQA', work: 'w', columns: [column] }],
      table([row('a', 60), row('b', 70)], { elsewhere: [row('a2', 61, { model: 'a' })] }),
    );
    assert.deepEqual(
      scores.map(({ value }) => value),
      [60, 61],
    );
  });
});
