import * as vscode from 'vscode';
import { commands } from '../ids';
import type { SearchAction } from '../webview/protocol';
import type { ComparisonActions } from './comparison';
import type { LandscapeActions } from './landscape';
import type { ModelPickers } from './modelPickers';

/** Runs a command for a person: what goes wrong is shown, and it may ask where entries go. */
function run(command: string, args: object): Thenable<unknown> {
  return vscode.commands.executeCommand(command, { ...args, ask: true });
}

const searchCommands: Readonly<Record<SearchAction, string>> = {
  cite: commands.insertCitation,
  citeTextual: commands.insertTextualCitation,
  addToBibliography: commands.addToBibliography,
  summary: commands.insertSummary,
  table: commands.insertTable,
  compare: commands.compareModels,
  open: commands.openModel,
  copyBibtex: commands.copyBibtex,
  copyKey: commands.copyKey,
};

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

/** What the search does with its results: models by id, entries by key. */
export function searchAction(
  action: SearchAction,
  scope: 'catalog' | 'bibliography',
  names: readonly string[],
): Thenable<unknown> {
  return run(searchCommands[action], scope === 'catalog' ? { ids: names } : { keys: names });
}
