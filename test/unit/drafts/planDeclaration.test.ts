import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findDeclarations } from '../../../src/core/drafts/declarations';
import { planDeclaration } from '../../../src/core/drafts/planDeclaration';
import type { Syntax } from '../../../src/core/drafts/types';
import { applyEdits } from '../../../src/core/text';

function declare(text: string, syntax: Syntax, path = 'references.bib'): string {
  return applyEdits(text, planDeclaration(text, syntax, path));
}

describe('Declaring a bibliography in a LaTeX draft', () => {
  it('adds style and bibliography before the end of the document', () => {
    assert.equal(
      declare('\\documentclass{article}\n\\begin{document}\nText\n\\end{document}\n', 'latex'),
      '\\documentclass{article}\n\\begin{document}\nText\n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n',
    );
  });

  it('leaves a style alone and takes one that natbib can use', () => {
    assert.equal(
      declare('\\bibliographystyle{ieeetr}\n\\end{document}', 'latex'),
      '\\bibliographystyle{ieeetr}\n\\bibliography{references}\n\\end{document}',
    );
    assert.match(
      declare('\\usepackage[round]{graphicx, natbib}\n\\end{document}', 'latex'),
      /\\bibliographystyle\{plainnat\}\n\\bibliography/,
    );
  });

  it('adds the resource below biblatex and prints the bibliography', () => {
    assert.equal(
      declare(
        '\\documentclass{article}\n\\usepackage[style=apa]{biblatex} % refs\n\\begin{document}\nText\n\\end{document}\n',
        'latex',
        'lit/all.bib',
      ),
      '\\documentclass{article}\n\\usepackage[style=apa]{biblatex} % refs\n\\addbibresource{lit/all.bib}\n\\begin{document}\nText\n\\printbibliography\n\\end{document}\n',
    );
  });

  it('prints a bibliography only once and puts a further resource below the last', () => {
    const text =
      '\\usepackage{biblatex}\n\\addbibresource{a.bib}\n\\begin{document}\n\\printbibliography[title=R]\n\\end{document}\n';
    assert.equal(
      declare(text, 'latex'),
      text.replace('{a.bib}\n', '{a.bib}\n\\addbibresource{references.bib}\n'),
    );
  });

  it('joins a list that is there', () => {
    assert.equal(declare('\\bibliography{a}', 'latex'), '\\bibliography{a,references}');
    assert.equal(declare('\\bibliography{}', 'latex'), '\\bibliography{references}');
    assert.equal(declare('\\bibliography{a,}', 'latex'), '\\bibliography{a,references}');
  });

  it('is not fooled by comments and listings', () => {
    const text =
      '% \\usepackage{biblatex}\n\\begin{verbatim}\n\\end{document}\n\\end{verbatim}\nText \\end{document}\n\\end{document}';
    assert.equal(
      declare(text, 'latex'),
      '% \\usepackage{biblatex}\n\\begin{verbatim}\n\\end{document}\n\\end{verbatim}\nText \n\\bibliographystyle{plain}\n\\bibliography{references}\n\\end{document}\n\\end{document}',
    );
  });

  it('puts it last where the document has no end', () => {
    assert.equal(declare('Text', 'latex'), 'Text\n\\bibliographystyle{plain}\n\\bibliography{references}\n');
    assert.equal(declare('', 'latex'), '\\bibliographystyle{plain}\n\\bibliography{references}\n');
  });

  it('writes the line breaks of the draft', () => {
    assert.equal(
      declare('Text\r\n\\end{document}\r\n', 'latex'),
      'Text\r\n\\bibliographystyle{plain}\r\n\\bibliography{references}\r\n\\end{document}\r\n',
    );
  });
});

