import assert from 'node:assert/strict';
import { parseCitations } from '../../../src/core/drafts/citations';
import { read } from './reading';

const myst = (text: string): string[] => read(text, 'myst');

describe('citations in MyST', () => {
  it('are roles, with several keys and notes', () => {
    assert.deepEqual(myst('x {cite}`a` {cite:p}`b, c` {cite:t}`d;e` {footcite:ps}`f`'), [
      'cite: a',
      'cite:p: b c',
      'cite:t: d e',
      'footcite:ps: f',
    ]);
    assert.deepEqual(myst('{cite:p}`{see}a{p. 3}` {cite:p}`{see, e.g.} a, b {pp. 3, 5}`'), [
      'cite:p: a',
      'cite:p: a b',
    ]);
    assert.deepEqual(myst('{cite:t #x .y}`a` {cite}``b`` {cite:p}`1977:nelson`'), [
      'cite:t: a',
      'cite: b',
      'cite:p: 1977:nelson',
    ]);
    assert.deepEqual(myst('{cite:p}`` and {cite}` `'), ['cite:p:', 'cite:']);
  });

  it('are pandoc’s as well', () => {
    assert.deepEqual(myst('{cite}`a` [@b; see @c, p. 3] @d [p. 4]'), ['cite: a', '[]: b c', '@: d']);
  });

  it('have a form by their role', () => {
    const form = (role: string): string | undefined => parseCitations(`{${role}}\`a\``, 'myst')[0]?.form;
    for (const role of [
      'cite:t',
      'cite:ts',
      'cite:ct',
      'cite:cts',
      'cite:author',
      'cite:cauthors',
      'footcite:t',
    ]) {
      assert.equal(form(role), 'textual', role);
    }
    for (const role of [
      'cite',
      'cite:p',
      'cite:ps',
      'cite:alp',
      'cite:year',
      'cite:authorpar',
      'cite:label',
      'footcite',
    ]) {
      assert.equal(form(role), 'parenthetical', role);
    }
    assert.equal(parseCitations('{cite:empty}`a`', 'myst')[0]?.silent, true);
  });

  it('are not read from code, math, comments and other roles', () => {
    for (const text of [
      '`{cite}` `a`',
      '`` {cite}`a` ``',
      '```python\n{cite}`a`\n```\n',
      '```{code-cell}\n@a\n```\n',
      '```{math}\n@a\n```\n',
      '<!-- {cite}`a` -->',
      '$ {cite}$ `a`',
      '\\{cite}`a`',
      '{ref}`a` {citeproc}`a` {math}`@a`',
    ]) {
      assert.deepEqual(myst(`${text} {cite}\`z\``), ['cite: z'], text);
    }
    assert.deepEqual(read('{cite}`a` [@b]', 'pandoc'), ['[]: b']);
  });

  it('are read from directives, also nested ones', () => {
    assert.deepEqual(
      myst(
        '````{note}\n{cite}`a`\n```{figure} x.png\n@b\n```\n```python\n@no\n```\n@c\n````\n\n:::{tip}\n@d\n:::\n\n@e',
      ),
      ['cite: a', '@: b', '@: c', '@: d', '@: e'],
    );
    assert.deepEqual(myst('```\n@no\n```\n@a\n```{note}\n@b'), ['@: a', '@: b']);
  });

  it('are not references to labels of the text', () => {
    assert.deepEqual(
      myst(
        '(intro)=\n# Intro\n\n@intro @a [@intro]\n\n```{figure} x.png\n:label: f1\n@f1\n```\n\n[](){#h1} @h1 {ref}`x`',
      ),
      ['@: a'],
    );
  });

  it('have exact ranges', () => {
    const text = 'x {cite:p}`{see}a{p. 3}, b`.';
    const [group] = parseCitations(text, 'myst');
    assert.ok(group);
    assert.equal(text.slice(group.range.start, group.range.end), '{cite:p}`{see}a{p. 3}, b`');
    assert.deepEqual(
      group.keyLists.map(({ start, end }) => text.slice(start, end)),
      ['{see}a{p. 3}, b'],
    );
    assert.deepEqual(
      group.citations.map(({ range }) => text.slice(range.start, range.end)),
      ['a', 'b'],
    );
  });
});
