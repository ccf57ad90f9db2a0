import type { BibliographySource } from '../formats/source';
import type { BibEntry } from '../bibliography/types';
import type { Catalog } from '../catalog/catalog';
import type { Cancellation } from '../library/workspace';
import { SearchEngine } from './engine';
import type { SearchDocument, SearchField } from './engine';

/** What an entry is searched by, the most important first. */
export const entryFields: readonly SearchField[] = [
  { name: 'key', weight: 8, compound: true },
  { name: 'models', weight: 8, compound: true },
  { name: 'title', weight: 4 },
  { name: 'authors', weight: 3 },
  { name: 'year', weight: 2 },
  { name: 'venue', weight: 2 },
];

/** So many are indexed at once: some milliseconds. */
const SLICE = 500;

/** Gives others their turn, if it is time for that. */
export type Pause = () => Promise<void> | undefined;

interface KnownEntry {
  /** The entry as it is written. */
  readonly source: string;
  /** Frozen key of the catalog's work that it describes. */
  readonly work: string | undefined;
  readonly year: number | undefined;
  /** Family name of the first author; empty if there is none. */
  readonly author: string;
}

/**
 * Searches the entries of a draft's bibliographies by key, title, authors, year, venue, and the names of the catalog's
 * models that they describe. Of entries with the same key the first counts.
 */
export class EntrySearch {
  readonly #engine = new SearchEngine(entryFields);
  readonly #known = new Map<string, KnownEntry>();
  #works: ReadonlySet<string> | undefined;
  #done: Wanted | undefined;
  #wanted: Wanted | undefined;
  #running: Promise<void> | undefined;

  /** Whether everything asked for is indexed. */
  get isReady(): boolean {
    return this.#done !== undefined && this.#done === this.#wanted;
  }

  /**
   * Brings the search up to date; of entries that are as they were, nothing is read again. Meanwhile searches find what
   * is indexed so far. A call during another makes that one go on with the new bibliographies.
   *
   * @param indexes - in order of precedence
   * @param pause - called often
   */
  update(indexes: readonly BibliographySource[], catalog: Catalog, pause: Pause): Promise<void> {
    if (!this.#wanted || !isSame(this.#wanted, indexes, catalog)) {
      this.#wanted = { indexes, catalog };
    }
    this.#running ??= this.#run(pause).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /**
   * @param query - see `SearchEngine.search`; if it has no word, all entries are found, in the order of the files
   * @returns keys with scores that are comparable within one search, the best first
   */
  search(
    query: string,
    options: { limit?: number; token?: Cancellation } = {},
  ): readonly { readonly key: string; readonly score: number }[] {
    return this.#engine.search(query, options).map(({ id, score }) => ({ key: id, score }));
  }

  /** Frozen key of the catalog's work that an entry describes, as far as indexed. */
  workOf(key: string): string | undefined {
    return this.#known.get(key)?.work;
  }

  /** Year and first author of an entry, as far as indexed. */
  orderOf(key: string): { readonly year: number | undefined; readonly author: string } | undefined {
    return this.#known.get(key);
  }

  /** Entries indexed so far. */
  get size(): number {
    return this.#known.size;
  }

  /** Frozen keys of the catalog's works that the bibliographies have, as far as indexed. */
  get works(): ReadonlySet<string> {
    this.#works ??= new Set([...this.#known.values()].flatMap(({ work }) => work ?? []));
    return this.#works;
  }

  async #run(pause: Pause): Promise<void> {
    // What is asked for may change while this waits.
    while (this.#wanted && this.#done !== this.#wanted) {
      const wanted = this.#wanted;
      if (await this.#index(wanted, pause)) {
        this.#done = wanted;
      }
    }
  }

  /** @returns whether it came to the end, as nothing else was asked for meanwhile */
  async #index(wanted: Wanted, pause: Pause): Promise<boolean> {
    const { indexes, catalog } = wanted;
    const fresh = this.#done?.catalog !== catalog || !sameStrings(this.#done.indexes, indexes);
    const seen = new Set<string>();
    let waiting = 0;
    for (const index of indexes) {
      for (const entry of index.file.entries) {
        if (seen.has(entry.key)) {
          continue;
        }
        seen.add(entry.key);
        const source = index.text.slice(entry.range.start, entry.range.end);
        if (this.#known.get(entry.key)?.source === source && !fresh) {
          continue;
        }
        this.#add(index, entry, source, catalog);
        if (++waiting === SLICE) {
          this.#engine.index();
          waiting = 0;
        }
        const turn = pause();
        if (turn) {
          await turn;
          if (this.#wanted !== wanted) {
            return false;
          }
        }
      }
    }
    const gone = [...this.#known.keys()].filter((key) => !seen.has(key));
    gone.forEach((key) => this.#known.delete(key));
    this.#works = undefined;
    this.#engine.remove(gone);
    this.#engine.index();
    return true;
  }

  #add(index: BibliographySource, entry: BibEntry, source: string, catalog: Catalog): void {
    const record = index.record(entry);
    const work = catalog.identify(record)?.key;
    const names =
      work === undefined ? [] : catalog.modelsOf(work).flatMap((model) => [model.name, ...model.aliases]);
    const document: SearchDocument = {
      id: entry.key,
      fields: {
        key: entry.key,
        models: names.join('\n'),
        title: record.title,
        authors: record.authors
          .map(({ family, given }) => (given === undefined ? family : `${given} ${family}`))
          .join('\n'),
        year: record.year === undefined ? '' : String(record.year),
        venue: record.venue,
      },
    };
    this.#engine.add([document]);
    const { year, authors } = record;
    this.#known.set(entry.key, { source, work, year, author: authors[0]?.family ?? '' });
    this.#works = undefined;
  }
}

interface Wanted {
  readonly indexes: readonly BibliographySource[];
  readonly catalog: Catalog;
}

function isSame(wanted: Wanted, indexes: readonly BibliographySource[], catalog: Catalog): boolean {
  return (
    wanted.catalog === catalog &&
    wanted.indexes.length === indexes.length &&
    wanted.indexes.every((index, position) => index === indexes[position])
  );
}

/** Whether abbreviations stand for the same, so that an entry written the same says the same. */
function sameStrings(before: readonly BibliographySource[], after: readonly BibliographySource[]): boolean {
  const written = (indexes: readonly BibliographySource[]): string =>
    JSON.stringify(indexes.map(({ uri, file }) => [uri, [...file.strings]]));
  return written(before) === written(after);
}
