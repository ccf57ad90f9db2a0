import assert from 'node:assert/strict';
import { modelFacts, notReported, paperUrl } from '../../../src/core/catalog/facts';
import type { Fact } from '../../../src/core/catalog/facts';
import type { Model, Work } from '../../../src/core/catalog/types';
import { architecture, blip2, model, nextGpt, part, smallCatalog, work } from './fixtures';

function factsOf(changes: Partial<Model>, workChanges: Partial<Work> = {}): Map<string, Fact> {
  const facts = modelFacts(model('x', changes), work('x-work', workChanges));
  return new Map(facts.map((fact) => [fact.id, fact]));
}

describe('modelFacts', () => {
  it('begins with the architecture in the order data passes it, then training, then the rest', () => {
    const ids = modelFacts(nextGpt, smallCatalog.workOf(nextGpt)).map(({ id }) => id);
    assert.deepEqual(ids, [
      'inputs',
      'architecture.encoders',
      'architecture.inputProjectors',
      'architecture.backbones',
      'architecture.outputProjectors',
      'architecture.generators',
      'outputs',
      'training.pretraining',
      'training.instructionTuning',
      'venue',
      'released',
      'institutions',
      'function',
      'survey',
      'links.paper',
    ]);
  });

  it('writes parts with sizes, modalities and resolution', () => {
    const facts = modelFacts(blip2, smallCatalog.workOf(blip2));
    const value = (id: string): string | undefined => facts.find((fact) => fact.id === id)?.value;
    assert.equal(value('architecture.encoders'), 'CLIP ViT (image, 224 px); EVA-CLIP ViT (image, 224 px)');
    assert.equal(value('architecture.backbones'), 'Flan-T5; OPT');
    assert.equal(value('inputs'), 'image, text');
    assert.equal(value('training.pretraining'), '129M');
    assert.equal(value('venue'), 'ICML 2023');
  });

  it('does not repeat a size that the name has', () => {
    const backbones = [
      part('Vicuna-7B', 'Vicuna', { sizes: ['7B', '13B'] }),
      part('OPT', 'OPT', { sizes: ['1B', '2B'] }),
    ];
    assert.equal(
      factsOf({ architecture: architecture({ backbones }) }).get('architecture.backbones')?.value,
      'Vicuna-7B 13B; OPT 1B/2B',
    );
  });

  it('says what is not reported of architecture and training, and leaves the rest out', () => {
    const facts = factsOf({});
    const unreported = [...facts.values()].filter(({ value }) => value === notReported).map(({ id }) => id);
    assert.deepEqual(unreported, [
      'architecture.encoders',
      'architecture.inputProjectors',
      'architecture.backbones',
      'training.pretraining',
      'training.instructionTuning',
    ]);
    for (const id of ['institutions', 'license', 'sizes', 'survey', 'links.paper', 'links.code']) {
      assert.equal(facts.has(id), false, id);
    }
  });

  it('speaks of output projector and generator only where something is made, or reported', () => {
    assert.equal(factsOf({ outputs: ['text', 'box'] }).has('architecture.generators'), false);
    assert.equal(factsOf({ outputs: ['image'] }).get('architecture.generators')?.value, notReported);
    assert.equal(factsOf({ outputs: ['image'] }).get('architecture.outputProjectors')?.value, notReported);
    const reported = factsOf({ architecture: architecture({ generators: [part('SAM')] }) });
    assert.equal(reported.get('architecture.generators')?.value, 'SAM');
    assert.equal(reported.has('architecture.outputProjectors'), false);
  });

  it('joins amount and names of training data', () => {
    const facts = factsOf({
      training: {
        pretraining: '129M',
        pretrainingData: 'COCO, VG',
        instructionTuning: null,
        instructionTuningData: 'LLaVA',
        procedure: 'two stages',
      },
    });
    assert.equal(facts.get('training.pretraining')?.value, '129M: COCO, VG');
    assert.equal(facts.get('training.instructionTuning')?.value, 'LLaVA');
    assert.equal(facts.get('training.procedure')?.value, 'two stages');
  });

  it('has the words of inputs, outputs, function and place in the survey one by one, for translation', () => {
    const survey = { v1: 2, table: false, final: true };
    const facts = factsOf({
      inputs: ['image', 'text'],
      function: 'generation',
      design: 'tool-using',
      survey,
    });
    assert.deepEqual(facts.get('inputs')?.terms, [{ text: 'image' }, { text: 'text' }]);
    assert.deepEqual(facts.get('function')?.terms, [{ text: 'generation' }, { text: 'tool-using' }]);
    assert.deepEqual(facts.get('survey')?.terms, [
      { text: "no. {0} of the first version's 26", number: 2 },
      { text: 'one of the final 126' },
    ]);
    assert.equal(facts.get('architecture.encoders')?.terms, undefined);
  });

  it('says where the survey has a model', () => {
    const place = (survey: Model['survey']): string | undefined => factsOf({ survey }).get('survey')?.value;
    assert.equal(
      place({ v1: 2, table: true, final: true }),
      "no. 2 of the first version's 26, table 1 of the final version, one of the final 126",
    );
    assert.equal(place({ v1: null, table: false, final: true }), 'one of the final 126');
    assert.equal(place({ v1: null, table: false, final: false }), undefined);
  });

  it('gives links an address and shows it without its scheme', () => {
    const facts = factsOf(
      { links: { code: 'https://github.com/a/b', home: 'http://a.org' } },
      { arxiv: '2301.12597' },
    );
    assert.deepEqual(
      ['links.paper', 'links.code', 'links.home'].map((id) => [facts.get(id)?.value, facts.get(id)?.url]),
      [
        ['arxiv.org/abs/2301.12597', 'https://arxiv.org/abs/2301.12597'],
        ['github.com/a/b', 'https://github.com/a/b'],
        ['a.org', 'http://a.org'],
      ],
    );
  });

  it('shows what else was remarked', () => {
    const facts = factsOf({ notes: ['One.', 'Two.'] });
    assert.deepEqual([facts.get('note.1')?.value, facts.get('note.2')?.value], ['One.', 'Two.']);
  });

  describe('sources', () => {
    it('are those of the field, else of what it is part of', () => {
      const facts = factsOf({
        architecture: architecture({ encoders: [part('CLIP')], backbones: [part('OPT')] }),
        sources: { architecture: 'table 1', 'architecture.backbones': 'its paper', inputs: 'figure 3' },
      });
      assert.equal(facts.get('architecture.encoders')?.source, 'table 1');
      assert.equal(facts.get('architecture.backbones')?.source, 'its paper');
      assert.equal(facts.get('inputs')?.source, 'figure 3');
      assert.equal(facts.get('outputs')?.source, undefined);
    });

    it('of amount and names of training data are both given', () => {
      const facts = factsOf({
        training: { pretraining: '1M', instructionTuning: null, pretrainingData: 'COCO' },
        sources: { 'training.pretraining': 'table 1', 'training.pretrainingData': 'its README' },
      });
      assert.equal(facts.get('training.pretraining')?.source, 'table 1; its README');
    });

    it('are not given for what is not reported', () => {
      assert.equal(
        factsOf({ sources: { architecture: 'table 1' } }).get('architecture.encoders')?.source,
        undefined,
      );
    });
  });

  describe('doubts', () => {
    it('stand with the fact they are about', () => {
      const facts = factsOf({
        conflicts: [
          { field: 'training.instructionTuning', text: '1.2M or 1.6M' },
          { field: 'backbones', text: 'Vicuna elsewhere' },
          { field: 'inputs, outputs', text: 'no video elsewhere' },
        ],
      });
      assert.equal(facts.get('training.instructionTuning')?.doubt, '1.2M or 1.6M');
      assert.equal(facts.get('architecture.backbones')?.doubt, 'Vicuna elsewhere');
      assert.equal(facts.get('inputs')?.doubt, 'no video elsewhere');
      assert.equal(facts.get('outputs')?.doubt, undefined);
    });

    it('about a whole part stand with its first fact', () => {
      const facts = factsOf({ conflicts: [{ field: 'architecture', text: 'differs' }] });
      assert.equal(facts.get('architecture.encoders')?.doubt, 'differs');
    });

    it('about one thing are joined', () => {
      const conflicts = [
        { field: 'inputs', text: 'one' },
        { field: 'inputs', text: 'two' },
      ];
      assert.equal(factsOf({ conflicts }).get('inputs')?.doubt, 'one; two');
    });

    it('about what is not shown are shown by themselves, not dropped', () => {
      const fact = factsOf({ conflicts: [{ field: 'license', text: 'MIT or Apache' }] }).get('conflict.1');
      assert.deepEqual(
        [fact?.label, fact?.value, fact?.doubt],
        ['Sources disagree', 'license', 'MIT or Apache'],
      );
    });

    it('about the publication stand with the venue', () => {
      assert.equal(factsOf({}, { doubt: 'venue from memory' }).get('venue')?.doubt, 'venue from memory');
    });
  });
});

describe('paperUrl', () => {
  it('is on arXiv if it can be, else where the DOI leads, else what is known', () => {
    const all = { arxiv: '2301.1', doi: '10.1/a', url: 'https://a.org' };
    assert.equal(paperUrl(work('x', all)), 'https://arxiv.org/abs/2301.1');
    assert.equal(paperUrl(work('x', { doi: all.doi, url: all.url })), 'https://doi.org/10.1/a');
    assert.equal(paperUrl(work('x', { url: all.url })), 'https://a.org');
    assert.equal(paperUrl(work('x')), undefined);
  });
});
