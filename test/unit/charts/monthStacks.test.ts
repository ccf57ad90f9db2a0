import assert from 'node:assert/strict';
import fc from 'fast-check';
import { monthStacks } from '../../../src/core/charts/monthStacks';
import type { StackedPoint } from '../../../src/core/charts/monthStacks';
import { namesOf } from '../../../src/core/charts/namesAbove';
import { themeColours as colours } from '../../../src/core/charts/palette';
import { svgDocument } from '../../../src/core/charts/svgNode';
import { all, assertWellFormed, withRole, written } from './xml';

function point(id: string, date: string, changes: Partial<StackedPoint> = {}): StackedPoint {
  return { id, name: id, date, lane: 0, series: 0, detail: '', isLandmark: false, ...changes };
}

function stacks(points: readonly StackedPoint[], width = 900) {
  return monthStacks(points, {
    title: 'Time',
    lanes: ['One', 'Two'],
    series: ['A', 'B', 'C'],
    colours,
    width,
  });
}

function many(count: number, date: string): StackedPoint[] {
  return Array.from({ length: count }, (_, index) => point(`p${index}`, date));
}

describe('stacks of months', () => {
  it('stand on the base of their lane, a month beside the other', () => {
    const { points } = stacks([
      point('a', '2023-01'),
      point('b', '2023-01'),
      point('c', '2023-02'),
      point('d', '2023-01', { lane: 1 }),
    ]);
    const [a, b, c, d] = points;
    assert.deepEqual(
      points.map(({ id, lane }) => [id, lane]),
      [
        ['a', 0],
        ['b', 0],
        ['c', 0],
        ['d', 1],
      ],
    );
    assert.ok(a!.x === b!.x && b!.y < a!.y, 'the second on the first');
    assert.ok(c!.x > a!.x && c!.y === a!.y, 'all from the same base');
    assert.ok(d!.x === a!.x && d!.y > a!.y, 'lanes below each other');
  });

  it('are sorted by series, with what is named on top', () => {
    const { points } = stacks([
      point('named', '2023-01', { isLandmark: true }),
      point('second', '2023-01', { series: 1 }),
      point('first', '2023-01'),
    ]);
    assert.deepEqual(
      points.map(({ id }) => id),
      ['first', 'second', 'named'],
    );
  });

  it('say every year, also the one that has begun before', () => {
    const { picture } = stacks([point('a', '2022-04'), point('b', '2024-06')]);
    const years = all(picture, 'text')
      .map(written)
      .filter((text) => /^\d{4}$/.test(text));
    assert.deepEqual(years, ['2022', '2023', '2024']);
  });

  it('become broader with smaller points where there are many, and take months together where there is no room', () => {
    const heightOf = (count: number, width?: number): number =>
      Number(stacks([...many(count, '2023-01'), point('z', '2026-12')], width).picture.attributes['height']);
    assert.ok(heightOf(20) > heightOf(2));
    assert.ok(heightOf(400, 1300) < 1200, String(heightOf(400, 1300)));
    const narrow = stacks(
      Array.from({ length: 48 }, (_, month) => {
        const date = `${2022 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        return point(`p${month}`, date);
      }),
      320,
    );
    const columns = new Set(narrow.points.map(({ x }) => x));
    assert.ok(columns.size < 48 && columns.size >= 16, `${columns.size} columns`);
  });

  it('carry the names of landmarks, none over another', () => {
    const named = ['Flamingo', 'BLIP-2', 'LLaVA'].map((id) => point(id, '2023-04', { isLandmark: true }));
    const { picture } = stacks([...named, point('other', '2023-04')]);
    const texts = all(picture, 'text').filter((text) => named.some(({ name }) => name === written(text)));
    assert.deepEqual(texts.map(written).sort(), ['BLIP-2', 'Flamingo', 'LLaVA']);
    assert.equal(new Set(texts.map(({ attributes }) => attributes['y'])).size, 3);
  });

  it('have an option for every point, all inside the picture and at places of their own', () => {
    const date = fc
      .tuple(fc.integer({ min: 2022, max: 2026 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    const some = fc.array(
      fc.record({
        date,
        lane: fc.integer({ min: 0, max: 1 }),
        series: fc.integer({ min: 0, max: 2 }),
        isLandmark: fc.boolean(),
      }),
      { maxLength: 150 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(300, 700, 1600), (raw, width) => {
        const given = raw.map(({ date: on, ...rest }, index) => point(`p${index}`, on, rest));
        const { points, picture } = stacks(given, width);
        const height = Number(picture.attributes['height']);
        assert.equal(withRole(picture, 'option').length, given.length);
        assert.equal(new Set(points.map(({ x, y }) => `${x.toFixed(3)} ${y}`)).size, given.length);
        assert.ok(points.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height));
      }),
      { numRuns: 40 },
    );
  });

  it('are drawn for no point, without a date and for hostile names', () => {
    assert.deepEqual(stacks([]).points, []);
    assert.deepEqual(stacks([point('a', 'soon'), point('b', '2023-01', { lane: 7 })]).points, []);
    const hostile = '<script>alert(1)</script>"&\u0000]]>';
    assertWellFormed(svgDocument(stacks([point(hostile, '2023-01', { isLandmark: true })]).picture));
  });
});

describe('the names of some points', () => {
  it('stand beside these, and inside the picture at its edge', () => {
    const points = [
      { id: 'a', name: 'Left', x: 10, y: 10, lane: 0 },
      { id: 'b', name: 'Right', x: 590, y: 10, lane: 0 },
      { id: 'c', name: 'Not chosen', x: 300, y: 10, lane: 0 },
    ];
    const names = all(namesOf(points, new Set(['a', 'b']), 600, colours), 'text');
    assert.deepEqual(names.map(written), ['Left', 'Right']);
    assert.deepEqual(
      names.map(({ attributes }) => attributes['text-anchor']),
      [undefined, 'end'],
    );
  });
});
