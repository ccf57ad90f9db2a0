import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CompletionPosition } from '../../../src/core/completion/position';
import { completionPosition } from '../../../src/core/completion/position';
import { parseCitations } from '../../../src/core/drafts/citations';
import type { Syntax } from '../../../src/core/drafts/types';

/** The position at the `|` of a text. */
function at(syntax: Syntax, marked: string, extraCommands: string[] = []): CompletionPosition | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const groups = () => parseCitations(text, syntax, { extraCommands });
  const position = completionPosition(text, offset, syntax, groups, { extraCommands });
  if (position) {
    assert.equal(position.inserting.end, offset);
    assert.equal(text.slice(position.inserting.start, offset), position.typed);
    assert.equal(position.replacing.start, position.inserting.start);
    assert.doesNotMatch(text.slice(position.replacing.start, position.replacing.end), /[\r\n]/);
  }
  return position;
}

/** What is replaced: what stands before the cursor, `|`, what stands after it; then the other keys. */
function summary(syntax: Syntax, marked: string): string | undefined {
  const position = at(syntax, marked);
  const tail = position && marked.replace('|', '').slice(position.inserting.end, position.replacing.end);
  return position && [`${position.typed}|${tail ?? ''}`, ...position.others].join(' + ');
}

describe('the place of a key in LaTeX', () => {
  const places: readonly (readonly [string, string])[] = [
    ['\\cite{|}', '|'],
    ['\\cite{|', '|'],
    ['See \\cite{li| and more text', 'li|'],
    ['\\cite{a, |}', '| + a'],
    ['\\cite{a, li|2023, c}', 'li|2023 + a + c'],
    ['\\cite{a,\n  b,\n  |\n}', '| + a + b'],
    ['\\cite{a,\r\n  li|\r\n}', 'li| + a'],
    ['\\cite{a, % why\n  li|}', 'li| + a'],
    ['\\citep[see][p.~3]{li visual|}', 'li visual|'],
    ['\\citep\n  [see]\n  {li|', 'li|'],
    ['\\cites(see)[1]{a}[2]{|}', '| + a'],
    ['\\cites{|}{b}', '| + b'],
    ['\\autocites{a}{b}{c|', 'c| + a + b'],
    ['\\blockcquote[p. 2]{|}{quoted}', '|'],
    ['\\foreigntextcquote{ngerman}{|', '|'],
    ['\\citename{|', '|'],
    ['\\nocite{|}', '|'],
    ['\\footnote{As \\textbf{they \\cite{|', '|'],
    ['\\cite{a}, then \\cite{|}', '|'],
    ['\\cite*{|}', '|'],
    ['\\citet*[see][]{a,|}', '| + a'],
    ['\\textcite<see>{|}', '|'],
    ['\\parencite[see][p.~{3}]{|', '|'],
    ['\\cite[see {[a]}]{|}', '|'],
    ['\\Cites(see)(and)[1][2]{a}\n  [3]{b, |}', '| + a + b'],
    ['\\textcquote[p. 2]{li|}[.]{quoted}', 'li|'],
    ['\\fullcite\n{|}', '|'],
    ['\\citeauthor{|}', '|'],
    ['\\footfullcite{a,b,|}', '| + a + b'],
    ['$x$ \\cite{|', '|'],
    ['\\section{On \\cite{|}}', '|'],
    ['\\cite{a,|b}', '|b + a'],
  ];
  for (const [marked, expected] of places) {
    it(`is found in ${JSON.stringify(marked)}`, () => assert.equal(summary('latex', marked), expected));
  }

  const others = [
    'Plain | text',
    '\\cite|{a}',
    '\\cite[|]{a}',
    '\\cite[see {|}]{a}',
    '\\cite{a}|',
    '\\cite{a} {|}',
    '\\textbf{|}',
    '\\citestyle{|}',
    '% \\cite{|}',
    '\\cite{a % |\n}',
    '\\begin{verbatim}\n\\cite{|}\n\\end{verbatim}',
    '\\cite{a\n\n|',
    '\\foreigntextcquote{|',
    '\\cite{\\textbf{|',
    '\\newcommand\\mine[1]{\\cite{#1, |}}',
  ];
  for (const marked of others) {
    it(`is not in ${JSON.stringify(marked)}`, () => assert.equal(at('latex', marked), undefined));
  }

  it("is found in the user's own commands", () => {
    assert.equal(at('latex', '\\mine{li|}'), undefined);
    assert.equal(at('latex', '\\mine{li|}', ['mine'])?.typed, 'li');
  });
});

