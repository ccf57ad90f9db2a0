import { BibliographyIndex } from '../bibliography/bibliographyIndex';
import { readInSlices } from '../bibliography/reader';
import type { Catalog } from '../catalog/catalog';
import type { Syntax } from '../drafts/types';
import { formatOf, openSource } from '../formats/openSource';
import type { BibliographySource } from '../formats/source';
import { CachedWorkspace } from './cachedWorkspace';
import { discover } from './discovery';
import type { Discovery, DiscoverySettings } from './discovery';
import { DraftLibrary } from './draftLibrary';
import type { DraftLibraryParts, ReadFailure } from './draftLibrary';
import { FactsCache, readIfPossible } from './sourceFacts';
import type { Cancellation, Workspace } from './workspace';

/** One draft that is in use. */
interface OpenDraft {
  readonly syntax: Syntax;
  /** The library that holds, or that is being put together; absent after a change. */
  current?: Promise<DraftLibrary> | undefined;
  /** The library before the change. */
  last?: DraftLibrary;
  /** What `last` depends on. */
  asked: ReadonlySet<string>;
  /** How many libraries are being put together: it is not known yet what they depend on. */
  underWay: number;
  /** Counts changes, so that what was read before one is not taken for what holds after it. */
  changes: number;
}

const NEVER_CANCELLED: Cancellation = { isCancellationRequested: false };

/**
 * The libraries of all drafts in use. Reads a file again only after {@link Library.invalidate} was told of it, and a
 * bibliography only if its text differs; drafts share what they have in common.
 */
export class Library {
  readonly #files: CachedWorkspace;
  readonly #pause: (() => Promise<void>) | undefined;
  readonly #catalog: () => Promise<Catalog>;
  readonly #settings: (draft: string) => DiscoverySettings;
  readonly #facts = new FactsCache();
  readonly #indexes = new Map<string, BibliographySource>();
  readonly #drafts = new Map<string, OpenDraft>();
  readonly #listeners = new Set<(uris: readonly string[]) => void>();

  /** @param settings - asked whenever a draft is looked at afresh; after a change of settings call {@link Library.invalidate} */
  constructor(
    workspace: Workspace,
    catalog: () => Promise<Catalog>,
    settings: (draft: string) => DiscoverySettings,
  ) {
    this.#files = new CachedWorkspace(workspace);
    this.#pause = workspace.pause?.bind(workspace);
    this.#catalog = catalog;
    this.#settings = settings;
  }

  /**
   * The library of a draft as it stands. The same object as long as nothing that matters has changed.
   *
   * @param draft - URI
   * @param token - a cancelled caller gets the last library without waiting, where there is one; the work itself goes on
   *   for those who ask next
   * @throws Error if the catalog cannot be loaded and the draft had no library before
   */
  async open(draft: string, syntax: Syntax, token: Cancellation): Promise<DraftLibrary> {
    let state = this.#drafts.get(draft);
    if (state?.syntax !== syntax) {
      state = { syntax, asked: new Set(), underWay: 0, changes: 0 };
      this.#drafts.set(draft, state);
    }
    if (token.isCancellationRequested && state.last) {
      return state.last;
    }
    state.current ??= this.#make(draft, state);
    return state.current;
  }

  /**
   * Tells of a file or folder that was changed (in an editor or on disk), created, renamed or deleted.
   *
   * @param uri - left out, everything may have changed, e.g. settings or workspace folders
   */
  invalidate(uri?: string): void {
    const isConcerned = this.#files.invalidate(uri);
    for (const state of this.#drafts.values()) {
      if (state.underWay > 0 || isConcerned(state.asked)) {
        state.current = undefined;
        state.changes++;
      }
    }
  }

