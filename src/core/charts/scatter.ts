import { shorten, textWidth } from '../catalog/svgText';
import { marker } from './markers';
import type { ChartColours } from './palette';
import { seriesStyle } from './palette';
import { linearScale, tickText } from './scales';
import type { Scale } from './scales';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';
import type { Chart } from './timeline';

/** Something with two scores. */
export interface ScatterPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Index of the series that it looks like. */
  readonly series: number;
  /** What speaks against either score; empty if nothing does. Such points are hollow. */
  readonly doubt: string;
}

export interface ScatterOptions {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly series: readonly string[];
  /** Series from this one on are the rest, which does not stand out. */
  readonly mutedFrom?: number;
  readonly colours: ChartColours;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const margin = { left: 56, right: 20, top: 16, bottom: 44 };

/** Points by two scores, with their names where these do not cover each other; each is an `option` with its id in `data-id`. */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): Chart {
  const { width, height } = options;
  const xScale = linearScale(
    points.map(({ x }) => x),
    margin.left,
    width - margin.right,
  );
  const yScale = linearScale(
    points.map(({ y }) => y),
    height - margin.bottom,
    margin.top,
  );
  const ordered = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const placed = ordered.map(({ id, x, y }) => ({ id, x: xScale(x), y: yScale(y) }));
  const taken: Box[] = placed.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
  const marks = ordered.map((point, index) => mark(point, placed[index] ?? { x: 0, y: 0 }, taken, options));
  const picture = svg(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      role: 'listbox',
      'aria-label': options.title,
      'font-family': 'system-ui, sans-serif',
    },
    svg('g', { 'aria-hidden': 'true' }, axes(xScale, yScale, options)),
    marks.map(({ option }) => option),
    // Not in the options: a shortened name is not what they are called.
    svg(
      'g',
      { 'aria-hidden': 'true', 'pointer-events': 'none' },
      marks.map(({ name }) => name),
    ),
  );
  return { picture, points: placed };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function mark(
  point: ScatterPoint,
  at: { readonly x: number; readonly y: number },
  taken: Box[],
  { colours, series, mutedFrom, xLabel, yLabel, width }: ScatterOptions,
): { readonly option: SvgNode; readonly name: SvgNode | undefined } {
  const { shape, colour } = seriesStyle(point.series, colours, mutedFrom);
  const label = [
    point.name,
    `${xLabel} ${point.x}`,
    `${yLabel} ${point.y}`,
    series[point.series],
    point.doubt,
  ].filter(Boolean);
  const hollow = point.doubt !== '';
  const option = svg(
    'g',
    {
      role: 'option',
      'aria-selected': 'false',
      'aria-label': label.join(', '),
      'data-id': point.id,
      class: 'point',
    },
    svg('title', {}, label.join(', ')),
    marker(shape, at.x, at.y, 5, {
      fill: hollow ? colours.background : colour,
      stroke: hollow ? colour : colours.background,
      'stroke-width': hollow ? 1.8 : 0.6,
    }),
  );
  return { option, name: nameBeside(point.name, at, taken, width, colours) };
}

/** The name where it is free: right, left, above or below of the point; nowhere if all are taken. */
function nameBeside(
  name: string,
  { x, y }: { readonly x: number; readonly y: number },
  taken: Box[],
  width: number,
  colours: ChartColours,
): SvgNode | undefined {
  const text = shorten(name, 10, 140);
  const size = { width: textWidth(text, 10), height: 12 };
  const places: readonly Box[] = [
    { x: x + 8, y: y - 6, ...size },
    { x: x - 8 - size.width, y: y - 6, ...size },
    { x: x - size.width / 2, y: y - 20, ...size },
    { x: x - size.width / 2, y: y + 8, ...size },
  ];
  const free = places.find(
    (box) => box.x > margin.left && box.x + box.width < width && !taken.some((other) => overlap(box, other)),
  );
  if (free) {
    taken.push(free);
  }
  return free && svg('text', { x: free.x, y: free.y + 9.5, 'font-size': 10, fill: colours.text }, text);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function axes(x: Scale, y: Scale, { width, height, colours, xLabel, yLabel }: ScatterOptions): SvgNode[] {
  const bottom = height - margin.bottom;
  const line = (d: string): SvgNode =>
    svg('path', { d, stroke: colours.line, 'stroke-width': 0.6, fill: 'none' });
  const label = { 'font-size': 10, fill: colours.muted };
  const title = { 'font-size': 11, fill: colours.text, 'text-anchor': 'middle' };
  const middle = (margin.top + bottom) / 2;
  return [
    ...x.ticks.flatMap((tick) => [
      line(`M${Math.round(x(tick))} ${margin.top}V${bottom}`),
      svg('text', { x: x(tick), y: bottom + 15, 'text-anchor': 'middle', ...label }, tickText(tick)),
    ]),
    ...y.ticks.flatMap((tick) => [
      line(`M${margin.left} ${Math.round(y(tick))}H${width - margin.right}`),
      svg('text', { x: margin.left - 6, y: y(tick) + 3.5, 'text-anchor': 'end', ...label }, tickText(tick)),
    ]),
    svg('text', { x: (margin.left + width) / 2, y: height - 8, ...title }, xLabel),
    svg('text', { x: 13, y: middle, transform: `rotate(-90 13 ${Math.round(middle)})`, ...title }, yLabel),
  ];
}
