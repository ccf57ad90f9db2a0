import assert from 'node:assert/strict';
import { eachTerm } from '../../../src/core/search/terms';
import type { TermKind } from '../../../src/core/search/terms';

function terms(text: string, name = false): [term: string, kind: TermKind, place: string][] {
  const found: [string, TermKind, string][] = [];
  eachTerm(text, name, (term, kind, start, end) => found.push([term, kind, text.slice(start, end)]));
  return found;
}

function termsOnly(text: string, name = false): string[] {
  return terms(text, name).map(([term]) => term);
}

describe('eachTerm', () => {
  it('gives each word', () => {
    assert.deepEqual(termsOnly('Visual Instruction Tuning'), ['visual', 'instruction', 'tuning']);
  });

  it('gives words written together as one as well', () => {
    assert.deepEqual(terms('BLIP-2'), [
      ['blip', 'word', 'BLIP'],
      ['blip2', 'compound', 'BLIP-2'],
      ['2', 'word', '2'],
    ]);
    assert.deepEqual(termsOnly('3D-LLM'), ['3', '3d', '3dllm', 'd', 'dllm', 'llm']);
  });

  it('joins no more than four words of a text', () => {
    assert.ok(termsOnly('a-b-c-d-e').includes('abcd'));
    assert.ok(!termsOnly('a-b-c-d-e').includes('abcde'));
  });

  it('joins all words of a short name, but not of a text', () => {
    assert.ok(termsOnly('Visual ChatGPT', true).includes('visualchatgpt'));
    assert.ok(!termsOnly('Visual ChatGPT').includes('visualchatgpt'));
    assert.ok(!termsOnly('a name of more than five words', true).includes('aname'));
  });

  it('gives what follows a capital within a word', () => {
    assert.deepEqual(terms('InstructBLIP'), [
      ['instructblip', 'word', 'InstructBLIP'],
      ['blip', 'inner', 'BLIP'],
    ]);
    assert.ok(termsOnly('VideoLLaMA').includes('llama'));
  });

  it('does not take two letters for an inner word', () => {
    assert.deepEqual(termsOnly('LLaVA'), ['llava']);
  });

  it('keeps values on different lines apart', () => {
    assert.deepEqual(termsOnly('Li Wu\nHe', true), ['li', 'liwu', 'wu', 'he']);
  });

  it('says where a term stands, also on later lines', () => {
    assert.deepEqual(terms('BLIP2\nInstructBLIP').at(-1), ['blip', 'inner', 'BLIP']);
    assert.deepEqual(terms('Żółw\nBińkowski').at(-1), ['binkowski', 'word', 'Bińkowski']);
  });
});
