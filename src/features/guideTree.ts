import * as vscode from 'vscode';
import type { Guide } from '../core/guide/guide';
import type { GuideEntry } from '../core/guide/tree';
import { formsOf } from '../core/guide/tree';
import { commands } from '../ids';
import { catalogLanguage } from '../vscode/language';

/** An entry of the guide in the catalog's tree. */
export interface GuideNode {
  readonly kind: 'guide';
  readonly entry: GuideEntry;
  readonly parent?: GuideNode;
}

/** The guide's branches: design guide, datasets, benchmarks. */
export function guideRoots(guide: Guide): GuideNode[] {
  return guide.tree.map((entry) => ({ kind: 'guide', entry }));
}

export function guideChildren(parent: GuideNode): GuideNode[] {
  return parent.entry.children.map((entry) => ({ kind: 'guide', entry, parent }));
}

/** How an entry looks; a click opens its page. */
export function guideItem(node: GuideNode): vscode.TreeItem {
  const { entry } = node;
  const item = new vscode.TreeItem(
    entry.title[catalogLanguage()],
    entry.children.length > 0
      ? vscode.TreeItemCollapsibleState.Collapsed
      : vscode.TreeItemCollapsibleState.None,
  );
  item.id = guideNodeId(node);
  item.iconPath = new vscode.ThemeIcon(iconOf(entry));
  if (entry.children.length > 0) {
    item.description = String(entry.children.length);
  }
  item.contextValue = formsOf(entry).length > 0 ? 'guide insertable' : 'guide';
  item.command = {
    command: commands.openGuide,
    title: vscode.l10n.t('Open'),
    arguments: [{ id: entry.id, ask: true }],
  };
  return item;
}

/** Says the way from the root: a dataset may stand in two lists. */
export function guideNodeId({ entry, parent }: GuideNode): string {
  return parent ? `${guideNodeId(parent)}/${entry.id}` : `guide:${entry.id}`;
}

/** The entry of a node, if it is one of the guide. */
export function isGuideNode(value: unknown): value is GuideNode {
  return typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'guide';
}

function iconOf({ subject }: GuideEntry): string {
  switch (subject.kind) {
    case 'guide':
      return 'compass';
    case 'surveys':
    case 'survey':
    case 'related':
      return 'book';
    case 'architecture':
    case 'component':
      return 'layers';
    case 'option':
      return 'symbol-enum-member';
    case 'tuning':
    case 'method':
      return 'settings';
    case 'training':
    case 'stage':
      return 'mortar-board';
    case 'topics':
    case 'topic':
      return 'lightbulb';
    case 'datasets':
    case 'datasetList':
    case 'dataset':
      return 'database';
    case 'benchmarks':
    case 'benchmark':
      return 'graph';
  }
}
