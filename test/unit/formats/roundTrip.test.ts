import assert from 'node:assert/strict';
import { workRecord } from '../../../src/core/bibliography/record';
import type { Work } from '../../../src/core/catalog/types';
import { insertWorks } from '../../../src/core/formats/insertWorks';
import { formatOf, openSource } from '../../../src/core/formats/openSource';
import type { BibliographySource } from '../../../src/core/formats/source';
import { applyEdits } from '../../../src/core/text';
import { work } from '../catalog/fixtures';

const blip = work('li2023blip', {
  title: 'BLIP-2: Bootstrapping Language-Image Pre-training',
  authors: [
    { family: 'Li', given: 'Junnan' },
    { family: 'Li', given: 'Dongxu' },
    { family: 'Hoi', given: 'Steven' },
  ],
  arxiv: '2301.12597',
  venue: 'ICML',
  year: 2023,
  entry: {
    type: 'inproceedings',
    key: 'li2023blip',
    fields: { title: '{BLIP-2}', author: 'Li, Junnan', booktitle: 'ICML', year: '2023', pages: '1--9' },
  },
});
const llava = work('liu2023visual', {
  title: 'Visual Instruction Tuning: "Quotes", 100% & {braces}',
  authors: [{ family: 'Liu', given: 'Haotian' }],
  doi: '10.1000/visual_1',
  year: 2023,
  entry: { type: 'article', key: 'liu2023visual', fields: { title: 'X', journal: 'NeurIPS', year: '2023' } },
});

const FILES: readonly (readonly [name: string, file: string, text: string, keys: readonly string[]])[] = [
  [
    'a CSL-JSON file as Zotero writes it',
    'a.json',
    '[\n\t{\n\t\t"id": "x",\n\t\t"type": "book",\n\t\t"title": "T"\n\t}\n]\n',
    ['x'],
  ],
  ['a CSL-JSON file on one line', 'a.json', '[{"id":"x","type":"book"},{"id":"y"}]', ['x', 'y']],
  ['one item a line', 'a.json', '[\r\n  {"id":"x"},\r\n  {"id":"y"}\r\n]\r\n', ['x', 'y']],
  ['a superfluous comma', 'a.json', '[\n  {"id":"x"},\n]\n', ['x']],
  ['an empty list', 'a.json', '[]', []],
  ['an empty list over two lines', 'a.json', '[\n]\n', []],
  ['an empty JSON file', 'a.json', '', []],
  ['a list in a map', 'a.json', '{ "version": 1, "references": [ { "id": 7 } ] }', ['7']],
  ['a broken last item', 'a.json', '[ {"id":"x"},\n  {"id":"y", "title": "unfinished}\n]', ['x', 'y']],
  ['a broken item only', 'a.json', '[\n {"id": "y",,}\n]', ['y']],
  ['an empty YAML file', 'a.yaml', '', []],
  [
    'CSL-YAML as pandoc writes it',
    'a.yaml',
    '---\nreferences:\n- author:\n  - family: A\n    given: B\n  id: x\n  title: T\n...\n',
    ['x'],
  ],
  [
    'indented CSL-YAML',
    'a.yml',
    'references:\n  - id: x\n    title: T\n\n  - id: "y z"\n    author:\n      - family: F\n',
    ['x', 'y z'],
  ],
  ['a list without a name', 'a.yaml', '-   type: book\n    id: x\n# the end\n', ['x']],
  ['CSL-YAML in brackets', 'a.yaml', 'references: [{id: x, title: T}, {id: y}]\n', ['x', 'y']],
  [
    'brackets over several lines',
    'a.yaml',
    'references: [\n  {id: x},\n  {id: y}\n]\nother: 1\n',
    ['x', 'y'],
  ],
  [
    'CSL-YAML whose last item is broken',
    'a.yaml',
    'references:\n- id: x\n- id: y\n  title: "open\n',
    ['x', 'y'],
  ],
  ['CSL-YAML whose only item is broken', 'a.yaml', 'references:\n- id: y\n  title: "open\n', ['y']],
  ['references without items', 'a.yaml', 'references:\nother: 1\n', []],
  ['references with nothing in brackets', 'a.yaml', 'references: [] # none\n', []],
  [
    'references in a draft',
    'a.md',
    '---\ntitle: T\nreferences:\n- id: x\n  title: A\n  abstract: |\n    Line\n    # no comment\n\n# comment\nlang: en\n---\n\nText @x\n',
    ['x'],
  ],
  [
    'references at the end of the front matter',
    'a.md',
    '\ufeff---\r\nreferences:\r\n  - id: x\r\n---\r\nText',
    ['x'],
  ],
  [
    'a Hayagriva file',
    'a.yml',
    'x:\n    type: article\n    title: T\n    author: ["A, B"]\n\ny:\n    type: book\n# end\n',
    ['x', 'y'],
  ],
  ['Hayagriva without a last line break', 'a.yaml', '"x y":\n  type: book', ['x y']],
  [
    'bibitems',
    'a.tex',
    '\\begin{document}\n\\begin{thebibliography}{9}\n\n\\bibitem{x} A. B. \\emph{T}. 2020.\n\n\\bibitem[L{]}(2020)]{y:1}\nC D. T. % \\bibitem{z}\n\n\\end{thebibliography}\n\\end{document}\n',
    ['x', 'y:1'],
  ],
  [
    'indented bibitems',
    'a.tex',
    '\\begin{thebibliography}{9}\r\n  \\bibitem{x} A\r\n  \\end{thebibliography}\r\n',
    ['x'],
  ],
  ['an empty environment', 'a.tex', '\\begin{thebibliography}{9}\\end{thebibliography}', []],
];

function add(file: string, text: string, works: readonly Work[]): string {
  const format = formatOf(file, text);
  assert.ok(format);
  const edits = insertWorks(format, text, works);
  assert.ok(edits.length > 0, 'something is added');
  return applyEdits(text, edits);
}

function entriesOf({ text, file: { entries } }: BibliographySource): unknown[] {
  return entries.map(({ key, range, fields, type }) => ({
    key,
    type,
    source: text.slice(range.start, range.end),
    fields: fields.map(({ name, value }) => [name, value]),
  }));
}

describe('Adding to', () => {
  for (const [name, file, text, keys] of FILES) {
    it(`${name} leaves the rest as it is and is found again`, () => {
      const before = openSource(`file:///${file}`, text);
      assert.deepEqual(
        before.file.entries.map(({ key }) => key),
        keys,
      );
      for (const { key, keyRange } of before.file.entries) {
        assert.equal(text.slice(keyRange.start, keyRange.end), key);
      }
      const added = add(file, text, [blip, llava]);
      const after = openSource(`file:///${file}`, added);
      assert.deepEqual(
        after.file.entries.map(({ key }) => key).sort(),
        [...keys, blip.key, llava.key].sort(),
        added,
      );
      const old = new Set(keys);
      const kept = entriesOf(after).filter((entry) => old.has((entry as { key: string }).key));
      assert.deepEqual(kept, entriesOf(before), added);
      for (const each of [blip, llava]) {
        const found = after.findWork(workRecord(each));
        assert.equal(found?.key, each.key, added);
        assert.equal(after.text.slice(found.keyRange.start, found.keyRange.end), each.key);
        const record = after.record(found);
        assert.equal(record.title, each.title);
        assert.equal(record.year, 2023);
        assert.deepEqual(
          record.authors.map(({ family }) => family),
          each.authors.map(({ family }) => family),
        );
      }
      assert.equal(after.file.defects.length, before.file.defects.length, added);
    });
  }
});
