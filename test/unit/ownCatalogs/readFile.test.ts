import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergeOwnCatalogs } from '../../../src/core/ownCatalogs/merge';
import { base, read, said } from './fixtures';

describe('reading an own catalog', () => {
  it('reads the same from YAML and JSON, as a list and under "models"', () => {
    const records = [
      {
        name: 'A',
        work: 'li2023blip',
        inputs: ['image'],
        architecture: { encoders: [{ name: 'X', resolution: 224 }] },
      },
    ];
    const yaml =
      '- name: A\n  work: li2023blip\n  inputs: [image]\n  architecture:\n    encoders:\n      - name: X\n        resolution: 224\n';
    const shapes = [
      read(yaml),
      read(`models:\n${yaml}`),
      read(JSON.stringify(records), 'team.json'),
      read(JSON.stringify({ $schema: 'x', models: records }, undefined, 2), 'team.json'),
    ].map(({ records: found, problems }) => ({
      fields: found.map(({ fields, name }) => ({ fields, name })),
      problems,
    }));
    for (const shape of shapes) {
      assert.deepEqual(shape, {
        fields: [
          {
            name: 'A',
            fields: { inputs: ['image'], architecture: { encoders: [{ name: 'X', resolution: 224 }] } },
          },
        ],
        problems: [],
      });
    }
  });

  it('costs a wrong field that field, at its place', () => {
    const text =
      '- name: A\n  inputs: [image, smell]\n  released: May 2024\n  colour: red\n  architecture: { encoders: [{ size: 3 }] }\n  links: { code: nowhere, home: https://a.example }\n  license: MIT\n';
    const { records, problems } = read(text);
    assert.deepEqual(said(problems, text), [
      'choice: smell',
      'pattern: May 2024',
      'unknown: colour',
      'unknown: size',
      'required: {',
      'pattern: nowhere',
    ]);
    assert.deepEqual(records[0]?.fields, {
      architecture: { encoders: [] },
      links: { home: 'https://a.example' },
      license: 'MIT',
    });
  });

  it('costs a broken record that record, in YAML and in JSON', () => {
    const yaml =
      'models:\n  - name: A\n  - name: [broken\n  - name: C\nworks: |\n  @misc{k, title={T}, year=2024}\n';
    const file = read(yaml);
    assert.deepEqual(
      file.records.map(({ name }) => name),
      ['A', 'C'],
    );
    assert.equal(file.works.length, 1);
    assert.deepEqual(said(file.problems, yaml), ['syntax: - name: [broken']);
    const json = '{"models": [\n  {"name": "A"},\n  {"name": "B" "work": 3]},\n  {"name": "C"}\n]}';
    const other = read(json, 'team.json');
    assert.ok(
      other.records.some(({ name }) => name === 'A') && other.records.some(({ name }) => name === 'C'),
    );
    assert.ok(other.problems.length > 0);
  });

  it('takes works of a .bib, and models only where an entry names them', () => {
    const text =
      '@article{a, title={Alpha: One}, year=2024, mmllm_model={Alpha}, file={/home/me/a.pdf}}\n@misc{b, title={Beta: Two}, year=2023}\n@misc{c, title={No Year}}\n';
    const { works, records, problems } = read(text, 'team.bib');
    assert.deepEqual(
      works.map(({ work }) => work.key),
      ['a', 'b'],
    );
    assert.deepEqual(works[0]?.work.entry.fields, { title: 'Alpha: One', year: '2024' });
    assert.deepEqual(
      records.map(({ name, work }) => ({ name, work })),
      [{ name: 'Alpha', work: 'a' }],
    );
    assert.deepEqual(said(problems, text), ['noYear: c']);
  });

  it('takes a work by its fields as LaTeX that says the same', () => {
    const { records } = read(
      '- name: A\n  work: { title: "50% of GPT-4 & more", author: [{ family: Müller, given: Eva }, "Roe, Bob"], year: 2024, arxiv: "2402.01234" }\n',
    );
    const work = records[0]?.work;
    assert.ok(typeof work === 'object');
    assert.equal(work.work.title, '50% of GPT-4 & more');
    assert.deepEqual(work.work.authors, [
      { family: 'Müller', given: 'Eva' },
      { family: 'Roe', given: 'Bob' },
    ]);
    assert.equal(work.work.posted, '2024-02');
    assert.equal(work.work.entry.fields['title'], '50\\% of {GPT-4} \\& more');
  });

  it('says that a file is no catalog', () => {
    for (const text of ['just text', '{ a: 1 }', 'models: 3']) {
      assert.ok(
        read(text).problems.some(({ text: kind }) => kind === 'shape'),
        text,
      );
    }
    for (const text of ['', '# nothing\n', 'models:\n']) {
      assert.deepEqual(
        read(text).problems.filter(({ text: kind }) => kind !== 'shape'),
        [],
        text,
      );
    }
  });

  it('survives hostile text', () => {
    const hostile = [
      '- { name: __proto__, sources: { __proto__: x, constructor: y }, work: { title: t, year: 2024, key: "}, @x{" } }',
      '- &a { name: *a }',
      `${'['.repeat(50_000)}`,
      `- name: ${'a-'.repeat(100_000)}!`,
      '- name: "${x} $(rm) <script>"\n  work: "@a{b"',
      '!!js/function x',
    ];
    for (const text of hostile) {
      for (const name of ['t.yaml', 't.json', 't.bib']) {
        mergeOwnCatalogs(base, [read(text, name)]);
      }
    }
    assert.equal(({} as Record<string, unknown>)['x'], undefined);
  });

  it('never throws, and tells of places in the file', () => {
    const piece = fc.constantFrom(
      'models:',
      '\n',
      '  ',
      '- ',
      'name: A',
      'work: li2023blip',
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '|',
      '\t',
      '@a{b,',
      'id: blip-2',
      '#',
      '&a',
      '*a',
      'inputs: ',
      'é',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('t.yaml', 't.json', 't.bib'),
        (pieces, name) => {
          const text = pieces.join('');
          const { catalog, problems } = mergeOwnCatalogs(base, [read(text, name)]);
          assert.ok(catalog.model('llava'));
          for (const { range } of problems.flat()) {
            assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
          }
        },
      ),
    );
  });
});
