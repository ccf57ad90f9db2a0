import * as vscode from 'vscode';
import type { ComparisonWords, LandscapeWords, SearchWords } from '../webview/words';

/** The texts of the comparison in the user's language. */
export function comparisonWords(): ComparisonWords {
  return {
    title: vscode.l10n.t('Comparison of Models'),
    table: vscode.l10n.t('Facts'),
    pipelines: vscode.l10n.t('Pipelines'),
    scores: vscode.l10n.t('Scores'),
    timeline: vscode.l10n.t('Timeline'),
    insertTable: vscode.l10n.t('Insert as Table'),
    exportCsv: vscode.l10n.t('Export as CSV'),
    exportSvg: vscode.l10n.t('Export as SVG'),
    addModels: vscode.l10n.t('Add Models'),
    citeAll: vscode.l10n.t('Cite All'),
    onlyDifferences: vscode.l10n.t('Only differences'),
    transposed: vscode.l10n.t('A model a line'),
    rows: vscode.l10n.t('Facts shown'),
    moveBefore: vscode.l10n.t('Move towards the start'),
    moveAfter: vscode.l10n.t('Move towards the end'),
    remove: vscode.l10n.t('Remove from the comparison'),
    open: vscode.l10n.t('Open details'),
    hide: vscode.l10n.t('Hide'),
    unknown: vscode.l10n.t('not reported'),
    source: vscode.l10n.t('Source'),
    doubt: vscode.l10n.t('Doubtful'),
    differs: vscode.l10n.t('differs'),
    target: vscode.l10n.t('Tables and citations go into {0}.'),
    targetWithBibliography: vscode.l10n.t('Tables and citations go into {0}, new entries into {1}.'),
    noTarget: vscode.l10n.t('Open a draft to insert tables and citations.'),
    keys: vscode.l10n.t(
      'In the table: arrows move between cells; on a heading Alt and an arrow moves it, Delete takes it away, Enter opens the model.',
    ),
    notRanked: vscode.l10n.t('not comparable'),
    noDifferences: vscode.l10n.t('There is no row to show.'),
    noScores: vscode.l10n.t('The survey has no scores of these models.'),
    inputs: vscode.l10n.t('Inputs'),
    outputs: vscode.l10n.t('Outputs'),
    encoder: vscode.l10n.t('Encoder'),
    inputProjector: vscode.l10n.t('Input projector'),
    backbone: vscode.l10n.t('LLM backbone'),
    outputProjector: vscode.l10n.t('Output projector'),
    generator: vscode.l10n.t('Generator'),
  };
}

/** The texts of the landscape in the user's language. */
export function landscapeWords(): LandscapeWords {
  return {
    title: vscode.l10n.t('Landscape of Models'),
    chart: vscode.l10n.t('Chart'),
    timeline: vscode.l10n.t('Timeline'),
    scatter: vscode.l10n.t('Two benchmarks'),
    across: vscode.l10n.t('Across'),
    up: vscode.l10n.t('Up'),
    exportSvg: vscode.l10n.t('Export as SVG'),
    backbones: vscode.l10n.t('LLM Backbone'),
    keys: vscode.l10n.t(
      'Arrows go from point to point, Space selects, Enter opens the model. A click shows the model in the tree and the search; with Ctrl it selects.',
    ),
    selection: vscode.l10n.t('{0} selected: {1}'),
    compare: vscode.l10n.t('Compare'),
    cite: vscode.l10n.t('Cite'),
    open: vscode.l10n.t('Open details'),
    clear: vscode.l10n.t('Clear selection'),
    noPoints: vscode.l10n.t('No model has scores on both.'),
    showAll: vscode.l10n.t('Show all models'),
  };
}

/** The texts of the search in the user's language. */
export function searchWords(): SearchWords {
  return {
    title: vscode.l10n.t('Search'),
    query: vscode.l10n.t('Query'),
    placeholder: vscode.l10n.t('Words, in:video backbone:vicuna year:2024..'),
    placeholderBibliography: vscode.l10n.t('Words of title, authors, year, venue or key'),
    suggestions: vscode.l10n.t('Suggestions'),
    scope: vscode.l10n.t('Search in'),
    catalog: vscode.l10n.t('Catalog'),
    bibliography: vscode.l10n.t('Bibliography'),
    sorting: vscode.l10n.t('Order'),
    relevance: vscode.l10n.t('Relevance'),
    newest: vscode.l10n.t('Newest First'),
    name: vscode.l10n.t('Name'),
    filters: vscode.l10n.t('Filters'),
    results: vscode.l10n.t('Results'),
    found: vscode.l10n.t('{0} of {1}'),
    selected: vscode.l10n.t('{0} selected'),
    none: vscode.l10n.t('Nothing is found.'),
    reading: vscode.l10n.t('The bibliography is being read.'),
    keys: vscode.l10n.t('Enter cites, Shift+Enter cites in the sentence, Space selects; {0}'),
    target: vscode.l10n.t('Citing in {0}'),
    targetWithBibliography: vscode.l10n.t('Citing in {0}, new entries in {1}'),
    noTarget: vscode.l10n.t('Open a draft to cite in it.'),
    badgeCited: vscode.l10n.t('cited here'),
    badgeBibliography: vscode.l10n.t('in the bibliography'),
    badgeSurvey: vscode.l10n.t('in the survey'),
    badgeNew: vscode.l10n.t('new'),
    badgeCatalog: vscode.l10n.t('in the catalog'),
    cite: vscode.l10n.t('Cite'),
    citeTextual: vscode.l10n.t('Cite in the sentence'),
    addToBibliography: vscode.l10n.t('Add to bibliography'),
    summary: vscode.l10n.t('Insert summary'),
    table: vscode.l10n.t('Insert table'),
    compare: vscode.l10n.t('Compare'),
    open: vscode.l10n.t('Open details'),
    copyBibtex: vscode.l10n.t('Copy BibTeX'),
    copyKey: vscode.l10n.t('Copy citation key'),
  };
}
