/** The colours of a chart, as SVG writes them; a page passes its theme's variables, a file what they stand for. */
export interface ChartColours {
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly background: string;
  readonly accent: string;
  /** Told apart by who sees all colours; {@link markerShapes} tell series apart for everybody. */
  readonly series: readonly string[];
}

/** VS Code's own colours for charts, which every theme has. */
export const themeColours: ChartColours = {
  text: 'var(--vscode-foreground)',
  muted: 'var(--vscode-descriptionForeground)',
  line: 'var(--vscode-charts-lines)',
  background: 'var(--vscode-editor-background)',
  accent: 'var(--vscode-focusBorder)',
  // Not the charts' orange: some themes make it a dark brown, which cannot be seen on their own background.
  series: [
    'charts-blue',
    'charts-yellow',
    'charts-green',
    'charts-purple',
    'charts-red',
    'terminal-ansiCyan',
  ].map((name) => `var(--vscode-${name})`),
};

/**
 * For a file that goes into a paper: dark enough on white (3 to 1 and more for marks, 4.5 to 1 for text), whatever the theme of the
 * window is; neighbours differ for the colour-blind as well.
 */
export const paperColours: ChartColours = {
  text: '#1a1a1a',
  muted: '#5c5c5c',
  line: '#c8c8c8',
  background: '#ffffff',
  accent: '#0060a8',
  series: ['#0072b2', '#a67700', '#00805c', '#9a4f96', '#c44601', '#2f8799'],
};

/** Of the system: a file brings no fonts along, and these exist where it may be opened. */
export const fontFamily = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif";

const markerShapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'] as const;
/** The last two are for the rest, which stands back. */
export type MarkerShape = (typeof markerShapes)[number] | 'dot' | 'bar';

/** How one series looks. Each of the first 36 differs from the others in shape or colour, neighbours in both. */
export interface SeriesStyle {
  readonly colour: string;
  readonly shape: MarkerShape;
}

/**
 * @param index - of the series, from 0
 * @param mutedFrom - series from this one on are the rest, which does not stand out
 */
export function seriesStyle(index: number, colours: ChartColours, mutedFrom = Infinity): SeriesStyle {
  if (index >= mutedFrom) {
    return { colour: colours.muted, shape: index === mutedFrom ? 'dot' : 'bar' };
  }
  const round = Math.floor(index / markerShapes.length);
  return {
    colour: colours.series[index % colours.series.length] ?? colours.text,
    shape: markerShapes[(index + round) % markerShapes.length] ?? 'circle',
  };
}
