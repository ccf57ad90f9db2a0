import assert from 'node:assert/strict';
import type { ScoreColumn, ScoreRow, ScoreTable } from '../../../src/core/benchmarks/types';
import { resultsTables, scoredColumns } from '../../../src/core/comparison/results';
import { Guide } from '../../../src/core/guide/guide';
import type { GuideData } from '../../../src/core/guide/types';
import type { CitedTable, Spans } from '../../../src/core/writing/content';
import { worksCited } from '../../../src/core/writing/content';
import { catalogOf, model } from '../catalog/fixtures';
import { repositoryGuide } from '../guide/repository';

function column(id: string): ScoreColumn {
  return { id, label: id, printed: id, name: id, measures: '', metric: '', unit: '%', range: '0-100' };
}

function row(
  id: string,
  of: string,
  scores: Record<string, number>,
  changes: Partial<ScoreRow> = {},
): ScoreRow {
  return { id, name: id, model: of, backbone: 'Vicuna', scores, source: 'survey', ...changes };
}

const ids = ['GQA', 'POPE', 'MME-P', 'HM'];
const scores: ScoreTable = {
  table: { source: 'survey', columns: ids, compiledFrom: [], notes: [] },
  rows: [
    row('b', 'b', { GQA: 61, POPE: 80 }),
    row('a-13b', 'a', { GQA: 63.3, HM: 50 }, { flags: { GQA: 'seen' } }),
    row('a-7b', 'a', { GQA: 62, POPE: 85.9 }, { flags: { GQA: 'seen' } }),
    row('c', 'c', { GQA: 99, HM: 60 }),
    row('d', 'd', { GQA: 70, 'MME-P': 1500 }),
  ],
  elsewhere: [row('b', 'b', { 'MME-P': 1700 }, { source: 'a README' })],
  doubts: [
    {
      id: 'wrong',
      kind: 'other-benchmark',
      severity: 'high',
      cells: [{ row: 'c', columns: ['GQA'] }],
      ranked: false,
      text: 'An OK-VQA score.',
      evidence: [],
    },
    {
      id: 'mixed',
      kind: 'mixed-metrics',
      severity: 'medium',
      columns: ['HM'],
      ranked: false,
      text: 'Two metrics.',
      evidence: [],
    },
  ],
};
const guide = new Guide({
  survey: { work: 'zhang2024mm' },
  scores,
  benchmarks: ids.map((id) => ({
    id: id.toLowerCase(),
    name: id,
    work: `${id}-work`,
    columns: [column(id)],
  })),
} as unknown as GuideData);
const catalog = catalogOf(['a', 'b', 'c', 'd', 'none'].map((id) => model(id)));

function tables(models: readonly string[], changes: Partial<Parameters<typeof resultsTables>[3]> = {}) {
  return resultsTables(models, guide, catalog, { transposed: true, language: 'en', ...changes });
}

/** Bold as `**x**`, marks as `^x^`, citations as `[x]`. */
function plain(spans: Spans): string {
  return spans
    .map((span) => {
      switch (span.kind) {
        case 'text':
          return span.text;
        case 'strong':
          return `**${span.text}**`;
        case 'mark':
          return `^${span.mark}^`;
        case 'cite':
          return `[${span.works.join(', ')}]`;
      }
    })
    .join('');
}

const lines = ({ rows }: CitedTable): string[] => rows.map((cells) => cells.map(plain).join(' | '));
const only = (found: readonly CitedTable[]): CitedTable => {
  assert.equal(found.length, 1);
  return found[0]!;
};
const allTables = (found: readonly CitedTable[]): CitedTable[] => [...found];

