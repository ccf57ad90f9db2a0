import { shorten, textWidth } from '../catalog/svgText';
import { marker } from './markers';
import type { ChartColours } from './palette';
import { fontFamily, seriesStyle } from './palette';
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

/** Points by two scores; each is an `option` with its id in `data-id`. Names stand where they do not cover each other, with the id in `data-of`. */
export function scatter(points: readonly ScatterPoint[], options: ScatterOptions): Chart {
  const { width, height } = options;
  const xScale = linearScale(
    points.map(({ x }) => x),
    margin.left,
    width - margin.right,
    8,
  );
  const yScale = linearScale(
    points.map(({ y }) => y),
    height - margin.bottom,
    margin.top,
    8,
  );
  const ordered = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const placed = ordered.map(({ id, name, x, y }) => ({
    id,
    name,
    x: xScale(x),
    y: yScale(y),
    lane: 0,
  }));
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
      'aria-multiselectable': 'true',
      'font-family': fontFamily,
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
  options: ScatterOptions,
): { readonly option: SvgNode; readonly name: SvgNode | undefined } {
  const { colours, series, mutedFrom, xLabel, yLabel } = options;
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
      'data-series': point.series,
      'data-hollow': hollow ? '' : undefined,
      class: 'point',
    },
    marker(shape, at.x, at.y, 5, {
      fill: hollow ? colours.background : colour,
      stroke: hollow ? colour : colours.background,
      'stroke-width': hollow ? 1.8 : 0.6,
    }),
  );
  // A name that does not fit may do so without what it has in parentheses.
  const names = [point.name, point.name.replace(/ \(.*\)$/u, '')];
  const name = names.reduce<SvgNode | undefined>(
    (found, each) => found ?? nameBeside(point.id, each, at, taken, options),
    undefined,
  );
  return { option, name };
}

/** The name where it is free: beside the point, above or below, or at a corner of it; nowhere if all are taken. */
function nameBeside(
  id: string,
  name: string,
  { x, y }: { readonly x: number; readonly y: number },
  taken: Box[],
  { width, height, colours }: Pick<ScatterOptions, 'width' | 'height' | 'colours'>,
): SvgNode | undefined {
  const text = shorten(name, 10, 190);
  const size = { width: textWidth(text, 10), height: 12 };
  const [after, before, middle] = [x + 8, x - 8 - size.width, x - size.width / 2];
  const [above, below] = [y - 19, y + 7];
  const places: readonly Box[] = [
    { x: after, y: y - 6, ...size },
    { x: before, y: y - 6, ...size },
    { x: middle, y: above, ...size },
    { x: middle, y: below, ...size },
    { x: after - 4, y: above + 1, ...size },
    { x: after - 4, y: below - 1, ...size },
    { x: before + 4, y: above + 1, ...size },
    { x: before + 4, y: below - 1, ...size },
  ];
  const free = places.find(
    (box) =>
      box.x > margin.left &&
      box.x + box.width < width &&
      box.y > 0 &&
      box.y + box.height < height - margin.bottom &&
      !taken.some((other) => overlap(box, other)),
  );
  if (free) {
    taken.push(free);
  }
  const place = { x: free?.x, y: (free?.y ?? 0) + 9.5 };
  return free && svg('text', { ...place, 'font-size': 10, fill: colours.text, 'data-of': id }, text);
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function axes(x: Scale, y: Scale, { width, height, colours, xLabel, yLabel }: ScatterOptions): SvgNode[] {
  const bottom = height - margin.bottom;
  const line = (d: string): SvgNode =>
    svg('path', { d, stroke: colours.line, 'stroke-opacity': 0.5, 'stroke-width': 0.8, fill: 'none' });
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
