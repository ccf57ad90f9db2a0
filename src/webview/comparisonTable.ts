import type { SeenCell, SeenTable } from '../core/comparison/view';
import { element, iconButton } from './dom';
import { gridFocus } from './gridFocus';
import type { ComparisonWords } from './words';

/** What can be done with lines and columns of the table. */
export interface TableActions {
  readonly moveModel: (id: string, by: -1 | 1) => void;
  readonly removeModel: (id: string) => void;
  readonly openModel: (id: string) => void;
  readonly moveRow: (id: string, by: -1 | 1) => void;
  readonly hideRow: (id: string) => void;
}

interface TableContext {
  readonly words: ComparisonWords;
  readonly actions: TableActions;
  readonly transposed: boolean;
  readonly removable: boolean;
}

/**
 * The table as a grid: one tab stop, arrows between cells. On a heading Alt and an arrow moves it, Delete takes it away, and Enter opens the
 * model's page.
 */
export function comparisonTable(table: SeenTable, context: TableContext): HTMLTableElement {
  const { words } = context;
  const [head = [], ...body] = table.lines;
  const made = element(
    'table',
    { class: 'comparison-table', role: 'grid', 'aria-label': words.table },
    element('thead', {}, line(head, 'col', context)),
    element('tbody', {}, ...body.map((cells) => line(cells, 'row', context))),
  );
  gridFocus(made, (cell, event) => pressed(cell, event, context));
  return made;
}

/** Focus goes back to what has moved, or to what stands where something has gone. */
export function focusCell(
  table: HTMLTableElement,
  id: string | undefined,
  line: number,
  column: number,
): void {
  const same = [...table.querySelectorAll<HTMLTableCellElement>('th')].find(
    (cell) => id !== undefined && cell.dataset['id'] === id,
  );
  const row = table.rows.item(Math.min(line, table.rows.length - 1));
  const place = row?.cells.item(Math.min(column, row.cells.length - 1));
  (same ?? place)?.focus();
}

function line(cells: readonly SeenCell[], scope: 'col' | 'row', context: TableContext): HTMLTableRowElement {
  return element(
    'tr',
    {},
    ...cells.map((cell, index) => {
      if (cell.cell === undefined && (scope === 'col' || index === 0)) {
        return heading(cell, scope, context);
      }
      return valueCell(cell, context.words);
    }),
  );
}

function heading({ text, model, row }: SeenCell, scope: 'col' | 'row', context: TableContext): HTMLElement {
  const { words, actions, removable } = context;
  const id = model?.id ?? row?.id;
  if (id === undefined) {
    return element('td', { class: 'corner' });
  }
  const before = scope === 'col' ? 'arrow-left' : 'arrow-up';
  const after = scope === 'col' ? 'arrow-right' : 'arrow-down';
  const kind = model ? 'model' : 'row';
  const move = model ? actions.moveModel : actions.moveRow;
  const remove = model ? actions.removeModel : actions.hideRow;
  const small = { tabindex: -1 };
  return element(
    'th',
    { scope, 'data-id': id, 'data-kind': kind, class: row?.differs === true ? 'differs' : undefined },
    element('span', { class: 'heading' }, text),
    ...(row?.differs === true ? [element('span', { class: 'spoken' }, `(${words.differs})`)] : []),
    element(
      'span',
      { class: 'tools' },
      ...(model ? [iconButton(words.open, 'info', () => actions.openModel(id), small)] : []),
      iconButton(words.moveBefore, before, () => move(id, -1), small),
      iconButton(words.moveAfter, after, () => move(id, 1), small),
      ...(model && !removable
        ? []
        : [iconButton(model ? words.remove : words.hide, 'close', () => remove(id), small)]),
    ),
  );
}

function valueCell({ text, cell, row }: SeenCell, words: ComparisonWords): HTMLTableCellElement {
  const known = cell !== undefined && cell.items.length > 0;
  const title = [
    cell?.doubt ? `${words.doubt}: ${cell.doubt}` : '',
    cell?.source ? `${words.source}: ${cell.source}` : '',
  ].filter(Boolean);
  const made = element('td', {
    class:
      [known ? '' : 'unknown', row?.differs === true ? 'differs' : ''].filter(Boolean).join(' ') || undefined,
    title: title.join('\n') || undefined,
  });
  if (!known) {
    made.append(
      element('span', { 'aria-hidden': 'true' }, text),
      element('span', { class: 'spoken' }, words.unknown),
    );
    return made;
  }
  for (const [index, item] of cell.items.entries()) {
    made.append(
      ...(index > 0 ? [row?.separator ?? ', '] : []),
      item.own ? element('em', { class: 'own' }, item.text) : item.text,
    );
  }
  if (cell.doubt !== '') {
    made.append(
      ' ',
      element('span', { class: 'doubt', 'aria-hidden': 'true' }, '(?)'),
      element('span', { class: 'spoken' }, `${words.doubt}: ${cell.doubt}`),
    );
  }
  return made;
}

function pressed(
  cell: HTMLTableCellElement,
  event: KeyboardEvent,
  { actions, removable }: TableContext,
): boolean {
  const { id, kind } = cell.dataset;
  if (id === undefined) {
    return false;
  }
  const isModel = kind === 'model';
  const along = cell.scope === 'col' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
  if (event.altKey && along.includes(event.key)) {
    event.preventDefault();
    (isModel ? actions.moveModel : actions.moveRow)(id, event.key === along[0] ? -1 : 1);
    return true;
  }
  if (event.key === 'Delete' && (!isModel || removable)) {
    (isModel ? actions.removeModel : actions.hideRow)(id);
    return true;
  }
  if (event.key === 'Enter' && isModel) {
    actions.openModel(id);
    return true;
  }
  return false;
}
