import type { ScoreFlag, ScoreRow, ScoreTable } from './types';

/** Why a score is not to be taken as it stands. */
export type Reason =
  | { readonly kind: 'flag'; readonly flag: ScoreFlag; readonly text: string; readonly source: string }
  /** A second source prints another value. */
  | { readonly kind: 'disagreement'; readonly text: string; readonly source: string; readonly value: number }
  /** Something known to be wrong or mixed up; `blocks` if it forbids to compare the cell with others. */
  | {
      readonly kind: 'doubt';
      readonly text: string;
      readonly source: string;
      readonly id: string;
      readonly blocks: boolean;
    };

/** How far a cell of the table of scores can be relied on; everything that shows a score asks for this. */
export interface Verdict {
  /**
   * - `confirmed`: a second source has the same value, and none another;
   * - `unchecked`: only its own source was read;
   * - `qualified`: the value stands, but under a condition (a flag);
   * - `disputed`: sources differ, or the cell may be another variant's or test's;
   * - `misplaced`: it cannot be compared with the others of its column.
   */
  readonly standing: 'confirmed' | 'unchecked' | 'qualified' | 'disputed' | 'misplaced';
  /** Whether it is to be shown as doubtful: `disputed` or `misplaced`. */
  readonly doubtful: boolean;
  /** Whether it takes part in a ranking of its column. */
  readonly ranked: boolean;
  /** Weighty ones first. */
  readonly reasons: readonly Reason[];
  /** Second sources with the same value. */
  readonly confirmedBy: readonly string[];
}

const flagTexts: Readonly<Record<ScoreFlag, string>> = {
  seen: 'Training images of the data set were used in training.',
  reimplemented:
    'A re-run by the authors of ShareGPT4V, because the benchmark or the original paper lacks the value.',
};

/** Judges a cell: its marks, what second sources say, and what is known to be doubtful about it. */
export function verdictOn(row: ScoreRow, column: string, table: ScoreTable): Verdict {
  const isSurvey = table.rows.includes(row);
  const doubts = isSurvey
    ? table.doubts.filter(
        ({ cells, columns }) =>
          (columns ?? []).includes(column) ||
          (cells ?? []).some((cell) => cell.row === row.id && cell.columns.includes(column)),
      )
    : table.doubts.filter(({ columns }) => columns?.includes(column));
  const weighty = [...doubts].sort((a, b) => Number(a.ranked) - Number(b.ranked));
  const disagreements = (row.checks ?? []).flatMap(({ source, disagrees }): Reason[] => {
    const value = disagrees?.[column];
    return value === undefined
      ? []
      : [{ kind: 'disagreement', value, source, text: `${source} has ${String(value)}.` }];
  });
  const flag = row.flags?.[column];
  const reasons: Reason[] = [
    ...weighty.map(({ id, text, evidence, ranked: stays }): Reason => ({
      kind: 'doubt',
      id,
      text,
      source: evidence.join('; '),
      blocks: !stays,
    })),
    ...disagreements,
    ...(flag ? [{ kind: 'flag', flag, text: flagTexts[flag], source: row.source } as const] : []),
  ];
  const confirmedBy = (row.checks ?? []).flatMap(({ source, agrees }) =>
    agrees?.includes(column) ? [source] : [],
  );
  const ranked = doubts.every((doubt) => doubt.ranked);
  const standing = !ranked
    ? 'misplaced'
    : disagreements.length > 0 || doubts.some(({ kind }) => kind !== 'flag-missing')
      ? 'disputed'
      : reasons.length > 0
        ? 'qualified'
        : confirmedBy.length > 0
          ? 'confirmed'
          : 'unchecked';
  return {
    standing,
    doubtful: standing === 'disputed' || standing === 'misplaced',
    ranked,
    reasons,
    confirmedBy,
  };
}

/** A value as it is printed: one decimal. */
export function scoreText(value: number): string {
  return value.toFixed(1);
}

/** What stands behind a value wherever there is room for one sign only: `*` and `‡` as in the survey, `?` for doubt. */
export function scoreMark({ reasons, doubtful }: Verdict): string {
  const flags = reasons.flatMap((reason) =>
    reason.kind === 'flag' ? [reason.flag === 'seen' ? '*' : '‡'] : [],
  );
  return flags.join('') + (doubtful ? '?' : '');
}

/**
 * What is doubtful about a cell, in one text: known doubts, then the values that other sources have.
 *
 * @param short - names sources without what says where exactly they were read
 * @returns `undefined` if nothing is, or only a flag
 */
export function doubtText({ reasons }: Verdict, short = false): string | undefined {
  const doubts = reasons.flatMap((reason) => (reason.kind === 'doubt' ? [reason.text] : []));
  const others = new Map<number, string[]>();
  for (const reason of reasons) {
    if (reason.kind === 'disagreement') {
      const source = short ? reason.source.replace(/ \(.*$/, '') : reason.source;
      others.set(reason.value, [...(others.get(reason.value) ?? []), source]);
    }
  }
  if (others.size > 0) {
    const values = [...others].map(([value, sources]) => `${String(value)} (${sources.join('; ')})`);
    doubts.push(`Elsewhere: ${values.join(', ')}.`);
  }
  return doubts.length > 0 ? doubts.join(' ') : undefined;
}

/** Why a cell cannot be compared with the others of its column; empty if it can. */
export function blockText({ reasons }: Verdict): string {
  return reasons
    .flatMap((reason) => (reason.kind === 'doubt' && reason.blocks ? [reason.text] : []))
    .join(' ');
}

/** What a cell's flag means, e.g. that training images were seen. */
export function flagText({ reasons }: Verdict): string | undefined {
  return reasons.find((reason) => reason.kind === 'flag')?.text;
}

/** Said of a score that the survey does not have. */
export function elsewhereText(source: string): string {
  return `Not in the survey: ${source}.`;
}
