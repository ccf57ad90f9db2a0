import * as vscode from 'vscode';
import type { CatalogQueries } from '../core/queries/catalogQueries';
import type { QueryRow } from './queryRows';
import { queryRows, setCanComplete } from './queryRows';

/** An input for a query, with what can stand next as rows below it. */
export class QueryInput implements vscode.Disposable {
  readonly #pick = vscode.window.createQuickPick<QueryRow>();
  readonly #queries: CatalogQueries;

  constructor(queries: CatalogQueries, title: string, query: string) {
    this.#queries = queries;
    this.#pick.title = title;
    this.#pick.placeholder = vscode.l10n.t('Words, in:video backbone:vicuna year:2024.. -tool "a phrase"');
    // A space behind what is there, so that typing adds to it.
    this.#pick.value = query === '' ? '' : `${query} `;
  }

  /** @returns the query, or `undefined` if the input was left */
  ask(): Promise<string | undefined> {
    const pick = this.#pick;
    return new Promise((resolve) => {
      pick.onDidChangeValue(() => this.#render());
      pick.onDidAccept(() => {
        const row = pick.activeItems[0];
        if (row?.query === undefined || row.query === pick.value) {
          resolve(pick.value.trim());
          pick.hide();
        } else {
          this.#set(row.query);
        }
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
      this.#render();
    });
  }

  /** Completes what is being typed. */
  complete(): void {
    const isHelp = ({ query }: QueryRow): boolean => query !== undefined && query !== this.#pick.value;
    const row = this.#pick.activeItems.find(isHelp) ?? this.#pick.items.find(isHelp);
    if (row?.query !== undefined) {
      this.#set(row.query);
    }
  }

  dispose(): void {
    setCanComplete(false);
    this.#pick.dispose();
  }

  #set(query: string): void {
    this.#pick.value = query;
    this.#render();
  }

  #render(): void {
    const { value } = this.#pick;
    const result = this.#queries.run(value);
    const { problems, completions, isTyping } = queryRows(this.#queries, value, result, true);
    const total = this.#queries.run('').count;
    const done: QueryRow = {
      label: `$(check) ${vscode.l10n.t('Show {0} of {1} models', result.count, total)}`,
      query: value,
      alwaysShow: true,
    };
    this.#pick.items = [done, ...problems, ...completions];
    this.#pick.activeItems = isTyping ? completions.slice(0, 1) : [done];
    setCanComplete([...problems, ...completions].some(({ query }) => query !== undefined));
  }
}
