import type { Dictionary } from './dictionary';
import { words } from './folding';

/** One thing that a query looks up. */
export interface Probe {
  /** Folded. */
  readonly text: string;
  /** The words of the query that a match accounts for; bit `i` is word `i`. */
  readonly bits: number;
  /** Typing errors that are allowed. */
  readonly maxEdits: 0 | 1 | 2;
  /** Several words of the query looked up as one: `gpt 4` as `gpt4`. */
  readonly joined: boolean;
}

/** A query as it is looked up. */
export interface Query {
  /** Single words first, then words joined. */
  readonly probes: readonly Probe[];
  readonly wordCount: number;
  /** All words without anything between them. */
  readonly compact: string;
  /** Typing errors that are allowed in {@link compact}. */
  readonly nameEdits: 0 | 1 | 2;
}

/** A term that a probe finds. */
export interface TermMatch {
  /** Index in the dictionary. */
  readonly term: number;
  /** 1 for the same word, less for its beginning, less again with typing errors. */
  readonly quality: number;
  readonly edits: number;
  /** The whole term was typed, not only its beginning. */
  readonly whole: boolean;
}

/** Words beyond these do not narrow a search: matches are kept in the bits of one number. */
const mostWords = 30;
const longestJoin = 5;
/** Nobody types longer words by hand. */
const longestTypo = 40;

export function parseQuery(text: string): Query {
  const found = words(text).slice(0, mostWords);
  const probes: Probe[] = found.map((word, index) => ({
    text: word.text,
    bits: 1 << index,
    maxEdits: allowedEdits(word.text),
    joined: false,
  }));
  for (let first = 0; first < found.length; first++) {
    let joined = found[first]?.text ?? '';
    let bits = 1 << first;
    let glued = true;
    for (let next = first + 1; next < Math.min(found.length, first + longestJoin); next++) {
      joined += found[next]?.text ?? '';
      bits |= 1 << next;
      glued &&= found[next]?.glued ?? false;
      // `gtp4` is one word to who types it, though its letters alone are too few for a guess.
      probes.push({ text: joined, bits, maxEdits: glued ? allowedEdits(joined) : 0, joined: true });
    }
  }
  const compact = found.map((word) => word.text).join('');
  return { probes, wordCount: found.length, compact, nameEdits: allowedEdits(compact) };
}

/** The terms that a probe finds; those that begin with it first. */
export function termMatches(dictionary: Dictionary, probe: Probe): TermMatch[] {
  const found: TermMatch[] = [];
  const { from, to } = dictionary.startingWith(probe.text);
  for (let term = from; term < to; term++) {
    const length = dictionary.terms[term]?.length ?? 1;
    const whole = length === probe.text.length;
    found.push({ term, quality: whole ? 1 : 0.6 + (0.3 * probe.text.length) / length, edits: 0, whole });
  }
  if (probe.maxEdits > 0) {
    for (const { term, edits, whole } of dictionary.similarTo(probe.text, probe.maxEdits)) {
      if (sameDigits(dictionary.terms[term] ?? '', probe.text, whole)) {
        found.push({ term, quality: (edits === 1 ? 0.5 : 0.35) * (whole ? 1 : 0.8), edits, whole });
      }
    }
  }
  return found;
}

function allowedEdits(word: string): 0 | 1 | 2 {
  if (word.length < 4 || word.length > longestTypo || /^\d+$/u.test(word)) {
    return 0;
  }
  return word.length < 8 ? 1 : 2;
}

/** Another digit is another model or another year, not a typing error. */
function sameDigits(term: string, typed: string, whole: boolean): boolean {
  const digits = typed.replace(/\D/gu, '');
  return whole ? term.replace(/\D/gu, '') === digits : digits === '' && !/\d/u.test(term);
}
