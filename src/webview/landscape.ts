import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { ChartColours } from '../core/charts/palette';
import { paperColours, themeColours } from '../core/charts/palette';
import type { Chart } from '../core/charts/timeline';
import { drawPoints } from './charts';
import { button, draw, element, select } from './dom';
import type { Axes, Shown } from './landscapeCharts';
import { axesOf, landscapeChart, modelsByPoint, namesIn, tipOf } from './landscapeCharts';
import { landscapeFile } from './landscapeFile';
import { LandscapeLegend, legendItems } from './landscapeLegend';
import { axisLists, mostSelected, selectionTools, toggled } from './landscapeTools';
import { filled, openPage, readWords } from './page';
import type { FromLandscape, LandscapeState, ToLandscape } from './protocol';
import { isLandscapeState, isToLandscape } from './protocol';
import type { LandscapeWords } from './words';

/** The landscape in its editor tab. */
class LandscapePage {
  readonly #page = openPage<ToLandscape, FromLandscape, LandscapeState>(isToLandscape, isLandscapeState);
  readonly #words = readWords<LandscapeWords>();
  readonly #toolbar = element('div', { class: 'toolbar' });
  readonly #legend = new LandscapeLegend(this.#words.backbones, (series) => this.#clickSeries(series));
  readonly #plot = element('section', { class: 'scroll', 'aria-label': this.#words.chart });
  readonly #selection = element('div', { class: 'toolbar selection' });
  #shown: Shown | undefined;
  #chart: Chart | undefined;
  #models: ReadonlyMap<string, string> = new Map();
  #state: LandscapeState = this.#page.state ?? { chart: 'timeline', x: '', y: '', selected: [], series: '' };

  start(): void {
    const { main } = this.#page;
    main.append(
      element('h1', {}, this.#words.title),
      this.#toolbar,
      this.#legend.element,
      this.#plot,
      this.#selection,
      element('p', { class: 'hint' }, this.#words.keys),
    );
    this.#page.listen((message) => {
      if (message.type === 'show') {
        this.#shown = message;
        this.#models = modelsByPoint(message);
        this.#draw();
      } else {
        this.#page.announce(message.text, message.isError ? 'error' : 'notice');
      }
    });
    let width = 0;
    new ResizeObserver(() => {
      if (Math.abs(main.clientWidth - width) > 8) {
        width = main.clientWidth;
        this.#drawChart();
      }
    }).observe(main);
    this.#page.post({ type: 'ready' });
  }

