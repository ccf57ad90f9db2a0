import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import { views } from '../ids';
import type { CatalogFile } from '../vscode/catalogFile';
import type { DraftCitations } from '../vscode/draftCitations';
import type { ActiveDraft } from '../vscode/drafts';
import type { EntrySearches } from '../vscode/entrySearches';
import type { Queries } from '../vscode/queries';
import { webviewHtml, webviewRoot } from '../vscode/webviewHtml';
import type { WritingTarget } from '../vscode/writingTarget';
import type { FromSearch, SearchAction, ToSearch } from '../webview/protocol';
import { isFromSearch } from '../webview/protocol';
import { facetLabel, valueLabel } from './labels';
import { draftState, searchedDraft } from './searchedDraft';
import type { SearchResults } from './searchResults';
import { searchCatalog, searchEntries } from './searchResults';
import { searchWords } from './webviewWords';

export interface SearchPanelServices {
  readonly extensionUri: vscode.Uri;
  readonly catalogFile: CatalogFile;
  readonly queries: Queries;
  readonly library: Library;
  readonly citations: DraftCitations;
  readonly entrySearches: EntrySearches;
  readonly active: ActiveDraft;
  readonly target: WritingTarget;
  /** @param scope - says whether `ids` are those of models or keys of entries */
  act(action: SearchAction, scope: 'catalog' | 'bibliography', ids: readonly string[]): Thenable<unknown>;
}

/** So many rows are sent with the answer to a query. */
const firstRows = 60;
const mostCompletions = 10;
/** What rows say of the draft follows after this time (milliseconds). */
const delay = 500;

type Query = Extract<FromSearch, { type: 'query' }>;

/** The search of catalog and bibliography, a view beside the draft. */
export class SearchPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  #view: vscode.WebviewView | undefined;
  #results: SearchResults | undefined;
  #newest = 0;
  #wanted: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly services: SearchPanelServices) {}

  register(): vscode.Disposable {
    return vscode.window.registerWebviewViewProvider(views.search, this);
  }

  /** Shows the view, with a query if one is given. */
  async open(argument: unknown): Promise<{ query: string; count: number } | undefined> {
    const query = (argument as { query?: unknown } | undefined)?.query;
    this.#wanted = typeof query === 'string' ? query : undefined;
    await vscode.commands.executeCommand(`${views.search}.focus`);
    if (this.#wanted !== undefined && this.#view) {
      this.show(this.#wanted);
    }
    return typeof query === 'string'
      ? { query, count: (await this.services.queries.get()).run(query, { limit: 0 }).count }
      : undefined;
  }

  /** Puts a query into the view if it is open, without taking the focus. */
  show(query: string): void {
    this.#post({ type: 'setQuery', query });
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { extensionUri } = this.services;
    const words = searchWords();
    this.#view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [webviewRoot(extensionUri)] };
    const receiving = view.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromSearch(message)) {
        this.#receive(message).catch((error: unknown) =>
          this.#post({
            type: 'notice',
            text: error instanceof Error ? error.message : String(error),
            isError: true,
          }),
        );
      }
    });
    const watching = this.services.target.watch((target) => this.#post({ type: 'target', ...target }));
    view.onDidDispose(() => {
      receiving.dispose();
      watching.dispose();
      this.#view = undefined;
    });
    view.webview.html = webviewHtml(view.webview, extensionUri, {
      script: 'search',
      title: words.title,
      words,
    });
  }

  /** Something that rows say may have changed, e.g. by a key press in the draft. */
  refresh(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#view?.visible === true) {
        this.#post({ type: 'changed' });
      }
    }, delay);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #post(message: ToSearch): void {
    void this.#view?.webview.postMessage(message);
  }

  async #receive(message: FromSearch): Promise<void> {
    switch (message.type) {
      case 'ready':
        if (this.#wanted !== undefined) {
          this.show(this.#wanted);
        }
        this.#post({ type: 'target', ...(await this.services.target.get()) });
        return;
      case 'query':
        return this.#query(message);
      case 'rows': {
        const rows = this.#results?.rows(message.start, Math.min(message.count, 200)) ?? [];
        if (message.number === this.#newest) {
          this.#post({ type: 'rows', number: message.number, start: message.start, rows });
        }
        return;
      }
      case 'complete':
        return this.#complete(message);
      case 'act':
        await this.services.act(message.action, message.scope, message.ids);
    }
  }

  async #query({ number, text, scope, sorting }: Query): Promise<void> {
    this.#newest = number;
    const { active, library, citations } = this.services;
    const draft = await searchedDraft(active, library, citations);
    if (scope === 'catalog') {
      const [queries, catalog] = await Promise.all([
        this.services.queries.get(),
        this.services.catalogFile.get(),
      ]);
      const found = searchCatalog(queries, catalog, text, sorting, draftState(draft, catalog));
      this.#answer(number, found, false);
      return;
    }
    if (!draft) {
      this.#answer(number, undefined, false);
      return;
    }
    const entries = this.services.entrySearches.of(draft.library);
    const indexing = this.services.entrySearches.update(entries, draft.library);
    const answer = (): void =>
      this.#answer(number, searchEntries(entries, draft.library, text, draft.cited), !entries.isReady);
    if (!entries.isReady) {
      answer();
      await indexing;
    }
    answer();
  }

  /** Answers unless something else has been asked since. */
  #answer(number: number, results: SearchResults | undefined, isPartial: boolean): void {
    if (number !== this.#newest) {
      return;
    }
    this.#results = results;
    this.#post({
      type: 'results',
      number,
      found: results?.found ?? 0,
      total: results?.total ?? 0,
      rows: results?.rows(0, firstRows) ?? [],
      groups: results?.groups ?? [],
      problems: results?.problems ?? [],
      isPartial,
    });
  }

  async #complete({ number, text, offset }: Extract<FromSearch, { type: 'complete' }>): Promise<void> {
    const found = (await this.services.queries.get()).complete(text, offset);
    this.#post({
      type: 'completions',
      number,
      range: found?.range ?? { start: offset, end: offset },
      items: (found?.items ?? []).slice(0, mostCompletions).map((item) => ({
        text: item.text,
        label: item.count === undefined ? item.text : valueLabel(item),
        detail: item.count === undefined ? facetLabel(item.facet) : String(item.count),
      })),
    });
  }
}
