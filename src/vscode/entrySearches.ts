import type { DraftLibrary } from '../core/library/draftLibrary';
import { EntrySearch } from '../core/search/entrySearch';

/** Indexing gives others their turn after this time (milliseconds). */
const TURN = 12;
/** So many sets of bibliographies are kept indexed. */
const KEPT = 3;

/** The searches over bibliographies; drafts with the same bibliographies share one. */
export class EntrySearches {
  /** Those used last come last. */
  readonly #searches = new Map<string, EntrySearch>();

  of({ indexes }: DraftLibrary): EntrySearch {
    const id = indexes.map(({ uri }) => uri).join('\n');
    const search = this.#searches.get(id) ?? new EntrySearch();
    this.#searches.delete(id);
    this.#searches.set(id, search);
    const [oldest] = this.#searches.keys();
    if (this.#searches.size > KEPT && oldest !== undefined) {
      this.#searches.delete(oldest);
    }
    return search;
  }

  /** Brings a search up to date, in turns with everything else that the extension host does. */
  async update(search: EntrySearch, { indexes, catalog }: DraftLibrary): Promise<void> {
    let start = performance.now();
    await search.update(indexes, catalog, () =>
      performance.now() - start < TURN
        ? undefined
        : new Promise((resolve) => {
            setTimeout(() => {
              start = performance.now();
              resolve();
            }, 0);
          }),
    );
  }
}
