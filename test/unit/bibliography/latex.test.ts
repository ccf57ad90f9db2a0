import assert from 'node:assert/strict';
import fc from 'fast-check';
import { latexToUnicode } from '../../../src/core/bibliography/latex';
import { CountingText } from './countingText';

function becomes(expected: string, ...sources: string[]) {
  for (const source of sources) {
    assert.equal(latexToUnicode(source), expected, source);
  }
}

describe('latexToUnicode', () => {
  it('reads an accent in every spelling', () => {
    becomes(
      'Müller',
      'M\\"uller',
      'M\\"{u}ller',
      'M{\\"u}ller',
      'M{\\"{u}}ller',
      'M\\" uller',
      '{M}{\\"u}{ller}',
    );
    becomes(
      'García',
      "Garc\\'ia",
      "Garc\\'{i}a",
      "Garc{\\'i}a",
      "Garc\\'\\i a",
      "Garc\\'{\\i}a",
      "Garc{\\'\\i}a",
    );
    becomes('François', 'Fran\\c{c}ois', 'Fran{\\c c}ois', 'Fran\\c cois', 'Fran{\\c{c}}ois');
  });

  it('composes an accent on a dotless letter with the dotted one', () => {
    const text = latexToUnicode('{\\\'\\i}{\\^\\i}{\\"\\i}{\\v\\j}');
    assert.equal(text, 'íîïǰ');
    assert.equal(text.length, 4);
  });

  it('knows every accent of LaTeX', () => {
    becomes(
      'àáâãāăȧäåőǎȁạşąḇ',
      '\\`a\\\'a\\^a\\~a\\=a\\u{a}\\.a\\"a\\r{a}\\H{o}\\v{a}\\G{a}\\d{a}\\c{s}\\k{a}\\b{b}',
    );
    becomes('Š Ç ż ș', '\\v{S} \\c{C} \\.z \\textcommabelow{s}');
    becomes('o͡o', '\\t{oo}');
  });

  it('puts several accents on one letter in the order they are written', () => {
    becomes('ấ', "\\'{\\^a}", "\\'\\^a", "{\\'{\\^{a}}}");
    becomes('ắ', "\\'{\\u{a}}");
  });

  it('puts an accent on the first letter of a group only', () => {
    becomes('üe', '\\"{ue}');
  });

  it('keeps what an accent over nothing prints', () => {
    becomes('~user', '\\~{}user');
    becomes('a^', 'a\\^{}', 'a\\^');
  });

  it('reads letters that have commands of their own', () => {
    becomes('ßøØłŁæÆœŒåÅıȷðþđŋ', '\\ss\\o\\O\\l\\L\\ae\\AE\\oe\\OE\\aa\\AA\\i\\j\\dh\\th\\dj\\ng');
    becomes('Søren', 'S\\o ren', 'S{\\o}ren', 'S\\o{}ren', 'S{\\o }ren');
    becomes('Straße', 'Stra{\\ss}e', 'Stra\\ss{}e');
    becomes('Łukasz', '{\\L}ukasz', '\\L{}ukasz');
    becomes('Ǿ', "\\'{\\O}");
  });

  it('reads escaped characters', () => {
    becomes('R&D 50% a_b $5 #1 {x}', 'R\\&D 50\\% a\\_b \\$5 \\#1 \\{x\\}');
    becomes('a\\b~c^d', 'a\\textbackslash b\\textasciitilde{}c\\textasciicircum d');
  });

  it('reads dashes and quotes', () => {
    becomes('1–9 — a-b', '1--9 --- a-b', '1\\textendash 9 \\textemdash\\ a-b');
    becomes(
      '“a” ‘b’',
      "``a'' `b'",
      '\\textquotedblleft a\\textquotedblright{} \\textquoteleft b\\textquoteright',
    );
    becomes('“a”', '\\enquote{a}', '\\mkbibquote{{a}}');
    becomes('¿Qué?', "?`Qu\\'e?");
  });

  it('leaves an apostrophe as it is typed', () => {
    becomes("What's in O'Brien's", "What's in O'Brien's");
    becomes("‘don't’", "`don't'");
  });

  it('turns ties and spacing commands into spaces and collapses white space', () => {
    becomes('Donald E. Knuth', 'Donald~E.\\ Knuth', ' Donald\n\tE.\\,Knuth ', 'Donald\r\n  E. \\quad Knuth');
    becomes('a b', 'a\\\\b', 'a\\newline b', 'a\u00a0b', 'a\u0000b');
  });

  it('unwraps formatting', () => {
    becomes(
      'an important word',
      'an \\emph{important} word',
      'an {\\em important} word',
      'an \\textbf{\\textit{important}} word',
    );
    becomes('Qwen', '{\\textsc{Qwen}}', '\\uppercase{Q}wen');
  });

  it('shows the text of a link and the address of a URL', () => {
    becomes('here', '\\href{https://example.org/a_{b}}{here}');
    becomes(
      'https://example.org/~me/a_b%20c',
      '\\url{https://example.org/~me/a_b%20c}',
      '\\url{https://example.org/~me/a\\_b\\%20c}',
    );
  });

  it('keeps the argument text of commands it does not know', () => {
    becomes('a b c', '\\unknown{a} \\other{b} c');
    becomes('red text', '\\textcolor{red}{red text}');
    becomes('1973', '{\\noopsort{1973b}}1973');
  });

  it('leaves math as it is', () => {
    becomes('$\\pi_0$: a {flow}'.replace(/[{}]/g, ''), '$\\pi_0$: a {flow}');
    becomes('$x^{2}_{i}$ -- no'.replace('--', '–'), '$x^{2}_{i}$ -- no');
    becomes('$a--b$', '$a--b$');
  });

  it('takes a dollar sign without a partner in its group for a character', () => {
    becomes('costs $5', 'costs $5', 'costs {$5}', 'costs {$}5');
    becomes('{a} $'.replace(/[{}]/g, ''), '{a} $');
  });

  it('gives NFC', () => {
    assert.equal(latexToUnicode('Mu\u0308ller'), 'M\u00fcller');
    assert.equal(latexToUnicode('M{u}\u0308ller'), 'M\u00fcller');
  });

  it('survives what is broken', () => {
    becomes('', '', '\\', '{', '}', '{}}}', '\\emph{', '\\href{', '\\href{a', '\\url{');
    becomes('ab', '{a}}b', '{{a}b', '\\emph{a}b}');
    becomes('¨', '\\"', '\\"{}', '{\\"}');
  });

  it('never throws, and gives trimmed text in NFC', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\\',
          '{',
          '}',
          '$',
          '~',
          '-',
          '`',
          "'",
          '"',
          '^',
          '\\"',
          '\\i',
          '\\url{',
          '\\href{',
          '\\c',
          ' ',
          '\n',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = latexToUnicode(parts.join(''));
        assert.equal(text, text.normalize('NFC'));
        assert.equal(text, text.trim());
      }),
      { numRuns: 500 },
    );
  });

  it('leaves text without LaTeX in it alone', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9é中文.,:()]+$/), { minLength: 1 }), (words) => {
        const text = words.join(' ');
        assert.equal(latexToUnicode(text), text.normalize('NFC'));
      }),
    );
  });

  it('looks at a text a fixed number of times, however it is broken', () => {
    const hostile = [
      '{',
      '}',
      '\\',
      '$',
      '{$',
      '$}',
      '\\"',
      '\\"{',
      '\\href{',
      '\\url{',
      '`',
      '-',
      '\\emph{$',
      '\\$',
      '$\\',
    ];
    for (const piece of hostile) {
      const small = stepsFor(piece.repeat(500));
      const large = stepsFor(piece.repeat(5000));
      assert.ok(large <= small * 12, `${piece}: ${small} steps became ${large}`);
    }
  });
});

function stepsFor(source: string): number {
  const text = new CountingText(source);
  latexToUnicode(text.asString());
  return text.steps;
}
