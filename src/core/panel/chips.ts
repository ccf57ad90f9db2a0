import type { Model } from '../catalog/types';
import type { FacetId } from '../facets/facets';
import { facetOf } from '../facets/facets';
import type { CatalogQueries, QueryResult } from '../queries/catalogQueries';
import { parseQuery } from '../queries/parseQuery';
import { printQuery, printValue } from '../queries/printQuery';
import type { FacetPart, ParsedQuery, QueryPart } from '../queries/types';

/** The facets that the panel offers, in this order; all others can be typed. */
export const chipFacets: readonly FacetId[] = [
  'input',
  'output',
  'function',
  'backbone',
  'encoder',
  'inputProjector',
  'year',
  'survey',
];

/** A value of a facet that can be switched on and off. */
export interface Chip {
  /** As queries write it. */
  readonly value: string;
  /** English where it is a word and no name. */
  readonly label: string;
  /** Models that are found with it. */
  readonly count: number;
  readonly active: boolean;
}

export interface ChipGroup {
  readonly facet: FacetId;
  /** Active ones first, then by count (years: the newest first). */
  readonly chips: readonly Chip[];
}

/**
 * The values that can be added to a query with the number of models that are found then, and those that it has. Of several
 * values of a facet any will do, so a facet's own values do not narrow its counts.
 *
 * @param result - of the query
 * @param most - chips a group, besides the active ones
 */
export function chipGroups(result: QueryResult, queries: CatalogQueries, most: number): readonly ChipGroup[] {
  const found = new Set(result.hits.map(({ model }) => model));
  return chipFacets.map((facet) => {
    const own = partOf(result.query, facet);
    const left = own ? queries.models(without(result.query, own)) : found;
    const active = new Set(
      own?.values.flatMap(({ value }) => queries.index.value(facet, value)?.id ?? value) ?? [],
    );
    const chips = queries.index.values(facet).flatMap(({ id, label, models }): Chip[] => {
      const chip = { value: id, label, count: countOf(models, left), active: active.has(id) };
      return chip.count > 0 || chip.active ? [chip] : [];
    });
    const shown = chips.filter((chip) => chip.active);
    const others = chips.filter((chip) => !chip.active);
    const byCount = facetOf(facet).years ? others : others.sort((a, b) => b.count - a.count);
    return { facet, chips: [...shown, ...byCount.slice(0, most)] };
  });
}

/** The query with a value of a facet switched on or off; everything else in it stays. */
export function toggledQuery(text: string, facet: FacetId, value: string): string {
  const query = parseQuery(text);
  const own = partOf(query, facet);
  const [name] = facetOf(facet).names;
  if (!own) {
    const before = text.trimEnd();
    return `${before}${before === '' ? '' : ' '}${name}:${printValue(value)}`;
  }
  const others = own.values.filter((each) => each.value.toLowerCase() !== value.toLowerCase());
  const isOn = others.length < own.values.length;
  if (isOn && others.length === 0) {
    return without(query, own);
  }
  const parts = query.parts.map((part): QueryPart => {
    if (part !== own) {
      return part;
    }
    const added = { value, range: own.range, quoted: false, closed: true };
    return { ...own, values: isOn ? others : [...own.values.filter((each) => each.value !== ''), added] };
  });
  return printQuery({ parts });
}

/** The part that asks for values of a facet; what is ruled out is another matter. */
function partOf({ parts }: ParsedQuery, facet: FacetId): FacetPart | undefined {
  return parts.find(
    (part): part is FacetPart => part.kind === 'facet' && !part.negated && part.facet?.id === facet,
  );
}

function without({ parts }: ParsedQuery, left: QueryPart): string {
  return printQuery({ parts: parts.filter((part) => part !== left) });
}

function countOf(models: ReadonlySet<Model>, left: ReadonlySet<Model>): number {
  let count = 0;
  for (const model of models) {
    if (left.has(model)) {
      count += 1;
    }
  }
  return count;
}
