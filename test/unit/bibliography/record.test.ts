import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { arxivId, normaliseDoi, toRecord, workRecord } from '../../../src/core/bibliography/record';
import type { Work } from '../../../src/core/catalog/types';

function record(fields: string, type = 'article') {
  const entry = readBibliography(`@${type}{key, ${fields}}`).entries[0];
  assert.ok(entry);
  return toRecord(entry);
}

describe('toRecord', () => {
  it('gives the work in Unicode', () => {
    const text = `author = {M{\\"u}ller, J. and Garc{\\'\\i}a, Ana and others}, title = {{BLIP-2}: \\emph{Boots} \\& more},
      journal = {Z. f{\\"u}r Bilder}, year = 2023, doi = {10.1000/ABC}, url = {https://example.org/a\\_b}`;
    assert.deepEqual(record(text), {
      key: 'key',
      title: 'BLIP-2: Boots & more',
      authors: [
        { family: 'Müller', given: 'J.' },
        { family: 'García', given: 'Ana' },
      ],
      authorsTruncated: true,
      year: 2023,
      venue: 'Z. für Bilder',
      doi: '10.1000/abc',
      url: 'https://example.org/a_b',
    });
  });

  it('gives an address as it is to be followed, with and without the escapes of older styles', () => {
    const addresses: readonly (readonly [written: string, meant: string])[] = [
      ['https://example.org/~user/a--b.pdf', 'https://example.org/~user/a--b.pdf'],
      ['https://example.org/?id=a_b&c=%2F#top', 'https://example.org/?id=a_b&c=%2F#top'],
      ['\\url{https://example.org/a\\_b}', 'https://example.org/a_b'],
      ['https://example.org/{\\%}7Euser\\#top', 'https://example.org/%7Euser#top'],
      ['https://example.org/\\~{}user', 'https://example.org/~user'],
      ['https://example.org/{\\textasciitilde}user', 'https://example.org/~user'],
      ['https://example.org/$\\sim$user', 'https://example.org/~user'],
      ['\\url{https://example.org/\\string~user}', 'https://example.org/~user'],
    ];
    for (const [written, meant] of addresses) {
      assert.equal(record(`url = {${written}}`).url, meant);
    }
  });

  it('leaves out what an entry does not say', () => {
    assert.deepEqual(record('note = {x}'), {
      key: 'key',
      title: '',
      authors: [],
      authorsTruncated: false,
      venue: '',
    });
  });

  it('takes editors where there are no authors', () => {
    assert.deepEqual(record('editor = {Li, Junnan}').authors, [{ family: 'Li', given: 'Junnan' }]);
    assert.deepEqual(record('editor = {Li, Junnan}, author = {Bo}').authors, [{ family: 'Bo' }]);
  });

  it('joins title and subtitle', () => {
    assert.equal(record('title = {BLIP-2}, subtitle = {Bootstrapping}').title, 'BLIP-2: Bootstrapping');
  });

  it('finds the year in year or date', () => {
    assert.equal(record('year = {2023}').year, 2023);
    assert.equal(record('year = {2023a}').year, 2023);
    assert.equal(record('date = {2023-07-23}').year, 2023);
    assert.equal(record('date = {2022-12/2023-01}').year, 2022);
    assert.equal(record('year = {in press}, date = {2024}').year, 2024);
    assert.equal(record('year = {in press}').year, undefined);
    assert.equal(record('year = {12345}').year, undefined);
  });

  it('finds the DOI however it is written', () => {
    for (const doi of [
      '10.1000/a_B',
      '10.1000/a\\_B',
      'https://doi.org/10.1000/a_B',
      'http://dx.doi.org/10.1000/A_b',
      'doi: 10.1000/a_b',
      'DOI:10.1000/a_b',
    ]) {
      assert.equal(record(`doi = {${doi}}`).doi, '10.1000/a_b', doi);
    }
    assert.equal(record('url = {https://doi.org/10.1000/a_b}').doi, '10.1000/a_b');
    assert.equal(record('doi = {unknown}').doi, undefined);
    assert.equal(record('url = {https://example.org/10.1000/x}').doi, undefined);
  });

  it('finds the arXiv id wherever it is written, without version', () => {
    for (const fields of [
      'eprint = {2301.12597}, archivePrefix = {arXiv}',
      'eprint = {arXiv:2301.12597v2}, eprinttype = {arxiv}',
      'eprint = {2301.12597}',
      'url = {https://arxiv.org/abs/2301.12597v3}',
      'url = {http://arxiv.org/pdf/2301.12597.pdf}',
      'journal = {arXiv preprint arXiv:2301.12597}',
      'journal = {arXiv e-prints, arXiv:2301.12597}',
      'journal = {CoRR}, volume = {abs/2301.12597}',
      'note = {arXiv:2301.12597 [cs]}',
      'howpublished = {arXiv 2301.12597}',
      'number = {arXiv:2301.12597}',
      'doi = {10.48550/arXiv.2301.12597}',
      'doi = {https://doi.org/10.48550/ARXIV.2301.12597}',
    ]) {
      assert.equal(record(fields).arxiv, '2301.12597', fields);
    }
  });

  it('knows the arXiv ids of before 2007', () => {
    assert.equal(record('eprint = {cs/0701001}').arxiv, 'cs/0701001');
    assert.equal(record('eprint = {math.GT/0309136v1}').arxiv, 'math.gt/0309136');
    assert.equal(record('url = {https://arxiv.org/abs/hep-th/9901001}').arxiv, 'hep-th/9901001');
  });

  it('takes no other number for an arXiv id', () => {
    for (const fields of [
      'eprint = {2301.12597}, eprinttype = {jstor}',
      'eprint = {12345}',
      'pages = {2301.12597}',
      'url = {https://example.org/2301.12597}',
      'note = {arXiv}',
      'volume = {12}',
      'doi = {10.1000/2301.12597}',
    ]) {
      assert.equal(record(fields).arxiv, undefined, fields);
    }
  });

  it('names the venue of every kind of entry', () => {
    assert.equal(record('booktitle = {Proc. of {ICML}}').venue, 'Proc. of ICML');
    assert.equal(record('journaltitle = {TMLR}').venue, 'TMLR');
    assert.equal(record('publisher = {Press}').venue, 'Press');
    assert.equal(record('school = {MIT}', 'phdthesis').venue, 'MIT');
    assert.equal(record('journal = {arXiv preprint arXiv:2301.12597}').venue, 'arXiv');
    assert.equal(record('journal = {CoRR}, volume = {abs/2301.12597}').venue, 'arXiv');
    assert.equal(record('eprint = {2301.12597}, publisher = {arXiv}').venue, 'arXiv');
    assert.equal(record('eprint = {2301.12597}, booktitle = {ICML}').venue, 'ICML');
  });
});

