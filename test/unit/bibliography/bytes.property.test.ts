import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { betweenArbitrary, entryArbitrary } from './generators';
import { runs } from './runs';

/** What may happen to the bytes of a file on a disk or on its way. Places count from 0 to 1. */
type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'delete' | 'truncate'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'swap'; readonly at: number; readonly length: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });

const damageArbitrary: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('delete' as const), at: place, length: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ kind: fc.constant('truncate' as const), at: place, length: fc.constant(0) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: place, length: fc.integer({ min: 1, max: 12 }) }),
);

function damaged(bytes: Uint8Array, damage: Damage): Uint8Array {
  const at = Math.floor(damage.at * bytes.length);
  switch (damage.kind) {
    case 'flip': {
      const copy = Uint8Array.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ (1 << damage.bit);
      return copy.subarray(0, bytes.length);
    }
    case 'delete':
      return Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + damage.length)]);
    case 'truncate':
      return bytes.slice(0, at);
    case 'insert':
      return Uint8Array.from([...bytes.subarray(0, at), ...damage.bytes, ...bytes.subarray(at)]);
    case 'swap': {
      const middle = at + damage.length;
      const end = middle + damage.length;
      const parts = [
        [0, at],
        [middle, end],
        [at, middle],
        [end, bytes.length],
      ] as const;
      return Uint8Array.from(parts.flatMap(([from, to]) => [...bytes.subarray(from, to)]));
    }
  }
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
/** As VS Code does: what is no UTF-8 becomes U+FFFD. */
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

describe('damage to the bytes of a bibliography', function () {
  this.timeout(600_000);

  it('leaves the fields of all other entries as they are, in front of it and behind', () => {
    const part = fc.tuple(entryArbitrary, betweenArbitrary);
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 3 }),
        entryArbitrary,
        fc.array(part, { maxLength: 3 }),
        fc.array(damageArbitrary, { minLength: 1, maxLength: 3 }),
        (before, entry, after, damages) => {
          const broken = damages.reduce(damaged, encode(entry.text));
          const textOf = (parts: typeof before) =>
            parts.map(([{ text }, between]) => text + between).join('');
          const bytes = join(encode(textOf(before)), broken, encode(`\n\n${textOf(after)}`));
          const read = readBibliography(decode(bytes)).entries.map((found) =>
            JSON.stringify([found.type, found.key, found.fields.map(({ name, value }) => [name, value])]),
          );
          const expected = (parts: typeof before) =>
            parts.map(([{ type, key, fields }]) =>
              JSON.stringify([
                type.toLowerCase(),
                key,
                fields.map(({ name, value }) => [name.toLowerCase(), value]),
              ]),
            );
          assert.deepEqual(read.slice(0, before.length), expected(before));
          assert.deepEqual(read.slice(read.length - after.length), expected(after));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('never makes reading throw, wherever and however often it strikes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entryArbitrary, betweenArbitrary), { minLength: 1, maxLength: 4 }),
        fc.array(damageArbitrary, { minLength: 1, maxLength: 12 }),
        (parts, damages) => {
          const whole = encode(parts.map(([{ text }, between]) => text + between).join(''));
          const text = decode(damages.reduce(damaged, whole));
          const { entries, defects } = readBibliography(text);
          assert.ok(defects.every(({ range }) => range.end <= text.length));
          assert.ok(
            entries.every(({ fields, range }) =>
              fields.every(({ valueRange }) => valueRange.end <= range.end),
            ),
          );
        },
      ),
      { numRuns: runs(2000) },
    );
  });
});
