import assert from 'node:assert/strict';
import { parseCitations } from '../../../src/core/drafts/citations';
import { byteSize } from '../../../src/core/library/byteSize';
import { modelUses } from '../../../src/core/library/modelUses';
import { model } from '../catalog/fixtures';

describe('the uses of a model in a draft', () => {
  const llava = model('llava');
  const asked: string[] = [];
  const library = {
    resolve: (key: string) => {
      asked.push(key);
      return { key, models: ['liu2023visual', 'mine'].includes(key) ? [model('other'), llava] : [] };
    },
  };
  const text = 'See @liu2023visual and [@x; @mine].\n\nAgain @liu2023visual.';

  it('are all places, under whatever key', () => {
    const found = modelUses(llava, parseCitations(text, 'pandoc'), library);
    assert.deepEqual(
      found.map(({ start, end }) => [text.slice(start, end), start]),
      [
        ['liu2023visual', 5],
        ['mine', text.indexOf('mine')],
        ['liu2023visual', text.lastIndexOf('liu')],
      ],
    );
    assert.deepEqual(asked, ['liu2023visual', 'x', 'mine'], 'each key is resolved once');
  });
});

describe('the size of a file', () => {
  it('counts the bytes of its characters', () => {
    for (const text of ['', 'abc', 'é', '中', '😀', 'a\u0000é中😀']) {
      assert.equal(byteSize(text), `${new TextEncoder().encode(text).length} B`);
    }
  });

  it('is in a unit that fits', () => {
    assert.equal(byteSize('a'.repeat(999)), '999 B');
    assert.equal(byteSize('a'.repeat(1000)), '1 kB');
    assert.equal(byteSize('a'.repeat(999_500)), '1.0 MB');
    assert.equal(byteSize('中'.repeat(1_000_000)), '3.0 MB');
  });
});
