import { escapeText } from '../writing/escape';
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
  readonly source: string;
  readonly reference: string;
  readonly doubt: string;
  readonly language: 'en' | 'zh';
}

/**
 * A model's page in Markdown: idea, picture, every fact with its source and doubts, reference and entry.
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
): string {
  const rows = modelFacts(model, work).map((fact) => {
    const value = fact.url === undefined ? cell(words.value(fact)) : `[${cell(fact.value)}](${fact.url})`;
    const doubt = fact.doubt === undefined ? '' : `<br>*${words.doubt}: ${cell(fact.doubt)}*`;
    return `| ${cell(words.label(fact))} | ${value}${doubt} | ${cell(fact.source ?? '')} |`;
  });
  return [
    `# ${escapeText(model.name, 'pandoc')}`,
    `${escapeText(`${model.name} ${model.idea[words.language]}`, 'pandoc')}`,
    `![${escapeText(words.picture, 'pandoc')}](${picture})`,
    ['| | | ' + words.source + ' |', '|---|---|---|', ...rows].join('\n'),
    `## ${words.reference}`,
    escapeText(referenceLine(work), 'pandoc'),
    ['```bibtex', entry.trimEnd(), '```'].join('\n'),
  ].join('\n\n');
}

/** Bars are escaped apart from the rest, or one that starts a text would be escaped twice and divide the row. */
function cell(text: string): string {
  return text
    .split('|')
    .map((piece) => escapeText(piece, 'pandoc'))
    .join('\\|')
    .replaceAll(/\s+/g, ' ');
}
