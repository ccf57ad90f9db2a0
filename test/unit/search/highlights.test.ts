import assert from 'node:assert/strict';
import fc from 'fast-check';
import { highlight } from '../../../src/core/search/highlights';
import { parseQuery } from '../../../src/core/search/query';

function marked(text: string, query: string, name = false): string[] {
  return highlight(text, parseQuery(query), name).map(({ start, end }) => text.slice(start, end));
}

describe('highlight', () => {
  it('marks the words of the query wherever they stand', () => {
    assert.deepEqual(marked('Visual Instruction Tuning for Visual Agents', 'tuning visual'), [
      'Visual',
      'Tuning',
      'Visual',
    ]);
  });

  it('marks what was typed of a word', () => {
    assert.deepEqual(marked('Flamingo', 'flam'), ['Flam']);
  });

  it('marks the whole word where it was typed with errors', () => {
    assert.deepEqual(marked('Flamingo', 'flamnigo'), ['Flamingo']);
  });

  it('does not mark similar words where the very word stands', () => {
    assert.deepEqual(marked('LLaVA and LLaMA', 'llava'), ['LLaVA']);
  });

  it('marks words written together in one piece', () => {
    assert.deepEqual(marked('the GPT-4 report', 'gpt4'), ['GPT-4']);
    assert.deepEqual(marked('NExT-GPT', 'next gpt'), ['NExT-GPT']);
    assert.deepEqual(marked('Visual ChatGPT', 'visualchat', true), ['Visual Chat']);
  });

  it('marks what stands inside a word by its capitals', () => {
    assert.deepEqual(marked('InstructBLIP', 'blip'), ['BLIP']);
  });

  it('marks letters with their diacritics, however they are encoded', () => {
    assert.deepEqual(marked('Bińkowski', 'binkow'), ['Bińkow']);
    assert.deepEqual(marked('Bin\u0301kowski', 'bin'), ['Bin\u0301']);
    assert.deepEqual(marked('Straße', 'strass'), ['Straß']);
  });

  it('marks in every value of a field', () => {
    assert.deepEqual(marked('Jane Li\nJohn Liu', 'li'), ['Li', 'Li']);
  });

  it('marks nothing if nothing matches', () => {
    assert.deepEqual(marked('Flamingo', 'blip'), []);
    assert.deepEqual(marked('', 'blip'), []);
    assert.deepEqual(marked('Flamingo', ''), []);
  });

  it('gives sorted ranges within the text that neither overlap nor touch', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', 'B', 'é', 'e\u0301', '1', '-', ' ', '\n', '模', '😀'),
    });
    fc.assert(
      fc.property(text, text, fc.boolean(), (content, query, name) => {
        let end = -1;
        for (const range of highlight(content, parseQuery(query), name)) {
          assert.ok(range.start > end && range.end > range.start && range.end <= content.length);
          end = range.end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
