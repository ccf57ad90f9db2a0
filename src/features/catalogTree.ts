import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Fact } from '../core/catalog/facts';
import { modelFacts } from '../core/catalog/facts';
import type { ModelGroup } from '../core/catalog/grouping';
import { groupModels } from '../core/catalog/grouping';
import type { Model } from '../core/catalog/types';
import { commands, views } from '../ids';
import type { CatalogFile } from '../vscode/catalogFile';
import type { GuideFile } from '../vscode/guideFile';
import { catalogLanguage } from '../vscode/language';
import { labelText } from '../vscode/labelText';
import type { GuideNode } from './guideTree';
import { guideChildren, guideItem, guideNodeId, guideRoots } from './guideTree';
import { factLabel, groupLabel, shownValue } from './labels';
import type { Badge, ModelBadges } from './modelBadges';
import type { TreeState } from './treeState';

export type CatalogNode =
  | {
      readonly kind: 'group';
      readonly group: ModelGroup;
      /** There is nothing else to look at, so that it is open from the start. */
      readonly isSole?: boolean;
      readonly parent?: CatalogNode;
    }
  | { readonly kind: 'model'; readonly model: Model; readonly parent?: CatalogNode }
  | { readonly kind: 'fact'; readonly fact: Fact; readonly parent: CatalogNode }
  | GuideNode;

/** The catalog as a tree: groups of models, models, their facts. */
export class CatalogTree implements vscode.TreeDataProvider<CatalogNode>, vscode.Disposable {
  readonly #catalogFile: CatalogFile;
  readonly #guideFile: GuideFile;
  readonly #state: TreeState;
  readonly #badges: ModelBadges;
  readonly #changed = new vscode.EventEmitter<CatalogNode[] | undefined>();
  /** Rows of models by their ids in the tree, as VS Code has them: only these can be shown anew by themselves. */
  readonly #rows = new Map<string, CatalogNode & { readonly kind: 'model' }>();
  readonly #subscription: vscode.Disposable;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(catalogFile: CatalogFile, guideFile: GuideFile, state: TreeState, badges: ModelBadges) {
    this.#catalogFile = catalogFile;
    this.#guideFile = guideFile;
    this.#state = state;
    this.#badges = badges;
    const changed = (): void => {
      this.#rows.clear();
      this.#changed.fire(undefined);
    };
    this.#subscription = vscode.Disposable.from(
      state.onDidChange(changed),
      catalogFile.onDidChange(changed),
      badges.onDidChange((ids) => {
        const concerned = new Set(ids);
        const rows = [...this.#rows.values()].filter(({ model }) => concerned.has(model.id));
        if (rows.length > 0) {
          this.#changed.fire(rows);
        }
      }),
    );
  }

  async getChildren(node?: CatalogNode): Promise<CatalogNode[]> {
    const catalog = await this.#catalogFile.get();
    if (!node) {
      const { grouping, order, filter } = this.#state;
      const groups = groupModels(catalog, grouping, { order, ...(filter && { models: filter.models }) });
      const nodes = groups.map((group): CatalogNode => ({
        kind: 'group',
        group,
        ...(groups.length === 1 && { isSole: true }),
      }));
      // Who filters looks for models.
      return filter ? nodes : [...nodes, ...guideRoots(await this.#guideFile.get())];
    }
    return childrenOf(node, catalog);
  }

  /** The first node of a model, with its way from the root; `undefined` if it is filtered out or unknown. */
  async find(id: string, nodes?: readonly CatalogNode[]): Promise<CatalogNode | undefined> {
    for (const node of nodes ?? (await this.getChildren())) {
      if (node.kind === 'model' && node.model.id === id) {
        return node;
      }
      const below = node.kind === 'group' ? await this.find(id, await this.getChildren(node)) : undefined;
      if (below) {
        return below;
      }
    }
    return undefined;
  }

  getParent(node: CatalogNode): CatalogNode | undefined {
    return node.parent;
  }

  getTreeItem(node: CatalogNode): vscode.TreeItem {
    switch (node.kind) {
      case 'group':
        return groupItem(node.group, node);
      case 'model':
        this.#rows.set(idOf(node), node);
        return modelItem(node.model, node, this.#badges.of(node.model.id));
      case 'fact':
        return factItem(node.fact);
      case 'guide':
        return guideItem(node);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }
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
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const isSole = node.kind === 'group' && node.isSole === true;
  const item = new vscode.TreeItem(labelText(groupLabel(group)), isSole ? Expanded : Collapsed);
  item.id = idOf(node);
  item.description = String(group.count);
  item.contextValue = 'group';
  item.accessibilityInformation = {
    label: vscode.l10n.t('{0}, {1} models', labelText(groupLabel(group)), group.count),
  };
  return item;
}

function modelItem(model: Model, node: CatalogNode, badge: Badge | undefined): vscode.TreeItem {
  const mark = badge && (badge.isCited ? '✓' : '○');
  const item = new vscode.TreeItem(labelText(model.name), vscode.TreeItemCollapsibleState.Collapsed);
  item.id = idOf(node);
  const details = [model.released, model.origin?.name].filter((text) => text).join(' · ');
  item.description = [labelText(details), mark].filter((text) => text).join(' ');
  item.iconPath = new vscode.ThemeIcon(model.design === 'tool-using' ? 'tools' : 'symbol-class');
  item.contextValue = ['model', 'paper', ...(model.links.code === undefined ? [] : ['code'])].join(' ');
  item.tooltip = [`${model.name} ${model.idea[catalogLanguage()]}`, badge?.tooltip]
    .filter((text) => text)
    .join('\n\n');
  return item;
}

function factItem(fact: Fact): vscode.TreeItem {
  const item = new vscode.TreeItem(factLabel(fact));
  item.description = labelText(shownValue(fact)) + (fact.doubt === undefined ? '' : ' (?)');
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
  // VS Code keeps a known row as folded as it was; the only one there is is to be open.
  if (node.kind === 'group' && node.isSole) {
    return `${own}!`;
  }
  return node.parent ? `${idOf(node.parent)}/${own}` : own;
}
