import type { Catalog } from '../catalog/catalog';
import type { Model } from '../catalog/types';
import { fold, tokens } from '../search/folding';
import { nearest } from '../queries/nearest';
import type { FacetId } from './facets';
import { facetOf } from './facets';
import { rawNames, terms, valueLabels } from './valuesOf';

/** A value of a facet and the models that have it. */
export interface FacetValue {
  /** What queries write and what is stored; the same in every version. */
  readonly id: string;
  /** English where it is a word and no name. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** The id of the broader value that this one belongs to. */
  readonly within?: string;
  /** Those with the value itself or one within it, in the catalog's order. */
  readonly models: ReadonlySet<Model>;
  /** Those with the value itself. */
  readonly direct: ReadonlySet<Model>;
  /** Size of `models`. */
  readonly count: number;
}

/** What a text means as the value of a facet. */
export interface ValueMatch {
  readonly models: ReadonlySet<Model>;
  /** Empty if the text is part of a name as reported, e.g. `ViT-L/14`. */
  readonly values: readonly FacetValue[];
}

interface FacetTable {
  readonly values: readonly FacetValue[];
  readonly byName: ReadonlyMap<string, FacetValue>;
  /** Lazily: few queries ask for a part by the name it has in its paper. */
  raw?: readonly { readonly words: string; readonly model: Model }[];
}

/** The values of every facet with their models. Each facet is read on first use. */
export class FacetIndex {
  readonly #catalog: Catalog;
  readonly #tables = new Map<FacetId, FacetTable>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** The values that models have, the most frequent first, years the newest first. */
  values(facet: FacetId): readonly FacetValue[] {
    return this.#table(facet).values;
  }

  /** A value by its id, its label or another name, whatever the case and the signs between words. */
  value(facet: FacetId, name: string): FacetValue | undefined {
    return this.#table(facet).byName.get(compact(name));
  }

  /**
   * What is meant by a text: a value of that name; else the values with a word that begins like it; else the models for
   * which a name as reported has it.
   *
   * @returns `undefined` if the text means nothing
   */
  match(facet: FacetId, text: string): ValueMatch | undefined {
    const exact = this.value(facet, text);
    if (exact) {
      return { models: exact.models, values: [exact] };
    }
    const words = phrase(text);
    if (facetOf(facet).years || words.trim() === '') {
      return undefined;
    }
    const values = this.beginning(facet, text);
    if (values.length > 0) {
      return { models: new Set(values.flatMap(({ models }) => [...models])), values };
    }
    const models = new Set(
      this.#raw(facet).flatMap((name) => (name.words.includes(words) ? [name.model] : [])),
    );
    return models.size > 0 ? { models, values: [] } : undefined;
  }

  /** The values that have a name with a word that begins with a text; all for an empty text. */
  beginning(facet: FacetId, text: string): readonly FacetValue[] {
    const start = fold(text).trim();
    const joined = compact(text);
    return this.values(facet).filter(({ id, label, aliases }) =>
      [id, label, ...aliases].some((name) => {
        const folded = fold(name);
        return (
          folded.startsWith(start) ||
          folded.includes(` ${start}`) ||
          folded.includes(`-${start}`) ||
          folded.includes(`(${start}`) ||
          (joined !== '' && compact(name).startsWith(joined))
        );
      }),
    );
  }

  /** The value whose name is most like a text, if any is like it at all. */
  nearest(facet: FacetId, text: string): FacetValue | undefined {
    const named = this.values(facet).flatMap((value) =>
      [value.id, value.label, ...value.aliases].map((name) => ({ name, value })),
    );
    const found = nearest(
      text,
      named.map(({ name }) => name),
    );
    return named.find(({ name }) => name === found)?.value;
  }

  #table(facet: FacetId): FacetTable {
    const known = this.#tables.get(facet);
    if (known) {
      return known;
    }
    const made = tableOf(facet, this.#catalog);
    this.#tables.set(facet, made);
    return made;
  }

  #raw(facet: FacetId): NonNullable<FacetTable['raw']> {
    const table = this.#table(facet);
    table.raw ??= this.#catalog.models.flatMap((model) =>
      rawNames(facet, model).map((name) => ({ words: phrase(name), model })),
    );
    return table.raw;
  }
}

function tableOf(facet: FacetId, catalog: Catalog): FacetTable {
  const known = new Map(terms(facet, catalog.vocabulary).map((term) => [term.label, term]));
  const direct = new Map<string, Set<Model>>();
  const all = new Map<string, Set<Model>>();
  for (const model of catalog.models) {
    for (const label of valueLabels(facet, model, catalog.workOf(model))) {
      put(direct, label, model);
      put(all, label, model);
      const within = known.get(label)?.within;
      if (within !== undefined) {
        put(all, within, model);
      }
    }
  }
  const values = [...all].map(([label, models]): FacetValue => {
    const term = known.get(label);
    return {
      id: term?.id ?? slug(label),
      label,
      aliases: term?.aliases ?? [],
      ...(term?.within !== undefined && { within: slug(term.within) }),
      models,
      direct: direct.get(label) ?? new Set(),
      count: models.size,
    };
  });
  const years = facetOf(facet).years;
  values.sort((a, b) => (years ? 0 : b.count - a.count) || (years ? -1 : 1) * order(a.label, b.label));
  const byName = new Map<string, FacetValue>();
  // A value's own id before another one's alias.
  for (const namesOf of [
    ({ id }: FacetValue) => [id],
    ({ label }: FacetValue) => [label],
    ({ aliases }: FacetValue) => aliases,
  ]) {
    for (const value of values) {
      for (const name of namesOf(value)) {
        if (!byName.has(compact(name))) {
          byName.set(compact(name), value);
        }
      }
    }
  }
  return { values, byName };
}

function put(map: Map<string, Set<Model>>, label: string, model: Model): void {
  const models = map.get(label);
  if (models) {
    models.add(model);
  } else {
    map.set(label, new Set([model]));
  }
}

/** `CLIP ViT-L/14` as ` clip vit l 14 `: what is contained in it is contained in whole words. */
function phrase(text: string): string {
  return ` ${tokens(text).join(' ')} `;
}

/** A name without what people write differently; `++` tells NExT++ from NExT. */
function compact(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}+²]+/gu, '');
}

function slug(label: string): string {
  return fold(label)
    .replace(/[^\p{L}\p{N}.+]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
