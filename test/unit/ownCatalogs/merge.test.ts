import assert from 'node:assert/strict';
import { base, merged, said } from './fixtures';

const entry =
  '@article{doe2025team, title={Team: A Model}, author={Doe, Jane}, year={2025}, eprint={2501.12345}, archiveprefix={arXiv}}';

describe('merging own catalogs', () => {
  it('leaves the catalog itself alone where nothing is added', () => {
    assert.equal(merged({}).catalog, base);
    assert.equal(merged({ 'team.yaml': 'models: []' }).catalog, base);
  });

  it('adds a model with its work, families by the names of parts, and its origin', () => {
    const { catalog, problems } = merged({
      'team.yaml': `models:\n  - name: Team VLM+\n    work: "${entry}"\n    architecture:\n      backbones: [Vicuna-v1.5, { name: Ours, family: Llama }]\n      encoders: [Strange]\n`,
    });
    assert.deepEqual(problems.flat(), []);
    const model = catalog.model('team-vlm-plus');
    assert.ok(model);
    assert.deepEqual(model.architecture.backbones, [
      { name: 'Vicuna-v1.5', family: 'Vicuna' },
      { name: 'Ours', family: 'Llama' },
    ]);
    assert.deepEqual(model.architecture.encoders, [{ name: 'Strange', family: 'Strange' }]);
    assert.deepEqual(model.origin, { name: 'team.yaml' });
    assert.equal(model.released, '2025-01');
    assert.equal(catalog.workOf(model).title, 'Team: A Model');
    assert.equal(catalog.workOf(model).entry.fields['eprint'], '2501.12345');
    assert.equal(catalog.findByKey('DOE2025team')?.key, 'doe2025team');
    assert.deepEqual(
      catalog.guessKey('teamvlm+').map(({ key }) => key),
      ['doe2025team'],
    );
  });

  it('takes what a new model does not say from what is certain', () => {
    const { catalog } = merged({
      'team.yaml':
        '- { name: A, work: llava, inputs: [text], outputs: [image] }\n- { name: B, work: liu2023visual }\n',
    });
    assert.equal(catalog.model('a'), undefined, 'a model is no work');
    const b = catalog.model('b');
    assert.equal(b?.idea.en, 'is described in “Visual Instruction Tuning”.');
    assert.equal(b?.function, 'understanding');
    const c = merged({ 'c.yaml': '- { name: C, work: liu2023visual, inputs: [text], outputs: [image] }\n' });
    assert.equal(c.catalog.model('c')?.function, 'generation');
    assert.equal(c.catalog.model('c')?.idea.en, 'takes in text and gives out image.');
  });

  it('changes a built-in model field by field, and says where each was read', () => {
    const { catalog } = merged({
      'team.yaml':
        '- id: blip-2\n  license: MIT\n  architecture: { backbones: [Vicuna] }\n  training: { instructionTuning: 5K }\n  idea: { zh: 新。 }\n',
    });
    const changed = catalog.model('blip-2')!;
    const before = base.model('blip-2')!;
    assert.equal(changed.license, 'MIT');
    assert.deepEqual(changed.architecture, {
      ...before.architecture,
      backbones: [{ name: 'Vicuna', family: 'Vicuna' }],
    });
    assert.deepEqual(changed.training, { pretraining: '129M', instructionTuning: '5K' });
    assert.deepEqual(changed.idea, { en: before.idea.en, zh: '新。' });
    assert.equal(changed.name, 'BLIP-2');
    assert.equal(changed.sources['license'], 'team.yaml');
    assert.equal(changed.sources['training.instructionTuning'], 'team.yaml');
    assert.deepEqual(changed.origin, { name: 'team.yaml', changes: true });
    assert.equal(catalog.model('llava'), base.model('llava'), 'others are the very same');
    assert.equal(before.license, 'BSD');
  });

  it('lets the later file say the last word', () => {
    const { catalog } = merged({
      'one.yaml': '- { id: blip-2, license: One, sizes: [1B] }\n- { name: New, work: li2023blip }\n',
      'two.yaml': '- { id: blip-2, license: Two }\n- { id: new, license: Three }\n',
    });
    assert.equal(catalog.model('blip-2')?.license, 'Two');
    assert.deepEqual(catalog.model('blip-2')?.sizes, ['1B']);
    assert.deepEqual(catalog.model('blip-2')?.origin, { name: 'one.yaml, two.yaml', changes: true });
    assert.deepEqual(catalog.model('new')?.origin, { name: 'one.yaml, two.yaml' });
  });

  it('does not take a model of the same name with another work for the built-in one', () => {
    const text = `- { name: LLaVA, work: { title: Another, year: 2025 } }\n- { name: BLIP-2, work: li2023blip, license: MIT }\n`;
    const { catalog, problems } = merged({ 'team.yaml': text });
    assert.equal(catalog.model('llava'), base.model('llava'));
    assert.equal(catalog.workOf(catalog.model('llava-2')!).title, 'Another');
    assert.equal(catalog.model('blip-2')?.license, 'MIT');
    assert.deepEqual(said(problems.flat(), text), ['idTaken: LLaVA']);
    assert.equal(problems.flat()[0]?.severity, 'warning');
  });

  it('knows a work of the catalog under whatever key', () => {
    const { catalog } = merged({
      'team.bib':
        '@article{ours, title={BLIP-2: Bootstrapping}, author={Li, J}, year={2023}, eprint={2301.12597}, archiveprefix={arXiv}}',
      'team.yaml': '- { name: Mine, work: ours }\n',
    });
    assert.equal(catalog.works.length, base.works.length);
    assert.equal(catalog.model('mine')?.work, 'li2023blip');
  });

  it('lets an entry of the same key and work change fields, and refuses one of another work', () => {
    const text =
      '@article{li2023blip, title={BLIP-2: Bootstrapping}, author={Li, J}, year={2023}, eprint={2301.12597}, archiveprefix={arXiv}, pages={1--9}}\n' +
      '@article{liu2023visual, title={Quite Another}, author={Liu, A}, year={1999}}\n';
    const { catalog, problems } = merged({ 'team.bib': text });
    assert.equal(catalog.work('li2023blip')?.entry.fields['pages'], '1--9');
    assert.equal(catalog.work('liu2023visual'), base.work('liu2023visual'));
    assert.deepEqual(said(problems.flat(), text), ['keyTaken: liu2023visual']);
  });

  it('gives a made-up key that is free', () => {
    const work = 'work: { title: Visual Things, author: "Liu, Ann", year: 2023 }';
    const { catalog } = merged({
      'team.yaml': `- { name: A, ${work} }\n- { name: B, work: { title: Visual Other, author: "Liu, Ann", year: 2023 } }\n`,
    });
    assert.equal(catalog.model('a')?.work, 'liu2023visuala');
    assert.equal(catalog.model('b')?.work, 'liu2023visualb');
    assert.equal(catalog.work('liu2023visuala')?.entry.key, 'liu2023visuala');
  });

  it('says what is missing, and keeps everything else', () => {
    const text =
      '- { name: NoWork }\n- { name: Unknown, work: nobody1900 }\n- { id: new-one, work: li2023blip }\n- { name: 模型, work: li2023blip }\n- { name: Good, work: li2023blip }\n- { name: Good, license: MIT }\n';
    const { catalog, problems } = merged({ 'team.yaml': text });
    assert.deepEqual(said(problems.flat(), text), [
      'noWork: NoWork',
      'unknownWork: nobody1900',
      'unknownId: new-one',
      'noId: 模型',
      'again: Good',
    ]);
    assert.deepEqual(
      catalog.models.map(({ id }) => id),
      ['blip-2', 'good', 'llava'],
    );
    assert.equal(catalog.model('good')?.license, 'MIT');
  });
});