describe('the place of a key in pandoc Markdown', () => {
  const places: readonly (readonly [string, string])[] = [
    ['@|', '|'],
    ['See @|', '|'],
    ['See @li|', 'li|'],
    ['See @li|2023 there', 'li|2023'],
    ['[@|]', '|'],
    ['[@|', '|'],
    ['[-@|]', '|'],
    ['-@li|', 'li|'],
    ['[@a; @|]', '| + a'],
    ['[@a; @|', '| + a'],
    ['[see @a, p. 3; also @b; @l|]', 'l| + a + b'],
    ['[@a;\n@|]', '| + a'],
    ['[@l|; @b]', 'l| + b'],
    ['@{|}', '|'],
    ['@{|', '|'],
    ['@{li visual|}', 'li visual|'],
    ['@{li|2023:x}', 'li|2023:x'],
    ['[@a; @{li|', 'li| + a'],
    ['@li2023-|', 'li2023-|'],
    ['@a [p. 3; @|]', '| + a'],
    ['*@|*', '|'],
  ];
  for (const [marked, expected] of places) {
    it(`is found in ${JSON.stringify(marked)}`, () => assert.equal(summary('pandoc', marked), expected));
  }

  const others = [
    'Plain | text',
    '`@|`',
    '```\n@|\n```',
    '$@|$',
    'me@|',
    'me@example.|org',
    '<!-- @| -->',
    'https://example.org/@|',
    '@fig-|',
    '@li |',
    '---\nauthor: "@|"\n---\n',
    '\\@|',
    '`@{|}`',
    'me@{|}',
  ];
  for (const marked of others) {
    it(`is not in ${JSON.stringify(marked)}`, () => assert.equal(at('pandoc', marked), undefined));
  }

  it('is certain only where more than an @ says that it is one', () => {
    assert.equal(at('pandoc', 'Thanks to @|')?.certain, false);
    assert.equal(at('pandoc', 'Shown [@|]')?.certain, true);
    assert.equal(at('pandoc', 'Shown [see @a; @|')?.certain, true);
    assert.equal(at('pandoc', 'Shown in @{|')?.certain, true);
    assert.equal(at('pandoc', '[done] by @|')?.certain, false);
    assert.equal(at('pandoc', 'An open [ bracket\n\nby @|')?.certain, false);
  });
});

describe('the place of a key in MyST', () => {
  const places: readonly (readonly [string, string])[] = [
    ['{cite}`|`', '|'],
    ['{cite}`|', '|'],
    ['{cite:p}`li|`', 'li|'],
    ['{cite:t}`li|2023`', 'li|2023'],
    ['{cite}`a,|`', '| + a'],
    ['{cite}`a, li|, c`', 'li| + a + c'],
    ['{cite}`a; |`', '| + a'],
    ['{cite:p}`{see}li|{p. 3}`', 'li|'],
    ['{footcite}`|`', '|'],
    ['{cite:p #id .class}`|`', '|'],
    ['See @|', '|'],
    ['[@a; @l|]', 'l| + a'],
    ['[@a;\n@|]', '| + a'],
    ['-@li|', 'li|'],
    ['@{li visual|}', 'li visual|'],
  ];
  for (const [marked, expected] of places) {
    it(`is found in ${JSON.stringify(marked)}`, () => assert.equal(summary('myst', marked), expected));
  }

  const others = [
    '`|`',
    '{ref}`|`',
    '{doc}`a, |`',
    '{cite:p}`{see |}li`',
    '$`|`$',
    '```\n{cite}`|`\n```',
    'me@|',
  ];
  for (const marked of others) {
    it(`is not in ${JSON.stringify(marked)}`, () => assert.equal(at('myst', marked), undefined));
  }
});

describe('the place of a key in Typst', () => {
  const places: readonly (readonly [string, string])[] = [
    ['See @|', '|'],
    ['See @li|', 'li|'],
    ['See @li|2023 there', 'li|2023'],
    ['See @a @|', '|'],
    ['@li|[p. 3]', 'li|'],
    ['#cite(<|>)', '|'],
    ['#cite(<|', '|'],
    ['#cite(<li|)', 'li|'],
    ['#cite(<li|2023>, form: "prose")', 'li|2023'],
    ['#cite(\n  <|>,\n)', '|'],
    ['#cite(label("|"))', '|'],
    ['#cite(label("li|', 'li|'],
    ['#figure(caption: [See @a and @|])', '|'],
    ['#let x = [@|]', '|'],
    ['= Heading @|', '|'],
    ['#footnote[#cite(<|>)]', '|'],
    ['#cite(form: "prose", <|>)', '|'],
  ];
  for (const [marked, expected] of places) {
    it(`is found in ${JSON.stringify(marked)}`, () => assert.equal(summary('typst', marked), expected));
  }

  const others = [
    'Plain | text',
    '`@|`',
    '```\n@|\n```',
    '// @|',
    '/* @| */',
    '#link("https://example.org/@|")',
    '\\@|',
    '@fig:|',
    '#ref(<|>)',
    'A label <|>',
    '#cite(<a>, supplement: [|])',
  ];
  for (const marked of others) {
    it(`is not in ${JSON.stringify(marked)}`, () => assert.equal(at('typst', marked), undefined));
  }

  it('is certain in the function only', () => {
    assert.equal(at('typst', '#cite(<|>)')?.certain, true);
    assert.equal(at('typst', 'See @|')?.certain, false);
  });
});

it('a place is found, or not, in any text', () => {
  const pieces = fc.constantFrom(
    '\\cite',
    '{',
    '}',
    '[',
    ']',
    ',',
    '%',
    '\n',
    '\r\n',
    ' ',
    '@',
    ';',
    'key',
    '`',
    '$',
    '\\',
    '{cite}',
    '#cite(',
    '<',
    '>',
    '"',
    '//',
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.constantFrom<Syntax>('latex', 'pandoc', 'myst', 'typst'),
      (before, after, syntax) => {
        const position = at(syntax, `${before}|${after}`);
        if (position) {
          assert.ok(before.endsWith(position.typed));
          assert.doesNotMatch(position.typed, /[\r\n,}]/);
        }
      },
    ),
  );
});
