import type { MarkerShape } from './palette';
import type { SvgNode } from './svgNode';
import { rounded, svg } from './svgNode';

/**
 * A mark of a point. All shapes look equally large, but those of the rest, which are smaller.
 *
 * @param radius - of the circle, in pixels
 */
export function marker(
  shape: MarkerShape,
  x: number,
  y: number,
  radius: number,
  attributes: Readonly<Record<string, string | number | undefined>>,
): SvgNode {
  if (shape === 'circle' || shape === 'dot') {
    return svg('circle', { cx: x, cy: y, r: shape === 'dot' ? radius * 0.7 : radius, ...attributes });
  }
  return svg('path', { d: outline(shape, x, y, radius), ...attributes });
}

function outline(shape: Exclude<MarkerShape, 'circle' | 'dot'>, x: number, y: number, r: number): string {
  switch (shape) {
    case 'square':
      return polygon(x, y, corners(r * 0.9));
    case 'bar':
      return polygon(
        x,
        y,
        corners(r).map(([dx, dy]) => [dx, dy * 0.42]),
      );
    case 'diamond':
      return polygon(x, y, [
        [0, -r * 1.25],
        [r * 1.25, 0],
        [0, r * 1.25],
        [-r * 1.25, 0],
      ]);
    case 'triangle':
      return polygon(x, y, [
        [0, -r * 1.2],
        [r * 1.15, r * 0.85],
        [-r * 1.15, r * 0.85],
      ]);
    case 'plus':
      return polygon(x, y, plus(r));
    case 'cross':
      return polygon(
        x,
        y,
        plus(r).map(([dx, dy]) => [(dx - dy) * Math.SQRT1_2, (dx + dy) * Math.SQRT1_2]),
      );
  }
}

type Point = readonly [number, number];

function corners(half: number): Point[] {
  return [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
  ];
}

function plus(r: number): Point[] {
  const a = r * 1.25;
  const b = r * 0.42;
  return [
    [-b, -a],
    [b, -a],
    [b, -b],
    [a, -b],
    [a, b],
    [b, b],
    [b, a],
    [-b, a],
    [-b, b],
    [-a, b],
    [-a, -b],
    [-b, -b],
  ];
}

function polygon(x: number, y: number, points: readonly Point[]): string {
  return `M${points.map(([dx, dy]) => `${rounded(x + dx)} ${rounded(y + dy)}`).join('L')}Z`;
}
