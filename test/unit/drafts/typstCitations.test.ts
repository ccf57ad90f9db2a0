import assert from 'node:assert/strict';
import { findDeclarations } from '../../../src/core/drafts/declarations';
import { parseCitations } from '../../../src/core/drafts/citations';
import { planDeclaration } from '../../../src/core/drafts/planDeclaration';
import { typstIncludes } from '../../../src/core/drafts/typstDeclarations';
import { applyEdits } from '../../../src/core/text';
import { read } from './reading';

const typst = (text: string): string[] => read(text, 'typst');

// The main forms were compared with what Typst itself finds.
describe('citations in Typst', () => {
  it('are references, with or without a supplement', () => {
    assert.deepEqual(typst('x @a @b[p. 3] @c.'), ['@: a', '@: b', '@: c']);
    assert.deepEqual(
      typst('@a: @b, @c; (@d) *@e* _@f _ me@g'),
      'abcdefg'.split('').map((key) => `@: ${key}`),
    );
    assert.deepEqual(typst('@x.y:z-1 @1905x @张2023 @a..'), ['@: x.y:z-1', '@: 1905x', '@: 张2023', '@: a']);
    assert.deepEqual(typst('@a[see @b]'), ['@: a', '@: b']);
    assert.deepEqual(typst('\\@a @ @. @'), []);
  });

  it('are calls of cite', () => {
    assert.deepEqual(typst('#cite(<a>) #cite(label("x/y")) #cite(<b>, form: "prose", supplement: [p. 3])'), [
      'cite: a',
      'cite: x/y',
      'cite: b',
    ]);
    assert.deepEqual(typst('#cite(supplement: [see @c], <a>)'), ['cite: a', '@: c']);
    assert.deepEqual(typst('#{ let x = cite(<a>) } #footnote(cite(<b>)) #text(red)[#cite(<c>)]'), [
      'cite: a',
      'cite: b',
      'cite: c',
    ]);
    assert.deepEqual(typst('#cite(\n  <a>,\n  // why\n  form: "year", /* @no */\n)'), ['cite: a']);
    assert.deepEqual(typst('#cite(<>) #set cite(style: "apa") #show cite: it => it'), ['cite:']);
  });

  it('have a form, and may be silent', () => {
    const forms = parseCitations(
      '@a #cite(<b>) #cite(<c>, form: "prose") #cite(<d>, form: "author") #cite(<e>, form: none)',
      'typst',
    ).map(({ form, silent }) => form + (silent ? ' silent' : ''));
    assert.deepEqual(forms, ['parenthetical', 'parenthetical', 'textual', 'textual', 'parenthetical silent']);
  });

  it('are not read from comments, raw text, strings, math and addresses', () => {
    for (const text of [
      '// @a',
      '/* @a /* @b */ @c */',
      '`@a` ``` @a\n@b ```',
      '#let x = "@a"',
      '#link("mailto:me@a")',
      '$x@a "@b"$',
      'https://a.b/@c',
      '#image("@a.png")',
    ]) {
      assert.deepEqual(typst(`${text}\n@z`), ['@: z'], text);
    }
    assert.deepEqual(typst('`` @a "@b" // c\n@d'), ['@: a', '@: b', '@: d']);
    assert.deepEqual(typst('see (https://a.b/(c)) @d [https://a.b] @e'), ['@: d', '@: e']);
  });

  it('are read from content in code', () => {
    assert.deepEqual(typst('#let x = [@a]\n@b'), ['@: a', '@: b']);
    assert.deepEqual(typst('#if x [@a] else [@b] @c'), ['@: a', '@: b', '@: c']);
    assert.deepEqual(typst('#for x in (1, 2) { [@a] } @b #context [@c] @d'), [
      '@: a',
      '@: b',
      '@: c',
      '@: d',
    ]);
    assert.deepEqual(typst('#figure(image("x.png"), caption: [See @a.]) <f> @b'), ['@: a', '@: b']);
    assert.deepEqual(
      typst('#table(columns: 2, [@a], [$x$ @b])[@c] #x.y(1).z @d'),
      'abcd'.split('').map((k) => `@: ${k}`),
    );
    assert.deepEqual(
      typst('#set text(red); @a [#let y = 1] @b $#text[@c]$ @d'),
      'abcd'.split('').map((k) => `@: ${k}`),
    );
  });

  it('are not references to labels of the text, of other files, or named like figures', () => {
    assert.deepEqual(typst('= Intro <intro>\n@intro @a $ x $ <e1> @e1'), ['@: a']);
    assert.deepEqual(typst('@fig:x @tab:y @eq-1 @sec:z @figure2020 @section'), [
      '@: figure2020',
      '@: section',
    ]);
    const groups = parseCitations('@other @a', 'typst', { labels: new Set(['other']) });
    assert.deepEqual(
      groups.map(({ citations }) => citations[0]?.key),
      ['a'],
    );
  });

  it('have exact ranges', () => {
    const text = 'x @a[p. 3]. #cite(label("b/c"), form: "prose")';
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    const groups = parseCitations(text, 'typst');
    assert.deepEqual(
      groups.map(({ range }) => slice(range)),
      ['@a[p. 3]', '#cite(label("b/c"), form: "prose")'],
    );
    assert.deepEqual(
      groups.map(({ keyLists }) => keyLists.map(slice)),
      [[], ['b/c']],
    );
  });
});

describe('a Typst file', () => {
  const declared = (text: string): string[] => findDeclarations(text, 'typst').map(({ path }) => path);

  it('names bibliographies', () => {
    assert.deepEqual(declared('#bibliography("a.bib", title: "T", style: "ieee")'), ['a.bib']);
    assert.deepEqual(declared('#bibliography(("a.bib", "b.yml"), full: true)'), ['a.bib', 'b.yml']);
    assert.deepEqual(declared('#show: ieee.with(\n  bibliography: bibliography("a.bib"),\n)'), ['a.bib']);
    assert.deepEqual(declared('#show: x.with(bibliography-file: "a.bib", title: "b.bib")'), ['a.bib']);
    assert.deepEqual(
      declared('// #bibliography("a.bib")\n`#bibliography("b.bib")` bibliography("c.bib")'),
      [],
    );
    const text = '#bibliography("a.bib")';
    const [first] = findDeclarations(text, 'typst');
    assert.equal(first && text.slice(first.range.start, first.range.end), 'a.bib');
  });

  it('includes others', () => {
    const text =
      '#include "a.typ"\n#import "b.typ": x\n#import "@preview/c:1.0.0"\n#{ include "d.typ" }\n// #include "e.typ"';
    assert.deepEqual(
      typstIncludes(text).map(({ path }) => path),
      ['a.typ', 'b.typ', 'd.typ'],
    );
  });

  it('gets a bibliography at its end, or beside the one it has', () => {
    const declare = (text: string): string =>
      applyEdits(text, planDeclaration(text, 'typst', 'references.bib'));
    assert.equal(declare('= A\n'), '= A\n\n#bibliography("references.bib")\n');
    assert.equal(declare('= A\r\nB'), '= A\r\nB\r\n\r\n#bibliography("references.bib")\r\n');
    assert.equal(
      declare('#bibliography("a.bib", style: "apa")'),
      '#bibliography(("a.bib", "references.bib"), style: "apa")',
    );
    assert.equal(
      declare('#bibliography(("a.bib", "b.bib"))'),
      '#bibliography(("a.bib", "b.bib", "references.bib"))',
    );
    assert.equal(declare('#bibliography("references.bib")'), '#bibliography("references.bib")');
  });
});
