import * as vscode from 'vscode';
import type { Guide } from '../core/guide/guide';
import type { GuideEntry, InsertionForm } from '../core/guide/tree';
import { formsOf } from '../core/guide/tree';
import { catalogLanguage } from '../vscode/language';

/**
 * Lets the user choose an entry of the guide.
 *
 * @param insertable - whether only entries are offered that can be written into a draft
 */
export async function pickEntry(guide: Guide, insertable: boolean): Promise<GuideEntry | undefined> {
  const language = catalogLanguage();
  const items: (vscode.QuickPickItem & { entry: GuideEntry })[] = [];
  const seen = new Set<string>();
  const add = (entry: GuideEntry, path: readonly string[]): void => {
    const label = entry.title[language];
    if (!seen.has(entry.id) && (!insertable || formsOf(entry).length > 0)) {
      seen.add(entry.id);
      items.push({ label, description: path.join(' › '), entry });
    }
    for (const child of entry.children) {
      add(child, [...path, label]);
    }
  };
  for (const entry of guide.tree) {
    add(entry, []);
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: insertable ? vscode.l10n.t('Insert from Guide') : vscode.l10n.t('Open Guide'),
    placeHolder: vscode.l10n.t('Component, option, recipe, trend, dataset, benchmark, ...'),
    matchOnDescription: true,
  });
  return chosen?.entry;
}

/** Lets the user choose in which form an entry is written. */
export async function pickForm(
  entry: GuideEntry,
  forms: readonly InsertionForm[],
): Promise<InsertionForm | undefined> {
  const labels: Readonly<Record<InsertionForm, string>> = {
    sentence: vscode.l10n.t('Sentence with citations'),
    table: vscode.l10n.t('Table with citations'),
    formula: vscode.l10n.t('Formula'),
    citation: vscode.l10n.t('Citation'),
  };
  const chosen = await vscode.window.showQuickPick(
    forms.map((form) => ({ label: labels[form], form })),
    { title: entry.title[catalogLanguage()], placeHolder: vscode.l10n.t('How it is inserted') },
  );
  return chosen?.form;
}
