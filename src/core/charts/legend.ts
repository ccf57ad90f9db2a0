import { textWidth } from '../catalog/svgText';
import { marker } from './markers';
import type { ChartColours } from './palette';
import { seriesStyle } from './palette';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';

/** Names of series with their marks, on as many lines as they need. */
export function legend(
  series: readonly string[],
  colours: ChartColours,
  width: number,
  mutedFrom?: number,
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  let x = 10;
  let y = 14;
  const nodes = series.flatMap((name, index) => {
    const room = 22 + textWidth(name, 10.5);
    if (x + room > width && x > 10) {
      x = 10;
      y += 17;
    }
    const { shape, colour } = seriesStyle(index, colours, mutedFrom);
    const item = [
      marker(shape, x + 4, y - 4, 4, { fill: colour }),
      svg('text', { x: x + 12, y, 'font-size': 10.5, fill: colours.text }, name),
    ];
    x += room;
    return item;
  });
  return { nodes, height: series.length === 0 ? 0 : y + 8 };
}

/** A picture with a legend below it and a background, for a file. */
export function withLegend(
  picture: SvgNode,
  series: readonly string[],
  colours: ChartColours,
  mutedFrom?: number,
): SvgNode {
  const width = Number(picture.attributes['width']);
  const height = Number(picture.attributes['height']);
  const { nodes, height: more } = legend(series, colours, width, mutedFrom);
  const total = height + more;
  return {
    ...picture,
    attributes: {
      ...picture.attributes,
      height: String(Math.round(total)),
      viewBox: `0 0 ${Math.round(width)} ${Math.round(total)}`,
    },
    children: [
      svg('rect', { width: '100%', height: '100%', fill: colours.background }),
      ...picture.children,
      svg('g', { transform: `translate(0 ${Math.round(height)})` }, nodes),
    ],
  };
}
