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
  series: ['blue', 'orange', 'green', 'purple', 'red', 'yellow'].map(
    (name) => `var(--vscode-charts-${name})`,
  ),
};

export const markerShapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'] as const;
export type MarkerShape = (typeof markerShapes)[number];

/** How one series looks. Each of the first 36 differs from the others in shape or colour, neighbours in both. */
export interface SeriesStyle {
  readonly colour: string;
  readonly shape: MarkerShape;
}

/** @param index - of the series, from 0 */
export function seriesStyle(index: number, colours: ChartColours): SeriesStyle {
  const round = Math.floor(index / markerShapes.length);
  return {
    colour: colours.series[index % colours.series.length] ?? colours.text,
    shape: markerShapes[(index + round) % markerShapes.length] ?? 'circle',
  };
}

/** Colours in which every `var(...)` is replaced by what it stands for. */
export function resolvedColours(colours: ChartColours, valueOf: (variable: string) => string): ChartColours {
  const resolved = (colour: string): string => {
    const variable = /^var\((--[\w-]+)\)$/.exec(colour)?.[1];
    return variable === undefined ? colour : valueOf(variable) || 'gray';
  };
  return {
    text: resolved(colours.text),
    muted: resolved(colours.muted),
    line: resolved(colours.line),
    background: resolved(colours.background),
    accent: resolved(colours.accent),
    series: colours.series.map(resolved),
  };
}
