import { identityKeys, sameWork } from '../bibliography/identity';
import type { BibRecord } from '../bibliography/record';
import { workRecord } from '../bibliography/record';
import type { CatalogData, Model, Vocabulary, Work } from './types';

/** The models and works of the catalog, found by id, key or what they are. Look-up tables are built on first use. */
export class Catalog {
  readonly models: readonly Model[];
  readonly works: readonly Work[];
  /** Broader and other names; empty if the data has none. */
  readonly vocabulary: Vocabulary;
  readonly #byId = lazy(() => firstBy(this.models, (model) => [model.id]));
  readonly #byKey = lazy(() => firstBy(this.works, (work) => [work.key]));
  readonly #byFoldedKey = lazy(() => firstBy(this.works, (work) => [work.key.toLowerCase()]));
  readonly #byIdentity = lazy(() => allBy(this.works, (work) => identityKeys(workRecord(work))));
  readonly #modelsByWork = lazy(() => allBy(this.models, (model) => [model.work]));

  /** @param data - as the build has validated it: every model's work is among the works */
  constructor(data: CatalogData) {
    this.models = data.models;
    this.works = data.works;
    this.vocabulary = data.vocabulary ?? {};
  }

  model(id: string): Model | undefined {
    return this.#byId().get(id);
  }

  /** @param key - exactly as frozen */
  work(key: string): Work | undefined {
    return this.#byKey().get(key);
  }

  /** The publication that describes a model of this catalog. */
  workOf(model: Model): Work {
    const work = this.work(model.work);
    if (!work) {
      throw new Error(`The catalog has no work "${model.work}" for the model "${model.id}".`);
    }
    return work;
  }

  /** The models that a work describes, in catalog order; none for works on datasets or benchmarks. */
  modelsOf(workKey: string): readonly Model[] {
    return this.#modelsByWork().get(workKey) ?? [];
  }

  /** The work of a citation key: as frozen, else whatever the case of its letters. */
  findByKey(key: string): Work | undefined {
    return this.work(key) ?? this.#byFoldedKey().get(key.toLowerCase());
  }

  /** The work that a record describes as well: a match by DOI or arXiv id before one by title. */
  identify(record: BibRecord): Work | undefined {
    for (const key of identityKeys(record)) {
      const same = this.#byIdentity()
        .get(key)
        ?.find((work) => sameWork(record, workRecord(work)));
      if (same) {
        return same;
      }
    }
    return undefined;
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Maps each key to the first item that has it. */
function firstBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T> {
  const result = new Map<string, T>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (!result.has(key)) {
        result.set(key, item);
      }
    }
  }
  return result;
}

/** Maps each key to all items that have it, in their order. */
function allBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = result.get(key);
      if (known) {
        known.push(item);
      } else {
        result.set(key, [item]);
      }
    }
  }
  return result;
}
