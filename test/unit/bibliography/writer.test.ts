import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { insertEntries } from '../../../src/core/bibliography/writer';
import type { BibliographicEntry } from '../../../src/core/catalog/types';
import { applyEdits } from '../../../src/core/text';
import { fileArbitrary, soupArbitrary } from './generators';

const FOLDER = path.resolve('test/drafts/bibliographies');
const FIXTURES = readdirSync(FOLDER).filter((name) => name.endsWith('.bib'));

/** Without `ignoreBOM` a BOM would be lost; a document keeps it or not, and the reader has to cope with both. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function fixture(name: string): string {
  return decoder.decode(readFileSync(path.join(FOLDER, name)));
}

function blip(key = 'li2023blip'): BibliographicEntry {
  return {
    type: 'inproceedings',
    key,
    fields: {
      title: '{BLIP}-2',
      author: 'Li, Junnan and M{\\"u}ller, J.',
      booktitle: 'ICML',
      month: 'jul',
      year: '2023',
    },
  };
}

function insert(text: string, ...entries: BibliographicEntry[]): string {
  return applyEdits(text, insertEntries(text, entries).edits);
}

function rawEntries(text: string): string[] {
  return readBibliography(text).entries.map(({ range }) => text.slice(range.start, range.end));
}

/** Checks that inserting changes nothing but that the new entries are there, whole. */
function keepsEverything(text: string, entries: readonly BibliographicEntry[]) {
  const { edits } = insertEntries(text, entries);
  for (const { range } of edits) {
    assert.equal(range.start, range.end, 'only insertions');
  }
  const offsets = edits.map(({ range }) => range.start);
  assert.deepEqual(
    offsets,
    [...new Set(offsets)].sort((a, b) => a - b),
  );
  const result = applyEdits(text, edits);
  const file = readBibliography(result);
  const keys = new Set(entries.map(({ key }) => key));
  assert.deepEqual(
    file.entries.filter(({ key }) => !keys.has(key)).map(({ range }) => result.slice(range.start, range.end)),
    rawEntries(text),
  );
  for (const entry of entries) {
    const read = file.entries.find(({ key }) => key === entry.key);
    assert.ok(read, `${entry.key} is there`);
    assert.equal(read.type, entry.type);
    assert.deepEqual(
      read.fields.map(({ name, value }) => [name, value]),
      Object.entries(entry.fields).map(([name, value]) => [name, value === 'jul' ? 'July' : value]),
    );
  }
}

describe('insertEntries, for the bibliographies of test/drafts', () => {
  it('has many styles to imitate', () => {
    assert.ok(FIXTURES.length >= 30);
  });

  for (const name of FIXTURES) {
    it(`changes nothing else in ${name}`, () => {
      keepsEverything(fixture(name), [blip()]);
      keepsEverything(fixture(name), [blip('zz2023'), blip('aa2023'), blip('li2023blip')]);
    });

    it(`adds no defect to ${name}`, () => {
      const text = fixture(name);
      const codes = readBibliography(text).defects.map(({ code }) => code);
      assert.deepEqual(
        readBibliography(insert(text, blip(), blip('aa'))).defects.map(({ code }) => code),
        codes,
      );
    });

    it(`writes the same style again behind what it wrote in ${name}`, () => {
      const text = fixture(name);
      const once = insert(text, blip('mm1'));
      const first = rawEntries(once).find((entry) => entry.includes('mm1'));
      const second = rawEntries(insert(once, blip('mm2'))).find((entry) => entry.includes('mm2'));
      // A new file's style is the default, which its first entry then shows.
      assert.equal(second, first?.replace('mm1', 'mm2'));
    });
  }
});

describe('insertEntries, for any text', function () {
  this.timeout(60_000);

  it('keeps everything in any well-formed file', () => {
    fc.assert(
      fc.property(fileArbitrary, ({ text }) => {
        keepsEverything(text, [blip('Mnew:1'), blip('Anew:2')]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps everything in a file that is cut off anywhere', () => {
    fc.assert(
      fc.property(fileArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), ({ text }, at) => {
        keepsEverything(text.slice(0, Math.floor(at * text.length)), [blip('Mnew:1'), blip('Anew:2')]);
      }),
      { numRuns: 500 },
    );
  });

  it('adds its entries to any text at all, by insertions only', () => {
    fc.assert(
      fc.property(soupArbitrary, (text) => {
        const { edits } = insertEntries(text, [blip('Mnew:1')]);
        assert.equal(edits.length, 1);
        const result = applyEdits(text, edits);
        const edit = edits[0];
        assert.equal(edit?.range.start, edit?.range.end);
        assert.ok(
          readBibliography(result).entries.some(({ key }) => key === 'Mnew:1'),
          JSON.stringify(result),
        );
      }),
      { numRuns: 3000 },
    );
  });
});
