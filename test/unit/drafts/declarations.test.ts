import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDeclarations } from '../../../src/core/drafts/declarations';
import type { Syntax } from '../../../src/core/drafts/types';

/** The paths found, each checked to be what stands in its range. */
function paths(text: string, syntax: Syntax): string[] {
  return findDeclarations(text, syntax).map(({ path, range }) => {
    assert.equal(text.slice(range.start, range.end), path);
    return path;
  });
}

function yaml(...lines: string[]): string[] {
  return paths(['---', ...lines, '---', '', 'Text'].join('\n'), 'pandoc');
}

describe('Bibliographies that a LaTeX draft declares', () => {
  it('are the names in \\bibliography, each with its range', () => {
    assert.deepEqual(paths('\\bibliography{a, b/c ,../d.bib}', 'latex'), ['a', 'b/c', '../d.bib']);
    assert.deepEqual(findDeclarations('\\bibliography{a,b}', 'latex')[1], {
      path: 'b',
      range: { start: 16, end: 17 },
      by: 'bibliography',
    });
  });

  it('are those of biblatex, with options', () => {
    const text = [
      '\\addbibresource{a.bib}',
      '\\addbibresource[location=local, label={x]y}] {b, c.bib}',
      '\\addglobalbib{d.bib}',
      '\\addsectionbib[datatype=bibtex]{e.bib}',
    ].join('\n');
    assert.deepEqual(paths(text, 'latex'), ['a.bib', 'b, c.bib', 'd.bib', 'e.bib']);
    assert.ok(findDeclarations(text, 'latex').every(({ by }) => by === 'addbibresource'));
  });

  it('are those of bibunits, bibentry, multibib and of reference sections', () => {
    assert.deepEqual(paths('\\putbib[a,b] \\putbib \\defaultbibliography{c}', 'latex'), ['a', 'b', 'c']);
    assert.deepEqual(paths('\\nobibliography{a} \\nobibliography*', 'latex'), ['a']);
    assert.deepEqual(paths('\\newcites{A,New}{X,Y} \\bibliographyNew{own} \\bibliographyB{no}', 'latex'), [
      'own',
    ]);
    assert.deepEqual(
      paths('\\begin{refsection}[a.bib] \\newrefsection[b.bib] \\begin{refsection}', 'latex'),
      ['a.bib', 'b.bib'],
    );
  });

  it('may be spread over lines with comments between', () => {
    assert.deepEqual(paths('\\bibliography{%\n  a,% the first\n  b%\n}', 'latex'), ['a', 'b']);
    assert.deepEqual(paths('\\bibliography{a,\r\n  b\r\n}\r\n', 'latex'), ['a', 'b']);
  });

  it('may be wrapped for subfiles, quoted, or named by TeX', () => {
    assert.deepEqual(paths('\\bibliography{\\subfix{../refs}}', 'latex'), ['../refs']);
    assert.deepEqual(paths('\\addbibresource{"my refs.bib"}', 'latex'), ['my refs.bib']);
    assert.deepEqual(paths('\\bibliography{\\jobname}', 'latex'), ['\\jobname']);
  });

  it('are not in comments, verbatim text, macro definitions or style commands', () => {
    const text = [
      '% \\bibliography{no}',
      '\\begin{verbatim}\n\\bibliography{no}\n\\end{verbatim}',
      '\\verb!\\addbibresource{no.bib}!',
      '\\begin{filecontents*}{x.tex}\n\\bibliography{no}\n\\end{filecontents*}',
      '\\newcommand{\\bib}[1]{\\bibliography{#1}}',
      '\\bibliographystyle{plain}\\bibliographyunit[\\chapter]',
      '\\renewcommand{\\bibliographyname}{Literature}',
      '\\end{document} \\bibliography{no}',
    ].join('\n');
    assert.deepEqual(paths(text, 'latex'), []);
  });

  it('are none while the command is being written', () => {
    assert.deepEqual(paths('\\bibliography{', 'latex'), []);
    assert.deepEqual(paths('\\bibliography{}', 'latex'), []);
    assert.deepEqual(paths('\\bibliography{a,}\\addbibresource[', 'latex'), ['a']);
  });
});

