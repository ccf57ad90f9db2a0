import { facetNamed } from '../facets/facets';
import type { FacetPart, ParsedQuery, QueryPart, ValuePart } from './types';

const space = /\s/u;
/** A facet's name and the colon behind it. What looks like an address is none. */
const nameAndColon = /(\p{L}[\p{L}\p{N}_-]*):(?!\/\/)/uy;
const wordEnd = /[\s"]|$/gu;
const valueEnd = /[\s",]|$/gu;

/**
 * Reads a query. Nothing is an error here: whatever is typed has parts, which together with the space between them are
 * the whole text; what is wrong with it is said by `queryProblems`.
 */
export function parseQuery(text: string): ParsedQuery {
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text.charAt(at))) {
      at++;
    } else {
      const part = partAt(text, at);
      parts.push(part);
      at = part.range.end;
    }
  }
  return { text, parts };
}

function partAt(text: string, start: number): QueryPart {
  const next = text.charAt(start + 1);
  const negated = text.charAt(start) === '-' && next !== '' && !space.test(next);
  const from = negated ? start + 1 : start;
  if (text.charAt(from) === '"') {
    const { value, range, closed } = quotedAt(text, from);
    return { kind: 'phrase', phrase: value, closed, negated, range: { start, end: range.end } };
  }
  return facetAt(text, start, from, negated) ?? wordAt(text, start, from, negated);
}

function wordAt(text: string, start: number, from: number, negated: boolean): QueryPart {
  const end = endOf(wordEnd, text, from);
  return { kind: 'word', word: text.slice(from, end), negated, range: { start, end } };
}

function facetAt(text: string, start: number, from: number, negated: boolean): FacetPart | undefined {
  nameAndColon.lastIndex = from;
  const name = nameAndColon.exec(text)?.[1];
  if (name === undefined) {
    return undefined;
  }
  const facet = facetNamed(name);
  const colon = from + name.length;
  const values = valuesAt(text, colon + 1);
  const isTitle = values.length === 1 && values[0]?.value === '' && !values[0].quoted;
  // `BLIP-2: Bootstrapping ...` is a title that was pasted.
  if (!facet && isTitle) {
    return undefined;
  }
  const end = values.at(-1)?.range.end ?? colon + 1;
  return {
    kind: 'facet',
    name,
    nameRange: { start: from, end: colon },
    ...(facet && { facet }),
    values,
    negated,
    range: { start, end },
  };
}

function valuesAt(text: string, start: number): ValuePart[] {
  const values: ValuePart[] = [];
  let at = start;
  for (;;) {
    const value = text.charAt(at) === '"' ? quotedAt(text, at) : plainAt(text, at);
    values.push(value);
    at = value.range.end;
    if (text.charAt(at) !== ',') {
      return values;
    }
    at++;
  }
}

function plainAt(text: string, start: number): ValuePart {
  const end = endOf(valueEnd, text, start);
  return { value: text.slice(start, end), range: { start, end }, quoted: false, closed: true };
}

function quotedAt(text: string, start: number): ValuePart {
  const quote = text.indexOf('"', start + 1);
  const closed = quote >= 0;
  const end = closed ? quote + 1 : text.length;
  return {
    value: text.slice(start + 1, closed ? quote : end),
    range: { start, end },
    quoted: true,
    closed,
  };
}

/** Where the pattern is found next, which must match the end of the text as well. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? text.length;
}
