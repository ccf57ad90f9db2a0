import { rankColumn } from '../benchmarks/ranking';
import type { Ranking, Score } from '../benchmarks/ranking';
import type { Benchmark, ScoreColumn, ScoreRow } from '../benchmarks/types';
import { blockText, doubtText, flagText, scoreText, verdictOn } from '../benchmarks/verdict';
import type { Catalog } from '../catalog/catalog';
import type { CitedTable, Span, Spans } from '../writing/content';
import { cite, enumerateSpans, text } from '../writing/content';
import type { Guide } from './guide';
import { TableNotes } from './tableNotes';

/** Columns side by side in the table of all scores; more would not fit on a page. */
const COLUMNS_PER_TABLE = 9;

/** What a benchmark measures, who reports the best scores on it, and what is doubtful about that. */
export function benchmarkSentence(benchmark: Benchmark, guide: Guide, catalog: Catalog): Span[] {
  const { survey, scores } = guide.data;
  const columns = benchmark.columns ?? [];
  if (columns.length === 0) {
    return [text(benchmark.name), cite(benchmark.work), text(' is a benchmark for multimodal models.')];
  }
  return columns.flatMap((column, index) => [
    ...(index > 0 ? [text(' ')] : []),
    ...(column.name.startsWith(benchmark.name) || columns.length > 1
      ? [text(column.name)]
      : [text(benchmark.name)]),
    cite(benchmark.work),
    text(` tests ${column.measures}. Of the scores compiled for the survey of MM-LLMs`),
    cite(survey.work),
    text(', '),
    ...rankingSpans(rankColumn(column, scores), catalog),
  ]);
}

function rankingSpans({ column, best, bestUnseen, unranked }: Ranking, catalog: Catalog): Span[] {
  const spans: Span[] = [];
  const [first] = best;
  if (first) {
    const verb = best.length > 1 ? 'report' : 'reports';
    spans.push(
      ...named(best, catalog),
      text(` ${verb} the highest, ${valueText(first, column)}${remark(first)}.`),
    );
  } else {
    spans.push(text('none is ranked here.'));
  }
  const [unseen] = bestUnseen;
  if (unseen) {
    spans.push(
      text(' Without the mark that training images of the data set were seen, '),
      ...named(bestUnseen, catalog),
      text(
        ` ${bestUnseen.length > 1 ? 'have' : 'has'} the highest, ${valueText(unseen, column)}${remark(unseen)}.`,
      ),
    );
  }
  const why = [...new Set(unranked.map(({ verdict }) => blockText(verdict)))].join(' ');
  if (unranked.length > 0 && first) {
    spans.push(
      text(' Not compared: '),
      ...named(unranked, catalog),
      text(` (${lower(why).replace(/\.$/, '')}).`),
    );
  } else if (unranked.length > 0) {
    spans.push(text(` ${why}`));
  }
  return spans;
}

function valueText({ value }: Score, { unit }: ScoreColumn): string {
  return unit === '%' ? `${scoreText(value)}%` : `${scoreText(value)} points`;
}

/** What is to be said in brackets behind a score. */
function remark({ verdict }: Score): string {
  const flag = flagText(verdict);
  const parts = [flag, doubtText(verdict, true)].filter((part) => part !== undefined);
  return parts.length > 0 ? ` (${lower(parts.join(' ')).replace(/\.$/, '')})` : '';
}

function named(scores: readonly Score[], catalog: Catalog): Span[] {
  return enumerateSpans(scores.map(({ row }) => rowName(row, catalog)));
}

/** A row's name as printed, with the backbone where it does not tell the variant, and its citation. */
function rowName(row: ScoreRow, catalog: Catalog): Spans {
  const model = catalog.model(row.model);
  return [text(`${row.name} (${row.backbone})`), ...(model ? [cite(model.work)] : [])];
}

/** The scores of a benchmark as a table, best first; each column of the benchmark is a table of its own. */
export function benchmarkTables(benchmark: Benchmark, guide: Guide, catalog: Catalog): CitedTable[] {
  const { survey, scores } = guide.data;
  return (benchmark.columns ?? []).map((column) => {
    const { ranked, unranked } = rankColumn(column, scores);
    const notes = new TableNotes();
    const rows = [...ranked, ...unranked].map((score): Spans[] => [
      modelCell(score.row, catalog),
      [text(score.row.backbone)],
      [text(scoreText(score.value)), ...notes.marks(score.verdict)],
    ]);
    return {
      id: column.id.toLowerCase(),
      caption: [
        text(`Scores on ${column.name}`),
        cite(benchmark.work),
        text(`, ${column.metric}, as compiled for the survey of MM-LLMs`),
        cite(survey.work),
        text('.'),
      ],
      columns: [
        { head: 'Model', align: 'left' },
        { head: 'LLM', align: 'left' },
        { head: column.unit === '%' ? `${column.label} (%)` : column.label, align: 'right' },
      ],
      rows,
      notes: notes.list(),
    };
  });
}

/** The survey's table of scores, in as many tables as its columns need. */
export function scoreTables(guide: Guide, catalog: Catalog): CitedTable[] {
  const { survey, scores, benchmarks } = guide.data;
  const columns = guide.columns;
  const works = new Map(
    benchmarks.flatMap(({ columns: own = [], work }) => own.map(({ id }) => [id, work] as const)),
  );
  const tables: CitedTable[] = [];
  for (let start = 0; start < columns.length; start += COLUMNS_PER_TABLE) {
    const shown = columns.slice(start, start + COLUMNS_PER_TABLE);
    const notes = new TableNotes();
    const rows = scores.rows
      .filter((row) => shown.some(({ id }) => row.scores[id] !== undefined))
      .map((row): Spans[] => [
        modelCell(row, catalog),
        [text(row.backbone)],
        ...shown.map(({ id }): Spans => {
          const value = row.scores[id];
          return value === undefined
            ? []
            : [text(scoreText(value)), ...notes.marks(verdictOn(row, id, scores))];
        }),
      ]);
    tables.push({
      id: `scores-${tables.length + 1}`,
      caption: [
        text('Scores as compiled for the survey of MM-LLMs'),
        cite(survey.work),
        text(' on '),
        ...enumerateSpans(shown.map(({ id, label }) => [text(label), cite(works.get(id) ?? survey.work)])),
        text('.'),
      ],
      columns: [
        { head: 'Model', align: 'left' },
        { head: 'LLM', align: 'left' },
        ...shown.map(({ label }) => ({ head: label, align: 'right' as const })),
      ],
      rows,
      notes: notes.list(),
    });
  }
  return tables;
}

function modelCell(row: ScoreRow, catalog: Catalog): Spans {
  const model = catalog.model(row.model);
  return [text(row.name), ...(model ? [cite(model.work)] : [])];
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
