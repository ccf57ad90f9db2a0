import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Dictionary } from '../../../src/core/search/dictionary';

function dictionaryOf(...terms: string[]): Dictionary {
  return new Dictionary([...new Set(terms)].sort());
}

function similar(
  dictionary: Dictionary,
  word: string,
  edits: number,
): [term: string, edits: number, whole: boolean][] {
  return dictionary
    .similarTo(word, edits)
    .map(({ term, edits: found, whole }) => [dictionary.terms[term] ?? '', found, whole]);
}

/** Optimal string alignment, written as the textbook has it. */
function distance(a: string, b: string): number {
  const rows: number[][] = [];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let i = 0; i <= a.length; i++) {
    rows.push([]);
    for (let j = 0; j <= b.length; j++) {
      let best = i === 0 ? j : j === 0 ? i : Infinity;
      if (i > 0 && j > 0) {
        best = Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          best = Math.min(best, at(i - 2, j - 2) + 1);
        }
      }
      rows[i]?.push(best);
    }
  }
  return at(a.length, b.length);
}

describe('Dictionary', () => {
  describe('startingWith', () => {
    const dictionary = dictionaryOf('blip', 'flam', 'flamingo', 'flaming', 'flan', 'gpt');
    const found = (prefix: string): readonly string[] => {
      const { from, to } = dictionary.startingWith(prefix);
      return dictionary.terms.slice(from, to);
    };

    it('finds the terms with a beginning, the shortest first', () => {
      assert.deepEqual(found('flam'), ['flam', 'flaming', 'flamingo']);
    });

    it('finds first, last and no terms', () => {
      assert.deepEqual(found('b'), ['blip']);
      assert.deepEqual(found('gpt'), ['gpt']);
      assert.deepEqual(found('fla!'), []);
      assert.deepEqual(found('z'), []);
      assert.deepEqual(dictionaryOf().startingWith('a'), { from: 0, to: 0 });
    });

    it('finds what a filter finds', () => {
      const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '模'), maxLength: 5 });
      fc.assert(
        fc.property(fc.array(word), word, (terms, prefix) => {
          const any = dictionaryOf(...terms);
          const { from, to } = any.startingWith(prefix);
          assert.deepEqual(
            any.terms.slice(from, to),
            any.terms.filter((term) => term.startsWith(prefix)),
          );
        }),
      );
    });
  });

  describe('similarTo', () => {
    it('finds a letter too many, one missing, a wrong one, and two swapped', () => {
      const dictionary = dictionaryOf('flamingo');
      for (const word of ['flamiingo', 'flmingo', 'flomingo', 'falmingo', 'lfamingo', 'flaminog']) {
        assert.deepEqual(similar(dictionary, word, 1), [['flamingo', 1, true]], word);
      }
    });

    it('finds two errors only if two are allowed', () => {
      const dictionary = dictionaryOf('flamingo');
      assert.deepEqual(similar(dictionary, 'falmigno', 1), []);
      assert.deepEqual(similar(dictionary, 'falmigno', 2), [['flamingo', 2, true]]);
    });

    it('finds the beginning of a term while it is being typed', () => {
      assert.deepEqual(similar(dictionaryOf('instructblip'), 'instrcut', 1), [['instructblip', 1, false]]);
    });

    it('does not take a beginning that is shorter than what was typed', () => {
      // Else `llav` would find all that starts with `lla`.
      assert.deepEqual(similar(dictionaryOf('llama'), 'llav', 1), [['llama', 1, false]]);
      assert.deepEqual(similar(dictionaryOf('llxyz'), 'llav', 1), []);
    });

    it('leaves out terms that begin with the word itself', () => {
      assert.deepEqual(similar(dictionaryOf('llava', 'llavar', 'lavva'), 'llava', 1), []);
    });

    it('finds the whole terms that the textbook finds, and no beginning of which it knows none', () => {
      const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 3, maxLength: 9 });
      fc.assert(
        fc.property(fc.array(word, { maxLength: 40 }), word, fc.constantFrom(1, 2), (terms, typed, edits) => {
          const dictionary = dictionaryOf(...terms);
          const found = new Map(
            similar(dictionary, typed, edits).map(([term, count, whole]) => [term, { count, whole }]),
          );
          for (const term of dictionary.terms) {
            const beginnings = Array.from({ length: term.length + 1 }, (_, length) => term.slice(0, length));
            const expected = Math.min(
              distance(typed, term),
              ...beginnings
                .filter(({ length }) => length >= typed.length)
                .map((each) => distance(typed, each)),
            );
            if (expected === 0 || expected > edits) {
              assert.equal(found.has(term), false, `${typed} ${term}`);
            } else {
              assert.deepEqual(found.get(term), {
                count: expected,
                whole: distance(typed, term) === expected,
              });
            }
          }
        }),
        { numRuns: 300 },
      );
    });
  });
});
