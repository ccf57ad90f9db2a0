import { withLegend } from '../core/charts/legend';
import type { ChartColours } from '../core/charts/palette';
import { resolvedColours, themeColours } from '../core/charts/palette';
import type { SvgNode } from '../core/charts/svgNode';
import { svgDocument } from '../core/charts/svgNode';
import type { PlacedPoint } from '../core/charts/timeline';
import { nextPoint } from '../core/charts/walk';
import { draw } from './dom';

/** What happens to the points of a chart. */
export interface PointActions {
  /** The focus is on a point, or the mouse above it. */
  readonly show: (id: string) => void;
  /** @param more - besides what is chosen already */
  readonly choose: (id: string, more: boolean) => void;
  readonly open: (id: string) => void;
}

/**
 * Draws a chart whose points are options. The chart is one tab stop; arrows go to the next point in their direction, Home and End
 * to the first and last, Space chooses, Enter opens.
 */
export function drawPoints(
  picture: SvgNode,
  points: readonly PlacedPoint[],
  actions: PointActions,
  selected: ReadonlySet<string>,
): SVGElement {
  const drawing = draw(picture);
  const options = new Map<string, SVGElement>();
  for (const option of drawing.querySelectorAll<SVGElement>('[role="option"]')) {
    const id = option.dataset['id'] ?? '';
    options.set(id, option);
    option.setAttribute('tabindex', '-1');
    option.setAttribute('aria-selected', String(selected.has(id)));
  }
  const first = points.find(({ id }) => selected.has(id)) ?? points[0];
  options.get(first?.id ?? '')?.setAttribute('tabindex', '0');
  const idOf = (event: Event): string | undefined =>
    event.target instanceof Element
      ? event.target.closest<SVGElement>('[role="option"]')?.dataset['id']
      : undefined;
  const focus = (id: string): void => {
    drawing.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    options.get(id)?.setAttribute('tabindex', '0');
    options.get(id)?.focus();
  };
  drawing.addEventListener('keydown', (event) => {
    const id = idOf(event);
    if (id === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const next = nextPoint(points, id, event.key);
    if (next !== undefined) {
      event.preventDefault();
      focus(next);
    } else if (event.key === ' ') {
      event.preventDefault();
      actions.choose(id, true);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      actions.open(id);
    }
  });
  const onPoint = (type: string, act: (id: string, event: Event) => void): void =>
    drawing.addEventListener(type, (event) => {
      const id = idOf(event);
      if (id !== undefined) {
        act(id, event);
      }
    });
  onPoint('click', (id, event) => {
    focus(id);
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    actions.choose(id, ctrlKey || metaKey || shiftKey);
  });
  onPoint('dblclick', actions.open);
  onPoint('focusin', actions.show);
  onPoint('mouseover', actions.show);
  return drawing;
}

/** A chart as a file: in the colours that the theme has now, with a legend. */
export function chartFile(
  make: (colours: ChartColours) => SvgNode,
  series: readonly string[],
  mutedFrom?: number,
): string {
  const style = getComputedStyle(document.documentElement);
  const colours = resolvedColours(themeColours, (variable) => style.getPropertyValue(variable).trim());
  return svgDocument(withLegend(make(colours), series, colours, mutedFrom));
}
