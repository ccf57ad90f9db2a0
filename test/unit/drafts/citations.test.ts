import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationAt, groupAt, parseCitations } from '../../../src/core/drafts/citations';
import type { Syntax } from '../../../src/core/drafts/types';

const TEXTS: Readonly<Record<Syntax, fc.Arbitrary<string>>> = {
  latex: texts([
    '\\cite',
    '\\citep*',
    '\\cites',
    '\\textcquote',
    '\\foreigntextcquote',
    '\\volcite',
    '\\citename',
    '\\nocite',
    '\\begin{',
    '\\end{',
    'displaycquote}',
    'verbatim}',
    '\\verb',
    '\\url',
    '\\newcommand',
    '\\let',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    ',',
    '%',
    '#1',
    '\\',
    '*',
    '|',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    'key',
    'ä',
    '张',
    '😀',
    '\0',
    '<<>>=\n',
    '\n@',
  ]),
  pandoc: texts([
    '@',
    '[@',
    '@{',
    '-@',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    ';',
    ',',
    '`',
    '``',
    '```',
    '~~~',
    '$',
    '$$',
    '<',
    '>',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    'https://',
    '\\',
    '^',
    '!',
    '#',
    '- ',
    '> ',
    '|',
    '---\n',
    '    ',
    '\t',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    'key',
    '.',
    ':',
    '/',
    'ä',
    '张',
    '😀',
    '\0',
    '\uD83D',
  ]),
  myst: texts([
    '{cite}',
    '{cite:p}',
    '{cite:t #x}',
    '{',
    '}',
    '`',
    '``',
    '```',
    '```{note}\n',
    '```{code-cell}\n',
    ':::{note}\n',
    '(a)=\n',
    ':label: a\n',
    '@',
    '[@',
    ']',
    ',',
    ';',
    '$',
    '<!--',
    '-->',
    '\\',
    ' ',
    '\n',
    '\n\n',
    '\r\n',
    'key',
    'ä',
    '张',
    '😀',
    '\0',
    '\uD83D',
  ]),
  typst: texts([
    '@',
    '@a',
    '#',
    '#cite(',
    'cite(',
    'label(',
    '<a>',
    '<',
    '>',
    '"',
    '#let x = ',
    '#if ',
    'else',
    '#context ',
    '#include ',
    'bibliography(',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '$',
    '`',
    '```',
    '//',
    '/*',
    '*/',
    'https://',
    ',',
    ':',
    ';',
    '.',
    '\\',
    ' ',
    '\n',
    '\r\n',
    'key',
    'ä',
    '张',
    '😀',
    '\0',
    '\uD83D',
  ]),
};

function texts(parts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...parts) }, fc.string()), { maxLength: 60 })
    .map((list) => list.join(''));
}

