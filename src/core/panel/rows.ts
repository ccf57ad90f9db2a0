import type { BibRecord } from '../bibliography/record';
import type { Model, Work } from '../catalog/types';
import { monthNumber } from '../charts/scales';
import { highlight } from '../search/highlights';
import { parseQuery } from '../search/query';
import type { TextRange } from '../text';

/** What is said of a result at a glance. */
export const badges = ['cited', 'bibliography', 'survey', 'new', 'own', 'catalog'] as const;
export type Badge = (typeof badges)[number];

/** A result as the panel shows it; plain text, ranges are UTF-16 offsets. */
export interface PanelRow {
  /** Id of a model, or key of an entry. */
  readonly id: string;
  readonly name: string;
  readonly nameMarks: readonly TextRange[];
  readonly detail: string;
  readonly detailMarks: readonly TextRange[];
  /** Date, venue and backbone of a model, empty where there is none, and its own catalog; the key of an entry. */
  readonly meta: readonly string[];
  readonly badges: readonly Badge[];
}

/** What of a text a query matches. */
export type Marks = (text: string, isName: boolean) => readonly TextRange[];

/** @param words - what the query searches, without facets */
export function marksOf(words: string): Marks {
  const query = parseQuery(words);
  return query.wordCount === 0 ? () => [] : (text, isName) => highlight(text, query, isName);
}

export function modelRow(model: Model, work: Work, marks: Marks, shown: readonly Badge[]): PanelRow {
  const name = clean(model.name);
  const detail = clean(work.title);
  const backbone = model.architecture.backbones[0]?.family;
  return {
    id: model.id,
    name,
    nameMarks: marks(name, true),
    detail,
    detailMarks: marks(detail, false),
    meta: [
      model.released,
      work.venue ?? '',
      backbone ?? '',
      ...(model.origin ? [model.origin.name] : []),
    ].map(clean),
    badges: shown,
  };
}

export function entryRow(key: string, record: BibRecord, marks: Marks, shown: readonly Badge[]): PanelRow {
  const name = clean(record.title) || key;
  const detail = clean(
    [authors(record), record.year === undefined ? '' : String(record.year)].filter(Boolean).join(' · '),
  );
  return {
    id: key,
    name,
    nameMarks: marks(name, false),
    detail,
    detailMarks: marks(detail, false),
    meta: [clean(key)],
    badges: shown,
  };
}

/** Where models stand in a draft; by id. */
export interface DraftState {
  readonly cited: ReadonlySet<string>;
  readonly inBibliography: ReadonlySet<string>;
}

/** Models of the last months of a catalog are new. */
const newFor = 6;

/** Which models of a catalog are new: those of the half year before its newest. */
export function newModels(models: readonly Model[]): ReadonlySet<string> {
  const months = models.map(({ released }) => monthNumber(released) ?? 0);
  const newest = Math.max(0, ...months);
  return new Set(models.flatMap(({ id }, index) => (newest - (months[index] ?? 0) < newFor ? [id] : [])));
}

/** The badges of a model, the most important first. */
export function modelBadges(model: Model, draft: DraftState, fresh: ReadonlySet<string>): readonly Badge[] {
  const { survey } = model;
  return [
    ...(draft.cited.has(model.id) ? (['cited'] as const) : []),
    ...(draft.inBibliography.has(model.id) ? (['bibliography'] as const) : []),
    ...(survey.final || survey.v1 !== null ? (['survey'] as const) : []),
    ...(fresh.has(model.id) ? (['new'] as const) : []),
    ...(model.origin ? (['own'] as const) : []),
  ];
}

/** Control characters and line breaks would disturb a list of lines of one height. */
function clean(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, 500);
}

function authors({ authors: list }: BibRecord): string {
  const names = list.slice(0, 3).map(({ family }) => family);
  return list.length > 3 ? `${names.join(', ')} et al.` : names.join(', ');
}
