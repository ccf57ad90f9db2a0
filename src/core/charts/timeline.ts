import { shorten, textWidth } from '../catalog/svgText';
import { marker } from './markers';
import type { ChartColours, SeriesStyle } from './palette';
import { seriesStyle } from './palette';
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
  /** Points carry their names as far as there is room. */
  readonly named: boolean;
}

/** A point where a chart shows it, so that a page can find it by place. */
export interface PlacedPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  readonly picture: SvgNode;
  /** In reading order: by lane, then by date. */
  readonly points: readonly PlacedPoint[];
}

const left = 14;
const right = 18;
const axisHeight = 24;
const laneTitle = 22;
const rowHeight = 17;
const dense = 11;

/**
 * Points by date in lanes, one below the other where they would overlap. Each point is an `option` of a list that the picture is,
 * with its id in `data-id`.
 */
export function timeline(points: readonly TimelinePoint[], options: TimelineOptions): Chart {
  const { width, colours, lanes, named } = options;
  const dated = points.flatMap((point) => {
    const month = monthNumber(point.date);
    return month === undefined ? [] : [{ point, month }];
  });
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
    const height = named ? rowHeight : dense;
    bands.push(
      svg('text', { x: left, y: top + 14, 'font-size': 11, 'font-weight': 600, fill: colours.text }, title),
    );
    for (const { point, month } of members) {
      const x = scale(month);
      const room = named ? 12 + textWidth(shorten(point.name, 10.5, 150), 10.5) : dense;
      const free = ends.findIndex((end) => end <= x);
      const row = free < 0 ? ends.length : free;
      ends[row] = x + room;
      const y = top + laneTitle + row * height + height / 2;
      placed.push({ id: point.id, x, y });
      marks.push(mark(point, x, y, seriesStyle(point.series, colours, options.mutedFrom), options));
    }
    top += laneTitle + Math.max(1, ends.length) * height + 8;
  }
  const picture = svg(
    'svg',
    {
      width,
      height: top,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(top)}`,
      role: 'listbox',
      'aria-label': options.title,
      'font-family': 'system-ui, sans-serif',
    },
    svg('g', { 'aria-hidden': 'true' }, years(scale, top, colours), bands),
    marks,
  );
  return { picture, points: placed };
}

function mark(
  point: TimelinePoint,
  x: number,
  y: number,
  style: SeriesStyle,
  { named, colours, series, width }: TimelineOptions,
): SvgNode {
  const label = [point.name, point.date, series[point.series], point.detail].filter(Boolean).join(', ');
  const name = shorten(point.name, 10.5, 150);
  // At the right edge the name stands before its mark.
  const before = x + 12 + textWidth(name, 10.5) > width;
  return svg(
    'g',
    { role: 'option', 'aria-selected': 'false', 'aria-label': label, 'data-id': point.id, class: 'point' },
    svg('title', {}, label),
    marker(style.shape, x, y, 4, { fill: style.colour, stroke: colours.background, 'stroke-width': 0.6 }),
    named
      ? svg(
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
        )
      : undefined,
  );
}

function years(scale: Scale, bottom: number, colours: ChartColours): SvgNode[] {
  return scale.ticks.flatMap((month) => {
    const x = scale(month);
    return [
      svg('path', {
        d: `M${Math.round(x)} ${axisHeight - 6}V${Math.round(bottom)}`,
        stroke: colours.line,
        'stroke-width': 0.6,
        fill: 'none',
      }),
      svg('text', { x: x + 3, y: 13, 'font-size': 10, fill: colours.muted }, String(month / 12)),
    ];
  });
}
