import assert from 'node:assert/strict';
import { boxOf, surveyBoxes } from '../../../src/core/catalog/taxonomy';
import type { Modality, Model } from '../../../src/core/catalog/types';
import { gemini, model } from './fixtures';

function box(name: Model['function'], inputs: Modality[], outputs: Modality[]): string {
  const { input, output } = boxOf(model('x', { function: name, inputs, outputs }));
  return `${input}-${output}`;
}

describe('boxOf', () => {
  it('takes the box printed in the survey before what inputs and outputs say', () => {
    assert.deepEqual(boxOf(gemini), { input: 'many', output: 'many' });
    assert.deepEqual(boxOf({ ...gemini, survey: { v1: null, table: false, final: false } }), {
      input: 'many',
      output: 'image',
    });
  });

  it('goes by inputs and outputs if the printed box is none of its function', () => {
    const odd = model('x', { survey: { v1: null, table: false, final: true, box: 'Many→Many' } });
    assert.deepEqual(boxOf(odd), { input: 'image', output: 'text' });
  });

  it('does not count text', () => {
    assert.equal(box('understanding', ['video', 'text'], ['text']), 'video-text');
    assert.equal(box('understanding', ['text'], ['text']), 'text-text');
  });

  it('counts two kinds and more as many', () => {
    assert.equal(box('understanding', ['image', 'video', 'text'], ['text']), 'many-text');
    assert.equal(box('generation', ['image', 'text', 'audio'], ['video', 'audio', 'text']), 'many-many');
  });

  it('counts documents as images, and points at regions not as inputs', () => {
    assert.equal(box('understanding', ['image', 'document', 'text'], ['text']), 'image-text');
    assert.equal(box('understanding', ['image', 'box', 'text'], ['text']), 'image-text');
  });

  it('counts boxes, masks and retrieved images as images made by a generating model', () => {
    assert.equal(box('generation', ['image', 'text'], ['box', 'mask', 'text']), 'image-image');
    assert.equal(box('generation', ['image', 'text'], ['retrieved-image', 'text']), 'image-image');
    assert.equal(box('understanding', ['image', 'text'], ['box', 'text']), 'image-text');
  });

  it('puts what the figure does not know apart', () => {
    assert.equal(box('generation', ['motion', 'text'], ['motion', 'text']), 'other-other');
  });
});

describe('surveyBoxes', () => {
  it('are ten different ones', () => {
    const boxes = Object.values(surveyBoxes).flatMap((each) => Object.values(each));
    assert.equal(new Set(boxes.map(({ input, output }) => `${input}-${output}`)).size, 10);
  });
});
