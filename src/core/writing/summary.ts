import type { CitationOptions } from '../drafts/citations';
import { parseCitations } from '../drafts/citations';
import type { Syntax } from '../drafts/types';
import { escapeText } from './escape';
import { inlineCitations } from './inlineCitation';
import type { WritingPlan } from './plan';
import { clearSelection } from './plan';
import { planSentences } from './sentencePlace';
import { latexTie } from './spacing';

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
  // A letter behind Typst's `@key` would become part of it.
  const apart = template === undefined ? language === 'en' : !/\{citation\}[^\s,;.)]/.test(template);
  const place = {
    text,
    groups,
    offset: at,
    syntax,
    preamble: request.preamble ?? '',
    options: request.options ?? {},
  };
  const cite = inlineCitations(place, apart);
  const sentences = request.models.map(({ name, idea, key }) =>
    summarySentence({ name, idea, citation: cite([key]), language, syntax, template }),
  );
  const english = language === 'en';
  const plan = planSentences(text, at, sentences.join(english ? ' ' : ''), english);
  return { ...plan, edits: restore(plan.edits) };
}

/** Ideas end with their language's full stop. */
function withStop(idea: string, language: SummaryLanguage): string {
  return /[.!?。！？]$/.test(idea) ? idea : idea + (language === 'zh' ? '。' : '.');
}
