import assert from 'node:assert/strict';
import { mayBecomeYears, parseYears } from '../../../src/core/queries/years';

describe('parseYears', () => {
  const cases: readonly [string, number, number][] = [
    ['2023', 2023, 2023],
    ['2023..2024', 2023, 2024],
    ['2023-2024', 2023, 2024],
    ['2023..', 2023, Infinity],
    ['..2023', -Infinity, 2023],
    ['>=2024', 2024, Infinity],
    ['>2024', 2025, Infinity],
    ['<=2023', -Infinity, 2023],
    ['<2023', -Infinity, 2022],
  ];
  for (const [text, first, last] of cases) {
    it(`reads ${text}`, () => {
      assert.deepEqual(parseYears(text), { first, last });
    });
  }

  for (const text of ['', '..', '20', '20233', 'abc', '2023...2024', '2023..2024..2025', '>', '>=20']) {
    it(`does not read "${text}"`, () => {
      assert.equal(parseYears(text), undefined);
    });
  }

  it('knows everything that is a range of years once it is typed to the end', () => {
    for (const [text] of cases) {
      for (let end = 0; end < text.length; end++) {
        assert.ok(mayBecomeYears(text.slice(0, end)), text.slice(0, end));
      }
    }
    assert.ok(!mayBecomeYears('20x'));
    assert.ok(!mayBecomeYears('20233'));
  });
});
