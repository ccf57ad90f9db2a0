import type { Syntax } from '../drafts/types';
import type { CitedTable, Spans, TableColumn } from './content';
import { headSpans } from './content';
import type { Cite } from './spanText';
import { spanText } from './spanText';

/** What a table needs to know of the draft it is written for. */
export interface TablePlace {
  readonly syntax: Syntax;
  readonly cite: Cite;
  /** The packages that a LaTeX draft loads. */
  readonly packages: ReadonlySet<string>;
  /** Whether a LaTeX draft is set in two columns. */
  readonly hasTwoColumns: boolean;
  /** Whether the draft has a label already. */
  readonly isTaken: (label: string) => boolean;
}

/**
 * A table in a draft's syntax, without line breaks around it: a LaTeX `table` (with booktabs' rules where the draft loads
 * it), a pipe table with pandoc's caption, a MyST `table` directive, or a Typst `figure`. Notes stand below.
 */
export function tableText(table: CitedTable, place: TablePlace): string {
  switch (place.syntax) {
    case 'latex':
      return latexTable(table, place);
    case 'pandoc':
      return pandocTable(table, place);
    case 'myst':
      return mystTable(table, place);
    case 'typst':
      return typstTable(table, place);
  }
}

/** From this many columns on, text is set small and close. */
const MANY_COLUMNS = 8;
const MANY_NOTES = 6;
/** From this many columns on, text that wraps is set so small that long words fit. */
const MANY_WRAPPED_COLUMNS = 10;
/** In a draft with two columns, tables from this many columns on take both, and those whose text wraps in as much of the line. */
const MANY_FOR_A_COLUMN = 5;
const WIDE_FOR_A_COLUMN = 0.6;
/** From this many rows on, fewer where text wraps, a table is set small so that it fits on a page. */
const MANY_ROWS = 24;
const MANY_WRAPPED_ROWS = 8;

function latexTable(table: CitedTable, place: TablePlace): string {
  const write = (spans: Spans): string => spanText(spans, 'latex', place.cite);
  const rules = place.packages.has('booktabs')
    ? { top: '\\toprule', middle: '\\midrule', bottom: '\\bottomrule' }
    : { top: '\\hline', middle: '\\hline', bottom: '\\hline' };
  const many = table.columns.length >= MANY_COLUMNS;
  const wraps = table.columns.some(({ width }) => width !== undefined);
  const small = table.rows.length >= (wraps ? MANY_WRAPPED_ROWS : MANY_ROWS);
  const tiny = wraps && table.columns.length >= MANY_WRAPPED_COLUMNS;
  const size = tiny ? '\\tiny' : many || (small && wraps) ? '\\scriptsize' : small ? '\\footnotesize' : '';
  const row = (cells: readonly string[]): string => `    ${cells.join(' & ')} \\\\`;
  const environment = place.hasTwoColumns && isWide(table) ? 'table*' : 'table';
  return [
    `\\begin{${environment}}[tbp]`,
    '  \\centering',
    `  \\caption{${write(table.caption)}}`,
    `  \\label{${freeLabel('tab:', table.id, place)}}`,
    ...(size === '' ? [] : [`  ${size}`]),
    ...(many ? ['  \\setlength{\\tabcolsep}{2pt}'] : []),
    `  \\begin{tabular}{${table.columns.map(latexColumn).join('')}}`,
    `    ${rules.top}`,
    row(table.columns.map(({ head }) => write(headSpans(head)))),
    `    ${rules.middle}`,
    ...table.rows.map((cells) => row(cells.map(write))),
    `    ${rules.bottom}`,
    '  \\end{tabular}',
    ...(table.notes.length === 0
      ? []
      : [
          '',
          '  \\smallskip',
          '  \\begin{minipage}{0.95\\linewidth}',
          `    ${table.notes.length > MANY_NOTES ? '\\scriptsize' : '\\footnotesize'}`,
          ...table.notes.map((note) => `    ${write(note)}\\par`),
          '  \\end{minipage}',
        ]),
    `\\end{${environment}}`,
  ].join('\n');
}

function isWide({ columns }: CitedTable): boolean {
  const wrapped = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  return columns.length >= MANY_FOR_A_COLUMN || wrapped >= WIDE_FOR_A_COLUMN;
}

function latexColumn({ align, width }: TableColumn): string {
  return width === undefined ? align.charAt(0) : `p{${String(width)}\\linewidth}`;
}

function pandocTable(table: CitedTable, place: TablePlace): string {
  const write = (spans: Spans): string => spanText(spans, place.syntax, place.cite);
  return [
    pipeTable(table, place),
    `: ${write(table.caption)}`,
    ...(table.notes.length === 0 ? [] : [table.notes.map(write).join('  \n')]),
  ].join('\n\n');
}

function mystTable(table: CitedTable, place: TablePlace): string {
  const write = (spans: Spans): string => spanText(spans, place.syntax, place.cite);
  return [
    `\`\`\`{table} ${write(table.caption)}\n:name: ${freeLabel('tab-', table.id, place)}`,
    pipeTable(table, place),
    '```',
    ...(table.notes.length === 0 ? [] : [table.notes.map(write).join('  \n')]),
  ].join('\n\n');
}

function pipeTable(table: CitedTable, { syntax, cite }: TablePlace): string {
  const row = (cells: readonly Spans[]): string =>
    `| ${cells.map((spans) => pipeCell(spanText(spans, syntax, cite))).join(' | ')} |`;
  // Where lines are long, pandoc divides the width as the dashes do.
  const dashes = table.columns.map(({ align, width }) => {
    const line = '-'.repeat(width === undefined ? 3 : Math.max(3, Math.round(width * 40)));
    return align === 'right' ? `${line}:` : `:${line}`;
  });
  return [
    row(table.columns.map(({ head }) => headSpans(head))),
    `|${dashes.join('|')}|`,
    ...table.rows.map(row),
  ].join('\n');
}

/** A bar would end the cell, unless it is escaped already. */
function pipeCell(text: string): string {
  return text.replaceAll(/(?<!\\)\|/g, '\\|').replaceAll(/\s+/g, ' ');
}

function typstTable(table: CitedTable, place: TablePlace): string {
  const write = (spans: Spans): string => `[${spanText(spans, 'typst', place.cite)}]`;
  const columns = table.columns.map(({ width }) => (width === undefined ? 'auto' : '1fr'));
  const notes =
    table.notes.length === 0 ? [] : ['', ...table.notes.map((note) => write(note).slice(1, -1) + ' \\')];
  return [
    '#figure(',
    '  table(',
    `    columns: (${columns.join(', ')}),`,
    `    align: (${table.columns.map(({ align }) => align).join(', ')}),`,
    `    ${table.columns.map(({ head }) => write(headSpans(head))).join(', ')},`,
    ...table.rows.map((cells) => `    ${cells.map(write).join(', ')},`),
    '  ),',
    `  caption: ${write(table.caption)},`,
    `) <${freeLabel('tab:', table.id, place)}>`,
    ...notes,
  ].join('\n');
}

/** A label that the draft does not have: `tab:gqa`, else `tab:gqa-2`. */
function freeLabel(prefix: string, id: string, { isTaken }: TablePlace): string {
  let label = prefix + id;
  for (let count = 2; isTaken(label); count++) {
    label = `${prefix}${id}-${count}`;
  }
  return label;
}
