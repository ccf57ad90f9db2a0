/**
 * Makes one tab stop of a table: arrows go from cell to cell, Home and End to the ends of the line, with Ctrl to the first and last
 * cell. Cells are `th` and `td`.
 *
 * @param press - is asked before a key moves the focus; says whether it has used the key
 */
export function gridFocus(
  table: HTMLTableElement,
  press: (cell: HTMLTableCellElement, event: KeyboardEvent) => boolean,
): void {
  const at = (line: number, column: number): HTMLTableCellElement | undefined =>
    table.rows.item(line)?.cells.item(column) ?? undefined;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      cell.tabIndex = -1;
    }
  }
  const first = at(0, 1) ?? at(0, 0);
  if (first) {
    first.tabIndex = 0;
  }
  table.addEventListener('focusin', ({ target }) => {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('th,td') : null;
    if (cell) {
      table.querySelectorAll('[tabindex="0"]').forEach((other) => other.setAttribute('tabindex', '-1'));
      cell.tabIndex = 0;
    }
  });
  table.addEventListener('keydown', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLTableCellElement) || press(target, event) || event.altKey || event.metaKey) {
      return;
    }
    const line = (target.parentElement as HTMLTableRowElement).rowIndex;
    const next = nextCell(table, line, target.cellIndex, event.key, event.ctrlKey);
    const cell = next && at(next.line, next.column);
    if (cell) {
      event.preventDefault();
      cell.focus();
    }
  });
}

function nextCell(
  table: HTMLTableElement,
  line: number,
  column: number,
  key: string,
  ctrl: boolean,
): { line: number; column: number } | undefined {
  const lastLine = table.rows.length - 1;
  const lastColumn = (table.rows.item(line)?.cells.length ?? 1) - 1;
  switch (key) {
    case 'ArrowLeft':
      return { line, column: column - 1 };
    case 'ArrowRight':
      return { line, column: column + 1 };
    case 'ArrowUp':
      return { line: line - 1, column };
    case 'ArrowDown':
      return { line: line + 1, column };
    case 'Home':
      return { line: ctrl ? 0 : line, column: 0 };
    case 'End':
      return { line: ctrl ? lastLine : line, column: lastColumn };
    default:
      return undefined;
  }
}
