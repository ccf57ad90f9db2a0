import type { ChartColours } from '../core/charts/palette';
import { scatter } from '../core/charts/scatter';
import type { Chart } from '../core/charts/timeline';
import { timeline } from '../core/charts/timeline';
import type { LandscapeState, ToLandscape } from './protocol';
import type { LandscapeWords } from './words';

export type Shown = Extract<ToLandscape, { type: 'show' }>;
export type Column = Shown['columns'][number];
/** The benchmarks across and up. */
export type Axes = readonly [Column | undefined, Column | undefined];

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
    return timeline(shown.points, {
      title: words.timeline,
      lanes: shown.lanes,
      series,
      mutedFrom,
      colours,
      width,
      named: false,
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

/** The first of the series that no query finds: what is left over. */
export function restOf({ series }: Shown): number {
  const index = series.findIndex(({ query }) => query === '');
  return index < 0 ? series.length : index;
}
