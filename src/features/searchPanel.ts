import * as vscode from 'vscode';
import { views } from '../ids';
import type { CatalogFile } from '../vscode/catalogFile';
import type { EntrySearches } from '../vscode/entrySearches';
import type { Queries } from '../vscode/queries';
import { webviewHtml, webviewRoot } from '../vscode/webviewHtml';
import type { WritingTarget } from '../vscode/writingTarget';
import type { FromSearch, ToSearch } from '../webview/protocol';
import { isFromSearch } from '../webview/protocol';
import type { SearchActs } from './searchActs';
import type { KnownDraft, SearchedDrafts } from './searchedDraft';
import type { SearchResults } from './searchResults';
import { completionsOf, searchCatalog, searchEntries } from './searchResults';
import { searchWords } from './webviewWords';

export interface SearchPanelServices {
  readonly extensionUri: vscode.Uri;
  readonly catalogFile: CatalogFile;
  readonly queries: Queries;
  readonly drafts: SearchedDrafts;
  readonly entrySearches: EntrySearches;
  readonly target: WritingTarget;
  readonly acts: SearchActs;
}

/** So many rows are sent with the answer to a query. */
const firstRows = 60;
/** What rows say of the draft follows after this time (milliseconds). */
const delay = 500;

/** A draft that cannot be read is none; what is wrong with it is said elsewhere. */
const noTarget = { draft: null, bibliography: null };

type Query = Extract<FromSearch, { type: 'query' }>;

/** The search of catalog and bibliography, a view beside the draft. */
export class SearchPanel implements vscode.WebviewViewProvider, vscode.Disposable {
  #view: vscode.WebviewView | undefined;
  #results: SearchResults | undefined;
  #newest = 0;
  /** To be told to the page as soon as it is there. */
  #wanted: ToSearch[] = [];
  #isReady = false;
  #isTargetTold = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly services: SearchPanelServices) {}

  register(): vscode.Disposable {
    return vscode.window.registerWebviewViewProvider(views.search, this);
  }

  /** Shows the view, with a query if one is given. */
  async open(argument: unknown): Promise<{ query: string; count: number } | undefined> {
    const query = (argument as { query?: unknown } | undefined)?.query;
    const messages: ToSearch[] = typeof query === 'string' ? [{ type: 'setQuery', query }] : [];
    this.#wanted = [...messages, { type: 'focus' }];
    await vscode.commands.executeCommand(`${views.search}.focus`);
    this.#tellWanted();
    return typeof query === 'string'
      ? { query, count: (await this.services.queries.get()).run(query, { limit: 0 }).count }
      : undefined;
  }

  /** Puts a query into the view, without taking the focus; while it is hidden, for when it is shown next. */
  show(query: string): void {
    this.#wanted = [{ type: 'setQuery', query }];
    this.#tellWanted();
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    const { extensionUri } = this.services;
    const words = searchWords();
    this.#view = view;
    this.#isReady = false;
    // While the page loads, the catalog is indexed; what goes wrong is said when it asks.
    void this.services.queries.get().then(
      (queries) => queries.run(''),
      () => undefined,
    );
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
      this.#isReady = false;
    });
    view.onDidChangeVisibility(() => {
      // The page is gone as long as it is hidden.
      this.#isReady &&= view.visible;
    });
    view.webview.html = webviewHtml(view.webview, extensionUri, {
      script: 'search',
      title: words.title,
      words,
    });
  }

  /** Something that rows say may have changed, e.g. by a key press in the draft. */
  refresh(): void {
    this.services.drafts.outdate();
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

  #tellWanted(): void {
    if (this.#isReady) {
      this.#wanted.forEach((message) => this.#post(message));
      this.#wanted = [];
    }
  }

  async #receive(message: FromSearch): Promise<void> {
    switch (message.type) {
      case 'ready':
        // Another page each time that the view is shown.
        this.#isTargetTold = false;
        this.#isReady = true;
        this.#tellWanted();
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
        return this.#act(message);
    }
  }

  async #act({ action, scope, ids }: Extract<FromSearch, { type: 'act' }>): Promise<void> {
    const resume = (): void => this.#post({ type: 'resume' });
    const text = await this.services.acts.run(action, scope, ids, resume);
    this.#post({ type: 'notice', text, isError: false });
  }

  async #query(query: Query): Promise<void> {
    this.#newest = query.number;
    // Those that wait already are newer, and the only ones to be answered.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (query.number !== this.#newest) {
      return;
    }
    await (query.scope === 'catalog' ? this.#queryCatalog(query) : this.#queryEntries(query));
  }

  /** Looks at the draft: not before there is something to see. */
  async #lookAtDraft(): Promise<KnownDraft> {
    if (!this.#isTargetTold) {
      this.#isTargetTold = true;
      this.#post({ type: 'target', ...(await this.services.target.get().catch(() => noTarget)) });
    }
    return this.services.drafts.get();
  }

  /** Answers at once with what was known last of the draft, and again when that has changed. */
  async #queryCatalog(query: Query): Promise<void> {
    const { queries, catalogFile, drafts } = this.services;
    const [searched, catalog] = await Promise.all([queries.get(), catalogFile.get()]);
    const before = drafts.last.state;
    const found = searchCatalog(searched, catalog, query.text, query.sorting, () => drafts.last.state);
    this.#answer(query, found, false);
    await this.#lookAtDraft();
    if (drafts.last.state !== before) {
      this.#answer(query, found, false);
    }
  }

  async #queryEntries(query: Query): Promise<void> {
    const { drafts, entrySearches } = this.services;
    if (!drafts.last.draft) {
      this.#answer(query, undefined, true);
    }
    const { draft } = await this.#lookAtDraft();
    if (!draft) {
      this.#answer(query, undefined, false);
      return;
    }
    const entries = entrySearches.of(draft.library);
    const indexing = entrySearches.update(entries, draft.library);
    const answer = (): void => {
      if (query.number === this.#newest) {
        const found = searchEntries(entries, draft, query.text, query.sorting);
        this.#answer(query, found, !entries.isReady);
      }
    };
    if (!entries.isReady) {
      answer();
      await indexing;
    }
    answer();
  }

  /** Answers unless something else has been asked since. */
  #answer({ number, start }: Query, results: SearchResults | undefined, isPartial: boolean): void {
    if (number !== this.#newest) {
      return;
    }
    this.#results = results;
    const found = results?.found ?? 0;
    const first = start < found ? start : 0;
    this.#post({
      type: 'results',
      number,
      found,
      isCapped: results?.isCapped ?? false,
      total: results?.total ?? 0,
      start: first,
      rows: results?.rows(first, firstRows) ?? [],
      groups: results?.groups ?? [],
      problems: results?.problems ?? [],
      isPartial,
    });
  }

  async #complete({ number, text, offset }: Extract<FromSearch, { type: 'complete' }>): Promise<void> {
    const found = completionsOf(await this.services.queries.get(), text, offset);
    this.#post({ type: 'completions', number, ...found });
  }
}
