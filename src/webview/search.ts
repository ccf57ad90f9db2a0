import '@vscode-elements/elements/dist/vscode-button/index.js';
import { codicon, element, iconButton, listening, select } from './dom';
import { chips } from './searchChips';
import { filled, openPage, readWords } from './page';
import type { FromSearch, SearchAction, SearchState, ToSearch } from './protocol';
import { isSearchState, isToSearch } from './protocol';
import { ResultList } from './resultList';
import { SuggestBox } from './suggestBox';
import type { SearchWords } from './words';

/** The search beside the draft: query, filters, results. */
class SearchPage {
  readonly #page = openPage<ToSearch, FromSearch, SearchState>(isToSearch, isSearchState);
  readonly #words = readWords<SearchWords>();
  readonly #box = new SuggestBox(this.#words.query, this.#words.suggestions, {
    changed: (text) => this.#ask({ text }),
    complete: (text, offset) => this.#complete(text, offset),
    leave: () => this.#list.element.focus(),
  });
  readonly #list = new ResultList(this.#words, {
    need: (start, count) => this.#page.post({ type: 'rows', number: this.#number, start, count }),
    act: (action, ids) => this.#act(action, ids),
    changed: () => this.#changed(),
    leave: () => this.#box.input.focus(),
  });
  readonly #filters = element('details', { class: 'filters' });
  readonly #bar = element('div', { class: 'bar' });
  readonly #count = element('span', { class: 'count', role: 'status' });
  readonly #actions = element('div', { class: 'actions' });
  readonly #problems = element('ul', { class: 'problems', 'aria-live': 'polite' });
  readonly #target = element('p', { class: 'target' });
  #state: SearchState = this.#page.state ?? {
    text: '',
    scope: 'catalog',
    sorting: 'relevance',
    top: 0,
    active: 0,
    selected: [],
    filters: true,
  };
  #number = 0;
  /** The next answer is to what was asked before the page was hidden, or again: the place in the list stays. */
  #stay = this.#page.state !== undefined;

  start(): void {
    const state = this.#state;
    this.#box.value = state.text;
    this.#list.active = state.active;
    state.selected.forEach((id) => this.#list.selected.add(id));
    this.#filters.open = state.filters;
    this.#filters.addEventListener('toggle', () => this.#keep({ filters: this.#filters.open }));
    this.#list.element.addEventListener('scrollend', () => this.#keep({ top: this.#list.top }));
    this.#page.main.append(
      element('h1', { class: 'spoken' }, this.#words.title),
      this.#box.element,
      this.#problems,
      this.#filters,
      this.#bar,
      this.#list.element,
      this.#actions,
      this.#target,
    );
    this.#drawBar();
    this.#drawActions();
    this.#page.listen((message) => this.#receive(message));
    this.#page.post({ type: 'ready' });
    this.#query();
  }

  #receive(message: ToSearch): void {
    switch (message.type) {
      case 'results':
        if (message.number === this.#number) {
          this.#show(message);
        }
        return;
      case 'rows':
        if (message.number === this.#number) {
          this.#list.fill(message.start, message.rows);
        }
        return;
      case 'completions':
        if (message.number === this.#number) {
          this.#box.suggest(message.range, message.items);
        }
        return;
      case 'setQuery':
        this.#box.value = message.query;
        this.#ask({ text: message.query, scope: 'catalog' });
        this.#drawBar();
        return;
      case 'changed':
        this.#stay = true;
        this.#query();
        return;
      case 'target':
        this.#target.textContent = this.#targetText(message);
        return;
      case 'notice':
        this.#page.announce(message.text, message.isError ? 'error' : 'notice');
    }
  }

  #show(answer: Extract<ToSearch, { type: 'results' }>): void {
    const words = this.#words;
    const isCatalog = this.#state.scope === 'catalog';
    this.#list.show(answer.found, answer.rows, isCatalog, this.#stay);
    if (this.#stay) {
      this.#list.scroll(this.#state.top);
    }
    // A bibliography that is being read answers several times.
    this.#stay = answer.isPartial;
    this.#count.textContent =
      answer.found === 0
        ? answer.isPartial
          ? words.reading
          : words.none
        : filled(words.found, answer.found.toLocaleString(), answer.total.toLocaleString());
    this.#problems.replaceChildren(
      ...answer.problems.map((problem) => element('li', {}, codicon('warning'), ' ', problem)),
    );
    this.#filters.hidden = !isCatalog;
    const open = this.#filters.open;
    chips(this.#filters, answer.groups, words.filters, this.#state.text, (text) => {
      this.#box.value = text;
      this.#ask({ text });
    });
    this.#filters.open = open;
    this.#drawActions();
  }

  #ask(part: Partial<SearchState>): void {
    this.#stay = false;
    this.#list.selected.clear();
    this.#keep({ ...part, top: 0, active: 0, selected: [] });
    this.#query();
  }

  #query(): void {
    const { text, scope, sorting } = this.#state;
    this.#number += 1;
    this.#page.post({ type: 'query', number: this.#number, text, scope, sorting });
  }

  #complete(text: string, offset: number): void {
    if (this.#state.scope === 'catalog') {
      this.#page.post({ type: 'complete', number: this.#number, text, offset });
    }
  }

  #keep(part: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...part };
    this.#page.keep(this.#state);
  }

  #changed(): void {
    this.#keep({ active: this.#list.active, selected: [...this.#list.selected].slice(0, 200) });
    this.#drawActions();
  }

  #act(action: SearchAction, ids: readonly string[]): void {
    const isPossible = this.#state.scope === 'catalog' || action === 'cite' || action === 'citeTextual';
    if (ids.length > 0 && isPossible) {
      this.#page.post({ type: 'act', action, scope: this.#state.scope, ids: ids.slice(0, 200) });
    }
  }

  #drawBar(): void {
    const words = this.#words;
    const { scope, sorting } = this.#state;
    const inBibliography = scope === 'bibliography';
    this.#box.input.placeholder = inBibliography ? words.placeholderBibliography : words.placeholder;
    this.#bar.replaceChildren(
      select(
        words.scope,
        [
          { value: 'catalog', text: words.catalog },
          { value: 'bibliography', text: words.bibliography },
        ],
        scope,
        (value) => {
          this.#ask({ scope: value === 'bibliography' ? 'bibliography' : 'catalog' });
          this.#drawBar();
          this.#bar.querySelector('select')?.focus();
        },
      ),
      ...(inBibliography ? [] : [this.#sortings(sorting)]),
      this.#count,
    );
  }

  #sortings(sorting: string): HTMLElement {
    const words = this.#words;
    const texts = { relevance: words.relevance, newest: words.newest, name: words.name };
    const options = Object.entries(texts).map(([value, text]) => ({ value, text }));
    return select(words.sorting, options, sorting, (value) =>
      this.#ask({ sorting: value === 'newest' || value === 'name' ? value : 'relevance' }),
    );
  }

  #drawActions(): void {
    const words = this.#words;
    const { selected } = this.#list;
    const isCatalog = this.#state.scope === 'catalog';
    const item = (action: SearchAction, icon: string, key: string): HTMLElement =>
      iconButton(`${words[action] ?? ''} (${key})`, icon, () => this.#act(action, this.#list.chosen));
    const more = isCatalog
      ? [
          item('summary', 'note', 'S'),
          item('table', 'table', 'T'),
          item('compare', 'diff', 'C'),
          item('open', 'info', 'O'),
          item('copyBibtex', 'copy', 'B'),
          item('addToBibliography', 'add', 'A'),
        ]
      : [];
    const focused = [...this.#actions.children].indexOf(document.activeElement ?? this.#actions);
    this.#actions.replaceChildren(
      item('cite', 'quote', 'Enter'),
      ...more,
      listening(element('span', { class: 'muted', role: 'status' }), {}),
    );
    this.#actions.lastElementChild?.append(selected.size > 0 ? filled(words.selected, selected.size) : '');
    (this.#actions.children.item(focused) as HTMLElement | null)?.focus();
  }

  #targetText({ draft, bibliography }: Extract<ToSearch, { type: 'target' }>): string {
    if (draft === null) {
      return this.#words.noTarget;
    }
    return bibliography === null
      ? filled(this.#words.target, draft)
      : filled(this.#words.targetWithBibliography, draft, bibliography);
  }
}

new SearchPage().start();
