import type { Catalog } from '../catalog/catalog';
import type { Model } from '../catalog/types';
import type { FacetIndex } from '../facets/facetIndex';
import type { Facet } from '../facets/facets';
import { modelFields } from '../search/catalogSearch';
import { tokens } from '../search/folding';
import type { FacetPart, ParsedQuery, QueryPart, ValuePart } from './types';
import { mayBecomeYears, parseYears } from './years';

/** Says of each model whether it is meant, as far as a query says so exactly; words are left to the search. */
export class QueryFilter {
  readonly #catalog: Catalog;
  readonly #index: FacetIndex;
  readonly #texts = new Map<Model, string>();

  constructor(catalog: Catalog, index: FacetIndex) {
    this.#catalog = catalog;
    this.#index = index;
  }

  /**
   * @param except - a part that does not count, e.g. because it is being typed
   * @returns `undefined` if the query leaves out nothing
   */
  of({ text, parts }: ParsedQuery, except?: QueryPart): ((model: Model) => boolean) | undefined {
    const tests = parts.flatMap((part) => (part === except ? [] : (this.#test(part, text.length) ?? [])));
    return tests.length === 0 ? undefined : (model) => tests.every((test) => test(model));
  }

  #test(part: QueryPart, end: number): ((model: Model) => boolean) | undefined {
    switch (part.kind) {
      case 'word':
        return part.negated ? this.#contains(` ${folded(part.word)} `, true) : undefined;
      case 'phrase': {
        const words = folded(part.phrase);
        // The last word of a phrase that is not closed may be typed on.
        return words === ''
          ? undefined
          : this.#contains(part.closed ? ` ${words} ` : ` ${words}`, part.negated);
      }
      case 'facet': {
        if (!part.facet) {
          return part.negated ? this.#contains(` ${folded(wordsOf(part))} `, true) : undefined;
        }
        const { negated } = part;
        const models = this.#models(part, part.facet, end);
        return models && ((model) => models.has(model) !== negated);
      }
    }
  }

  /** Models with any of the values; `undefined` if no value is typed yet. */
  #models({ values, negated }: FacetPart, facet: Facet, end: number): ReadonlySet<Model> | undefined {
    const isBegun = ({ value, range }: ValuePart): boolean =>
      facet.years === true && range.end === end && !parseYears(value) && mayBecomeYears(value);
    const typed = values.filter((value) => value.value.trim() !== '' && !isBegun(value));
    if (typed.length === 0) {
      return undefined;
    }
    const sets = typed.map(({ value }) => {
      const years = facet.years && parseYears(value);
      if (years) {
        const meant = this.#index
          .values(facet.id)
          .filter(({ id }) => years.first <= Number(id) && Number(id) <= years.last);
        return new Set(meant.flatMap(({ models }) => [...models]));
      }
      return this.#index.match(facet.id, value)?.models;
    });
    const known = sets.filter((set) => set !== undefined);
    // What means nothing leaves nothing, but it must not make `-x:y` leave out anything.
    return known.length === 0 && negated ? undefined : new Set(known.flatMap((set) => [...set]));
  }

  /** @param words - as {@link QueryFilter.#text} has them; the spaces around them make them whole words */
  #contains(words: string, negated: boolean): ((model: Model) => boolean) | undefined {
    return words.trim() === '' ? undefined : (model) => this.#text(model).includes(words) !== negated;
  }

  #text(model: Model): string {
    let text = this.#texts.get(model);
    if (text === undefined) {
      const values = Object.values(modelFields(model, this.#catalog.workOf(model))).flatMap((field) =>
        field.split('\n'),
      );
      // A word that no query has keeps a phrase from reaching over into the next value.
      text = values.map((value) => ` ${folded(value)} `).join('|');
      this.#texts.set(model, text);
    }
    return text;
  }
}

/** What the search looks for: words and phrases, and what is behind a name that is no facet's. */
export function searchedWords({ parts }: ParsedQuery): string {
  return parts
    .flatMap((part) => {
      if (part.negated) {
        return [];
      }
      switch (part.kind) {
        case 'word':
          return [part.word];
        case 'phrase':
          return [part.phrase];
        case 'facet':
          return part.facet ? [] : [wordsOf(part)];
      }
    })
    .join(' ');
}

function folded(text: string): string {
  return tokens(text).join(' ');
}

function wordsOf({ name, values }: FacetPart): string {
  return [name, ...values.map(({ value }) => value)].join(' ');
}
