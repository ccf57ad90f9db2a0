import { rankColumn } from '../benchmarks/ranking';
import type { Score } from '../benchmarks/ranking';
import type { ScoreColumn, ScoreRow, ScoreTable } from '../benchmarks/types';
import { elsewhereText, scoreText } from '../benchmarks/verdict';
import type { Catalog } from '../catalog/catalog';
import type { Guide } from '../guide/guide';
import { TableNotes } from '../guide/tableNotes';
import type { CitedTable, Spans } from '../writing/content';
import { cite, strong, text } from '../writing/content';

/** So many columns of numbers fit beside each other on a page. */
const mostScores = 7;
/** Variants of models as columns are wider: their names and citations stand above. */
const mostVariants = 5;

export interface ResultsOptions {
  /** Ids of columns of the table of scores, in order; absent: all on which any of the models has a score. */
  readonly columns?: readonly string[] | undefined;
  /** A model a line, which is usual, and not a model a column. */
  readonly transposed: boolean;
  /** Of the draft: that of captions and notes of ours. */
  readonly language: 'en' | 'zh';
}

/** The columns of the table of scores in which any of the models has one, in the survey's order. */
export function scoredColumns(ids: readonly string[], { columns, data }: Guide): readonly ScoreColumn[] {
  const rows = [...data.scores.rows, ...data.scores.elsewhere].filter(({ model }) => ids.includes(model));
  return columns.filter(({ id }) => rows.some(({ scores }) => scores[id] !== undefined));
}

/**
 * The scores of models as tables for a draft, in as many as their columns need. Each variant of a model has a line of its own and
 * is cited there, models in the order of `ids`. The best score of a benchmark stands out where at least two can be compared; doubts
 * are notes, and so is that a score is not the survey's: such scores are not compared.
 *
 * @param ids - of models; those without a score in any of the columns have no line
 * @returns nothing if no model has a score
 */
export function resultsTables(
  ids: readonly string[],
  guide: Guide,
  catalog: Catalog,
  options: ResultsOptions,
): readonly CitedTable[] {
  const wanted = options.columns;
  const all = scoredColumns(ids, guide);
  const columns =
    wanted === undefined ? all : wanted.flatMap((id) => all.find((each) => each.id === id) ?? []);
  const found = columns.map((column) => comparedScores(ids, column, guide.data.scores));
  const variants = variantsOf(ids, found);
  const { transposed } = options;
  const chunks = transposed
    ? divided(columns, mostScores).map((part) => ({ columns: part, variants }))
    : divided(variants, mostVariants).map((part) => ({
        columns: columns.filter((_, at) => part.some((each) => scoreOf(each, found[at]) !== undefined)),
        variants: part,
      }));
  return chunks.map((part, index) => {
    const notes = new TableNotes();
    const scores = part.columns.flatMap((column) => found[columns.indexOf(column)] ?? []);
    const rows = part.variants.filter((each) => scores.some((column) => scoreOf(each, column) !== undefined));
    const cell = (variant: Variant, column: ColumnScores): Spans => scoreCell(variant, column, notes);
    const named = (variant: Variant): Spans => {
      const model = catalog.model(variant.model);
      return [text(variant.name), ...(model ? [cite(model.work)] : [])];
    };
    const labels = part.columns.map(({ label, unit }) => (unit === '%' ? `${label} (%)` : label));
    const body = transposed
      ? rows.map((variant) => [
          named(variant),
          [text(variant.backbone)],
          ...scores.map((column) => cell(variant, column)),
        ])
      : [
          [[text('LLM')], ...rows.map(({ backbone }) => [text(backbone)])],
          ...scores.map((column, at) => [
            [text(labels[at] ?? '')],
            ...rows.map((variant) => cell(variant, column)),
          ]),
        ];
    const hasBest = scores.some(({ best }) => best.length > 0);
    const hasUnseen = scores.some(({ hasBestUnseen }) => hasBestUnseen);
    return {
      id: chunks.length === 1 ? 'results' : `results-${index + 1}`,
      caption: caption(part.columns, guide, options.language),
      columns: transposed
        ? [
            // Beside many numbers names have to wrap.
            { head: 'Model', align: 'left', ...(part.columns.length > 3 && { width: 0.26 }) },
            { head: 'LLM', align: 'left', ...(part.columns.length > 3 && { width: 0.15 }) },
            // Without units, which would make narrow columns wide; scores of one benchmark have the same.
            ...part.columns.map(({ label }) => ({ head: label, align: 'right' as const })),
          ]
        : [
            { head: '', align: 'left' },
            ...rows.map((variant) => ({
              head: named(variant),
              align: 'right' as const,
              width: Math.floor(75 / rows.length) / 100,
            })),
          ],
      rows: body,
      notes: [...(hasBest ? [[text(bestNote(options.language, hasUnseen))]] : []), ...notes.list()],
    };
  });
}

