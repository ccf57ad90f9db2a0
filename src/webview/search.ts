import { codicon, element, iconButton } from './dom';
import { filled, openPage, readWords } from './page';
import type { FromSearch, SearchAction, SearchState, ToSearch } from './protocol';
import { isSearchState, isToSearch } from './protocol';
import { ResultList } from './resultList';
import { redrawn, roving } from './roving';
import { resultActions } from './searchActions';
import { SearchBar } from './searchBar';
import { SearchFacets } from './searchFacets';
import { SuggestBox } from './suggestBox';
import type { SearchWords } from './words';

type Answer = Extract<ToSearch, { type: 'results' }>;

/** As many are acted on and kept at once. */
const mostChosen = 200;

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
    tooMany: () => this.#say(filled(this.#words.tooMany, mostChosen)),
    leave: () => this.#box.input.focus(),
  });
  readonly #facets = new SearchFacets(this.#words, {
    changed: (text) => {
      this.#box.value = text;
      this.#ask({ text });
    },
    opened: (facet) => this.#keep({ facet }),
  });
  readonly #bar = new SearchBar(this.#words, (part) => {
    this.#ask(part);
    this.#drawScope();
  });
  readonly #actions = element('div', { class: 'actions', role: 'toolbar' });
  readonly #problems = element('ul', { class: 'problems', 'aria-live': 'polite' });
  readonly #target = element('p', { class: 'target' });
  readonly #notice = element('p', { class: 'notice', role: 'status' });
  #state: SearchState = this.#page.state ?? {
    text: '',
    scope: 'catalog',
    sorting: 'relevance',
    top: 0,
    active: 0,
    selected: [],
    facet: '',
  };
  #number = 0;
  #answer: Answer | undefined;
  /** The next answer is to what was asked before the page was hidden, or again: the place in the list stays. */
  #stay = this.#page.state !== undefined;
  /** It is the place that was kept. */
  #isRestoring = this.#stay;

  start(): void {
    const state = this.#state;
    this.#box.value = state.text;
    this.#list.active = state.active;
    this.#list.selection.clear(state.selected, state.active);
    this.#facets.open(state.facet);
    this.#list.element.addEventListener('scrollend', () => this.#keep({ top: this.#list.sheet.top }));
    this.#actions.setAttribute('aria-label', this.#words.actions);
    roving(this.#actions, 'data-action');
    this.#page.main.append(
      element('h1', { class: 'spoken' }, this.#words.title),
      this.#box.element,
      element(
        'div',
        { class: 'middle' },
        this.#facets.element,
        element(
          'div',
          { class: 'found' },
          this.#problems,
          this.#facets.active,
          this.#bar.element,
          this.#list.element,
        ),
      ),
      element('div', { class: 'foot' }, this.#actions, this.#target, this.#notice),
    );
    this.#drawScope();
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
        this.#drawScope();
        return;
      case 'focus':
        this.#box.input.focus();
        this.#box.input.select();
        return;
      case 'resume':
        this.#list.element.focus();
        return;
      case 'changed':
        this.#stay = true;
        this.#query();
        return;
      case 'target':
        this.#target.textContent = this.#target.title = this.#targetText(message);
        return;
      case 'notice':
        this.#say(message.text, message.isError);
    }
  }

  #show(answer: Answer): void {
    // A query is answered again when more is known; whoever has scrolled meanwhile stays where he is.
    const isAgain = this.#answer?.number === answer.number;
    const { scope, text } = this.#state;
    this.#answer = answer;
    this.#list.show({ ...answer, count: answer.found, scope }, this.#stay || isAgain);
    if (this.#isRestoring) {
      this.#list.sheet.top = this.#state.top;
    }
    // Before a bibliography is read there is no place to stay in.
    this.#stay &&= answer.isPartial;
    this.#isRestoring &&= answer.isPartial;
    this.#problems.replaceChildren(
      ...answer.problems.map((problem) => element('li', {}, codicon('warning'), ' ', problem)),
    );
    this.#facets.show(answer.groups, text);
    this.#drawCount();
  }

  #ask(part: Partial<SearchState>): void {
    this.#stay = this.#isRestoring = false;
    this.#list.selection.clear();
    this.#say('');
    this.#keep({ ...part, top: 0, active: 0, selected: [] });
    this.#query();
  }

  #query(): void {
    const { text, scope, sorting, top } = this.#state;
    this.#number += 1;
    const start = this.#stay ? this.#list.sheet.portionOf(top) : 0;
    this.#page.post({ type: 'query', number: this.#number, text, scope, sorting, start });
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
    const { active, selection, sheet } = this.#list;
    this.#keep({ active, top: sheet.top, selected: [...selection.ids].slice(0, mostChosen) });
    this.#drawCount();
  }

  #act(action: SearchAction, ids: readonly string[]): void {
    this.#say('');
    this.#page.post({ type: 'act', action, scope: this.#state.scope, ids: ids.slice(0, mostChosen) });
  }

  /** Says something, until the next thing is done. */
  #say(text: string, isError = false): void {
    this.#notice.textContent = this.#notice.title = text;
    this.#notice.classList.toggle('error', isError);
  }

  #drawCount(): void {
    this.#bar.count(this.#answer, this.#list.selection.ids.size);
  }

  /** Draws what depends on where is searched. */
  #drawScope(): void {
    const words = this.#words;
    const inBibliography = this.#state.scope === 'bibliography';
    this.#box.input.placeholder = inBibliography ? words.placeholderBibliography : words.placeholder;
    this.#facets.element.hidden = inBibliography;
    this.#bar.draw(this.#state);
    this.#drawActions();
  }

  #drawActions(): void {
    const { scope } = this.#state;
    const buttons = resultActions(scope).map(({ action, icon, key }, index) => {
      const name = action === 'open' && scope === 'bibliography' ? 'openEntry' : action;
      const keys = key.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
      return iconButton(`${this.#words[name] ?? ''} (${keys})`, icon, () => this.#list.act(action), {
        'data-action': action,
        tabindex: index === 0 ? 0 : -1,
      });
    });
    redrawn(this.#actions, 'data-action', buttons);
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

// VS Code shows a page when all of it has loaded, and icons that are drawn before that make their font a part of it.
window.addEventListener('load', () => new SearchPage().start(), { once: true });
