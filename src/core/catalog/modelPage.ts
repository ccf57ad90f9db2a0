import { cellText, codeBlock, codeSpan, fill, inlineText, link, webAddress } from '../pages/markdown';
import { referenceLine } from '../writing/reference';
import type { Fact } from './facts';
import { modelFacts } from './facts';
import type { Model, Work } from './types';

/** The words of a page in the reader's language. */
export interface PageWords {
  readonly label: (fact: Fact) => string;
  readonly value: (fact: Fact) => string;
  /** What the picture shows, for who cannot see it. */
  readonly picture: string;
  /** Headings of the facts' columns. */
  readonly fact: string;
  readonly known: string;
  readonly source: string;
  readonly reference: string;
  readonly doubt: string;
  readonly language: 'en' | 'zh';
}

/** Something to do with the model. */
export interface PageAction {
  readonly label: string;
  readonly address: string;
}

/** Where the draft in which the user writes cites the model. */
export interface PageUses {
  /** `Cited in {0}: {1}`, `Not cited in {0}.`, `line {0}` and `and {0} more`. */
  readonly texts: Readonly<Record<'cited' | 'notCited' | 'line' | 'more', string>>;
  readonly draft: string;
  /** The draft's files that cite it, in reading order. */
  readonly files: readonly {
    readonly name: string;
    /** In file order; lines from 1. */
    readonly lines: readonly { readonly line: number; readonly address: string }[];
  }[];
}

/** What a page has beside what the catalog says. */
export interface PageExtras {
  readonly actions?: readonly PageAction[];
  readonly uses?: PageUses;
  /** Markdown, shown behind the facts. */
  readonly sections?: readonly string[];
}

/** A survey cites a model everywhere. */
const MAX_USES = 30;

/**
 * A model's page in Markdown: idea, actions, picture, every fact with its source and doubts, reference and entry.
 *
 * @param picture - address of the pipeline picture, e.g. a `data:` URI
 * @param entry - the entry as it is added to a bibliography
 */
export function modelPage(
  model: Model,
  work: Work,
  picture: string,
  entry: string,
  words: PageWords,
  { actions = [], uses, sections = [] }: PageExtras = {},
): string {
  const rows = modelFacts(model, work).map((fact) => {
    const address = fact.url === undefined ? undefined : webAddress(fact.url);
    const value = fact.url === undefined ? words.value(fact) : fact.value;
    const doubt = fact.doubt === undefined ? '' : `<br>*${words.doubt}: ${cellText(fact.doubt)}*`;
    return `| ${cellText(words.label(fact))} | ${link(cellText(value), address)}${doubt} | ${cellText(fact.source ?? '')} |`;
  });
  return [
    `# ${inlineText(model.name)}`,
    inlineText(`${model.name} ${model.idea[words.language]}`),
    ...(actions.length > 0
      ? [actions.map(({ label, address }) => link(inlineText(label), address)).join(' · ')]
      : []),
    ...(uses ? [usesLine(uses)] : []),
    `![${inlineText(words.picture)}](${picture})`,
    [`| ${words.fact} | ${words.known} | ${words.source} |`, '|---|---|---|', ...rows].join('\n'),
    ...sections,
    `## ${words.reference}`,
    inlineText(referenceLine(work)),
    codeBlock(entry.trimEnd(), 'bibtex'),
  ].join('\n\n');
}

function usesLine({ texts, draft, files }: PageUses): string {
  if (files.length === 0) {
    return fill(texts.notCited, codeSpan(draft));
  }
  let left = MAX_USES;
  const shown = files.flatMap(({ name, lines }) => {
    const links = lines.slice(0, left).map(({ line, address }) => link(fill(texts.line, line), address));
    left -= links.length;
    return links.length === 0 ? [] : [fill(texts.cited, codeSpan(name), links.join(', '))];
  });
  const more = files.reduce((sum, { lines }) => sum + lines.length, 0) - MAX_USES;
  return `${shown.join('  \n')}${more > 0 ? ` ${fill(texts.more, more)}` : ''}`;
}
