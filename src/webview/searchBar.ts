import { element, select } from './dom';
import { filled } from './page';
import type { SearchState, ToSearch } from './protocol';
import type { SearchWords } from './words';

type Sorting = SearchState['sorting'];

/** The line above the results: how many there are, where is searched, and the order. */
export class SearchBar {
  readonly element = element('div', { class: 'bar' });
  readonly #words: SearchWords;
  readonly #changed: (part: Pick<SearchState, 'scope' | 'sorting'>) => void;
  readonly #count = element('span', { class: 'count', role: 'status' });

  constructor(words: SearchWords, changed: (part: Pick<SearchState, 'scope' | 'sorting'>) => void) {
    this.#words = words;
    this.#changed = changed;
  }

  /** Says how many results there are, or how many of them are selected. */
  count(answer: Extract<ToSearch, { type: 'results' }> | undefined, selected: number): void {
    this.#count.textContent = selected > 0 ? filled(this.#words.selected, selected) : this.#found(answer);
  }

  draw({ scope, sorting }: Pick<SearchState, 'scope' | 'sorting'>): void {
    const words = this.#words;
    const scopes = [
      { value: 'catalog', text: words.catalog },
      { value: 'bibliography', text: words.bibliography },
    ];
    const sortings = this.#sortings(scope);
    const isSorting = (value: string): value is Sorting => sortings.some((each) => each.value === value);
    this.element.replaceChildren(
      this.#count,
      select(words.scope, scopes, scope, (value) => {
        // The focus stays, although the list of orders is another.
        this.#changed({
          scope: value === 'bibliography' ? value : 'catalog',
          sorting: sorting === 'newest' ? sorting : 'relevance',
        });
        this.element.querySelector('select')?.focus();
      }),
      select(words.sorting, sortings, sorting, (value) =>
        this.#changed({ scope, sorting: isSorting(value) ? value : 'relevance' }),
      ),
    );
  }

  #found(answer: Extract<ToSearch, { type: 'results' }> | undefined): string {
    if (!answer) {
      return '';
    }
    const { found, total, isPartial, isCapped } = answer;
    const words = this.#words;
    if (found === 0) {
      return isPartial ? words.reading : words.none;
    }
    const text = isCapped ? words.foundMore : words.found;
    const counts = filled(text, found.toLocaleString(), total.toLocaleString());
    return isPartial ? `${counts} …` : counts;
  }

  #sortings(scope: SearchState['scope']): readonly { value: Sorting; text: string }[] {
    const words = this.#words;
    return scope === 'bibliography'
      ? [
          { value: 'relevance', text: words.relevance },
          { value: 'newest', text: words.newest },
          { value: 'author', text: words.author },
          { value: 'key', text: words.key },
        ]
      : [
          { value: 'relevance', text: words.relevance },
          { value: 'newest', text: words.newest },
          { value: 'name', text: words.name },
        ];
  }
}
