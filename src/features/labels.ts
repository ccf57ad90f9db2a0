import * as vscode from 'vscode';
import type { Fact } from '../core/catalog/facts';
import type { Grouping, ModelGroup } from '../core/catalog/grouping';

/** The groupings in the order they are offered. */
export function groupingLabels(): readonly { readonly grouping: Grouping; readonly label: string }[] {
  return [
    { grouping: 'function', label: vscode.l10n.t('Function and Modalities') },
    { grouping: 'year', label: vscode.l10n.t('Year') },
    { grouping: 'backbone', label: vscode.l10n.t('LLM Backbone') },
    { grouping: 'encoder', label: vscode.l10n.t('Modality Encoder') },
    { grouping: 'inputProjector', label: vscode.l10n.t('Input Projector') },
    { grouping: 'institution', label: vscode.l10n.t('Institution') },
    { grouping: 'surveyV1', label: vscode.l10n.t("Survey's First Version (26 Models)") },
  ];
}

/**
 * The core's English words in the user's language. They are fixed words, not built texts, and
 * `test/unit/localisation.test.ts` holds the bundle to all that occur.
 */
export function groupLabel(group: ModelGroup): string {
  return vscode.l10n.t(group.label);
}

export function factLabel(fact: Fact): string {
  return vscode.l10n.t(fact.label);
}

/** A fact's value; names and figures are the same in every language, fixed words are not. */
export function shownValue({ value, terms }: Fact): string {
  return terms === undefined
    ? vscode.l10n.t(value)
    : terms
        .map(({ text, number }) => (number === undefined ? vscode.l10n.t(text) : vscode.l10n.t(text, number)))
        .join(vscode.env.language.startsWith('zh') ? '、' : ', ');
}
