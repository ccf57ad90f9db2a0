import type { Syntax } from '../drafts/types';
import type { Spans } from './content';
import { escapeText } from './escape';
import { latexTie } from './spacing';

/** Writes citations of works, given by the catalog's keys. */
export type Cite = (works: readonly string[]) => string;

/** Running text in a draft's syntax: words escaped, citations as the draft writes them, marks raised. */
export function spanText(spans: Spans, syntax: Syntax, cite: Cite): string {
  return spans
    .map((span) => {
      switch (span.kind) {
        case 'text':
          return escapeText(span.text, syntax);
        case 'strong':
          return bold(escapeText(span.text, syntax), syntax);
        case 'mark':
          return raised(span.mark, syntax);
        case 'cite': {
          const citation = cite(span.works);
          return (citation.startsWith('\\') ? latexTie(citation.slice(1)) : ' ') + citation;
        }
      }
    })
    .join('');
}

function bold(escaped: string, syntax: Syntax): string {
  switch (syntax) {
    case 'latex':
      return `\\textbf{${escaped}}`;
    case 'pandoc':
    case 'myst':
      return `**${escaped}**`;
    case 'typst':
      return `#strong[${escaped}]`;
  }
}

function raised(mark: string, syntax: Syntax): string {
  switch (syntax) {
    case 'latex':
      return `\\textsuperscript{${escapeText(mark, syntax)}}`;
    case 'pandoc':
      return `^${mark.replaceAll('*', '\\*')}^`;
    case 'myst':
      return `{sup}\`${mark}\``;
    case 'typst':
      return `#super[${mark.replaceAll('*', '\\*')}]`;
  }
}
