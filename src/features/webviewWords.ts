import * as vscode from 'vscode';
import type { ComparisonWords, LandscapeWords } from '../webview/words';

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
