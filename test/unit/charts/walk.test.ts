import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedPoint } from '../../../src/core/charts/timeline';
import { nextPoint, typedPoint } from '../../../src/core/charts/walk';

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

function at(id: string, x: number, y: number, lane = 0): PlacedPoint {
  return { id, name: id, x, y, lane };
}

/** All points that keys lead to from one. */
function reached(points: readonly PlacedPoint[], start: string): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) {
    for (const key of arrows) {
      const next = nextPoint(points, id, key);
      if (next !== undefined) {
        found.add(next);
      }
    }
  }
  return found;
}

describe('keys in a chart', () => {
  const points = [
    at('a', 0, 60),
    at('b', 0, 40),
    at('c', 50, 60),
    at('d', 50, 40),
    at('e', 50, 20),
    at('f', 20, 160, 1),
    at('g', 90, 160, 1),
  ];

  it('go to the next column of the lane at the same height, or what is nearest to it', () => {
    assert.equal(nextPoint(points, 'a', 'ArrowRight'), 'c');
    assert.equal(nextPoint(points, 'b', 'ArrowRight'), 'd');
    assert.equal(nextPoint(points, 'e', 'ArrowLeft'), 'b');
    assert.equal(nextPoint(points, 'd', 'ArrowRight'), undefined);
    assert.equal(nextPoint(points, 'f', 'ArrowRight'), 'g');
  });

  it('go through a column, and from its end to the lane beyond', () => {
    assert.equal(nextPoint(points, 'c', 'ArrowUp'), 'd');
    assert.equal(nextPoint(points, 'e', 'ArrowUp'), undefined);
    assert.equal(nextPoint(points, 'd', 'ArrowDown'), 'c');
    assert.equal(nextPoint(points, 'a', 'ArrowDown'), 'f');
  });

  it('go to the ends of the lane, and with Ctrl to those of the chart', () => {
    assert.equal(nextPoint(points, 'c', 'Home'), 'a');
    assert.equal(nextPoint(points, 'c', 'End'), 'e');
    assert.equal(nextPoint(points, 'f', 'Home', true), 'a');
    assert.equal(nextPoint(points, 'a', 'End', true), 'g');
    assert.equal(nextPoint(points, 'a', 'ArrowRight', true), undefined);
  });

  it('lead nowhere from nothing, and other keys never', () => {
    assert.equal(nextPoint(points, 'b', 'x'), undefined);
    assert.equal(nextPoint([], 'b', 'Home'), undefined);
    assert.equal(nextPoint(points, 'z', 'ArrowUp'), undefined);
  });

  it('reach every point from every other, also of those that cover each other', () => {
    const place = fc.record({
      x: fc.integer({ min: 0, max: 6 }),
      y: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
        const scattered = places
          .map(({ x, y }, index) => at(`p${index}`, x * 0.4, y * 10))
          .sort((a, b) => a.x - b.x || a.y - b.y);
        for (const { id } of scattered) {
          assert.equal(reached(scattered, id).size, scattered.length);
        }
      }),
    );
  });
});

describe('letters typed in a chart', () => {
  const points = ['Flamingo', 'LLaVA', 'LLaMA-Adapter', 'BLIP-2'].map((id) => at(id, 0, 0));

  it('go to the name that begins with them, whatever their case', () => {
    assert.equal(typedPoint(points, 'Flamingo', 'llam'), 'LLaMA-Adapter');
    assert.equal(typedPoint(points, 'LLaMA-Adapter', 'b'), 'BLIP-2');
    assert.equal(typedPoint(points, 'Flamingo', 'xyz'), undefined);
  });

  it('stay where they are while more of the name comes, and go on with one letter again', () => {
    assert.equal(typedPoint(points, 'LLaVA', 'lla'), 'LLaVA');
    assert.equal(typedPoint(points, 'LLaVA', 'l'), 'LLaMA-Adapter');
    assert.equal(typedPoint(points, 'LLaMA-Adapter', 'll'), 'LLaVA', 'from the end to the beginning');
  });
});
