import assert from 'node:assert/strict';
import { findDocumentClass, findIncludes, findRootComment } from '../../../src/core/drafts/includes';

function paths(text: string): string[] {
  return findIncludes(text).map(({ path }) => path);
}

describe('Includes of a LaTeX draft', () => {
  it('are those of all commands that read a file in, in file order', () => {
    const text = [
      '\\input{chapters/intro}',
      '\\include{chapters/method.tex}',
      '\\subfile{chapters/results}',
      '\\subfileinclude{chapters/more}',
      '\\input figures/plot.tikz',
      '\\InputIfFileExists{local}{}{}',
    ].join('\n');
    assert.deepEqual(
      findIncludes(text).map(({ path, command }) => [command, path]),
      [
        ['input', 'chapters/intro'],
        ['include', 'chapters/method.tex'],
        ['subfile', 'chapters/results'],
        ['subfileinclude', 'chapters/more'],
        ['input', 'figures/plot.tikz'],
        ['InputIfFileExists', 'local'],
      ],
    );
  });

  it('join the folder and the file of import', () => {
    assert.deepEqual(paths('\\import{a/}{b} \\subimport{a}{c.tex} \\import*{./d/}{e}'), [
      'a/b',
      'a/c.tex',
      './d/e',
    ]);
  });

  it('have the range of the file name alone', () => {
    const text = 'A \\input { "my chapter" } and \\subimport{dir/}{part} \\input{\\subfix{x}}';
    const ranges = findIncludes(text).map(({ range }) => text.slice(range.start, range.end));
    assert.deepEqual(ranges, ['my chapter', 'part', 'x']);
  });

  it('may stand on the lines below the command', () => {
    assert.deepEqual(paths('\\input{%\n  chapters/intro%\n}'), ['chapters/intro']);
  });

  it('are not those in comments, in verbatim text or behind the end', () => {
    const text = [
      '% \\input{no}',
      'x \\\\% \\input{no}',
      '\\verb|\\input{no}|',
      '\\begin{verbatim}\n\\input{no}\n\\end{verbatim}',
      '\\begin{lstlisting}[language=TeX]\n\\input{no}\n\\end{lstlisting}',
      '\\iffalse \\ifx a b \\fi \\input{no}\\fi',
      '50\\% \\input{yes}',
      '\\iffalse a \\else \\input{other}\\fi',
      '\\end{document}\n\\input{no}',
    ].join('\n');
    assert.deepEqual(paths(text), ['yes', 'other']);
  });

  it('are not names that TeX computes, nor other commands', () => {
    const text =
      '\\newcommand{\\part}[1]{\\input{parts/#1}} \\input{\\jobname-x} \\inputencoding{utf8} \\includegraphics{a}';
    assert.deepEqual(paths(text), []);
  });

  it('survive a draft that is being written', () => {
    assert.deepEqual(paths('\\input{'), []);
    assert.deepEqual(paths('\\input{a} \\import{b} \\input{} \\input'), ['a']);
  });
});

describe('The root of a LaTeX draft', () => {
  it('is said by a comment, in all spellings in use', () => {
    for (const comment of [
      '% !TeX root = ../main.tex',
      '%!TEX root=../main.tex',
      '%  ! TeX root   =   ../main.tex  ',
      '\ufeff% !tex root = ../main.tex\r',
      '% !TeX root = "../main.tex"',
      '% !TeX program = xelatex\n% !TeX root = ../main.tex\nText',
    ]) {
      assert.equal(findRootComment(comment), '../main.tex', JSON.stringify(comment));
    }
  });

  it('may have blanks in its name', () => {
    assert.equal(findRootComment('% !TeX root = my paper.tex\n'), 'my paper.tex');
  });

  it('is not said by other comments', () => {
    assert.equal(
      findRootComment('% !TeX program = lualatex\n% root = a.tex\nText % !TeX root = x'),
      undefined,
    );
    assert.equal(findRootComment('% !TeX root =\nText'), undefined);
  });
});

describe('The document class', () => {
  it('is read with its options', () => {
    assert.deepEqual(findDocumentClass('\\documentclass[11pt,a4paper]{article}'), {
      name: 'article',
      options: '11pt,a4paper',
    });
    assert.deepEqual(findDocumentClass('\\documentclass[ ../main.tex ]\n  {subfiles}'), {
      name: 'subfiles',
      options: '../main.tex',
    });
    assert.deepEqual(findDocumentClass('\\documentclass{book}'), { name: 'book', options: '' });
  });

  it('is not one in a comment or in a listing', () => {
    assert.equal(findDocumentClass('%\\documentclass{article}'), undefined);
    assert.equal(
      findDocumentClass('\\begin{filecontents}{x.tex}\n\\documentclass{article}\n\\end{filecontents}'),
      undefined,
    );
    assert.equal(findDocumentClass('\\section{A}'), undefined);
  });
});
