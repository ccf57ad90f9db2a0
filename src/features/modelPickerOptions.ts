import type * as vscode from 'vscode';
import type { Model } from '../core/catalog/types';
import type { CitationForm } from '../core/drafts/types';
import type { RowFacts } from './modelRows';
import type { Notes } from './notes';
import type { QueryRows } from './queryRows';

/** What was chosen in a model picker. */
export interface Choice {
  readonly models: readonly Model[];
  readonly form: CitationForm;
  readonly notes: Notes;
}

/** What a picker shows. */
export interface PickerSource extends RowFacts {
  /** Ticked from the start. */
  readonly chosen: readonly Model[];
  /** Best first, capped; every model for an empty query. */
  search(query: string): { readonly models: readonly Model[]; readonly about: QueryRows };
  /** What would be written for this choice. */
  preview(choice: Choice): string;
}

export interface PickerOptions {
  readonly title: string;
  /** Whether form and notes can be changed; a summary has neither. */
  readonly forms: boolean;
  /** Ask for notes once the models are chosen. */
  readonly askNotes: boolean;
  readonly form: CitationForm;
  /** Loads while the empty picker is on screen already. */
  readonly load: (token: vscode.CancellationToken) => Promise<PickerSource>;
  readonly openPaper: (model: Model) => void;
  readonly openDetails: (model: Model) => void;
}
