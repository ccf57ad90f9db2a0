/** A model as a column of a comparison. */
export interface ComparisonColumn {
  readonly id: string;
  readonly name: string;
  /** First posting, `YYYY-MM`. */
  readonly released: string;
  /** Frozen key of the work that is cited for it. */
  readonly work: string;
}

/** One of the things a cell lists. */
export interface ComparisonItem {
  readonly text: string;
  /** No other column lists it, though there are things in the row that several list. */
  readonly own: boolean;
}

export interface ComparisonCell {
  /** Empty where sources are silent. */
  readonly value: string;
  /** The value divided into what it lists; together with separators they are the value. */
  readonly items: readonly ComparisonItem[];
  /** What speaks against it; empty if nothing does. */
  readonly doubt: string;
  /** Where it was read; empty if not said. */
  readonly source: string;
}

export const comparisonSections = [
  'architecture',
  'training',
  'publication',
  'scores',
  'links',
  'notes',
] as const;
export type ComparisonSection = (typeof comparisonSections)[number];

/** A fact, for each column. */
export interface ComparisonRow {
  /** That of the fact, the same in every version. */
  readonly id: string;
  /** English. */
  readonly label: string;
  readonly section: ComparisonSection;
  /** Between the items of a value. */
  readonly separator: string;
  /** In the order of the columns. */
  readonly cells: readonly ComparisonCell[];
  /** Two columns say different things; silence is not different from anything. */
  readonly differs: boolean;
}

/** Models side by side: what a comparison shows, inserts and exports. */
export interface Comparison {
  readonly columns: readonly ComparisonColumn[];
  readonly rows: readonly ComparisonRow[];
}
