import type { Comparison, ComparisonCell, ComparisonColumn, ComparisonRow } from './types';

/** What of a comparison is seen, and in which order. */
export interface ComparisonView {
  /** Ids of rows, all that were moved; others follow in the comparison's order. */
  readonly order: readonly string[];
  /** Ids of rows. */
  readonly hidden: readonly string[];
  /** Rows without a difference are not shown. */
  readonly onlyDifferences: boolean;
  /** A model a line, as papers have it, not a model a column. */
  readonly transposed: boolean;
}

/** What is shown at first: not addresses and remarks, which are long, nor scores, of which there are many. */
export function initialView({ rows }: Comparison): ComparisonView {
  const hidden = rows.filter(({ section }) => ['links', 'notes', 'scores'].includes(section));
  return { order: [], hidden: hidden.map(({ id }) => id), onlyDifferences: false, transposed: false };
}

/**
 * What a table of a paper has unless more is asked for: components and training data, as far as any of the models says something.
 * The rest does not fit on a page.
 */
export function draftView({ rows }: Comparison): ComparisonView {
  const usual = rows.filter(
    ({ id, section, cells }) =>
      (section === 'architecture' || id === 'training.pretraining' || id === 'training.instructionTuning') &&
      cells.some(({ value }) => value !== ''),
  );
  const hidden = rows.filter((row) => !usual.includes(row));
  return { order: [], hidden: hidden.map(({ id }) => id), onlyDifferences: false, transposed: true };
}

/** All rows in the order of a view, hidden ones as well. */
export function orderedRows({ rows }: Comparison, { order }: ComparisonView): readonly ComparisonRow[] {
  const moved = order.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  return moved.length === 0 ? rows : [...moved, ...rows.filter(({ id }) => !order.includes(id))];
}

/** The rows that a view shows, in its order. */
export function seenRows(comparison: Comparison, view: ComparisonView): readonly ComparisonRow[] {
  return orderedRows(comparison, view).filter(
    ({ id, differs }) => !view.hidden.includes(id) && (differs || !view.onlyDifferences),
  );
}

/** The view after a row has changed places with the next one that is seen. */
export function moveRow(
  comparison: Comparison,
  view: ComparisonView,
  id: string,
  by: -1 | 1,
): ComparisonView {
  const seen = seenRows(comparison, view).map((row) => row.id);
  const other = seen[seen.indexOf(id) + by];
  if (!seen.includes(id) || other === undefined) {
    return view;
  }
  const order = orderedRows(comparison, view)
    .map((row) => row.id)
    .filter((each) => each !== id);
  order.splice(order.indexOf(other) + (by === 1 ? 1 : 0), 0, id);
  return { ...view, order };
}

/** Moves a value of a list to a neighbouring place; a list without it, or at its end, stays as it is. */
export function movedBy(values: readonly string[], value: string, by: -1 | 1): readonly string[] {
  const from = values.indexOf(value);
  const to = from + by;
  if (from < 0 || to < 0 || to >= values.length) {
    return values;
  }
  const moved = values.filter((each) => each !== value);
  moved.splice(to, 0, value);
  return moved;
}

/** A cell of a table as it is seen: a model, a label or a value. */
export interface SeenCell {
  readonly text: string;
  /** The model that heads a line or column; it is cited there. */
  readonly model?: ComparisonColumn;
  readonly row?: ComparisonRow;
  readonly cell?: ComparisonCell;
}

/** A table as it is seen: the first line and the first cell of each line are headings. */
export interface SeenTable {
  readonly lines: readonly (readonly SeenCell[])[];
}

/**
 * The table of a view.
 *
 * @param label - the heading of a row in the reader's language
 * @param unknown - stands where sources are silent
 */
export function seenTable(
  comparison: Comparison,
  view: ComparisonView,
  label: (row: ComparisonRow) => string,
  unknown: string,
): SeenTable {
  const rows = seenRows(comparison, view);
  const corner: SeenCell = { text: '' };
  const heads = comparison.columns.map((model): SeenCell => ({ text: model.name, model }));
  const labels = rows.map((row): SeenCell => ({ text: label(row), row }));
  const value = (row: ComparisonRow, column: number): SeenCell => {
    const cell = row.cells[column];
    return { text: cell?.value || unknown, row, ...(cell && { cell }) };
  };
  return {
    lines: view.transposed
      ? [
          [corner, ...labels],
          ...heads.map((head, column) => [head, ...rows.map((row) => value(row, column))]),
        ]
      : [
          [corner, ...heads],
          ...rows.map((row, index) => [
            labels[index] ?? corner,
            ...heads.map((_, column) => value(row, column)),
          ]),
        ],
  };
}
