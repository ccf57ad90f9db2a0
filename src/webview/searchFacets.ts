import { toggledQuery } from '../core/panel/chips';
import { facets } from '../core/facets/facets';
import { codicon, element, listening } from './dom';
import { filled } from './page';
import type { ToSearch } from './protocol';
import { redrawn, roving } from './roving';
import type { SearchWords } from './words';

type Group = Extract<ToSearch, { type: 'results' }>['groups'][number];
type Chip = Group['chips'][number];

export interface FacetActions {
  /** The query is another now. */
  readonly changed: (text: string) => void;
  /** Another facet shows its values; empty if none does. */
  readonly opened: (facet: string) => void;
}

/**
 * The filters: a button for each facet, of which one at a time shows its values, and the values that are switched on, which are
 * always in sight. Facets, values and what is switched on are one tab stop each.
 */
export class SearchFacets {
  readonly element: HTMLElement;
  /** What is switched on. */
  readonly active: HTMLElement;
  readonly #words: SearchWords;
  readonly #actions: FacetActions;
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #values = element('div', { class: 'chips', role: 'group', id: 'values', hidden: true });
  #groups: readonly Group[] = [];
  #text = '';
  #open = '';

  constructor(words: SearchWords, actions: FacetActions) {
    this.#words = words;
    this.#actions = actions;
    this.element = element('div', { class: 'facets', role: 'group', 'aria-label': words.filters });
    this.active = element('div', {
      class: 'chips active-filters',
      role: 'group',
      'aria-label': words.activeFilters,
      hidden: true,
    });
    roving(this.element, 'data-facet');
    roving(this.#values, 'data-value');
    roving(this.active, 'data-value');
    this.#values.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        const button = this.#buttons.get(this.#open);
        this.open('');
        button?.focus();
        event.stopPropagation();
      }
    });
  }

  /** @param text - the query that the groups are of */
  show(groups: readonly Group[], text: string): void {
    this.#text = text;
    // Without an answer on the catalog there are none; the buttons stay for the next.
    this.#groups = groups;
    for (const group of groups) {
      this.#button(group);
    }
    this.#draw();
  }

  /** Shows the values of a facet, none for the empty word. */
  open(facet: string): void {
    if (facet !== this.#open) {
      this.#open = facet;
      this.#actions.opened(facet);
      this.#draw();
    }
  }

  #button({ facet, label, short }: Group): void {
    if (!this.#buttons.has(facet)) {
      const made = element(
        'button',
        {
          type: 'button',
          class: 'facet',
          'data-facet': facet,
          title: label,
          'aria-controls': 'values',
          tabindex: this.#buttons.size === 0 ? 0 : -1,
        },
        codicon('chevron-right'),
        short,
        ' ',
        element('span', { class: 'number' }),
      );
      listening(made, { click: () => this.open(this.#open === facet ? '' : facet) });
      this.#buttons.set(facet, made);
      this.element.append(made);
    }
  }

  #draw(): void {
    for (const { facet, chips } of this.#groups) {
      const button = this.#buttons.get(facet);
      const isOpen = facet === this.#open;
      const active = chips.filter((chip) => chip.active).length;
      button?.setAttribute('aria-expanded', String(isOpen));
      const arrow = button?.querySelector('.codicon')?.classList;
      arrow?.toggle('codicon-chevron-down', isOpen);
      arrow?.toggle('codicon-chevron-right', !isOpen);
      button?.querySelector('.number')?.replaceChildren(active > 0 ? String(active) : '');
    }
    const open = this.#groups.find(({ facet }) => facet === this.#open);
    const button = this.#buttons.get(this.#open);
    if (open && button && this.#values.previousElementSibling !== button) {
      button.after(this.#values);
    }
    this.#values.hidden = !open;
    this.#values.setAttribute('aria-label', open?.label ?? '');
    redrawn(this.#values, 'data-value', open?.chips.map((chip) => this.#chip(open, chip)) ?? []);
    this.#drawActive();
  }

  #drawActive(): void {
    const active = this.#groups.flatMap((group) =>
      group.chips.filter((chip) => chip.active).map((chip) => [group, chip] as const),
    );
    this.active.hidden = active.length === 0;
    redrawn(
      this.active,
      'data-value',
      active.map(([group, chip]) => {
        const remove = (): void => this.#toggle(group, chip);
        const name = filled(this.#words.removeFilter, group.label, chip.label);
        return listening(
          element(
            'button',
            {
              type: 'button',
              class: 'chip on',
              title: name,
              'aria-label': name,
              'data-value': `${group.facet}:${chip.value}`,
              tabindex: -1,
            },
            chip.label,
            codicon('close'),
          ),
          {
            click: remove,
            keydown: ({ key }) => {
              if (key === 'Delete' || key === 'Backspace') {
                remove();
              }
            },
          },
        );
      }),
    );
  }

  #chip(group: Group, chip: Chip): HTMLElement {
    return listening(
      element(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-pressed': String(chip.active),
          'data-value': `${group.facet}:${chip.value}`,
          tabindex: -1,
        },
        chip.label,
        element('span', { class: 'chip-count' }, ` ${chip.count}`),
      ),
      { click: () => this.#toggle(group, chip) },
    );
  }

  #toggle(group: Group, chip: Chip): void {
    const facet = facets.find(({ id }) => id === group.facet);
    if (facet) {
      this.#actions.changed(toggledQuery(this.#text, facet.id, chip.value));
    }
  }
}
