import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clipped, shownText } from '../../src/core/shownText';

describe('text that is shown', () => {
  it('is on one line, without control characters', () => {
    assert.equal(shownText('a\r\n\tb\u0000c\u001b[31md\u009be\u2028f'), 'a b c [31md e f');
  });

  it('leaves the direction of the text around it alone', () => {
    assert.equal(shownText('a\u202egnp\u2066.b\u2069'), 'agnp.b');
  });

  it('keeps what scripts need, and whole characters', () => {
    const text = 'نمی\u200cخواهم 👩\u200d🔬 é 模型 a_b $x$ <b>';
    assert.equal(shownText(text), text);
    assert.equal(shownText('a\ud800b\udc00'), 'a\ufffdb\ufffd');
  });

  it('is the same when it is made twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = shownText(text);
        assert.equal(shownText(shown), shown);
        assert.doesNotMatch(shown, /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });

  it('is shortened to a length, without cutting through a character', () => {
    assert.equal(clipped('abc', 3), 'abc');
    assert.equal(clipped('abcd', 3), 'ab…');
    assert.equal(clipped('a😀b', 3), 'a…');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 20 }), (text, most) => {
        const short = clipped(text, most);
        assert.ok(short.length <= most && !/\p{Cs}/u.test(short));
      }),
    );
  });
});
