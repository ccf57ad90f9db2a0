import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isBiblatex } from '../../../src/core/bibliography/dialect';
import { insertEntries } from '../../../src/core/bibliography/writer';
import type { BibliographicEntry } from '../../../src/core/catalog/types';
import { applyEdits } from '../../../src/core/text';

const FOLDER = path.resolve('test/drafts/bibliographies');

const shared = {
  author: 'Li, Junnan and Hoi, Steven C. H.',
  title: '{BLIP}-2: Bootstrapping Language-Image Pre-training',
  booktitle: 'Proceedings of the 40th International Conference on Machine Learning',
  pages: '19730--19742',
};

const BIBTEX: BibliographicEntry = {
  type: 'inproceedings',
  key: 'li2023blip',
  fields: {
    ...shared,
    year: '2023',
    month: 'jul',
    doi: '10.5555/1',
    eprint: '2301.12597',
    archiveprefix: 'arXiv',
  },
};

const BIBLATEX: BibliographicEntry = {
  type: 'inproceedings',
  key: 'li2023blip',
  fields: { ...shared, date: '2023-07', doi: '10.5555/1', eprint: '2301.12597', eprinttype: 'arxiv' },
};

/** Old programs write one byte for each character. */
function encodingOf(name: string): BufferEncoding {
  return name === 'latin-1.bib' ? 'latin1' : 'utf8';
}

describe('a bibliography as found in the wild, with one entry more', () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith('.bib'))) {
    it(`is ${name} in the folder of results, to the byte`, () => {
      const bytes = readFileSync(path.join(FOLDER, name));
      const text = bytes.toString(encodingOf(name));
      const { edits } = insertEntries(text, [isBiblatex(text) ? BIBLATEX : BIBTEX]);
      const after = Buffer.from(applyEdits(text, edits), encodingOf(name));
      const expected = readFileSync(path.join(FOLDER, 'with-one-more', name));
      assert.equal(after.toString(encodingOf(name)), expected.toString(encodingOf(name)));
      assert.deepEqual(after, expected);
    });
  }
});
