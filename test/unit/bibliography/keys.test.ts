import assert from 'node:assert/strict';
import { freeKey } from '../../../src/core/bibliography/keys';

function among(...taken: string[]) {
  return (key: string) => taken.includes(key.toLowerCase());
}

describe('freeKey', () => {
  it('gives the key itself if it is free', () => {
    assert.equal(freeKey('li2023blip', among('li2023')), 'li2023blip');
  });

  it('adds the first free letter', () => {
    assert.equal(freeKey('li2023blip', among('li2023blip')), 'li2023blipa');
    assert.equal(freeKey('li2023blip', among('li2023blip', 'li2023blipa', 'li2023blipc')), 'li2023blipb');
  });

  it('respects keys that differ in case only, as its caller says', () => {
    assert.equal(freeKey('Li2023BLIP', among('li2023blip')), 'Li2023BLIPa');
  });

  it('goes on behind z with two letters', () => {
    const taken = new Set(
      ['k', ...'abcdefghijklmnopqrstuvwxyz'].map((letter) => (letter === 'k' ? letter : `k${letter}`)),
    );
    taken.add('kk');
    assert.equal(
      freeKey('k', (key) => taken.has(key)),
      'kaa',
    );
    let count = 0;
    assert.equal(
      freeKey('k', () => count++ < 26 + 26 * 26),
      'kzz',
    );
  });
});
