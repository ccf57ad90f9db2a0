import assert from 'node:assert/strict';
import { openSource } from '../../../src/core/formats/openSource';

function recordIn(file: string, text: string, key = 'x'): Record<string, unknown> {
  const source = openSource(`file:///${file}`, text);
  const entry = source.get(key);
  assert.ok(entry, `the entry ${key} is found`);
  return { ...source.record(entry) };
}

function fieldsIn(file: string, text: string, key = 'x'): Record<string, string> {
  const fields = openSource(`file:///${file}`, text).get(key)?.fields ?? [];
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

describe('The record of an item of CSL', () => {
  it('has title, names, year, venue, DOI and URL, without markup', () => {
    const item = {
      id: 'x',
      type: 'paper-conference',
      title: 'Learning <i>in vivo</i> with <span class="nocase">CLIP</span>',
      author: [
        { family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' },
        { literal: 'Some Team' },
      ],
      issued: { 'date-parts': [['2023', 1, 30]] },
      'container-title': 'NeurIPS',
      DOI: 'https://doi.org/10.1000/ABC',
      URL: 'https://example.org/x',
    };
    assert.deepEqual(recordIn('a.json', JSON.stringify([item])), {
      key: 'x',
      title: 'Learning in vivo with CLIP',
      authors: [{ family: 'van Gogh', given: 'Vincent' }, { family: 'Some Team' }],
      authorsTruncated: false,
      year: 2023,
      venue: 'NeurIPS',
      doi: '10.1000/abc',
      url: 'https://example.org/x',
    });
    const fields = fieldsIn('a.json', JSON.stringify([item]));
    assert.equal(fields['author'], 'van Gogh, Vincent and Some Team');
    assert.equal(fields['issued'], '2023-01-30');
  });

  for (const [place, member] of [
    ['number', '"number": "arXiv:2301.12597"'],
    ['URL', '"URL": "https://arxiv.org/abs/2301.12597v2"'],
    ['DOI', '"DOI": "10.48550/arXiv.2301.12597"'],
    ['note', '"note": "arXiv:2301.12597 [cs]"'],
    ['archive', '"archive": "arXiv", "archive_location": "2301.12597"'],
  ] as const) {
    it(`has the arXiv id that stands in ${place}`, () => {
      const record = recordIn('a.json', `[{"id": "x", ${member}}]`);
      assert.equal(record['arxiv'], '2301.12597');
      assert.equal(record['venue'], 'arXiv');
    });
  }

  it('takes no number for an arXiv id where arXiv is not named', () => {
    assert.equal(recordIn('a.json', '[{"id": "x", "number": "2301.12597"}]')['arxiv'], undefined);
  });

  for (const issued of [
    '2023',
    '"2023-01-30"',
    '{year: 2023, month: 1}',
    '{date-parts: [[2023]]}',
    '[{year: 2023}]',
    '{raw: Jan 2023}',
  ]) {
    it(`has the year of issued: ${issued}`, () => {
      assert.equal(recordIn('a.yaml', `references:\n- id: x\n  issued: ${issued}\n`)['year'], 2023);
    });
  }
});

describe('A broken item', () => {
  for (const [name, file, text, line] of [
    [
      'without its closing brace',
      'a.json',
      '[\n{"id": "x", "title": "X"},\n{"id": "y", "title": "Y",\n{"id": "z", "title": "Z"}]',
      3,
    ],
    [
      'with an unclosed list in it',
      'a.json',
      '[\n{"id": "x", "title": "X"},\n{"id": "y", "author": [{"family": "F"}, "title": "Y"},\n{"id": "z", "title": "Z"}]',
      3,
    ],
    [
      'with an unclosed text',
      'a.json',
      '[\n{"id": "x", "title": "X"},\n{"id": "y",\n"title": "Y},\n{"id": "z", "title": "Z"}]',
      4,
    ],
    [
      'without a comma',
      'a.json',
      '[\n{"id": "x", "title": "X"},\n{"id": "y" "title": "Y"},\n{"id": "z", "title": "Z"}]',
      3,
    ],
    ['in YAML', 'a.yaml', '- id: x\n  title: X\n- id: y\n  title: "Y\n- id: z\n  title: Z\n', 4],
    ['in Hayagriva', 'a.yaml', 'x:\n  title: X\ny:\n  title: [Y\nz:\n  title: Z\n', 4],
  ] as const) {
    it(`${name} costs no other and is reported in its line`, () => {
      const { file: read } = openSource(file, text);
      assert.deepEqual(
        read.entries.map(({ key }) => key),
        ['x', 'y', 'z'],
      );
      assert.equal(recordIn(file, text)['title'], 'X');
      assert.equal(recordIn(file, text, 'z')['title'], 'Z');
      const [defect] = read.defects;
      assert.ok(defect);
      assert.ok(Math.abs(text.slice(0, defect.range.start).split('\n').length - line) <= 1, defect.message);
    });
  }

  it('without an id is no entry, and of two with one id the first counts', () => {
    const text = '[{"title": "T"}, {"id": "x", "title": "1"}, {"id": "x", "title": "2"}]';
    const { file } = openSource('a.json', text);
    assert.deepEqual(
      file.defects.map(({ code }) => code),
      ['missing-key', 'duplicate-key'],
    );
    assert.equal(recordIn('a.json', text)['title'], '1');
  });

  it('is what a file is that holds something else', () => {
    for (const [file, text] of [
      ['a.json', '{"name": "package", "version": "1.0.0"}'],
      ['a.yaml', 'title: T\n'],
      ['a.tex', '% \\begin{thebibliography}{9}\\bibitem{x}\\end{thebibliography}'],
    ] as const) {
      const source = openSource(file, text);
      assert.deepEqual(source.file.entries, []);
      assert.ok(source.closed, file);
    }
  });
});

describe('The record of a Hayagriva entry', () => {
  it('takes the venue from the parent and the ids from the serial numbers', () => {
    const text =
      'x:\n  type: Article\n  title:\n    value: A Title\n    verbatim: true\n  author: [ "Gogh, Vincent van", { name: Team } ]\n' +
      '  date: 2023-01\n  serial-number:\n    doi: 10.1000/x\n    arxiv: 2301.12597v2\n' +
      '  parent:\n    - type: periodical\n      title: Journal\n';
    const { authors, ...record } = recordIn('a.yml', text);
    assert.equal((authors as unknown[]).length, 2);
    assert.deepEqual(record, {
      key: 'x',
      title: 'A Title',
      authorsTruncated: false,
      year: 2023,
      venue: 'Journal',
      doi: '10.1000/x',
      arxiv: '2301.12597',
    });
  });
});

describe('The record of a \\bibitem', () => {
  for (const [style, reference] of [
    [
      'BibTeX',
      'Junnan Li, Dongxu Li, and Steven Hoi.\n\\newblock {BLIP-2}: Bootstrapping.\n\\newblock In {\\em ICML}, 2023. arXiv:2301.12597',
    ],
    ['APA', 'Li, J., Li, D., \\& Hoi, S. (2023). BLIP-2: Bootstrapping. ICML. arXiv:2301.12597'],
    ['IEEE', "J. Li, D. Li, and S. Hoi, ``BLIP-2: Bootstrapping,'' in \\emph{ICML}, 2023, arXiv:2301.12597."],
    [
      'emphasis',
      'J. Li, D. Li and S. Hoi, \\emph{BLIP-2: Bootstrapping}, ICML, 2023. \\url{https://arxiv.org/abs/2301.12597}',
    ],
  ] as const) {
    it(`is found in the form of ${style}`, () => {
      const text = `\\begin{thebibliography}{9}\n\\bibitem{x} ${reference}\n\\end{thebibliography}`;
      const record = recordIn('a.tex', text);
      assert.equal(record['title'], 'BLIP-2: Bootstrapping');
      assert.equal(record['year'], 2023);
      assert.equal(record['arxiv'], '2301.12597');
      assert.match(String(record['venue']), /ICML/);
      assert.deepEqual(
        (record['authors'] as { family: string }[]).map(({ family }) => family),
        ['Li', 'Li', 'Hoi'],
      );
    });
  }
});
