import { namesAbove } from './namesAbove';
import { monthScale } from './scales';
import type { Scale } from './scales';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';
import type { Chart, PlacedPoint, TimelineOptions, TimelinePoint } from './timeline';
import { listOf, optionOf, withMonths, yearGrid } from './timeline';

/** A point of many. */
export interface StackedPoint extends TimelinePoint {
  /** Its name stands above its month if there is room. */
  readonly isLandmark: boolean;
}

const left = 14;
const right = 14;
const axisHeight = 24;
const laneTitle = 24;
const laneGap = 12;
/** Lanes grow no higher than this, as long as points can be made smaller. */
const mostHeight = 420;
const cells = [13, 11, 9, 7] as const;
const steps = [1, 2, 3, 6, 12] as const;

interface Member {
  readonly point: StackedPoint;
  readonly month: number;
}

/** How points are set: so many in a row of a stack, at this distance from each other, stacks of so many months. */
interface Grid {
  readonly cell: number;
  readonly columns: number;
  readonly step: number;
  readonly scale: Scale;
}

/**
 * Points as bars of a histogram in lanes: those of a month stand on each other from the lane's base, sorted by series, so that both
 * how many there are and of which kind can be seen. Where there is little room, bars stand for several months.
 */
export function monthStacks(points: readonly StackedPoint[], options: TimelineOptions): Chart {
  const { colours, lanes, width } = options;
  const dated = withMonths(points).filter(({ point }) => point.lane < lanes.length);
  const grid = gridFor(dated, width);
  const placed: PlacedPoint[] = [];
  const marks: SvgNode[] = [];
  const behind: SvgNode[] = [];
  let bottom = axisHeight;
  for (const [lane, title] of lanes.entries()) {
    const stacks = stacksOf(
      dated.filter(({ point }) => point.lane === lane),
      grid,
    );
    const tops = stacks.map((stack) => ({
      x: stack.x,
      height: Math.ceil(stack.members.length / grid.columns) * grid.cell,
      names: stack.members.flatMap(({ point }) => (point.isLandmark ? [point.name] : [])),
    }));
    const highest = tops.reduce((most, { height }) => Math.max(most, height), grid.cell);
    const names = namesAbove(tops, { cell: grid.cell, width, colours });
    const base = bottom + laneTitle + Math.max(highest, names.height) + 4;
    behind.push(
      svg('text', { x: left, y: bottom + 16, ...heading, fill: colours.text }, title),
      baseLine(base, width, colours.line),
      svg('g', { transform: `translate(0 ${base})` }, names.nodes),
    );
    for (const stack of stacks) {
      for (const [index, { point }] of stack.members.entries()) {
        const column = index % grid.columns;
        const x = stack.x + (column - (grid.columns - 1) / 2) * grid.cell;
        const y = base - 2 - (Math.floor(index / grid.columns) + 0.5) * grid.cell;
        placed.push({ id: point.id, name: point.name, x, y, lane });
        marks.push(optionOf(point, x, y, grid.cell * 0.37, options));
      }
    }
    bottom = base + laneGap;
  }
  const years = yearGrid(grid.scale, { top: axisHeight, bottom }, colours);
  return { picture: listOf(options, bottom, [years, behind], marks), points: placed };
}

const heading = { 'font-size': 11.5, 'font-weight': 600 } as const;

function baseLine(y: number, width: number, colour: string): SvgNode {
  return svg('path', {
    d: `M${left} ${y}H${Math.round(width - right)}`,
    stroke: colour,
    'stroke-opacity': 0.7,
  });
}

function gridFor(members: readonly Member[], width: number): Grid {
  const months = members.map(({ month }) => month);
  const scaleOf = (step: number): Scale => monthScale(months, left, width - right, step);
  const roomOf = (step: number): number => {
    const scale = scaleOf(step);
    return scale(scale.domain[0] + step) - scale(scale.domain[0]);
  };
  // Months of their own as long as points can still be seen and hit.
  const step = steps.find((candidate) => roomOf(candidate) >= 11) ?? 12;
  const most = mostIn(members, step);
  const room = roomOf(step);
  const fits = cells.flatMap((cell) => {
    const columns = Math.ceil((most * cell) / mostHeight) || 1;
    return columns * cell <= room * 0.95 ? [{ cell, columns }] : [];
  });
  const least = cells[cells.length - 1] ?? 7;
  const chosen = fits[0] ?? { cell: least, columns: Math.max(1, Math.floor((room * 0.95) / least)) };
  return { ...chosen, step, scale: scaleOf(step) };
}

/** The most points that any lane has in one bar. */
function mostIn(members: readonly Member[], step: number): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const { point, month } of members) {
    const bar = `${point.lane} ${Math.floor(month / step)}`;
    const count = (counts.get(bar) ?? 0) + 1;
    counts.set(bar, count);
    most = Math.max(most, count);
  }
  return most;
}

interface Stack {
  /** Of its middle. */
  readonly x: number;
  /** From the base: by series, then by month and name; landmarks on top, where their names are. */
  readonly members: readonly Member[];
}

function stacksOf(members: readonly Member[], { step, scale }: Grid): Stack[] {
  const stacks = new Map<number, Member[]>();
  for (const member of members) {
    const bar = Math.floor(member.month / step);
    const stack = stacks.get(bar) ?? [];
    stack.push(member);
    stacks.set(bar, stack);
  }
  return [...stacks]
    .sort(([a], [b]) => a - b)
    .map(([bar, some]) => ({
      x: scale(bar * step + step / 2),
      members: some.sort(
        (a, b) =>
          Number(a.point.isLandmark) - Number(b.point.isLandmark) ||
          a.point.series - b.point.series ||
          a.month - b.month ||
          (a.point.name < b.point.name ? -1 : 1),
      ),
    }));
}
