import { listWindow, scrolledTo } from '../core/panel/window';
import { element } from './dom';
import type { SearchAction, SearchRow } from './protocol';
import { resultRow } from './resultRow';
import type { SearchWords } from './words';

/** Of each row, in pixels; the style has the same. */
const lineHeight = 42;
/** Rows are asked for in portions, so that a few answers are enough for a page. */
const portion = 60;

export interface ResultListActions {
  readonly need: (start: number, count: number) => void;
  readonly act: (action: SearchAction, ids: readonly string[]) => void;
  readonly changed: () => void;
  /** Goes back to the query. */
  readonly leave: () => void;
}

const keyActions: Readonly<Record<string, SearchAction>> = {
  a: 'addToBibliography',
  b: 'copyBibtex',
  c: 'compare',
  k: 'copyKey',
  o: 'open',
  s: 'summary',
  t: 'table',
};

/**
 * A list of results of which only the lines in sight are on the page, so that 50,000 scroll as well as 50. It is one tab stop; its
 * active line is said by `aria-activedescendant`.
 */
export class ResultList {
  readonly element: HTMLElement;
  readonly selected = new Set<string>();
  active = 0;
  readonly #words: SearchWords;
  readonly #actions: ResultListActions;
  readonly #sheet = element('div', { class: 'sheet', role: 'presentation' });
  readonly #rows = new Map<number, SearchRow>();
  readonly #asked = new Set<number>();
  #count = 0;
  #isCatalog = true;
  #frame = 0;

