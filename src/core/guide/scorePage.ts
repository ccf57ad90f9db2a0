import { rankColumn, scoresOfModel } from '../benchmarks/ranking';
import type { Score } from '../benchmarks/ranking';
import type { Benchmark, ScoreColumn } from '../benchmarks/types';
import { doubtText, scoreMark, scoreText, verdictOn } from '../benchmarks/verdict';
import type { Verdict } from '../benchmarks/verdict';
import type { PageContext } from './pageText';
import { bullets, cell, fill, markdownTable, pageLink, reference, section } from './pageText';

/** What a benchmark measures, who reports the best scores, and what is doubtful about each. */
export function benchmarkPage(benchmark: Benchmark, context: PageContext): string[] {
  const { words, catalog } = context;
  const columns = benchmark.columns ?? [];
  return [
    ...(benchmark.aliases ? [cell(`${words.otherNames}: ${benchmark.aliases.join(', ')}`)] : []),
    ...(columns.length === 0 ? [cell(words.noScores)] : []),
    ...columns.flatMap((column) =>
      columns.length > 1
        ? [
            `## ${cell(column.name)}`,
            ...columnBlocks(column, context).map((block) => block.replace(/^##/, '###')),
          ]
        : columnBlocks(column, context),
    ),
    ...section(words.notes, bullets((benchmark.notes ?? []).map(cell))),
    ...reference(catalog.work(benchmark.work), benchmark.links, context),
  ];
}

function columnBlocks(column: ScoreColumn, context: PageContext): string[] {
  const { words, guide } = context;
  const { scores } = guide.data;
  const { ranked, best, bestUnseen, unranked, elsewhere, doubts } = rankColumn(column, scores);
  const metric =
    column.metricSource === undefined
      ? `${cell(column.metric)} *(${cell(words.metricUnchecked)})*`
      : `${cell(column.metric)} (${cell(column.metricSource)})`;
  const facts = [
    `**${cell(words.measures)}:** ${cell(column.measures)}`,
    `**${cell(words.metric)}:** ${metric}`,
    `**${cell(words.range)}:** ${cell(column.range)} ${column.unit === '%' ? '%' : ''}`.trimEnd(),
    ...(column.commentary === undefined ? [] : [`**${cell(words.surveySays)}:** ${cell(column.commentary)}`]),
    ...(column.notes ?? []).map(cell),
  ];
  const leaders = [
    ...best.slice(0, 1).map((first) => headline(words.highest, first, best, context)),
    ...bestUnseen.slice(0, 1).map((first) => headline(words.highestUnseen, first, bestUnseen, context)),
  ];
  return [
    bullets(facts),
    ...section(words.scores, ...leaders, ...scoreTable(ranked, context)),
    ...section(words.notCompared, ...scoreTable(unranked, context)),
    ...section(words.elsewhere, ...scoreTable(elsewhere, context)),
    ...section(
      words.whatIsDoubtful,
      bullets(
        doubts.map(({ text, evidence, notes = [], cells = [], columns = [] }) => {
          const rows = cells.map(({ row }) => scores.rows.find(({ id }) => id === row)?.name ?? row);
          const about = [...columns, ...new Set(rows)].join(', ');
          const said = [text, ...notes].join(' ');
          return `**${cell(about)}:** ${cell(said)} *${cell(`${words.evidence}: ${evidence.join('; ')}`)}*`;
        }),
      ),
    ),
  ];
}

function headline(template: string, first: Score, scores: readonly Score[], context: PageContext): string {
  const names = scores.map(({ row }) =>
    pageLink(`model/${row.model}`, `${row.name} (${row.backbone})`, context),
  );
  return `**${fill(template, shownScore(first), names.join(', '))}**`;
}

function scoreTable(scores: readonly Score[], context: PageContext): string[] {
  const { words } = context;
  return markdownTable(
    [cell(words.model), cell(words.llm), cell(words.score), cell(words.about), cell(words.source)],
    scores.map((score) => [
      pageLink(`model/${score.row.model}`, score.row.name, context),
      cell(score.row.backbone),
      shownScore(score),
      remarks(score.verdict, context),
      cell(score.row.source + (score.row.note === undefined ? '' : `. ${score.row.note}`)),
    ]),
  );
}

/** A value with its marks; a doubtful one is slanted. */
function shownScore({ value, verdict }: Pick<Score, 'value' | 'verdict'>): string {
  const text = scoreText(value) + cell(scoreMark(verdict));
  return verdict.doubtful ? `*${text}*` : text;
}

/** What is to be known about a score, in the reader's language where it is no quotation. */
function remarks(verdict: Verdict, { words }: PageContext): string {
  const flags = verdict.reasons.flatMap((reason) =>
    reason.kind !== 'flag' ? [] : [reason.flag === 'seen' ? words.flagSeen : words.flagReimplemented],
  );
  const doubt = doubtText(verdict);
  return [
    ...(doubt === undefined ? [] : [`**${cell(words.doubtful)}:** ${cell(doubt)}`]),
    ...flags.map(cell),
    ...(verdict.confirmedBy.length > 0
      ? [fill(words.confirmedBy, cell(verdict.confirmedBy.join('; ')))]
      : verdict.standing === 'unchecked'
        ? [cell(words.unchecked)]
        : []),
  ].join('<br>');
}

/** The survey's table of scores. */
export function scoresPage(context: PageContext): string[] {
  const { guide, words } = context;
  const { scores, benchmarks } = guide.data;
  const { columns } = guide;
  const benchmarkOf = (id: string): string =>
    benchmarks.find(({ columns: own = [] }) => own.some((column) => column.id === id))?.id ?? '';
  const rows = scores.rows.map((row) => [
    pageLink(`model/${row.model}`, row.name, context),
    cell(row.backbone),
    ...columns.map(({ id }) => {
      const value = row.scores[id];
      return value === undefined ? '' : shownScore({ value, verdict: verdictOn(row, id, scores) });
    }),
  ]);
  const heads = columns.map(({ id, label }) => pageLink(`benchmark/${benchmarkOf(id)}`, label, context));
  return [
    ...markdownTable([cell(words.model), cell(words.llm), ...heads], rows),
    bullets([
      `\\* ${cell(words.flagSeen)}`,
      `‡ ${cell(words.flagReimplemented)}`,
      `*?* ${cell(words.doubtful)}`,
      ...scores.table.notes.map(cell),
      cell(`${words.source}: ${scores.table.source} (${scores.table.compiledFrom.join(', ')})`),
    ]),
  ];
}

/** The scores of a model, for its page; nothing if none are known. */
export function modelScores(modelId: string, context: PageContext): string[] {
  const { guide, words } = context;
  const { benchmarks, scores } = guide.data;
  const found = scoresOfModel(modelId, benchmarks, scores);
  const names = new Map(
    benchmarks.flatMap(({ id, columns = [] }) =>
      columns.map((column) => [column.id, { id, label: column.name }] as const),
    ),
  );
  return section(
    words.scores,
    ...markdownTable(
      [cell(words.benchmark), cell(words.model), cell(words.score), cell(words.about), cell(words.source)],
      found.map((score) => {
        const { id = '', label = score.column } = names.get(score.column) ?? {};
        return [
          pageLink(`benchmark/${id}`, label, context),
          cell(`${score.row.name} (${score.row.backbone})`),
          shownScore(score),
          remarks(score.verdict, context),
          cell(score.row.source),
        ];
      }),
    ),
  );
}
