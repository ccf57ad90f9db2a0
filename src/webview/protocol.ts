import type { Message, Shape } from './shape';
import { count, drawing, figure, list, messages, nullable, record, text, truth, word } from './shape';

/**
 * What webviews and the extension say to each other. Either side checks what comes in and drops what it does not know: a webview
 * shows text of strangers, and a window may outlive an update of the extension.
 */

/** A bibliography may be that long, and all of it be selected. */
const mostSelected = 100_000;

const cell = record({
  value: text,
  items: list(record({ text, own: truth })),
  doubt: text,
  source: text,
});

const comparison = record({
  columns: list(record({ id: text, name: text, released: text, work: text })),
  rows: list(
    record({
      id: text,
      label: text,
      section: word('architecture', 'training', 'publication', 'scores', 'links', 'notes'),
      separator: text,
      cells: list(cell),
      differs: truth,
    }),
  ),
});

const modality = word(
  'text',
  'image',
  'video',
  'audio',
  '3d',
  'document',
  'box',
  'mask',
  'retrieved-image',
  'action',
  'motion',
  'imu',
  'fmri',
);
const parts = list(record({ name: text, family: text }));

/** As much of a model as its picture needs. */
const drawnModel = record({
  id: text,
  name: text,
  inputs: list(modality),
  outputs: list(modality),
  architecture: record({
    encoders: parts,
    inputProjectors: parts,
    backbones: parts,
    outputProjectors: parts,
    generators: parts,
  }),
});

const score = record({ name: text, value: figure, doubt: text, ranked: truth });
const benchmark = record({ id: text, title: text, bars: list(score) });

const view = record({
  order: list(text),
  hidden: list(text),
  onlyDifferences: truth,
  transposed: truth,
});

/** What a webview is told of the draft that would be written into. */
const target = { draft: nullable(text), bibliography: nullable(text) };

/** Said to people, as text. */
const notice = { text, isError: truth };

const comparisonInbox = {
  show: { comparison, models: list(drawnModel), benchmarks: list(benchmark), view: nullable(view) },
  target,
  notice,
} as const;
export type ToComparison = Message<typeof comparisonInbox>;
export const isToComparison: Shape<ToComparison> = messages(comparisonInbox);

const table = { ids: list(text, 50), rows: list(text, 1000), transposed: truth };
const comparisonOutbox = {
  ready: {},
  /** Other columns, or in another order. */
  columns: { ids: list(text, 50) },
  addModels: { ids: list(text, 50) },
  insertTable: table,
  exportCsv: table,
  exportSvg: { name: text, svg: drawing },
  openModel: { id: text },
  cite: { ids: list(text, 50) },
} as const;
export type FromComparison = Message<typeof comparisonOutbox>;
export const isFromComparison: Shape<FromComparison> = messages(comparisonOutbox);

/** What a comparison keeps while it is hidden, and over a reload of the window. */
const comparisonState = record({ ids: list(text, 50), view: nullable(view) });
export type ComparisonState = typeof comparisonState extends Shape<infer T> ? T : never;
export const isComparisonState: Shape<ComparisonState> = comparisonState;

const landscapePoint = record({
  id: text,
  name: text,
  date: text,
  lane: count,
  series: count,
  detail: text,
  title: text,
  backbones: text,
  isLandmark: truth,
});
const landscapeColumn = record({
  id: text,
  title: text,
  cells: list(record({ model: text, name: text, row: text, series: count, value: figure, doubt: text })),
});

const landscapeInbox = {
  show: {
    lanes: list(text),
    /** With the query that finds a series; empty if none does. */
    series: list(record({ name: text, query: text })),
    points: list(landscapePoint),
    columns: list(landscapeColumn),
  },
  notice,
} as const;
export type ToLandscape = Message<typeof landscapeInbox>;
export const isToLandscape: Shape<ToLandscape> = messages(landscapeInbox);

const landscapeOutbox = {
  ready: {},
  openModel: { id: text },
  compare: { ids: list(text, 50) },
  cite: { ids: list(text, 50) },
  filter: { query: text },
  exportSvg: { name: text, svg: drawing },
} as const;
export type FromLandscape = Message<typeof landscapeOutbox>;
export const isFromLandscape: Shape<FromLandscape> = messages(landscapeOutbox);

const landscapeState = record({
  chart: word('timeline', 'scatter'),
  x: text,
  y: text,
  selected: list(text, 50),
  /** Name of the series that stands out; empty if none does. */
  series: text,
});
export type LandscapeState = typeof landscapeState extends Shape<infer T> ? T : never;
export const isLandscapeState: Shape<LandscapeState> = landscapeState;

const range = record({ start: count, end: count });
const row = record({
  id: text,
  name: text,
  nameMarks: list(range),
  detail: text,
  detailMarks: list(range),
  meta: list(text, 4),
  badges: list(word('cited', 'bibliography', 'survey', 'new', 'own', 'catalog')),
});
export type SearchRow = typeof row extends Shape<infer T> ? T : never;

const chip = record({ value: text, label: text, count, active: truth });
const scope = word('catalog', 'bibliography');
const sorting = word('relevance', 'newest', 'name', 'author', 'key');

const searchInbox = {
  /** The answer to the query with the same number: how many were found, and those from `start` on. May come several times. */
  results: {
    number: count,
    found: count,
    /** There are more than were looked for. */
    isCapped: truth,
    total: count,
    start: count,
    rows: list(row, 500),
    groups: list(record({ facet: text, label: text, short: text, chips: list(chip) })),
    problems: list(text),
    /** The bibliographies are still being read. */
    isPartial: truth,
  },
  rows: { number: count, start: count, rows: list(row, 500) },
  completions: { number: count, range, items: list(record({ text, label: text, detail: text })) },
  /** Asked for from outside. */
  setQuery: { query: text },
  /** The view was opened to type in it. */
  focus: {},
  /** Another part of the window had the focus for a moment, and the list has it again. */
  resume: {},
  /** Something that rows say has changed: ask again. */
  changed: {},
  target,
  notice,
} as const;
export type ToSearch = Message<typeof searchInbox>;
export const isToSearch: Shape<ToSearch> = messages(searchInbox);

/** What can be done with results. */
export const searchActions = [
  'cite',
  'citeTextual',
  'addToBibliography',
  'summary',
  'table',
  'compare',
  'open',
  'copyBibtex',
  'copyKey',
  'copyAs',
] as const;
export type SearchAction = (typeof searchActions)[number];

const searchOutbox = {
  ready: {},
  /** Wants rows from `start` on: those that are in sight. */
  query: { number: count, text, scope, sorting, start: count },
  rows: { number: count, start: count, count },
  complete: { number: count, text, offset: count },
  act: { action: word(...searchActions), scope, ids: list(text, mostSelected) },
} as const;
export type FromSearch = Message<typeof searchOutbox>;
export const isFromSearch: Shape<FromSearch> = messages(searchOutbox);

const searchState = record({
  text,
  scope,
  sorting,
  top: figure,
  active: figure,
  selected: list(text, mostSelected),
  /** The facet whose values are shown; empty if none is. */
  facet: text,
});
export type SearchState = typeof searchState extends Shape<infer T> ? T : never;
export const isSearchState: Shape<SearchState> = searchState;
