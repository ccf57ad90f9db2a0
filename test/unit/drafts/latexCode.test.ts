import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDeclarations } from '../../../src/core/drafts/declarations';
import { findIncludes } from '../../../src/core/drafts/includes';
import { argumentAt, fileNameIn, latexCode, optionAt } from '../../../src/core/drafts/latexCode';

/** The code without the blanks that stand for what was taken out. */
function kept(text: string): string {
  return latexCode(text).replace(/\s+/g, ' ').trim();
}

describe('The code of a LaTeX text', () => {
  it('has no comments, but escaped percent signs and addresses', () => {
    assert.equal(kept('a % b\nc'), 'a c');
    assert.equal(kept('50\\% b % c\n\\\\% d'), '50\\% b \\\\');
    assert.match(kept('\\href{https://a.org/b%20c}{d} e'), / ?e$/);
  });

  it('has no verbatim text', () => {
    assert.ok(!kept('\\begin{minted}{tex}\n\\no\n\\end{minted} x').includes('\\no'));
    assert.ok(!kept('\\verb|\\no| \\lstinline[a=b]!\\no! \\mintinline{tex}{\\no} x').includes('\\no'));
  });

  it('has no R chunks', () => {
    assert.equal(kept('a\n<<echo=FALSE>>=\n\\no\n@\nb'), 'a b');
  });

  it('has no false branches, nested or not', () => {
    assert.equal(kept('a \\iffalse b \\ifx c \\else d \\fi e \\fi f'), 'a f');
    assert.equal(kept('a \\iffalse b \\else c \\fi d'), 'a c \\fi d');
    assert.equal(kept('a \\iffalse $b \\iff c$ \\ifdef{a}{b}{c} \\fi d'), 'a d');
    assert.equal(kept('a \\iffalse b'), 'a');
  });

  it('ends with the document', () => {
    assert.equal(kept('a \\end{document} b'), 'a \\end{document}');
    assert.equal(kept('a % \\end{document}\nb'), 'a b');
  });

  it('has the length and the line breaks of the text', () => {
    const parts = fc.array(
      fc.constantFrom(
        ...[
          'a',
          '%',
          '\n',
          '\r\n',
          '\r',
          '\\',
          '{',
          '}',
          '|',
          '\\verb',
          '\\begin{verbatim}',
          '\\end{verbatim}',
        ],
        ...[
          '\\iffalse',
          '\\else',
          '\\fi',
          '\\end{document}',
          '\\url{',
          '<<x>>=',
          '@',
          '\ud83d\ude00',
          '\\begin{comment}',
        ],
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const text = pieces.join('');
        const code = latexCode(text);
        assert.equal(code.length, text.length);
        assert.equal(code.replace(/[^\r\n]/g, ''), text.replace(/[^\r\n]/g, ''));
        [...code].forEach((character) => assert.ok(character === ' ' || text.includes(character)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('Arguments', () => {
  it('are what stands between balanced braces', () => {
    assert.deepEqual(argumentAt('\\x {a{b}\\}c} d', 2), { start: 4, end: 11 });
    assert.equal(argumentAt('x', 1), undefined);
    assert.equal(argumentAt('{a{b}', 0), undefined);
    assert.equal(argumentAt('a{b}', 0), undefined);
  });

  it('are not searched for without end, however many are left open', () => {
    const text = '\\input{'.repeat(50_000);
    assert.deepEqual(findIncludes(text), []);
    assert.deepEqual(findDeclarations(text.replaceAll('input', 'bibliography'), 'latex'), []);
  });

  it('are what stands between brackets, braces inside protected', () => {
    assert.deepEqual(optionAt('[a={]},b]', 0), { start: 1, end: 8 });
    assert.deepEqual(optionAt('\n[] {', 0), { start: 2, end: 2 });
    assert.equal(optionAt('{a}', 0), undefined);
    assert.equal(optionAt('[a', 0), undefined);
  });

  it('name files without blanks, quotes and \\subfix', () => {
    const name = (content: string): string => {
      const range = fileNameIn(content, { start: 0, end: content.length });
      return content.slice(range.start, range.end);
    };
    assert.deepEqual([' a b ', '"a b"', '\\subfix{../c}', '{d}', ''].map(name), [
      'a b',
      'a b',
      '../c',
      'd',
      '',
    ]);
  });
});
