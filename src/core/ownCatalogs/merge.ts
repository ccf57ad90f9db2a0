import { freeKey } from '../bibliography/keys';
import { sameWork } from '../bibliography/identity';
import { workRecord } from '../bibliography/record';
import { Catalog } from '../catalog/catalog';
import type { Architecture, FamilyRules, Model, Part, Work } from '../catalog/types';
import { fold } from '../search/folding';
import { components } from './fields';
import { newModel } from './newModel';
import { problem } from './schema';
import type { OwnFields, OwnFile, OwnProblem, OwnRecord, OwnWork } from './types';

/** The built-in catalog with what own catalogs add and change. */
export interface MergedCatalog {
  /** The built-in one itself if nothing is added or changed. */
  readonly catalog: Catalog;
  /** What is wrong in the files, in their order: what reading found, and what does not fit together. */
  readonly problems: readonly (readonly OwnProblem[])[];
}

/**
 * Puts own catalogs into the built-in one: new models join it, records with the id of a model change it field by field, the
 * later file over the earlier. A work that the catalog has under another key is that one.
 */
export function mergeOwnCatalogs(base: Catalog, files: readonly OwnFile[]): MergedCatalog {
  const merger = new Merger(base);
  const problems = files.map(({ problems: found }) => [...found]);
  // Works first: a model may name one of another file.
  files.forEach((file, index) => file.works.forEach((work) => merger.addWork(work, problems[index] ?? [])));
  files.forEach((file, index) => {
    const seen = new Set<string>();
    for (const record of file.records) {
      const id = merger.addRecord(record, file.name, problems[index] ?? []);
      if (id !== undefined && seen.has(id)) {
        problems[index]?.push({ ...problem('again', record.range, id), severity: 'warning' });
      }
      seen.add(id ?? '');
    }
  });
  return { catalog: merger.catalog(), problems };
}

class Merger {
  readonly #base: Catalog;
  readonly #models: Map<string, Model>;
  readonly #works: Map<string, Work>;
  /** Keys of own works that are known under another key. */
  readonly #others = new Map<string, string>();
  readonly #familyOf: (component: keyof Architecture, name: string) => string;
  #isChanged = false;

  constructor(base: Catalog) {
    this.#base = base;
    this.#models = new Map(base.models.map((model) => [model.id, model]));
    this.#works = new Map(base.works.map((work) => [work.key, work]));
    this.#familyOf = familyFinder(base.families);
  }

