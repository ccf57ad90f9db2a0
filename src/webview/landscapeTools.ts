import { commonRows } from '../core/landscape/pairs';
import { button, element, select } from './dom';
import type { Axes, Column, Shown } from './landscapeCharts';
import { scoredColumns } from './landscapeCharts';
import { filled } from './page';
import type { LandscapeWords } from './words';

/** A list of benchmarks for each axis, with how many scores each has in common with the other axis. */
export function axisLists(
  shown: Shown,
  [x, y]: Axes,
  words: LandscapeWords,
  choose: (axis: 'x' | 'y', id: string) => void,
): HTMLElement[] {
  const axisList = (
    axis: 'x' | 'y',
    label: string,
    own: Column | undefined,
    other: Column | undefined,
  ): HTMLElement => {
    const options = scoredColumns(shown).map((column) => ({
      value: column.id,
      text: filled(words.inCommon, column.title, other ? commonRows(column, other) : 0),
    }));
    const list = select(label, options, own?.id ?? '', (id) => choose(axis, id));
    return element('label', { class: 'axis' }, label, list);
  };
  return [axisList('x', words.across, x, y), axisList('y', words.up, y, x)];
}

/** So many can be kept, and given to commands. */
export const mostSelected = 50;

/** The selection with a model more, or without it; `undefined` if there is no room for more. */
export function toggled(selected: readonly string[], model: string): readonly string[] | undefined {
  if (selected.includes(model)) {
    return selected.filter((each) => each !== model);
  }
  return selected.length < mostSelected ? [...selected, model] : undefined;
}

interface SelectionActions {
  readonly compare: () => void;
  readonly cite: () => void;
  readonly open: () => void;
  readonly clear: () => void;
}

/** What is selected and what can be done with it; nothing if nothing is. */
export function selectionTools(
  names: readonly string[],
  words: LandscapeWords,
  { compare, cite, open, clear }: SelectionActions,
): Node[] {
  return names.length === 0
    ? []
    : [
        element('span', {}, filled(words.selection, names.length, names.join(', '))),
        button(words.compare, 'diff', compare, { secondary: false }),
        button(words.cite, 'quote', cite),
        button(words.open, 'info', open),
        button(words.clear, 'close', clear),
      ];
}