describe('a table of results', () => {
  it('has a line for each variant of a model, in the order of the models, each cited', () => {
    assert.deepEqual(lines(only(tables(['b', 'a'], { columns: ['POPE', 'GQA'] }))), [
      'b[b-work] | Vicuna | 80.0 | **61.0**',
      'a-7b[a-work] | Vicuna | **85.9** | 62.0^*^',
      'a-13b[a-work] | Vicuna |  | **63.3**^*^',
    ]);
  });

  it('compares the models with each other only: who is not in it, is not the best', () => {
    assert.match(lines(only(tables(['a', 'b'], { columns: ['GQA'] })))[1]!, /\*\*63\.3\*\*/);
    assert.match(lines(only(tables(['a', 'd'], { columns: ['GQA'] })))[2]!, /\*\*70\.0\*\*/);
  });

  it('marks the best without seen images as well where the best has seen them', () => {
    const made = only(tables(['a', 'b'], { columns: ['GQA'] }));
    assert.match(lines(made)[2]!, /\*\*61\.0\*\*/);
    assert.match(plain(made.notes[0]!), /highest without it/);
    const unseen = only(tables(['b', 'd'], { columns: ['GQA'] }));
    assert.doesNotMatch(plain(unseen.notes[0]!), /without it/);
  });

  it('marks no best among scores that cannot be compared, nor where there is one score only', () => {
    const text = (found: readonly CitedTable[]): string => allTables(found).flatMap(lines).join('\n');
    assert.doesNotMatch(text(tables(['a', 'c'], { columns: ['HM'] })), /\*\*/, 'two metrics');
    assert.doesNotMatch(text(tables(['b'], { columns: ['POPE'] })), /\*\*/, 'one score');
    const wrong = text(tables(['c', 'b', 'd'], { columns: ['GQA'] }));
    assert.match(wrong, /99\.0\^a\^/);
    assert.match(wrong, /\*\*70\.0\*\*/, 'the best of those that are in the right column');
    assert.equal(only(tables(['a', 'c'], { columns: ['HM'] })).notes.length, 1, 'and says nothing of bold');
  });

  it('explains each doubt once, and says which scores are not the survey’s and are therefore not compared', () => {
    const made = only(tables(['b', 'd', 'c'], { columns: ['GQA', 'MME-P'] }));
    assert.deepEqual(lines(made), [
      'b[b-work] | Vicuna | 61.0 | 1700.0^a^',
      'd[d-work] | Vicuna | **70.0** | 1500.0',
      'c[c-work] | Vicuna | 99.0^b^ | ',
    ]);
    assert.deepEqual(made.notes.slice(1).map(plain), [
      '^a^ Not in the survey: a README.',
      '^b^ An OK-VQA score.',
    ]);
  });

  it('cites the survey and every benchmark in its caption', () => {
    const made = only(tables(['a'], { columns: ['GQA', 'POPE'] }));
    assert.equal(
      plain(made.caption),
      'Scores as compiled for the survey of MM-LLMs[zhang2024mm] on GQA[GQA-work] and POPE[POPE-work].',
    );
    assert.match(plain(only(tables(['a'], { language: 'zh' })).caption), /得分：GQA\[GQA-work\]、POPE/);
  });

  it('has models as columns where that is wanted', () => {
    const made = only(tables(['b', 'a'], { columns: ['GQA'], transposed: false }));
    assert.deepEqual(
      made.columns.map(({ head }) => (typeof head === 'string' ? head : plain(head))),
      ['', 'b[b-work]', 'a-7b[a-work]', 'a-13b[a-work]'],
    );
    assert.deepEqual(lines(made), [
      'LLM | Vicuna | Vicuna | Vicuna',
      'GQA (%) | **61.0** | 62.0^*^ | **63.3**^*^',
    ]);
  });

  it('has nothing of models without scores', () => {
    assert.deepEqual(tables(['none']), []);
    assert.equal(lines(only(tables(['none', 'b'], { columns: ['GQA'] }))).length, 1);
    assert.deepEqual(scoredColumns(['none'], guide), []);
  });
});

describe('tables of results from the catalog', function () {
  this.timeout(60_000);

  it('have every score of the models once, as many cells as columns, and cite what they name', async () => {
    const { catalog: all, guide: survey } = await repositoryGuide();
    const { rows, elsewhere } = survey.data.scores;
    const models = [...new Set([...rows, ...elsewhere].map((each) => each.model))];
    const count = [...rows, ...elsewhere].reduce((sum, each) => sum + Object.keys(each.scores).length, 0);
    for (const transposed of [true, false]) {
      const made = resultsTables(models, survey, all, { transposed, language: 'en' });
      assert.ok(made.length > 1, 'they do not fit into one');
      assert.equal(new Set(made.map(({ id }) => id)).size, made.length);
      for (const { columns, rows: body } of made) {
        assert.ok(body.every((cells) => cells.length === columns.length));
        assert.ok(columns.length <= 11);
      }
      const spans = made.flatMap(({ rows: body }) => body).flat(2);
      const shown = spans.filter((span) => 'text' in span && /^\d+\.\d$/.test(span.text)).length;
      assert.equal(shown, count);
      const cited = worksCited({ form: 'table', tables: made });
      assert.ok(models.every((id) => cited.includes(all.model(id)!.work)));
      assert.ok(cited.every((key) => all.work(key) !== undefined));
    }
  });
});
