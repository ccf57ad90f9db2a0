import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linearScale, monthNumber, monthScale, tickText } from '../../../src/core/charts/scales';

describe('a linear scale', () => {
  it('has round ticks', () => {
    assert.deepEqual(linearScale([0, 87.3], 0, 100).ticks, [0, 20, 40, 60, 80, 100]);
    assert.deepEqual(linearScale([0.12, 0.48], 0, 100).ticks.map(tickText), [
      '0.1',
      '0.2',
      '0.3',
      '0.4',
      '0.5',
    ]);
  });

  it('runs between its places, also backwards, for any values', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, (some) => {
        const scale = linearScale(some, 300, 10);
        const places = some.map(scale);
        assert.ok(
          places.every((place) => place >= 10 - 1e-6 && place <= 300 + 1e-6),
          String(places),
        );
        assert.ok(scale.ticks.length >= 2 && scale.ticks.length < 15, String(scale.ticks));
      }),
    );
  });

  it('exists for no value and for one', () => {
    assert.deepEqual(linearScale([], 0, 1).domain, [0, 1]);
    assert.ok(Number.isFinite(linearScale([5], 0, 1)(5)));
  });
});

describe('months', () => {
  it('are counted from dates', () => {
    assert.equal(monthNumber('2023-01')! - monthNumber('2022-12')!, 1);
    assert.equal(monthNumber('2023-04-17'), monthNumber('2023-04'));
    assert.equal(monthNumber('2023'), undefined);
    assert.equal(monthNumber('2023-00'), undefined);
  });

  it('have ticks at each January', () => {
    const scale = monthScale([monthNumber('2022-04')!, monthNumber('2025-11')!], 0, 100);
    assert.deepEqual(
      scale.ticks.map((month) => month / 12),
      [2023, 2024, 2025],
    );
  });

  it('last from their number to the next, so that the scale ends after the last', () => {
    const scale = monthScale([24, 26], 0, 90);
    assert.deepEqual(scale.domain, [24, 27]);
    assert.equal(scale(25.5), 45);
  });

  it('can be taken together, from January on', () => {
    assert.deepEqual(monthScale([25, 31], 0, 1, 3).domain, [24, 33]);
  });
});
