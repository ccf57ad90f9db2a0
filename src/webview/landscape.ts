import '@vscode-elements/elements/dist/vscode-button/index.js';
import { marker } from '../core/charts/markers';
import type { ChartColours } from '../core/charts/palette';
import { seriesStyle, themeColours } from '../core/charts/palette';
import { svg } from '../core/charts/svgNode';
import type { Chart } from '../core/charts/timeline';
import { chartFile, drawPoints } from './charts';
import { button, draw, element, listening, select } from './dom';
import type { Axes, Column, Shown } from './landscapeCharts';
import { landscapeChart, restOf } from './landscapeCharts';
import { filled, openPage, readWords } from './page';
import type { FromLandscape, LandscapeState, ToLandscape } from './protocol';
import { isLandscapeState, isToLandscape } from './protocol';
import type { LandscapeWords } from './words';

/** The landscape in its editor tab: a chart of all models, a legend, what the point in focus is, and what is selected. */
class LandscapePage {
  readonly #page = openPage<ToLandscape, FromLandscape, LandscapeState>(isToLandscape, isLandscapeState);
  readonly #words = readWords<LandscapeWords>();
  readonly #toolbar = element('div', { class: 'toolbar' });
  readonly #legend = element('div', { class: 'legend', role: 'group', 'aria-label': this.#words.backbones });
  readonly #chart = element('section', { class: 'scroll', 'aria-label': this.#words.chart });
  readonly #about = element('p', { class: 'about', 'aria-hidden': 'true' });
  readonly #selection = element('div', { class: 'toolbar selection' });
  #shown: Shown | undefined;
  #state: LandscapeState = this.#page.state ?? { chart: 'timeline', x: '', y: '', selected: [] };

