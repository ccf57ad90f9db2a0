import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, tokens, words } from '../../../src/core/search/folding';

describe('fold', () => {
  it('makes letters small', () => {
    assert.equal(fold('BLIP-2'), 'blip-2');
  });

  it('takes diacritics off, composed or not', () => {
    assert.equal(fold('Bińkowski'), 'binkowski');
    assert.equal(fold('Bin\u0301kowski'), 'binkowski');
    assert.equal(fold('Nguyễn Văn Đức'), 'nguyen van duc');
    assert.equal(fold('Åström'), 'astrom');
  });

  it('writes letters that have no base letter as people type them', () => {
    assert.equal(fold('Straße'), 'strasse');
    assert.equal(fold('Łukasz Søren Æsir Œuvre Þór'), 'lukasz soren aesir oeuvre thor');
    assert.equal(fold('Işık'), 'isik');
  });

  it('resolves compatibility forms', () => {
    assert.equal(fold('ﬁne'), 'fine');
    assert.equal(fold('Ｑｗｅｎ２'), 'qwen2');
  });

  it('folds what is folded to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text);
        assert.equal(fold(once), once);
      }),
    );
  });
});

describe('tokens', () => {
  it('splits at everything that is no letter and no digit', () => {
    assert.deepEqual(tokens('Any-to-Any: a (multimodal) LLM_v'), [
      'any',
      'to',
      'any',
      'a',
      'multimodal',
      'llm',
      'v',
    ]);
  });

  it('splits between letters and digits, so that GPT4, GPT-4 and gpt 4 are the same', () => {
    assert.deepEqual(tokens('GPT4'), ['gpt', '4']);
    assert.deepEqual(tokens('GPT-4'), ['gpt', '4']);
    assert.deepEqual(tokens('gpt 4'), ['gpt', '4']);
    assert.deepEqual(tokens('3D-LLM'), ['3', 'd', 'llm']);
  });

  it('keeps a letter and its combining marks together', () => {
    assert.deepEqual(tokens('Bin\u0301kowski'), ['binkowski']);
  });

  it('takes each Chinese and Japanese character as a word', () => {
    assert.deepEqual(tokens('多模态LLM模型'), ['多', '模', '态', 'llm', '模', '型']);
    assert.deepEqual(tokens('かな'), ['か', 'な']);
  });

  it('finds nothing in punctuation and in nothing', () => {
    assert.deepEqual(tokens(''), []);
    assert.deepEqual(tokens(' – … !'), []);
  });
});

describe('words', () => {
  it('says where each word stands in the text as given', () => {
    const text = 'Łukasz’s BLIP-2';
    const found = words(text).map(({ text: folded, start, end }) => [folded, text.slice(start, end)]);
    assert.deepEqual(found, [
      ['lukasz', 'Łukasz'],
      ['s', 's'],
      ['blip', 'BLIP'],
      ['2', '2'],
    ]);
  });

  it('says which words are written together', () => {
    const glued = (text: string): boolean[] => words(text).map((word) => word.glued);
    assert.deepEqual(glued('GPT-4 by OpenAI'), [false, true, false, false]);
    assert.deepEqual(glued('Müller-Lüdenscheidt ß'), [false, true, false]);
    assert.deepEqual(glued('a - b'), [false, false]);
  });

  it('reads ASCII text as it reads any other', () => {
    // A letter beyond ASCII at the end, apart from the rest, makes it take the general way.
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aBz09 -_.:\t\n') }), (text) => {
        const general = words(`${text} ü`).slice(0, -1);
        assert.deepEqual(words(text), general);
      }),
    );
  });
});
