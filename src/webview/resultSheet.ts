import { listWindow, scrolledTo } from '../core/panel/window';
import { element } from './dom';
import type { SearchRow } from './protocol';
import { resultRow } from './resultRow';
import type { SearchWords } from './words';

/** Height of a row in pixels, on two lines and, where there is room beside each other, on one; the style has the same. */
const heights = { narrow: 42, wide: 26 };
/** Rows are asked for in portions, so that a few answers are enough for a page. */
const portion = 60;

export interface SheetState {
  readonly active: number;
  readonly selected: ReadonlySet<string>;
}

/** The rows of a long list, of which only those in sight are on the page, so that 50,000 scroll as well as 50. */
export class ResultSheet {
  readonly #list: HTMLElement;
  readonly #words: SearchWords;
  readonly #state: () => SheetState;
  readonly #need: (start: number, count: number) => void;
  readonly #sheet = element('div', { class: 'sheet', role: 'presentation' });
  readonly #rows = new Map<number, SearchRow>();
  readonly #asked = new Set<number>();
  readonly #isWide = matchMedia('(min-width: 900px)');
  #height = this.#isWide.matches ? heights.wide : heights.narrow;
  #count = 0;
  #frame = 0;

  /**
   * @param list - scrolls
   * @param state - what is marked in the rows
   * @param need - asks for rows
   */
  constructor(
    list: HTMLElement,
    words: SearchWords,
    state: () => SheetState,
    need: (start: number, count: number) => void,
  ) {
    this.#list = list;
    this.#words = words;
    this.#state = state;
    this.#need = need;
    list.append(this.#sheet);
    list.addEventListener('scroll', () => this.later(), { passive: true });
    this.#isWide.addEventListener('change', () => this.#changeHeight());
    new ResizeObserver(() => this.later()).observe(list);
  }

  /** Rows in all. */
  get count(): number {
    return this.#count;
  }

  /** So many rows are in sight. */
  get page(): number {
    return Math.max(1, Math.floor(this.#list.clientHeight / this.#height));
  }

  /** The row at the upper edge, with the part of it that is out of sight. */
  get top(): number {
    return this.#list.scrollTop / this.#height;
  }

  set top(row: number) {
    this.#list.scrollTop = row * this.#height;
    this.later();
  }

  /** The first row of the portion in which a row is. */
  portionOf(row: number): number {
    return Math.floor(Math.max(0, row) / portion) * portion;
  }

  row(index: number): SearchRow | undefined {
    return this.#rows.get(index);
  }

  /** The element of a row that is on the page. */
  line(index: number): HTMLElement | null {
    return this.#sheet.querySelector(`#result-${index}`);
  }

  /** Takes other rows, or with `isSame` the same anew: what is known of them stands until it has come again. */
  reset(count: number, isSame: boolean): void {
    if (!isSame || count !== this.#count) {
      this.#rows.clear();
    }
    this.#asked.clear();
    this.#count = count;
    this.#sheet.style.height = `${count * this.#height}px`;
    this.#list.hidden = count === 0;
  }

  /** Rows that were asked for have come; the page follows with {@link draw}. */
  fill(start: number, rows: readonly SearchRow[]): void {
    rows.forEach((row, index) => this.#rows.set(start + index, row));
    for (let at = start; at < start + rows.length; at += portion) {
      this.#asked.add(at / portion);
    }
  }

  /** Asks for what is missing of some rows; says whether nothing is. */
  isKnown(start: number, end: number): boolean {
    let isKnown = true;
    for (let index = start; index < Math.min(end, this.#count); index++) {
      const number = Math.floor(index / portion);
      isKnown &&= this.#rows.has(index);
      if (!this.#asked.has(number)) {
        this.#asked.add(number);
        this.#need(number * portion, portion);
      }
    }
    return isKnown;
  }

  /** Scrolls as little as possible so that a row is in sight. */
  reveal(index: number): void {
    const { scrollTop, clientHeight } = this.#list;
    this.#list.scrollTop = scrolledTo(index, scrollTop, clientHeight, this.#height);
  }

  /** Draws with the next frame. */
  later(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.draw());
  }

  draw(): void {
    const { scrollTop, clientHeight } = this.#list;
    const { start, end } = listWindow(this.#count, scrollTop, clientHeight, this.#height);
    const state = this.#state();
    this.isKnown(start, end);
    this.#sheet.replaceChildren(
      ...Array.from({ length: end - start }, (_, place) => this.#draw(start + place, state)),
    );
    if (state.active >= start && state.active < end) {
      this.#list.setAttribute('aria-activedescendant', `result-${state.active}`);
    } else {
      this.#list.removeAttribute('aria-activedescendant');
    }
  }

  #draw(index: number, { active, selected }: SheetState): HTMLElement {
    const row = this.#rows.get(index);
    const line = resultRow(row, this.#words);
    line.id = `result-${index}`;
    line.style.top = `${index * this.#height}px`;
    line.dataset['index'] = String(index);
    line.setAttribute('aria-setsize', String(this.#count));
    line.setAttribute('aria-posinset', String(index + 1));
    line.setAttribute('aria-selected', String(row !== undefined && selected.has(row.id)));
    line.classList.toggle('active', index === active);
    return line;
  }

  /** The first row in sight stays the first. */
  #changeHeight(): void {
    const { top } = this;
    this.#height = this.#isWide.matches ? heights.wide : heights.narrow;
    this.#sheet.style.height = `${this.#count * this.#height}px`;
    this.top = top;
  }
}
