/** What is known about benchmarks and the scores on them; the shape of `data/benchmarks/*.yaml`. */

export interface Links {
  readonly code?: string;
  readonly homepage?: string;
}

/** A column of the table of scores. */
export interface ScoreColumn {
  /** E.g. `GQA` or `MME-P`. */
  readonly id: string;
  /** Short, for heads of tables. */
  readonly label: string;
  /** In the survey, e.g. `MME^P`. */
  readonly printed: string;
  readonly name: string;
  readonly measures: string;
  readonly metric: string;
  /** Absent if the wording of the metric is general knowledge that was not checked. */
  readonly metricSource?: string;
  readonly unit: '%' | 'points';
  readonly range: string;
  readonly notes?: readonly string[];
  /** Which rows the survey's text names as best. */
  readonly commentary?: string;
}

/** A test set or several of one name. */
export interface Benchmark {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Key of its work. */
  readonly work: string;
  readonly links?: Links;
  readonly notes?: readonly string[];
  /** Its columns in the table of scores; absent if the survey gives no scores on it. */
  readonly columns?: readonly ScoreColumn[];
}

/** What a second source says about a row. */
export interface ScoreCheck {
  readonly source: string;
  /** Columns in which it has the same value. */
  readonly agrees?: readonly string[];
  /** Its value, by column, where it has another. */
  readonly disagrees?: Readonly<Record<string, number>>;
  readonly note?: string;
}

/** The survey's marks: training images of the data set were used in training (`*`), a re-run by ShareGPT4V (`‡`). */
export type ScoreFlag = 'seen' | 'reimplemented';

/** The scores of one variant of a model. */
export interface ScoreRow {
  readonly id: string;
  /** As printed, e.g. `VILA-13B + ShareGPT4V`. */
  readonly name: string;
  /** Id of the model. */
  readonly model: string;
  /** Id of a dataset that it was trained with in addition. */
  readonly data?: string;
  readonly backbone: string;
  /** By column; a column that is missing is an empty cell. */
  readonly scores: Readonly<Record<string, number>>;
  readonly flags?: Readonly<Record<string, ScoreFlag>>;
  readonly source: string;
  readonly checks?: readonly ScoreCheck[];
  readonly note?: string;
}

export type DoubtKind =
  /** The number belongs to another benchmark. */
  | 'other-benchmark'
  /** Another part of the benchmark was tested. */
  | 'other-test'
  /** The number belongs to another variant of the model. */
  | 'other-variant'
  | 'sources-differ'
  | 'mixed-metrics'
  | 'flag-missing';

/** What speaks against cells of the table. */
export interface ScoreDoubt {
  readonly id: string;
  readonly kind: DoubtKind;
  readonly severity: 'high' | 'medium' | 'low';
  readonly cells?: readonly { readonly row: string; readonly columns: readonly string[] }[];
  /** Whole columns. */
  readonly columns?: readonly string[];
  /** The column that the number belongs to. */
  readonly belongsTo?: string;
  /** Whether the cells can be compared with others of their column all the same. */
  readonly ranked: boolean;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly notes?: readonly string[];
}

/** The survey's table of scores and what was read besides. */
export interface ScoreTable {
  readonly table: {
    readonly source: string;
    /** Ids in the survey's order. */
    readonly columns: readonly string[];
    readonly compiledFrom: readonly string[];
    readonly notes: readonly string[];
  };
  readonly rows: readonly ScoreRow[];
  /** Rows that the survey does not have, or that fill its empty cells. */
  readonly elsewhere: readonly ScoreRow[];
  readonly doubts: readonly ScoreDoubt[];
}
