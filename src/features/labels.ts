import * as vscode from 'vscode';
import type { Fact } from '../core/catalog/facts';
import type { Grouping, ModelGroup, ModelOrder } from '../core/catalog/grouping';
import { groupings } from '../core/catalog/grouping';
import type { FacetId } from '../core/facets/facets';
import { facetOf } from '../core/facets/facets';
import type { QueryProblem } from '../core/queries/problems';

/** The groupings in the order they are offered. */
export function groupingLabels(): readonly { readonly grouping: Grouping; readonly label: string }[] {
  const own: Partial<Record<Grouping, string>> = {
    function: vscode.l10n.t('Function and Modalities'),
    surveyV1: vscode.l10n.t("Survey's First Version (26 Models)"),
  };
  return groupings.map((grouping) => ({
    grouping,
    label: own[grouping] ?? (grouping === 'surveyV1' ? '' : facetLabel(grouping)),
  }));
}

export function orderLabels(): readonly { readonly order: ModelOrder; readonly label: string }[] {
  return [
    { order: 'newest', label: vscode.l10n.t('Newest First') },
    { order: 'name', label: vscode.l10n.t('Name') },
  ];
}

export function facetLabel(facet: FacetId): string {
  return vscode.l10n.t(facetOf(facet).label);
}

/** A value of a facet; names are the same in every language, words are not. */
export function valueLabel({ label }: { readonly label: string }): string {
  return vscode.l10n.t(label);
}

export function problemText({ message, args }: QueryProblem): string {
  return vscode.l10n.t(message, ...args);
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

/** A fact's value; names and figures are the same in every language, "not reported" is not. */
export function shownValue(fact: Fact): string {
  return vscode.l10n.t(fact.value);
}