  #change(part: Partial<LandscapeState>): void {
    this.#state = { ...this.#state, ...part };
    this.#page.keep(this.#state);
  }

  #draw(): void {
    this.#drawToolbar();
    this.#drawChart();
    this.#drawSelection();
  }

  #drawToolbar(): void {
    const words = this.#words;
    const charts = [
      { value: 'timeline', text: words.timeline },
      { value: 'scatter', text: words.scatter },
    ];
    const chart = select(words.chart, charts, this.#state.chart, (value) => {
      this.#change({ chart: value === 'scatter' ? 'scatter' : 'timeline' });
      this.#draw();
      this.#toolbar.querySelector('select')?.focus();
    });
    const choose = (axis: 'x' | 'y', id: string): void => {
      const [x, y] = this.#axes();
      this.#change({ x: x?.id ?? '', y: y?.id ?? '', [axis]: id });
      this.#drawToolbar();
      this.#toolbar.querySelectorAll('select')[axis === 'x' ? 1 : 2]?.focus();
      this.#drawChart();
    };
    this.#toolbar.replaceChildren(
      chart,
      ...(this.#state.chart === 'scatter' && this.#shown
        ? axisLists(this.#shown, this.#axes(), words, choose)
        : []),
      button(words.showAll, 'clear-all', () => this.#showAll()),
      button(words.exportSvg, 'export', () => this.#export()),
    );
  }

  #axes(): Axes {
    return this.#shown ? axesOf(this.#shown, this.#state) : [undefined, undefined];
  }

  #make(colours: ChartColours, width: number): Chart | undefined {
    return (
      this.#shown &&
      landscapeChart(this.#shown, this.#state.chart, this.#axes(), { colours, width, words: this.#words })
    );
  }

  #drawChart(): void {
    if (!this.#shown || this.#page.main.clientWidth === 0) {
      return;
    }
    const chart = this.#make(themeColours, Math.max(300, this.#page.main.clientWidth - 4));
    this.#chart = chart;
    if (!chart) {
      this.#plot.replaceChildren(element('p', { class: 'empty', role: 'status' }, this.#words.noPoints));
      this.#drawLegend();
      return;
    }
    const drawing = drawPoints(
      chart.picture,
      chart.points,
      {
        show: (id) =>
          this.#shown && tipOf(this.#shown, this.#state.chart, this.#axes(), chart, id, this.#words),
        choose: (id, more) => this.#choose(this.#modelOf(id), more),
        open: (id) => this.#page.post({ type: 'openModel', id: this.#modelOf(id) }),
      },
      this.#chosen(chart),
    );
    const hadFocus = this.#plot.contains(document.activeElement);
    this.#plot.replaceChildren(drawing);
    this.#drawNames();
    this.#drawLegend();
    if (hadFocus) {
      drawing.querySelector<SVGElement>('[tabindex="0"]')?.focus();
    }
  }

  #drawLegend(): void {
    const points = [...this.#plot.querySelectorAll<SVGElement>('.point')];
    if (this.#shown) {
      const items = legendItems(this.#shown, this.#chart, this.#words);
      this.#legend.show(items, this.#shown, points, this.#state.series);
    }
  }

  /** A series stands out; none for an empty name. */
  #chooseSeries(name: string): void {
    this.#change({ series: name });
    this.#legend.mark(name);
  }

  /** A click on the legend chooses a series, or takes the choice back; what no query finds only stands out. */
  #clickSeries(index: number): void {
    const series = this.#shown?.series[index];
    if (!series || series.name === this.#state.series) {
      this.#showAll();
      return;
    }
    this.#chooseSeries(series.name);
    if (series.query !== '') {
      this.#page.post({ type: 'filter', query: series.query });
    }
  }

  #showAll(): void {
    this.#chooseSeries('');
    this.#page.post({ type: 'filter', query: '' });
  }

  #modelOf(point: string): string {
    return (this.#state.chart === 'scatter' ? this.#models.get(point) : undefined) ?? point;
  }

  /** The points of the selected models. */
  #chosen({ points }: Chart): ReadonlySet<string> {
    const selected = new Set(this.#state.selected);
    return new Set(points.flatMap(({ id }) => (selected.has(this.#modelOf(id)) ? [id] : [])));
  }

  #choose(model: string, more: boolean): void {
    if (!more) {
      const name = this.#shown?.points.find(({ id }) => id === model)?.name ?? model;
      this.#chooseSeries('');
      this.#select([model]);
      this.#page.post({ type: 'filter', query: `"${name.replaceAll('"', '')}"` });
      return;
    }
    const others = toggled(this.#state.selected, model);
    this.#select(others ?? this.#state.selected);
    if (!others) {
      this.#page.announce(filled(this.#words.mostSelected, mostSelected), 'notice');
    }
  }

  #select(selected: readonly string[]): void {
    this.#change({ selected });
    const chosen = this.#chart && this.#chosen(this.#chart);
    for (const option of this.#plot.querySelectorAll<SVGElement>('[role="option"]')) {
      option.setAttribute('aria-selected', String(chosen?.has(option.dataset['id'] ?? '')));
    }
    this.#drawNames();
    this.#drawSelection();
    this.#page.announce(this.#selection.querySelector('span')?.textContent ?? '');
  }

  #drawNames(): void {
    this.#plot.querySelector('.names')?.remove();
    const names = this.#chart && namesIn(this.#chart, this.#chosen(this.#chart), themeColours);
    if (names) {
      this.#plot.querySelector('.points')?.append(draw(names));
    }
  }

  #drawSelection(): void {
    const known = new Map(this.#shown?.points.map(({ id, name }) => [id, name]));
    const ids = this.#state.selected.filter((id) => known.has(id));
    const actions = {
      compare: () => this.#page.post({ type: 'compare', ids }),
      cite: () => this.#page.post({ type: 'cite', ids }),
      open: () => this.#page.post({ type: 'openModel', id: ids[0] ?? '' }),
      clear: () => {
        this.#select([]);
        this.#plot.querySelector<SVGElement>('[tabindex="0"]')?.focus();
      },
    };
    const names = ids.map((id) => known.get(id) ?? id);
    this.#selection.replaceChildren(...selectionTools(names, this.#words, actions));
  }

  /** The chart as it is seen, in colours for paper. */
  #export(): void {
    const shown = this.#shown;
    const chart = this.#make(paperColours, Math.min(1200, Math.max(700, this.#page.main.clientWidth)));
    if (shown && chart) {
      const file = landscapeFile(
        shown,
        this.#state.chart,
        chart,
        this.#chosen(chart),
        this.#axes(),
        this.#words,
      );
      this.#page.post({ type: 'exportSvg', name: this.#state.chart, svg: file });
    }
  }
}

new LandscapePage().start();