  /**
   * Tells what the libraries depend on, each time one was put together, so that it can be watched: the drafts' own files and
   * all bibliographies, be they there or not.
   */
  onDidRead(listener: (uris: readonly string[]) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  /** Lets go of a draft that was closed, with what only it has used. */
  close(draft: string): void {
    if (this.#drafts.delete(draft)) {
      const wanted = new Set([...this.#drafts.values()].flatMap(({ asked }) => [...asked]));
      this.#files.keep((uri) => wanted.has(uri));
      this.#facts.keep((uri) => wanted.has(uri));
      [...this.#indexes.keys()].filter((uri) => !wanted.has(uri)).forEach((uri) => this.#indexes.delete(uri));
    }
  }

  async #make(draft: string, state: OpenDraft): Promise<DraftLibrary> {
    const { changes } = state;
    const asked = new Set<string>();
    state.underWay++;
    try {
      const library = await this.#read(draft, state, asked);
      const { members, bibliographies } = library.discovery;
      const uris = [...members, ...bibliographies.map(({ uri }) => uri)];
      this.#listeners.forEach((listener) => listener(uris));
      if (state.changes === changes || !state.last) {
        state.last = library;
        state.asked = asked;
      }
      return library;
    } catch (error) {
      if (state.changes === changes) {
        state.current = undefined;
      }
      if (state.last) {
        return state.last;
      }
      throw error;
    } finally {
      state.underWay--;
    }
  }

  async #read(draft: string, { syntax, last }: OpenDraft, asked: Set<string>): Promise<DraftLibrary> {
    const workspace = this.#files.view(asked);
    const settings = this.#settings(draft);
    const discovery = await discover(draft, syntax, workspace, settings, NEVER_CANCELLED, this.#facts);
    const failures: ReadFailure[] = [];
    const there = discovery.bibliographies.filter(({ exists }) => exists);
    const read = await Promise.all(there.map(({ uri }) => this.#index(uri, workspace, failures)));
    const indexes = read.filter((index) => index !== undefined);
    const preamble = await this.#preamble(discovery, workspace);
    const parts = { discovery, indexes, failures, preamble, catalog: await this.#catalog() };
    return last && isSame(last, parts) ? last : new DraftLibrary(parts);
  }

  /** A file that cannot be read for a moment, e.g. while it is being synchronised, stays as it was last seen. */
  async #index(
    uri: string,
    workspace: Workspace,
    failures: ReadFailure[],
  ): Promise<BibliographySource | undefined> {
    const known = this.#indexes.get(uri);
    try {
      const text = await workspace.readText(uri, NEVER_CANCELLED);
      if (text === undefined) {
        failures.push({ uri, message: 'The file is there and cannot be read.' });
        return known;
      }
      const current = this.#indexes.get(uri);
      const index =
        current?.text === text
          ? current
          : current instanceof BibliographyIndex
            ? current.updateTo(text)
            : await this.#open(uri, text);
      this.#indexes.set(uri, index);
      return index;
    } catch (error) {
      failures.push({ uri, message: error instanceof Error ? error.message : String(error) });
      return known;
    }
  }

  /** The text of a file that a draft in use is made of; read again only after {@link Library.invalidate} was told of it. */
  readText(uri: string): Promise<string | undefined> {
    return readIfPossible(this.#files.view(new Set()), uri, NEVER_CANCELLED);
  }

  /**
   * A bibliography that a draft in use has, as it stands in an editor.
   *
   * @param text - the editor's
   * @returns `undefined` for any other file
   */
  bibliography(uri: string, text: string): BibliographySource | undefined {
    const known = this.#indexes.get(uri);
    return known === undefined || known.text === text ? known : openSource(uri, text);
  }

  async #open(uri: string, text: string): Promise<BibliographySource> {
    return this.#pause && formatOf(uri, text) === undefined
      ? new BibliographyIndex(uri, text, await readInSlices(text, this.#pause))
      : openSource(uri, text);
  }

  async #preamble({ syntax, preamble }: Discovery, workspace: Workspace): Promise<string> {
    if (syntax !== 'latex') {
      return '';
    }
    const texts = await Promise.all(
      preamble.map(async (uri) => {
        const text = (await readIfPossible(workspace, uri, NEVER_CANCELLED)) ?? '';
        return text.slice(0, this.#facts.of(uri, text).bodyStart);
      }),
    );
    return texts.join('\n');
  }
}

/** Whether a library would be made of the very same parts. */
function isSame(library: DraftLibrary, parts: DraftLibraryParts): boolean {
  return (
    library.catalog === parts.catalog &&
    library.preamble === parts.preamble &&
    library.indexes.length === parts.indexes.length &&
    library.indexes.every((index, position) => index === parts.indexes[position]) &&
    JSON.stringify([library.discovery, library.failures]) ===
      JSON.stringify([parts.discovery, parts.failures])
  );
}
