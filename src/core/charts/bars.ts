import { shorten, textWidth } from '../catalog/svgText';
import type { ChartColours } from './palette';
import { fontFamily } from './palette';
import type { Scale } from './scales';
import { linearScale, tickText } from './scales';
import type { SvgNode } from './svgNode';
import { svg } from './svgNode';

/** A score. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** What speaks against it; empty if nothing does. */
  readonly doubt: string;
  /** It can be compared with the others; what cannot stands below them, hatched, and has no rank. */
  readonly ranked: boolean;
}

export interface BarsOptions {
  readonly title: string;
  readonly colours: ChartColours;
  /** In pixels, at least 240. */
  readonly width: number;
  /** Said of bars that are not ranked. */
  readonly notRanked: string;
  /** Names the hatching within the page. */
  readonly id: string;
}

const rowHeight = 19;
const barHeight = 11;
const head = 22;
const foot = 20;
const fontSize = 10.5;

/** Scores on one benchmark as bars from zero: the comparable ones, best first, then the others. */
export function bars(scores: readonly Bar[], options: BarsOptions): SvgNode {
  const { colours, title, id } = options;
  const width = Math.max(240, options.width);
  const ranked = scores.filter((bar) => bar.ranked).sort((a, b) => b.value - a.value);
  const rows = [...ranked, ...scores.filter((bar) => !bar.ranked)];
  const names = Math.min(
    width * 0.42,
    Math.max(60, ...rows.map(({ name }) => textWidth(name, fontSize) + 8)),
  );
  const scale = linearScale([0, ...rows.map(({ value }) => value)], names, width - 54, 4);
  const height = head + rows.length * rowHeight + foot;
  const spoken = rows.map((bar) =>
    [`${bar.name} ${bar.value}`, bar.ranked ? '' : options.notRanked, bar.doubt].filter(Boolean).join(', '),
  );
  return svg(
    'svg',
    {
      width,
      height,
      viewBox: `0 0 ${Math.round(width)} ${height}`,
      role: 'img',
      'aria-label': `${title}: ${spoken.join('; ')}`,
      'font-family': fontFamily,
    },
    hatching(id, colours),
    svg('text', { x: 0, y: 13, 'font-size': 12, 'font-weight': 600, fill: colours.text }, title),
    grid(scale, height, colours),
    rows.flatMap((bar, index) => row(bar, head + index * rowHeight, { scale, names, options })),
  );
}

function row(
  bar: Bar,
  top: number,
  { scale, names, options }: { scale: Scale; names: number; options: BarsOptions },
): SvgNode[] {
  const { colours, id, notRanked } = options;
  const middle = top + rowHeight / 2;
  const doubtful = bar.doubt !== '';
  const remark = [bar.ranked ? '' : notRanked, bar.doubt].filter(Boolean).join('; ');
  return [
    svg(
      'text',
      { x: names - 6, y: middle + 3.5, 'font-size': fontSize, fill: colours.text, 'text-anchor': 'end' },
      shorten(bar.name, fontSize, names - 8),
    ),
    svg(
      'g',
      {},
      svg('title', {}, remark === '' ? `${bar.name}: ${bar.value}` : `${bar.name}: ${bar.value} (${remark})`),
      svg('rect', {
        x: names,
        y: middle - barHeight / 2,
        width: Math.max(1, scale(bar.value) - names),
        height: barHeight,
        fill: bar.ranked ? colours.series[0] : `url(#${id})`,
        stroke: bar.ranked ? undefined : colours.muted,
        'stroke-dasharray': doubtful ? '3 2' : undefined,
        'fill-opacity': doubtful && bar.ranked ? 0.55 : undefined,
      }),
    ),
    svg(
      'text',
      { x: scale(bar.value) + 5, y: middle + 3.5, 'font-size': fontSize, fill: colours.text },
      `${bar.value}${doubtful ? ' (?)' : ''}`,
    ),
  ];
}

function hatching(id: string, colours: ChartColours): SvgNode {
  return svg(
    'defs',
    {},
    svg(
      'pattern',
      { id, width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      svg('path', { d: 'M0 0V5', stroke: colours.muted, 'stroke-width': 2 }),
    ),
  );
}

function grid(scale: Scale, height: number, colours: ChartColours): SvgNode[] {
  return scale.ticks.flatMap((tick) => {
    const x = Math.round(scale(tick));
    return [
      svg('path', { d: `M${x} ${head}V${height - foot}`, stroke: colours.line, 'stroke-width': 0.6 }),
      svg(
        'text',
        { x, y: height - 6, 'font-size': 9.5, fill: colours.muted, 'text-anchor': 'middle' },
        tickText(tick),
      ),
    ];
  });
}
