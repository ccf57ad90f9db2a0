import { legend } from './legend';
import type { LegendItem } from './legend';
import { fontFamily, paperColours } from './palette';
import type { SvgNode } from './svgNode';
import { svg, svgDocument } from './svgNode';

export interface PictureFileOptions {
  /** Below the picture. */
  readonly legend: readonly LegendItem[];
  /** Series from this one on are the rest, which does not stand out. */
  readonly mutedFrom?: number;
  /** What is seen, for who does not see it. */
  readonly description?: string;
}

/**
 * A picture as a file that stands for itself: on white, with its legend, with title and description instead of what a page needs to
 * be operated, and without fonts, addresses, scripts or the theme's variables.
 *
 * @param picture - drawn in {@link paperColours}
 */
export function pictureFile(picture: SvgNode, options: PictureFileOptions): string {
  const width = Math.round(Number(picture.attributes['width']));
  const height = Math.round(Number(picture.attributes['height']));
  const below = legend(options.legend, paperColours, width, options.mutedFrom);
  const total = height + Math.round(below.height);
  const root = svg(
    'svg',
    {
      width,
      height: total,
      viewBox: `0 0 ${width} ${total}`,
      role: 'img',
      'aria-labelledby': options.description === undefined ? 'title' : 'title description',
      'font-family': fontFamily,
    },
    svg('title', { id: 'title' }, picture.attributes['aria-label'] ?? ''),
    options.description === undefined ? undefined : svg('desc', { id: 'description' }, options.description),
    svg('rect', { width, height: total, fill: paperColours.background }),
    ...picture.children.map(still),
    below.nodes.length === 0 ? undefined : svg('g', { transform: `translate(0 ${height})` }, below.nodes),
  );
  return svgDocument(root);
}

/** What a page needs to be operated, and a file does not. */
const operated = /^(?:role|class|tabindex|pointer-events|aria-.*|data-.*)$/u;

function still(node: SvgNode | string): SvgNode | string {
  if (typeof node === 'string') {
    return node;
  }
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).filter(([name]) => !operated.test(name)),
  );
  const isOption = node.attributes['role'] === 'option';
  const title = isOption ? [svg('title', {}, node.attributes['aria-label'] ?? '')] : [];
  return { tag: node.tag, attributes, children: [...title, ...node.children.map(still)] };
}
