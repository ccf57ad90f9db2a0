import fc from 'fast-check';
import type { TextEdit } from '../../../src/core/text';

/** What people and programs type, and what hurts. */
const insertedArbitrary = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'x',
    ' ',
    '\n',
    '\r\n',
    '{',
    '}',
    '"',
    '@',
    '(',
    ')',
    ',',
    '=',
    '#',
    '%',
    '\\',
    '\u0000',
    '\ufeff',
    '@misc{new, title = {New}}\n',
    '\n@article{a,\n',
    '@string{jan = {One}}\n',
    '@string(abb = "two")',
    '@comment{',
    '\n@comment(@x{y',
    '% ',
    'title = jan # abb,',
    '\n}\n',
    '😀',
    '\ud83d',
    '\r',
    '𝑋',
  ),
  fc.string({ maxLength: 4 }),
);

/** Makes edits that do not overlap; where they fall depends on the text's length. */
export const editsArbitrary: fc.Arbitrary<(text: string) => TextEdit[]> = fc
  .array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      /** How far from the border of a block, or anywhere. */
      fromBorder: fc.option(fc.constantFrom(-1, 0, 1, 2)),
      removed: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 3, arbitrary: fc.constantFrom(1, 2) },
        { weight: 1, arbitrary: fc.nat(60) },
      ),
      newText: insertedArbitrary,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((wishes) => (text) => {
    const edits: TextEdit[] = [];
    let from = 0;
    const borders = [...text.matchAll(/@|[})]/g)].map(({ index }) => index);
    for (const { at, fromBorder, removed, newText } of [...wishes].sort((a, b) => a.at - b.at)) {
      const border = fromBorder === null ? undefined : borders[Math.floor(at * (borders.length - 1))];
      const wanted =
        border === undefined ? Math.floor(at * (text.length + 1)) - 1 : border + (fromBorder ?? 0);
      const start = Math.max(from, wanted, 0);
      if (start <= text.length) {
        const end = Math.min(start + removed, text.length);
        edits.push({ range: { start, end }, newText });
        from = end + 1;
      }
    }
    return edits;
  });
