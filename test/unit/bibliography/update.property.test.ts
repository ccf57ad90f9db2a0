import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { readBibliography, updateBibliography } from '../../../src/core/bibliography/reader';
import { scanBlocks } from '../../../src/core/bibliography/scan';
import type { BibFile } from '../../../src/core/bibliography/types';
import { applyEdits } from '../../../src/core/text';
import { editsArbitrary } from './edits';
import { fileArbitrary, soupArbitrary } from './generators';
import { runs } from './runs';

const DEFINITIONS = fc.constantFrom(
  '',
  '@string{abb = "an abbreviation"}\n',
  '@string{jan = {Jänner}}\n@string{abb = jan # " too"}\n',
);

const TAIL = fc.constantFrom(
  '',
  '@misc{s, title = abb, month = jan, author = {A and B}, doi = abb}\n@misc{s, year = nothing}',
  '@misc{open, title = {never closed',
  '@inproceedings{child, crossref = {book}, title = {T}}\n@book{book, title = {B}, year = 2001}',
);

/** What is written between lines, and a letter that takes two units in each value or none. */
const DISGUISES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/\r?\n/g, '\r\n'),
  (text) => text.replace(/\r?\n/g, '\r'),
  (text) => text.replace(/[a-e]/g, '😀'),
  (text) => text.replace(/\r?\n/g, '\r\n').replace(/é|ü/g, '𝑋'),
];

const startArbitrary = fc
  .tuple(
    fc.oneof(
      fc.tuple(DEFINITIONS, fileArbitrary, TAIL).map(([head, { text }, tail]) => head + text + tail),
      fc.tuple(DEFINITIONS, soupArbitrary, TAIL).map((parts) => parts.join('')),
    ),
    fc.constantFrom(...DISGUISES),
  )
  .map(([text, disguise]) => disguise(text));

/** Everything a reader tells of a file. */
function toldBy(file: BibFile) {
  return {
    entries: file.entries.map(({ type, key, range, typeRange, keyRange, fields }) => ({
      type,
      key,
      range,
      typeRange,
      keyRange,
      fields,
    })),
    defects: file.defects,
    strings: [...file.strings],
  };
}

function answersOf(index: BibliographyIndex, keys: readonly string[]) {
  return keys.map((key) => {
    const entry = index.get(key);
    const folded = index.getIgnoringCase(key);
    const record = entry && index.record(entry);
    return {
      entry: entry?.range,
      folded: folded?.range,
      record,
      same: record && index.findWork(record)?.range,
    };
  });
}

describe('reading after edits', function () {
  this.timeout(600_000);

  it('gives what reading afresh gives, for any sequence of edits', () => {
    fc.assert(
      fc.property(
        startArbitrary,
        fc.array(editsArbitrary, { minLength: 1, maxLength: 5 }),
        (start, steps) => {
          let text = start;
          let file = readBibliography(text);
          steps.forEach((step, index) => {
            const edits = step(text);
            const previous = text;
            text = applyEdits(text, edits);
            if (index % 2 === 0) {
              // What has been read before the edit must not be taken for what is there after it.
              assert.deepEqual(toldBy(file), toldBy(readBibliography(previous)));
            }
            file = updateBibliography(file, edits, text);
          });
          assert.deepEqual(toldBy(file), toldBy(readBibliography(text)));
          assert.deepEqual(file.blocks, scanBlocks(text));
        },
      ),
      { numRuns: runs(1500) },
    );
  });

  it('leaves an index that answers like one made afresh', () => {
    fc.assert(
      fc.property(
        startArbitrary,
        fc.array(editsArbitrary, { minLength: 1, maxLength: 5 }),
        (start, steps) => {
          let index = new BibliographyIndex('file:///refs.bib', start);
          const all = [index];
          const keys = new Set(['child', 'book', 's']);
          for (const step of steps) {
            index.file.entries.forEach(({ key }) => keys.add(key));
            answersOf(index, [...keys]);
            const edits = step(index.text);
            index = index.update(edits, applyEdits(index.text, edits));
            all.push(index);
          }
          index.file.entries.forEach(({ key }) => keys.add(key));
          // Older versions must not have learnt anything new.
          for (const version of all) {
            assert.deepEqual(
              answersOf(version, [...keys]),
              answersOf(new BibliographyIndex('file:///refs.bib', version.text), [...keys]),
            );
          }
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('does not mind how the edits are ordered', () => {
    fc.assert(
      fc.property(startArbitrary, editsArbitrary, (text, step) => {
        const edits = step(text);
        const edited = applyEdits(text, edits);
        assert.deepEqual(
          toldBy(updateBibliography(readBibliography(text), [...edits].reverse(), edited)),
          toldBy(readBibliography(edited)),
        );
      }),
      { numRuns: 200 },
    );
  });
});
