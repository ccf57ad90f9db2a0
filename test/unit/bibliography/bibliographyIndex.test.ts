import assert from 'node:assert/strict';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import type { BibRecord } from '../../../src/core/bibliography/record';

const TEXT = `@article{Li2023BLIP,
  title = {{BLIP-2}: Bootstrapping},
  author = {Li, Junnan},
  year = 2023,
  journal = {arXiv preprint arXiv:2301.12597},
}
@inproceedings{blip2again,
  title = {BLIP-2: Bootstrapping},
  author = {Junnan Li},
  year = 2023,
  doi = {10.1000/blip},
}
@misc{li2023blip, title = {Other}, author = {Li}, year = 2020}
@misc{Li2023BLIP, title = {Repeated}}
@misc{broken, title = {Unfinished
`;

function index(text = TEXT) {
  return new BibliographyIndex('file:///refs.bib', text);
}

function wanted(changes: Partial<BibRecord>): BibRecord {
  return { key: 'x', title: '', authors: [], authorsTruncated: false, venue: '', ...changes };
}

describe('BibliographyIndex', () => {
  it('keeps where its text is from', () => {
    assert.equal(index().uri, 'file:///refs.bib');
    assert.equal(index().text, TEXT);
    assert.equal(index().file.entries.length, 5);
  });

  it('finds an entry by its exact key, the first of several', () => {
    const bibliography = index();
    assert.equal(bibliography.get('Li2023BLIP')?.type, 'article');
    assert.equal(bibliography.get('li2023blip')?.type, 'misc');
    assert.equal(bibliography.get('LI2023BLIP'), undefined);
    assert.equal(bibliography.get('broken')?.field('title')?.value, 'Unfinished');
    assert.equal(bibliography.get('constructor'), undefined);
  });

  it('finds the first entry whose key differs in case only', () => {
    const bibliography = index();
    assert.equal(bibliography.getIgnoringCase('LI2023blip')?.key, 'Li2023BLIP');
    assert.equal(bibliography.getIgnoringCase('li2023blipx'), undefined);
  });

  it('finds a work under any key', () => {
    const bibliography = index();
    assert.equal(bibliography.findWork(wanted({ arxiv: '2301.12597' }))?.key, 'Li2023BLIP');
    assert.equal(bibliography.findWork(wanted({ doi: '10.1000/blip' }))?.key, 'blip2again');
    const byTitle = wanted({ title: 'BLIP 2 – Bootstrapping', authors: [{ family: 'Li' }], year: 2022 });
    assert.equal(bibliography.findWork(byTitle)?.key, 'Li2023BLIP');
    assert.equal(bibliography.findWork({ ...byTitle, year: 2020 }), undefined);
    assert.equal(bibliography.findWork(wanted({ doi: '10.1000/other' })), undefined);
  });

  it('passes over an entry with the same title that is another work', () => {
    const byTitle = wanted({
      title: 'BLIP-2: Bootstrapping',
      authors: [{ family: 'Li' }],
      year: 2023,
      arxiv: '2301.99999',
    });
    assert.equal(index().findWork(byTitle)?.key, 'blip2again');
  });

  it('prefers a match by DOI to an earlier one by arXiv id', () => {
    assert.equal(index().findWork(wanted({ doi: '10.1000/blip', arxiv: '2301.12597' }))?.key, 'blip2again');
  });

  it('reads the record of an entry once', () => {
    const bibliography = index();
    const [entry] = bibliography.file.entries;
    assert.ok(entry);
    assert.equal(bibliography.record(entry).title, 'BLIP-2: Bootstrapping');
    assert.equal(bibliography.record(entry), bibliography.record(entry));
  });

  it('finds nothing in an empty file', () => {
    assert.equal(index('').get('a'), undefined);
    assert.equal(index('').findWork(wanted({ doi: '10.1/x' })), undefined);
  });
});
