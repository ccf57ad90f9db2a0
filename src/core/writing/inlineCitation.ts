import type { CitationOptions } from '../drafts/citations';
import type { CitationGroup, Syntax } from '../drafts/types';
import { latexCitation, pandocCitation, typstCall, typstReference } from './citationWriter';
import { chooseCommand } from './latexCommand';
import { mystCitation, mystRoleFor } from './planMyst';
import { commandContext } from './planLatex';

/** Where citations are going to stand. */
export interface InlinePlace {
  /** The draft's text. */
  readonly text: string;
  /** The text's citations. */
  readonly groups: readonly CitationGroup[];
  /** UTF-16 units. */
  readonly offset: number;
  readonly syntax: Syntax;
  readonly preamble: string;
  readonly options: CitationOptions;
}

/**
 * Writes parenthetical citations inside text that is inserted: `\citep{a,b}`, `[@a; @b]`, `{cite:p}`a,b``, `@a @b`, as
 * the draft writes its own.
 *
 * @param apart - whether nothing that follows could lengthen a Typst reference; else calls are written
 */
export function inlineCitations(place: InlinePlace, apart: boolean): (keys: readonly string[]) => string {
  const { syntax, text, groups, offset, preamble, options } = place;
  const notes = { prenote: '', postnote: '' };
  if (syntax === 'typst') {
    return (keys) =>
      keys.map((key) => (apart ? typstReference(key, '') : typstCall(key, '', 'parenthetical'))).join(' ');
  }
  const role = syntax === 'myst' ? mystRoleFor(groups, 'parenthetical') : undefined;
  if (role !== undefined) {
    return (keys) => mystCitation(role, keys.join(','));
  }
  if (syntax !== 'latex') {
    return (keys) => pandocCitation(keys, notes, 'parenthetical', false);
  }
  const context = commandContext(text, groups, preamble, options);
  const command = chooseCommand(context, 'parenthetical', offset);
  return (keys) => latexCitation(command, keys, notes, context.system, ',');
}
