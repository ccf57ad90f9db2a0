import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { parseCitations } from '../../../src/core/drafts/citations';
import type { Syntax } from '../../../src/core/drafts/types';
import { openSource } from '../../../src/core/formats/openSource';
import { planRename } from '../../../src/core/navigation/rename';
import type { RenameDraft, RenameInput } from '../../../src/core/navigation/rename';
import { applyEdits } from '../../../src/core/text';

function draft(text: string, syntax: Syntax, uri = 'file:///draft'): RenameDraft {
  const parse = (content: string) => parseCitations(content, syntax);
  return { uri, syntax, text, groups: parse(text), parse };
}

function bib(text: string, uri = 'file:///refs.bib'): BibliographyIndex {
  return new BibliographyIndex(uri, text);
}

function plan(newKey: string, changes: Partial<RenameInput>) {
  return planRename({ key: 'old', newKey, drafts: [], bibliographies: [], others: [], ...changes });
}

/** The files after the rename, by URI. */
function renamed(newKey: string, changes: Partial<RenameInput>): Record<string, string> {
  const result = plan(newKey, changes);
  assert.ok('files' in result, JSON.stringify(result));
  return Object.fromEntries(result.files.map(({ uri, text, edits }) => [uri, applyEdits(text, edits)]));
}

