/**
 * What the catalog holds. The build compiles `data/` into `dist/catalog.json`, which has exactly this shape;
 * `data/schema/` says the same for the files a contributor edits.
 */

/** Kinds of input and output; the survey's letters I, V, A, T, 3D, I_D, I_B, I_M, I_R and what later models add. */
export type Modality =
  | 'text'
  | 'image'
  | 'video'
  | 'audio'
  | '3d'
  | 'document'
  | 'box'
  | 'mask'
  | 'retrieved-image'
  | 'action'
  | 'motion'
  | 'imu'
  | 'fmri';

/** One named part of an architecture, e.g. an encoder or a language model. */
export interface Part {
  /** As reported, e.g. `Vicuna-v1.5`. */
  readonly name: string;
  /** Normalised group, e.g. `Vicuna`: what tree grouping and facets use. See `data/families.yaml`. */
  readonly family: string;
  /** The inputs an encoder reads or the outputs a generator makes, where reported. */
  readonly modalities?: readonly Modality[];
  /** Sizes as reported, e.g. `7B`, or `ViT-g/14`'s `g`. */
  readonly sizes?: readonly string[];
  /** Input side length in pixels. */
  readonly resolution?: number;
}

/** Parts in pipeline order; an empty list means "not reported" unless the model's outputs say that none is needed. */
export interface Architecture {
  readonly encoders: readonly Part[];
  readonly inputProjectors: readonly Part[];
  readonly backbones: readonly Part[];
  readonly outputProjectors: readonly Part[];
  readonly generators: readonly Part[];
}

/** A disagreement between sources about one field, shown and not decided silently. */
export interface Conflict {
  readonly field: string;
  readonly text: string;
}

/** A stage of the survey's training pipeline; `preference` is RLHF and what takes its place (DPO, RLAIF, GRPO). */
export type Stage = 'pre-training' | 'sft' | 'preference';

/** One MM-LLM. */
export interface Model {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Key of its {@link Work}. */
  readonly work: string;
  /** First posting, `YYYY-MM`. */
  readonly released: string;
  readonly institutions: readonly string[];
  readonly inputs: readonly Modality[];
  readonly outputs: readonly Modality[];
  readonly function: 'understanding' | 'generation';
  readonly design: 'end-to-end' | 'tool-using';
  readonly architecture: Architecture;
  readonly training: {
    /** Amounts as the survey's table 1 gives them, e.g. `129M`. */
    readonly pretraining: string | null;
    readonly instructionTuning: string | null;
    readonly pretrainingData?: string;
    readonly instructionTuningData?: string;
    readonly procedure?: string;
    /** Given where the other fields would not tell them; see `src/core/facets/stages.ts`. */
    readonly stages?: readonly Stage[];
  };
  /** Sentence fragments that follow "NAME " (English) and "NAME" (Chinese); both end with a full stop. */
  readonly idea: { readonly en: string; readonly zh: string };
  readonly survey: {
    /** 1 to 26: number in the list of the survey's first version. */
    readonly v1: number | null;
    /** In table 1 of the final version. */
    readonly table: boolean;
    /** One of the 126 of the final taxonomy. */
    readonly final: boolean;
    /**
     * The box it stands in there, as printed, e.g. `I+T→T` or `Many→I+T`: the figure files some models under less than
     * they take in. Absent for those listed only as tool-using; then, and for later models, inputs and outputs decide.
     */
    readonly box?: string;
  };
  readonly links: { readonly code?: string; readonly home?: string };
  readonly license?: string;
  /** Parameter counts as reported. */
  readonly sizes?: readonly string[];
  /** Where facts were read, by field name. */
  readonly sources: Readonly<Record<string, string>>;
  readonly conflicts?: readonly Conflict[];
  /** Why the sources leave something open that the model must have, by field, e.g. `generators`. */
  readonly open?: Readonly<Record<string, string>>;
  /** Remarks shown with the facts, e.g. what is doubtful. */
  readonly notes?: readonly string[];
}

/** A personal name in the parts BibTeX knows; a corporate author has only `family`. Unicode text. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
}

/** A publication. Text is Unicode; `entry` holds what is written into a `.bib`. */
export interface Work {
  /** Frozen citation key. */
  readonly key: string;
  readonly title: string;
  /** The preprint's title and other titles it circulates under, where they differ. */
  readonly otherTitles?: readonly string[];
  readonly authors: readonly PersonName[];
  /** The author list goes on ("and others"). */
  readonly authorsTruncated?: boolean;
  /** Year of the version `entry` describes. */
  readonly year: number;
  /** First posting, `YYYY-MM`. */
  readonly posted: string;
  /** Journal, proceedings or `arXiv`, as shown to people. */
  readonly venue: string;
  /** Without version, e.g. `2301.12597`. */
  readonly arxiv?: string;
  readonly doi?: string;
  readonly url?: string;
  /** What is doubtful about the record, e.g. "venue from memory". */
  readonly doubt?: string;
  readonly entry: BibliographicEntry;
}

/** An entry ready to be written: field values are LaTeX without the outer delimiters. */
export interface BibliographicEntry {
  /** Lower case, without `@`. */
  readonly type: string;
  readonly key: string;
  /** In the order they are written, names in lower case. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A name that facets use, and how else it is looked for. */
export interface Term {
  readonly label: string;
  /** Label of the broader term that this one belongs to. */
  readonly within?: string;
  readonly aliases?: readonly string[];
}

/** What names mean besides themselves, by the kind of name; a name that is only itself is not listed. */
export type Vocabulary = Readonly<
  Partial<Record<keyof Architecture | 'venues' | 'institutions', readonly Term[]>>
>;

/** The content of `dist/catalog.json`. */
export interface CatalogData {
  readonly models: readonly Model[];
  readonly works: readonly Work[];
  /** Families of parts, venues and institutions; see `data/families.yaml` and `data/vocabulary.yaml`. */
  readonly vocabulary?: Vocabulary;
}
