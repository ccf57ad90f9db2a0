import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { notebookText } from '../../../src/core/drafts/notebook';

const cell = (type: string, source: unknown): object => ({ cell_type: type, source });
const notebook = (...cells: unknown[]): string => JSON.stringify({ cells });

describe('The text of a notebook', () => {
  it('is that of its Markdown cells, whichever way their lines are written', () => {
    const json = notebook(
      cell('markdown', ['One\n', 'two']),
      cell('code', 'x = 1'),
      cell('markdown', 'Three'),
    );
    assert.equal(notebookText(json), 'One\ntwo\n\nThree');
    assert.equal(notebookText(`\ufeff${json}`), 'One\ntwo\n\nThree');
  });

  it('begins with a raw cell that comes first, where front matter stands; no other raw cell counts', () => {
    const json = notebook(cell('raw', '---\nx: 1\n---'), cell('raw', 'other'), cell('markdown', 'Text'));
    assert.equal(notebookText(json), '---\nx: 1\n---\n\nText');
  });

  it('is empty for what is no notebook', () => {
    for (const json of ['', '{', '[]', 'null', '{"cells": 1}', notebook(1, null, {}, cell('markdown', 7))]) {
      assert.equal(notebookText(json), '', json);
    }
  });

  it('is made of any JSON without an error', () => {
    fc.assert(fc.property(fc.json(), (json) => typeof notebookText(json) === 'string'));
  });
});
