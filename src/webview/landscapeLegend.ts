import { legendMark } from '../core/charts/legend';
import type { LegendItem } from '../core/charts/legend';
import { themeColours } from '../core/charts/palette';
import { svg } from '../core/charts/svgNode';
import type { Chart } from '../core/charts/timeline';
import { draw, element, listening } from './dom';
import type { Shown } from './landscapeCharts';
import { restOf } from './landscapeCharts';
import type { LandscapeWords } from './words';

/** The series that have points in a chart, and that some of these are hollow. */
export function legendItems(
  { series }: Shown,
  chart: Chart | undefined,
  words: LandscapeWords,
): LegendItem[] {
  const options =
    chart?.picture.children.flatMap((child) => (typeof child === 'string' ? [] : [child])) ?? [];
  const found = new Set(options.map(({ attributes }) => attributes['data-series']));
  const hollow = options.some(({ attributes }) => attributes['data-hollow'] !== undefined);
  return [
    ...series.flatMap(({ name }, index) => (found.has(String(index)) ? [{ name, series: index }] : [])),
    ...(hollow ? [{ name: words.hollow, series: 'hollow' } as const] : []),
  ];
}

/** The legend: buttons that let their series stand out while they have the pointer or the focus, and choose it. */
export class LandscapeLegend {
  readonly element: HTMLElement;
  #chosen = '';
  #items: readonly LegendItem[] = [];
  #points: readonly SVGElement[] = [];

  /** @param choose - called with the index of a series */
  constructor(
    label: string,
    private readonly choose: (series: number) => void,
  ) {
    this.element = element('div', { class: 'legend', role: 'group', 'aria-label': label });
  }

  /**
   * @param points - of the drawing that the legend belongs to
   * @param chosen - name of the series that stands out; empty if none does
   */
  show(items: readonly LegendItem[], shown: Shown, points: readonly SVGElement[], chosen: string): void {
    this.#items = items;
    this.#points = points;
    this.element.replaceChildren(...items.map((item) => this.#button(item, restOf(shown))));
    this.mark(chosen);
  }

  /** @param chosen - as above */
  mark(chosen: string): void {
    this.#chosen = chosen;
    for (const [index, item] of [...this.element.children].entries()) {
      if (item instanceof HTMLButtonElement) {
        item.setAttribute('aria-pressed', String(this.#items[index]?.name === chosen));
      }
    }
    this.#light(undefined);
  }

  #button(item: LegendItem, mutedFrom: number): HTMLElement {
    const { name, series } = item;
    const picture = svg(
      'svg',
      { width: 14, height: 14, 'aria-hidden': 'true' },
      legendMark(item, 7, 7, themeColours, mutedFrom),
    );
    if (series === 'hollow') {
      return element('span', { class: 'legend-item' }, draw(picture), name);
    }
    const made = element('button', { type: 'button', class: 'legend-item' }, draw(picture), name);
    return listening(made, {
      click: () => this.choose(series),
      mouseenter: () => this.#light(series),
      mouseleave: () => this.#light(undefined),
      focus: () => this.#light(series),
      blur: () => this.#light(undefined),
    });
  }

  /** Lets a series stand out, the chosen one if none is given. */
  #light(series: LegendItem['series'] | undefined): void {
    const lit = String(series ?? this.#items.find(({ name }) => name === this.#chosen)?.series);
    const isLit = (point: SVGElement): boolean => point.dataset['series'] === lit;
    this.#points.forEach((point) => point.classList.toggle('lit', isLit(point)));
    this.#points[0]?.ownerSVGElement?.classList.toggle('dimming', this.#points.some(isLit));
  }
}
