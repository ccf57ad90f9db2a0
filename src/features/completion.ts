import * as vscode from 'vscode';
import { completionCandidates } from '../core/completion/candidates';
import { keyText } from '../core/completion/keyText';
import { completionPosition, triggerCharacters } from '../core/completion/position';
import type { CitationGroup } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import { CatalogSearch } from '../core/search/catalogSearch';
import type { EntrySearch } from '../core/search/entrySearch';
import { commands } from '../ids';
import type { CitationCache } from '../vscode/citationCache';
import { settingsFor } from '../vscode/configuration';
import { draftSelector, draftSyntax } from '../vscode/drafts';
import type { EntrySearches } from '../vscode/entrySearches';
import { othersCompleteCitations } from '../vscode/otherExtensions';
import type { AcceptCompletion } from './acceptCompletion';
import type { Place } from './completionItem';
import { CitationItem } from './completionItem';

/** A list of what is indexed so far comes after this time (milliseconds); the next key press asks again. */
const PATIENCE = 500;

/** Offers what can be cited where a citation key is being written. */
export class CitationCompletion implements vscode.CompletionItemProvider<CitationItem> {
  #catalog: { readonly library: DraftLibrary['catalog']; readonly search: CatalogSearch } | undefined;

  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
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
      return undefined;
    }
    const library = await this.library.open(document.uri.toString(), syntax, token);
    const isAsked = context.triggerKind === vscode.CompletionTriggerKind.Invoke;
    // In a text without bibliography an @ is more likely to stand before somebody's name.
    if (token.isCancellationRequested || !(isAsked || at.certain || library.target)) {
      return undefined;
    }
    const entries = this.searches.of(library);
    await this.#prepare(entries, library);
    if (token.isCancellationRequested) {
      return undefined;
    }
    const candidates = completionCandidates({
      library,
      entries,
      catalog: this.#catalogSearch(library),
      position: at,
      groups: groups(),
      bibliographyEntries:
        completeEntries === 'always' ||
        (completeEntries === 'auto' && !othersCompleteCitations(document.languageId)),
      token,
    });
    const place: Place = { document, position: at, library };
    const items = candidates.map((candidate, order) => {
      const written = keyText(candidate.key, syntax, text, at.inserting.start);
      return new CitationItem(candidate, order, written, place);
    });
    return new vscode.CompletionList(items, true);
  }

  resolveCompletionItem(item: CitationItem): CitationItem {
    item.resolve();
    return item;
  }

  async #prepare(entries: EntrySearch, library: DraftLibrary): Promise<void> {
    const update = this.searches.update(entries, library);
    if (entries.isReady) {
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE);
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
