import assert from 'node:assert/strict';
import { groupings, groupModels } from '../../../src/core/catalog/grouping';
import type { Grouping, GroupOptions, ModelGroup } from '../../../src/core/catalog/grouping';
import { Catalog } from '../../../src/core/catalog/catalog';
import { architecture, catalogOf, model, part, smallCatalog, work } from './fixtures';
import type { Model } from '../../../src/core/catalog/types';

const all = groupings;

function flat(groups: readonly ModelGroup[]): ModelGroup[] {
  return groups.flatMap((group) => [group, ...flat(group.groups)]);
}

function labels(models: readonly Model[], by: Grouping): string[] {
  return groupModels(catalogOf(models), by).map(({ label, count }) => `${label} ${count}`);
}

/** Label and models of all groups without groups. */
function leaves(models: readonly Model[], by: Grouping): Record<string, string[]> {
  return Object.fromEntries(
    flat(groupModels(catalogOf(models), by))
      .filter(({ groups }) => groups.length === 0)
      .map((group) => [group.label, group.models.map(({ id }) => id)]),
  );
}

function withBackbones(id: string, ...families: string[]): Model {
  return model(id, {
    architecture: architecture({ backbones: families.map((family) => part(`${family} 7B`, family)) }),
  });
}

describe('groupModels', () => {
  for (const by of all) {
    describe(`by ${by}`, () => {
      const groups = flat(groupModels(smallCatalog, by));

      it('gives groups that hold something, each under an id of its own', () => {
        assert.ok(groups.length > 0);
        assert.ok(groups.every(({ count }) => count > 0));
        assert.equal(new Set(groups.map(({ id }) => id)).size, groups.length);
      });

      it('counts the different models of each group', () => {
        for (const group of groups) {
          const models = flat([group]).flatMap((each) => each.models);
          assert.equal(group.count, new Set(models).size, group.id);
        }
      });

      it('gives nothing for an empty catalog', () => {
        assert.deepEqual(groupModels(catalogOf([]), by), []);
      });
    });
  }

  for (const by of all.filter((each) => each !== 'surveyV1')) {
    it(`by ${by} leaves no model out`, () => {
      const found = new Set(flat(groupModels(smallCatalog, by)).flatMap((group) => group.models));
      assert.deepEqual(new Set(smallCatalog.models), found);
    });
  }

  describe('by function', () => {
    it('divides as the figure of the survey does', () => {
      const outline = groupModels(smallCatalog, 'function').map(({ label, groups }) => [
        label,
        groups.map((group) => group.label),
      ]);
      assert.deepEqual(outline, [
        ['Multimodal understanding', ['Image + text → text', 'Many → text']],
        ['Multimodal generation', ['Image + text → image + text', 'Many → many']],
        ['Tool-using systems', []],
      ]);
    });

    it('puts a model in the box that the survey puts it in', () => {
      assert.deepEqual(
        leaves([model('a', { survey: { v1: null, table: false, final: true, box: 'V+T→T' } })], 'function'),
        {
          'Video + text → text': ['a'],
        },
      );
    });

    it('puts later models in a box by their inputs and outputs', () => {
      assert.deepEqual(
        leaves(
          [
            model('i', { inputs: ['image', 'text'] }),
            model('iv', { inputs: ['image', 'video', 'text'] }),
            model('box', { outputs: ['text', 'box'] }),
            model('audio', { inputs: ['audio', 'text'], outputs: ['audio', 'text'], function: 'generation' }),
          ],
          'function',
        ),
        {
          'Image + text → text': ['i', 'box'],
          'Many → text': ['iv'],
          'Audio + text → audio + text': ['audio'],
        },
      );
    });

    it('gives combinations that the survey has no box for their own box, after the others', () => {
      const omni = model('omni', {
        inputs: ['image', 'audio', 'text'],
        outputs: ['audio', 'text'],
        function: 'generation',
      });
      const draw = model('draw', { outputs: ['image', 'text'], function: 'generation' });
      const [generation] = groupModels(catalogOf([omni, draw]), 'function');
      assert.deepEqual(
        generation?.groups.map(({ label, groups }) => [label, groups.map((group) => group.label)]),
        [
          ['Image + text → image + text', []],
          ['Other inputs and outputs', ['Many → audio + text']],
        ],
      );
    });

    it('shows systems that use tools in their box and among themselves', () => {
      const groups = flat(groupModels(smallCatalog, 'function')).filter((group) =>
        group.models.some(({ id }) => id === 'visual-chatgpt'),
      );
      assert.deepEqual(
        groups.map(({ id }) => id),
        ['function/generation/image-image', 'function/tool-using'],
      );
    });
  });

  describe('by year of first posting', () => {
    it('puts the newest first, years and models', () => {
      const models = [
        model('a', { released: '2022-04' }),
        model('b', { released: '2024-01' }),
        model('c', { released: '2024-11' }),
      ];
      assert.deepEqual(labels(models, 'released'), ['2024 2', '2022 1']);
      assert.deepEqual(leaves(models, 'released')['2024'], ['c', 'b']);
    });
  });

  describe('by year', () => {
    it('goes by the publication', () => {
      const models = [model('a', { released: '2023-04' }), model('b', { released: '2023-05' })];
      const catalog = catalogOf(models, [work('a-work', { year: 2024 })]);
      assert.deepEqual(
        groupModels(catalog, 'year').map(({ label, models: [first] }) => [label, first?.id]),
        [
          ['2024', 'a'],
          ['2023', 'b'],
        ],
      );
    });
  });

  describe('by families, some within broader ones', () => {
    const models = [
      withBackbones('a', 'Qwen'),
      withBackbones('b', 'Qwen2'),
      withBackbones('c', 'Qwen2', 'OPT'),
    ];
    const catalog = new Catalog({
      models,
      works: models.map(({ work: key }) => work(key)),
      vocabulary: { backbones: [{ label: 'Qwen2', within: 'Qwen' }] },
    });

    it('puts the narrower group into the broader, which counts its models too', () => {
      const [qwen, opt] = groupModels(catalog, 'backbone');
      assert.deepEqual([qwen?.label, qwen?.count, qwen?.models.map(({ id }) => id)], ['Qwen', 3, ['a']]);
      assert.deepEqual(
        qwen?.groups.map(({ id, label, count }) => [id, label, count]),
        [['backbone/qwen2', 'Qwen2', 2]],
      );
      assert.deepEqual([opt?.label, opt?.count], ['OPT', 1]);
    });
  });

  describe('by place in the survey', () => {
    it('has its lists in its order', () => {
      const models = [
        model('later'),
        model('later-2'),
        model('v1', { survey: { v1: 1, table: true, final: true } }),
      ];
      assert.deepEqual(labels(models, 'survey'), [
        'First version (26 models) 1',
        'Table 1 of the final version 1',
        'Final version (126 models) 1',
        'Later than the survey 2',
      ]);
    });
  });

  describe('of some models', () => {
    const models = [
      model('b', { name: 'Beta 10', released: '2023-02' }),
      model('a', { name: 'alpha', released: '2023-01' }),
      model('c', { name: 'Beta 9', released: '2024-01' }),
    ];
    const grouped = (options: GroupOptions): string[] =>
      groupModels(catalogOf(models), 'design', options).flatMap((group) => [
        `${group.label} ${group.count}`,
        ...group.models.map(({ id }) => id),
      ]);

    it('has only those, and no empty group', () => {
      assert.deepEqual(grouped({ models: new Set([models[1]!]) }), ['End-to-end 1', 'a']);
      assert.deepEqual(grouped({ models: new Set() }), []);
    });

    it('sorts them as it is told, numbers by their value', () => {
      assert.deepEqual(grouped({}), ['End-to-end 3', 'c', 'b', 'a']);
      assert.deepEqual(grouped({ order: 'name' }), ['End-to-end 3', 'a', 'c', 'b']);
    });
  });

  describe('by backbone, encoder and input projector', () => {
    it('puts large families first, then by name', () => {
      const models = [
        withBackbones('a', 'OPT'),
        withBackbones('b', 'Vicuna'),
        withBackbones('c', 'Vicuna'),
        withBackbones('d', 'GLM'),
      ];
      assert.deepEqual(labels(models, 'backbone'), ['Vicuna 2', 'GLM 1', 'OPT 1']);
    });

    it('shows a model under each of its families, once', () => {
      assert.deepEqual(leaves([withBackbones('a', 'OPT', 'Flan-T5', 'OPT')], 'backbone'), {
        'Flan-T5': ['a'],
        OPT: ['a'],
      });
    });

    it('puts what is not reported last, however much it is', () => {
      const models = [model('x'), model('y'), withBackbones('a', 'OPT')];
      assert.deepEqual(labels(models, 'backbone'), ['OPT 1', 'Not reported 2']);
    });

    it('does not mistake a family of that name for it', () => {
      const groups = groupModels(catalogOf([model('x'), withBackbones('a', 'Not reported')]), 'backbone');
      assert.deepEqual(
        groups.map(({ id }) => id),
        ['backbone/not-reported', 'backbone/?'],
      );
    });

    it('looks at the part it is asked for', () => {
      const models = [
        model('a', {
          architecture: architecture({
            encoders: [part('CLIP ViT-L/14', 'CLIP')],
            inputProjectors: [part('Q-Former with linear', 'Q-Former')],
          }),
        }),
      ];
      assert.deepEqual(labels(models, 'encoder'), ['CLIP 1']);
      assert.deepEqual(labels(models, 'inputProjector'), ['Q-Former 1']);
      assert.deepEqual(labels(models, 'backbone'), ['Not reported 1']);
    });
  });

  describe('by institution', () => {
    it('shows a model with each of its institutions', () => {
      const models = [
        model('a', { institutions: ['NUS', 'Meta'] }),
        model('b', { institutions: ['Meta'] }),
        model('c'),
      ];
      assert.deepEqual(labels(models, 'institution'), ['Meta 2', 'NUS 1', 'Not reported 1']);
    });
  });

  describe("by the survey's first version", () => {
    it('lists its models by number and no others', () => {
      const [group, ...others] = groupModels(smallCatalog, 'surveyV1');
      assert.deepEqual(
        group?.models.map(({ survey }) => survey.v1),
        [1, 2, 18],
      );
      assert.deepEqual(others, []);
    });
  });
});