/** One variant of a model as the sources name it. */
type Variant = Pick<ScoreRow, 'model' | 'name' | 'backbone'>;

interface ColumnScores {
  readonly scores: readonly (Score & { readonly isElsewhere: boolean })[];
  /** Those that stand out. */
  readonly best: readonly Score[];
  /** Some of them only among those whose training images are not the data set's. */
  readonly hasBestUnseen: boolean;
}

/** The scores of some models in a column; they are compared with each other only, not with the rest of the table. */
function comparedScores(ids: readonly string[], column: ScoreColumn, table: ScoreTable): ColumnScores {
  const chosen = ({ model }: ScoreRow): boolean => ids.includes(model);
  const { ranked, unranked, elsewhere, best, bestUnseen } = rankColumn(column, {
    ...table,
    rows: table.rows.filter(chosen),
    elsewhere: table.elsewhere.filter(chosen),
  });
  return {
    scores: [
      ...[...ranked, ...unranked].map((score) => ({ ...score, isElsewhere: false })),
      ...elsewhere.map((score) => ({ ...score, isElsewhere: true })),
    ],
    best: ranked.length > 1 ? [...best, ...bestUnseen] : [],
    hasBestUnseen: ranked.length > 1 && bestUnseen.length > 0,
  };
}

function variantsOf(ids: readonly string[], columns: readonly ColumnScores[]): readonly Variant[] {
  const variants: Variant[] = [];
  for (const { scores } of columns) {
    for (const { row } of scores) {
      if (!variants.some((each) => isSame(each, row))) {
        variants.push(row);
      }
    }
  }
  return variants.sort(
    (a, b) =>
      ids.indexOf(a.model) - ids.indexOf(b.model) ||
      a.name.localeCompare(b.name, 'en', { numeric: true }) ||
      a.backbone.localeCompare(b.backbone, 'en', { numeric: true }),
  );
}

function isSame(a: Variant, b: Variant): boolean {
  return a.model === b.model && a.name === b.name && a.backbone === b.backbone;
}

function scoreOf(
  variant: Variant,
  column: ColumnScores | undefined,
): ColumnScores['scores'][number] | undefined {
  return column?.scores.find(({ row }) => isSame(row, variant));
}

function scoreCell(variant: Variant, column: ColumnScores, notes: TableNotes): Spans {
  const score = scoreOf(variant, column);
  if (!score) {
    return [];
  }
  const isBest = column.best.some(({ row }) => row === score.row);
  const value = scoreText(score.value);
  const source = score.isElsewhere ? elsewhereText(score.row.source) : undefined;
  return [isBest ? strong(value) : text(value), ...notes.marks(score.verdict, source)];
}

function caption(columns: readonly ScoreColumn[], { data }: Guide, language: 'en' | 'zh'): Spans {
  const workOf = ({ id }: ScoreColumn): string =>
    data.benchmarks.find((benchmark) => benchmark.columns?.some((column) => column.id === id))?.work ??
    data.survey.work;
  const named = columns.flatMap((column, index): Spans => [
    ...(index === 0 ? [] : [text(language === 'zh' ? '、' : index < columns.length - 1 ? ', ' : ' and ')]),
    text(column.label),
    // Columns of one benchmark share its citation, which stands at the last of them.
    ...(columns.slice(index + 1).some((later) => workOf(later) === workOf(column))
      ? []
      : [cite(workOf(column))]),
  ]);
  return language === 'zh'
    ? [text('多模态大模型综述'), cite(data.survey.work), text(' 汇总的得分：'), ...named, text('。')]
    : [
        text('Scores as compiled for the survey of MM-LLMs'),
        cite(data.survey.work),
        text(' on '),
        ...named,
        text('.'),
      ];
}

function bestNote(language: 'en' | 'zh', hasUnseen: boolean): string {
  if (language === 'zh') {
    return `粗体：可比得分中的最高者${hasUnseen ? '；若其带有 *，则不带 * 的最高者亦为粗体' : ''}。`;
  }
  const more = hasUnseen ? '; where it has the mark *, the highest without it as well' : '';
  return `Bold: the highest of those that can be compared${more}.`;
}

function divided<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  // Parts of about the same size: nine and one would look odd.
  const parts = Math.ceil(items.length / most);
  const size = Math.ceil(items.length / Math.max(1, parts));
  return Array.from({ length: parts }, (_, index) => items.slice(index * size, (index + 1) * size));
}
