import assert from 'node:assert/strict';

/**
 * Checks that a file is what it was, byte for byte, but for one insertion.
 *
 * @returns what was inserted, as text; of several places that explain it the last
 */
export function insertion(before: Uint8Array, after: Uint8Array): string {
  const length = after.length - before.length;
  assert.ok(length > 0, 'something was inserted');
  let start = 0;
  while (start < before.length && before[start] === after[start]) {
    start++;
  }
  assert.deepEqual(
    [...after.slice(start + length)],
    [...before.slice(start)],
    'what follows the insertion is as it was',
  );
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(after.slice(start, start + length));
}
