import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lines } from '../../../src/core/navigation/lines';

describe('Lines', () => {
  it('counts lines and characters from 0, whatever ends a line', () => {
    const lines = new Lines('ab\ncd\r\nef\rgh');
    const at = (offset: number): string => {
      const { line, character } = lines.positionAt(offset);
      return `${line}:${character}`;
    };
    assert.deepEqual([0, 2, 3, 5, 7, 9, 10, 12].map(at), [
      '0:0',
      '0:2',
      '1:0',
      '1:2',
      '2:0',
      '2:2',
      '3:0',
      '3:2',
    ]);
  });

  it('does not count a BOM, which editors do not show', () => {
    const lines = new Lines('\ufeffab\ncd');
    assert.deepEqual(lines.positionAt(0), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(2), { line: 0, character: 1 });
    assert.deepEqual(lines.positionAt(4), { line: 1, character: 0 });
  });

  it('takes offsets outside of the text for its ends', () => {
    const lines = new Lines('ab\nc');
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 1 });
  });

  it('agrees with splitting the text into lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', '\n', '\r', '\r\n') }),
        fc.nat(),
        (text, seed) => {
          const offset = seed % (text.length + 1);
          // Between CR and LF is no place of its own.
          fc.pre(!(text[offset - 1] === '\r' && text[offset] === '\n'));
          const before = text.slice(0, offset).split(/\r\n|\r|\n/);
          assert.deepEqual(new Lines(text).positionAt(offset), {
            line: before.length - 1,
            character: before.at(-1)?.length,
          });
        },
      ),
    );
  });
});
