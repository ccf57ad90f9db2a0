import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchEngine } from '../../../src/core/search/engine';
import type { SearchDocument } from '../../../src/core/search/engine';

function document(id: string, name: string, rest: Record<string, string> = {}): SearchDocument {
  return { id, fields: { name, ...rest } };
}

function engineOf(...documents: SearchDocument[]): SearchEngine {
  const engine = new SearchEngine([
    { name: 'title', weight: 4 },
    { name: 'name', weight: 10, compound: true },
    { name: 'alias', weight: 8, compound: true },
    { name: 'authors', weight: 3 },
  ]);
  engine.add(documents);
  return engine;
}

/** Documents whose id is their name. */
function named(...names: string[]): SearchEngine {
  return engineOf(...names.map((name) => document(name, name)));
}

function ids(engine: SearchEngine, query: string, limit?: number): string[] {
  return engine.search(query, limit === undefined ? {} : { limit }).map(({ id }) => id);
}

describe('SearchEngine', () => {
  describe('what it finds', () => {
    const engine = engineOf(
      document('flamingo', 'Flamingo', {
        title: 'A Visual Language Model for Few-Shot Learning',
        authors: 'Mikołaj Bińkowski',
      }),
      document('blip-2', 'BLIP-2', {
        title: 'Bootstrapping Language-Image Pre-training',
        authors: 'Junnan Li\nSteven Hoi',
      }),
      document('gpt-4', 'GPT-4', { title: 'Technical Report', authors: 'OpenAI' }),
      document('next-gpt', 'NExT-GPT', { title: 'Any-to-Any Multimodal LLM', authors: 'Shengqiong Wu' }),
      document('instructblip', 'InstructBLIP', { title: 'Towards General-purpose Vision-Language Models' }),
    );

    it('finds words in any order, in any field', () => {
      assert.deepEqual(ids(engine, 'learning flamingo shot'), ['flamingo']);
      assert.deepEqual(ids(engine, 'wu any next'), ['next-gpt']);
    });

    it('finds beginnings of words', () => {
      assert.deepEqual(ids(engine, 'flam'), ['flamingo']);
      assert.deepEqual(ids(engine, 'vis lang mod few'), ['flamingo']);
    });

    it('finds words with typing errors', () => {
      assert.equal(ids(engine, 'flamigno')[0], 'flamingo');
      assert.equal(ids(engine, 'instrcutblp')[0], 'instructblip');
      assert.equal(ids(engine, 'gtp4')[0], 'gpt-4');
      assert.equal(ids(engine, 'blpi-2')[0], 'blip-2');
    });

    it('finds letters without their diacritics, and with some they do not have', () => {
      assert.deepEqual(ids(engine, 'binkowski mikolaj'), ['flamingo']);
      assert.deepEqual(ids(engine, 'Flámingo'), ['flamingo']);
    });

    for (const query of ['GPT4', 'GPT-4', 'gpt 4', 'Gpt_4']) {
      it(`finds GPT-4 as ${query}`, () => {
        assert.equal(ids(engine, query)[0], 'gpt-4');
      });
    }

    for (const query of ['blip2', 'BLIP-2', 'blip 2']) {
      it(`finds BLIP-2 as ${query}`, () => {
        assert.equal(ids(engine, query)[0], 'blip-2');
      });
    }

    it('finds a name in one word that was typed in two, and the other way round', () => {
      assert.equal(ids(engine, 'instruct blip')[0], 'instructblip');
      assert.equal(ids(engine, 'nextgpt')[0], 'next-gpt');
      assert.equal(ids(named('GPT4'), 'gpt-4')[0], 'GPT4');
      assert.equal(ids(named('Visual ChatGPT'), 'visualchatgpt')[0], 'Visual ChatGPT');
    });

    it('finds what stands inside a name by its capitals', () => {
      assert.deepEqual(ids(engine, 'blip'), ['blip-2', 'instructblip']);
    });

    it('falls back to most of the words', () => {
      assert.deepEqual(ids(engine, 'flamingo few xyzzy'), ['flamingo']);
    });

    it('finds nothing if fewer than half of the words match', () => {
      assert.deepEqual(ids(engine, 'flamingo xyzzy plugh'), []);
      assert.deepEqual(ids(engine, 'xyzzy'), []);
    });

    it('does not take one number for another', () => {
      assert.deepEqual(ids(named('Qwen2', 'Qwen3'), 'qwen3'), ['Qwen3']);
    });
  });

  describe('the order', () => {
    it('puts the exact name before names that begin so, and these before the rest', () => {
      const engine = named('OpenLLaVA', 'Video LLaVA', 'LLaVA-1.5', 'LLaVA');
      assert.deepEqual(ids(engine, 'llava'), ['LLaVA', 'LLaVA-1.5', 'Video LLaVA', 'OpenLLaVA']);
    });

    it('puts names before aliases, titles and others', () => {
      const engine = engineOf(
        document('author', 'a', { authors: 'Otter' }),
        document('title', 'b', { title: 'Otter' }),
        document('alias', 'c', { alias: 'Otter' }),
        document('name', 'Otter'),
      );
      assert.deepEqual(ids(engine, 'otter'), ['name', 'alias', 'title', 'author']);
      assert.deepEqual(ids(engine, 'ott'), ['name', 'alias', 'title', 'author']);
      assert.deepEqual(ids(engine, 'oter'), ['name', 'alias', 'title', 'author']);
    });

    it('puts the whole title before a name that has only some words of it', () => {
      const engine = engineOf(
        document('name', 'Tuning', { title: 'Visual Instruction' }),
        document('title', 'LLaVA', { title: 'Visual Instruction Tuning' }),
      );
      assert.equal(ids(engine, 'Visual Instruction Tuning')[0], 'title');
    });

    it('puts a misspelt name before names that merely contain it', () => {
      assert.deepEqual(ids(named('X-InstructBLIP', 'InstructBLIP'), 'instrcutblip'), [
        'InstructBLIP',
        'X-InstructBLIP',
      ]);
    });

    it('leaves equals as they were given', () => {
      assert.deepEqual(ids(named('Emu c', 'Emu a', 'Emu b'), 'emu'), ['Emu c', 'Emu a', 'Emu b']);
    });

    it('scores better hits higher', () => {
      const scores = named('LLaVA', 'LLaVA-1.5', 'Video LLaVA')
        .search('llava')
        .map(({ score }) => score);
      assert.deepEqual(
        scores,
        [...scores].sort((a, b) => b - a),
      );
      assert.equal(new Set(scores).size, 3);
    });
  });

  describe('an empty query', () => {
    it('finds all documents in the order given', () => {
      assert.deepEqual(ids(named('b', 'a', 'c'), ''), ['b', 'a', 'c']);
      assert.deepEqual(ids(named('b', 'a', 'c'), ' - '), ['b', 'a', 'c']);
    });

    it('keeps to the limit', () => {
      assert.deepEqual(ids(named('b', 'a', 'c'), '', 2), ['b', 'a']);
    });

    it('highlights nothing', () => {
      assert.deepEqual(named('b').search('')[0]?.highlights, []);
    });
  });

  describe('the limit', () => {
    const many = named(...Array.from({ length: 500 }, (_, index) => `model ${index}x`));

    it('is 200 hits if nobody says', () => {
      assert.equal(many.search('model').length, 200);
      assert.equal(many.search('').length, 200);
    });

    it('can be more', () => {
      assert.equal(many.search('model', { limit: 450 }).length, 450);
    });

    it('gives the best ones', () => {
      const engine = named(...Array.from({ length: 500 }, (_, index) => `otters ${index}x`), 'otter');
      assert.deepEqual(ids(engine, 'otter', 1), ['otter']);
    });
  });

  describe('highlights', () => {
    it('are given by field, for fields in which something matches', () => {
      const engine = engineOf(document('a', 'Flamingo', { title: 'Few-Shot Learning', authors: 'Flam Few' }));
      const [hit] = engine.search('few flam');
      assert.deepEqual(hit?.highlights, [
        { field: 'name', ranges: [{ start: 0, end: 4 }] },
        { field: 'title', ranges: [{ start: 0, end: 3 }] },
        {
          field: 'authors',
          ranges: [
            { start: 0, end: 4 },
            { start: 5, end: 8 },
          ],
        },
      ]);
    });

    it('stay those of their query', () => {
      const engine = named('Flamingo');
      const [hit] = engine.search('flam');
      engine.search('fl');
      assert.deepEqual(hit?.highlights[0]?.ranges, [{ start: 0, end: 4 }]);
    });
  });

  describe('cancellation', () => {
    it('finds nothing once it is cancelled', () => {
      const token = { isCancellationRequested: true };
      assert.deepEqual(named('Flamingo').search('flam', { token }), []);
    });

    it('finds as ever while it is not', () => {
      const token = { isCancellationRequested: false };
      assert.equal(named('Flamingo').search('flam', { token }).length, 1);
    });
  });

  describe('changes', () => {
    it('finds what was added later', () => {
      const engine = named('Flamingo');
      assert.deepEqual(ids(engine, 'otter'), []);
      engine.add([document('Otter', 'Otter')]);
      assert.deepEqual(ids(engine, 'otter'), ['Otter']);
      assert.deepEqual(ids(engine, ''), ['Flamingo', 'Otter']);
    });

    it('replaces a document of the same id at its place', () => {
      const engine = engineOf(document('1', 'Flamingo'), document('2', 'Otter'));
      ids(engine, '');
      engine.add([document('1', 'Kosmos')]);
      assert.deepEqual(ids(engine, 'flamingo'), []);
      assert.deepEqual(ids(engine, 'kosmos'), ['1']);
      assert.deepEqual(ids(engine, ''), ['1', '2']);
    });

    it('does not find what was removed, whether it was searched before or not', () => {
      const engine = named('Flamingo', 'Otter');
      engine.remove(['Flamingo']);
      assert.deepEqual(ids(engine, 'flamingo'), []);
      engine.remove(['Otter', 'unknown']);
      assert.deepEqual(ids(engine, ''), []);
    });

    it('finds the same after any changes as if all had been added at once', () => {
      const id = fc.integer({ min: 0, max: 12 }).map(String);
      const name = fc.constantFrom('red', 'green', 'red green', 'blue', 'greenish', 'rde');
      const change = fc.oneof(
        fc.record({ kind: fc.constant('add' as const), id, name }),
        fc.record({ kind: fc.constant('remove' as const), id }),
        fc.record({ kind: fc.constant('search' as const) }),
      );
      fc.assert(
        fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
          const engine = engineOf();
          const expected = new Map<string, string>();
          for (const each of changes) {
            if (each.kind === 'add') {
              engine.add([document(each.id, each.name)]);
              expected.set(each.id, each.name);
            } else if (each.kind === 'remove') {
              engine.remove([each.id]);
              expected.delete(each.id);
            } else {
              engine.search('red');
            }
          }
          const fresh = engineOf(...[...expected].map(([key, value]) => document(key, value)));
          for (const query of ['', 'red', 'green', 'red green', 'gren']) {
            assert.deepEqual(ids(engine, query), ids(fresh, query), query);
          }
        }),
      );
    });
  });

  it('finds every document by each of its words, by any beginning of it, and by its name', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'É', '7', '-', 'x'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        (names) => {
          const engine = engineOf(...names.map((each, index) => document(String(index), each.join(' '))));
          names.forEach((each, index) => {
            const found = (query: string): boolean => ids(engine, query).includes(String(index));
            assert.ok(found(each.join(' ')));
            assert.ok(found(each.join(' ').toLowerCase().normalize('NFD')));
            assert.ok(each.every((text) => found(text) && found(text.slice(0, 2))));
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});
