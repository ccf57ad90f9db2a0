import assert from 'node:assert/strict';
import type { Work } from '../../../src/core/catalog/types';
import { exportWorks } from '../../../src/core/writing/export';

const authors = [{ family: 'Li', given: 'Junnan' }, { family: 'OpenAI' }];

function work(type: string, fields: Record<string, string>, more: Partial<Work> = {}): Work {
  return {
    key: 'li2023blip',
    title: 'BLIP-2: Bootstrapping “it”',
    authors,
    year: 2023,
    posted: '2023-01',
    venue: 'ICML',
    entry: {
      type,
      key: 'li2023blip',
      fields: { author: 'Li, Junnan and {OpenAI}', title: '{BLIP}-2', ...fields },
    },
    ...more,
  };
}

const paper = work(
  'inproceedings',
  {
    booktitle: 'Proceedings of the 40th {ICML}',
    pages: '19730--19742',
    year: '2023',
    month: 'jul',
    publisher: 'PMLR',
    address: 'Honolulu',
    series: 'LNCS',
    eprint: '2301.12597',
    archiveprefix: 'arXiv',
    primaryclass: 'cs.CV',
  },
  { arxiv: '2301.12597', doi: '10.5555/1' },
);
const preprint = work(
  'article',
  { journal: 'arXiv preprint arXiv:2301.12597', year: '2023' },
  { arxiv: '2301.12597', venue: 'arXiv' },
);
const article = work(
  'article',
  { journal: 'Science {C}hina', volume: '68', number: '10', pages: '1-9', year: '2025' },
  { url: 'https://x.y/z' },
);
const report = work(
  'techreport',
  { institution: 'OpenAI', number: 'TR-1', year: '2023' },
  { arxiv: '2303.08774' },
);
const page = work(
  'misc',
  { howpublished: 'Blog post', url: 'https://a.b/c', year: '2024' },
  { url: 'https://a.b/c' },
);
const thesis = work('phdthesis', { school: 'Universit{\\"a}t', year: '2020', month: '3' });

/** Fields of an entry of one field a line. */
function fields(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^ {2}(\S+) = \{(.*)\},$/gm)].map((match): [string, string] => [
      match[1] ?? '',
      match[2] ?? '',
    ]),
  );
}

describe('exporting to BibTeX', () => {
  it('writes the entries as they are, with an empty line between', () => {
    assert.equal(
      exportWorks([report, report], 'bibtex'),
      `${[report, report]
        .map(
          () =>
            '@techreport{li2023blip,\n  author = {Li, Junnan and {OpenAI}},\n  title = {{BLIP}-2},\n  institution = {OpenAI},\n  number = {TR-1},\n  year = {2023},\n}',
        )
        .join('\n\n')}\n`,
    );
  });

  it('writes nothing for nothing', () => {
    assert.equal(exportWorks([], 'bibtex'), '');
  });
});

