import type { FacetIndex } from '../facets/facetIndex';
import type { Facet, FacetId } from '../facets/facets';
import { facets } from '../facets/facets';
import type { TextRange } from '../text';
import { nearest } from './nearest';
import { printValue } from './printQuery';
import type { FacetPart, ParsedQuery, ValuePart } from './types';
import { mayBecomeYears, parseYears } from './years';

/** Something wrong with a query. */
export interface QueryProblem {
  readonly kind: 'unknown-facet' | 'unknown-value' | 'bad-years' | 'no-value' | 'unclosed-quote';
  /** English, one sentence, with `{0}` ... for `args`. */
  readonly message: string;
  readonly args: readonly string[];
  /** UTF-16 offsets of what is wrong. */
  readonly range: TextRange;
  /** What to write there instead. */
  readonly suggestion?: string;
  /** Goes away if the user types on at the end of the query. */
  readonly unfinished: boolean;
}

/** What is wrong with a query, from left to right. */
export function queryProblems(query: ParsedQuery, index: FacetIndex): readonly QueryProblem[] {
  const end = query.text.length;
  return query.parts.flatMap((part): QueryProblem[] => {
    switch (part.kind) {
      case 'word':
        return [];
      case 'phrase':
        return part.closed ? [] : [unclosed(part.range)];
      case 'facet':
        return part.facet ? valueProblems(part, part.facet, index, end) : [unknownFacet(part)];
    }
  });
}

function unknownFacet({ name, nameRange }: FacetPart): QueryProblem {
  const suggestion = nearest(
    name,
    facets.flatMap(({ names }) => names),
  );
  return {
    kind: 'unknown-facet',
    ...(suggestion === undefined
      ? {
          message: 'There is no property "{0}". There are: {1}.',
          args: [name, facets.map(({ names }) => names[0]).join(', ')],
        }
      : {
          message: 'There is no property "{0}". Did you mean "{1}"?',
          args: [name, suggestion],
          suggestion,
        }),
    range: nameRange,
    unfinished: false,
  };
}

function valueProblems(part: FacetPart, facet: Facet, index: FacetIndex, end: number): QueryProblem[] {
  return part.values.flatMap((value): QueryProblem[] => {
    const atEnd = value.range.end === end;
    if (!value.closed) {
      return [unclosed(value.range)];
    }
    if (value.value.trim() === '') {
      return [
        {
          kind: 'no-value',
          message: 'A value must stand right behind "{0}:".',
          args: [part.name],
          range: value.range.start === value.range.end ? part.range : value.range,
          unfinished: atEnd,
        },
      ];
    }
    const problem = facet.years
      ? yearProblem(value, atEnd)
      : unknownValue(facet.id, facet.names[0], value, index);
    return problem ? [problem] : [];
  });
}

function yearProblem({ value, range }: ValuePart, atEnd: boolean): QueryProblem | undefined {
  const years = parseYears(value);
  if (years && years.first <= years.last) {
    return undefined;
  }
  return {
    kind: 'bad-years',
    args: [value],
    range,
    ...(years
      ? {
          message: '"{0}" ends before it begins.',
          suggestion: `${years.last}..${years.first}`,
          unfinished: false,
        }
      : {
          message: '"{0}" is no year and no range of years such as 2023..2024.',
          unfinished: atEnd && mayBecomeYears(value),
        }),
  };
}

function unknownValue(
  facet: FacetId,
  name: string,
  { value, range }: ValuePart,
  index: FacetIndex,
): QueryProblem | undefined {
  if (index.match(facet, value)) {
    return undefined;
  }
  const like = index.nearest(facet, value);
  return {
    kind: 'unknown-value',
    range,
    unfinished: false,
    ...(like
      ? {
          message: 'No model has "{0}" for {1}. Did you mean "{2}"?',
          args: [value, name, like.label],
          suggestion: printValue(like.id),
        }
      : { message: 'No model has "{0}" for {1}.', args: [value, name] }),
  };
}

function unclosed(range: TextRange): QueryProblem {
  return {
    kind: 'unclosed-quote',
    message: 'The second quotation mark is missing.',
    args: [],
    range,
    unfinished: true,
  };
}
