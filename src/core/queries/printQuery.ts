import type { ParsedQuery, QueryPart, ValuePart } from './types';

/** Writes a query in one way: facets by the name they are written with, one space between parts, quotes where needed. */
export function printQuery({ parts }: Pick<ParsedQuery, 'parts'>): string {
  return parts.map(printPart).join(' ');
}

function printPart(part: QueryPart): string {
  return (part.negated ? '-' : '') + printBare(part);
}

function printBare(part: QueryPart): string {
  switch (part.kind) {
    case 'word':
      return part.word;
    case 'phrase':
      return `"${part.phrase}"`;
    case 'facet':
      return `${part.facet?.names[0] ?? part.name}:${part.values.map(printTyped).join(',')}`;
  }
}

function printTyped({ value, quoted }: ValuePart): string {
  return printValue(value, quoted && value === '');
}

/** A value as it stands behind a facet's name. */
export function printValue(value: string, quoted = /[\s",]/u.test(value)): string {
  return quoted || /[\s",]/u.test(value) ? `"${value}"` : value;
}
