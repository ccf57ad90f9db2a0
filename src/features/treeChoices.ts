import * as vscode from 'vscode';
import type { Grouping, ModelOrder } from '../core/catalog/grouping';
import { groupingLabels, orderLabels } from './labels';
import type { TreeState } from './treeState';

/** Lets the user choose a grouping, or takes the one given by a caller. */
export async function groupTreeBy(state: TreeState, argument: unknown): Promise<Grouping | undefined> {
  const items = groupingLabels().map(({ grouping, label }) => ({ value: grouping, label }));
  const wanted = given(argument, items, (shown) =>
    vscode.l10n.t('Models cannot be grouped by "{0}".', shown),
  );
  const chosen =
    wanted ??
    (await choose(items, state.grouping, {
      title: vscode.l10n.t('Group Models By'),
      placeHolder: vscode.l10n.t('How the tree is divided'),
    }));
  if (chosen !== undefined) {
    await state.groupBy(chosen);
  }
  return chosen;
}

/** Lets the user choose the order of models, or takes the one given by a caller. */
export async function sortTreeBy(state: TreeState, argument: unknown): Promise<ModelOrder | undefined> {
  const items = orderLabels().map(({ order, label }) => ({ value: order, label }));
  const wanted = given(argument, items, (shown) => vscode.l10n.t('Models cannot be sorted by "{0}".', shown));
  const chosen =
    wanted ??
    (await choose(items, state.order, {
      title: vscode.l10n.t('Sort Models By'),
      placeHolder: vscode.l10n.t('The order of models in their groups'),
    }));
  if (chosen !== undefined) {
    await state.sortBy(chosen);
  }
  return chosen;
}

interface Option<T> {
  readonly value: T;
  readonly label: string;
}

/** @throws Error if a caller names something that there is not */
function given<T>(
  argument: unknown,
  items: readonly Option<T>[],
  message: (shown: string) => string,
): T | undefined {
  const wanted = (argument as { by?: unknown } | undefined)?.by;
  if (wanted === undefined) {
    return undefined;
  }
  const known = items.find(({ value }) => value === wanted);
  if (!known) {
    throw new Error(message(typeof wanted === 'string' ? wanted : JSON.stringify(wanted)));
  }
  return known.value;
}

async function choose<T>(
  items: readonly Option<T>[],
  current: T,
  options: vscode.QuickPickOptions,
): Promise<T | undefined> {
  const rows = items.map(({ value, label }) => ({
    label,
    value,
    ...(value === current && { description: vscode.l10n.t('current') }),
  }));
  return (await vscode.window.showQuickPick(rows, options))?.value;
}