for (const syntax of ['latex', 'pandoc', 'myst', 'typst'] as const) {
  describe(`reading citations of any ${syntax} text`, function () {
    this.timeout(60_000);

    it('never fails, and gives exact ranges inside one another, in order', () => {
      fc.assert(
        fc.property(TEXTS[syntax], (text) => {
          let previous = -1;
          for (const group of parseCitations(text, syntax)) {
            assert.ok(group.range.start >= previous && group.range.end <= text.length);
            previous = group.range.start;
            for (const list of group.keyLists) {
              assert.ok(
                group.range.start < list.start && list.start <= list.end && list.end < group.range.end,
              );
            }
            for (const { key, range } of group.citations) {
              assert.equal(text.slice(range.start, range.end), key);
              assert.notEqual(key.trim(), '');
              assert.ok(group.range.start < range.start && range.end <= group.range.end);
            }
          }
        }),
        { numRuns: 1500 },
      );
    });

    it('finds a citation appended in a paragraph of its own unless the text leaves something open', () => {
      const closed = {
        latex: /\\(?:begin|verb|url|lstinline|let)|<<|[{}]/,
        pandoc: /`|~|<|---|\$/,
        myst: /`|~|<|---|\$/,
        typst: /[`$#]|\/\*/,
      }[syntax];
      fc.assert(
        fc.property(TEXTS[syntax], (text) => {
          fc.pre(!closed.test(text));
          const keys = parseCitations(
            `${text}\n\nx ${syntax === 'latex' ? '\\cite{last}' : '[@last]'}`,
            syntax,
          ).flatMap(({ citations }) => citations.map(({ key }) => key));
          assert.equal(keys.at(-1), 'last');
        }),
        { numRuns: 1500 },
      );
    });
  });
}

describe('the time to read citations', () => {
  /** Texts that make careless readers look ahead again and again. */
  const hostile: Readonly<Record<Syntax, readonly string[]>> = {
    latex: [
      '\\cite[',
      '\\cite{',
      '\\cites{a}',
      '\\cite[{',
      '{',
      '[',
      '\\cite<',
      '\\verb{',
      '\\begin{',
      '\n\n{[',
      '\\let',
      '%',
      '<<',
    ],
    pandoc: [
      '[',
      '[@a',
      '@a[',
      '`',
      '` ``',
      '$a ',
      '<!--',
      '<a b="',
      '@{',
      '[@a;',
      '\n- [@a',
      '\n|',
      '](',
      '<pre>',
      '@a:',
      '\n```\n\n~~~\n',
    ],
    myst: [
      '{cite}`',
      '`',
      '{cite:t ',
      '```{note}\n',
      '`{cite}`a,',
      '(a',
      '{#',
      '{cite}``',
      '[{cite}`a`;',
      ':::{note}\n',
    ],
    typst: [
      '#cite(',
      '#cite((',
      '@a[',
      '#let ',
      '#{[',
      '"',
      '#"',
      '$',
      '`',
      '/*',
      '<a',
      '[',
      '#if ',
      'label(',
      '#a.',
      '#cite(<a>,',
      'https://(',
      '#{(]',
      '\\',
    ],
  };

  for (const syntax of ['latex', 'pandoc', 'myst', 'typst'] as const) {
    it(`does not explode on hostile ${syntax}`, function () {
      // Quadratic reading would need minutes for these, and fails by running out of time.
      this.timeout(60_000);
      for (const part of hostile[syntax]) {
        const text = part.repeat(Math.ceil(100_000 / part.length));
        assert.doesNotThrow(
          () => parseCitations(text + ']'.repeat(50_000) + '{a}'.repeat(20_000), syntax),
          part,
        );
      }
    });
  }
});

describe('the citation at an offset', () => {
  const text = '\\cites{a, bb}{c} [@x]';
  const groups = parseCitations(text, 'latex');
  const keyAt = (offset: number): string | undefined => citationAt(groups, offset)?.key;

  it('is the one whose key the offset touches', () => {
    const first = text.indexOf('bb');
    assert.deepEqual([first - 1, first, first + 1, first + 2, first + 3].map(keyAt), [
      undefined,
      'bb',
      'bb',
      'bb',
      undefined,
    ]);
    assert.equal(keyAt(0), undefined);
    assert.equal(keyAt(text.length), undefined);
  });

  it('belongs to a group if it is in the keys, ends included', () => {
    const isIn = (offset: number): boolean => groupAt(groups, offset) !== undefined;
    assert.deepEqual([6, 7, 9, 12, 13, 14, 15, 16].map(isIn), [
      false,
      true,
      true,
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it('belongs to the inner one of nested groups', () => {
    const nested = '[see @a [p. 3; @b] and @c]';
    const all = parseCitations(nested, 'pandoc');
    assert.deepEqual(
      groupAt(all, nested.indexOf('@c'))?.citations.map(({ key }) => key),
      ['a', 'b', 'c'],
    );
    const note = '\\citep[see \\citealt{x}]{y}';
    assert.equal(groupAt(parseCitations(note, 'latex'), note.indexOf('x'))?.command, 'citealt');
  });
});
