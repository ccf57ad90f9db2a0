import assert from 'node:assert/strict';
import type { CitationRequest } from '../../../src/core/writing/citationText';
import { planCitation } from '../../../src/core/writing/citationText';
import { cite, place } from './cursor';

const NATBIB = '\\documentclass{article}\n\\usepackage{natbib}\n';
const BIBLATEX = '\\documentclass{article}\n\\usepackage[style=apa]{biblatex}\n';

function latex(marked: string, keys: string, request: Partial<CitationRequest> = {}): string {
  return cite(marked, keys, { syntax: 'latex', ...request });
}

describe('citing in LaTeX', () => {
  describe('a new citation', () => {
    it('is tied to the word before it', () => {
      assert.equal(latex('BLIP-2‸ works.', 'a'), 'BLIP-2~\\cite{a}‸ works.');
      assert.equal(latex('the model‸.', 'a'), 'the model~\\cite{a}‸.');
    });

    it('is tied to a closing bracket, quotation mark, formula or escaped sign', () => {
      for (const word of [
        '(ours)',
        '\\emph{x}',
        "``so''",
        '“so”',
        '$x$',
        '5\\%',
        'R\\&',
        '\\LaTeX',
        'et al\\}',
      ]) {
        assert.equal(latex(`It is ${word}‸`, 'a'), `It is ${word}~\\cite{a}‸`);
      }
    });

    it('keeps a space, tie, line start or opening bracket before it', () => {
      for (const before of ['word ', 'word~', '', 'line\n', '(', '``', 'a `', '{', '\\\\', 'a / ', '--']) {
        assert.equal(latex(`${before}‸`, 'a'), `${before}\\cite{a}‸`);
      }
    });

    it('puts a space after a full stop or comma', () => {
      assert.equal(latex('First,‸', 'a'), 'First, \\cite{a}‸');
      assert.equal(latex('\\item‸', 'a'), '\\item \\cite{a}‸');
    });

    it('goes behind the word that the cursor is in', () => {
      assert.equal(latex('the mo‸del is', 'a'), 'the model~\\cite{a}‸ is');
      assert.equal(latex('模‸型', 'a'), '模\\cite{a}‸型');
    });

    it('follows Chinese text without a tie', () => {
      assert.equal(latex('该模型‸很好。', 'a'), '该模型\\cite{a}‸很好。');
      assert.equal(latex('模型，‸', 'a'), '模型，\\cite{a}‸');
    });

    it('is kept apart from a word after it', () => {
      assert.equal(latex('see ‸this', 'a'), 'see \\cite{a}‸ this');
      assert.equal(latex('see ‸, this', 'a'), 'see \\cite{a}‸, this');
    });

    it('stands on its word without a tie if the draft cites in footnotes', () => {
      const draft = 'A\\footcite{x} and B\\footcite{y}. ';
      assert.equal(latex(`${draft}Word‸`, 'a'), `${draft}Word\\footcite{a}‸`);
    });

    it('has all keys, each once, with the separator of the draft', () => {
      assert.equal(latex('x ‸', 'a b a'), 'x \\cite{a,b}‸');
      assert.equal(latex('\\cite{x, y} and ‸', 'a b'), '\\cite{x, y} and \\cite{a, b}‸');
      assert.equal(
        latex('\\cite{x,y}, \\cite{x,z}, \\cite{x, y} and ‸', 'a b').endsWith('\\cite{a,b}‸'),
        true,
      );
    });

    it('replaces the selection', () => {
      assert.equal(latex('as in ‸[CITE]‸.', 'a'), 'as in \\cite{a}‸.');
      assert.equal(latex('as in ‸\\cite{x}‸.', 'a'), 'as in \\cite{a}‸.');
    });

    it('changes nothing without keys', () => {
      const plan = planCitation({ ...place('a ‸b‸'), keys: [' '], form: 'textual', syntax: 'latex' });
      assert.deepEqual(plan, { edits: [], cursor: 2, inserted: '', joined: false });
    });

    it('says what it has written', () => {
      const plan = planCitation({ ...place('word‸'), keys: ['a'], form: 'textual', syntax: 'latex' });
      assert.deepEqual(plan, {
        edits: [{ range: { start: 4, end: 4 }, newText: '~\\cite{a}' }],
        cursor: 13,
        inserted: '~\\cite{a}',
        joined: false,
      });
    });
  });

  describe('the command of a new citation', () => {
    it('is that of the nearest citation of the same form in the paragraph', () => {
      const draft =
        '\\autocite{x}, \\citep{x}, \\citep{x}.\n\n\\parencite{x} is far, \\footnote{\\cite{y}} near ‸';
      assert.match(latex(draft, 'a'), /near \\cite\{a\}/);
      assert.match(latex(draft.replace('\\cite{y}', '\\citet{y}'), 'a'), /near \\parencite\{a\}/);
    });

    it('is else the most used one of the form in the draft', () => {
      const draft = '\\citep{x} \\parencite{x} \\parencite{y} \\textcite{z}\n\n';
      assert.equal(latex(`${draft}‸`, 'a'), `${draft}\\parencite{a}‸`);
      assert.equal(latex(`${draft}‸`, 'a', { form: 'textual' }), `${draft}\\textcite{a}‸`);
    });

    it('is else the most used one in the root file', () => {
      assert.equal(latex('‸', 'a', { preamble: `${NATBIB}\\cite{x}` }), '\\cite{a}‸');
    });

    it('is else what the package offers', () => {
      assert.equal(latex('‸', 'a', { preamble: NATBIB }), '\\citep{a}‸');
      assert.equal(latex('‸', 'a', { preamble: NATBIB, form: 'textual' }), '\\citet{a}‸');
      assert.equal(latex(`${BIBLATEX}‸`, 'a'), `${BIBLATEX}\\autocite{a}‸`);
      assert.equal(latex(`${BIBLATEX}‸`, 'a', { form: 'textual' }), `${BIBLATEX}\\textcite{a}‸`);
      assert.equal(
        latex('‸', 'a', { preamble: '\\documentclass{article}\\usepackage{apacite}', form: 'textual' }),
        '\\citeA{a}‸',
      );
    });

    it('is else the partner of the commands in use', () => {
      assert.equal(latex('\\citep{x}\n\n‸', 'a', { form: 'textual' }), '\\citep{x}\n\n\\citet{a}‸');
      assert.equal(latex('\\textcite{x}\n\n‸', 'a'), '\\textcite{x}\n\n\\autocite{a}‸');
    });

    it('is else LaTeX’s own', () => {
      assert.equal(latex('‸', 'a'), '\\cite{a}‸');
      assert.equal(latex('‸', 'a', { form: 'textual', preamble: '\\documentclass{article}' }), '\\cite{a}‸');
    });

    it('is never one that cites in a special way', () => {
      const special =
        '\\citeauthor{x} \\citeyear{x} \\citealp{x} \\fullcite{x} \\nocite{x} \\blockcquote{x}{y} \\citetitle{x} \\bibentry{x} ';
      assert.equal(latex(`${special}‸`, 'a', { preamble: NATBIB }), `${special}\\citep{a}‸`);
      assert.equal(latex(`${special}‸`, 'a', { preamble: NATBIB, form: 'textual' }), `${special}\\citet{a}‸`);
    });

    it('is the simple form of a starred, plural or capitalised one', () => {
      for (const command of [
        '\\Parencite{x}',
        '\\parencite*{x}',
        '\\parencites{x}{y}',
        '\\Parencites(p){x}',
      ]) {
        assert.equal(latex(`${command} ‸`, 'a'), `${command} \\parencite{a}‸`);
      }
    });

    it('can be a command of the user’s own', () => {
      const options = { extraCommands: ['\\src'] };
      assert.equal(latex('\\src{x} ‸', 'a', { options }), '\\src{x} \\src{a}‸');
    });

    it('is not taken from comments and listings', () => {
      const draft = '% \\citep{x}\n\\begin{verbatim}\\autocite{x}\\end{verbatim} ‸';
      assert.match(latex(draft, 'a'), /\\cite\{a\}/);
    });
  });

  describe('notes', () => {
    it('go before and after the keys in natbib and biblatex', () => {
      const notes = { prenote: 'see', postnote: 'p. 3' };
      assert.equal(latex('‸', 'a b', { ...notes, preamble: NATBIB }), '\\citep[see][p. 3]{a,b}‸');
      assert.equal(latex('‸', 'a', { prenote: 'see', preamble: BIBLATEX }), '\\autocite[see][]{a}‸');
      assert.equal(latex('‸', 'a', { postnote: 'p.~3', preamble: BIBLATEX }), '\\autocite[p.~3]{a}‸');
    });

    it('in plain LaTeX stand in the brackets and, before, in the text', () => {
      assert.equal(latex('‸', 'a', { postnote: 'p. 3' }), '\\cite[p. 3]{a}‸');
      assert.equal(latex('word‸', 'a', { prenote: 'see', postnote: 'p. 3' }), 'word see \\cite[p. 3]{a}‸');
    });

    it('go into angle brackets in apacite', () => {
      const preamble = '\\documentclass{article}\\usepackage{apacite}';
      assert.equal(latex('‸', 'a', { preamble, prenote: 'see', postnote: 'p. 3' }), '\\cite<see>[p. 3]{a}‸');
    });

    it('cannot break the command', () => {
      const notes = { prenote: '[1]', postnote: '50% of {x\n' };
      assert.equal(latex('‸', 'a', { ...notes, preamble: NATBIB }), '\\citep[{[1]}][50\\% of \\{x]{a}‸');
    });

    it('make a new citation behind the one the cursor is in', () => {
      assert.equal(latex('\\citep{x‸} is', 'a', { postnote: 'p. 3' }), '\\citep{x}~\\citep[p. 3]{a}‸ is');
    });

    it('never end the note of another citation', () => {
      assert.equal(
        latex('\\citep[see \\citealt{x‸}]{y}', 'a', { postnote: 'p. 3' }),
        '\\citep[see \\citealt{x}]{y}~\\citep[p. 3]{a}‸',
      );
    });

    it('are left out of \\nocite', () => {
      assert.equal(latex('\\nocite{‸}', 'a', { postnote: 'p. 3' }), '\\nocite{a}‸');
    });

    it('make a further part of a multi-cite', () => {
      assert.equal(
        latex('\\parencites{x}[2]{y‸} is', 'a', { prenote: 'see', postnote: 'p. 3' }),
        '\\parencites{x}[2]{y}[see][p. 3]{a}‸ is',
      );
    });

    it('go into an empty citation', () => {
      assert.equal(latex('\\citep{‸}', 'a', { prenote: 'see', postnote: 'p. 3' }), '\\citep[see][p. 3]{a}‸');
    });
  });

  describe('joining a citation', () => {
    it('puts keys at the cursor’s place among the others', () => {
      assert.equal(latex('\\cite{x,y‸}', 'a'), '\\cite{x,y,a}‸');
      assert.equal(latex('\\cite{x,‸y}', 'a'), '\\cite{x,a,y}‸');
      assert.equal(latex('\\cite{x‸,y}', 'a'), '\\cite{x,a,y}‸');
      assert.equal(latex('\\cite{‸x,y}', 'a'), '\\cite{a,x,y}‸');
      assert.equal(latex('\\cite{xx‸xx,y}', 'a'), '\\cite{xxxx,a,y}‸');
    });

    it('keeps the style of the separators', () => {
      assert.equal(latex('\\cite{x, y‸}', 'a b'), '\\cite{x, y, a, b}‸');
      assert.equal(latex('\\cite{x,\n  y‸\n}', 'a'), '\\cite{x,\n  y,\n  a\n}‸');
      assert.equal(latex('\\cite{x , y‸ }', 'a'), '\\cite{x , y , a }‸');
      assert.equal(latex('\\cite{p, q} \\cite{x‸}', 'a'), '\\cite{p, q} \\cite{x, a}‸');
    });

    it('fills an empty one', () => {
      assert.equal(latex('\\cite{‸}', 'a b'), '\\cite{a,b}‸');
      assert.equal(latex('\\cite{ ‸ }.', 'a'), '\\cite{a}‸.');
      assert.equal(latex('\\citep[p. 3]{‸}', 'a'), '\\citep[p. 3]{a}‸');
    });

    it('goes on after a trailing comma', () => {
      assert.equal(latex('\\cite{x,‸}', 'a'), '\\cite{x,a}‸');
      assert.equal(latex('\\cite{x, ‸}', 'a'), '\\cite{x, a}‸');
      assert.equal(latex('\\cite{x,\n  y,\n‸}', 'a'), '\\cite{x,\n  y,\n  a\n}‸');
      assert.equal(latex('\\cite{x,% note\n‸}', 'a'), '\\cite{x,% note\na}‸');
    });

    it('is not disturbed by comments between keys', () => {
      assert.equal(latex('\\cite{x,% one, two\n  y‸}', 'a'), '\\cite{x,% one, two\n  y,a}‸');
      assert.equal(latex('\\cite{x% one, two\n‸}', 'a'), '\\cite{x,a% one, two\n}‸');
    });

    it('adds no key twice', () => {
      assert.equal(latex('\\cite{x,y‸} z', 'y a x'), '\\cite{x,y,a}‸ z');
      const plan = planCitation({ ...place('\\cite{x‸} z'), keys: ['x'], form: 'textual', syntax: 'latex' });
      assert.deepEqual(plan, { edits: [], cursor: 8, inserted: '', joined: true });
      assert.equal(latex('\\cites{x}{y‸}', 'x a'), '\\cites{x}{y,a}‸');
    });

    it('happens anywhere inside the command', () => {
      for (const marked of ['\\ci‸te[p. 3]{x,y}', '\\cite‸[p. 3]{x,y}', '\\cite[p.‸ 3]{x,y}']) {
        assert.equal(latex(marked, 'a'), '\\cite[p. 3]{x,y,a}‸');
      }
    });

    it('does not happen right before or after the command', () => {
      assert.equal(latex('‸\\cite{x}', 'a'), '\\cite{a}‸\\cite{x}');
      assert.equal(latex('\\cite{x}‸', 'a'), '\\cite{x}~\\cite{a}‸');
    });

    it('keeps the form of the citation', () => {
      assert.equal(latex('\\citet{x‸}', 'a', { form: 'parenthetical' }), '\\citet{x,a}‸');
    });

    it('joins \\nocite and its star', () => {
      assert.equal(latex('\\nocite{x‸}', 'a'), '\\nocite{x,a}‸');
      assert.equal(latex('\\nocite{*‸}', 'a'), '\\nocite{*,a}‸');
    });

    it('joins the inner one of nested citations', () => {
      assert.equal(latex('\\citep[see \\citealt{x‸}]{y}', 'a'), '\\citep[see \\citealt{x,a}‸]{y}');
    });

    it('does not happen where a command takes one key only', () => {
      assert.equal(latex('\\bibentry{x‸}', 'a'), '\\bibentry{x}~\\cite{a}‸');
    });

    it('replaces a selected key', () => {
      assert.equal(latex('\\cite{x, ‸y‸}', 'a'), '\\cite{x, a}‸');
      assert.equal(latex('\\cite{‸x‸}', 'a'), '\\cite{a}‸');
    });

    it('deletes the selection even if the key is there already', () => {
      assert.equal(latex('\\cite{x,‸zzz‸}', 'x'), '\\cite{x,}‸');
    });
  });

  describe('a command that is being typed', () => {
    it('is finished', () => {
      assert.equal(latex('word~\\citep‸', 'a b'), 'word~\\citep{a,b}‸');
      assert.equal(latex('word~\\citep[p. 3]{‸', 'a'), 'word~\\citep[p. 3]{a}‸');
      assert.equal(latex('\\cite{x, ‸', 'a'), '\\cite{x, a}‸');
      assert.equal(latex('\\cite{x‸', 'a'), '\\cite{x,a}‸');
    });

    it('is left whole if it is another one', () => {
      assert.equal(latex('x \\sec‸tion{A}', 'a'), 'x \\cite{a}‸\\section{A}');
      assert.equal(latex('x \\section‸{A}', 'a'), 'x \\cite{a}‸\\section{A}');
      assert.equal(latex('x \\TeX‸ y', 'a'), 'x \\TeX~\\cite{a}‸ y');
    });

    it('is not looked for after a line break', () => {
      assert.equal(latex('x\\\\‸', 'a'), 'x\\\\\\cite{a}‸');
    });
  });

  it('cites in comments and listings as well, if asked to', () => {
    assert.equal(latex('% see ‸', 'a'), '% see \\cite{a}‸');
    assert.equal(
      latex('\\begin{verbatim}\n‸\n\\end{verbatim}', 'a'),
      '\\begin{verbatim}\n\\cite{a}‸\n\\end{verbatim}',
    );
  });

  it('works with CR LF line breaks', () => {
    assert.equal(latex('\\cite{x,\r\n  y‸}\r\n', 'a'), '\\cite{x,\r\n  y,\r\n  a}‸\r\n');
  });
});