describe('workRecord', () => {
  const work: Work = {
    key: 'li2023blip',
    title: 'BLIP-2',
    otherTitles: ['Boots'],
    authors: [{ family: 'Li', given: 'Junnan' }],
    year: 2023,
    posted: '2022-12',
    venue: 'ICML',
    arxiv: '2301.12597',
    doi: '10.1000/ABC',
    url: 'https://example.org',
    entry: { type: 'inproceedings', key: 'li2023blip', fields: {} },
  };

  it('gives what is to be compared with entries', () => {
    assert.deepEqual(workRecord(work), {
      key: 'li2023blip',
      title: 'BLIP-2',
      otherTitles: ['Boots'],
      authors: [{ family: 'Li', given: 'Junnan' }],
      authorsTruncated: false,
      year: 2023,
      firstYear: 2022,
      venue: 'ICML',
      arxiv: '2301.12597',
      doi: '10.1000/abc',
      url: 'https://example.org',
    });
  });

  it('leaves out what is not known', () => {
    const { key, title, authors, year, posted, venue, entry } = work;
    const record = workRecord({ key, title, authors, authorsTruncated: true, year, posted, venue, entry });
    assert.deepEqual(Object.keys(record).sort(), [
      'authors',
      'authorsTruncated',
      'firstYear',
      'key',
      'title',
      'venue',
      'year',
    ]);
    assert.equal(record.authorsTruncated, true);
  });
});

describe('normaliseDoi and arxivId', () => {
  it('refuse what is none', () => {
    for (const text of ['', 'doi', '10.', '10.1000/', '10.1000 / x', 'https://doi.org/']) {
      assert.equal(normaliseDoi(text), undefined, text);
    }
    for (const text of ['', 'arxiv', '2301.123', '2301.1234567', 'abc']) {
      assert.equal(arxivId(text), undefined, text);
    }
  });

  it('read the id out of an address', () => {
    assert.equal(arxivId('https://arxiv.org/html/2301.12597v1'), '2301.12597');
    assert.equal(normaliseDoi(' https://www.doi.org/10.1000/X '), '10.1000/x');
  });
});
