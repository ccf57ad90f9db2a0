import { monthStacks } from '../core/charts/monthStacks';
import { namesOf } from '../core/charts/namesAbove';
import type { ChartColours } from '../core/charts/palette';
import { scatter } from '../core/charts/scatter';
import type { SvgNode } from '../core/charts/svgNode';
import type { Chart } from '../core/charts/timeline';
import { bestPair } from '../core/landscape/pairs';
import { filled } from './page';
import type { LandscapeState, ToLandscape } from './protocol';
import type { Tip } from './tooltip';
import type { LandscapeWords } from './words';

export type Shown = Extract<ToLandscape, { type: 'show' }>;
export type Column = Shown['columns'][number];
/** The benchmarks across and up. */
export type Axes = readonly [Column | undefined, Column | undefined];

/** The benchmarks that have scores. */
export function scoredColumns({ columns }: Shown): readonly Column[] {
  return columns.filter(({ cells }) => cells.length > 0);
}

/** The benchmarks that were chosen, else those with the most scores in common. */
export function axesOf(shown: Shown, { x, y }: Pick<LandscapeState, 'x' | 'y'>): Axes {
  const columns = scoredColumns(shown);
  const find = (id: string | undefined): Column | undefined => columns.find((column) => column.id === id);
  const [first, second] = bestPair(columns);
  return [find(x) ?? find(first), find(y) ?? find(second)];
}

interface ChartOptions {
  readonly colours: ChartColours;
  /** In pixels. */
  readonly width: number;
  readonly words: LandscapeWords;
}

/**
 * The chart that is wanted.
 *
 * @returns `undefined` if no model has scores on both benchmarks
 */
export function landscapeChart(
  shown: Shown,
  chart: LandscapeState['chart'],
  [x, y]: Axes,
  { colours, width, words }: ChartOptions,
): Chart | undefined {
  const series = shown.series.map(({ name }) => name);
  const mutedFrom = restOf(shown);
  if (chart === 'timeline') {
    return monthStacks(shown.points, {
      title: words.timeline,
      lanes: shown.lanes,
      series,
      mutedFrom,
      colours,
      width,
    });
  }
  const points = (x?.cells ?? []).flatMap((cell) => {
    const other = y?.cells.find(({ row }) => row === cell.row);
    const doubt = [cell.doubt, other?.doubt].filter(Boolean).join(' ');
    return other
      ? [{ id: cell.row, name: cell.name, x: cell.value, y: other.value, series: cell.series, doubt }]
      : [];
  });
  const xLabel = x?.title ?? '';
  const yLabel = y?.title ?? '';
  return points.length === 0
    ? undefined
    : scatter(points, {
        title: `${xLabel} / ${yLabel}`,
        xLabel,
        yLabel,
        series,
        mutedFrom,
        colours,
        width: Math.min(width, 1000),
        height: 480,
      });
}

/** Models have the same id in the timeline; a point of the scatter is a variant of a model. */
export function modelsByPoint(shown: Shown): ReadonlyMap<string, string> {
  return new Map(shown.columns.flatMap(({ cells }) => cells.map(({ row, model }) => [row, model])));
}

/** The names of some points of a chart, to be drawn over it, but for those that it has already. */
export function namesIn(
  { picture, points }: Chart,
  ids: ReadonlySet<string>,
  colours: ChartColours,
): SvgNode {
  const below = (node: SvgNode): SvgNode[] =>
    node.children.flatMap((child) => (typeof child === 'string' ? [] : [child]));
  const named = new Set(
    below(picture).flatMap((group) => below(group).map(({ attributes }) => attributes['data-of'])),
  );
  const others = points.filter(({ id }) => !named.has(id));
  return namesOf(others, ids, Number(picture.attributes['width']), colours);
}

/** What the tooltip says of a point. */
export function tipOf(
  shown: Shown,
  kind: LandscapeState['chart'],
  axes: Axes,
  chart: Chart,
  id: string,
  words: LandscapeWords,
): Tip | undefined {
  return kind === 'scatter' ? scoreTip(axes, chart, id, words) : modelTip(shown, id);
}

/** What the tooltip says of a model of the timeline. */
function modelTip(shown: Shown, id: string): Tip | undefined {
  const point = shown.points.find((each) => each.id === id);
  return (
    point && {
      title: point.name,
      lines: [
        `${point.date} · ${shown.lanes[point.lane] ?? ''}`,
        point.backbones || (shown.series[point.series]?.name ?? ''),
        point.detail,
        point.title,
      ],
    }
  );
}

/** What the tooltip says of a variant in the scatter: both scores with what speaks against them. */
function scoreTip([x, y]: Axes, { points }: Chart, id: string, words: LandscapeWords): Tip | undefined {
  const cellOf = (column: Column | undefined, row: string): Column['cells'][number] | undefined =>
    column?.cells.find((cell) => cell.row === row);
  const score = (column: Column | undefined): string => {
    const cell = cellOf(column, id);
    const text = `${column?.title ?? ''}: ${cell?.value ?? ''}`;
    return cell?.doubt ? `${text} – ${words.doubt}: ${cell.doubt}` : text;
  };
  const at = points.find((point) => point.id === id);
  const others = points.filter(
    (point) => at && point.id !== id && Math.hypot(point.x - at.x, point.y - at.y) < 3,
  );
  const scores = x === y ? [score(x)] : [score(x), score(y)];
  const here = others.length > 0 ? [filled(words.alsoHere, others.map(({ name }) => name).join(', '))] : [];
  return at && { title: at.name, lines: [...scores, ...here] };
}

/** The first of the series that no query finds: what is left over. */
export function restOf({ series }: Shown): number {
  const index = series.findIndex(({ query }) => query === '');
  return index < 0 ? series.length : index;
}
