/** The texts of pages by name. The extension fills them in the user's language, see `src/features/webviewWords.ts`. */

export interface ComparisonWords extends Readonly<Record<string, string>> {
  readonly title: string;
  readonly table: string;
  readonly pipelines: string;
  readonly scores: string;
  readonly timeline: string;
  readonly insertTable: string;
  readonly exportCsv: string;
  readonly exportSvg: string;
  readonly addModels: string;
  readonly citeAll: string;
  readonly onlyDifferences: string;
  readonly transposed: string;
  readonly rows: string;
  readonly moveBefore: string;
  readonly moveAfter: string;
  readonly remove: string;
  readonly open: string;
  readonly hide: string;
  readonly unknown: string;
  readonly source: string;
  readonly doubt: string;
  readonly differs: string;
  readonly target: string;
  readonly targetWithBibliography: string;
  readonly noTarget: string;
  readonly keys: string;
  readonly notRanked: string;
  readonly noDifferences: string;
  readonly noScores: string;
  readonly inputs: string;
  readonly outputs: string;
  readonly encoder: string;
  readonly inputProjector: string;
  readonly backbone: string;
  readonly outputProjector: string;
  readonly generator: string;
}

export interface LandscapeWords extends Readonly<Record<string, string>> {
  readonly title: string;
  readonly chart: string;
  readonly timeline: string;
  readonly scatter: string;
  readonly across: string;
  readonly up: string;
  readonly exportSvg: string;
  readonly backbones: string;
  readonly keys: string;
  readonly selection: string;
  readonly compare: string;
  readonly cite: string;
  readonly open: string;
  readonly clear: string;
  readonly noPoints: string;
  readonly showAll: string;
  readonly doubt: string;
  readonly hollow: string;
  readonly alsoHere: string;
  readonly inCommon: string;
  readonly mostSelected: string;
  readonly timelineAbout: string;
  readonly scatterAbout: string;
}

export interface SearchWords extends Readonly<Record<string, string>> {
  readonly title: string;
  readonly query: string;
  readonly placeholder: string;
  readonly placeholderBibliography: string;
  readonly suggestions: string;
  readonly scope: string;
  readonly catalog: string;
  readonly bibliography: string;
  readonly sorting: string;
  readonly relevance: string;
  readonly newest: string;
  readonly name: string;
  readonly filters: string;
  readonly results: string;
  readonly found: string;
  readonly selected: string;
  readonly none: string;
  readonly reading: string;
  readonly keys: string;
  readonly target: string;
  readonly targetWithBibliography: string;
  readonly noTarget: string;
  readonly badgeCited: string;
  readonly badgeBibliography: string;
  readonly badgeSurvey: string;
  readonly badgeNew: string;
  readonly badgeCatalog: string;
  readonly cite: string;
  readonly citeTextual: string;
  readonly addToBibliography: string;
  readonly summary: string;
  readonly table: string;
  readonly compare: string;
  readonly open: string;
  readonly copyBibtex: string;
  readonly copyKey: string;
}
