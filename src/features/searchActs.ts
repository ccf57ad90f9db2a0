import * as vscode from 'vscode';
import { fileName } from '../core/library/paths';
import { commands, views } from '../ids';
import { draftOf } from '../vscode/arguments';
import type { Insertion } from '../vscode/citer';
import { draftUri } from '../vscode/draftFiles';
import type { ActiveDraft } from '../vscode/drafts';
import type { SearchAction, SearchState } from '../webview/protocol';

const onModels: Readonly<Record<SearchAction, string>> = {
  cite: commands.insertCitation,
  citeTextual: commands.insertTextualCitation,
  addToBibliography: commands.addToBibliography,
  summary: commands.insertSummary,
  table: commands.insertTable,
  compare: commands.compareModels,
  open: commands.openModel,
  copyBibtex: commands.copyBibtex,
  copyKey: commands.copyKey,
  copyAs: commands.copyAs,
};

/** What goes into a draft. */
const writing: readonly SearchAction[] = ['cite', 'citeTextual', 'addToBibliography', 'summary', 'table'];

/** What the search does with its results, as the commands that everybody can call. */
export class SearchActs {
  constructor(private readonly active: ActiveDraft) {}

  /**
   * @param scope - says whether `names` are ids of models or keys of entries
   * @param resume - brings the focus back to the results: the draft's editor has come to the front and taken it
   * @returns what was done, in words; empty if that can be seen, or was said where it went wrong
   * @throws Error if it needs a draft and there is none
   */
  async run(
    action: SearchAction,
    scope: SearchState['scope'],
    names: readonly string[],
    resume: () => void,
  ): Promise<string> {
    const { document } = writing.includes(action) ? draftOf(this.active.document) : this.active;
    const isHidden = !vscode.window.visibleTextEditors.some((editor) => editor.document === document);
    const isEntry = scope === 'bibliography';
    const command = isEntry && action === 'open' ? commands.goToEntry : onModels[action];
    const args = { ...(isEntry ? { keys: names } : { ids: names }), ask: true };
    const done = await vscode.commands.executeCommand(command, args);
    if (done === undefined) {
      return '';
    }
    if (isCiting(action) && isHidden) {
      await vscode.commands.executeCommand(`${views.search}.focus`);
      resume();
    }
    return told(action, done, document ? fileName(draftUri(document).toString()) : '');
  }
}

function isCiting(action: SearchAction): boolean {
  return action === 'cite' || action === 'citeTextual';
}

function told(action: SearchAction, done: unknown, draft: string): string {
  switch (action) {
    case 'cite':
    case 'citeTextual': {
      const { keys, added, bibliography } = done as Insertion;
      return added.length > 0 && bibliography !== undefined
        ? vscode.l10n.t('Cited in {0}: {1}; new in {2}', draft, keys.join(', '), fileName(bibliography))
        : vscode.l10n.t('Cited in {0}: {1}', draft, keys.join(', '));
    }
    case 'addToBibliography': {
      const { keys, added, bibliography } = done as Insertion;
      return added.length > 0 && bibliography !== undefined
        ? vscode.l10n.t('New in {0}: {1}', fileName(bibliography), added.join(', '))
        : vscode.l10n.t('Already in the bibliography: {0}', keys.join(', '));
    }
    case 'summary':
    case 'table':
      return vscode.l10n.t('Inserted into {0}', draft);
    case 'copyBibtex':
    case 'copyKey':
    case 'copyAs':
      return vscode.l10n.t('Copied');
    case 'compare':
    case 'open':
      return '';
  }
}
