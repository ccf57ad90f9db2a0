import * as vscode from 'vscode';
import { completionCandidates } from '../core/completion/candidates';
import { completionPosition, triggerCharacters } from '../core/completion/position';
import { writtenKey } from '../core/completion/writtenKey';
import type { CitationGroup, Syntax } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import { CatalogSearch } from '../core/search/catalogSearch';
import type { EntrySearch } from '../core/search/entrySearch';
import { commands } from '../ids';
import type { CitationCache } from '../vscode/citationCache';
import { settingsFor } from '../vscode/configuration';
import type { DraftCitations } from '../vscode/draftCitations';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import type { EntrySearches } from '../vscode/entrySearches';
import { openLibrary } from '../vscode/openLibrary';
import { offersEntries } from '../vscode/otherExtensions';
import type { AcceptCompletion } from './acceptCompletion';
import type { Place } from './completionItem';
import { CitationItem } from './completionItem';

/** A list of what is indexed so far comes after this time (milliseconds); the next key press asks again. */
const PATIENCE = 300;
/** The same while a list is shown, which VS Code narrows meanwhile. */
const PATIENCE_WITH_LIST = 100;

const never = { isCancellationRequested: false };

/** Offers what can be cited where a citation key is being written. */
export class CitationCompletion implements vscode.CompletionItemProvider<CitationItem> {
  readonly #warmed = new WeakSet<vscode.TextDocument>();
  #catalog: { readonly library: DraftLibrary['catalog']; readonly search: CatalogSearch } | undefined;

  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
    private readonly draftCitations: DraftCitations,
    private readonly searches: EntrySearches,
  ) {}

  async provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    context: vscode.CompletionContext,
  ): Promise<vscode.CompletionList<CitationItem> | undefined> {
    const syntax = draftSyntax(document);
    if (!syntax) {
      return undefined;
    }
    const text = document.getText();
    const { citeCommands, completeEntries } = settingsFor(document.uri);
    const groups = (): readonly CitationGroup[] => this.citations.groups(document, syntax);
    const at = completionPosition(text, document.offsetAt(position), syntax, groups, {
      extraCommands: citeCommands,
    });
    if (!at) {
      this.#warm(document, syntax);
      return undefined;
    }
    const library = await openLibrary(this.library, document, syntax, token);
    const isAsked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    // In a text without bibliography an @ is more likely to stand before somebody's name.
    if (token.isCancellationRequested || !(isAsked || at.certain || library.target)) {
      return undefined;
    }
    const entries = this.searches.of(library);
    const hasList = context.triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions;
    await this.#prepare(entries, library, hasList ? PATIENCE_WITH_LIST : PATIENCE);
    if (token.isCancellationRequested) {
      return undefined;
    }
    const candidates = completionCandidates({
      library,
      entries,
      catalog: this.#catalogSearch(library),
      position: at,
      groups: this.draftCitations.recent(document, library),
      bibliographyEntries: offersEntries(completeEntries, document.languageId),
      token,
    });
    const place: Place = { document, position: at, library };
    const items = candidates.map((candidate, order) => {
      const written = writtenKey(candidate.key, library.discovery.syntax, text, at);
      return new CitationItem(candidate, order, written, place);
    });
    return new vscode.CompletionList(items, true);
  }

  resolveCompletionItem(item: CitationItem): CitationItem {
    item.resolve();
    return item;
  }

  /** Somebody writes here, and will cite sooner or later: VS Code asks at the first letter of each word. */
  #warm(document: vscode.TextDocument, syntax: Syntax): void {
    if (this.#warmed.has(document)) {
      return;
    }
    this.#warmed.add(document);
    openLibrary(this.library, document, syntax, never).then(
      (library) => {
        void this.draftCitations.of(document, library, never);
        return this.searches.update(this.searches.of(library), library);
      },
      // Who asks for a list tries again.
      () => this.#warmed.delete(document),
    );
  }

  async #prepare(entries: EntrySearch, library: DraftLibrary, most: number): Promise<void> {
    const update = this.searches.update(entries, library);
    if (entries.isReady) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, most);
    });
    await Promise.race([update, patience]);
    clearTimeout(timer);
  }

  #catalogSearch({ catalog }: DraftLibrary): CatalogSearch {
    if (this.#catalog?.library !== catalog) {
      this.#catalog = { library: catalog, search: new CatalogSearch(catalog) };
    }
    return this.#catalog.search;
  }
}

export function registerCompletion(
  completion: CitationCompletion,
  accept: AcceptCompletion,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerCompletionItemProvider(draftSelector, completion, ...triggerCharacters),
    vscode.commands.registerCommand(commands.acceptCompletion, (argument) =>
      accept.run(argument as Parameters<AcceptCompletion['run']>[0]),
    ),
  );
}
