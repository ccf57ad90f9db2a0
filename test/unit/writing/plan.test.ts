import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text';
import { clearSelection, replacement } from '../../../src/core/writing/plan';

describe('planning around a selection', () => {
  it('takes the selection out of the text', () => {
    const cleared = clearSelection('abcdef', 2, 4);
    assert.equal(cleared.text, 'abef');
    assert.equal(cleared.offset, 2);
  });

  it('leaves a text without selection alone', () => {
    const cleared = clearSelection('abc', 1, undefined);
    const edits = replacement({ start: 1, end: 2 }, 'X').edits;
    assert.equal(cleared.text, 'abc');
    assert.deepEqual(cleared.restore(edits), edits);
  });

  it('makes one edit of an insertion at the selection and its deletion', () => {
    const { restore } = clearSelection('abcdef', 2, 4);
    assert.deepEqual(restore([{ range: { start: 2, end: 2 }, newText: 'X' }]), [
      { range: { start: 2, end: 4 }, newText: 'X' },
    ]);
  });

  it('deletes the selection even if the edit is elsewhere', () => {
    const { restore } = clearSelection('abcdef', 2, 4);
    assert.equal(applyEdits('abcdef', restore([{ range: { start: 3, end: 4 }, newText: 'X' }])), 'abeX');
    assert.equal(applyEdits('abcdef', restore([{ range: { start: 0, end: 1 }, newText: 'X' }])), 'Xbef');
    assert.equal(applyEdits('abcdef', restore([])), 'abef');
  });

  it('keeps offsets inside the text', () => {
    assert.equal(clearSelection('abc', 9, 20).text, 'abc');
    assert.equal(clearSelection('abc', -1, 1).text, 'bc');
    assert.equal(clearSelection('abc', 2, 1).text, 'abc');
  });

  it('gives the same text as deleting first and editing then', () => {
    const span = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.string({ minLength: 12, maxLength: 12 }), span, span, (text, selection, edited) => {
        const cleared = clearSelection(text, selection.start, selection.end);
        fc.pre(edited.end <= cleared.text.length);
        const edits = [{ range: edited, newText: '|' }];
        assert.equal(applyEdits(text, cleared.restore(edits)), applyEdits(cleared.text, edits));
      }),
    );
  });

  it('puts the cursor behind a replacement', () => {
    assert.deepEqual(replacement({ start: 3, end: 5 }, 'abc'), {
      edits: [{ range: { start: 3, end: 5 }, newText: 'abc' }],
      cursor: 6,
      inserted: 'abc',
    });
  });
});
