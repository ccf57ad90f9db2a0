import { textWidth } from '../catalog/svgText';
import { marker } from './markers';
import type { ChartColours } from './palette';
import { seriesStyle } from './palette';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';

/** What a legend explains. */
export interface LegendItem {
  readonly name: string;
  /** Index of the series; `hollow` for the mark of what is doubtful. */
  readonly series: number | 'hollow';
}

const fontSize = 10.5;

/** The mark of a legend's item, in the middle of `x` and `y`. */
export function legendMark(
  { series }: LegendItem,
  x: number,
  y: number,
  colours: ChartColours,
  mutedFrom?: number,
): SvgNode {
  if (series === 'hollow') {
    return marker('circle', x, y, 4, { fill: 'none', stroke: colours.text, 'stroke-width': 1.8 });
  }
  const { shape, colour } = seriesStyle(series, colours, mutedFrom);
  return marker(shape, x, y, 4.5, { fill: colour });
}

/** Names of series with their marks, on as many lines as they need. */
export function legend(
  items: readonly LegendItem[],
  colours: ChartColours,
  width: number,
  mutedFrom?: number,
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  let x = 10;
  let y = 14;
  const nodes = items.flatMap((item) => {
    const room = 26 + textWidth(item.name, fontSize);
    if (x + room > width && x > 10) {
      x = 10;
      y += 17;
    }
    const drawn = [
      legendMark(item, x + 4, y - 4, colours, mutedFrom),
      svg('text', { x: x + 13, y, 'font-size': fontSize, fill: colours.text }, item.name),
    ];
    x += room;
    return drawn;
  });
  return { nodes, height: items.length === 0 ? 0 : y + 10 };
}
