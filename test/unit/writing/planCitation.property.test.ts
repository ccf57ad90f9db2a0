import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCitations } from '../../../src/core/drafts/citations';
import type { CitationForm, Syntax } from '../../../src/core/drafts/types';
import { applyEdits } from '../../../src/core/text';
import { planCitation } from '../../../src/core/writing/citationText';

const RUNS = 600;

/** Pieces that a cursor may stand in, and pieces it is kept out of because citations are not read there. */
const PIECES: Readonly<
  Record<Syntax, { readonly open: readonly string[]; readonly closed: readonly string[] }>
> = {
  latex: {
    open: [
      'word',
      'Two words',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '. ',
      ', ',
      'so (',
      ')',
      '模型',
      '，',
      '~',
      '5\\%',
      '\\emph{so}',
      '\\LaTeX',
      '\\section{Title}',
      '\\cite{x}',
      '\\cite{x,y}',
      '\\citep[see][p. 3]{x, y}',
      '\\citet*{z}',
      '\\cite{}',
      '\\cite{ }',
      '\\parencites(a)(b)[1]{x}[2]{y,z}',
      '\\autocite{x,\n  y\n}',
      '\\cite{x,% why\n y}',
      '\\cite{x,}',
      '\\nocite{*}',
      '\\textcquote[p. 3]{x}{said}',
      '\\footcite{z}',
      '\\citep[see \\citealt{x}]{y}',
      '\\fullcite{x}',
    ],
    closed: [
      '% \\cite{no}\n',
      '\\begin{verbatim}\\cite{no}\\end{verbatim}',
      '\\verb|\\cite{no}|',
      '\\url{a%b}',
    ],
  },
  pandoc: {
    open: [
      'word',
      'Two words',
      ' ',
      ' ',
      '\n',
      '\n\n',
      '. ',
      ', ',
      'so (',
      ')',
      '模型',
      '，',
      '**bold**',
      '"so"',
      '- item\n',
      '[@x]',
      '[@x; @y]',
      '[see @x, p. 3; also -@y]',
      ' @x ',
      ' @x [p. 3]',
      ' @x [p. 3; @y]',
      ' -@z',
      '[@{x.y}]',
      '[@]',
      '[@x;@y]',
      '[@x;\n@y]',
      '[@x and @y; @z]',
      '[see [1] @x]',
      ' @fig-one ',
    ],
    closed: [
      '`@no`',
      ' $x@no$ ',
      '<!-- @no -->',
      '\n\n```\n@no\n```\n\n',
      ' me@no.org',
      'https://a.b/@no ',
      '[text](u/@no)',
    ],
  },
  myst: {
    open: [
      'word',
      ' ',
      '\n',
      '\n\n',
      '. ',
      'so (',
      ')',
      '模型',
      '**bold**',
      '{cite:p}`x`',
      '{cite:p}`x,y`',
      '{cite:t}`z`',
      '{cite}`{see}x{p. 3}, y`',
      '{cite:ps}`x;y`',
      '{cite:p}`` ',
      '[@x; @y]',
      ' @x ',
      '{cite:year}`x`',
    ],
    closed: ['`@no`', ' $x@no$ ', '\n\n```python\n{cite}`no`\n```\n\n', '{math}`@no`', '\n(lab)=\n'],
  },
  typst: {
    open: [
      'word',
      ' ',
      ' ',
      '\n',
      '. ',
      ', ',
      '; ',
      'so (',
      ')',
      '模型',
      '*bold*',
      '@x',
      '@x @y',
      '@x[p. 3]',
      '#cite(<x>)',
      '#cite(<x>, form: "prose")',
      '#cite(label("y/z"), supplement: [p. 3])',
      '#cite(<>)',
      '@fig:one ',
      '= Title\n',
    ],
    closed: ['`@no`', ' $x@no$ ', '/* @no */', '#let f = "@no"\n', '// @no\n'],
  },
};

interface Case {
  readonly text: string;
  readonly offset: number;
  readonly keys: readonly string[];
  readonly form: CitationForm;
  readonly prenote: string;
  readonly postnote: string;
}

function cases(syntax: Syntax): fc.Arbitrary<Case> {
  const { open, closed } = PIECES[syntax];
  const some = fc
    .array(fc.constantFrom(...open, ...closed), { maxLength: 6 })
    .map((pieces) => pieces.join(''));
  const keys = fc.array(fc.constantFrom('x', 'y', 'new1', 'new2', 'DBLP:conf/a/B23'), {
    minLength: 1,
    maxLength: 3,
  });
  return fc
    .record({
      before: some,
      piece: fc.constantFrom(...open),
      at: fc.nat(),
      after: some,
      keys,
      form: fc.constantFrom<CitationForm>('parenthetical', 'textual'),
      prenote: fc.constantFrom('', 'see', 'e.g. [x]'),
      postnote: fc.constantFrom('', 'p. 3', '50%; §2'),
    })
    .map(({ before, piece, at, after, ...rest }) => ({
      ...rest,
      text: before + piece + after,
      offset: before.length + (at % (piece.length + 1)),
    }));
}

