import type { ScoreRow } from '../../src/core/benchmarks/types';
import type { CatalogData } from '../../src/core/catalog/types';
import type { GuideData } from '../../src/core/guide/types';
import { GUIDE_FILES } from './guide';
import type { Problem } from './problems';

/** Checks of the scores: every flag, check and doubt is about a cell that there is. */
export function checkScores({ scores, benchmarks, datasets }: GuideData, catalog: CatalogData): Problem[] {
  const problems: Problem[] = [];
  const { file } = GUIDE_FILES.scores;
  const report = (field: string, message: string): void => {
    problems.push({ file, field, message });
  };
  const models = new Set(catalog.models.map(({ id }) => id));
  const data = new Set(datasets.datasets.map(({ id }) => id));
  const columns = new Set<string>();
  benchmarks.forEach((benchmark, index) => {
    benchmark.columns?.forEach(({ id }, at) => {
      if (columns.has(id)) {
        const field = `benchmarks[${index}].columns[${at}].id`;
        problems.push({ file: GUIDE_FILES.benchmarks.file, field, message: `“${id}” is used twice` });
      }
      columns.add(id);
    });
  });
  const listed = new Set(scores.table.columns);
  for (const column of [...columns, ...listed]) {
    if (!columns.has(column) || !listed.has(column)) {
      report('table.columns', `“${column}” is not both here and with a benchmark`);
    }
  }
  for (const list of ['rows', 'elsewhere'] as const) {
    const ids = new Set<string>();
    scores[list].forEach((row, index) => {
      const field = `${list}[${index}]`;
      if (ids.has(row.id)) {
        report(`${field}.id`, `“${row.id}” is used twice`);
      }
      ids.add(row.id);
      if (!models.has(row.model)) {
        report(`${field}.model`, `“${row.model}” is no model`);
      }
      if (row.data !== undefined && !data.has(row.data)) {
        report(`${field}.data`, `“${row.data}” is no dataset`);
      }
      checkRow(row, field, columns, report);
    });
  }
  const rows = new Map(scores.rows.map((row) => [row.id, row]));
  scores.doubts.forEach((doubt, index) => {
    const field = `doubts[${index}]`;
    doubt.cells?.forEach((cell, at) => {
      const row = rows.get(cell.row);
      if (!row) {
        report(`${field}.cells[${at}].row`, `“${cell.row}” is no row`);
        return;
      }
      for (const column of cell.columns.filter((id) => row.scores[id] === undefined)) {
        report(`${field}.cells[${at}].columns`, `“${column}” is an empty cell of ${cell.row}`);
      }
    });
    for (const column of [
      ...(doubt.columns ?? []),
      ...(doubt.belongsTo === undefined ? [] : [doubt.belongsTo]),
    ]) {
      if (!columns.has(column)) {
        report(field, `“${column}” is no column of a benchmark`);
      }
    }
  });
  return problems;
}

function checkRow(
  row: ScoreRow,
  field: string,
  columns: ReadonlySet<string>,
  report: (field: string, message: string) => void,
): void {
  for (const column of Object.keys(row.scores).filter((id) => !columns.has(id))) {
    report(`${field}.scores.${column}`, 'is no column of a benchmark');
  }
  const isEmpty = (column: string): boolean => row.scores[column] === undefined;
  for (const column of Object.keys(row.flags ?? {}).filter(isEmpty)) {
    report(`${field}.flags.${column}`, 'marks an empty cell');
  }
  row.checks?.forEach((check, index) => {
    for (const column of (check.agrees ?? []).filter(isEmpty)) {
      report(`${field}.checks[${index}].agrees`, `“${column}” is an empty cell`);
    }
    for (const [column, value] of Object.entries(check.disagrees ?? {})) {
      if (isEmpty(column) || row.scores[column] === value || (check.agrees ?? []).includes(column)) {
        report(`${field}.checks[${index}].disagrees.${column}`, 'does not disagree with a cell');
      }
    }
  });
}
