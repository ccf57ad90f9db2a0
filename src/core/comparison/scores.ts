import { rankColumn } from '../benchmarks/ranking';
import type { Score } from '../benchmarks/ranking';
import type { ScoreColumn, ScoreTable } from '../benchmarks/types';
import { doubtText, elsewhereText, flagText, scoreMark, scoreText } from '../benchmarks/verdict';
import type { Bar } from '../charts/bars';
import type { PlainCell } from './compare';
import { comparisonRow } from './compare';
import type { ComparisonRow } from './types';

/** The scores of compared models on one benchmark. */
export interface ComparedBenchmark {
  /** Of the column in the table of scores, e.g. `GQA`. */
  readonly id: string;
  readonly title: string;
  /** Comparable ones first, best first. */
  readonly bars: readonly Bar[];
}

/**
 * The benchmarks on which any of the models has a score, in the survey's order, with a bar for each variant of a model.
 *
 * @param ids - of models
 */
export function comparedBenchmarks(
  ids: readonly string[],
  columns: readonly ScoreColumn[],
  table: ScoreTable,
): readonly ComparedBenchmark[] {
  return columns.flatMap((column) => {
    const bars = scoresOf(ids, column, table).map((score) => ({
      name: `${score.row.name} (${score.row.backbone})`,
      value: score.value,
      doubt: [...doubtsOf(score), flagText(score.verdict) ?? ''].filter(Boolean).join(' '),
      ranked: score.verdict.ranked && !score.isElsewhere,
    }));
    return bars.length === 0 ? [] : [{ id: column.id, title: `${column.label} (${column.unit})`, bars }];
  });
}

/** A row for each benchmark that any of the models has a score on; several variants of a model share its cell. */
export function scoreRows(
  ids: readonly string[],
  columns: readonly ScoreColumn[],
  table: ScoreTable,
): readonly ComparisonRow[] {
  return columns.flatMap((column) => {
    const scores = scoresOf(ids, column, table);
    const cells = ids.map((id): PlainCell => {
      const own = scores.filter(({ row }) => row.model === id);
      return {
        value: own.map((score) => cellText(score, own.length > 1)).join('; '),
        doubt: [...new Set(own.flatMap(doubtsOf))].join(' '),
        source: [...new Set(own.map(({ row }) => row.source))].join('; '),
      };
    });
    const { id, label } = column;
    return scores.length === 0
      ? []
      : [comparisonRow({ id: `score.${id}`, label, section: 'scores', separator: '; ' }, cells)];
  });
}

type FoundScore = Score & { readonly isElsewhere: boolean };

/** Those that can be compared first; what the survey does not have was measured by others, and is not ranked with it. */
function scoresOf(ids: readonly string[], column: ScoreColumn, table: ScoreTable): readonly FoundScore[] {
  const { ranked, unranked, elsewhere } = rankColumn(column, table);
  return [
    ...[...ranked, ...unranked].map((score) => ({ ...score, isElsewhere: false })),
    ...elsewhere.map((score) => ({ ...score, isElsewhere: true })),
  ].filter(({ row }) => ids.includes(row.model));
}

function doubtsOf({ row, verdict, isElsewhere }: FoundScore): string[] {
  return [doubtText(verdict), isElsewhere ? elsewhereText(row.source) : undefined].flatMap(
    (text) => text ?? [],
  );
}

/** Marks as in the survey: images seen in training, a re-run. Doubt is the cell's own. */
function cellText({ row, value, verdict }: Score, isOneOfSeveral: boolean): string {
  const score = scoreText(value) + scoreMark(verdict).replace('?', '');
  return isOneOfSeveral ? `${row.name} (${row.backbone}): ${score}` : score;
}
