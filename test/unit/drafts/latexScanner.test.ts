import assert from 'node:assert/strict';
import { isBlankLine, scanLatex, skipLatexBlanks } from '../../../src/core/drafts/latexScanner';

const all = (): boolean => true;
const commands = (text: string): string[] => scanLatex(text, all).commands.map(({ name }) => name);
const skipped = (text: string): string[] =>
  scanLatex(text, all).skipped.map(({ start, end }) => text.slice(start, end));

/** What is between each opening delimiter and its closing one. */
function delimited(text: string): string[] {
  return [...scanLatex(text, all).closers]
    .sort(([a], [b]) => a - b)
    .map(([open, close]) => text.slice(open, close + 1));
}

describe('scanning LaTeX', () => {
  it('finds commands by their names', () => {
    assert.deepEqual(commands('\\a \\Bc*{\\d1} \\\\e \\% \\f@g'), ['a', 'Bc', 'd', '\\', '%', 'f@g']);
    assert.deepEqual(scanLatex('x\\cite*{a}', (name) => name === 'cite').commands, [
      { name: 'cite', start: 1, end: 6 },
    ]);
    assert.deepEqual(scanLatex('\\a', () => false).commands, []);
  });

  it('reports environments that are asked for as their own names', () => {
    assert.deepEqual(scanLatex('\\begin {figure*}[t]', (name) => name === 'figure*').commands, [
      { name: 'figure*', start: 0, end: 16 },
    ]);
  });

  it('leaves out names that are being defined', () => {
    assert.deepEqual(commands('\\newcommand*{\\mine}[1]{\\used}'), ['newcommand', 'used']);
    assert.deepEqual(commands('\\let\\one=\\two \\used'), ['let', 'used']);
    assert.deepEqual(commands('\\def\\mine#1{\\used}'), ['def', 'used']);
    assert.deepEqual(commands('\\newcommand x \\used'), ['newcommand', 'used']);
  });

  it('matches braces over paragraphs, and other delimiters within one', () => {
    assert.deepEqual(delimited('{a\n\nb}'), ['{a\n\nb}']);
    assert.deepEqual(delimited('[a\n\nb] [c\nd]'), ['[c\nd]']);
    assert.deepEqual(delimited('[a\n \t\nb]'), []);
    assert.deepEqual(delimited('(a) <b>'), ['(a)', '<b>']);
  });

  it('ends an optional argument at the first bracket of the same depth', () => {
    assert.deepEqual(delimited('[a [b] c]'), ['[a [b]', '[b]']);
    assert.deepEqual(delimited('[{a]} b]'), ['[{a]} b]', '{a]}']);
    assert.deepEqual(delimited('{[a} b]'), ['{[a}']);
  });

  it('ignores delimiters in comments and verbatim text, and escaped ones', () => {
    assert.deepEqual(delimited('{a % }\n}'), ['{a % }\n}']);
    assert.deepEqual(delimited('{\\}\\{}'), ['{\\}\\{}']);
    assert.deepEqual(delimited('{\\verb|}|}'), ['{\\verb|}|}']);
    assert.deepEqual(delimited('}}{a}'), ['{a}']);
  });

  it('says what it has skipped', () => {
    assert.deepEqual(skipped('a % b\nc\\% \\verb|d| \\url{e%f}\n'), ['% b', '\\verb|d|', '\\url{e%f}']);
    assert.deepEqual(skipped('\\begin{comment}\n%a\n\\end{comment} b'), [
      '\\begin{comment}\n%a\n\\end{comment}',
    ]);
    assert.deepEqual(skipped('\\begin{verbatim} to the end'), ['\\begin{verbatim} to the end']);
    assert.deepEqual(skipped('<<a>>=\n%b\n@\nc'), ['<<a>>=\n%b\n@']);
  });

  it('goes on after verbatim commands without an argument', () => {
    assert.deepEqual(commands('\\verb \\a'), ['a']);
    assert.deepEqual(commands('\\url{ \\a'), ['a']);
    assert.deepEqual(commands('\\verb|x\n\\a'), ['a']);
    assert.deepEqual(skipped('\\verb|x\n\\url{'), []);
  });
});

describe('the place of a next argument', () => {
  const rest = (text: string): string => text.slice(skipLatexBlanks(text, 0));

  it('is after blanks, line breaks and comments', () => {
    assert.equal(rest(' \t{a}'), '{a}');
    assert.equal(rest('\n  {a}'), '{a}');
    assert.equal(rest('% x\n % y\r\n {a}'), '{a}');
    assert.equal(rest('{a}'), '{a}');
    assert.equal(rest(''), '');
  });

  it('is not after an empty line', () => {
    assert.equal(rest('\n\n{a}').startsWith('\n'), true);
    assert.equal(rest(' % x\n  \r\n{a}').includes('\n'), true);
  });

  it('knows an empty line', () => {
    assert.equal(isBlankLine(' \t\r\nx', 0), true);
    assert.equal(isBlankLine(' x\n', 0), false);
    assert.equal(isBlankLine('  ', 0), false);
  });
});