  catalog(): Catalog {
    if (!this.#isChanged) {
      return this.#base;
    }
    const { vocabulary, families } = this.#base;
    return new Catalog({
      models: [...this.#models.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
      works: [...this.#works.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
      vocabulary,
      families,
    });
  }

  /** @returns the key under which the catalog has the work; `undefined` if it is left out */
  addWork({ work, hasKey, range }: OwnWork, problems: OwnProblem[]): string | undefined {
    const record = workRecord(work);
    const known = this.#works.get(work.key);
    if (known && sameWork(workRecord(known), record)) {
      this.#put(changedWork(known, work));
      return known.key;
    }
    const same =
      this.#base.identify(record) ??
      [...this.#works.values()].find(
        (each) => !this.#base.work(each.key) && sameWork(workRecord(each), record),
      );
    if (same) {
      this.#others.set(work.key, same.key);
      return same.key;
    }
    const isTaken = (key: string): boolean => this.#works.has(key) || this.#base.findByKey(key) !== undefined;
    if (hasKey && isTaken(work.key)) {
      problems.push(problem('keyTaken', range, work.key));
      return undefined;
    }
    const key = freeKey(work.key, isTaken);
    this.#put({ ...work, key, entry: { ...work.entry, key } });
    return key;
  }

  /** @returns the id of the model that it added or changed */
  addRecord(record: OwnRecord, origin: string, problems: OwnProblem[]): string | undefined {
    const before = problems.length;
    const work = this.#workOf(record, problems);
    const made = record.id ?? slug(record.name ?? '');
    if (made === '') {
      problems.push(problem('noId', record.range));
      return undefined;
    }
    const target = this.#models.get(made);
    const isOther = record.id === undefined && target && work !== undefined && target.work !== work;
    if (target && !isOther) {
      this.#putModel(this.#changed(target, record, work, origin));
      return target.id;
    }
    const { name } = record;
    if (name === undefined || work === undefined) {
      // What is wrong with the work has been said.
      if (name === undefined || problems.length === before) {
        problems.push(problem(name === undefined ? 'unknownId' : 'noWork', record.range));
      }
      return undefined;
    }
    let id = made;
    for (let number = 2; this.#models.has(id); number++) {
      id = `${made}-${number}`;
    }
    if (isOther) {
      problems.push({ ...problem('idTaken', record.range, made, id), severity: 'warning' });
    }
    const architecture = this.#architecture(record.fields.architecture ?? {});
    const publication = this.#works.get(work);
    if (publication) {
      this.#putModel(newModel({ id, name, origin, fields: record.fields, architecture }, publication));
    }
    return id;
  }

  #workOf({ work, workRange }: OwnRecord, problems: OwnProblem[]): string | undefined {
    if (typeof work !== 'string') {
      return work && this.addWork(work, problems);
    }
    const key = this.#works.has(work) ? work : (this.#others.get(work) ?? this.#base.findByKey(work)?.key);
    if (key === undefined) {
      problems.push(problem('unknownWork', workRange, work));
    }
    return key;
  }

  #changed(model: Model, record: OwnRecord, work: string | undefined, origin: string): Model {
    const { fields } = record;
    const { architecture, training, idea, links, sources, ...others } = fields;
    return {
      ...model,
      ...others,
      ...(record.name !== undefined && { name: record.name }),
      ...(work !== undefined && { work }),
      architecture: { ...model.architecture, ...this.#architecture(architecture ?? {}) },
      training: { ...model.training, ...training },
      idea: { ...model.idea, ...idea },
      links: { ...model.links, ...links },
      sources: { ...model.sources, ...sourcesBy(origin, fields), ...sources },
      origin: model.origin
        ? { ...model.origin, name: withName(model.origin.name, origin) }
        : { name: origin, changes: true },
    };
  }

  #architecture(given: NonNullable<OwnFields['architecture']>): Partial<Architecture> {
    return Object.fromEntries(
      components.flatMap((component) => {
        const parts = given[component]?.map((part): Part => {
          const family = part.family ?? this.#familyOf(component, part.name);
          return { ...part, family };
        });
        return parts ? [[component, parts] as const] : [];
      }),
    );
  }

  #put(work: Work): void {
    this.#works.set(work.key, work);
    this.#isChanged = true;
  }

  #putModel(model: Model): void {
    this.#models.set(model.id, model);
    this.#isChanged = true;
  }
}

/** The id of a model that is given none: its name in small letters and digits. */
export function slug(name: string): string {
  return fold(name)
    .replace(/\+/g, '-plus')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** An entry of the same key and work puts its fields over those of the catalog. */
function changedWork(known: Work, own: Work): Work {
  return {
    ...known,
    ...own,
    posted: known.posted,
    venue: own.venue || known.venue,
    authors: own.authors.length > 0 ? own.authors : known.authors,
    entry: { ...own.entry, fields: { ...known.entry.fields, ...own.entry.fields } },
  };
}

/** Each fact says where it was read: those that a record changes, in its file. */
function sourcesBy(origin: string, fields: OwnFields): Record<string, string> {
  const names = Object.entries(fields).flatMap(([name, value]) =>
    name === 'architecture' || name === 'training'
      ? Object.keys(value as object).map((inner) => `${name}.${inner}`)
      : name === 'sources' || name === 'notes' || name === 'conflicts' || name === 'aliases'
        ? []
        : [name],
  );
  return Object.fromEntries(names.map((name) => [name, origin]));
}

function withName(names: string, name: string): string {
  return names.split(', ').includes(name) ? names : `${names}, ${name}`;
}

/** Parts that fit no family are a family of their own. */
function familyFinder(rules: FamilyRules): (component: keyof Architecture, name: string) => string {
  const compiled = new Map<string, RegExp>();
  return (component, name) => {
    const found = rules[component]?.find(({ match }) => {
      const pattern = compiled.get(match) ?? new RegExp(match, 'iu');
      compiled.set(match, pattern);
      return pattern.test(name);
    });
    return found?.label ?? name;
  };
}
