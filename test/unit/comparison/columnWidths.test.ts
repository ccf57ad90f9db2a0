import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { columnWidths } from '../../../src/core/comparison/columnWidths';

const word = (length: number): string => 'x'.repeat(length);
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('the widths of a table', () => {
  it('are those of its texts where there is room', () => {
    assert.deepEqual(
      columnWidths([
        ['Model', 'LLM'],
        ['LLaVA', 'Vicuna'],
      ]),
      [undefined, undefined],
    );
    assert.deepEqual(columnWidths([]), []);
  });

  it('give what short columns leave to long ones', () => {
    const [short, long] = columnWidths([
      ['LLaVA', words(40)],
      ['BLIP-2', words(30)],
    ]);
    assert.equal(short, undefined);
    assert.ok(long !== undefined && long > 0.7 && long < 1, String(long));
  });

  it('give more to columns that have more', () => {
    const [, some = 0, much = 0] = columnWidths([['LLaVA', words(10), words(30)]]);
    assert.ok(much > some && some > 0, `${much} and ${some}`);
  });

  it('have room for the longest word, if all can have it', () => {
    const [narrow = 1, wide = 0] = columnWidths([[`${word(12)} a`, words(40)]]);
    assert.ok(narrow >= 12 * 0.0145 - 0.001 && wide > narrow);
  });

  it('are never more than the line, and as many as there are columns', () => {
    const cell = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 });
    const table = fc
      .integer({ min: 1, max: 13 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(table, (lengths) => {
        const lines = lengths.map((line) => line.map((cells) => cells.map(word).join(' ')));
        const widths = columnWidths(lines);
        assert.equal(widths.length, lines[0]!.length);
        const given = widths.flatMap((width) => width ?? []);
        assert.ok(given.every((width) => width > 0));
        assert.ok(given.reduce((sum, width) => sum + width, 0) < 1);
      }),
      { numRuns: 60 },
    );
  });
});
