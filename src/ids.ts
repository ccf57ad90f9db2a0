/** Every id shared with `package.json`; `test/unit/manifest.test.ts` holds the two together. */

export const commands = {
  insertCitation: 'mmllm.insertCitation',
  insertSummary: 'mmllm.insertSummary',
  addToBibliography: 'mmllm.addToBibliography',
  copyAs: 'mmllm.copyAs',
  copyBibtex: 'mmllm.copyBibtex',
  copyKey: 'mmllm.copyKey',
  openModel: 'mmllm.openModel',
  openPaper: 'mmllm.openPaper',
  openCode: 'mmllm.openCode',
  groupTreeBy: 'mmllm.groupTreeBy',
  showBibliographyStatus: 'mmllm.showBibliographyStatus',
} as const;

export const views = { container: 'mmllm', catalog: 'mmllm.catalog' } as const;

export const settings = {
  section: 'mmllm',
  bibliographyFiles: 'bibliography.files',
  latexCiteCommands: 'latex.citeCommands',
  citationForm: 'citation.form',
  summaryLanguage: 'summary.language',
} as const;

/** `LanguageSelector` languages by citation syntax. */
export const languages = {
  latex: ['latex', 'tex', 'latex-expl3', 'rsweave', 'doctex'],
  pandoc: ['markdown', 'quarto', 'rmd', 'mdx'],
} as const;
