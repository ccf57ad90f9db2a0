import { shorten, textWidth } from '../catalog/svgText';
import { marker } from './markers';
import type { ChartColours } from './palette';
import { fontFamily, seriesStyle } from './palette';
import { monthNumber, monthScale } from './scales';
import type { Scale } from './scales';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';

/** A dated thing. */
export interface TimelinePoint {
  readonly id: string;
  readonly name: string;
  /** `YYYY-MM`; points without such a date are left out. */
  readonly date: string;
  /** Index of the lane it stands in. */
  readonly lane: number;
  /** Index of the series that it looks like. */
  readonly series: number;
  /** Said of it beside its name. */
  readonly detail: string;
}

export interface TimelineOptions {
  readonly title: string;
  readonly lanes: readonly string[];
  /** Names of series; none are shown where one is enough. */
  readonly series: readonly string[];
  /** Series from this one on are the rest, which does not stand out. */
  readonly mutedFrom?: number;
  readonly colours: ChartColours;
  /** In pixels. */
  readonly width: number;
}

/** A point where a chart shows it, so that a page can find it by place or name. */
export interface PlacedPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Points of one lane belong together; 0 where there are none. */
  readonly lane: number;
}

export interface Chart {
  readonly picture: SvgNode;
  /** In reading order: by lane, then by date or score. */
  readonly points: readonly PlacedPoint[];
}

const left = 14;
const right = 18;
const axisHeight = 24;
const laneTitle = 22;
const rowHeight = 17;

/**
 * Points with their names by date in lanes, one below the other where they would overlap. Each point is an `option` of a list that
 * the picture is, with its id in `data-id`.
 */
export function timeline(points: readonly TimelinePoint[], options: TimelineOptions): Chart {
  const { width, colours, lanes } = options;
  const dated = withMonths(points);
  const scale = monthScale(
    dated.map(({ month }) => month),
    left,
    width - right,
  );
  const placed: PlacedPoint[] = [];
  const marks: SvgNode[] = [];
  const bands: SvgNode[] = [];
  let top = axisHeight;
  for (const [lane, title] of lanes.entries()) {
    const members = dated.filter(({ point }) => point.lane === lane).sort((a, b) => a.month - b.month);
    const ends: number[] = [];
    bands.push(
      svg('text', { x: left, y: top + 14, 'font-size': 11, 'font-weight': 600, fill: colours.text }, title),
    );
    for (const { point, month } of members) {
      const x = scale(month + 0.5);
      const room = 12 + textWidth(shorten(point.name, 10.5, 150), 10.5);
      const free = ends.findIndex((end) => end <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x + room;
      const y = top + laneTitle + row * rowHeight + rowHeight / 2;
      placed.push({ id: point.id, name: point.name, x, y, lane });
      marks.push(optionOf(point, x, y, 4, options, nameBeside(point, x, y, options)));
    }
    top += laneTitle + Math.max(1, ends.length) * rowHeight + 8;
  }
  const grid = yearGrid(scale, { top: axisHeight, bottom: top }, colours);
  return { picture: listOf(options, top, [grid, bands], marks), points: placed };
}

/** The points that have a date, with the number of its month. */
export function withMonths<P extends TimelinePoint>(
  points: readonly P[],
): { readonly point: P; readonly month: number }[] {
  return points.flatMap((point) => {
    const month = monthNumber(point.date);
    return month === undefined ? [] : [{ point, month }];
  });
}

/** The picture as a list of options; what stands behind them is for the eye only. */
export function listOf(
  { width, title }: Pick<TimelineOptions, 'width' | 'title'>,
  height: number,
  behind: readonly (readonly SvgNode[])[],
  options: readonly SvgNode[],
): SvgNode {
  return svg(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      role: 'listbox',
      'aria-label': title,
      'aria-multiselectable': 'true',
      'font-family': fontFamily,
    },
    svg('g', { 'aria-hidden': 'true' }, behind.flat()),
    options,
  );
}

/** A point of a timeline as an option of a list. */
export function optionOf(
  point: TimelinePoint,
  x: number,
  y: number,
  radius: number,
  { colours, series, mutedFrom }: TimelineOptions,
  name?: SvgNode,
): SvgNode {
  const label = [point.name, point.date, series[point.series], point.detail].filter(Boolean).join(', ');
  const { shape, colour } = seriesStyle(point.series, colours, mutedFrom);
  return svg(
    'g',
    {
      role: 'option',
      'aria-selected': 'false',
      'aria-label': label,
      'data-id': point.id,
      'data-series': point.series,
      class: 'point',
    },
    marker(shape, x, y, radius, { fill: colour, stroke: colours.background, 'stroke-width': 0.6 }),
    name,
  );
}

function nameBeside(
  point: TimelinePoint,
  x: number,
  y: number,
  { colours, width }: TimelineOptions,
): SvgNode {
  const name = shorten(point.name, 10.5, 150);
  // At the right edge the name stands before its mark.
  const before = x + 12 + textWidth(name, 10.5) > width;
  return svg(
    'text',
    {
      'aria-hidden': 'true',
      x: before ? x - 7 : x + 7,
      y: y + 3.5,
      'font-size': 10.5,
      fill: colours.text,
      'text-anchor': before ? 'end' : undefined,
    },
    name,
  );
}

/** A line at each January and the year behind it; the year in which the scale begins as well if there is room. */
export function yearGrid(
  scale: Scale,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  colours: ChartColours,
): SvgNode[] {
  const label = (x: number, year: number): SvgNode =>
    svg('text', { x: x + 3, y: 13, 'font-size': 10.5, fill: colours.muted }, String(year));
  const start = scale(scale.domain[0]);
  const first = Math.floor(scale.domain[0] / 12);
  const next = scale.ticks[0];
  const isBegun = next === undefined || (next > scale.domain[0] && scale(next) - start > 32);
  return [
    ...(isBegun ? [label(start, first)] : []),
    ...scale.ticks.flatMap((month) => {
      const x = scale(month);
      return [
        svg('path', {
          d: `M${Math.round(x)} ${top - 6}V${Math.round(bottom)}`,
          stroke: colours.line,
          'stroke-opacity': 0.5,
          'stroke-width': 0.8,
          fill: 'none',
        }),
        label(x, month / 12),
      ];
    }),
  ];
}
