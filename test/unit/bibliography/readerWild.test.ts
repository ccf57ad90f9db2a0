import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/reader';

const NEXT = '@misc{next, title = {Next}}\n';

/** The rows of what other parsers were seen to lose, each before an entry that must be read. */
const ROWS: readonly (readonly [what: string, text: string, keys: readonly string[], code?: string])[] = [
  ['a missing comma between fields', '@misc{a, title = {A}\n year = 2000}\n', ['a', 'next'], 'missing-comma'],
  ['an unclosed brace', '@misc{a, title = {A, year = 2000}\n', ['a', 'next'], 'unfinished-entry'],
  ['a key with a space', '@misc{a b, title = {A}}\n', ['a b', 'next'], 'key-with-space'],
  ['an empty value', '@misc{a, title=, year = 2000}\n', ['a', 'next'], 'missing-value'],
  ['prose with an e-mail address', 'Ask joe@mit.edu {or} me.\n@misc{a, title = {A}}\n', ['a', 'next']],
  ['a commented line inside', '@misc{a,\n% title = {B},\n title = {A},\n}\n', ['a', 'next']],
  ['an abbreviation nobody defined', '@misc{a, month = foo}\n', ['a', 'next'], 'unknown-string'],
  ['a repeated key', '@misc{next, title = {A}}\n', ['next', 'next'], 'duplicate-key'],
  ['a key in other letters', '@misc{Müller_漢字:2020, title = {A}}\n', ['Müller_漢字:2020', 'next']],
  ['parentheses', '@misc(a, title = {A (B)}, year = 2000)\n', ['a', 'next']],
  ['quotation marks with braces inside', '@misc{a, title = "A {"}B{"}"}\n', ['a', 'next']],
  ['a NUL', '@misc{a, title = {A\u0000B}}\u0000\n', ['a', 'next']],
  ['a lone carriage return for each line end', '@misc{a,\r  title = {A},\r}\r\r', ['a', 'next']],
  ['a BOM', '\ufeff@misc{a, title = {A}}\r\n', ['a', 'next']],
];

describe('readBibliography, of all that was seen in the wild,', () => {
  for (const [what, text, keys, code] of ROWS) {
    it(`reads ${what} and the next entry${code === undefined ? '' : ', with one defect'}`, () => {
      const { entries, defects } = readBibliography(text + NEXT);
      assert.deepEqual(
        entries.map(({ key }) => key),
        keys,
      );
      assert.equal(entries.at(-1)?.field('title')?.value, 'Next');
      assert.deepEqual(
        defects.map((found) => found.code),
        code === undefined ? [] : [code],
      );
    });
  }

  it('ends comments at a lone carriage return', () => {
    const [entry] = readBibliography('@misc{a,\r% year = 1,\r  year = 2,\r}').entries;
    assert.deepEqual(
      entry?.fields.map(({ name, value }) => [name, value]),
      [['year', '2']],
    );
  });

  it('reads a single value of a megabyte', function () {
    this.timeout(60_000);
    const long = 'A {word} and "another". '.repeat(45_000);
    assert.ok(long.length > 1_000_000);
    for (const source of [`{${long}}`, `"${long.replaceAll('"', '')}"`, long.replace(/[^a-z]/g, '')]) {
      const text = `@misc{a, title = {A}, abstract = ${source}, year = 2000}\n${NEXT}`;
      const { entries } = readBibliography(text);
      assert.deepEqual(
        entries.map(({ key }) => key),
        ['a', 'next'],
      );
      assert.equal(entries[0]?.field('year')?.value, '2000');
      const range = entries[0]?.field('abstract')?.valueRange;
      assert.equal(text.slice(range?.start, range?.end), source);
    }
  });

  it('finds the next entry behind a megabyte without end', function () {
    this.timeout(60_000);
    const long = 'A {word} and. '.repeat(75_000);
    const { entries } = readBibliography(`@misc{a, title = {A}, abstract = {${long}\n${NEXT}`);
    assert.deepEqual(
      entries.map(({ key }) => key),
      ['a', 'next'],
    );
    assert.equal(entries[0]?.field('title')?.value, 'A');
  });
});
