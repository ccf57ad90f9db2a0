import assert from 'node:assert/strict';
import { Dictionary } from '../../../src/core/search/dictionary';
import { parseQuery, termMatches } from '../../../src/core/search/query';

function probeOf(
  query: string,
  text: string,
): { bits: number; maxEdits: number; joined: boolean } | undefined {
  const found = parseQuery(query).probes.find((probe) => probe.text === text);
  return found && { bits: found.bits, maxEdits: found.maxEdits, joined: found.joined };
}

describe('parseQuery', () => {
  it('looks up each word, and words that stand side by side as one', () => {
    const texts = parseQuery('mini GPT-4').probes.map(({ text }) => text);
    assert.deepEqual(texts, ['mini', 'gpt', '4', 'minigpt', 'minigpt4', 'gpt4']);
  });

  it('knows which words a lookup accounts for', () => {
    assert.equal(probeOf('mini gpt 4', 'mini')?.bits, 0b001);
    assert.equal(probeOf('mini gpt 4', 'gpt4')?.bits, 0b110);
    assert.equal(probeOf('mini gpt 4', 'minigpt4')?.bits, 0b111);
  });

  it('allows one error from four letters on, two from eight, none in numbers', () => {
    const allowed = ['glm', 'blip', 'llamaxx', 'flamingo', '2023'].map(
      (word) => probeOf(word, word)?.maxEdits,
    );
    assert.deepEqual(allowed, [0, 1, 1, 2, 0]);
  });

  it('allows errors in joined words only if they were typed together', () => {
    assert.equal(probeOf('gtp4', 'gtp4')?.maxEdits, 1);
    assert.equal(probeOf('gtp 4', 'gtp4')?.maxEdits, 0);
  });

  it('does not guess at what nobody types', () => {
    const long = 'a'.repeat(1000);
    assert.equal(probeOf(long, long)?.maxEdits, 0);
  });

  it('reads no more words than fit in a number', () => {
    const { probes, wordCount } = parseQuery(
      Array.from({ length: 100 }, (_, index) => `w${index}`).join(' '),
    );
    assert.equal(wordCount, 30);
    assert.ok(probes.every(({ bits }) => bits > 0));
  });

  it('has no words if there are none', () => {
    assert.deepEqual(parseQuery(' - '), { probes: [], wordCount: 0, compact: '', nameEdits: 0 });
  });
});

describe('termMatches', () => {
  const dictionary = new Dictionary(['2023', '2024', 'blip', 'blip2', 'flame', 'flaming', 'flamingo'].sort());
  const matches = (word: string): [term: string, quality: number][] => {
    const [probe] = parseQuery(word).probes;
    assert.ok(probe);
    return termMatches(dictionary, probe).map(({ term, quality }) => [dictionary.terms[term] ?? '', quality]);
  };

  it('values the word over its beginning, and more of it over less', () => {
    const found = new Map(matches('flaming'));
    assert.equal(found.get('flaming'), 1);
    assert.ok((found.get('flamingo') ?? 0) < 1);
    assert.ok(
      (new Map(matches('fla')).get('flamingo') ?? 1) < (new Map(matches('flami')).get('flamingo') ?? 0),
    );
  });

  it('values any right beginning over any error', () => {
    assert.ok(
      (new Map(matches('f')).get('flamingo') ?? 0) > (new Map(matches('flamimgo')).get('flamingo') ?? 1),
    );
  });

  it('values one error over two, and the whole word over its beginning', () => {
    const one = new Map(matches('flamimgo')).get('flamingo') ?? 0;
    const two = new Map(matches('flaimmgo')).get('flamingo') ?? 0;
    const beginning = new Map(matches('flamim')).get('flamingo') ?? 0;
    assert.ok(one > two && two > 0);
    assert.ok(one > beginning && beginning > 0);
  });

  it('takes no digit for another', () => {
    assert.deepEqual(
      matches('2023').map(([term]) => term),
      ['2023'],
    );
    assert.ok(!new Map(matches('blipx')).has('blip2'));
    assert.ok(new Map(matches('blipx')).has('blip'));
  });
});
