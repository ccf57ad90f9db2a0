import assert from 'node:assert/strict';
import type { SvgNode } from '../../../src/core/charts/svgNode';

/** Enough of an XML reader to see that elements are closed in order and text is escaped. */
export function assertWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml.replace(
    /<(\/?)([a-z]+)((?:\s[a-z-]+="(?:[^"<&]|&(?:amp|lt|gt|quot);)*")*)\s*(\/?)>/giu,
    (_, closing: string, name: string, __, empty: string) => {
      if (closing) {
        assert.equal(open.pop(), name);
      } else if (!empty) {
        open.push(name);
      }
      return '';
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(rest.replace(/&(?:amp|lt|gt|quot);/gu, ''), /[<>&]/u);
}

/** All elements of a picture with a tag. */
export function all(node: SvgNode, tag: string): SvgNode[] {
  const below = node.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, tag)));
  return node.tag === tag ? [node, ...below] : below;
}

/** What is written in an element and those in it. */
export function written(node: SvgNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : written(child))).join('');
}

/** The elements with a role. */
export function withRole(node: SvgNode, role: string): SvgNode[] {
  const below = node.children.flatMap((child) => (typeof child === 'string' ? [] : withRole(child, role)));
  return node.attributes['role'] === role ? [node, ...below] : below;
}
