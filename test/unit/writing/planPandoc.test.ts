import assert from 'node:assert/strict';
import type { CitationRequest } from '../../../src/core/writing/citationText';
import { planCitation } from '../../../src/core/writing/citationText';
import { cite, place } from './cursor';

function pandoc(marked: string, keys: string, request: Partial<CitationRequest> = {}): string {
  return cite(marked, keys, { syntax: 'pandoc', ...request });
}

const textual = { form: 'textual' } as const;

describe('citing in Markdown', () => {
  describe('a new citation', () => {
    it('is bracketed, or stands in the text', () => {
      assert.equal(pandoc('as shown ‸.', 'a b'), 'as shown [@a; @b]‸.');
      assert.equal(pandoc('as ‸ shows', 'a', textual), 'as @a‸ shows');
    });

    it('enumerates several keys in the text', () => {
      assert.equal(pandoc('as ‸ show', 'a b', textual), 'as @a and @b‸ show');
      assert.equal(pandoc('as ‸ show', 'a b c', textual), 'as @a, @b and @c‸ show');
      assert.equal(pandoc('根据 ‸ 的', 'a b c', textual), '根据 @a、@b 和 @c‸ 的');
    });

    it('is separated from the word before it', () => {
      for (const word of [
        'BLIP-2',
        'so)',
        'so.',
        '**bold**',
        '`code`',
        '"so"',
        'x^2^',
        '[@x]',
        '$x$',
        'a/',
        '\\',
      ]) {
        assert.equal(pandoc(`It is ${word}‸`, 'a'), `It is ${word} [@a]‸`);
        assert.equal(pandoc(`It is ${word}‸`, 'a', textual), `It is ${word} @a‸`);
      }
    });

    it('keeps a space, line start or opening mark before it', () => {
      for (const before of ['', 'word ', 'line\n', '(', '- ', '> ', 'so **', '“', '"', 'so *']) {
        assert.equal(pandoc(`${before}‸`, 'a'), `${before}[@a]‸`);
        assert.equal(pandoc(`${before}‸`, 'a', textual), `${before}@a‸`);
      }
    });

    it('goes behind the word or cross-reference that the cursor is in', () => {
      assert.equal(pandoc('the mo‸del is', 'a'), 'the model [@a]‸ is');
      assert.equal(pandoc('in @fi‸g-one is', 'a'), 'in @fig-one [@a]‸ is');
      assert.equal(pandoc('模‸型', 'a'), '模[@a]‸型');
    });

    it('needs no space in Chinese but where pandoc needs one', () => {
      assert.equal(pandoc('模型‸很好', 'a'), '模型[@a]‸很好');
      assert.equal(pandoc('模型‸', 'a', textual), '模型 @a‸');
      assert.equal(pandoc('模型，‸', 'a', textual), '模型，@a‸');
      assert.equal(pandoc('‸很好', 'a', textual), '@a‸ 很好');
    });

    it('is kept apart from what comes after it', () => {
      assert.equal(pandoc('‸word', 'a'), '[@a]‸ word');
      assert.equal(pandoc('‸(see)', 'a'), '[@a]‸ (see)');
      assert.equal(pandoc('‸[x](y)', 'a', textual), '@a‸ [x](y)');
      assert.equal(pandoc('‸-based', 'a', textual), '@a‸ -based');
      assert.equal(pandoc('‸.', 'a', textual), '@a‸.');
      assert.equal(pandoc('‸: so', 'a', textual), '@a‸: so');
      assert.equal(pandoc("‸'s", 'a', textual), "@a‸'s");
    });

    it('has braces around keys that pandoc would not read whole', () => {
      assert.equal(pandoc('‸', 'a..b DBLP:conf/nips/Li23'), '[@{a..b}; @DBLP:conf/nips/Li23]‸');
      assert.equal(pandoc('‸', 'a.', textual), '@{a.}‸');
      assert.equal(pandoc('‸', '+x', textual), '@{+x}‸');
    });

    it('has notes before the first key and after the last', () => {
      const notes = { prenote: 'see', postnote: 'p. 3' };
      assert.equal(pandoc('‸', 'a', notes), '[see @a, p. 3]‸');
      assert.equal(pandoc('‸', 'a b', notes), '[see @a; @b, p. 3]‸');
      assert.equal(pandoc('word ‸', 'a', { ...textual, ...notes }), 'word see @a [p. 3]‸');
    });

    it('escapes what would end or divide it in notes', () => {
      assert.equal(pandoc('‸', 'a', { postnote: 'x; [y] @z' }), '[@a, x\\; \\[y\\] \\@z]‸');
    });

    it('takes up an @ or brackets already typed', () => {
      assert.equal(pandoc('as @‸ shows', 'a', textual), 'as @a‸ shows');
      assert.equal(pandoc('as @‸', 'a'), 'as [@a]‸');
      assert.equal(pandoc('as [‸]', 'a b'), 'as [@a; @b]‸');
      assert.equal(pandoc('as [@‸].', 'a'), 'as [@a]‸.');
    });

    it('replaces the selection', () => {
      assert.equal(pandoc('as ‸TODO‸.', 'a'), 'as [@a]‸.');
    });
  });

  describe('joining a bracket', () => {
    it('adds items behind the one at the cursor', () => {
      assert.equal(pandoc('[@x‸]', 'a b'), '[@x; @a; @b]‸');
      assert.equal(pandoc('[@x‸; @y]', 'a'), '[@x; @a; @y]‸');
      assert.equal(pandoc('[@x; ‸@y]', 'a'), '[@x; @a; @y]‸');
      assert.equal(pandoc('[‸@x; @y]', 'a'), '[@a; @x; @y]‸');
      assert.equal(pandoc('[see @x, p.‸ 3; also @y, p. 4]', 'a'), '[see @x, p. 3; @a; also @y, p. 4]‸');
      assert.equal(pandoc('[see @x, p. 3; also @y, p. 4‸]', 'a'), '[see @x, p. 3; also @y, p. 4; @a]‸');
    });

    it('goes behind what belongs to an item', () => {
      assert.equal(
        pandoc('[@x‸ and @y, `a;b`, $c;d$, [e;f] \\; g]', 'a'),
        '[@x and @y, `a;b`, $c;d$, [e;f] \\; g; @a]‸',
      );
    });

    it('keeps the style of the separators', () => {
      assert.equal(pandoc('[@x;@y‸]', 'a'), '[@x;@y;@a]‸');
      assert.equal(pandoc('[@x;\n@y‸]', 'a'), '[@x;\n@y; @a]‸');
    });

    it('adds notes to the new items only', () => {
      assert.equal(pandoc('[@x‸]', 'a', { prenote: 'also', postnote: 'p. 3' }), '[@x; also @a, p. 3]‸');
    });

    it('adds no key twice', () => {
      assert.equal(pandoc('[@x; @y‸]', 'y a'), '[@x; @y; @a]‸');
      const plan = planCitation({ ...place('[@x‸] z'), keys: ['x'], form: 'textual', syntax: 'pandoc' });
      assert.deepEqual(plan, { edits: [], cursor: 4, inserted: '', joined: true });
    });

    it('does not happen right before or after it', () => {
      assert.equal(pandoc('‸[@x]', 'a'), '[@a]‸ [@x]');
      assert.equal(pandoc('[@x]‸', 'a'), '[@x] [@a]‸');
    });

    it('replaces a selected key', () => {
      assert.equal(pandoc('[‸@x‸]', 'a'), '[@a]‸');
    });
  });

  describe('joining a key in the text', () => {
    it('puts textual keys beside it', () => {
      assert.equal(pandoc('as @x‸ shows', 'a', textual), 'as @x and @a‸ shows');
      assert.equal(pandoc('as @‸x shows', 'a b', textual), 'as @x, @a and @b‸ shows');
    });

    it('puts parenthetical ones into a bracket that belongs to it', () => {
      assert.equal(pandoc('as @x‸ shows', 'a b'), 'as @x [@a; @b]‸ shows');
      assert.equal(pandoc('as @x‸ [p. 3] shows', 'a'), 'as @x [p. 3; @a]‸ shows');
      assert.equal(pandoc('as @x [p. 3‸; @y] shows', 'a'), 'as @x [p. 3; @a; @y]‸ shows');
    });

    it('adds no key twice', () => {
      assert.equal(pandoc('as @x‸ shows', 'x'), 'as @x‸ shows');
      assert.equal(pandoc('as @x‸ [p. 3; @y] shows', 'y'), 'as @x [p. 3; @y]‸ shows');
    });
  });

  it('is a plain insertion in code and front matter', () => {
    assert.equal(pandoc('```\n‸\n```', 'a'), '```\n[@a]‸\n```');
    assert.equal(pandoc('---\ntitle: ‸\n---\n', 'a'), '---\ntitle: [@a]‸\n---\n');
  });
});