  start(): void {
    const { main } = this.#page;
    main.append(
      element('h1', {}, this.#words.title),
      this.#toolbar,
      this.#legend,
      this.#about,
      this.#chart,
      this.#selection,
      element('p', { class: 'hint' }, this.#words.keys),
    );
    this.#page.listen((message) => {
      if (message.type === 'show') {
        this.#shown = message;
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
    this.#drawLegend();
    this.#drawChart();
    this.#drawSelection();
  }

  #drawToolbar(): void {
    const words = this.#words;
    const isScatter = this.#state.chart === 'scatter';
    const options = this.#columns().map(({ id, title }) => ({ value: id, text: title }));
    const [x, y] = this.#axes();
    this.#toolbar.replaceChildren(
      select(
        words.chart,
        [
          { value: 'timeline', text: words.timeline },
          { value: 'scatter', text: words.scatter },
        ],
        this.#state.chart,
        (chart) => {
          this.#change({ chart: chart === 'scatter' ? 'scatter' : 'timeline' });
          this.#draw();
          this.#toolbar.querySelector('select')?.focus();
        },
      ),
      ...(isScatter
        ? [
            element('span', { 'aria-hidden': 'true' }, words.across),
            select(words.across, options, x?.id ?? '', (id) => this.#setAxis({ x: id })),
            element('span', { 'aria-hidden': 'true' }, words.up),
            select(words.up, options, y?.id ?? '', (id) => this.#setAxis({ y: id })),
          ]
        : []),
      button(words.exportSvg, 'export', () => this.#export()),
    );
  }

  #setAxis(axis: Partial<LandscapeState>): void {
    this.#change(axis);
    this.#drawChart();
  }

  /** The columns with enough scores to be worth a chart. */
  #columns(): readonly Column[] {
    return this.#shown?.columns.filter(({ cells }) => cells.length > 1) ?? [];
  }

  #axes(): Axes {
    const columns = this.#columns();
    const find = (id: string): Column | undefined => columns.find((column) => column.id === id);
    // At first the two with the most scores.
    const [most, second] = [...columns].sort((a, b) => b.cells.length - a.cells.length);
    return [find(this.#state.x) ?? most, find(this.#state.y) ?? second];
  }

  #drawLegend(): void {
    const items = (this.#shown?.series ?? []).map(({ name, query }, index) => {
      const { shape, colour } = seriesStyle(index, themeColours, this.#shown && restOf(this.#shown));
      const key = svg(
        'svg',
        { width: 14, height: 14, 'aria-hidden': 'true' },
        marker(shape, 7, 7, 4.5, { fill: colour }),
      );
      const item = element(
        'button',
        { type: 'button', class: 'legend-item', disabled: query === '' },
        draw(key),
        name,
      );
      return listening(item, { click: () => this.#page.post({ type: 'filter', query }) });
    });
    const all = element('button', { type: 'button', class: 'legend-item' }, this.#words.showAll);
    this.#legend.replaceChildren(
      ...items,
      listening(all, { click: () => this.#page.post({ type: 'filter', query: '' }) }),
    );
  }

  #make(colours: ChartColours): Chart | undefined {
    const width = Math.max(300, this.#page.main.clientWidth - 4);
    return (
      this.#shown &&
      landscapeChart(this.#shown, this.#state.chart, this.#axes(), { colours, width, words: this.#words })
    );
  }

  #drawChart(): void {
    if (!this.#shown || this.#page.main.clientWidth === 0) {
      return;
    }
    const chart = this.#make(themeColours);
    if (!chart) {
      this.#chart.replaceChildren(element('p', { class: 'empty' }, this.#words.noPoints));
      return;
    }
    const selected = new Set(this.#state.selected);
    const chosen = chart.points.flatMap(({ id }) => (selected.has(this.#modelOf(id)) ? [id] : []));
    this.#chart.replaceChildren(
      drawPoints(
        chart.picture,
        chart.points,
        {
          show: (id) => this.#tell(id),
          choose: (id, more) => this.#choose(this.#modelOf(id), more),
          open: (id) => this.#page.post({ type: 'openModel', id: this.#modelOf(id) }),
        },
        new Set(chosen),
      ),
    );
  }

  /** A point of the scatter is a variant of a model. */
  #modelOf(id: string): string {
    if (this.#state.chart === 'timeline') {
      return id;
    }
    const cells = this.#shown?.columns.flatMap((column) => column.cells) ?? [];
    return cells.find(({ row }) => row === id)?.model ?? id;
  }

  #tell(id: string): void {
    const option = [...this.#chart.querySelectorAll('[role="option"]')].find(
      (each) => each instanceof SVGElement && each.dataset['id'] === id,
    );
    this.#about.textContent = option?.getAttribute('aria-label') ?? '';
  }

  #choose(model: string, more: boolean): void {
    const { selected } = this.#state;
    const name = this.#nameOf(model);
    if (more) {
      this.#change({
        selected: selected.includes(model) ? selected.filter((each) => each !== model) : [...selected, model],
      });
    } else {
      this.#change({ selected: [model] });
      this.#page.post({ type: 'filter', query: `"${name.replaceAll('"', '')}"` });
    }
    for (const option of this.#chart.querySelectorAll<SVGElement>('[role="option"]')) {
      const isSelected = this.#state.selected.includes(this.#modelOf(option.dataset['id'] ?? ''));
      option.setAttribute('aria-selected', String(isSelected));
    }
    this.#drawSelection();
  }

  #nameOf(model: string): string {
    return this.#shown?.points.find(({ id }) => id === model)?.name ?? model;
  }

  #drawSelection(): void {
    const words = this.#words;
    const ids = this.#state.selected.filter((id) => this.#shown?.points.some((point) => point.id === id));
    if (ids.length === 0) {
      this.#selection.replaceChildren();
      return;
    }
    const names = ids.map((id) => this.#nameOf(id)).join(', ');
    this.#selection.replaceChildren(
      element('span', { role: 'status' }, filled(words.selection, ids.length, names)),
      button(words.compare, 'diff', () => this.#page.post({ type: 'compare', ids }), { secondary: false }),
      button(words.cite, 'quote', () => this.#page.post({ type: 'cite', ids })),
      button(words.open, 'info', () => this.#page.post({ type: 'openModel', id: ids[0] ?? '' })),
      button(words.clear, 'clear-all', () => {
        this.#change({ selected: [] });
        this.#drawChart();
        this.#drawSelection();
      }),
    );
  }

  #export(): void {
    const series = this.#shown?.series.map(({ name }) => name) ?? [];
    if (this.#make(themeColours)) {
      const file = chartFile(
        (colours) => this.#make(colours)?.picture ?? svg('svg', {}),
        series,
        this.#shown && restOf(this.#shown),
      );
      this.#page.post({ type: 'exportSvg', name: this.#state.chart, svg: file });
    }
  }
}

new LandscapePage().start();
