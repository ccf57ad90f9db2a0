import type { ScoreColumn, ScoreTable } from '../benchmarks/types';
import { doubtText, verdictOn } from '../benchmarks/verdict';
import type { Catalog } from '../catalog/catalog';
import { modalityWords } from '../catalog/modalities';
import { partText } from '../catalog/pipeline';
import type { Model } from '../catalog/types';
import type { StackedPoint } from '../charts/monthStacks';

/** Families of language models beyond this many share a series. */
const mostFamilies = 10;

/** A series of the landscape: a family of language models, or what has none of the large ones. */
export interface LandscapeSeries {
  readonly kind: 'family' | 'other' | 'unknown';
  /** Empty unless it is a family. */
  readonly family: string;
}

/** The lanes of the landscape, from the top. */
export const landscapeLanes = ['understanding', 'generation', 'tool-using'] as const;

/** A model of the landscape. */
export interface LandscapePoint extends StackedPoint {
  /** Of the work that describes it. */
  readonly title: string;
  /** All language models with their sizes, as people write them; empty if none is reported. */
  readonly backbones: string;
}

/** All models by date and function, each in the series of its first language model. */
export interface Landscape {
  readonly series: readonly LandscapeSeries[];
  readonly points: readonly LandscapePoint[];
}

/** The models of a catalog by date, function and family of the language model; the largest families first. */
export function landscapeOf(catalog: Pick<Catalog, 'models' | 'workOf'>): Landscape {
  const { models } = catalog;
  const counts = new Map<string, number>();
  for (const family of models.map(familyOf)) {
    if (family !== undefined) {
      counts.set(family, (counts.get(family) ?? 0) + 1);
    }
  }
  const families = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostFamilies)
    .map(([family]) => family);
  const series: LandscapeSeries[] = [
    ...families.map((family) => ({ kind: 'family', family }) as const),
    { kind: 'other', family: '' },
    { kind: 'unknown', family: '' },
  ];
  return {
    series,
    points: models.map((model) => ({
      id: model.id,
      name: model.name,
      date: model.released,
      lane: model.design === 'tool-using' ? 2 : model.function === 'understanding' ? 0 : 1,
      series: seriesOf(model, families),
      detail: `${list(model.inputs)} → ${list(model.outputs)}`,
      title: catalog.workOf(model).title,
      backbones: model.architecture.backbones.map(partText).join(', '),
      // Those that the survey describes in its tables: what people know, and look for first.
      isLandmark: model.survey.v1 !== null || model.survey.table,
    })),
  };
}

/** A score of a variant of a model, as a scatter needs it. */
export interface LandscapeScore {
  /** Of the variant; the same in all columns. */
  readonly row: string;
  /** Id of the model. */
  readonly model: string;
  readonly name: string;
  readonly series: number;
  readonly value: number;
  readonly doubt: string;
}

/** A benchmark with all scores on it that can be compared with each other. */
export interface LandscapeColumn {
  readonly id: string;
  readonly title: string;
  readonly cells: readonly LandscapeScore[];
}

/** The scores for the scatter; what cannot be compared within its benchmark is left out. */
export function landscapeColumns(
  columns: readonly ScoreColumn[],
  table: ScoreTable,
  { points }: Landscape,
): readonly LandscapeColumn[] {
  const seriesByModel = new Map(points.map(({ id, series }) => [id, series]));
  return columns.map((column) => ({
    id: column.id,
    title: `${column.label} (${column.unit})`,
    cells: [...table.rows, ...table.elsewhere].flatMap((row) => {
      const value = row.scores[column.id];
      const verdict = verdictOn(row, column.id, table);
      return value === undefined || !verdict.ranked
        ? []
        : [
            {
              row: row.id,
              model: row.model,
              name: `${row.name} (${row.backbone})`,
              series: seriesByModel.get(row.model) ?? 0,
              value,
              doubt: doubtText(verdict) ?? '',
            },
          ];
    }),
  }));
}

function familyOf(model: Model): string | undefined {
  return model.architecture.backbones[0]?.family;
}

function seriesOf(model: Model, families: readonly string[]): number {
  const family = familyOf(model);
  const index = family === undefined ? families.length + 1 : families.indexOf(family);
  return index < 0 ? families.length : index;
}

function list(modalities: Model['inputs']): string {
  return modalities.map((modality) => modalityWords[modality]).join(' + ');
}
