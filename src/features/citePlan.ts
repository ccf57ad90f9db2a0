import type { Catalog } from '../core/catalog/catalog';
import type { Model, Work } from '../core/catalog/types';
import type { CitationForm } from '../core/drafts/types';
import { planCitation } from '../core/writing/citationText';
import type { Place } from '../vscode/arguments';
import { offsetsOf } from '../vscode/arguments';
import type { DraftText, PlannedText } from '../vscode/citer';
import type { Notes } from './notes';

export interface CitationChoice {
  readonly works: readonly Work[];
  /** Keys cited besides the works'. */
  readonly keys?: readonly string[];
  readonly form: CitationForm;
  readonly notes: Notes;
}

/** The citation of a choice at a place of a draft. */
export function citationAtPlace(place: Place, choice: CitationChoice): (draft: DraftText) => PlannedText {
  return (draft) =>
    planCitation({
      text: draft.text,
      syntax: draft.syntax,
      preamble: draft.preamble,
      options: draft.options,
      ...offsetsOf(place),
      keys: [...new Set([...choice.works.map(draft.keyOf), ...(choice.keys ?? [])])],
      form: choice.form,
      ...choice.notes,
    });
}

/** The works that describe models, each once, in the models' order. */
export function worksOf(models: readonly Model[], catalog: Catalog): Work[] {
  return [...new Set(models.map((model) => catalog.workOf(model)))];
}
