import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCitations } from '../../../src/core/drafts/citations';
import { cleanNotes, hasNotes, latexNote, pandocNote } from '../../../src/core/writing/notes';

describe('notes', () => {
  it('are one line without blanks around', () => {
    assert.deepEqual(cleanNotes(' see\n also ', undefined), { prenote: 'see also', postnote: '' });
    assert.equal(hasNotes(cleanNotes(' ', '')), false);
    assert.equal(hasNotes(cleanNotes('', 'p. 3')), true);
  });

  it('may hold LaTeX', () => {
    for (const note of ['p.~3', '\\S~2', '\\emph{see}', '$\\alpha$', '50\\%', 'pp. 3--5']) {
      assert.equal(latexNote(note), note);
    }
  });

  it('cannot end or damage a LaTeX argument', () => {
    assert.equal(latexNote('50% & #1'), '50\\% \\& \\#1');
    assert.equal(latexNote('see [1]'), '{see [1]}');
    assert.equal(latexNote('a } b'), 'a \\} b');
    assert.equal(latexNote('end\\'), 'end\\textbackslash{}');
    const any = fc.string({ unit: fc.constantFrom(...'[]{}%#&\\a ~'.split('')), maxLength: 12 });
    fc.assert(
      fc.property(any, any, (prenote, postnote) => {
        const text = `\\citep[${latexNote(prenote)}][${latexNote(postnote)}]{key}`;
        assert.deepEqual(
          parseCitations(text, 'latex').map(({ range }) => range),
          [{ start: 0, end: text.length }],
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('cannot end or divide a pandoc citation', () => {
    assert.equal(pandocNote('p. 3, *so*'), 'p. 3, *so*');
    assert.equal(pandocNote('a; [b] @c'), 'a\\; \\[b\\] \\@c');
    assert.equal(pandocNote('done\\; x\\'), 'done\\; x\\\\');
  });
});
