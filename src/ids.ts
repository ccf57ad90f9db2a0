/** Every id shared with `package.json`; `test/unit/manifest.test.ts` holds the two together. */

export const commands = {
  insertCitation: 'mmllm.insertCitation',
  insertTextualCitation: 'mmllm.insertTextualCitation',
  insertCitationWithNotes: 'mmllm.insertCitationWithNotes',
  insertSummary: 'mmllm.insertSummary',
  insertTable: 'mmllm.insertTable',
  addToBibliography: 'mmllm.addToBibliography',
  copyAs: 'mmllm.copyAs',
  copyBibtex: 'mmllm.copyBibtex',
  copyKey: 'mmllm.copyKey',
  goToEntry: 'mmllm.goToEntry',
  openModel: 'mmllm.openModel',
  openGuide: 'mmllm.openGuide',
  insertFromGuide: 'mmllm.insertFromGuide',
  openPaper: 'mmllm.openPaper',
  openCode: 'mmllm.openCode',
  groupTreeBy: 'mmllm.groupTreeBy',
  compareModels: 'mmllm.compareModels',
  openLandscape: 'mmllm.openLandscape',
  searchCatalog: 'mmllm.searchCatalog',
  sortTreeBy: 'mmllm.sortTreeBy',
  filterTree: 'mmllm.filterTree',
  clearTreeFilter: 'mmllm.clearTreeFilter',
  revealInTree: 'mmllm.revealInTree',
  showBibliographyStatus: 'mmllm.showBibliographyStatus',
  addToCatalog: 'mmllm.addToCatalog',
  reloadCatalogs: 'mmllm.reloadCatalogs',
  togglePickerForm: 'mmllm.togglePickerForm',
  editPickerNotes: 'mmllm.editPickerNotes',
  completeQuery: 'mmllm.completeQuery',
  /** Called by pages, hovers, tree items and completions only; not contributed. */
  openPlace: 'mmllm.openPlace',
  openSetting: 'mmllm.openSetting',
  openProblems: 'mmllm.openProblems',
  openEntry: 'mmllm.openEntry',
  openLink: 'mmllm.openLink',
  acceptCompletion: 'mmllm.acceptCompletion',
  citeAs: 'mmllm.citeAs',
} as const;

/** What links on pages may call. */
export const pageCommands: readonly string[] = [
  commands.insertCitation,
  commands.insertSummary,
  commands.addToBibliography,
  commands.copyBibtex,
  commands.insertFromGuide,
  commands.openModel,
  commands.openGuide,
  commands.openPaper,
  commands.openCode,
  commands.openPlace,
  commands.openSetting,
  commands.openProblems,
];

/** The scheme of pages' addresses, and the editor that shows them. */
export const pageScheme = 'mmllm-page';
export const pageEditor = 'mmllm.page';

export const views = { container: 'mmllm', catalog: 'mmllm.catalog', search: 'mmllm.search' } as const;

/** Types of editor tabs with pages of the extension's own. */
export const panels = { comparison: 'mmllm.comparison', landscape: 'mmllm.landscape' } as const;

export const settings = {
  section: 'mmllm',
  bibliographyFiles: 'bibliography.files',
  catalogs: 'catalogs',
  completionEntries: 'completion.bibliographyEntries',
  latexCiteCommands: 'latex.citeCommands',
  citationForm: 'citation.form',
  summaryLanguage: 'summary.language',
  summaryTemplate: 'summary.template',
  saveBibliography: 'bibliography.saveAfterAdding',
} as const;

/** `LanguageSelector` languages by citation syntax. */
export const languages = {
  latex: ['latex', 'tex', 'latex-expl3', 'rsweave', 'doctex'],
  pandoc: ['markdown', 'quarto', 'rmd', 'mdx'],
  typst: ['typst'],
  bibliography: ['bibtex', 'biblatex'],
} as const;

/** Set by the extension for `when` clauses. */
export const contextKeys = {
  choosingModels: 'mmllm.choosingModels',
  canCompleteQuery: 'mmllm.canCompleteQuery',
  treeFiltered: 'mmllm.treeFiltered',
} as const;
