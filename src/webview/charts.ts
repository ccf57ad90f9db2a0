import type { LegendItem } from '../core/charts/legend';
import type { ChartColours } from '../core/charts/palette';
import { paperColours } from '../core/charts/palette';
import type { PictureFileOptions } from '../core/charts/pictureFile';
import { pictureFile } from '../core/charts/pictureFile';
import type { SvgNode } from '../core/charts/svgNode';
import type { PlacedPoint } from '../core/charts/timeline';
import { nextPoint, typedPoint } from '../core/charts/walk';
import { draw } from './dom';
import type { Tip } from './tooltip';
import { Tooltip } from './tooltip';

/** What happens to the points of a chart. */
export interface PointActions {
  /** What the tooltip says of a point under the pointer or in focus; `undefined` for what screen readers say of it. */
  readonly show: (id: string) => Tip | undefined;
  /** @param more - besides what is chosen already */
  readonly choose: (id: string, more: boolean) => void;
  readonly open: (id: string) => void;
}

/** Letters typed within this time (milliseconds) are one name. */
const typing = 800;

/**
 * Draws a chart whose points are options with tooltips. The chart is one tab stop; arrows go to the next point in their direction,
 * Home and End to the first and last, letters to a name, Space chooses, Enter opens.
 */
export function drawPoints(
  picture: SvgNode,
  points: readonly PlacedPoint[],
  actions: PointActions,
  selected: ReadonlySet<string>,
): SVGElement {
  const drawing = draw(picture);
  drawing.classList.add('points');
  const options = new Map<string, SVGElement>();
  for (const option of drawing.querySelectorAll<SVGElement>('[role="option"]')) {
    const id = option.dataset['id'] ?? '';
    options.set(id, option);
    option.setAttribute('tabindex', '-1');
    option.setAttribute('aria-selected', String(selected.has(id)));
  }
  const first = points.find(({ id }) => selected.has(id)) ?? points[0];
  options.get(first?.id ?? '')?.setAttribute('tabindex', '0');
  const focus = (id: string): void => {
    drawing.querySelector('[tabindex="0"]')?.setAttribute('tabindex', '-1');
    options.get(id)?.setAttribute('tabindex', '0');
    options.get(id)?.focus();
  };
  let typed = { text: '', at: -Infinity };
  const pointOf = (event: KeyboardEvent, id: string): string | undefined => {
    if (event.altKey || event.metaKey) {
      return undefined;
    }
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey) {
      return nextPoint(points, id, event.key, event.ctrlKey);
    }
    const text = event.timeStamp - typed.at < typing ? typed.text + event.key : event.key;
    typed = { text, at: event.timeStamp };
    return typedPoint(points, id, text);
  };
  drawing.addEventListener('keydown', (event) => {
    const id = optionOf(event)?.dataset['id'];
    if (id === undefined) {
      return;
    }
    const next = pointOf(event, id);
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
  drawing.addEventListener('click', (event) => {
    const id = optionOf(event)?.dataset['id'];
    if (id !== undefined) {
      focus(id);
      actions.choose(id, event.ctrlKey || event.metaKey || event.shiftKey);
    }
  });
  drawing.addEventListener('dblclick', (event) => {
    const id = optionOf(event)?.dataset['id'];
    if (id !== undefined) {
      actions.open(id);
    }
  });
  addTips(drawing, actions);
  return drawing;
}

function addTips(drawing: SVGElement, { show }: Pick<PointActions, 'show'>): void {
  const tell = (option: SVGElement | undefined): void => {
    if (option) {
      const title = option.getAttribute('aria-label') ?? '';
      tips.show(option, show(option.dataset['id'] ?? '') ?? { title, lines: [] });
    }
  };
  // Back to the point in focus, if it shows that it has the focus.
  const tips = new Tooltip(() => tell(drawing.querySelector<SVGElement>(':focus-visible') ?? undefined));
  drawing.addEventListener('mouseover', (event) => tell(optionOf(event)));
  drawing.addEventListener('focusin', (event) => tell(optionOf(event)));
  drawing.addEventListener('mouseout', (event) => optionOf(event) && tips.leave());
  drawing.addEventListener('focusout', () => tips.leave());
}

function optionOf(event: Event): SVGElement | undefined {
  const { target } = event;
  return target instanceof Element ? (target.closest<SVGElement>('[role="option"]') ?? undefined) : undefined;
}

/** A chart as a file, in colours for paper, with a legend. */
export function chartFile(
  make: (colours: ChartColours) => SvgNode,
  legend: readonly LegendItem[] = [],
  options: Omit<PictureFileOptions, 'legend'> = {},
): string {
  return pictureFile(make(paperColours), { ...options, legend });
}
