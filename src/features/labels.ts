import * as vscode from 'vscode';
import type { Fact } from '../core/catalog/facts';
import type { Grouping, ModelGroup, ModelOrder } from '../core/catalog/grouping';
import { groupings } from '../core/catalog/grouping';
import type { FacetId } from '../core/facets/facets';
import { facetOf } from '../core/facets/facets';
import type { CitationCard } from '../core/library/citationCard';
import type { Statement } from '../core/library/disagreement';
import { fileName } from '../core/library/paths';
import type { QueryProblem } from '../core/queries/problems';
import { catalogLanguage } from '../vscode/language';

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
  return fixedWord(label);
}

export function problemText({ message, args }: QueryProblem): string {
  return vscode.l10n.t(message, ...args);
}

/**
 * The core's English words in the user's language. They are fixed words, not built texts, and
 * `test/unit/localisation.test.ts` holds the bundle to all that occur.
 */
export function groupLabel(group: ModelGroup): string {
  return fixedWord(group.label);
}

export function factLabel(fact: Fact): string {
  return vscode.l10n.t(fact.label);
}

/** A fact's value; names and figures are the same in every language, fixed words are not. */
export function shownValue({ value, terms }: Fact): string {
  return terms === undefined
    ? fixedWord(value)
    : terms
        .map(({ text, number }) => (number === undefined ? fixedWord(text) : vscode.l10n.t(text, number)))
        .join(catalogLanguage() === 'zh' ? '、' : ', ');
}

/**
 * A word of the core in the user's language. What the bundle does not have is a name, perhaps of a stranger: it stays as it is, which
 * VS Code does not promise (it fills in `{constructor}`, and fails on a text that is called so).
 */
function fixedWord(text: string): string {
  const { bundle } = vscode.l10n;
  return bundle && Object.hasOwn(bundle, text) ? vscode.l10n.t(text) : text;
}

/** Where the catalog and the draft's own entry say different things; empty if they do not. */
export function disagreementLine({ disagreement, entry }: CitationCard): string {
  return disagreement && entry
    ? vscode.l10n.t(
        'The catalog says {0}; {1} says {2}.',
        disagreement.catalog.map(statementLabel).join(', '),
        fileName(entry.uri),
        disagreement.entry.map(statementLabel).join(', '),
      )
    : '';
}

function statementLabel(statement: Statement): string {
  switch (statement.about) {
    case 'year':
      return String(statement.year);
    case 'venue':
      return statement.venue;
    case 'author':
      return vscode.l10n.t('author {0} is {1}', statement.place, statement.name);
    case 'author count':
      return statement.count === 1
        ? vscode.l10n.t('1 author')
        : vscode.l10n.t('{0} authors', statement.count);
  }
}

/** A sentence of the core on what is wrong in a file; its quotations, in “” or "", are from the file. */
export function defectMessage(message: string): string {
  const quotations: string[] = [];
  const sentence = message.replace(/“[^”]*”|"[^"]*"/g, (quotation) => `{${quotations.push(quotation) - 1}}`);
  return vscode.l10n.t(sentence, ...quotations);
}

/** Texts of the core in the user's language; what they leave open (`{0}`) stays open. */
export function translatedTexts<K extends string>(texts: Readonly<Record<K, string>>): Record<K, string> {
  const translated = Object.entries<string>(texts).map(([key, text]) => [key, vscode.l10n.t(text)]);
  return Object.fromEntries(translated) as Record<K, string>;
}
