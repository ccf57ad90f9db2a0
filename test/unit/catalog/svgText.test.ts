import assert from 'node:assert/strict';
import fc from 'fast-check';
import { breakable, escapeXml, shorten, textWidth, wrap } from '../../../src/core/catalog/svgText';

describe('textWidth', () => {
  it('grows with the text and with the font', () => {
    assert.ok(textWidth('Vicuna', 10) < textWidth('Vicuna 7B', 10));
    assert.equal(textWidth('Vicuna', 20), 2 * textWidth('Vicuna', 10));
    assert.equal(textWidth('', 10), 0);
  });

  it('knows narrow, wide and full-width letters, and marks without width', () => {
    assert.ok(textWidth('iii', 10) < textWidth('aaa', 10));
    assert.ok(textWidth('mmm', 10) > textWidth('aaa', 10));
    assert.equal(textWidth('模', 10), 10);
    assert.equal(textWidth('e\u0301', 10), textWidth('e', 10));
  });
});

describe('shorten', () => {
  it('leaves what fits', () => {
    assert.equal(shorten('OPT', 10, 100), 'OPT');
  });

  it('ends what does not fit with an ellipsis, without a space before it', () => {
    assert.equal(shorten('Stable Diffusion', 10, textWidth('Stable …', 10)), 'Stable…');
  });

  it('never exceeds the width unless not even the ellipsis fits, and never cuts a character in two', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'M', ' ', '模', '😀', '-'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 120 }), (content, width) => {
        const short = shorten(content, 10, width);
        assert.ok(short === '…' || textWidth(short, 10) <= width);
        assert.doesNotMatch(short, /\p{Cs}/u);
      }),
    );
  });
});

describe('wrap', () => {
  const width = textWidth('linear projector', 10);

  it('leaves what fits on one line', () => {
    assert.deepEqual(wrap('linear projector', 10, width, 3), ['linear projector']);
  });

  it('breaks at spaces, after hyphens and slashes', () => {
    assert.deepEqual(wrap('Q-Former with linear projector', 10, width, 3), [
      'Q-Former with',
      'linear projector',
    ]);
    assert.deepEqual(wrap('cross-attention', 10, textWidth('attention', 10), 3), ['cross-', 'attention']);
    assert.deepEqual(wrap('1.4B/7B/70B', 10, textWidth('1.4B/', 10), 3), ['1.4B/', '7B/', '70B']);
  });

  it('shortens the last line if there are too few', () => {
    assert.deepEqual(wrap('one two three four', 10, textWidth('three', 10), 2), ['one', 'two…']);
  });

  it('shortens a word that is too long for any line', () => {
    const [line = ''] = wrap('Supercalifragilistic', 10, 50, 3);
    assert.match(line, /^Super.*…$/u);
  });

  it('gives at most as many lines as wanted, each within the width, and at least one', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'M', ' ', '-', '/', '模'), maxLength: 40 });
    fc.assert(
      fc.property(
        text,
        fc.integer({ min: 20, max: 100 }),
        fc.integer({ min: 1, max: 4 }),
        (content, most, lines) => {
          const found = wrap(content, 10, most, lines);
          assert.ok(found.length >= 1 && found.length <= lines);
          assert.ok(found.every((line) => textWidth(line, 10) <= most));
        },
      ),
    );
  });

  it('loses nothing if there is room', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '-', '/'), maxLength: 40 });
    fc.assert(
      fc.property(text, (content) => {
        const kept = wrap(content, 10, 1000, 100).join('').replace(/\s/gu, '');
        assert.equal(kept, content.replace(/\s/gu, ''));
        assert.equal(breakable(content.trim()).join(''), content.trim());
      }),
    );
  });
});

describe('escapeXml', () => {
  it('escapes what means something in XML', () => {
    assert.equal(escapeXml(`<a href="x">&'`), "&lt;a href=&quot;x&quot;&gt;&amp;'");
  });

  it('replaces what XML does not allow', () => {
    assert.equal(escapeXml('a\u0000b\u001bc\ud800d\uffff'), 'a\ufffdb\ufffdc\ufffdd\ufffd');
    assert.equal(escapeXml('a\tb\n😀模'), 'a\tb\n😀模');
  });
});
