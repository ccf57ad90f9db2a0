import type { Model } from '../catalog/types';
import type { FacetIndex, FacetValue } from '../facets/facetIndex';
import type { Facet, FacetId } from '../facets/facets';
import { facets } from '../facets/facets';
import { fold } from '../search/folding';
import type { TextRange } from '../text';
import { printValue } from './printQuery';
import type { QueryFilter } from './filter';
import type { FacetPart, ParsedQuery, ValuePart } from './types';

/** What can stand at the cursor. */
export interface QueryCompletions {
  /** What the completions replace; UTF-16 offsets. */
  readonly range: TextRange;
  /** Best first. */
  readonly items: readonly QueryCompletion[];
}

export interface QueryCompletion {
  /** Written instead of the range. */
  readonly text: string;
  /** The facet's or the value's name for people; English where it is a word and no name. */
  readonly label: string;
  readonly facet: FacetId;
  /** Models that are left with this value and what else the query says; absent for names of facets. */
  readonly count?: number;
}

/**
 * Completes names and values of facets.
 *
 * @param offset - of the cursor, in UTF-16 units
 * @returns `undefined` where nothing is to be completed: in a phrase, in a word that no name begins with
 */
export function completeQuery(
  query: ParsedQuery,
  offset: number,
  index: FacetIndex,
  filter: QueryFilter,
): QueryCompletions | undefined {
  const part = query.parts.find(({ range }) => range.start <= offset && offset <= range.end);
  if (part?.kind === 'facet' && part.facet && offset > part.nameRange.end) {
    const value = part.values.find(({ range }) => range.start <= offset && offset <= range.end);
    return value && completeValue(query, part, part.facet, value, index, filter);
  }
  if (part?.kind === 'facet') {
    return completeName(part.nameRange, part.name, '');
  }
  if (part?.kind === 'phrase') {
    return undefined;
  }
  const start = part ? part.range.start + (part.negated ? 1 : 0) : offset;
  return completeName({ start, end: part?.range.end ?? offset }, part?.word ?? '', ':');
}

function completeName(range: TextRange, typed: string, colon: string): QueryCompletions | undefined {
  const start = typed.toLowerCase();
  const items = facets.flatMap(({ id, names, label }): QueryCompletion[] => {
    const name = names[0].startsWith(start) ? names[0] : names.find((each) => each.startsWith(start));
    return name === undefined ? [] : [{ text: name + colon, label, facet: id }];
  });
  return items.length === 0 ? undefined : { range, items };
}

function completeValue(
  query: ParsedQuery,
  part: FacetPart,
  facet: Facet,
  typed: ValuePart,
  index: FacetIndex,
  filter: QueryFilter,
): QueryCompletions {
  // Of several values any will do: what the others leave out does not matter to this one.
  const left = filter.of(query, part);
  const others = new Set(
    part.values.flatMap((other) =>
      other === typed || other.value === '' ? [] : (index.value(facet.id, other.value)?.id ?? []),
    ),
  );
  const start = fold(typed.value);
  const items = index
    .beginning(facet.id, typed.value)
    .filter(({ id }) => !others.has(id))
    .map((value) => ({ value, count: countOf(value, left) }))
    .filter(({ count }) => count > 0)
    .sort(
      (a, b) =>
        Number(begins(b.value, start)) - Number(begins(a.value, start)) ||
        (facet.years ? 0 : b.count - a.count),
    )
    .map(({ value, count }) => ({
      text: printValue(value.id),
      label: value.label,
      facet: facet.id,
      count,
    }));
  return { range: typed.range, items };
}

function countOf({ models, count }: FacetValue, left: ((model: Model) => boolean) | undefined): number {
  return left ? [...models].filter(left).length : count;
}

function begins({ id, label, aliases }: FacetValue, start: string): boolean {
  return [id, label, ...aliases].some((name) => fold(name).startsWith(start));
}
