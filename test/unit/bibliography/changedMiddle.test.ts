import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedMiddle } from '../../../src/core/bibliography/changedMiddle';
import { applyEdits } from '../../../src/core/text';

describe('changedMiddle', () => {
  it('is what lies between the begin and the end that two texts share', () => {
    assert.deepEqual(changedMiddle('one two three', 'one four three'), {
      range: { start: 4, end: 7 },
      newText: 'four',
    });
    assert.deepEqual(changedMiddle('aaa', 'aaaa'), { range: { start: 3, end: 3 }, newText: 'a' });
    assert.deepEqual(changedMiddle('aaaa', 'aaa'), { range: { start: 3, end: 4 }, newText: '' });
    assert.deepEqual(changedMiddle('', ''), { range: { start: 0, end: 0 }, newText: '' });
  });

  it('makes the one text of the other, in short and in long texts', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 6 });
    const filler = fc.constantFrom(0, 1, 16_383, 16_384, 40_000).map((length) => 'x'.repeat(length));
    fc.assert(
      fc.property(filler, part, part, filler, (head, before, after, tail) => {
        const previous = head + before + tail;
        const text = head + after + tail;
        const edit = changedMiddle(previous, text);
        assert.equal(applyEdits(previous, [edit]), text);
        // Never longer than what was changed.
        assert.ok(edit.range.end - edit.range.start <= before.length);
        assert.ok(edit.newText.length <= after.length);
      }),
      { numRuns: 300 },
    );
  });
});