describe('Bibliographies that a Markdown draft declares', () => {
  it('are a string, plain or quoted', () => {
    assert.deepEqual(yaml('bibliography: refs.bib'), ['refs.bib']);
    assert.deepEqual(yaml('title: A', 'bibliography: "my refs.bib" # mine'), ['my refs.bib']);
    assert.deepEqual(yaml("bibliography: 'a.bib'", 'x: 1'), ['a.bib']);
  });

  it('are a list in either style', () => {
    assert.deepEqual(yaml('bibliography: [a.bib, "b.bib"]'), ['a.bib', 'b.bib']);
    assert.deepEqual(yaml('bibliography:', '  - a.bib', '  - b.bib'), ['a.bib', 'b.bib']);
    assert.deepEqual(yaml('bibliography:', '- a.bib', '- "b c.bib"', 'csl: x.csl'), ['a.bib', 'b c.bib']);
  });

  it('are a map, as Quarto and filters have it', () => {
    assert.deepEqual(yaml('bibliography:', '  main: a.bib', '  more: [b.bib, c.bib]'), [
      'a.bib',
      'b.bib',
      'c.bib',
    ]);
  });

  it('may be folded over a line or behind an alias', () => {
    assert.deepEqual(yaml('bibliography: >-', '  a.bib'), ['a.bib']);
    const text = '---\nx: &refs a.bib\nbibliography: *refs\n---\n';
    const [declaration] = findDeclarations(text, 'pandoc');
    assert.equal(declaration?.path, 'a.bib');
    assert.equal(declaration && text.slice(declaration.range.start, declaration.range.end), '*refs');
  });

  it('have exact ranges behind a byte order mark and with CRLF', () => {
    assert.deepEqual(paths('\ufeff---\r\ntitle: "Ä"\r\nbibliography:\r\n- a.bib\r\n...\r\nText', 'pandoc'), [
      'a.bib',
    ]);
  });

  it('are read although the YAML around them is broken', () => {
    assert.deepEqual(yaml('title: A: B: C', 'bibliography: a.bib'), ['a.bib']);
    assert.deepEqual(yaml('title: "never closed', 'bibliography:', '- a.bib', '- b.bib', 'x: 1'), [
      'a.bib',
      'b.bib',
    ]);
    assert.deepEqual(yaml('author: {name: [}', 'bibliography: [a.bib, b.bib]'), ['a.bib', 'b.bib']);
    assert.deepEqual(yaml('\ttitle: A', 'bibliography: a.bib'), ['a.bib']);
    assert.deepEqual(yaml('bibliography: [a.bib, b.bib'), ['a.bib', 'b.bib']);
    assert.deepEqual(yaml('title: {{ title }}', 'bibliography: a.bib'), ['a.bib']);
  });

  it('are those of the first key that has a value', () => {
    assert.deepEqual(yaml('bibliography:', 'bibliography: b.bib'), ['b.bib']);
    assert.deepEqual(yaml('bibliography: a.bib', 'bibliography: b.bib'), ['a.bib']);
  });

  it('are not keys further in, other keys or text', () => {
    assert.deepEqual(yaml('params:', '  bibliography: no.bib', 'bibliography-title: x'), []);
    assert.deepEqual(yaml('bibliography:', '  - 1', '  - null', '  - true', '  -'), []);
    assert.deepEqual(paths('bibliography: no.bib\n\n    bibliography: no.bib\n', 'pandoc'), []);
    assert.deepEqual(paths('---\ntitle: A\n---\n\n```yaml\nbibliography: no.bib\n```\n', 'pandoc'), []);
  });

  it('do not lead round in circles', () => {
    const found = findDeclarations('---\nbibliography: &x [a.bib, *x]\n---\n', 'pandoc');
    assert.deepEqual(new Set(found.map(({ path }) => path)), new Set(['a.bib']));
  });
});

describe('Reading declarations', () => {
  const snippets = fc.array(
    fc.constantFrom(
      ...[
        '\\bibliography{',
        '\\addbibresource[',
        '}',
        ']',
        '{',
        ',',
        'a.bib',
        '%',
        '\n',
        '\r\n',
        '\\',
        '\\verb|',
      ],
      ...[
        '\\begin{verbatim}',
        '\\iffalse',
        '\\fi',
        '---\n',
        'bibliography:',
        ' ',
        '- ',
        '[',
        '"',
        '&a',
        '*a',
        '\ufeff',
      ],
    ),
    { maxLength: 30 },
  );

  it('never fails, and every range holds its path', () => {
    fc.assert(
      fc.property(snippets, fc.constantFrom<Syntax>('latex', 'pandoc'), (parts, syntax) => {
        const text = parts.join('');
        for (const { path, range } of findDeclarations(text, syntax)) {
          assert.ok(range.start < range.end && range.end <= text.length);
          if (syntax === 'latex') {
            assert.equal(text.slice(range.start, range.end), path);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
