import { modelsIn } from '../core/catalog/grouping';
import type { Model } from '../core/catalog/types';
import type { CatalogNode } from './catalogTree';

/** The models a tree passes: of all selected nodes if the one under the cursor is among them, else of that one. */
export function modelNodes(first: unknown, selected: unknown): readonly Model[] | undefined {
  if (!isNode(first)) {
    return undefined;
  }
  const others = Array.isArray(selected) ? selected.filter(isNode) : [];
  const nodes = others.includes(first) ? others : [first];
  return [...new Set(nodes.flatMap(modelsOf))];
}

function modelsOf(node: CatalogNode): readonly Model[] {
  switch (node.kind) {
    case 'group':
      return modelsIn(node.group);
    case 'model':
      return [node.model];
    case 'fact':
    case 'guide':
      return [];
  }
}

/** What a row of each kind has; a `kind` alone may also be what a caller passes to a command. */
const contents: Readonly<Record<CatalogNode['kind'], string>> = {
  group: 'group',
  model: 'model',
  fact: 'fact',
  guide: 'entry',
};

/** Whether an argument of a command is a row of the tree. */
export function isNode(value: unknown): value is CatalogNode {
  if (typeof value !== 'object' || value === null || !('kind' in value)) {
    return false;
  }
  const content = Object.hasOwn(contents, String(value.kind)) && contents[value.kind as CatalogNode['kind']];
  return content !== false && content in value;
}
