import { bars } from '../core/charts/bars';
import type { ChartColours } from '../core/charts/palette';
import { themeColours } from '../core/charts/palette';
import type { SvgNode } from '../core/charts/svgNode';
import { timeline } from '../core/charts/timeline';
import { pipelinesSvg } from '../core/comparison/pipelines';
import { chartFile, drawPoints } from './charts';
import { button, draw, element } from './dom';
import type { FromComparison, ToComparison } from './protocol';
import type { ComparisonWords } from './words';

type Shown = Extract<ToComparison, { type: 'show' }>;
type Post = (message: FromComparison) => void;

/** The pictures below the table, each with a button that writes it into a file. */
export function comparisonCharts(
  { models, benchmarks, comparison }: Shown,
  words: ComparisonWords,
  width: number,
  post: Post,
): HTMLElement[] {
  const pipelines = (colours: ChartColours): SvgNode =>
    pipelinesSvg(
      models,
      {
        title: words.pipelines,
        inputs: words.inputs,
        outputs: words.outputs,
        notReported: words.unknown,
        stage: {
          encoder: words.encoder,
          inputProjector: words.inputProjector,
          backbone: words.backbone,
          outputProjector: words.outputProjector,
          generator: words.generator,
        },
      },
      colours,
      Math.min(1100, width),
    );
  const dates = (colours: ChartColours): ReturnType<typeof timeline> =>
    timeline(
      comparison.columns.map(({ id, name, released }) => ({
        id,
        name,
        date: released,
        lane: 0,
        series: 0,
        detail: '',
      })),
      { title: words.timeline, lanes: [''], series: [], colours, width: Math.min(1100, width) },
    );
  const { picture, points } = dates(themeColours);
  const open = (id: string): void => post({ type: 'openModel', id });
  const dated = drawPoints(picture, points, { show: () => undefined, choose: open, open }, new Set());
  return [
    section(words.pipelines, [draw(pipelines(themeColours))], () => chartFile(pipelines, []), 'pipelines'),
    scores(),
    section(words.timeline, [dated], () => chartFile((colours) => dates(colours).picture, []), 'timeline'),
  ];

  function section(
    title: string,
    pictures: readonly Element[],
    file: () => string,
    name: string,
  ): HTMLElement {
    const heading = element('h2', {}, title);
    const exported = button(words.exportSvg, 'export', () => post({ type: 'exportSvg', name, svg: file() }));
    exported.setAttribute('aria-label', `${words.exportSvg}: ${title}`);
    return element(
      'section',
      { class: 'chart', 'aria-label': title },
      element('div', { class: 'chart-head' }, heading, exported),
      element('div', { class: 'scroll' }, ...pictures),
    );
  }

  function scores(): HTMLElement {
    const chart = (index: number, colours: ChartColours): SvgNode => {
      const benchmark = benchmarks[index];
      return bars(benchmark?.bars ?? [], {
        title: benchmark?.title ?? '',
        colours,
        width: Math.min(460, width),
        notRanked: words.notRanked,
        id: `hatching-${index}`,
      });
    };
    const figures = benchmarks.map(({ id, title }, index) => {
      const exported = button('', 'export', () =>
        post({ type: 'exportSvg', name: id, svg: chartFile((colours) => chart(index, colours), []) }),
      );
      exported.setAttribute('aria-label', `${words.exportSvg}: ${title}`);
      exported.setAttribute('icon-only', '');
      return element('figure', { class: 'bars' }, draw(chart(index, themeColours)), exported);
    });
    return element(
      'section',
      { class: 'chart', 'aria-label': words.scores },
      element('h2', {}, words.scores),
      figures.length === 0
        ? element('p', { class: 'hint' }, words.noScores)
        : element('div', { class: 'figures' }, ...figures),
    );
  }
}
