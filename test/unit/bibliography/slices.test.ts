import assert from 'node:assert/strict';
import { readBibliography, readDefects, readInSlices } from '../../../src/core/bibliography/reader';

describe('readInSlices', () => {
  const pauses: number[] = [];
  const pause = async (): Promise<void> => {
    pauses.push(pauses.length);
    await Promise.resolve();
  };

  beforeEach(() => pauses.splice(0));

  it('gives what reading at once gives, with a comment without end in it as well', async () => {
    const text =
      '@misc{a, title = {A}}\n@comment{ open\n@misc{b, title = {B}}\n@comment{ open too\n@misc{c, title = {C'.repeat(
        3,
      );
    const [file, expected] = [await readInSlices(text, pause), readBibliography(text)];
    const told = ({ entries, defects }: typeof file) => [
      entries.map(({ key, range }) => [key, range]),
      defects,
    ];
    assert.deepEqual(told(file), told(expected));
    assert.deepEqual(pauses, []);
  });

  it('pauses about once in a million characters', async () => {
    const entry = `@misc{a, title = {${'x'.repeat(980)}}}\n`;
    const { entries } = await readInSlices(entry.repeat(3500), pause);
    assert.equal(entries.length, 3500);
    assert.equal(pauses.length, 3);
  });

  it('finds defects beforehand with more pauses, and stops when it is told to', async () => {
    const text = `@misc{a, title = {${'x'.repeat(980)}}, x y}\n`.repeat(1000);
    const file = readBibliography(text);
    await readDefects(file, pause, () => false);
    assert.equal(pauses.length, 4);
    assert.deepEqual(file.defects, readBibliography(text).defects);
    await readDefects(readBibliography(text), pause, () => true);
    assert.equal(pauses.length, 5);
  });
});