function keysOf(text: string, syntax: Syntax): string[] {
  return parseCitations(text, syntax).flatMap(({ citations }) => citations.map(({ key }) => key));
}

/**
 * Whether a citation at an offset would be read, and nothing else with it: the cursor can still be in a comment, between
 * `$`s, or in the indent that makes code of a line.
 */
function isReadable(text: string, offset: number, syntax: Syntax): boolean {
  const probe = { latex: '\\cite{probe}', pandoc: ' [@probe] ', myst: ' {cite}`probe` ', typst: ' @probe ' }[
    syntax
  ];
  const found = keysOf(text.slice(0, offset) + probe + text.slice(offset), syntax);
  return found.includes('probe') && found.length === keysOf(text, syntax).length + 1;
}

for (const syntax of ['latex', 'pandoc', 'myst', 'typst'] as const) {
  describe(`a planned citation in ${syntax}`, function () {
    // Load on the machine must not fail it.
    this.timeout(60_000);

    it('adds exactly the keys asked for, and changes nothing else', () => {
      fc.assert(
        fc.property(cases(syntax), ({ text, ...request }) => {
          const plan = planCitation({ text, syntax, ...request });
          const edited = applyEdits(text, plan.edits);
          const known = keysOf(text, syntax);
          const found = keysOf(edited, syntax);
          const asked = [...new Set(request.keys)];
          if (!plan.joined && !isReadable(text, request.offset, syntax)) {
            return;
          }
          const added = [...found];
          for (const key of known) {
            const index = added.indexOf(key);
            assert.notEqual(index, -1, `${key} is lost`);
            added.splice(index, 1);
          }
          if (plan.joined) {
            assert.deepEqual(
              asked.filter((key) => !known.includes(key) && !added.includes(key)),
              [],
            );
            assert.deepEqual(
              added.filter((key) => !asked.includes(key)),
              [],
            );
          } else {
            assert.ok(added.every((key) => asked.includes(key)));
            assert.ok(asked.every((key) => added.includes(key) || known.includes(key)));
          }
          assert.equal(new Set(added).size, added.length);
        }),
        { numRuns: RUNS },
      );
    });

    it('is one edit that replaces at most blanks, a typed @ or an empty citation', () => {
      fc.assert(
        fc.property(cases(syntax), ({ text, ...request }) => {
          const plan = planCitation({ text, syntax, ...request });
          assert.ok(plan.edits.length <= 1);
          for (const { range, newText } of plan.edits) {
            assert.match(text.slice(range.start, range.end), /^(?:[\s@]*|\\\w+\*?\{\s*\}|#cite\(<>\))$/);
            assert.equal(plan.inserted, newText);
          }
          assert.ok(plan.cursor >= 0 && plan.cursor <= applyEdits(text, plan.edits).length);
        }),
        { numRuns: RUNS },
      );
    });

    it('does nothing the second time at the same place', () => {
      fc.assert(
        fc.property(cases(syntax), ({ text, ...request }) => {
          const first = planCitation({ text, syntax, ...request, prenote: '', postnote: '' });
          const edited = applyEdits(text, first.edits);
          const groups = parseCitations(edited, syntax);
          const group = groups.find(({ range }) => range.end === first.cursor);
          const key = group?.citations[0];
          fc.pre(
            group !== undefined &&
              key !== undefined &&
              group.citations.some((c) => c.key === request.keys[0]),
          );
          const again = planCitation({
            text: edited,
            syntax,
            ...request,
            keys: [key.key],
            offset: key.range.end,
          });
          assert.deepEqual(again.edits, []);
        }),
        { numRuns: RUNS },
      );
    });

    it('never fails, whatever the text and the offset', () => {
      const characters = fc.constantFrom(
        ...'\\{}[]()<>%$@;,`*_~#^&-.:"/ \n\r\tab中'.split(''),
        '\\cite',
        '[@',
        '\\begin',
        '{cite}',
        '#cite(',
        '#let ',
        'label("',
      );
      const texts = fc.array(characters, { maxLength: 40 }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(texts, fc.nat(60), fc.nat(60), fc.boolean(), (text, offset, selectionEnd, isTextual) => {
          const form = isTextual ? 'textual' : 'parenthetical';
          const plan = planCitation({
            text,
            offset,
            selectionEnd,
            syntax,
            form,
            keys: ['k'],
            postnote: 'p. 3',
          });
          applyEdits(text, plan.edits);
        }),
        { numRuns: RUNS },
      );
    });
  });
}
