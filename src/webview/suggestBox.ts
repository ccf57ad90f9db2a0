import { element, listening } from './dom';

export interface Suggestion {
  readonly text: string;
  readonly label: string;
  readonly detail: string;
}

/** What a query box tells the page. */
export interface SuggestBoxActions {
  readonly changed: (text: string) => void;
  /** Wants suggestions for the text with the cursor at an offset. */
  readonly complete: (text: string, offset: number) => void;
  /** Leaves for the results. */
  readonly leave: () => void;
}

/** A text box with a list of suggestions below it: a combobox whose list is shown while there is something to suggest. */
export class SuggestBox {
  readonly input: HTMLInputElement;
  readonly element: HTMLElement;
  readonly #list: HTMLElement;
  readonly #actions: SuggestBoxActions;
  #suggestions: readonly Suggestion[] = [];
  #range = { start: 0, end: 0 };
  #active = -1;

  constructor(label: string, suggestionsLabel: string, actions: SuggestBoxActions) {
    this.#actions = actions;
    this.#list = element('ul', {
      id: 'suggestions',
      class: 'suggestions',
      role: 'listbox',
      'aria-label': suggestionsLabel,
      hidden: true,
    });
    this.input = listening(
      element('input', {
        type: 'text',
        class: 'query',
        role: 'combobox',
        'aria-label': label,
        'aria-autocomplete': 'list',
        'aria-controls': 'suggestions',
        'aria-expanded': 'false',
        autocomplete: 'off',
        spellcheck: 'false',
      }),
      {
        input: () => {
          actions.changed(this.input.value);
          this.#ask();
        },
        keydown: (event) => this.#pressed(event),
        blur: () => this.#show([]),
      },
    );
    this.element = element('div', { class: 'suggest-box' }, this.input, this.#list);
  }

  get value(): string {
    return this.input.value;
  }

  set value(text: string) {
    this.input.value = text;
    this.#show([]);
  }

  /** Shows suggestions for a range of the text, unless it has the only one already. */
  suggest(range: { readonly start: number; readonly end: number }, suggestions: readonly Suggestion[]): void {
    const typed = this.input.value.slice(range.start, range.end);
    const isUseful = document.activeElement === this.input && (typed !== '' || /:$/.test(this.input.value));
    this.#range = range;
    this.#show(isUseful ? suggestions.filter(({ text }) => text !== typed) : []);
  }

  #ask(): void {
    this.#actions.complete(this.input.value, this.input.selectionStart ?? this.input.value.length);
  }

  #show(suggestions: readonly Suggestion[]): void {
    this.#suggestions = suggestions;
    this.#list.replaceChildren(
      ...suggestions.map(({ label, detail }, index) =>
        listening(
          element(
            'li',
            { id: `suggestion-${index}`, role: 'option', 'aria-selected': 'false' },
            element('span', {}, label),
            element('span', { class: 'muted' }, detail),
          ),
          {
            // Before the box loses the focus, which would close the list.
            mousedown: (event) => {
              event.preventDefault();
              this.#accept(index);
            },
          },
        ),
      ),
    );
    this.#list.hidden = suggestions.length === 0;
    this.input.setAttribute('aria-expanded', String(suggestions.length > 0));
    this.#activate(-1);
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [position, option] of [...this.#list.children].entries()) {
      option.setAttribute('aria-selected', String(position === index));
    }
    if (index < 0) {
      this.input.removeAttribute('aria-activedescendant');
    } else {
      this.input.setAttribute('aria-activedescendant', `suggestion-${index}`);
    }
  }

  #accept(index: number): void {
    const chosen = this.#suggestions[index];
    if (!chosen) {
      return;
    }
    const { start, end } = this.#range;
    const { value } = this.input;
    const isValue = !chosen.text.endsWith(':');
    const added = chosen.text + (isValue && end >= value.length ? ' ' : '');
    this.input.value = value.slice(0, start) + added + value.slice(end);
    const cursor = start + added.length;
    this.input.setSelectionRange(cursor, cursor);
    this.#show([]);
    this.#actions.changed(this.input.value);
    if (!isValue) {
      this.#ask();
    }
  }

  #pressed(event: KeyboardEvent): void {
    const open = this.#suggestions.length;
    const used = ((): boolean => {
      switch (event.key) {
        case 'ArrowDown':
        case 'ArrowUp':
          if (open === 0) {
            if (event.key === 'ArrowDown') {
              this.#actions.leave();
            }
            return event.key === 'ArrowDown';
          }
          // Before the first is the text itself.
          this.#activate(
            ((this.#active + 1 + (event.key === 'ArrowDown' ? 1 : -1) + open + 1) % (open + 1)) - 1,
          );
          return true;
        case 'Enter':
          if (this.#active >= 0) {
            this.#accept(this.#active);
          } else {
            this.#actions.leave();
          }
          return true;
        case 'Tab':
          if (open === 0 || event.shiftKey) {
            return false;
          }
          this.#accept(Math.max(0, this.#active));
          return true;
        case 'Escape':
          if (open === 0) {
            return false;
          }
          this.#show([]);
          return true;
        case ' ':
          if (!event.ctrlKey) {
            return false;
          }
          this.#ask();
          return true;
        default:
          return false;
      }
    })();
    if (used) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
}
