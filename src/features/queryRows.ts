import * as vscode from 'vscode';
import type { CatalogQueries, QueryResult } from '../core/queries/catalogQueries';
import type { QueryCompletions } from '../core/queries/completeQuery';
import type { QueryProblem } from '../core/queries/problems';
import type { TextRange } from '../core/text';
import { contextKeys } from '../ids';
import { labelText } from '../vscode/labelText';
import { facetLabel, problemText, valueLabel } from './labels';

/** A row about the query itself: choosing it changes the text. */
export interface QueryRow extends vscode.QuickPickItem {
  /** The text afterwards; absent if there is nothing to put right. */
  readonly query?: string;
}

/** The rows above what was found. */
export interface QueryRows {
  readonly problems: readonly QueryRow[];
  readonly completions: readonly QueryRow[];
  /** A value is being typed and is not one yet, so that the first completion is what is meant. */
  readonly isTyping: boolean;
}

/** More values are soon reached by typing on. */
const mostCompletions = 8;
/** Shorter words begin the names of many things. */
const shortestName = 3;

/**
 * What can be said about a query that was typed up to its end: VS Code does not tell where the cursor is.
 *
 * @param names - whether names of properties are offered even before anything is typed
 */
export function queryRows(
  queries: CatalogQueries,
  text: string,
  result: Pick<QueryResult, 'problems'>,
  names = false,
): QueryRows {
  const found = queries.complete(text, text.length);
  const typed = found ? text.slice(found.range.start, found.range.end) : '';
  const isValue = found?.items[0]?.count !== undefined;
  const isOffered = isValue || names || typed.length >= shortestName;
  const items = (isOffered ? (found?.items ?? []) : []).filter((item) => item.text !== typed);
  const isComplete = items.length < (found?.items.length ?? 0);
  return {
    problems: result.problems.filter(({ unfinished }) => !unfinished).map((each) => problemRow(text, each)),
    completions: items.slice(0, mostCompletions).map((item) => completionRow(text, found, item)),
    isTyping: isValue && items.length > 0 && !isComplete,
  };
}

function problemRow(text: string, problem: QueryProblem): QueryRow {
  const { suggestion, range } = problem;
  return {
    label: labelText(problemText(problem)),
    iconPath: new vscode.ThemeIcon('warning'),
    alwaysShow: true,
    ...(suggestion !== undefined && { query: replaced(text, range, suggestion) }),
  };
}

function completionRow(
  text: string,
  found: QueryCompletions | undefined,
  item: QueryCompletions['items'][number],
): QueryRow {
  const isValue = item.count !== undefined;
  const range = found?.range ?? { start: text.length, end: text.length };
  return {
    label: labelText(isValue ? valueLabel(item) : item.text),
    iconPath: new vscode.ThemeIcon(isValue ? 'filter' : 'symbol-property'),
    description: isValue ? vscode.l10n.t('{0} models', item.count ?? 0) : facetLabel(item.facet),
    alwaysShow: true,
    // The next part can be typed at once, behind a space.
    query: replaced(text, range, item.text) + (isValue && range.end === text.length ? ' ' : ''),
  };
}

function replaced(text: string, { start, end }: TextRange, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** Tells key bindings whether there is something that Tab completes. */
export function setCanComplete(value: boolean): void {
  void vscode.commands.executeCommand('setContext', contextKeys.canCompleteQuery, value);
}
