import assert from 'node:assert/strict';
import type { Model } from '../../../src/core/catalog/types';
import { reportedBy } from '../../../src/core/facets/reported';
import { trainingStages } from '../../../src/core/facets/stages';
import { model, work } from '../catalog/fixtures';

function trained(training: Partial<Model['training']>, idea = 'does something.'): Model {
  return model('m', {
    training: { pretraining: null, instructionTuning: null, ...training },
    idea: { en: idea, zh: '。' },
  });
}

describe('trainingStages', () => {
  const cases: readonly [string, Model, string[]][] = [
    ['nothing reported', trained({}), []],
    ['amounts', trained({ pretraining: '129M', instructionTuning: '1.2M' }), ['pre-training', 'sft']],
    ['data', trained({ pretrainingData: 'CC3M', instructionTuningData: '158K' }), ['pre-training', 'sft']],
    ['no training', trained({ procedure: 'none (ChatGPT as controller)' }), ['none']],
    [
      'a procedure',
      trained({ procedure: 'three-step pre-training, SFT, RLAIF-V' }),
      ['pre-training', 'sft', 'preference'],
    ],
    [
      'preference data',
      trained({ instructionTuningData: 'VLFeedback (GPT-4V preferences)' }),
      ['preference'],
    ],
    ['both kinds of data', trained({ instructionTuningData: '25K (SFT), 4.4K (RL)' }), ['sft', 'preference']],
    [
      'the idea',
      trained({}, 'tunes it on LLaVA-style instruction data, then applies DPO.'),
      ['sft', 'preference'],
    ],
    [
      'what was left out',
      trained({}, 'works without supervised fine-tuning of the LLM, with GRPO.'),
      ['preference'],
    ],
    ['a parts’ training', trained({}, 'pairs a pre-trained encoder with an LLM.'), []],
    ['following instructions', trained({}, 'is tuned for coding and precise instruction following.'), []],
    ['what is told', trained({ instructionTuningData: '5K', stages: ['preference'] }), ['preference']],
  ];
  for (const [name, given, expected] of cases) {
    it(`from ${name}: ${expected.join(', ') || 'none told'}`, () => {
      assert.deepEqual(trainingStages(given), expected);
    });
  }
});

describe('reportedBy', () => {
  const size = (instructionTuningData: string): boolean =>
    reportedBy(trained({ instructionTuningData }), work('w')).includes('instruction-size');

  it('tells amounts of data from names and tasks', () => {
    for (const text of [
      '158K (LLaVA)',
      'about 1.4K',
      '7.3M',
      '343,546 samples',
      'VideoInstruct100K',
      '15.8K hours',
    ]) {
      assert.ok(size(text), text);
    }
    for (const text of ['ToolBench', 'LLaVA, Alpaca, T2M, MosIT', 'Dolly', '20 tasks', 'GPT-4V captions']) {
      assert.ok(!size(text), text);
    }
  });

  it('lists what a model and its publication make known', () => {
    const given = model('m', { links: { code: 'https://example.org' }, license: 'MIT', sizes: ['7B'] });
    assert.deepEqual(reportedBy(given, work('w', { arxiv: '2301.00001' })), [
      'sizes',
      'code',
      'license',
      'arxiv',
    ]);
    assert.deepEqual(reportedBy(model('m'), work('w', { doubt: 'from memory' })), ['doubt']);
  });
});
