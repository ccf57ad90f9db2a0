import assert from 'node:assert/strict';
import { landscapeColumns, landscapeOf } from '../../../src/core/landscape/landscape';
import type { ScoreColumn, ScoreTable } from '../../../src/core/benchmarks/types';
import { bestPair, commonRows } from '../../../src/core/landscape/pairs';
import { architecture, catalogOf, model, part, work } from '../catalog/fixtures';

function withBackbone(id: string, ...families: string[]) {
  return model(id, {
    architecture: architecture({ backbones: families.map((family) => part(family, family)) }),
  });
}

describe('the landscape', () => {
  it('has the largest families of language models as series, then the others, then what is not reported', () => {
    const many = Array.from({ length: 14 }, (_, index) => withBackbone(`m${index}`, `Family ${index}`));
    const { series, points } = landscapeOf(
      catalogOf([withBackbone('a', 'Vicuna'), withBackbone('b', 'Vicuna'), ...many, model('none')]),
    );
    assert.deepEqual(series[0], { kind: 'family', family: 'Vicuna' });
    assert.equal(series.filter(({ kind }) => kind === 'family').length, 10);
    const seriesOf = (id: string) => series[points.find((point) => point.id === id)!.series]!.kind;
    assert.equal(seriesOf('b'), 'family');
    assert.equal(seriesOf('m9'), 'other');
    assert.equal(seriesOf('none'), 'unknown');
  });

  it('takes a model with several language models by the first', () => {
    const { series, points } = landscapeOf(catalogOf([withBackbone('a', 'OPT', 'Flan-T5')]));
    assert.equal(series[points[0]!.series]?.family, 'OPT');
  });

  it('has a lane for understanding, generation and tools', () => {
    const { points } = landscapeOf(
      catalogOf([
        model('u'),
        model('g', { function: 'generation' }),
        model('t', { function: 'generation', design: 'tool-using' }),
      ]),
    );
    assert.deepEqual(
      points.map(({ lane }) => lane),
      [0, 1, 2],
    );
  });
});

describe('a model of the landscape', () => {
  const [point] = landscapeOf(
    catalogOf(
      [
        model('a', {
          work: 'liu2023visual',
          architecture: architecture({
            backbones: [part('Vicuna', 'Vicuna', { sizes: ['7B', '13B'] }), part('OPT')],
          }),
        }),
      ],
      [work('liu2023visual', { title: 'Visual Instruction Tuning' })],
    ),
  ).points;

  it('says its work, all its language models with their sizes, and what goes in and out', () => {
    assert.equal(point?.title, 'Visual Instruction Tuning');
    assert.equal(point?.backbones, 'Vicuna 7B/13B, OPT');
    assert.equal(point?.detail, 'image + text → text');
  });

  it('is a landmark if the survey describes it in one of its tables', () => {
    const survey = { v1: null, table: false, final: true };
    const { points } = landscapeOf(
      catalogOf([
        model('later', { survey }),
        model('first', { survey: { ...survey, v1: 3 } }),
        model('table', { survey: { ...survey, table: true } }),
      ]),
    );
    assert.deepEqual(
      points.map(({ isLandmark }) => isLandmark),
      [false, true, true],
    );
  });
});

describe('a pair of benchmarks', () => {
  const column = (id: string, ...rows: string[]) => ({ id, cells: rows.map((row) => ({ row })) });
  const columns = [column('few', 'a'), column('x', 'a', 'b', 'c'), column('y', 'b', 'c', 'd')];

  it('to begin with has the most scores in common', () => {
    assert.deepEqual(bestPair(columns), ['x', 'y']);
    assert.deepEqual(bestPair(columns.slice(0, 1)), ['few']);
    assert.deepEqual(bestPair([]), []);
  });

  it('has those scores in common that are of the same row', () => {
    assert.equal(commonRows(columns[1]!, columns[2]!), 2);
    assert.equal(commonRows(columns[0]!, columns[2]!), 0);
    assert.equal(commonRows(columns[1]!, columns[1]!), 3);
  });
});

describe('the scores of the landscape', () => {
  const column: ScoreColumn = {
    id: 'GQA',
    label: 'GQA',
    printed: 'GQA',
    name: 'GQA',
    measures: '',
    metric: '',
    unit: '%',
    range: '0-100',
  };
  const row = (id: string, value?: number) => ({
    id,
    name: id.toUpperCase(),
    model: 'a',
    backbone: 'Vicuna-7B',
    scores: value === undefined ? {} : { GQA: value },
    source: 'survey',
  });
  const table: ScoreTable = {
    table: { source: 'survey', columns: ['GQA'], compiledFrom: [], notes: [] },
    rows: [row('good', 60), row('misplaced', 38.4), row('doubtful', 44), row('empty')],
    elsewhere: [row('later', 63)],
    doubts: [
      {
        id: 'd1',
        kind: 'other-benchmark',
        severity: 'high',
        cells: [{ row: 'misplaced', columns: ['GQA'] }],
        ranked: false,
        text: 'An OK-VQA score.',
        evidence: [],
      },
      {
        id: 'd2',
        kind: 'sources-differ',
        severity: 'medium',
        cells: [{ row: 'doubtful', columns: ['GQA'] }],
        ranked: true,
        text: 'Another number elsewhere.',
        evidence: [],
      },
    ],
  };
  const [found] = landscapeColumns([column], table, landscapeOf(catalogOf([withBackbone('a', 'Vicuna')])));

  it('leave out what cannot be compared, and empty cells', () => {
    assert.deepEqual(
      found?.cells.map(({ row: id, value }) => [id, value]),
      [
        ['good', 60],
        ['doubtful', 44],
        ['later', 63],
      ],
    );
  });

  it('carry their doubts and the series of their model', () => {
    assert.deepEqual(
      found?.cells.map(({ doubt }) => doubt),
      ['', 'Another number elsewhere.', ''],
    );
    assert.equal(found?.cells[0]?.series, 0);
    assert.equal(found?.cells[0]?.name, 'GOOD (Vicuna-7B)');
  });
});
