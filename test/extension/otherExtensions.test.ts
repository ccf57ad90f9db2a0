import assert from 'node:assert/strict';
import { offersEntries } from '../../src/vscode/otherExtensions';

describe('beside other extensions for citations', () => {
  for (const [id, its, other] of [
    ['James-Yu.latex-workshop', 'latex', 'markdown'],
    ['efoerster.texlab', 'latex', 'typst'],
    ['quarto.quarto', 'quarto', 'latex'],
    ['notZaki.pandocciter', 'markdown', 'typst'],
    ['myriad-dreamin.tinymist', 'typst', 'latex'],
  ] as const) {
    it(`completion leaves the entries in ${its} to ${id} where that is running, unless the user says otherwise`, () => {
      const isActive = (running: string): boolean => running === id;
      assert.equal(offersEntries('auto', its, isActive), false);
      assert.equal(offersEntries('auto', other, isActive), true);
      assert.equal(offersEntries('always', its, isActive), true);
      assert.equal(offersEntries('never', other, isActive), false);
      assert.equal(offersEntries('auto', its), true, 'it is not installed here');
    });
  }
});
