import * as vscode from 'vscode';
import { contextKeys } from '../ids';
import type { Queries } from '../vscode/queries';
import { problemText } from './labels';
import { QueryInput } from './queryInput';
import type { TreeState } from './treeState';

/** What a filter did; the result of the command. */
export interface FilterResult {
  readonly query: string;
  /** Models that are shown. */
  readonly count: number;
  readonly total: number;
  /** What is wrong with the query, in the user's language. */
  readonly problems: readonly string[];
}

/** Filters the tree by queries, and says in the view what is shown. */
export class FilterTree implements vscode.Disposable {
  readonly #queries: Queries;
  readonly #state: TreeState;
  readonly #view: Pick<vscode.TreeView<unknown>, 'message'>;
  #input: QueryInput | undefined;

  constructor(queries: Queries, state: TreeState, view: Pick<vscode.TreeView<unknown>, 'message'>) {
    this.#queries = queries;
    this.#state = state;
    this.#view = view;
  }

  /**
   * @param argument - `{ query }`, empty to show all; without it the user is asked
   * @returns `undefined` if the user left the input
   */
  async run(argument: unknown): Promise<FilterResult | undefined> {
    const given = (argument as { query?: unknown } | undefined)?.query;
    const query = typeof given === 'string' ? given : await this.#ask();
    return query === undefined ? undefined : this.apply(query);
  }

  /** Shows what a query finds; everything for an empty one. */
  async apply(query: string): Promise<FilterResult> {
    const queries = await this.#queries.get();
    const { hits, count, problems } = queries.run(query);
    const total = queries.run('').count;
    const isFilter = query.trim() !== '';
    this.#state.filter = isFilter
      ? { query: query.trim(), models: new Set(hits.map(({ model }) => model)) }
      : undefined;
    const result: FilterResult = { query: query.trim(), count, total, problems: problems.map(problemText) };
    this.#view.message = isFilter ? messageOf(result) : '';
    await vscode.commands.executeCommand('setContext', contextKeys.treeFiltered, isFilter);
    return result;
  }

  /** Completes what is being typed into the input, if it is open. */
  completeQuery(): void {
    this.#input?.complete();
  }

  dispose(): void {
    this.#input?.dispose();
  }

  async #ask(): Promise<string | undefined> {
    const title = vscode.l10n.t('Filter Models');
    const input = new QueryInput(await this.#queries.get(), title, this.#state.filter?.query ?? '');
    this.#input = input;
    try {
      return await input.ask();
    } finally {
      this.#input = undefined;
      input.dispose();
    }
  }
}

function messageOf({ query, count, total, problems }: FilterResult): string {
  const found = vscode.l10n.t('{0} of {1} models: {2}', count, total, query);
  return [found, ...problems.map((problem) => `⚠ ${problem}`)].join('\n');
}
