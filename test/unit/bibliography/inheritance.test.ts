import assert from 'node:assert/strict';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import type { BibEntry } from '../../../src/core/bibliography/types';

function recordOf(text: string, key = 'child') {
  const index = new BibliographyIndex('file:///refs.bib', text);
  return index.record(index.get(key) as BibEntry);
}

const CHILD = '@inproceedings{child, title = {T}, author = {A B}, crossref = {parent}';

describe('The record of an entry with crossref', () => {
  it('has the year and the publisher of the other entry', () => {
    const record = recordOf(`${CHILD}}\n@proceedings{parent, publisher = {P}, year = 2001}`);
    assert.deepEqual([record.title, record.year, record.venue], ['T', 2001, 'P']);
  });

  it('has what the entry itself says before that', () => {
    const record = recordOf(
      `${CHILD}, year = 1999, booktitle = {Own}}\n@proceedings{parent, title = {P}, year = 2001}`,
    );
    assert.deepEqual([record.year, record.venue], [1999, 'Own']);
  });

  it('has one date: a year of its own makes the date of the other void', () => {
    assert.equal(recordOf(`${CHILD}, date = {1999}}\n@proceedings{parent, year = 2001}`).year, 1999);
  });

  it('takes the title of a book for the booktitle of its parts only', () => {
    for (const [part, whole] of [
      ['inproceedings', 'proceedings'],
      ['inbook', 'book'],
      ['incollection', 'collection'],
    ]) {
      const record = recordOf(
        `@${part}{child, crossref = {parent}, author = {A}}\n@${whole}{parent, title = {Whole}, year = 2001}`,
      );
      assert.deepEqual([record.title, record.venue, record.year], ['', 'Whole', 2001]);
    }
  });

  it('prefers a booktitle that the other has, as BibTeX wants it', () => {
    const record = recordOf(`${CHILD}}\n@proceedings{parent, title = {Long}, booktitle = {Short}}`);
    assert.equal(record.venue, 'Short');
  });

  it('takes the title of a periodical for the journal', () => {
    const record = recordOf('@article{child, title = {T}, crossref = {p}}\n@periodical{p, title = {J}}');
    assert.deepEqual([record.title, record.venue], ['T', 'J']);
  });

  it('leaves identifiers, addresses and editors to the book', () => {
    const record = recordOf(
      '@inproceedings{child, title = {T}, crossref = {parent}}\n' +
        '@proceedings{parent, doi = {10.1/x}, url = {https://x.org}, eprint = {2301.00001}, editor = {E}}',
    );
    assert.deepEqual(
      [record.doi, record.url, record.arxiv, record.authors],
      [undefined, undefined, undefined, []],
    );
  });

  it('has the author of a book for its chapters', () => {
    const record = recordOf('@inbook{child, title = {C}, crossref = {b}}\n@book{b, author = {Knuth, D}}');
    assert.deepEqual(record.authors, [{ family: 'Knuth', given: 'D' }]);
  });

  it('follows the entries from one to the next', () => {
    const record = recordOf(
      `${CHILD}}\n@proceedings{parent, title = {V}, crossref = {series}}\n@mvproceedings{series, publisher = {P}, year = 2001}`,
    );
    assert.deepEqual([record.venue, record.year], ['V', 2001]);
  });

  it('does not mind circles and keys that are not there', () => {
    assert.equal(recordOf(`${CHILD}}`).title, 'T');
    assert.equal(recordOf('@book{child, title = {T}, crossref = {child}}').title, 'T');
    const circle = '@book{child, title = {T}, crossref = {b}}\n@book{b, crossref = {child}, year = 2001}';
    assert.equal(recordOf(circle).year, 2001);
    assert.equal(recordOf(circle, 'b').title, 'T');
    const loop = '@misc{child, xdata = {b}}\n@xdata{b, xdata = {child, b}, title = {T}}';
    assert.equal(recordOf(loop).title, 'T');
  });

  it('changes with the other entry', () => {
    const index = new BibliographyIndex('f', `${CHILD}}\n@proceedings{parent, year = 2001}`);
    assert.equal(index.record(index.get('child') as BibEntry).year, 2001);
    const edited = index.updateTo(index.text.replace('2001', '2002'));
    assert.equal(edited.record(edited.get('child') as BibEntry).year, 2002);
    assert.equal(index.record(index.get('child') as BibEntry).year, 2001);
  });

  it('leaves the fields of the entry its own', () => {
    const index = new BibliographyIndex('f', `${CHILD}}\n@proceedings{parent, year = 2001}`);
    assert.equal(index.get('child')?.field('year'), undefined);
  });
});

describe('The record of an entry with xdata', () => {
  it('has all that the data entries say, the first one first', () => {
    const record = recordOf(
      '@misc{child, xdata = {one, two}, year = 1999}\n' +
        '@xdata{one, title = {One}, doi = {10.1/x}}\n@xdata{two, title = {Two}, author = {A B}, year = 2000}',
    );
    assert.deepEqual([record.title, record.doi, record.year], ['One', '10.1/x', 1999]);
    assert.deepEqual(record.authors, [{ family: 'B', given: 'A' }]);
  });

  it('has them before those of crossref', () => {
    const record = recordOf(
      `${CHILD}, xdata = {data}}\n@xdata{data, date = {1998-02}}\n@proceedings{parent, year = 2001}`,
    );
    assert.equal(record.year, 1998);
  });
});
