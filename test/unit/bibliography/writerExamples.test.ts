import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { insertEntries } from '../../../src/core/bibliography/writer';
import type { BibliographicEntry } from '../../../src/core/catalog/types';
import { applyEdits } from '../../../src/core/text';

function fixture(name: string): string {
  return readFileSync(path.resolve('test/drafts/bibliographies', name), 'utf8');
}

function blip(key = 'li2023blip'): BibliographicEntry {
  const author = 'Li, Junnan and M{\\"u}ller, J.';
  return {
    type: 'inproceedings',
    key,
    fields: { title: '{BLIP}-2', author, booktitle: 'ICML', month: 'jul', year: '2023' },
  };
}

function note(key: string): BibliographicEntry {
  return { type: 'misc', key, fields: { note: key } };
}

/** What is inserted, and the lines right before and behind it. */
function insertion(text: string, entry = blip()) {
  const [edit, ...others] = insertEntries(text, [entry]).edits;
  assert.ok(edit && others.length === 0);
  const before = text.slice(0, edit.range.start);
  return {
    text: edit.newText,
    before: before.slice(before.trimEnd().lastIndexOf('\n') + 1),
    after: text.slice(edit.range.start),
  };
}

/** The order of the blocks of a text, by the first words of each. */
function order(text: string): string[] {
  return [...text.matchAll(/@\w+\s*[{(]\s*([\w-]+)/g)].map(([, word]) => word ?? '');
}

function insert(text: string, ...entries: BibliographicEntry[]): string {
  return applyEdits(text, insertEntries(text, entries).edits);
}

describe('insertEntries, in the style of the file', () => {
  const lines = (...text: string[]) => text.join('\n');

  const styles: Record<string, string> = {
    'empty.bib': lines(
      '@inproceedings{li2023blip,',
      '  title = {{BLIP}-2},',
      '  author = {Li, Junnan and M{\\"u}ller, J.},',
      '  booktitle = {ICML},',
      '  month = jul,',
      '  year = {2023},',
      '}',
      '',
    ),
    'google-scholar.bib': lines(
      '',
      '',
      '@inproceedings{li2023blip,',
      '  title={{BLIP}-2},',
      '  author={Li, Junnan and M{\\"u}ller, J.},',
      '  booktitle={ICML},',
      '  month=jul,',
      '  year={2023}',
      '}',
    ),
    'dblp.bib': lines(
      '',
      '',
      '@inproceedings{li2023blip,',
      '  title        = {{BLIP}-2},',
      '  author       = {Li, Junnan and M{\\"u}ller, J.},',
      '  booktitle    = {ICML},',
      '  month        = jul,',
      '  year         = {2023}',
      '}',
    ),
    'acl-anthology.bib': lines(
      '',
      '@inproceedings{li2023blip,',
      '    title = "{BLIP}-2",',
      '    author = "Li, Junnan and M{\\"u}ller, J.",',
      '    booktitle = "ICML",',
      '    month = jul,',
      '    year = "2023",',
      '}',
    ),
    'zotero.bib': lines(
      '',
      '',
      '@inproceedings{li2023blip,',
      '\ttitle = {{BLIP}-2},',
      '\tauthor = {Li, Junnan and M{\\"u}ller, J.},',
      '\tbooktitle = {ICML},',
      '\tmonth = jul,',
      '\tyear = {2023},',
      '}',
    ),
    'mendeley.bib': lines(
      '',
      '@inproceedings{li2023blip,',
      'title = {{BLIP}-2},',
      'author = {Li, Junnan and M{\\"u}ller, J.},',
      'booktitle = {ICML},',
      'month = jul,',
      'year = {2023}',
      '}',
    ),
    'jabref.bib': lines(
      '',
      '',
      '@InProceedings{li2023blip,',
      '  title     = {{BLIP}-2},',
      '  author    = {Li, Junnan and M{\\"u}ller, J.},',
      '  booktitle = {ICML},',
      '  month     = jul,',
      '  year      = {2023},',
      '}',
    ),
    'emacs.bib': lines(
      '',
      '',
      '@InProceedings{li2023blip,',
      '  title =        {{BLIP}-2},',
      '  author =       {Li, Junnan and M{\\"u}ller, J.},',
      '  booktitle =    {ICML},',
      '  month =        jul,',
      '  year =         2023}',
    ),
    'upper-case.bib': lines(
      '',
      '',
      '@INPROCEEDINGS{li2023blip,',
      '   TITLE = "{BLIP}-2",',
      '   AUTHOR = "Li, Junnan and M{\\"u}ller, J.",',
      '   BOOKTITLE = "ICML",',
      '   MONTH = jul,',
      '   YEAR = 2023',
      '}',
    ),
    'comma-first.bib': lines(
      '',
      '',
      '@inproceedings{li2023blip',
      '  , title     = {{BLIP}-2}',
      '  , author    = {Li, Junnan and M{\\"u}ller, J.}',
      '  , booktitle = {ICML}',
      '  , month     = jul',
      '  , year      = {2023}',
      '}',
    ),
    'parentheses.bib': lines(
      '',
      '',
      '@inproceedings(li2023blip,',
      '  title = {{BLIP}-2},',
      '  author = {Li, Junnan and M{\\"u}ller, J.},',
      '  booktitle = {ICML},',
      '  month = jul,',
      '  year = {2023}',
      ')',
    ),
    'sorted-one-line.bib': lines(
      '',
      '@inproceedings{li2023blip, title={{BLIP}-2}, author={Li, Junnan and M{\\"u}ller, J.}, booktitle={ICML}, month=jul, year={2023}}',
    ),
    'trailing-prose.bib': lines(
      '',
      '',
      '@inproceedings{li2023blip,',
      '    title = {{BLIP}-2},',
      '    author = {Li, Junnan and M{\\"u}ller, J.},',
      '    booktitle = {ICML},',
      '    month = jul,',
      '    year = {2023}',
      '  }',
    ),
  };
  for (const [name, expected] of Object.entries(styles)) {
    it(`writes as ${name} does`, () => {
      assert.equal(insertion(fixture(name)).text, expected);
    });
  }

  it("uses the file's line ends", () => {
    assert.doesNotMatch(insertion(fixture('tabs-crlf.bib')).text, /[^\r]\n/);
    assert.doesNotMatch(insertion(fixture('lone-cr.bib')).text, /\n/);
    assert.doesNotMatch(insertion(fixture('google-scholar.bib')).text, /\r/);
    assert.match(insertion(fixture('mixed-eol.bib')).text, /^\r\n\r\n@inpro.*,\r\n/);
  });

  it('keeps a missing final newline missing', () => {
    const text = fixture('no-final-newline.bib');
    assert.ok(insert(text, blip()).endsWith('}'));
    assert.ok(insert(`${text}\n`, blip()).endsWith('}\n'));
  });

  it('puts a value with a quotation mark in braces', () => {
    const entry = { type: 'misc', key: 'a', fields: { title: 'Say "x"', note: 'Say {"}y{"}' } };
    const { text } = insertion(fixture('upper-case.bib'), entry);
    assert.match(text, /TITLE = \{Say "x"\}/);
    assert.match(text, /NOTE = "Say \{"\}y\{"\}"/);
  });

  it('leaves out a brace that would damage the file', () => {
    const entry = { type: 'misc', key: 'a', fields: { title: 'a } b {c} { d', note: 'x\n\n y' } };
    assert.match(insertion('', entry).text, /title = \{a {2}b \{c\} {2}d\},\n {2}note = \{x y\}/);
  });

  it('imitates undamaged entries only', () => {
    const text = '@misc{a,\n\ttitle "A",\n\ty={1}\n}\n@misc{b,\n title={B},\n}\n';
    assert.match(insertion(text, note('c')).text, /@misc\{c,\n note=\{c\},\n\}$/);
  });

  it('goes with what most entries do', () => {
    const text = '@Misc{a,\n\tTITLE = "A"\n}\n\n@misc{b,\n title={B},\n}\n\n@misc{c,\n title={C},\n}\n';
    assert.match(insertion(text, note('d')).text, /^\n\n@misc\{d,\n note=\{d\},\n\}$/);
  });

  it('writes an entry without fields', () => {
    assert.equal(insertion('', { type: 'misc', key: 'a', fields: {} }).text, '@misc{a,\n}\n');
  });
});

describe('insertEntries, in the right place', () => {
  it('adds behind the last entry', () => {
    assert.deepEqual(order(insert('@misc{b, x={1}}\n@misc{a, x={1}}\n', note('c'), note('aa'))), [
      'b',
      'a',
      'c',
      'aa',
    ]);
  });

  it('keeps a sorted file sorted, whatever the case of its keys', () => {
    assert.deepEqual(
      order(insert(fixture('sorted.bib'), note('m'), note('a'), note('zz'), note('Hb'), note('HC'))),
      [
        'a',
        'abel2019forest',
        'Hartwell2022Lantern',
        'Hb',
        'HC',
        'm',
        'okafor2023riverbed',
        'Zander2020',
        'zz',
      ],
    );
  });

  it('does not take two entries for sorted', () => {
    const two = '@misc{b, x={1}}\n@misc{d, x={1}}\n';
    assert.deepEqual(order(insert(two, note('c'))), ['b', 'd', 'c']);
    assert.deepEqual(order(insert(`${two}@misc{e, x={1}}\n`, note('c'))), ['b', 'c', 'd', 'e']);
  });

  it('leaves remarks with the entries they belong to', () => {
    const text = insert(fixture('sorted.bib'), note('oz'), note('m'));
    assert.match(text, /\n% the one with the shared projector\n@article\{okafor/);
    assert.match(text, /\n\} % read twice\n\n@misc\{oz,/);
  });

  it("stays ahead of JabRef's settings", () => {
    assert.match(insertion(fixture('jabref.bib')).after, /^\n\n@Comment\{jabref-meta: databaseType/);
    assert.match(insertion(fixture('jabref-3.bib')).after, /^\n\n@comment\{jabref-meta: selector_publisher/);
    const fresh = '% Encoding: UTF-8\n\n@Comment{jabref-meta: databaseType:bibtex;}\n';
    assert.deepEqual(order(insert(fresh, note('a'), note('b'))), ['a', 'b', 'jabref-meta']);
    assert.match(insert(fresh, note('a')), /^% Encoding: UTF-8\n\n@misc\{a,/);
  });

  it('goes behind abbreviations in a file without entries', () => {
    const { before, text, after } = insertion(fixture('strings-only.bib'));
    assert.match(before, /^@string\{nocv/);
    assert.match(text, /^\n\n@inproceedings/);
    assert.equal(after, '\n');
  });

  it('goes behind a comment at the top of a file without entries', () => {
    assert.deepEqual(order(insert('@comment{mine}\n', note('a'))), ['mine', 'a']);
    assert.equal(insert('% mine', note('a')), '% mine\n\n@misc{a,\n  note = {a},\n}\n');
    assert.equal(insert('% mine\r\n', note('a')), '% mine\r\n\r\n@misc{a,\r\n  note = {a},\r\n}\r\n');
  });

  it('goes behind the BOM of an empty file', () => {
    assert.equal(insert('\ufeff', note('a')), '\ufeff@misc{a,\n  note = {a},\n}\n');
    assert.equal(insert('\ufeff\n', note('a')), '\ufeff@misc{a,\n  note = {a},\n}\n');
  });

  it('goes ahead of an entry that has no end', () => {
    assert.deepEqual(order(insert(fixture('broken-last.bib'), note('new'))), ['hartwell', 'new', 'okafor']);
    assert.deepEqual(order(insert('@misc{a, x={1}\n', note('new'))), ['new', 'a']);
    assert.deepEqual(order(insert('@string{a = "b"\n\n@misc{a, x={1}\n', note('new'))), ['new', 'a', 'a']);
    assert.deepEqual(order(insert('@comment{ {\n', note('new'))), ['new']);
    assert.match(insert('@comment{ {\n', note('new')), /\}\n\n@comment\{ \{\n$/);
  });

  it('goes ahead of several entries without end, and behind whole ones behind them', () => {
    const broken = '@misc{a, x={1}}\n@misc{b, x={\n@misc{c, x={\n';
    assert.deepEqual(order(insert(broken, note('new'))), ['a', 'new', 'b', 'c']);
    assert.deepEqual(order(insert(`${broken}@misc{b, x={1}}\n`, note('new'))), ['a', 'b', 'c', 'b', 'new']);
  });

  it('goes ahead of an entry that is closed too early, not between its parts', () => {
    const { after } = insertion(fixture('closed-early.bib'));
    assert.match(after, /^\n\n@article\{okafor,\n {2}title = \{Riverbed\}\},\n {2}author/);
  });

  it('does not become part of a remark', () => {
    const text = '@misc{a, x={1}} @misc{b, x={1}} % a remark';
    assert.equal(insert(text, note('c')), `${text}\n@misc{c, note={c}}`);
  });

  it('does nothing without entries', () => {
    assert.deepEqual(insertEntries(fixture('sorted.bib'), []), { edits: [] });
  });
});
