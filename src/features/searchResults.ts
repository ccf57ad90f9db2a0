import * as vscode from 'vscode';
import type { Model } from '../core/catalog/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import { chipGroups } from '../core/panel/chips';
import type { DraftState, PanelRow } from '../core/panel/rows';
import { entryRow, marksOf, modelBadges, modelRow, newModels } from '../core/panel/rows';
import type { Marks } from '../core/panel/rows';
import type { Sorting } from '../core/panel/sorting';
import { sortedKeys, sortedModels } from '../core/panel/sorting';
import type { FacetId } from '../core/facets/facets';
import { searchedWords } from '../core/queries/filter';
import type { TextRange } from '../core/text';
import type { EntrySearch } from '../core/search/entrySearch';
import type { Catalog } from '../core/catalog/catalog';
import type { CatalogQueries } from '../core/queries/catalogQueries';
import { facetLabel, problemText, valueLabel } from './labels';
import type { SearchedDraft } from './searchedDraft';

/** What a query found; rows are made as they are needed. */
export interface SearchResults {
  readonly found: number;
  /** There are more, which were not looked for. */
  readonly isCapped: boolean;
  readonly total: number;
  readonly problems: readonly string[];
  readonly groups: readonly {
    readonly facet: string;
    readonly label: string;
    /** For where there is little room. */
    readonly short: string;
    readonly chips: readonly {
      readonly value: string;
      readonly label: string;
      readonly count: number;
      readonly active: boolean;
    }[];
  }[];
  /** @param start - from 0; at most `count` rows */
  rows(start: number, count: number): readonly PanelRow[];
}

export interface Completions {
  readonly range: TextRange;
  readonly items: readonly { readonly text: string; readonly label: string; readonly detail: string }[];
}

const chipsShown = 30;
const mostCompletions = 10;
/** More are not read; typing on narrows them. An empty query finds all. */
const mostFound = 1000;

/**
 * Finds models of the catalog.
 *
 * @param draft - is asked whenever rows are made
 */
export function searchCatalog(
  queries: CatalogQueries,
  catalog: Catalog,
  text: string,
  sorting: Sorting,
  draft: () => DraftState,
): SearchResults {
  const result = queries.run(text);
  const models = sortedModels(
    result.hits.map(({ model }) => model),
    sorting,
  );
  const marks = marksOf(searchedWords(result.query));
  const fresh = newModels(catalog.models);
  const row = (model: Model): PanelRow =>
    modelRow(model, catalog.workOf(model), marks, modelBadges(model, draft(), fresh));
  return {
    found: models.length,
    isCapped: false,
    total: catalog.models.length,
    problems: result.problems.filter(({ unfinished }) => !unfinished).map(problemText),
    groups: chipGroups(result, queries, chipsShown).map(({ facet, chips }) => ({
      facet,
      label: facetLabel(facet),
      short: shortLabel(facet),
      chips: chips.map((chip) => ({ ...chip, label: valueLabel(chip) })),
    })),
    rows: (start, count) => models.slice(start, start + count).map(row),
  };
}

function shortLabel(facet: FacetId): string {
  const labels: Partial<Record<FacetId, string>> = {
    backbone: vscode.l10n.t('Backbone'),
    encoder: vscode.l10n.t('Encoder'),
    inputProjector: vscode.l10n.t('Projector'),
    survey: vscode.l10n.t('Survey'),
  };
  return labels[facet] ?? facetLabel(facet);
}

/** Finds entries of a draft's bibliographies, as far as they are indexed. */
export function searchEntries(
  entries: EntrySearch,
  { library, cited }: SearchedDraft,
  text: string,
  sorting: Sorting,
): SearchResults {
  const isAll = text.trim() === '';
  const total = entries.size;
  const hits = entries.search(text, { limit: isAll ? total : mostFound + 1 });
  const found = hits.slice(0, isAll ? total : mostFound).map(({ key }) => key);
  const keys = sortedKeys(found, sorting, (key) => entries.orderOf(key));
  const marks = marksOf(text);
  return {
    found: keys.length,
    isCapped: hits.length > keys.length,
    total,
    problems: [],
    groups: [],
    rows: (start, count) =>
      keys.slice(start, start + count).map((key) => rowOfEntry(key, library, entries, marks, cited)),
  };
}

/** What a query can go on with at an offset (UTF-16 units), and the range that this would replace. */
export function completionsOf(queries: CatalogQueries, text: string, offset: number): Completions {
  const found = queries.complete(text, offset);
  return {
    range: found?.range ?? { start: offset, end: offset },
    items: (found?.items ?? []).slice(0, mostCompletions).map((item) => ({
      text: item.text,
      label: item.count === undefined ? item.text : valueLabel(item),
      detail: item.count === undefined ? facetLabel(item.facet) : String(item.count),
    })),
  };
}

function rowOfEntry(
  key: string,
  library: DraftLibrary,
  entries: EntrySearch,
  marks: Marks,
  cited: ReadonlySet<string>,
): PanelRow {
  const index = library.indexes.find((each) => each.get(key));
  const entry = index?.get(key);
  const badges = [
    ...(cited.has(key) ? (['cited'] as const) : []),
    ...(entries.workOf(key) === undefined ? [] : (['catalog'] as const)),
  ];
  return index && entry
    ? entryRow(key, index.record(entry), marks, badges)
    : {
        id: key,
        name: key,
        nameMarks: [],
        detail: vscode.l10n.t('no longer there'),
        detailMarks: [],
        meta: [],
        badges,
      };
}
