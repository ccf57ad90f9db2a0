import type { Formula } from '../guide/types';

/** A piece of running text that is to be written in a draft's syntax. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  /** Works cited beside the text, by the catalog's keys; a space or tie before it belongs to it. */
  | { readonly kind: 'cite'; readonly works: readonly string[] }
  /** Words that stand out, e.g. the best score of a column. */
  | { readonly kind: 'strong'; readonly text: string }
  /** A raised mark of a note, e.g. `a` or `*`. */
  | { readonly kind: 'mark'; readonly mark: string };

export type Spans = readonly Span[];

export interface TableColumn {
  readonly head: string | Spans;
  readonly align: 'left' | 'right';
  /** Share of the line's width, for columns whose text may wrap. */
  readonly width?: number;
}

/** A table with citations, and notes below it. */
export interface CitedTable {
  /** For the label, e.g. `gqa`. */
  readonly id: string;
  readonly caption: Spans;
  readonly columns: readonly TableColumn[];
  /** As many cells a row as there are columns. */
  readonly rows: readonly (readonly Spans[])[];
  readonly notes: readonly Spans[];
}

/** What is to be written into a draft. */
export type Content =
  | { readonly form: 'sentence'; readonly spans: Spans }
  | { readonly form: 'table'; readonly tables: readonly CitedTable[] }
  | { readonly form: 'formula'; readonly formulas: readonly Formula[] }
  /** A citation alone, which joins one at the cursor. */
  | { readonly form: 'citation'; readonly work: string };

export function text(words: string): Span {
  return { kind: 'text', text: words };
}

export function cite(...works: string[]): Span {
  return { kind: 'cite', works };
}

export function strong(words: string): Span {
  return { kind: 'strong', text: words };
}

export function mark(sign: string): Span {
  return { kind: 'mark', mark: sign };
}

/** The catalog keys of all works that a content cites, each once, in order. */
export function worksCited(content: Content): string[] {
  if (content.form === 'citation') {
    return [content.work];
  }
  const spans =
    content.form === 'sentence'
      ? content.spans
      : content.form === 'table'
        ? content.tables.flatMap(({ caption, columns, rows, notes }) => [
            ...caption,
            ...columns.flatMap(({ head }) => headSpans(head)),
            ...rows.flat(2),
            ...notes.flat(),
          ])
        : [];
  return [...new Set(spans.flatMap((span) => (span.kind === 'cite' ? span.works : [])))];
}

/** Joins lists of spans as people do: `a, b and c`. */
export function enumerateSpans(items: readonly Spans[]): Span[] {
  return items.flatMap((item, index) => {
    const before = index === 0 ? '' : index === items.length - 1 ? ' and ' : ', ';
    return before === '' ? [...item] : [text(before), ...item];
  });
}

/** The head of a column as spans. */
export function headSpans(head: TableColumn['head']): Spans {
  return typeof head === 'string' ? [text(head)] : head;
}
