import type { CitationOptions } from '../drafts/citations';
import { citationAt, groupAt, parseCitations } from '../drafts/citations';
import type { CitationForm, CitationGroup, Syntax } from '../drafts/types';
import type { TextEdit } from '../text';
import type { Notes } from './notes';
import { cleanNotes } from './notes';
import { planLatexCitation } from './planLatex';
import { planMystCitation } from './planMyst';
import { planPandocCitation } from './planPandoc';
import { planTypstCitation } from './planTypst';
import type { WritingPlan } from './plan';
import { clearSelection } from './plan';

/** A citation to be put into a draft. */
export interface CitationRequest {
  /** The draft's text. */
  readonly text: string;
  /** The cursor, or the start of the selection or of a drop: UTF-16 units from the text's start. */
  readonly offset: number;
  /** The end of the selection, which the citation replaces. */
  readonly selectionEnd?: number | undefined;
  readonly syntax: Syntax;
  readonly keys: readonly string[];
  /** The form of a new citation; an existing one that is joined keeps its own. */
  readonly form: CitationForm;
  /** Text before the keys (`see`) and after them (`p. 3`), in the draft's syntax. */
  readonly prenote?: string | undefined;
  readonly postnote?: string | undefined;
  /** The text of the root file, where packages are loaded, if the draft is a chapter of it. */
  readonly preamble?: string | undefined;
  readonly options?: CitationOptions | undefined;
}

/** What a citation changes in a draft. */
export interface CitationPlan extends WritingPlan {
  /** The keys are part of a citation that was there before. */
  readonly joined: boolean;
}

/** A place in a draft with everything a syntax's planner needs. */
export interface CitationPlace {
  readonly text: string;
  readonly offset: number;
  readonly groups: readonly CitationGroup[];
  /** The existing citation the cursor is in. */
  readonly target: CitationGroup | undefined;
  readonly keys: readonly string[];
  readonly form: CitationForm;
  readonly notes: Notes;
  readonly preamble: string;
  readonly options: CitationOptions;
}

/** What a syntax's planner decides; the cursor goes to `end`, an offset in the edited text. */
export interface PlannedCitation {
  readonly edit: TextEdit;
  readonly end: number;
  readonly joined: boolean;
}

/**
 * Plans a citation. With the cursor in an existing citation the keys join it, each at most once; otherwise a new one is
 * written as the draft writes its own.
 *
 * - A selection is replaced.
 * - LaTeX: keys go to the cursor's place among the others. Notes cannot be given to one key of a `\citep`, so with notes a new citation
 *   follows the existing one; a biblatex multi-cite gets a further `[...]{...}`.
 * - pandoc: in brackets the keys become items (`[@a; @b]`). A key in the text takes parenthetical ones into a bracket of its
 *   own (`@a [@b]`, one citation to pandoc) and textual ones beside it (`@a and @b`).
 * - MyST: keys join a role's others, with their notes; a new citation is a role unless the draft cites as pandoc does.
 * - Typst: a further `@b` follows.
 *
 * Without keys nothing is changed. Never throws.
 */
export function planCitation(request: CitationRequest): CitationPlan {
  const keys = [...new Set(request.keys.map((key) => key.trim()).filter(Boolean))];
  if (keys.length === 0) {
    return { edits: [], cursor: request.offset, inserted: '', joined: false };
  }
  const { text, offset, restore } = clearSelection(request.text, request.offset, request.selectionEnd);
  const groups = parseCitations(text, request.syntax, request.options);
  const target = targetAt(groups, offset);
  const missing = target === undefined ? keys : without(keys, target);
  const place: CitationPlace = {
    text,
    offset,
    groups,
    target,
    keys: missing,
    form: request.form,
    notes: cleanNotes(request.prenote, request.postnote),
    preamble: request.preamble ?? '',
    options: request.options ?? {},
  };
  if (target !== undefined && missing.length === 0) {
    return { edits: restore([]).filter(isChange), cursor: target.range.end, inserted: '', joined: true };
  }
  const { edit, end, joined } = PLANNERS[request.syntax](place);
  return { edits: restore([edit]), cursor: end, inserted: edit.newText, joined };
}

const PLANNERS: Readonly<Record<Syntax, (place: CitationPlace) => PlannedCitation>> = {
  latex: planLatexCitation,
  pandoc: planPandocCitation,
  myst: planMystCitation,
  typst: planTypstCitation,
};

/** The citation that an offset is in: in its keys, or elsewhere inside it. */
function targetAt(groups: readonly CitationGroup[], offset: number): CitationGroup | undefined {
  const onKey = citationAt(groups, offset);
  const inside = groups.findLast(({ range }) => range.start < offset && offset < range.end);
  return groupAt(groups, offset) ?? onKey?.group ?? inside;
}

function without(keys: readonly string[], group: CitationGroup): string[] {
  return keys.filter((key) => !group.citations.some((citation) => citation.key === key));
}

function isChange({ range, newText }: TextEdit): boolean {
  return range.start < range.end || newText !== '';
}
