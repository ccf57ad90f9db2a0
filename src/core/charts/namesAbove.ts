import { shorten, textWidth } from '../catalog/svgText';
import type { ChartColours } from './palette';
import type { PlacedPoint } from './timeline';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';

/** A bar with names that are to stand above it. */
interface NamedBar {
  /** Of its middle. */
  readonly x: number;
  /** Above the base. */
  readonly height: number;
  /** From below. */
  readonly names: readonly string[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly low: number;
  readonly high: number;
}

const fontSize = 10;
const lineHeight = 12;
/** A name stands so many lines above its bar at most. */
const mostLines = 6;

/**
 * Names above bars, where they cover neither bars nor each other, with a line down to their bar; those without room are left out.
 *
 * @returns what is drawn, with the base at 0, and how high it is
 */
export function namesAbove(
  bars: readonly NamedBar[],
  { cell, width, colours }: { readonly cell: number; readonly width: number; readonly colours: ChartColours },
): { readonly nodes: readonly SvgNode[]; readonly height: number } {
  const taken: Box[] = bars.map(({ x, height }) => ({
    left: x - cell / 2 - 2,
    right: x + cell / 2 + 2,
    low: 0,
    high: height + 2,
  }));
  const nodes: SvgNode[] = [];
  let highest = 0;
  for (const { x, height, names } of bars) {
    let isLowest = true;
    for (const name of names) {
      const text = shorten(name, fontSize, 110);
      const room = textWidth(text, fontSize) + 4;
      // In the middle, else with an end above the bar.
      const starts = [x - room / 2, x + 6 - room, x - 6].map((start) =>
        Math.min(Math.max(2, start), width - room - 2),
      );
      const boxes = Array.from({ length: mostLines }, (_, line) => height + 3 + line * lineHeight).flatMap(
        (low) => starts.map((start) => ({ left: start, right: start + room, low, high: low + lineHeight })),
      );
      const free = boxes.find((box) => !taken.some((other) => overlap(box, other)));
      if (free) {
        taken.push(free);
        highest = Math.max(highest, free.high);
        nodes.push(...drawn(text, free, isLowest ? { x, height } : undefined, colours));
        isLowest = false;
      }
    }
  }
  return { nodes, height: highest };
}

function drawn(
  text: string,
  box: Box,
  bar: { readonly x: number; readonly height: number } | undefined,
  colours: ChartColours,
): SvgNode[] {
  const middle = (box.left + box.right) / 2;
  const name = svg(
    'text',
    { x: middle, y: -box.low - 3, 'font-size': fontSize, fill: colours.muted, 'text-anchor': 'middle' },
    text,
  );
  if (!bar || box.low - bar.height < lineHeight) {
    return [name];
  }
  const d = `M${Math.round(bar.x)} ${-Math.round(bar.height) - 2}V${-Math.round(box.low)}`;
  return [svg('path', { d, stroke: colours.line, 'stroke-width': 0.8 }), name];
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high;
}

/**
 * The names of some points beside them, over everything else, with a rim in the background's colour.
 *
 * @param width - of the picture; names stay inside it
 */
export function namesOf(
  points: readonly PlacedPoint[],
  ids: ReadonlySet<string>,
  width: number,
  colours: ChartColours,
): SvgNode {
  return svg(
    'g',
    { 'aria-hidden': 'true', 'pointer-events': 'none', class: 'names' },
    points
      .filter(({ id }) => ids.has(id))
      .map(({ name, x, y }) => {
        const text = shorten(name, 11, 160);
        const before = x + 12 + textWidth(text, 11) > width;
        return svg(
          'text',
          {
            x: before ? x - 9 : x + 9,
            y: y + 4,
            'font-size': 11,
            'font-weight': 600,
            fill: colours.text,
            stroke: colours.background,
            'stroke-width': 3,
            'stroke-linejoin': 'round',
            'paint-order': 'stroke',
            'text-anchor': before ? 'end' : undefined,
          },
          text,
        );
      }),
  );
}
