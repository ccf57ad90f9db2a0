import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insertWorks } from '../../../src/core/formats/insertWorks';
import { formatOf, openSource } from '../../../src/core/formats/openSource';
import type { BibliographySource } from '../../../src/core/formats/source';
import { applyEdits } from '../../../src/core/text';
import { work } from '../catalog/fixtures';

const PIECES: Readonly<Record<string, readonly string[]>> = {
  'a.json': [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"',
    '"id"',
    '"x":',
    '\\',
    '\\u12',
    '\n',
    '\r',
    ' ',
    'null',
    '7',
    '"issued"',
  ],
  'a.yaml': [
    'references:',
    '\n',
    '- ',
    'id: ',
    'x',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '  ',
    ': ',
    '#',
    '|',
    '>',
    '&a ',
    '*a',
    '\t',
    '\r',
    '---\n',
    'title: ',
    '!!',
    '%',
  ],
  'a.md': [
    '---\n',
    'references:\n',
    '- id: a\n',
    '  title: b\n',
    '  ',
    '"',
    '[',
    '\n',
    '...\n',
    'x: y\n',
    '# c\n',
    '\ufeff',
  ],
  'h.yml': [
    'x:\n',
    '  type: article\n',
    '  title: ',
    'a\n',
    '"',
    '[',
    '{',
    '\n',
    'parent:',
    '  - ',
    '|',
    '\r',
    '? ',
  ],
  'a.tex': [
    '\\begin{thebibliography}',
    '\\end{thebibliography}',
    '\\bibitem',
    '{',
    '}',
    '[',
    ']',
    'a',
    '%',
    '\n',
    '\\newblock',
    '\\emph{',
    '``',
    "''",
    '(2020). ',
    'A, B., ',
  ],
};

/** Everything that can be asked of a source. */
function askAll(source: BibliographySource): void {
  const { text, file } = source;
  for (const entry of file.entries) {
    assert.equal(source.get(entry.key)?.key, entry.key);
    assert.ok(
      entry.range.start >= 0 && entry.range.end <= text.length && entry.range.start <= entry.range.end,
    );
    const { keyRange } = entry;
    assert.ok(entry.range.start <= keyRange.start && keyRange.end <= entry.range.end, entry.key);
    assert.ok(entry.typeRange.start <= entry.typeRange.end);
    entry.fields.forEach(({ value }) => assert.equal(typeof value, 'string'));
    source.findWork(source.record(entry));
  }
  file.defects.forEach(({ range }) => assert.ok(range.start <= range.end && range.end <= text.length));
}

describe('Any text at all', function () {
  this.timeout(60_000);

  for (const [name, pieces] of Object.entries(PIECES)) {
    it(`is read as ${name} without failing, and what is added to it is found or nothing is changed`, () => {
      const texts = fc.oneof(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 60 }),
      );
      fc.assert(
        fc.property(texts, (text) => {
          const source = openSource(name, text);
          askAll(source);
          const format = formatOf(name, text);
          const each = work('new2023key', { title: 'Something New' });
          const edits = format ? insertWorks(format, text, [each]) : [];
          assert.ok(
            edits.every(({ range }) => text.slice(range.start, range.end).replace(/[[\]\s]/g, '') === ''),
          );
          const after = openSource(name, applyEdits(text, edits));
          if (edits.length > 0 && source.file.defects.length === 0 && source.closed === undefined) {
            assert.ok(after.get(each.key), after.text);
            const keys = source.file.entries.map(({ key }) => key);
            assert.ok(
              keys.every((key) => after.get(key) !== undefined),
              after.text,
            );
          }
        }),
        { numRuns: 300, examples: [['[&a #']] },
      );
    });
  }
});

describe('A large bibliography', function () {
  this.timeout(60_000);

  const many = (count: number, one: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => one(index)).join('');
  for (const [name, build] of [
    ['unclosed brackets', (n: number) => ['a.json', `[{"id":"x","a":${'['.repeat(n)}`]],
    [
      'brackets that do not fit',
      (n: number) => ['a.json', `[{"id":"x","a":${'{"a":['.repeat(n)}${'}]'.repeat(n)}]`],
    ],
    ['superfluous brackets', (n: number) => ['a.json', `[${'}'.repeat(n)}{"id":"x"}]`]],
    ['unclosed texts', (n: number) => ['a.json', `[${'{"id":"x\n'.repeat(n)}]`]],
    ['one long text', (n: number) => ['a.json', `[{"id":"x","a":"${'\\"b'.repeat(n)}"}]`]],
    ['unclosed YAML brackets', (n: number) => ['a.yaml', `references:\n- id: x\n  a: ${'['.repeat(n)}`]],
    ['compact YAML lists', (n: number) => ['a.yaml', `references:\n- id: x\n  a:\n   ${'- '.repeat(n)}`]],
    [
      'many YAML items',
      (n: number) => ['a.yaml', `references:\n${many(n / 100, (i) => `- id: k${i}\n  t: "\n`)}`],
    ],
    [
      'many \\bibitems',
      (n: number) => ['a.tex', `\\begin{thebibliography}{9}${many(n / 10, (i) => `\\bibitem{k${i}} A.\n`)}`],
    ],
    [
      'many unclosed labels',
      (n: number) => ['a.tex', `\\begin{thebibliography}{9}${many(n / 10, () => '\\bibitem[{')}`],
    ],
  ] as const) {
    it(`with ${name} is read to its end`, () => {
      const [file = '', text = ''] = build(20_000);
      const source = openSource(file, text);
      askAll(source);
      assert.ok(source.file.entries.length + source.file.defects.length > 0);
    });
  }
});
