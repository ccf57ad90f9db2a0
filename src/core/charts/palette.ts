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

export const markerShapes = ['circle', 'square', 'triangle', 'diamond', 'cross', 'plus'] as const;
export type MarkerShape = (typeof markerShapes)[number];

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
    return { colour: colours.muted, shape: index === mutedFrom ? 'circle' : 'cross' };
  }
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
