import { toggledQuery } from '../core/panel/chips';
import { facets } from '../core/facets/facets';
import { element, listening } from './dom';
import type { ToSearch } from './protocol';

type Groups = Extract<ToSearch, { type: 'results' }>['groups'];

/** Draws the values that can be switched on and off, a line for each facet; the focus stays on the chip that has it. */
export function chips(
  container: HTMLElement,
  groups: Groups,
  title: string,
  text: string,
  change: (text: string) => void,
): void {
  const focused =
    document.activeElement instanceof HTMLElement && container.contains(document.activeElement)
      ? document.activeElement.dataset['chip']
      : undefined;
  const active = groups.flatMap((group) => group.chips).filter((chip) => chip.active).length;
  const lines = groups.flatMap((group) => {
    const facet = facets.find(({ id }) => id === group.facet);
    if (!facet || group.chips.length === 0) {
      return [];
    }
    return element(
      'div',
      { class: 'chips', role: 'group', 'aria-label': group.label },
      element('span', { class: 'muted', 'aria-hidden': 'true' }, group.label),
      ...group.chips.map((chip) =>
        listening(
          element(
            'button',
            {
              type: 'button',
              class: 'chip',
              'aria-pressed': String(chip.active),
              'data-chip': `${group.facet}:${chip.value}`,
            },
            chip.label,
            element('span', { class: 'chip-count' }, ` ${chip.count}`),
          ),
          { click: () => change(toggledQuery(text, facet.id, chip.value)) },
        ),
      ),
    );
  });
  const summary = element('summary', {}, active > 0 ? `${title} (${active})` : title);
  const keepsSummary = document.activeElement === container.firstElementChild;
  container.replaceChildren(summary, ...lines);
  if (keepsSummary) {
    summary.focus();
  }
  const again = [...container.querySelectorAll<HTMLElement>('.chip')].find(
    (chip) => focused !== undefined && chip.dataset['chip'] === focused,
  );
  again?.focus();
}
