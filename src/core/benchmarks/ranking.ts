import type { Benchmark, ScoreColumn, ScoreDoubt, ScoreRow, ScoreTable } from './types';
import type { Verdict } from './verdict';
import { verdictOn } from './verdict';

/** A score with what is to be known about it. */
export interface Score {
  readonly row: ScoreRow;
  readonly column: string;
  readonly value: number;
  readonly verdict: Verdict;
}

/** Who reports the best scores in a column, and what is doubtful about it. */
export interface Ranking {
  readonly column: ScoreColumn;
  /** Those that can be compared, best first; equal scores in the table's order. */
  readonly ranked: readonly Score[];
  /** The highest of them; several if they are equal. */
  readonly best: readonly Score[];
  /** The highest of those without the mark that training images were seen, where `best` has it. */
  readonly bestUnseen: readonly Score[];
  /** Cells that cannot be compared with the others. */
  readonly unranked: readonly Score[];
  /** Scores that the survey does not have, best first. */
  readonly elsewhere: readonly Score[];
  /** Doubts about the column and its cells, weighty ones first. */
  readonly doubts: readonly ScoreDoubt[];
}

/** Ranks the cells of a column. Higher is better in all of them. */
export function rankColumn(column: ScoreColumn, table: ScoreTable): Ranking {
  const scores = scoresIn(table.rows, column.id, table).sort((a, b) => b.value - a.value);
  const ranked = scores.filter(({ verdict }) => verdict.ranked);
  const best = highest(ranked);
  const unseen = ranked.filter((score) => !hasSeen(score));
  return {
    column,
    ranked,
    best,
    bestUnseen: best.some(hasSeen) ? highest(unseen) : [],
    unranked: scores.filter(({ verdict }) => !verdict.ranked),
    elsewhere: scoresIn(table.elsewhere, column.id, table).sort((a, b) => b.value - a.value),
    doubts: table.doubts
      .filter(
        ({ columns, cells, belongsTo }) =>
          columns?.includes(column.id) === true ||
          cells?.some((cell) => cell.columns.includes(column.id)) === true ||
          belongsTo === column.id,
      )
      .sort((a, b) => weight[a.severity] - weight[b.severity]),
  };
}

const weight: Readonly<Record<ScoreDoubt['severity'], number>> = { high: 0, medium: 1, low: 2 };

/** The scores of a model's variants: in the survey's table, then elsewhere; columns in the order of the benchmarks. */
export function scoresOfModel(
  modelId: string,
  benchmarks: readonly Benchmark[],
  table: ScoreTable,
): readonly Score[] {
  const columns = scoreColumns(benchmarks, table);
  return [...table.rows, ...table.elsewhere]
    .filter(({ model }) => model === modelId)
    .flatMap((row) => columns.flatMap(({ id }) => scoresIn([row], id, table)));
}

/** All columns in the survey's order. */
export function scoreColumns(benchmarks: readonly Benchmark[], table: ScoreTable): readonly ScoreColumn[] {
  const byId = new Map(benchmarks.flatMap(({ columns = [] }) => columns.map((each) => [each.id, each])));
  return table.table.columns.flatMap((id) => byId.get(id) ?? []);
}

function scoresIn(rows: readonly ScoreRow[], column: string, table: ScoreTable): Score[] {
  return rows.flatMap((row) => {
    const value = row.scores[column];
    return value === undefined ? [] : [{ row, column, value, verdict: verdictOn(row, column, table) }];
  });
}

function highest(scores: readonly Score[]): Score[] {
  const [first] = scores;
  return first ? scores.filter(({ value }) => value === first.value) : [];
}

function hasSeen({ verdict }: Score): boolean {
  return verdict.reasons.some((reason) => reason.kind === 'flag' && reason.flag === 'seen');
}
