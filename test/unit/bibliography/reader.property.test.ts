import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { readBibliography } from '../../../src/core/bibliography/reader';
import type { BibEntry } from '../../../src/core/bibliography/types';
import type { GeneratedEntry } from './generators';
import { betweenArbitrary, entryArbitrary, fileArbitrary, soupArbitrary } from './generators';
import { runs } from './runs';

interface OracleEntry {
  citationKey?: string;
  entryType: string;
  entryTags?: Record<string, string>;
}

const oracle = createRequire(`${process.cwd()}/package.json`)('bibtex-parse-js') as {
  toJSON(text: string): OracleEntry[];
};

/** The oracle gives up on numbers before a line break and the like; such files tell nothing. */
function readByOracle(text: string): OracleEntry[] {
  try {
    return oracle.toJSON(text);
  } catch {
    return fc.pre(false) as never;
  }
}

function contentOf(entry: BibEntry) {
  return { type: entry.type, key: entry.key, fields: entry.fields.map(({ name, value }) => [name, value]) };
}

function expectedOf(entry: GeneratedEntry) {
  return {
    type: entry.type.toLowerCase(),
    key: entry.key,
    fields: entry.fields.map(({ name, value }) => [name.toLowerCase(), value]),
  };
}

describe('readBibliography, for any text', function () {
  this.timeout(600_000);

  it('reads a well-formed file as it was meant, without defects but repeated keys', () => {
    fc.assert(
      fc.property(fileArbitrary, ({ entries, text }) => {
        const file = readBibliography(text);
        assert.deepEqual(file.entries.map(contentOf), entries.map(expectedOf));
        assert.deepEqual(
          file.entries.map(({ range }) => text.slice(range.start, range.end)),
          entries.map((entry) => entry.text),
        );
        assert.deepEqual(
          file.defects.filter(({ code }) => code !== 'duplicate-key'),
          [],
        );
      }),
      { numRuns: runs(300) },
    );
  });

  it('agrees with bibtex-parse-js on a well-formed file', () => {
    fc.assert(
      fc.property(fileArbitrary, ({ text }) => {
        const theirs = readByOracle(text)
          .filter(({ entryTags }) => entryTags)
          .map((entry) => ({
            type: entry.entryType.toLowerCase(),
            key: entry.citationKey,
            fields: Object.entries(entry.entryTags ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
          }));
        assert.deepEqual(readBibliography(text).entries.map(contentOf), theirs);
      }),
      { numRuns: runs(300) },
    );
  });

  it('loses nothing but the entry that is damaged', () => {
    const part = fc.tuple(entryArbitrary, betweenArbitrary);
    const damage = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.oneof(fc.constantFrom(0, 1, 2), fc.nat(200)),
      added: fc.constantFrom(
        '',
        '{',
        '}',
        '"',
        '(',
        ')',
        '%',
        ',',
        '=',
        '@',
        '\n',
        '\u0000',
        '{{',
        '\\',
        '@misc{x,',
      ),
    });
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 3 }),
        part,
        fc.array(part, { maxLength: 3 }),
        damage,
        (before, [entry], after, { at, removed, added }) => {
          const position = Math.floor(at * entry.text.length);
          const broken = entry.text.slice(0, position) + added + entry.text.slice(position + removed);
          const join = (parts: typeof before) => parts.map(([{ text }, between]) => text + between).join('');
          const entries = readBibliography(`${join(before)}${broken}\n\n${join(after)}`).entries.map(
            contentOf,
          );
          assert.deepEqual(
            entries.slice(0, before.length),
            before.map(([generated]) => expectedOf(generated)),
          );
          assert.deepEqual(
            entries.slice(entries.length - after.length),
            after.map(([generated]) => expectedOf(generated)),
          );
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('reads all whole entries of a file that is cut off', () => {
    fc.assert(
      fc.property(
        fileArbitrary,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ entries, betweens, start, text }, at) => {
          const end = Math.floor(at * text.length);
          let whole = 0;
          let position = start.length;
          entries.forEach((entry, index) => {
            position += entry.text.length;
            whole += position <= end ? 1 : 0;
            position += betweens[index]?.length ?? 0;
          });
          const read = readBibliography(text.slice(0, end)).entries.map(contentOf);
          assert.deepEqual(read.slice(0, whole), entries.slice(0, whole).map(expectedOf));
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('never throws, and gives ranges in order that lie in each other', () => {
    fc.assert(
      fc.property(soupArbitrary, (text) => {
        const file = readBibliography(text);
        let position = 0;
        for (const entry of file.entries) {
          const { range, typeRange, keyRange } = entry;
          assert.ok(
            position <= range.start && range.start < typeRange.start && typeRange.end < keyRange.start,
          );
          assert.ok(keyRange.end <= range.end && range.end <= text.length);
          assert.equal(text.charAt(range.start), '@');
          assert.equal(text.slice(keyRange.start, keyRange.end), entry.key);
          let inner = keyRange.end;
          for (const { nameRange, valueRange, name } of entry.fields) {
            assert.ok(
              inner <= nameRange.start && nameRange.end <= valueRange.start && valueRange.end <= range.end,
            );
            assert.equal(text.slice(nameRange.start, nameRange.end).toLowerCase(), name);
            inner = valueRange.end;
          }
          position = range.end;
        }
        for (const { range } of file.defects) {
          assert.ok(0 <= range.start && range.start < range.end && range.end <= text.length);
        }
      }),
      { numRuns: runs(3000) },
    );
  });
});
