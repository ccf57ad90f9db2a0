import type { CitationOptions } from '../drafts/citations';
import { parseCitations } from '../drafts/citations';
import { characterBefore } from '../drafts/pandocKeys';
import type { Syntax } from '../drafts/types';
import { latexCitation, pandocCitation, typstCall, typstReference } from './citationWriter';
import { escapeText } from './escape';
import { chooseCommand } from './latexCommand';
import type { WritingPlan } from './plan';
import { clearSelection, replacement } from './plan';
import { commandContext } from './planLatex';
import { mystCitation, mystRoleFor } from './planMyst';
import { characterAt, latexTie } from './spacing';

export type SummaryLanguage = 'en' | 'zh';

/** What one summary sentence says. */
export interface SummarySentenceRequest {
  /** Plain text. */
  readonly name: string;
  /** Plain text that follows the name. */
  readonly idea: string;
  /** In the draft's syntax, e.g. `\citep{li2023blip}`. */
  readonly citation: string;
  readonly language: SummaryLanguage;
  readonly syntax: Syntax;
  /** In the draft's syntax, with `{name}`, `{citation}` and `{idea}`; the language's own if absent. */
  readonly template?: string | undefined;
}

/** A model to be summed up. */
export interface SummaryModel {
  readonly name: string;
  readonly idea: string;
  readonly key: string;
}

/** Summary sentences to be put into a draft. */
export interface SummaryRequest {
  readonly text: string;
  /** The cursor, or the start of the selection that is replaced: UTF-16 units. */
  readonly offset: number;
  readonly selectionEnd?: number | undefined;
  readonly syntax: Syntax;
  readonly models: readonly SummaryModel[];
  readonly language: SummaryLanguage;
  readonly template?: string | undefined;
  /** The text of the root file, if the draft is a chapter of it. */
  readonly preamble?: string | undefined;
  readonly options?: CitationOptions | undefined;
}

const TEMPLATES: Readonly<Record<SummaryLanguage, string>> = {
  en: '{name} {citation} {idea}',
  zh: '{name}{citation}{idea}',
};

/**
 * One sentence with a model's name, citation and idea, e.g. `BLIP-2~\citep{li2023blip} trains ...`. Name and idea are
 * escaped for the syntax; a space between `{name}` and `{citation}` is a tie in LaTeX, or nothing before a footnote.
 */
export function summarySentence(request: SummarySentenceRequest): string {
  const { syntax, citation, language } = request;
  const name = escapeText(request.name.trim(), syntax);
  const idea = escapeText(withStop(request.idea.trim(), language), syntax);
  const tie = syntax === 'latex' && citation.startsWith('\\') ? latexTie(citation.slice(1)) : ' ';
  return (request.template ?? TEMPLATES[language]).replace(
    /\{name\} \{citation\}|\{(?:name|citation|idea)\}/g,
    (placeholder) => {
      switch (placeholder) {
        case '{name}':
          return name;
        case '{citation}':
          return citation;
        case '{idea}':
          return idea;
        default:
          return name + tie + citation;
      }
    },
  );
}

/**
 * Plans one sentence for each model, one after the other, with spaces to the text around where the language has them. In
 * an existing citation they go behind it. Without models nothing is changed.
 */
export function planSummary(request: SummaryRequest): WritingPlan {
  if (request.models.length === 0) {
    return { edits: [], cursor: request.offset, inserted: '' };
  }
  const { syntax, language, template } = request;
  const { text, offset, restore } = clearSelection(request.text, request.offset, request.selectionEnd);
  const groups = parseCitations(text, syntax, request.options);
  const around = groups.find(({ range }) => range.start < offset && offset < range.end);
  const at = around?.range.end ?? offset;
  const cite = citer();
  const sentences = request.models.map(({ name, idea, key }) =>
    summarySentence({ name, idea, citation: cite(key), language, syntax, template }),
  );
  const english = language === 'en';
  const lead = english && !/^$|[\s([{“‘~]/u.test(characterBefore(text, at)) ? ' ' : '';
  const space = english && /[\p{L}\p{N}\\$@[({]/u.test(characterAt(text, at)) ? ' ' : '';
  const plan = replacement({ start: at, end: at }, lead + sentences.join(english ? ' ' : '') + space);
  return { ...plan, edits: restore(plan.edits), cursor: plan.cursor - space.length };

  function citer(): (key: string) => string {
    const notes = { prenote: '', postnote: '' };
    if (syntax === 'typst') {
      // A letter behind `@key` would become part of it.
      const apart = template === undefined ? language === 'en' : !/\{citation\}[^\s,;.)]/.test(template);
      return (key) => (apart ? typstReference(key, '') : typstCall(key, '', 'parenthetical'));
    }
    const role = syntax === 'myst' ? mystRoleFor(groups, 'parenthetical') : undefined;
    if (role !== undefined) {
      return (key) => mystCitation(role, key);
    }
    if (syntax !== 'latex') {
      return (key) => pandocCitation([key], notes, 'parenthetical', false);
    }
    const context = commandContext(text, groups, request.preamble ?? '', request.options ?? {});
    const command = chooseCommand(context, 'parenthetical', at);
    return (key) => latexCitation(command, [key], notes, context.system, ',');
  }
}

/** Ideas end with their language's full stop. */
function withStop(idea: string, language: SummaryLanguage): string {
  return /[.!?。！？]$/.test(idea) ? idea : idea + (language === 'zh' ? '。' : '.');
}
