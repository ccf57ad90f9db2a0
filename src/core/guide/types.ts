import type { Benchmark, Links, ScoreTable } from '../benchmarks/types';
import type { Architecture, Modality } from '../catalog/types';

/**
 * The survey's knowledge besides its models; the shape of `data/guide/*.yaml` and `data/datasets.yaml`, and of
 * `dist/guide.json` as a whole. A `RichText` has `[[blip-2]]`, `[[dataset/align]]` or `[[benchmark/gqa]]` where a model, dataset or
 * benchmark is named.
 */
export interface GuideData {
  readonly architecture: GuideArchitecture;
  readonly training: GuideTraining;
  readonly recipes: readonly Topic[];
  readonly trends: readonly Topic[];
  readonly directions: readonly Topic[];
  readonly survey: Survey;
  readonly datasets: DatasetTables;
  readonly benchmarks: readonly Benchmark[];
  readonly scores: ScoreTable;
}

export type RichText = string;

export interface Title {
  readonly en: string;
  readonly zh: string;
}

export interface Sourced {
  readonly text: string;
  readonly source: string;
}

/** A version of the survey: the first (26 models) or the final one (126). */
export type SurveyVersion = 'first' | 'final';

export interface Formula {
  readonly id: string;
  readonly name: string;
  /** Its number in the survey. */
  readonly equation?: number;
  /** Content of an equation; needs no package, `\mathbb` of amssymb aside. */
  readonly latex: string;
}

/** One choice for a component. */
export interface Option {
  /** Unique within its component. */
  readonly id: string;
  readonly name: string;
  /** The name in a version of the survey that has another. */
  readonly names?: Readonly<Partial<Record<SurveyVersion, string>>>;
  /** What an encoder reads, or a generator makes. */
  readonly inputs?: readonly Modality[];
  readonly brief?: string;
  /** Where the survey names it, if not in the section on the component. */
  readonly where?: string;
  readonly versions: readonly SurveyVersion[];
  /** Regular expression, case-insensitive, for the names of models' parts that are this option. */
  readonly match: string;
}

export interface GuideComponent {
  readonly id: string;
  readonly part: keyof Architecture;
  readonly name: Title;
  /** LaTeX. */
  readonly symbol: string;
  readonly role: string;
  readonly formulas: readonly Formula[];
  readonly symbols: readonly { readonly symbol: string; readonly meaning: string }[];
  readonly options: readonly Option[];
  readonly notes?: readonly Sourced[];
  readonly source: string;
}

/** A way to tune the backbone with few parameters. */
export interface TuningMethod {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly formula?: Formula;
  readonly versions: readonly SurveyVersion[];
  readonly where?: string;
}

export interface GuideArchitecture {
  readonly facts: readonly Sourced[];
  readonly components: readonly GuideComponent[];
  readonly tuning: {
    readonly name: Title;
    readonly text: RichText;
    readonly methods: readonly TuningMethod[];
    /** Methods that are only named. */
    readonly alsoNamed: readonly string[];
    readonly source: string;
  };
}

export interface Stage {
  readonly id: string;
  /** The stage that it is part of. */
  readonly parent?: string;
  readonly name: Title;
  readonly text: RichText;
  readonly facts: readonly { readonly text: RichText }[];
  readonly dataFamilies: readonly string[];
  /** Ids of components' formulas that make the objective. */
  readonly formulas: readonly string[];
  readonly table: 'pre-training' | 'instruction-tuning';
  readonly source: string;
}

export interface GuideTraining {
  readonly overview: Sourced;
  readonly stages: readonly Stage[];
  readonly notes: readonly Sourced[];
}

/** A recipe, a trend or a future direction. */
export interface Topic {
  readonly id: string;
  readonly title: Title;
  /** In the survey's first version, where it is another. */
  readonly titleFirst?: string;
  readonly text: RichText;
  readonly facts?: readonly { readonly text: RichText }[];
  /** Ids of models that are examples. */
  readonly models?: readonly string[];
  /** Ids of models, each leading to the next. */
  readonly chains?: readonly (readonly string[])[];
  readonly benchmarks?: readonly string[];
  /** Further examples, which the catalog does not have. */
  readonly alsoNamed?: readonly string[];
  readonly versions?: string;
  readonly source: string;
}

interface Numbered {
  readonly number: number;
  readonly title: string;
  readonly note?: string;
}

export interface RelatedSurvey {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly work: string;
  readonly role?: string;
  readonly source?: string;
  readonly links?: Links;
}

export interface Survey {
  readonly work: string;
  readonly website: string;
  readonly versions: readonly { readonly id: string; readonly models: number; readonly note?: string }[];
  readonly sections: readonly {
    readonly number: string;
    readonly title: string;
    readonly subsections?: readonly string[];
    readonly note?: string;
  }[];
  readonly figures: readonly Numbered[];
  readonly tables: readonly Numbered[];
  readonly appendices: Readonly<Record<SurveyVersion, readonly string[]>>;
  readonly motivation: readonly Sourced[];
  readonly taxonomy: {
    readonly text: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly toolUsing: string;
    readonly endToEnd: string;
    readonly source: string;
    readonly notes: readonly string[];
  };
  readonly contributions: readonly string[];
  readonly limitations: readonly string[];
  readonly socialImpact: readonly string[];
  readonly notes: readonly Sourced[];
  readonly related: readonly RelatedSurvey[];
  readonly earlier: Sourced;
}

/** Amounts are as printed, e.g. `1.8B`. */
export interface PreTrainingData {
  readonly modalities: readonly Modality[];
  readonly items?: string;
  readonly texts?: string;
  readonly pairs: string;
  readonly interleaved?: true;
  readonly source: string;
}

/** A row of the survey's table of instruction-tuning data. */
export interface InstructionData {
  readonly printed: string;
  readonly stage: 'SFT' | 'RLHF';
  /** In the survey's letters, e.g. `I+T→T`. */
  readonly io: string;
  readonly from: string;
  readonly method: string;
  readonly multiTurn?: boolean;
  readonly images?: string;
  readonly videos?: string;
  readonly audios?: string;
  readonly turns?: string;
  readonly instances?: string;
  readonly source: string;
}

export interface Dataset {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly work?: string;
  /** Id of the model it was made for. */
  readonly model?: string;
  /** Id of the benchmark it also is. */
  readonly benchmark?: string;
  readonly links?: Links;
  readonly preTraining?: PreTrainingData;
  readonly instructionTuning?: readonly InstructionData[];
  readonly doubts?: readonly { readonly text: string; readonly field?: keyof InstructionData }[];
}

interface DataTable {
  readonly caption: string;
  readonly source: string;
  readonly notes?: readonly string[];
}

export interface DatasetTables {
  readonly tables: { readonly preTraining: DataTable; readonly instructionTuning: DataTable };
  /** In the order of the tables. */
  readonly datasets: readonly Dataset[];
}
