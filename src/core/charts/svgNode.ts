import { escapeXml } from '../catalog/svgText';

/** A piece of a picture: an SVG element, which a page makes elements of and a file is written from. */
export interface SvgNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (SvgNode | string)[];
}

type Child = SvgNode | string | undefined | readonly (SvgNode | undefined)[];

/** An SVG element; attributes that are `undefined` are left out, numbers are rounded to hundredths. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  ...children: readonly Child[]
): SvgNode {
  return {
    tag,
    attributes: Object.fromEntries(
      Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === 'number' ? rounded(value) : value]],
      ),
    ),
    children: children
      .flat()
      .filter((child): child is SvgNode | string => child !== undefined && child !== ''),
  };
}

/** A document for a file: it stands for itself, without scripts, fonts or addresses. */
export function svgDocument(node: SvgNode): string {
  const root = { ...node, attributes: { xmlns: 'http://www.w3.org/2000/svg', ...node.attributes } };
  return `${written(root)}\n`;
}

/** A number as SVG writes it, without needless digits. */
export function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function written({ tag, attributes, children }: SvgNode): string {
  const pairs = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const inside = children.map((child) => (typeof child === 'string' ? escapeXml(child) : written(child)));
  return children.length === 0
    ? `<${tag}${pairs.join('')}/>`
    : `<${tag}${pairs.join('')}>${inside.join('')}</${tag}>`;
}