describe('exporting to BibLaTeX', () => {
  it('uses its own names for fields', () => {
    const text = exportWorks([paper], 'biblatex');
    assert.match(text, /^@inproceedings\{li2023blip,\n/);
    assert.deepEqual(fields(text), {
      author: 'Li, Junnan and {OpenAI}',
      title: '{BLIP}-2',
      booktitle: 'Proceedings of the 40th {ICML}',
      pages: '19730--19742',
      date: '2023-07',
      publisher: 'PMLR',
      location: 'Honolulu',
      series: 'LNCS',
      eprint: '2301.12597',
      eprinttype: 'arxiv',
      eprintclass: 'cs.CV',
    });
    const inJournal = fields(exportWorks([article], 'biblatex'));
    assert.equal(inJournal['journaltitle'], 'Science {C}hina');
    assert.equal(inJournal['publisher'], undefined);
  });

  it('makes preprints and web pages @online', () => {
    const text = exportWorks([preprint], 'biblatex');
    assert.match(text, /^@online\{/);
    assert.deepEqual(fields(text), {
      author: 'Li, Junnan and {OpenAI}',
      title: '{BLIP}-2',
      date: '2023',
      eprint: '2301.12597',
      eprinttype: 'arxiv',
    });
    assert.match(exportWorks([page], 'biblatex'), /^@online\{[^]*note = \{Blog post\}/);
    assert.doesNotMatch(exportWorks([page], 'biblatex'), /howpublished/);
  });

  it('makes reports and theses what they are called there', () => {
    assert.match(
      exportWorks([report], 'biblatex'),
      /^@report\{[^]*type = \{techreport\}[^]*eprint = \{2303\.08774\}/,
    );
    const text = exportWorks([thesis], 'biblatex');
    assert.match(text, /^@thesis\{/);
    assert.equal(fields(text)['type'], 'phdthesis');
    assert.equal(fields(text)['institution'], 'Universit{\\"a}t');
    assert.equal(fields(text)['date'], '2020-03');
  });
});

describe('exporting to CSL-JSON', () => {
  const item = (exported: Work): Record<string, unknown> =>
    (JSON.parse(exportWorks([exported], 'csl-json')) as Record<string, unknown>[])[0] ?? {};

  it('writes a conference paper with all it has', () => {
    assert.deepEqual(item(paper), {
      id: 'li2023blip',
      type: 'paper-conference',
      title: 'BLIP-2: Bootstrapping “it”',
      author: [{ family: 'Li', given: 'Junnan' }, { literal: 'OpenAI' }],
      issued: { 'date-parts': [[2023]] },
      'container-title': 'Proceedings of the 40th ICML',
      page: '19730-19742',
      publisher: 'PMLR',
      'publisher-place': 'Honolulu',
      'collection-title': 'LNCS',
      DOI: '10.5555/1',
      URL: 'https://arxiv.org/abs/2301.12597',
    });
  });

  it('gives each kind of work its type', () => {
    assert.deepEqual(
      [preprint, article, report, page, thesis, work('misc', {})].map((each) => item(each)['type']),
      ['article', 'article-journal', 'report', 'webpage', 'thesis', 'document'],
    );
  });

  it('says where a preprint, article, report or page is found', () => {
    assert.deepEqual([item(preprint)['publisher'], item(preprint)['number']], ['arXiv', 'arXiv:2301.12597']);
    assert.deepEqual(
      ['container-title', 'volume', 'issue', 'page', 'URL'].map((name) => item(article)[name]),
      ['Science China', '68', '10', '1-9', 'https://x.y/z'],
    );
    assert.deepEqual([item(report)['publisher'], item(report)['number']], ['OpenAI', 'TR-1']);
    assert.deepEqual([item(page)['container-title'], item(page)['URL']], ['Blog post', 'https://a.b/c']);
    assert.equal(item(thesis)['publisher'], 'Universität');
  });

  it('is a list, also of none', () => {
    assert.deepEqual(JSON.parse(exportWorks([], 'csl-json')), []);
  });
});

describe('exporting to RIS', () => {
  it('writes a tag a line, from TY to ER, with CR LF', () => {
    assert.equal(
      exportWorks([paper], 'ris'),
      [
        'TY  - CPAPER',
        'ID  - li2023blip',
        'AU  - Li, Junnan',
        'AU  - OpenAI',
        'TI  - BLIP-2: Bootstrapping “it”',
        'PY  - 2023',
        'T2  - Proceedings of the 40th ICML',
        'T3  - LNCS',
        'SP  - 19730',
        'EP  - 19742',
        'PB  - PMLR',
        'M1  - arXiv:2301.12597',
        'DO  - 10.5555/1',
        'UR  - https://arxiv.org/abs/2301.12597',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });

  it('gives each kind of work its type', () => {
    assert.deepEqual(
      [preprint, article, report, page, thesis, work('misc', {})].map((each) =>
        exportWorks([each], 'ris').slice(6, 10).trim(),
      ),
      ['UNPB', 'JOUR', 'RPRT', 'ELEC', 'THES', 'GEN'],
    );
  });

  it('says where a page was published', () => {
    assert.match(exportWorks([page], 'ris'), /\r\nT2 {2}- Blog post\r\n/);
  });

  it('keeps every value on one line', () => {
    const text = exportWorks([{ ...paper, title: 'Two\nlines' }, paper], 'ris');
    assert.match(text, /\r\nTI {2}- Two lines\r\n/);
    assert.equal(text.match(/^ER {2}- \r?$/gm)?.length, 2);
  });
});

describe('exporting reference lines', () => {
  it('writes one line a work', () => {
    assert.equal(
      exportWorks([paper, preprint], 'reference'),
      'Li, J., & OpenAI (2023). BLIP-2: Bootstrapping “it”. ICML.\nLi, J., & OpenAI (2023). BLIP-2: Bootstrapping “it”. arXiv.',
    );
  });
});
