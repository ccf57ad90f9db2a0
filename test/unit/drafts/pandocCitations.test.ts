import assert from 'node:assert/strict';
import { parseCitations } from '../../../src/core/drafts/citations';
import { read } from './reading';

const pandoc = (text: string): string[] => read(text, 'pandoc');

// What is a citation here was compared with pandoc's own reader.
describe('citations in Markdown', () => {
  it('are bracketed', () => {
    assert.deepEqual(pandoc('x [@a; -@b, p. 3] y'), ['[]: a b']);
    assert.deepEqual(pandoc('[see @a, pp. 3-5; also @b]'), ['[]: a b']);
    assert.deepEqual(pandoc('[@a;@b] word[@c]word 文[@d]'), ['[]: a b', '[]: c', '[]: d']);
    assert.deepEqual(pandoc('[@a,\n  p. 3;\n  @b]'), ['[]: a b']);
    assert.deepEqual(pandoc('[-@a] [see [1] *for* @b, {p. 3}]'), ['[]: a', '[]: b']);
  });

  it('or stand in the text, with or without a locator', () => {
    assert.deepEqual(pandoc('@a shows; -@b too'), ['@: a', '@: b']);
    assert.deepEqual(pandoc('@a [p. 3] and @b[p. 4; @c] and @d\n[see @e]'), ['@: a', '@: b c', '@: d e']);
    assert.deepEqual(
      pandoc('(see @a) "@b" *@c* **@d** —@e，@f 「@g」'),
      'abcdefg'.split('').map((key) => `@: ${key}`),
    );
  });

  it('are not bracketed if a part has no key, or the bracket is a link, span, note or image', () => {
    for (const text of [
      '[see @a; foo]',
      '[foo; @a]',
      '[@a; ]',
      '[@a](u)',
      '[@a][ref]',
      '[@a]{.x}',
      '^[@a]',
      '![@a](b.png)',
      '[@a',
      '\\[@a]',
    ]) {
      assert.deepEqual(pandoc(`x ${text} y`), ['@: a'], text);
    }
    assert.deepEqual(pandoc('x @a [p. 3; foo; @b] y'), ['@: a', '@: b']);
    assert.deepEqual(pandoc('x @a [p. 3](u) y'), ['@: a']);
    assert.deepEqual(pandoc('x @a [^1] y'), ['@: a']);
    assert.deepEqual(pandoc('[@a\n\n@b]'), ['@: a', '@: b']);
  });

  it('may be nested', () => {
    assert.deepEqual(pandoc('x [see [@a; @b] foo] y'), ['[]: a b']);
    assert.deepEqual(pandoc('x^[see [@a; @b], and @c] y'), ['[]: a b', '@: c']);
    assert.deepEqual(pandoc('[text @a](u) [0, 1) and [@b]'), ['@: a', '[]: b']);
  });

  it('have keys as pandoc’s manual defines them', () => {
    for (const key of [
      'doe2020',
      '_a',
      '2020x',
      'müller2020',
      'o\u0308x',
      '张2023',
      'a:b.c#d$e%f&g-h+i?j<k>l~m/n',
      'DBLP:conf/nips/LiL23',
      'https://doi.org/10.1/x',
    ]) {
      assert.deepEqual(pandoc(`x @${key} y`), [`@: ${key}`]);
      assert.deepEqual(pandoc(`x [@${key}, p. 3] y`), [`[]: ${key}`]);
    }
    for (const end of [
      '.',
      ',',
      ':',
      ';',
      '?',
      '!',
      "'s",
      '’s',
      '-',
      '--b',
      '..b',
      '*b',
      ')',
      '”',
      '|',
      '.)',
      '。',
    ]) {
      assert.deepEqual(pandoc(`x @a${end} y`), ['@: a'], end);
    }
    for (const text of ['@', '@.a', '@-a', '@ a', '@*']) {
      assert.deepEqual(pandoc(`x ${text} y`), [], text);
    }
  });

  it('have keys with any characters in braces', () => {
    assert.deepEqual(pandoc('@{a:b.} x [@{x..y}, p. 3; -@{z}] @{{a}} @{a}b'), [
      '@: a:b.',
      '[]: x..y z',
      '@: {a}',
      '@: a',
    ]);
    assert.deepEqual(pandoc('@{a b} @{a @{} foo@{a}'), []);
  });

  it('are not read from code', () => {
    assert.deepEqual(pandoc('`@a` ``x ` @a`` [@b]'), ['[]: b']);
    assert.deepEqual(pandoc('```python\n@a\n```\n[@b]'), ['[]: b']);
    assert.deepEqual(pandoc('~~~~ {.x}\n@a\n~~~\n@a\n~~~~\n[@b]'), ['[]: b']);
    assert.deepEqual(pandoc('- x\n\n  ```\n  @a\n  ```\n- [@b]'), ['[]: b']);
    assert.deepEqual(pandoc('> ```\n> @a\n> ```\n> [@b]'), ['[]: b']);
    assert.deepEqual(pandoc('```{=latex}\n\\cite{a} @a\n```'), []);
    assert.deepEqual(pandoc('```\n@a'), []);
    assert.deepEqual(pandoc('x `code [@b] y'), ['[]: b']);
  });

  it('are not read from indented code, but from indented text in lists and notes', () => {
    assert.deepEqual(pandoc('x\n\n    @a\n\n    @a\n\n@b'), ['@: b']);
    assert.deepEqual(pandoc('x\n\n\t@a\n'), []);
    assert.deepEqual(pandoc('- x\n\n    @a\n'), ['@: a']);
    assert.deepEqual(pandoc('[^1]: x\n\n    @a\n'), ['@: a']);
    assert.deepEqual(pandoc('x\n    @a\n'), ['@: a']);
  });

  it('are not read from math', () => {
    assert.deepEqual(pandoc('$x@a$ $$ @a\n @a $$ [@b]'), ['[]: b']);
    assert.deepEqual(pandoc('costs $5 [@b] or $6'), ['[]: b']);
    assert.deepEqual(pandoc('\\$x @a$ y'), ['@: a']);
  });

  it('are read from the nocite of the front matter, and from nothing else there', () => {
    assert.deepEqual(pandoc('---\ntitle: "@a"\nnocite: |\n  @b\n\n  @d, @*\nabstract: "@e"\n---\n[@c]'), [
      'nocite: b',
      'nocite: d',
      '[]: c',
    ]);
    assert.deepEqual(pandoc('---\r\nnocite:\r\n- "@a"\r\n- me@b.org\r\nx: "@c"\r\n---\r\n'), ['nocite: a']);
    assert.deepEqual(pandoc('---\nmeta:\n  nocite: "@a"\nnocites: "@b"\n---\n'), []);
    assert.deepEqual(pandoc('\uFEFF---\r\ntitle: "@a"\r\n...\r\n[@c]'), ['[]: c']);
    assert.deepEqual(pandoc('x\n\n---\n\n[@c]\n\n---\n'), ['[]: c']);
    assert.deepEqual(pandoc('---\n[@c] without end'), ['[]: c']);
  });

  it('are not read from comments and HTML', () => {
    assert.deepEqual(pandoc('x <!-- @a\n\n@a --> [@b]'), ['[]: b']);
    assert.deepEqual(pandoc('x <!-- @a'), ['@: a']);
    assert.deepEqual(
      pandoc('<style>\n@media x {}\n\n@b\n</style>\n<script>@c</script><pre>@d</pre> <b>@e</b>'),
      ['@: e'],
    );
    assert.deepEqual(pandoc('<a href="x/@a" title=\'@b\'>@c</a>'), ['@: c']);
    assert.deepEqual(pandoc('1 < 2 @a > 0'), ['@: a']);
  });

  it('are not read from addresses', () => {
    for (const text of [
      'me@example.org',
      'first.@last',
      '<me@example.org>',
      '<https://a.b/@c>',
      'https://a.b/@c',
      'www.a.b/@c',
      'git@github.com:a/b',
      '[text](https://a.b/@c "t")',
      '[text](x(@a)y)',
      'node_modules/@types/node',
    ]) {
      assert.deepEqual(pandoc(`x ${text} y`), [], text);
    }
    assert.deepEqual(pandoc('[@a; see https://a.b/@c]'), ['@: a']);
    assert.deepEqual(pandoc('[@a, https://a.b/@c]'), ['[]: a']);
  });

  it('are not cross-references', () => {
    assert.deepEqual(
      pandoc('@fig-one @tbl-a @sec-x @eq-1 @lst-a @thm-b @Fig-two @fig:x [@fig-a; @fig-b] [-@tbl-c]'),
      [],
    );
    assert.deepEqual(pandoc('[@fig-a, see @b] @figure2020 @section @eq'), [
      '[]: b',
      '@: figure2020',
      '@: section',
      '@: eq',
    ]);
    assert.deepEqual(pandoc('\\@ref(fig:x) \\@a'), []);
    assert.deepEqual(pandoc('(@good) An example.\n\n(@) Another.'), []);
  });

  it('are not imports of MDX', () => {
    assert.deepEqual(pandoc('import { A } from "@scope/a";\n\n[@b]'), ['[]: b']);
  });

  it('are read from headings, lists, tables, quotations and notes', () => {
    assert.deepEqual(
      pandoc(
        '# A [@a]\n- [@b]\n1. @c\n> [@d]\n\n| x | y |\n|---|---|\n| [@e] | @f |\n\n[^1]: See @g.\n\n::: {.note}\n@h\n:::',
      ),
      ['[]: a', '[]: b', '@: c', '[]: d', '[]: e', '@: f', '@: g', '@: h'],
    );
  });

  it('may be without a key', () => {
    assert.deepEqual(pandoc('x [@] y []'), ['[]:']);
  });

  it('have ranges of key, key list and whole citation', () => {
    const text = 'x [see @a; -@{b.}, p. 3], -@c [p. 4; @d] @e.';
    const groups = parseCitations(text, 'pandoc');
    const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.deepEqual(
      groups.map(({ range }) => slice(range)),
      ['[see @a; -@{b.}, p. 3]', '-@c [p. 4; @d]', '@e'],
    );
    assert.deepEqual(
      groups.map(({ keyLists }) => keyLists.map(slice)),
      [['see @a; -@{b.}, p. 3'], ['p. 4; @d'], []],
    );
    assert.deepEqual(
      groups.map(({ citations }) => citations.map(({ range }) => slice(range))),
      [['a', 'b.'], ['c', 'd'], ['e']],
    );
    assert.deepEqual(
      groups.map(({ form }) => form),
      ['parenthetical', 'textual', 'textual'],
    );
    assert.ok(
      groups.every((group) => !group.silent && group.citations.every((citation) => citation.group === group)),
    );
  });
});
