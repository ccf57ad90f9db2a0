import type { Conflict, Modality, Model, Part, Work } from '../catalog/types';
import type { TextRange } from '../text';
import type { OwnCatalogText } from './texts';

/** Something wrong in an own catalog; it costs at most the field or record it is in. */
export interface OwnProblem {
  readonly text: OwnCatalogText;
  /** What stands for `{0}`, `{1}` in the text. */
  readonly args: readonly string[];
  readonly range: TextRange;
  readonly severity: 'error' | 'warning';
}

/** A work that a file gives in full. */
export interface OwnWork {
  readonly work: Work;
  /** The file chose the key; otherwise it is made up and may change to be free. */
  readonly hasKey: boolean;
  /** Where the file gives it. */
  readonly range: TextRange;
}

/** A part of an architecture; the family is found by the name where it is not given. */
export type OwnPart = Omit<Part, 'family'> & { readonly family?: string };

/** What a record says of a model: only what it says. */
export interface OwnFields {
  readonly aliases?: readonly string[];
  readonly released?: string;
  readonly institutions?: readonly string[];
  readonly inputs?: readonly Modality[];
  readonly outputs?: readonly Modality[];
  readonly function?: Model['function'];
  readonly design?: Model['design'];
  readonly architecture?: Readonly<Partial<Record<keyof Model['architecture'], readonly OwnPart[]>>>;
  readonly sizes?: readonly string[];
  readonly training?: Partial<Model['training']>;
  readonly idea?: Partial<Model['idea']>;
  readonly links?: Model['links'];
  readonly license?: string;
  readonly sources?: Readonly<Record<string, string>>;
  readonly conflicts?: readonly Conflict[];
  readonly notes?: readonly string[];
}

/** One model of a file. */
export interface OwnRecord {
  readonly id?: string;
  readonly name?: string;
  /** Key of a work, or the work itself. */
  readonly work?: string | OwnWork;
  readonly fields: OwnFields;
  /** Where what is wrong with the whole record is shown: its id or name. */
  readonly range: TextRange;
  readonly workRange: TextRange;
}

/** An own catalog as read: never a failure, always what could be read. */
export interface OwnFile {
  readonly uri: string;
  /** Shown to people as the origin, e.g. `team.yaml`. */
  readonly name: string;
  readonly text: string;
  readonly records: readonly OwnRecord[];
  readonly works: readonly OwnWork[];
  readonly problems: readonly OwnProblem[];
}
