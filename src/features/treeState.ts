import * as vscode from 'vscode';
import type { Grouping, ModelOrder } from '../core/catalog/grouping';
import type { Model } from '../core/catalog/types';
import { groupingLabels, orderLabels } from './labels';

const groupingState = 'mmllm.treeGrouping';
const orderState = 'mmllm.treeOrder';

/** What a filter leaves of the models. */
export interface TreeFilter {
  readonly query: string;
  readonly models: ReadonlySet<Model>;
}

/** How the tree is divided, sorted and filtered; division and order are remembered for the workspace. */
export class TreeState implements vscode.Disposable {
  readonly #memento: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #filter: TreeFilter | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  get grouping(): Grouping {
    const stored = this.#memento.get<string>(groupingState);
    return groupingLabels().find(({ grouping }) => grouping === stored)?.grouping ?? 'function';
  }

  get order(): ModelOrder {
    const stored = this.#memento.get<string>(orderState);
    return orderLabels().find(({ order }) => order === stored)?.order ?? 'newest';
  }

  /** `undefined` if all models are shown. */
  get filter(): TreeFilter | undefined {
    return this.#filter;
  }

  set filter(filter: TreeFilter | undefined) {
    this.#filter = filter;
    this.#changed.fire();
  }

  async groupBy(grouping: Grouping): Promise<void> {
    await this.#memento.update(groupingState, grouping);
    this.#changed.fire();
  }

  async sortBy(order: ModelOrder): Promise<void> {
    await this.#memento.update(orderState, order);
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
