/** Stands in for `node:assert/strict` in the browser bundle of the tests. */
import assert from 'assert';

export const { AssertionError, ok, throws, doesNotThrow, rejects, doesNotReject, match, doesNotMatch, fail } =
  assert.strict;
export const { equal, notEqual, deepEqual, notDeepEqual, strictEqual, notStrictEqual } = assert.strict;
export const { deepStrictEqual, notDeepStrictEqual, ifError } = assert.strict;
export { strict as default } from 'assert';
