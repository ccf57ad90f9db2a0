import type { TextRange } from '../text';
import { Dictionary } from './dictionary';
import { fold } from './folding';
import { termMatches } from './query';
import type { Query } from './query';
import { eachTerm } from './terms';

const letterOrDigit = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;

/**
 * What of a text a query matches: the typed part of a word, or the whole word where it was typed with errors.
 *
 * @param name - see `eachTerm`
 * @returns sorted ranges that neither overlap nor touch
 */
export function highlight(text: string, query: Query, name: boolean): TextRange[] {
  const places = new Map<string, TextRange[]>();
  eachTerm(text, name, (term, _, start, end) => {
    const known = places.get(term);
    if (known) {
      known.push({ start, end });
    } else {
      places.set(term, [{ start, end }]);
    }
  });
  const dictionary = new Dictionary([...places.keys()].sort());
  const found: TextRange[] = [];
  for (const probe of query.probes) {
    const matches = termMatches(dictionary, probe);
    // Where the word itself stands, similar words are not what was meant.
    const exact = matches.some((match) => match.edits === 0);
    for (const { term, edits, whole } of matches) {
      if (exact && edits > 0) {
        continue;
      }
      for (const range of places.get(dictionary.terms[term] ?? '') ?? []) {
        const typed = whole || edits > 0 ? range.end : endOfTyped(text, range, probe.text.length);
        found.push({ start: range.start, end: typed });
      }
    }
  }
  return merged(found);
}

/** Where the first `count` folded letters and digits of a range end. */
function endOfTyped(text: string, range: TextRange, count: number): number {
  let end = range.start;
  let seen = 0;
  for (const character of text.slice(range.start, range.end)) {
    if (seen >= count && !mark.test(character)) {
      break;
    }
    end += character.length;
    seen += letterOrDigit.test(character) ? fold(character).length : 0;
  }
  return end;
}

function merged(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last && range.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else {
      result.push(range);
    }
  }
  return result;
}
