import * as vscode from 'vscode';
import { commands } from '../ids';
import type { ComparisonActions } from './openComparison';
import type { LandscapeActions } from './landscape';
import type { ModelPickers } from './modelPickers';

/** Runs a command for a person: what goes wrong is shown, and it may ask where entries go. */
function run(command: string, args: object): Thenable<unknown> {
  return vscode.commands.executeCommand(command, { ...args, ask: true });
}

/** What pages ask for, as the commands that everybody can call. */
export function pageActions(
  pickers: ModelPickers,
  showInSearch: (query: string) => void,
): ComparisonActions & LandscapeActions {
  return {
    insertTable: (ids, columns, transposed) => run(commands.insertTable, { ids, columns, transposed }),
    cite: (ids) => run(commands.insertCitation, { ids }),
    openModel: (id) => run(commands.openModel, { ids: [id] }),
    pick: async () => (await pickers.pick(vscode.l10n.t('Add models to the comparison')))?.models,
    compare: (ids) => run(commands.compareModels, { ids }),
    filter: (query) => {
      showInSearch(query);
      return run(commands.filterTree, { query });
    },
  };
}
