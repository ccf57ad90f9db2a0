import assert from 'node:assert/strict';
import { needsGenerator, pipelineStages } from '../../../src/core/catalog/pipeline';
import { architecture, flamingo, model, nextGpt, part } from './fixtures';

describe('pipelineStages', () => {
  it('gives the stations in the order data passes them', () => {
    assert.deepEqual(pipelineStages(nextGpt), [
      { role: 'encoder', label: 'Encoder', parts: ['ImageBind'] },
      { role: 'inputProjector', label: 'Input projector', parts: ['Linear projector'] },
      { role: 'backbone', label: 'LLM backbone', parts: ['Vicuna 7B'] },
      { role: 'outputProjector', label: 'Output projector', parts: ['Tiny Transformer'] },
      { role: 'generator', label: 'Generator', parts: ['Stable Diffusion', 'Zeroscope', 'AudioLDM'] },
    ]);
  });

  it('ends with the language model if only text is made', () => {
    const roles = pipelineStages(flamingo).map(({ role }) => role);
    assert.deepEqual(roles, ['encoder', 'inputProjector', 'backbone']);
  });

  it('has stations without parts where nothing is reported', () => {
    const stages = pipelineStages(model('x', { outputs: ['audio'] }));
    assert.equal(stages.length, 5);
    assert.ok(stages.every(({ parts }) => parts.length === 0));
  });

  it('shows a generator that is reported though the model is said to make text', () => {
    const stages = pipelineStages(model('x', { architecture: architecture({ generators: [part('SAM')] }) }));
    assert.deepEqual(stages.at(-1)?.parts, ['SAM']);
  });
});

describe('needsGenerator', () => {
  it('is true for what a language model cannot write as text', () => {
    assert.equal(needsGenerator(model('x', { outputs: ['text', 'image'] })), true);
    assert.equal(
      needsGenerator(model('x', { outputs: ['text', 'box', 'action', 'retrieved-image'] })),
      false,
    );
  });
});
