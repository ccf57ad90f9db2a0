import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { betweenArbitrary, entryArbitrary } from './generators';
import { runs } from './runs';

/** An entry on lines of its own, as all programs write it. */
const partArbitrary = fc.tuple(entryArbitrary, betweenArbitrary);

const damageArbitrary = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(80)),
  added: fc.oneof(
    fc.constantFrom('', '{', '}', '"', '(', ')', '%', ',', '=', '#', '@', '\n', '\u0000', '\\', '{{', '}}'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
});

function damaged(text: string, { at, removed, added }: { at: number; removed: number; added: string }) {
  const position = Math.floor(at * text.length);
  return text.slice(0, position) + added + text.slice(position + removed);
}

/**
 * What damage to one entry may cost: that entry, and nothing else. An entry is touched if one of its characters, from `@`
 * to the closing brace, was changed; what is inserted right before or behind it counts as damage of the text in between.
 */
describe('damage to a bibliography', function () {
  this.timeout(600_000);

  it('costs no entry that it does not touch, with any number of damages in one entry', () => {
    fc.assert(
      fc.property(
        fc.array(partArbitrary, { maxLength: 3 }),
        entryArbitrary,
        fc.array(partArbitrary, { maxLength: 3 }),
        fc.array(damageArbitrary, { minLength: 1, maxLength: 4 }),
        (before, entry, after, damages) => {
          const broken = damages.reduce(damaged, entry.text);
          const join = (parts: typeof before) => parts.map(([{ text }, between]) => text + between).join('');
          const head = join(before);
          const text = `${head}${broken}\n\n${join(after)}`;
          const read = new Set(
            readBibliography(text).entries.map(({ range }) => `${range.start}-${range.end}`),
          );
          let position = 0;
          for (const [{ text: whole }, between] of before) {
            assert.ok(read.has(`${position}-${position + whole.length}`), `${whole} is lost before`);
            position += whole.length + between.length;
          }
          position += broken.length + 2;
          for (const [{ text: whole }, between] of after) {
            assert.ok(read.has(`${position}-${position + whole.length}`), `${whole} is lost behind`);
            position += whole.length + between.length;
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  it('costs no entry in between when several entries are damaged', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entryArbitrary, fc.option(damageArbitrary)), { minLength: 2, maxLength: 6 }),
        (parts) => {
          let text = '';
          const whole: { range: string; text: string }[] = [];
          for (const [entry, damage] of parts) {
            if (damage) {
              text += damaged(entry.text, damage);
            } else {
              whole.push({ range: `${text.length}-${text.length + entry.text.length}`, text: entry.text });
              text += entry.text;
            }
            text += '\n\n';
          }
          const read = new Set(
            readBibliography(text).entries.map(({ range }) => `${range.start}-${range.end}`),
          );
          for (const { range, text: source } of whole) {
            assert.ok(read.has(range), `${source} is lost`);
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});
