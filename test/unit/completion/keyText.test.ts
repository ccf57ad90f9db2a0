import assert from 'node:assert/strict';
import { keyText } from '../../../src/core/completion/keyText';

describe('keyText', () => {
  it('writes a key in LaTeX as it is', () => {
    assert.equal(keyText('a:b c', 'latex', '\\cite{', 6), 'a:b c');
  });

  it('puts a key in braces that pandoc would not read to its end, unless it has them already', () => {
    assert.equal(keyText('li2023blip', 'pandoc', '[@', 2), 'li2023blip');
    assert.equal(keyText('DBLP:conf/nips/', 'pandoc', '[@', 2), '{DBLP:conf/nips/}');
    assert.equal(keyText('DBLP:conf/nips/', 'pandoc', '[@{', 3), 'DBLP:conf/nips/');
  });
});
