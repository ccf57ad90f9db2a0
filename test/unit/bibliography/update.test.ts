import assert from 'node:assert/strict';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { readBibliography, updateBibliography } from '../../../src/core/bibliography/reader';
import type { BibEntry } from '../../../src/core/bibliography/types';
import type { TextEdit } from '../../../src/core/text';
import { applyEdits } from '../../../src/core/text';
import { CountingText } from './countingText';

const entry = (key: string) => `@article{${key},\n  title = {Title of ${key}},\n  year = 2020,\n}\n\n`;
const TEXT = Array.from({ length: 200 }, (_, index) => entry(`key${index}`)).join('');

function replace(text: string, what: string, by: string): TextEdit {
  const start = text.indexOf(what);
  assert.ok(start >= 0);
  return { range: { start, end: start + what.length }, newText: by };
}

function looksAfter(edits: readonly TextEdit[]): number {
  const text = new CountingText(applyEdits(TEXT, edits));
  const file = updateBibliography(readBibliography(TEXT), edits, text.asString());
  assert.equal(file.entries.length, readBibliography(text.toString()).entries.length);
  return text.steps;
}

describe('updateBibliography', () => {
  it('reads the edited entry again and nothing else', () => {
    const edit = replace(TEXT, 'Title of key100', 'Another title');
    assert.ok(looksAfter([edit]) < 4 * entry('key100').length);
  });

  it('reads each of the entries that were edited', () => {
    const edits = [replace(TEXT, 'of key3}', '}'), replace(TEXT, 'key190,', 'renamed,')];
    assert.ok(looksAfter(edits) < 8 * entry('key100').length);
    const text = applyEdits(TEXT, edits);
    const file = updateBibliography(readBibliography(TEXT), edits, text);
    assert.equal(file.entries[3]?.field('title')?.value, 'Title ');
    assert.equal(file.entries[190]?.key, 'renamed');
    assert.equal(text.slice(file.entries[199]?.keyRange.start, file.entries[199]?.keyRange.end), 'key199');
  });

  it('reads an added entry and the next one', () => {
    const start = TEXT.indexOf('@article{key77,');
    const edit = { range: { start, end: start }, newText: entry('new') };
    assert.ok(looksAfter([edit]) < 8 * entry('key77').length);
  });

  it('stays what it is when nothing changes', () => {
    const file = readBibliography(TEXT);
    const same = updateBibliography(file, [], TEXT);
    assert.deepEqual(
      same.entries.map(({ range }) => range),
      file.entries.map(({ range }) => range),
    );
  });

  it('follows a definition that entries elsewhere use', () => {
    const text = `@string{venue = "One"}\n${TEXT}@misc{x, note = venue, title = {T}}`;
    const file = readBibliography(text);
    assert.equal(file.entries.at(-1)?.field('note')?.value, 'One');
    const edit = replace(text, '"One"', '"Two"');
    const updated = updateBibliography(file, [edit], applyEdits(text, [edit]));
    assert.equal(updated.entries.at(-1)?.field('note')?.value, 'Two');
    assert.equal(file.entries.at(-1)?.field('note')?.value, 'One');
    assert.deepEqual(updated.defects, []);
    const gone = replace(text, '@string{venue = "One"}', '');
    const without = updateBibliography(file, [gone], applyEdits(text, [gone]));
    assert.deepEqual(
      without.defects.map(({ code }) => code),
      ['unknown-string'],
    );
  });

  it('still takes little after the same place was edited very often', () => {
    let text = TEXT;
    let file = readBibliography(text);
    for (let i = 0; i < 120; i++) {
      const start = text.indexOf('@article{key50,');
      const edit = { range: { start, end: start }, newText: entry(`new${i}`) };
      text = applyEdits(text, [edit]);
      file = updateBibliography(file, [edit], text);
    }
    assert.deepEqual(
      file.entries.map(({ key, range }) => [key, range]),
      readBibliography(text).entries.map(({ key, range }) => [key, range]),
    );
  });
});

describe('BibliographyIndex, after an edit', () => {
  const recordOf = (index: BibliographyIndex, key: string) => index.record(index.get(key) as BibEntry);

  it('keeps what it knows of the entries that were not edited', () => {
    const before = new BibliographyIndex('file:///refs.bib', TEXT);
    const [kept, edited] = [recordOf(before, 'key199'), recordOf(before, 'key5')];
    const after = before.updateTo(TEXT.replace('Title of key5}', 'A longer title of key5}'));
    assert.equal(recordOf(after, 'key199'), kept);
    assert.notEqual(recordOf(after, 'key5'), edited);
    assert.equal(recordOf(after, 'key5').title, 'A longer title of key5');
    assert.equal(recordOf(before, 'key5').title, 'Title of key5');
    assert.equal(after.uri, 'file:///refs.bib');
    assert.notEqual(after.get('key199')?.range.start, before.get('key199')?.range.start);
  });

  it('finds keys and works as they are now', () => {
    const before = new BibliographyIndex('file:///refs.bib', TEXT);
    const work = { ...recordOf(before, 'key7'), key: 'x' };
    assert.equal(before.getIgnoringCase('KEY7')?.key, 'key7');
    assert.equal(before.findWork(work)?.key, 'key7');
    const after = before.updateTo(TEXT.replace(entry('key7'), '').replace('key9,', 'Key7,'));
    assert.equal(after.get('key7'), undefined);
    assert.equal(after.getIgnoringCase('KEY7')?.key, 'Key7');
    assert.equal(after.findWork(work), undefined);
    assert.equal(before.findWork(work)?.key, 'key7');
    const back = after.updateTo(TEXT);
    assert.equal(back.get('key7')?.range.start, before.get('key7')?.range.start);
    assert.equal(back.findWork(work)?.key, 'key7');
  });

  it('finds the first of several entries with one key, whichever came last', () => {
    const before = new BibliographyIndex('file:///refs.bib', TEXT);
    assert.equal(before.get('key3')?.type, 'article');
    const after = before.updateTo(`@misc{key3, title = {First}}\n${TEXT}@misc{key3, title = {Last}}`);
    assert.equal(after.get('key3')?.field('title')?.value, 'First');
    assert.equal(after.updateTo(TEXT).get('key3')?.field('title')?.value, 'Title of key3');
  });

  it('starts over after very many edits, with the same answers', () => {
    let index = new BibliographyIndex('file:///refs.bib', TEXT);
    assert.ok(index.get('key0') && index.getIgnoringCase('key0'));
    for (let round = 0; round < 12; round++) {
      index = index.updateTo(index.text.replaceAll('{key', `{a${round}key`));
    }
    assert.equal(index.get('key0'), undefined);
    assert.equal(index.get(index.text.slice(9, index.text.indexOf(',')))?.range.start, 0);
  });
});
