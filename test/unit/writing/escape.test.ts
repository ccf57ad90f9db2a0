import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCitations } from '../../../src/core/drafts/citations';
import { escapeText } from '../../../src/core/writing/escape';

describe('escaping prose for LaTeX', () => {
  const latex = (text: string): string => escapeText(text, 'latex');

  it('shows every special character as itself', () => {
    assert.equal(latex('A&B 5% $6 #1 a_b {c}'), 'A\\&B 5\\% \\$6 \\#1 a\\_b \\{c\\}');
    assert.equal(latex('~^\\'), '\\textasciitilde{}\\textasciicircum{}\\textbackslash{}');
    assert.equal(latex('a<b>c|d'), 'a\\textless{}b\\textgreater{}c\\textbar{}d');
    assert.equal(latex('VILA^2'), 'VILA\\textasciicircum{}2');
  });

  it('keeps letters and typographic characters of any script', () => {
    for (const text of [
      'Müller–Łukasz',
      '“so”, ‘so’ — 2×3…',
      '视觉语言模型。',
      'é e\u0301',
      '*V* [RET] @x `y`',
    ]) {
      assert.equal(latex(text), text);
    }
  });

  it('makes math of what pdfTeX does not know as text', () => {
    assert.equal(latex('α-UMi'), '$\\alpha$-UMi');
    assert.equal(latex('a → b ≤ c − d Ω'), 'a $\\rightarrow$ b $\\leq$ c $-$ d $\\Omega$');
  });

  it('never leaves a character with a meaning', () => {
    const special = fc.string({ unit: fc.constantFrom(...'\\{}%$&#_^~<>|ab 1'.split('')) });
    fc.assert(
      fc.property(special, (text) => {
        const rest = latex(text).replace(/\\(?:text[a-z]+\{\}|[&%$#_{}])/g, '');
        assert.doesNotMatch(rest, /[\\{}%$&#_^~<>|]/);
      }),
    );
  });
});

describe('escaping prose for Markdown', () => {
  const pandoc = (text: string): string => escapeText(text, 'pandoc');

  it('escapes what would be markup', () => {
    assert.equal(pandoc('*a* **b** V*'), '\\*a\\* \\*\\*b\\*\\* V\\*');
    assert.equal(pandoc('_a_ `b` \\c $5'), '\\_a\\_ \\`b\\` \\\\c \\$5');
    assert.equal(pandoc('<b> <!-- </b>'), '\\<b> \\<!-- \\</b>');
    assert.equal(pandoc('H~2~O x^2^'), 'H\\~2\\~O x\\^2\\^');
    assert.equal(pandoc('see @doe and [@x]'), 'see \\@doe and \\[\\@x]');
    assert.equal(pandoc('[a](b) [a][b] [^1]'), '\\[a\\](b) \\[a\\][b] \\[^1]');
    assert.equal(pandoc('# one\n> two\n| three'), '\\# one\n\\> two\n\\| three');
    assert.equal(pandoc('a &amp; b'), 'a \\&amp; b');
  });

  it('leaves alone what is none', () => {
    for (const text of [
      'a [RET] token',
      'CC_3M',
      '2 * 3',
      '5 < 6 > 4',
      'VILA^2',
      'about ~5',
      'a & b',
      'me@example.org',
      'No. #1',
      'a | b',
      'Müller 视觉',
      'end.',
      '(so)',
      'a - b',
      '50%',
      '{x}',
    ]) {
      assert.equal(pandoc(text), text);
    }
  });

  it('never makes a citation', () => {
    const parts = fc.constantFrom(
      '@',
      '[',
      ']',
      'a',
      ';',
      ' ',
      '{',
      '}',
      '\\',
      '`',
      '$',
      '.',
      '-',
      '<',
      '(',
      ')',
      '!',
    );
    const text = fc.array(parts, { maxLength: 20 }).map((list) => list.join(''));
    fc.assert(
      fc.property(text, (plain) => {
        assert.deepEqual(parseCitations(`So ${pandoc(plain)}`, 'pandoc'), []);
      }),
      { numRuns: 2000 },
    );
  });
});
