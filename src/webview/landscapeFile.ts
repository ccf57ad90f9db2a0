import type { ChartColours } from '../core/charts/palette';
import type { SvgNode } from '../core/charts/svgNode';
import type { Chart } from '../core/charts/timeline';
import { chartFile } from './charts';
import type { Axes, Shown } from './landscapeCharts';
import { namesIn, restOf } from './landscapeCharts';
import { legendItems } from './landscapeLegend';
import { filled } from './page';
import type { LandscapeState } from './protocol';
import type { LandscapeWords } from './words';

/**
 * The landscape as an SVG file, with its legend and the names of what is selected.
 *
 * @param chart - drawn in colours for paper
 */
export function landscapeFile(
  shown: Shown,
  kind: LandscapeState['chart'],
  chart: Chart,
  selected: ReadonlySet<string>,
  [x, y]: Axes,
  words: LandscapeWords,
): string {
  const count = chart.points.length;
  const description =
    kind === 'scatter'
      ? filled(words.scatterAbout, count, x?.title ?? '', y?.title ?? '')
      : filled(words.timelineAbout, count);
  const { picture } = chart;
  const withNames = (colours: ChartColours): SvgNode => ({
    ...picture,
    children: [...picture.children, namesIn(chart, selected, colours)],
  });
  return chartFile(withNames, legendItems(shown, chart, words), {
    mutedFrom: restOf(shown),
    description,
  });
}
