import assert from 'node:assert/strict';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { CountingText } from './countingText';

const ENTRY =
  '@article{key,\n  title = {A {Title}},\n  author = "Li, Junnan",\n  abstract = {Some 100% @ text},\n  year = 2020,\n}\n';

/** Pieces that, repeated, ask for looking ahead or back again and again. */
const HOSTILE = [
  ENTRY,
  '@article{a,\n',
  '\n@article{a, x={\n',
  '\n@article{a, x="\n',
  '\n@a(b, x="\n',
  '@article{',
  '@a{@a{',
  '@a{k}}',
  '@a{k},',
  '@a{k}, b',
  '\n@comment{\n',
  '\n@comment{\n@a{b,',
  '@comment(',
  '@comment(\n@a(b',
  '@a(@a(',
  '\n@a(b, {\n@c(d',
  '% @a{',
  '%',
  '% @a{b}\n',
  '@',
  '@ ',
  'a@b ',
  '\n@a',
  '{',
  '}',
  '"',
  '@a{b,c="{\n',
  ' ',
  '\n',
  '\n \n@',
  'x = {',
  'x = "\n',
  'x = ',
  'x ',
  '# ',
  ',',
  '=',
  '% x\n',
  '{a}',
];

function stepsFor(source: string): number {
  const text = new CountingText(source);
  const file = readBibliography(text.asString());
  // Fields are read on demand; the defects are those of all fields.
  assert.ok(file.defects.length >= 0);
  return text.steps;
}

function growsLinearly(name: string, make: (count: number) => string) {
  const small = stepsFor(make(100));
  const large = stepsFor(make(1000));
  assert.ok(large < 14 * small + 1000, `${JSON.stringify(name)}: ${small} steps became ${large}`);
}

describe('the work of readBibliography', function () {
  // Counting the looks at each character is slow; the counts do not depend on it.
  this.timeout(60_000);

  it('grows with the size of the file only, however the file is broken', () => {
    for (const piece of HOSTILE) {
      growsLinearly(piece, (count) => piece.repeat(count));
    }
  });

  it('grows with the size of one entry only', () => {
    for (const piece of HOSTILE) {
      growsLinearly(`entry of ${piece}`, (count) => `@article{a,\n${piece.repeat(count)}`);
      growsLinearly(
        `closed entry of ${piece}`,
        (count) => `@article{a,\n${piece.repeat(count)}${'}'.repeat(count)}\n`,
      );
      growsLinearly(`value of ${piece}`, (count) => `@article{a, title = {${piece.repeat(count)}`);
    }
  });

  it('is a few looks at each character of an ordinary file', () => {
    const text = ENTRY.repeat(200);
    assert.ok(stepsFor(text) < 12 * text.length);
  });

  it('leaves fields alone until they are asked for', () => {
    const source = ENTRY.repeat(200);
    const text = new CountingText(source);
    const { entries } = readBibliography(text.asString());
    assert.equal(entries.length, 200);
    const boundaries = text.steps;
    assert.ok(boundaries < 3 * source.length);
    assert.equal(entries[7]?.field('year')?.value, '2020');
    const oneEntry = text.steps - boundaries;
    assert.ok(oneEntry < 12 * ENTRY.length, `${oneEntry}`);
    assert.equal(entries[7]?.field('title')?.value, 'A {Title}');
    assert.equal(text.steps - boundaries, oneEntry);
  });
});
