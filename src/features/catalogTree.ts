import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Fact } from '../core/catalog/facts';
import { modelFacts } from '../core/catalog/facts';
import type { Grouping, ModelGroup } from '../core/catalog/grouping';
import { groupModels } from '../core/catalog/grouping';
import type { Model } from '../core/catalog/types';
import { commands, views } from '../ids';
import type { CatalogFile } from '../vscode/catalogFile';
import type { GuideFile } from '../vscode/guideFile';
import type { GuideNode } from './guideTree';
import { guideChildren, guideItem, guideNodeId, guideRoots } from './guideTree';
import { factLabel, groupingLabels, groupLabel, shownValue } from './labels';

export type CatalogNode =
  | { readonly kind: 'group'; readonly group: ModelGroup; readonly parent?: CatalogNode }
  | { readonly kind: 'model'; readonly model: Model; readonly parent?: CatalogNode }
  | { readonly kind: 'fact'; readonly fact: Fact; readonly parent: CatalogNode }
  | GuideNode;

const groupingState = 'mmllm.treeGrouping';

/** The catalog as a tree: groups of models, models, their facts. */
export class CatalogTree implements vscode.TreeDataProvider<CatalogNode>, vscode.Disposable {
  readonly #catalogFile: CatalogFile;
  readonly #guideFile: GuideFile;
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<CatalogNode | undefined>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(catalogFile: CatalogFile, guideFile: GuideFile, memento: vscode.Memento) {
    this.#catalogFile = catalogFile;
    this.#guideFile = guideFile;
    this.#memento = memento;
  }

  get grouping(): Grouping {
    const stored = this.#memento.get<string>(groupingState);
    return groupingLabels().find(({ grouping }) => grouping === stored)?.grouping ?? 'function';
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.#memento.update(groupingState, grouping);
    this.#changed.fire(undefined);
  }

  async getChildren(node?: CatalogNode): Promise<CatalogNode[]> {
    const catalog = await this.#catalogFile.get();
    if (!node) {
      const groups = groupModels(catalog, this.grouping).map((group): CatalogNode => ({
        kind: 'group',
        group,
      }));
      return [...groups, ...guideRoots(await this.#guideFile.get())];
    }
    return childrenOf(node, catalog);
  }

  getParent(node: CatalogNode): CatalogNode | undefined {
    return node.parent;
  }

  getTreeItem(node: CatalogNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group, node);
      case 'model':
        return modelItem(node.model, node);
      case 'fact':
        return factItem(node.fact);
      case 'guide':
        return guideItem(node);
    }
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Lets the user choose a grouping, or takes the one given by a caller. */
export async function groupTreeBy(tree: CatalogTree, argument: unknown): Promise<Grouping | undefined> {
  const items = groupingLabels();
  const wanted = (argument as { by?: unknown } | undefined)?.by;
  if (wanted !== undefined) {
    const known = items.find(({ grouping }) => grouping === wanted);
    if (!known) {
      const shown = typeof wanted === 'string' ? wanted : JSON.stringify(wanted);
      throw new Error(vscode.l10n.t('Models cannot be grouped by "{0}".', shown));
    }
    await tree.groupBy(known.grouping);
    return known.grouping;
  }
  const chosen = await vscode.window.showQuickPick(
    items.map(({ grouping, label }) => ({
      label,
      grouping,
      ...(grouping === tree.grouping && { description: vscode.l10n.t('current') }),
    })),
    { title: vscode.l10n.t('Group Models By'), placeHolder: vscode.l10n.t('How the tree is divided') },
  );
  if (chosen) {
    await tree.groupBy(chosen.grouping);
  }
  return chosen?.grouping;
}

/** The tree's view, with several models selectable and draggable. */
export function createCatalogView(
  tree: CatalogTree,
  dragAndDropController: vscode.TreeDragAndDropController<CatalogNode>,
): vscode.TreeView<CatalogNode> {
  return vscode.window.createTreeView(views.catalog, {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController,
  });
}

function childrenOf(node: CatalogNode, catalog: Catalog): CatalogNode[] {
  switch (node.kind) {
    case 'group':
      return [
        ...node.group.groups.map((group): CatalogNode => ({ kind: 'group', group, parent: node })),
        ...node.group.models.map((model): CatalogNode => ({ kind: 'model', model, parent: node })),
      ];
    case 'model':
      return modelFacts(node.model, catalog.workOf(node.model)).map((fact) => ({
        kind: 'fact',
        fact,
        parent: node,
      }));
    case 'fact':
      return [];
    case 'guide':
      return guideChildren(node);
  }
}

function groupItem(group: ModelGroup, node: CatalogNode): vscode.TreeItem {
  const item = new vscode.TreeItem(groupLabel(group), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = idOf(node);
  item.description = String(group.count);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1} models', groupLabel(group), group.count) };
  return item;
}

function modelItem(model: Model, node: CatalogNode): vscode.TreeItem {
  const item = new vscode.TreeItem(model.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = idOf(node);
  item.description = model.released;
  item.iconPath = new vscode.ThemeIcon(model.design === 'tool-using' ? 'tools' : 'symbol-class');
  item.contextValue = ['model', 'paper', ...(model.links.code === undefined ? [] : ['code'])].join(' ');
  item.tooltip = `${model.name} ${model.idea.en}`;
  return item;
}

function factItem(fact: Fact): vscode.TreeItem {
  const item = new vscode.TreeItem(factLabel(fact));
  item.description = shownValue(fact) + (fact.doubt === undefined ? '' : ' (?)');
  item.contextValue = 'fact';
  item.tooltip = [shownValue(fact), fact.doubt, fact.source && vscode.l10n.t('Source: {0}', fact.source)]
    .filter((line) => line !== undefined && line !== '')
    .join('\n\n');
  if (fact.url !== undefined) {
    item.iconPath = new vscode.ThemeIcon('link-external');
    item.command = { command: commands.openLink, title: vscode.l10n.t('Open'), arguments: [fact.url] };
  }
  return item;
}

/** Ids say the way from the root, because a model may stand in several groups. */
function idOf(node: CatalogNode): string {
  if (node.kind === 'guide') {
    return guideNodeId(node);
  }
  const own = node.kind === 'group' ? node.group.id : node.kind === 'model' ? node.model.id : node.fact.id;
  return node.parent ? `${idOf(node.parent)}/${own}` : own;
}
