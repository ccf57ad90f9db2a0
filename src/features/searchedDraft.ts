import type { Catalog } from '../core/catalog/catalog';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import type { DraftState } from '../core/panel/rows';
import type { CatalogFile } from '../vscode/catalogFile';
import type { DraftCitations } from '../vscode/draftCitations';
import type { ActiveDraft } from '../vscode/drafts';
import { draftSyntax } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';

/** The draft that the search is for. */
export interface SearchedDraft {
  readonly library: DraftLibrary;
  /** Keys that any file of the draft cites. */
  readonly cited: ReadonlySet<string>;
}

/** The draft that the search is for, as it was when it was looked at; none if there is none that can be read. */
export interface KnownDraft {
  readonly draft: SearchedDraft | undefined;
  readonly state: DraftState;
}

/** Knows the active draft: at once as it was last, and soon as it is. */
export class SearchedDrafts {
  #last: KnownDraft = { draft: undefined, state: { cited: new Set(), inBibliography: new Set() } };
  #looking: Promise<KnownDraft> | undefined;

  constructor(
    private readonly active: ActiveDraft,
    private readonly library: Library,
    private readonly citations: DraftCitations,
    private readonly catalogFile: CatalogFile,
  ) {}

  get last(): KnownDraft {
    return this.#last;
  }

  /** The draft, or something that it depends on, has changed. */
  outdate(): void {
    this.#looking = undefined;
  }

  /**
   * The draft as it is; read again only after {@link outdate}. Its `state` is that of {@link last} if it says the same.
   *
   * @throws Error if the catalog cannot be loaded
   */
  async get(): Promise<KnownDraft> {
    const looking = (this.#looking ??= this.#look());
    try {
      const known = await looking;
      if (looking === this.#looking) {
        this.#last = known;
      }
      return known;
    } catch (error) {
      this.#looking = undefined;
      throw error;
    }
  }

  async #look(): Promise<KnownDraft> {
    const draft = await this.#open();
    const state = draftState(draft, await this.catalogFile.get());
    const before = this.#last.state;
    const isSame =
      sameSets(state.cited, before.cited) && sameSets(state.inBibliography, before.inBibliography);
    return { draft, state: isSame ? before : state };
  }

  /** A draft that cannot be read is none, and what is wrong with it is said elsewhere. */
  async #open(): Promise<SearchedDraft | undefined> {
    const { document } = this.active;
    const syntax = document && draftSyntax(document);
    if (!document || !syntax) {
      return undefined;
    }
    const token = { isCancellationRequested: false };
    try {
      const library = await openLibrary(this.library, document, syntax, token);
      const parts = await this.citations.of(document, library, token);
      const groups = parts.flatMap((part) => part.groups);
      const keys = groups.flatMap((group) => group.citations.map(({ key }) => key));
      return { library, cited: new Set(keys) };
    } catch {
      return undefined;
    }
  }
}

/** Which models a draft cites and has in its bibliographies. */
function draftState(draft: SearchedDraft | undefined, catalog: Catalog): DraftState {
  if (!draft) {
    return { cited: new Set(), inBibliography: new Set() };
  }
  const { library, cited } = draft;
  const inBibliography = catalog.models.filter((model) => library.entryOf(catalog.workOf(model)));
  return {
    cited: new Set([...cited].flatMap((key) => library.resolve(key).models.map(({ id }) => id))),
    inBibliography: new Set(inBibliography.map(({ id }) => id)),
  };
}

function sameSets(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((each) => b.has(each));
}
