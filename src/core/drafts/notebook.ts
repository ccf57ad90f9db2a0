/** Stands between the cells of a notebook where they are read as one text. */
export const CELL_BREAK = '\n\n';

/**
 * The text of a Jupyter notebook as one Markdown draft: its Markdown cells, and a raw cell where it comes first, because there
 * front matter stands.
 *
 * @param json - the file
 * @returns an empty text if it is no notebook
 */
export function notebookText(json: string): string {
  const texts: string[] = [];
  cellsOf(json).forEach(({ type, source }, position) => {
    if (isDraftCell(type, position)) {
      texts.push(source);
    }
  });
  return texts.join(CELL_BREAK);
}

/** Whether a cell is a part of the draft. */
export function isDraftCell(type: string, position: number): boolean {
  return type === 'markdown' || (type === 'raw' && position === 0);
}

function cellsOf(json: string): readonly { readonly type: string; readonly source: string }[] {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    return [];
  }
  const cells = property(notebook, 'cells');
  return (Array.isArray(cells) ? (cells as unknown[]) : []).map((cell) => {
    const source = property(cell, 'source');
    const lines: unknown[] = Array.isArray(source) ? source : [source];
    return {
      type: String(property(cell, 'cell_type')),
      source: lines.filter((line) => typeof line === 'string').join(''),
    };
  });
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
