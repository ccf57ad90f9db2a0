import assert from 'node:assert/strict';
import { readBibliography, readInSlices } from '../../../src/core/bibliography/reader';

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
});