  constructor(words: SearchWords, actions: ResultListActions) {
    this.#words = words;
    this.#actions = actions;
    this.element = element(
      'div',
      {
        class: 'results',
        role: 'listbox',
        tabindex: 0,
        'aria-label': words.results,
        'aria-multiselectable': 'true',
      },
      this.#sheet,
    );
    this.element.addEventListener('scroll', () => this.#later(), { passive: true });
    this.element.addEventListener('keydown', (event) => this.#pressed(event));
    this.element.addEventListener('click', (event) => this.#clicked(event));
    this.element.addEventListener('dblclick', (event) => this.#clicked(event, 'cite'));
    this.element.addEventListener('contextmenu', (event) => this.#clicked(event), { capture: true });
    new ResizeObserver(() => this.#later()).observe(this.element);
  }

  get top(): number {
    return this.element.scrollTop;
  }

  /** Ids of what is to be acted on: the selected ones, else the active one. */
  get chosen(): readonly string[] {
    const active = this.#rows.get(this.active)?.id;
    return this.selected.size > 0 ? [...this.selected] : active === undefined ? [] : [active];
  }

  /** Shows other results, from the top unless they are the same ones anew. */
  show(count: number, rows: readonly SearchRow[], isCatalog: boolean, stay: boolean): void {
    this.#rows.clear();
    this.#asked.clear();
    this.#count = count;
    this.#isCatalog = isCatalog;
    this.#sheet.style.height = `${count * lineHeight}px`;
    this.element.hidden = count === 0;
    if (!stay) {
      this.active = 0;
      this.element.scrollTop = 0;
    }
    this.active = Math.max(0, Math.min(this.active, count - 1));
    this.fill(0, rows);
  }

  /** Rows that were asked for have come. */
  fill(start: number, rows: readonly SearchRow[]): void {
    rows.forEach((row, index) => this.#rows.set(start + index, row));
    this.#draw();
  }

  scroll(top: number): void {
    this.element.scrollTop = top;
    this.#later();
  }

  #later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw(): void {
    const { start, end } = listWindow(this.#count, this.top, this.element.clientHeight, lineHeight);
    const lines: HTMLElement[] = [];
    for (let index = start; index < end; index++) {
      lines.push(this.#line(index));
      if (!this.#rows.has(index)) {
        this.#ask(Math.floor(index / portion));
      }
    }
    this.#sheet.replaceChildren(...lines);
    // Not more than once a portion of what is out of sight is kept.
    const isOnPage = this.active >= start && this.active < end && this.#count > 0;
    if (isOnPage) {
      this.element.setAttribute('aria-activedescendant', `result-${this.active}`);
    } else {
      this.element.removeAttribute('aria-activedescendant');
    }
  }

  #line(index: number): HTMLElement {
    const row = this.#rows.get(index);
    const line = resultRow(row, this.#words);
    line.id = `result-${index}`;
    line.style.top = `${index * lineHeight}px`;
    line.dataset['index'] = String(index);
    line.setAttribute('aria-setsize', String(this.#count));
    line.setAttribute('aria-posinset', String(index + 1));
    line.setAttribute('aria-selected', String(row !== undefined && this.selected.has(row.id)));
    line.classList.toggle('active', index === this.active);
    if (row) {
      const ids = this.selected.has(row.id) ? [...this.selected] : [row.id];
      const what = this.#isCatalog
        ? { ids, webviewSection: 'model' }
        : { keys: ids, webviewSection: 'entry' };
      const context = { ...what, ask: true, preventDefaultContextMenuItems: true };
      line.dataset['vscodeContext'] = JSON.stringify(context);
    }
    return line;
  }

  #ask(number: number): void {
    if (!this.#asked.has(number)) {
      this.#asked.add(number);
      this.#actions.need(number * portion, portion);
    }
  }

  #go(index: number): void {
    this.active = Math.max(0, Math.min(index, this.#count - 1));
    this.element.scrollTop = scrolledTo(this.active, this.top, this.element.clientHeight, lineHeight);
    this.#draw();
    this.#actions.changed();
  }

  #toggle(index: number): void {
    const id = this.#rows.get(index)?.id;
    if (id !== undefined && !this.selected.delete(id)) {
      this.selected.add(id);
    }
    this.#draw();
    this.#actions.changed();
  }

  #clicked(event: MouseEvent, action?: SearchAction): void {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('.result') : null;
    const index = Number(line?.dataset['index'] ?? NaN);
    const id = this.#rows.get(index)?.id;
    if (id === undefined) {
      return;
    }
    this.#go(index);
    if (event.type === 'contextmenu') {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      this.#toggle(index);
    } else if (action) {
      this.#actions.act(action, [id]);
    } else if (this.selected.size > 0 && event.type === 'click' && event.detail === 1) {
      this.selected.clear();
      this.#draw();
      this.#actions.changed();
    }
  }

  #pressed(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.element.clientHeight / lineHeight) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.active + 1,
      ArrowUp: this.active - 1,
      PageDown: this.active + page,
      PageUp: this.active - page,
      Home: 0,
      End: this.#count - 1,
    };
    const { key } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const move = moves[key];
    const action = isPlain && !event.shiftKey ? keyActions[key.toLowerCase()] : undefined;
    if (key === 'ArrowUp' && this.active === 0) {
      this.#actions.leave();
    } else if (move !== undefined && isPlain) {
      if (event.shiftKey) {
        this.#extend(move);
      } else {
        this.#go(move);
      }
    } else if (key === 'Enter' && isPlain) {
      this.#actions.act(event.shiftKey ? 'citeTextual' : 'cite', this.chosen);
    } else if (key === ' ' && isPlain) {
      this.#toggle(this.active);
    } else if (key === 'Escape' && this.selected.size > 0) {
      this.selected.clear();
      this.#draw();
      this.#actions.changed();
    } else if (action) {
      this.#actions.act(action, this.chosen);
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Shift and an arrow select the line that is left and the one that is reached. */
  #extend(index: number): void {
    const from = this.#rows.get(this.active)?.id;
    this.#go(index);
    const to = this.#rows.get(this.active)?.id;
    [from, to].forEach((id) => id !== undefined && this.selected.add(id));
    this.#draw();
    this.#actions.changed();
  }
}
