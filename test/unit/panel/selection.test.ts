import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Selection } from '../../../src/core/panel/selection';

const id = (index: number): string => `row${index}`;
const ids = (...indexes: number[]): string[] => indexes.map(id);

describe('the selection in a list of results', () => {
  it('takes and leaves single rows', () => {
    const selection = new Selection(id);
    selection.toggle(3);
    selection.toggle(1);
    assert.deepEqual([...selection.ids], ids(3, 1));
    selection.toggle(3);
    assert.deepEqual([...selection.ids], ids(1));
  });

  it('draws a range from where it began, forth and back, and keeps what was selected before', () => {
    const selection = new Selection(id);
    selection.toggle(9);
    selection.clear(selection.ids, 4);
    assert.equal(selection.extend(6), false);
    assert.deepEqual([...selection.ids], ids(9, 4, 5, 6));
    selection.extend(5);
    assert.deepEqual([...selection.ids], ids(9, 4, 5));
    selection.extend(2);
    assert.deepEqual([...selection.ids], ids(9, 2, 3, 4));
  });

  it('begins a range at the row that was gone to last, and goes on with one that is drawn', () => {
    const selection = new Selection(id);
    selection.anchorAt(7);
    selection.extend(8);
    selection.anchorAt(8);
    selection.extend(9);
    assert.deepEqual([...selection.ids], ids(7, 8, 9));
  });

  it('makes single rows of a range when one of them is left out', () => {
    const selection = new Selection(id);
    selection.extend(2);
    selection.toggle(1);
    assert.deepEqual([...selection.ids], ids(0, 2));
    assert.equal(selection.range, undefined);
  });

  it('counts rows of a range as soon as they are known', () => {
    let known = 2;
    const selection = new Selection((index) => (index < known ? id(index) : undefined));
    selection.extend(3);
    assert.deepEqual([...selection.ids], ids(0, 1));
    known = 4;
    selection.learn();
    assert.deepEqual([...selection.ids], ids(0, 1, 2, 3));
  });

  it('stays with its rows when these get other places', () => {
    let shift = 0;
    const selection = new Selection((index) => id(index + shift));
    selection.extend(1);
    selection.settle();
    shift = 5;
    selection.learn();
    assert.deepEqual([...selection.ids], ids(0, 1));
    assert.equal(selection.range, undefined);
  });

  it('goes on waiting for rows of a range that are not known', () => {
    let known = 1;
    const selection = new Selection((index) => (index < known ? id(index) : undefined));
    selection.extend(2);
    selection.settle();
    known = 3;
    selection.learn();
    assert.deepEqual([...selection.ids], ids(0, 1, 2));
  });

  it('selects all, or as many as it can and says so', () => {
    const selection = new Selection(id);
    assert.equal(selection.all(10), false);
    assert.equal(selection.ids.size, 10);
    assert.equal(selection.all(50_000), true);
    assert.equal(selection.ids.size, Selection.most);
    assert.equal(selection.extend(49_999), true);
    assert.equal(selection.ids.size, Selection.most);
    selection.clear();
    assert.equal(selection.ids.size, 0);
  });

  it('never has more than it can, nor a row that is not there, whatever is pressed', () => {
    const index = fc.integer({ min: 0, max: 500 });
    const step = fc.oneof(
      fc.record({ what: fc.constant('toggle' as const), index }),
      fc.record({ what: fc.constant('extend' as const), index }),
      fc.record({ what: fc.constant('anchorAt' as const), index }),
      fc.record({ what: fc.constant('all' as const), index }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const selection = new Selection((row) => (row < 400 ? id(row) : undefined));
        steps.forEach((each) => selection[each.what](each.index));
        assert.ok(selection.ids.size <= Selection.most);
        assert.ok([...selection.ids].every((each) => Number(each.slice(3)) < 400));
      }),
    );
  });
});