describe('planRename', () => {
  it('renames citations, the entry and what mentions it, and nothing else', () => {
    const files = renamed('new', {
      drafts: [
        draft(String.raw`\cites{old}{older, old} old % \cite{old}`, 'latex', 'file:///a.tex'),
        draft('[see @old, p. 3; -@older], @old says; `@old`', 'pandoc', 'file:///b.md'),
        draft('nothing cited', 'pandoc', 'file:///c.md'),
      ],
      bibliographies: [bib('@book{old, title={old}}\r\n@inbook{older, crossref = {old}, ids={x,old}}\n')],
    });
    assert.deepEqual(files, {
      'file:///a.tex': String.raw`\cites{new}{older, new} old % \cite{old}`,
      'file:///b.md': '[see @new, p. 3; -@older], @new says; `@old`',
      'file:///refs.bib': '@book{new, title={old}}\r\n@inbook{older, crossref = {new}, ids={x,new}}\n',
    });
  });

  it('renames all entries with the key, of all bibliographies that it is given', () => {
    const files = renamed('new', {
      bibliographies: [bib('@a{old}@b{old}', 'file:///a.bib'), bib('@c{old,}', 'file:///b.bib')],
    });
    assert.deepEqual(files, { 'file:///a.bib': '@a{new}@b{new}', 'file:///b.bib': '@c{new,}' });
  });

  it('puts braces around a key that pandoc would not read to its end, and keeps those that are there', () => {
    const files = renamed('a+/b:', { drafts: [draft('@old and [@{old}] and -@old.', 'pandoc')] });
    assert.deepEqual(files, { 'file:///draft': '@{a+/b:} and [@{a+/b:}] and -@{a+/b:}.' });
    assert.deepEqual(renamed('new', { drafts: [draft('[@{old}]', 'pandoc')] }), {
      'file:///draft': '[@{new}]',
    });
    assert.deepEqual(renamed('a+/b:', { drafts: [draft('\\cite{old}', 'latex')] }), {
      'file:///draft': '\\cite{a+/b:}',
    });
  });

  it("renames in the front matter's nocite, however it is written", () => {
    for (const nocite of ['"@old, @older"', '|\n  @old,\n  @older', '\n- "@older"\n- "@{old}"', '"@*"']) {
      const text = `---\ntitle: On @old\nnocite: ${nocite}\nother: "@old"\n---\nAs @old says.\n`;
      const expected = text.replace(nocite, nocite.replace(/old\b/, 'new')).replace('As @old', 'As @new');
      assert.deepEqual(renamed('new', { drafts: [draft(text, 'pandoc')] }), { 'file:///draft': expected });
    }
  });

  it('renames in all fields that name entries, and in a list of the document itself', () => {
    const text = ['crossref', 'xdata', 'xref', 'ids', 'entryset', 'related']
      .map((field, i) => `@misc{k${i}, ${field} = {a,old}, note = {old}}\n`)
      .join('');
    assert.deepEqual(renamed('new', { bibliographies: [bib(text)] }), {
      'file:///refs.bib': text.replaceAll('a,old', 'a,new'),
    });
    const latex =
      '\\cite{old}\n\\begin{thebibliography}{9}\n\\bibitem[Old]{old} Old.\n\\end{thebibliography}\n';
    const source = openSource('file:///paper.tex', latex);
    assert.deepEqual(
      renamed('new', { drafts: [draft(latex, 'latex', source.uri)], bibliographies: [source] }),
      { 'file:///paper.tex': latex.replaceAll('{old}', '{new}') },
    );
  });

  it('renames in CSL-YAML and in Hayagriva', () => {
    const yaml = openSource('file:///refs.yaml', 'references:\n- id: old\n  title: old\n- {id: "other"}\n');
    assert.deepEqual(renamed('new', { bibliographies: [yaml] }), {
      'file:///refs.yaml': yaml.text.replace('id: old', 'id: new'),
    });
    const hayagriva = openSource(
      'file:///works.yml',
      'old:\n  type: book\n  title: old\nother:\n  type: book\n',
    );
    assert.deepEqual(renamed('new', { bibliographies: [hayagriva] }), {
      'file:///works.yml': hayagriva.text.replace(/^old/, 'new'),
    });
  });

  it('changes nothing if the key stays as it is', () => {
    assert.deepEqual(
      renamed('old', { drafts: [draft('@old', 'pandoc')], bibliographies: [bib('@a{old}')] }),
      {},
    );
  });

  it('refuses a key that another entry has, but for upper and lower case', () => {
    const bibliographies = [bib('@a{old}@b{Taken}')];
    assert.deepEqual(plan('Taken', { bibliographies }), {
      reason: 'taken',
      uri: 'file:///refs.bib',
      by: 'Taken',
    });
    assert.deepEqual(plan('tAKEN', { bibliographies }), {
      reason: 'taken',
      uri: 'file:///refs.bib',
      by: 'Taken',
    });
    const others = [bib('@b{new}', 'file:///other.bib')];
    assert.deepEqual(plan('New', { bibliographies, others }), {
      reason: 'taken',
      uri: 'file:///other.bib',
      by: 'new',
    });
  });

  it('lets a key change in upper and lower case only', () => {
    assert.deepEqual(renamed('Old', { bibliographies: [bib('@a{old}')] }), { 'file:///refs.bib': '@a{Old}' });
    const twins = [bib('@a{old}@a{OLD}')];
    assert.deepEqual(plan('Old', { bibliographies: twins }), {
      reason: 'taken',
      uri: 'file:///refs.bib',
      by: 'OLD',
    });
  });

  it('refuses what is no key, and names the character', () => {
    assert.deepEqual(plan('', {}), { reason: 'empty' });
    for (const character of [
      ' ',
      ',',
      '{',
      '}',
      '"',
      '%',
      '#',
      '\\',
      '~',
      '=',
      '(',
      ')',
      '@',
      "'",
      '\n',
      '\u00a0',
    ]) {
      assert.deepEqual(plan(`a${character}b`, {}), { reason: 'character', character });
    }
    assert.deepEqual(plan('*', {}), { reason: 'character', character: '*' });
  });

  it('refuses a key that the draft would not cite then', () => {
    // Quarto takes it for a reference to a figure.
    assert.deepEqual(plan('fig-one', { drafts: [draft('[@old]', 'pandoc')] }), {
      reason: 'unreadable',
      uri: 'file:///draft',
    });
  });

  it('refuses to touch a bibliography in which the key does not stand as it is', () => {
    const { uri, file } = bib('@a{old}');
    assert.deepEqual(plan('new', { bibliographies: [{ uri, file, text: '@a{o\\u006cd}' }] }), {
      reason: 'unreadable',
      uri,
    });
  });

  it('edits a draft that holds its references once, entries and citations together', () => {
    const text = '---\nreferences:\n- id: old\n  title: T\n- id: other\n---\nAs @old says [@other].\n';
    const source = openSource('file:///draft.md', text);
    const changes = { drafts: [draft(text, 'pandoc', source.uri)], bibliographies: [source] };
    assert.deepEqual(renamed('new', changes), {
      'file:///draft.md': text.replace('id: old', 'id: new').replace('@old', '@new'),
    });
    // In YAML this is an anchor, in pandoc it could be a key.
    assert.deepEqual(plan('&new', changes), { reason: 'unreadable', uri: 'file:///draft.md' });
  });

  it('renames in CSL-JSON, where the key is a string', () => {
    const source = openSource('file:///refs.json', '[{"id": "old", "title": "old"}, {"id": "other"}]');
    assert.deepEqual(renamed('new', { bibliographies: [source] }), {
      'file:///refs.json': '[{"id": "new", "title": "old"}, {"id": "other"}]',
    });
  });

  it('for any new key either refuses or is read back everywhere', () => {
    const anyKey = fc.string({
      unit: fc.constantFrom(...'aZ0é中-_:.+/*&!?<>|$;()[]@ ,\\'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyKey, (newKey) => {
        const latex = String.raw`\citep[p.~3]{a, old}, \textcite{old}.`;
        const pandoc = '[@old, p. 3; @b] and @old, -@{old}.';
        const entries = '@book(old, title="x")\n@inbook{b, crossref={old}}@misc{a}';
        const result = plan(newKey, {
          drafts: [draft(latex, 'latex', 'file:///a'), draft(pandoc, 'pandoc', 'file:///b')],
          bibliographies: [bib(entries)],
        });
        if (!('files' in result)) {
          return;
        }
        const texts = result.files.map(({ text, edits }) => applyEdits(text, edits));
        const cited = (text: string, syntax: Syntax) =>
          parseCitations(text, syntax).flatMap(({ citations }) => citations.map(({ key }) => key));
        assert.deepEqual(cited(texts[0] ?? '', 'latex'), ['a', newKey, newKey]);
        assert.deepEqual(cited(texts[1] ?? '', 'pandoc'), [newKey, 'b', newKey, newKey]);
        const read = bib(texts[2] ?? '').file;
        assert.deepEqual(
          read.entries.map(({ key }) => key),
          [newKey, 'b', 'a'],
        );
        assert.equal(read.entries[1]?.field('crossref')?.value, newKey);
        assert.deepEqual(read.defects, []);
      }),
      { numRuns: 500 },
    );
  });
});
