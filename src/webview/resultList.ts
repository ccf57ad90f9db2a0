import { Selection } from '../core/panel/selection';
import { element } from './dom';
import type { SearchAction, SearchRow, SearchState } from './protocol';
import { ResultSheet } from './resultSheet';
import { actionOf } from './searchActions';
import type { SearchWords } from './words';

export interface ResultListActions {
  readonly need: (start: number, count: number) => void;
  readonly act: (action: SearchAction, ids: readonly string[]) => void;
  /** The active row or the selection is another now. */
  readonly changed: () => void;
  /** More were to be selected than can be. */
  readonly tooMany: () => void;
  /** Goes back to the query. */
  readonly leave: () => void;
}

/** Rows as they came with an answer. */
export interface ResultRows {
  /** Results in all. */
  readonly count: number;
  readonly start: number;
  readonly rows: readonly SearchRow[];
  readonly scope: SearchState['scope'];
}

/** The list of results: one tab stop, whose active line is said by `aria-activedescendant`. */
export class ResultList {
  readonly element: HTMLElement;
  readonly sheet: ResultSheet;
  readonly selection = new Selection((index) => this.sheet.row(index)?.id);
  active = 0;
  readonly #actions: ResultListActions;
  #scope: SearchState['scope'] = 'catalog';
  /** To be done as soon as all selected rows are known. */
  #waiting: SearchAction | undefined;

  constructor(words: SearchWords, actions: ResultListActions) {
    this.#actions = actions;
    this.element = element('div', {
      class: 'results',
      role: 'listbox',
      tabindex: 0,
      'aria-label': words.results,
      'aria-multiselectable': 'true',
      hidden: true,
    });
    this.sheet = new ResultSheet(
      this.element,
      words,
      () => ({ active: this.active, selected: this.selection.ids }),
      actions.need,
    );
    this.element.addEventListener('keydown', (event) => this.#pressed(event));
    this.element.addEventListener('click', (event) => this.#clicked(event));
    this.element.addEventListener('dblclick', (event) => this.#clicked(event));
    this.element.addEventListener('contextmenu', (event) => this.#menu(event), { capture: true });
  }

  /** Shows other results from the top, or with `stay` the same anew: the active one is where it was on the page. */
  show({ count, start, rows, scope }: ResultRows, stay: boolean): void {
    const place = stay ? this.sheet.row(this.active)?.id : undefined;
    this.selection.settle();
    this.sheet.reset(count, stay && scope === this.#scope);
    this.#scope = scope;
    this.element.classList.toggle('entries', scope === 'bibliography');
    if (!stay) {
      this.active = 0;
      this.sheet.top = 0;
    }
    this.active = Math.max(0, Math.min(this.active, count - 1));
    const moved = place === undefined ? -1 : rows.findIndex(({ id }) => id === place);
    if (moved >= 0 && start + moved !== this.active) {
      this.sheet.top += start + moved - this.active;
      this.active = start + moved;
    }
    this.fill(start, rows);
  }

  /** Rows that were asked for have come. */
  fill(start: number, rows: readonly SearchRow[]): void {
    this.sheet.fill(start, rows);
    if (this.selection.range) {
      this.selection.learn();
      this.#actions.changed();
    }
    this.sheet.draw();
    if (this.#waiting) {
      this.act(this.#waiting);
    }
  }

  /** Acts on the selected rows, else on the active one. */
  act(action: SearchAction): void {
    const { range } = this.selection;
    this.#waiting = range && !this.sheet.isKnown(range.start, range.end) ? action : undefined;
    const { ids } = this.selection;
    const active = this.sheet.row(this.active)?.id;
    const chosen = ids.size > 0 ? [...ids] : active === undefined ? [] : [active];
    if (!this.#waiting && chosen.length > 0) {
      this.#actions.act(action, chosen);
    }
  }

  /** @param isExtending - selects all rows from where the selection began */
  #go(index: number, isExtending = false): void {
    this.selection.anchorAt(this.active);
    this.active = Math.max(0, Math.min(index, this.sheet.count - 1));
    this.sheet.reveal(this.active);
    if (isExtending && this.selection.extend(this.active)) {
      this.#actions.tooMany();
    }
    this.#changed();
  }

  #changed(): void {
    this.sheet.draw();
    this.#actions.changed();
  }

  #clicked(event: MouseEvent): void {
    const index = indexAt(event.target);
    const id = this.sheet.row(index)?.id;
    if (id === undefined) {
      return;
    }
    if (event.type === 'dblclick') {
      this.#actions.act('cite', [id]);
    } else if (event.ctrlKey || event.metaKey) {
      this.active = index;
      this.selection.toggle(index);
      this.#changed();
    } else {
      if (!event.shiftKey && event.detail === 1) {
        this.selection.clear([], index);
      }
      this.#go(index, event.shiftKey);
    }
  }

  /** VS Code shows the menu. It reads what it is for from the list, where the event comes by. */
  #menu(event: MouseEvent): void {
    const index = indexAt(event.target);
    const id = this.sheet.row(index)?.id;
    if (id === undefined) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!this.selection.ids.has(id)) {
      this.selection.clear([], index);
    }
    this.active = index;
    const names = this.selection.ids.size > 0 ? [...this.selection.ids] : [id];
    const what =
      this.#scope === 'catalog'
        ? { ids: names, webviewSection: 'model' }
        : { keys: names, webviewSection: 'entry' };
    const context = { ...what, ask: true, preventDefaultContextMenuItems: true };
    this.element.dataset['vscodeContext'] = JSON.stringify(context);
    this.#actions.changed();
    // Not now: the event would go on from a line that is no longer on the page.
    this.sheet.later();
  }

  #menuByKey(): void {
    this.#go(this.active);
    const line = this.sheet.line(this.active);
    const { left, bottom } = (line ?? this.element).getBoundingClientRect();
    const at = { clientX: left + 24, clientY: bottom - 4 };
    line?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
  }

  #pressed(event: KeyboardEvent): void {
    if (this.#moved(event) || this.#used(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  #moved({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    const page = Math.max(1, this.sheet.page - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.sheet.count - 1,
    };
    const move = moves[key];
    if (move === undefined || ctrlKey || metaKey || altKey) {
      return false;
    }
    if (key === 'ArrowUp' && this.active === 0 && !shiftKey) {
      this.#actions.leave();
    } else {
      this.#go(move, shiftKey);
    }
    return true;
  }

  #used(event: KeyboardEvent): boolean {
    const { key, shiftKey } = event;
    const isCommand = event.ctrlKey || event.metaKey;
    const action = actionOf(event, this.#scope);
    if (action) {
      this.act(action);
    } else if (key === ' ' && !isCommand) {
      this.selection.toggle(this.active);
      this.#changed();
    } else if (key.toLowerCase() === 'a' && isCommand) {
      this.#selectAll();
    } else if (key === 'Escape' && this.selection.ids.size > 0) {
      this.selection.clear([], this.active);
      this.#changed();
    } else if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) {
      this.#menuByKey();
    } else {
      return false;
    }
    return true;
  }

  #selectAll(): void {
    if (this.selection.all(this.sheet.count)) {
      this.#actions.tooMany();
    }
    this.sheet.isKnown(0, this.selection.range?.end ?? 0);
    this.#changed();
  }
}

/** The row in which an event took place; not a number if in none. */
function indexAt(target: EventTarget | null): number {
  const line = target instanceof Element ? target.closest<HTMLElement>('.result') : null;
  return Number(line?.dataset['index'] ?? NaN);
}