describe('Declaring a bibliography in a Markdown draft', () => {
  it('makes a front matter where there is none', () => {
    assert.equal(declare('# Title\n', 'pandoc'), '---\nbibliography: references.bib\n---\n\n# Title\n');
    assert.equal(declare('', 'pandoc'), '---\nbibliography: references.bib\n---\n\n');
    assert.equal(
      declare('\ufeff# Title\r\n', 'pandoc'),
      '\ufeff---\r\nbibliography: references.bib\r\n---\r\n\r\n# Title\r\n',
    );
  });

  it('adds a line to the front matter', () => {
    assert.equal(
      declare('---\ntitle: A\n---\nText', 'pandoc'),
      '---\ntitle: A\nbibliography: references.bib\n---\nText',
    );
    assert.equal(declare('---\n---\nText', 'pandoc'), '---\nbibliography: references.bib\n---\nText');
  });

  it('fills an empty key and joins a value or list that is there', () => {
    assert.equal(
      declare('---\nbibliography:\nx: 1\n---\n', 'pandoc'),
      '---\nbibliography: references.bib\nx: 1\n---\n',
    );
    assert.equal(declare('---\nbibliography: \n---\n', 'pandoc'), '---\nbibliography: references.bib\n---\n');
    assert.equal(
      declare('---\nbibliography: a.bib # mine\n---\n', 'pandoc'),
      '---\nbibliography: [a.bib, references.bib] # mine\n---\n',
    );
    assert.equal(
      declare('---\nbibliography: [a.bib]\n---\n', 'pandoc'),
      '---\nbibliography: [references.bib, a.bib]\n---\n',
    );
    assert.equal(
      declare('---\nbibliography: []\n---\n', 'pandoc'),
      '---\nbibliography: [references.bib]\n---\n',
    );
    assert.equal(
      declare('---\nbibliography:\n  - a.bib\nx: 1\n---\n', 'pandoc'),
      '---\nbibliography:\n  - references.bib\n  - a.bib\nx: 1\n---\n',
    );
  });

  it('quotes a path that YAML would read otherwise', () => {
    const text = declare('---\ntitle: A\n---\n', 'pandoc', '@mine: #1.bib');
    assert.deepEqual(
      findDeclarations(text, 'pandoc').map(({ path }) => path),
      ['@mine: #1.bib'],
    );
  });
});

describe('A declaration that was planned', () => {
  const drafts: Readonly<Record<Syntax, readonly string[]>> = {
    latex: [
      '',
      'Text',
      '\\documentclass{article}\n\\begin{document}\n\\end{document}',
      '\\usepackage{biblatex}',
      '\\usepackage{biblatex}\n\\addbibresource{x.bib}\n\\begin{document}\\end{document}\n',
      '\\bibliography{x,y}\n',
      '\\bibliography{%\n}\n',
    ],
    pandoc: [
      '',
      '# A\n',
      '---\n\nText\n',
      '---\ntitle: A\n...\n',
      '---\nbibliography: x.bib\n---\n',
      '---\nbibliography:\n- x.bib\n---\n',
      '---\nbibliography: {a: x.bib}\n---\n',
      '---\nbibliography:\n    a: x.bib\n    references: y.bib\n---\n',
      '---\n{title: A}\n---\n',
    ],
    myst: ['', '# A {cite}`a`\n', '---\nkernelspec:\n  name: python3\n---\n'],
    typst: [
      '',
      '= A\n\nText @a',
      '#bibliography("x.bib")\n',
      '#bibliography("x.bib", title: [References], style: "ieee")',
      '#bibliography(("x.bib", "y.yml"), title: none)\nText',
      '#bibliography(("x.bib",))',
      '#bibliography(\n  ("x.bib", "y.bib"),\n)',
      '#show: ieee.with(bibliography: bibliography("x.bib"))\n',
    ],
  };
  const cases = fc
    .constantFrom<Syntax>('latex', 'pandoc', 'myst', 'typst')
    .chain((syntax) =>
      fc.tuple(fc.constant(syntax), fc.constantFrom(...drafts[syntax]), fc.constantFrom('\n', '\r\n')),
    );

  it('is found, beside those that were there, and is not planned again', () => {
    fc.assert(
      fc.property(cases, ([syntax, draft, eol]) => {
        const text = draft.replaceAll('\n', eol);
        const before = findDeclarations(text, syntax).map(({ path }) => path);
        const result = declare(text, syntax);
        const after = findDeclarations(result, syntax).map(({ path }) => path.replace(/\.bib$/, ''));
        const expected = [...before, 'references.bib'].map((path) => path.replace(/\.bib$/, ''));
        assert.deepEqual([...after].sort(), [...expected].sort(), JSON.stringify(text));
        assert.deepEqual(planDeclaration(result, syntax, 'references.bib'), []);
        assert.ok(!text.includes('\r\n') || !/(?<!\r)\n/.test(result));
      }),
      { numRuns: 100 },
    );
  });
});
