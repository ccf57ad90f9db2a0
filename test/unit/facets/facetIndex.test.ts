import assert from 'node:assert/strict';
import { Catalog } from '../../../src/core/catalog/catalog';
import { FacetIndex } from '../../../src/core/facets/facetIndex';
import { facetNamed, facets } from '../../../src/core/facets/facets';
import { architecture, model, part, work } from '../catalog/fixtures';

const models = [
  model('a', {
    architecture: architecture({ encoders: [part('EVA-CLIP ViT-g/14', 'EVA-CLIP')] }),
    institutions: ["Huawei Noah's Ark Lab", 'NExT++ Research Center'],
    released: '2024-02',
  }),
  model('b', {
    architecture: architecture({ encoders: [part('CLIP ViT-L/14', 'CLIP'), part('OpenCLIP', 'CLIP')] }),
    inputs: ['3d', 'text'],
  }),
  model('c', { architecture: architecture({ encoders: [part('SigLIP', 'SigLIP', { sizes: ['400M'] })] }) }),
];
const index = new FacetIndex(
  new Catalog({
    models,
    works: models.map(({ work: key }) => work(key)),
    vocabulary: {
      encoders: [
        { label: 'EVA-CLIP', within: 'CLIP' },
        { label: 'SigLIP', aliases: ['Sigmoid CLIP'] },
      ],
    },
  }),
);

function found(text: string): string[] | undefined {
  const match = index.match('encoder', text);
  return match && [...match.models].map(({ id }) => id).sort();
}

describe('the facets', () => {
  it('have names that mean one of them each, in small letters', () => {
    const names = facets.flatMap((facet) => facet.names);
    assert.equal(new Set(names).size, names.length);
    for (const facet of facets) {
      for (const name of facet.names) {
        assert.equal(name, name.toLowerCase());
        assert.equal(facetNamed(name.toUpperCase()), facet);
      }
    }
    assert.equal(facetNamed('colour'), undefined);
  });
});

describe('FacetIndex', () => {
  it('counts each model once, and those within a broader value with it', () => {
    assert.deepEqual(
      index.values('encoder').map(({ id, count, direct, within }) => [id, count, direct.size, within]),
      [
        ['clip', 2, 1, undefined],
        ['eva-clip', 1, 1, 'clip'],
        ['siglip', 1, 1, undefined],
      ],
    );
  });

  it('has a value only for what models have, and none where nothing is reported', () => {
    assert.deepEqual(index.values('backbone'), []);
    assert.deepEqual(
      index.values('input').map(({ id }) => id),
      ['text', 'image', '3d'],
    );
  });

  it('has years with the newest first', () => {
    assert.deepEqual(
      index.values('released').map(({ id }) => id),
      ['2024', '2023'],
    );
  });

  it('gives ids that can be typed', () => {
    assert.deepEqual(
      index.values('institution').map(({ id }) => id),
      ['huawei-noah-s-ark-lab', 'next++-research-center'],
    );
  });

  it('knows a value by id, label and other names, whatever stands between the words', () => {
    for (const name of ['eva-clip', 'EVA-CLIP', 'evaclip', 'EVA CLIP']) {
      assert.equal(index.value('encoder', name)?.id, 'eva-clip', name);
    }
    assert.equal(index.value('encoder', 'sigmoid clip')?.id, 'siglip');
    assert.equal(index.value('encoder', 'cli'), undefined);
  });

  it('takes an exact name before names that begin like it, and these before names as reported', () => {
    assert.deepEqual(found('clip'), ['a', 'b']);
    assert.deepEqual(found('sig'), ['c']);
    assert.deepEqual(found('ViT-L/14'), ['b']);
    assert.deepEqual(found('siglip 400m'), ['c']);
    assert.equal(found('it-L/14'), undefined, 'whole words only');
    assert.equal(found('resnet'), undefined);
    assert.equal(found('  '), undefined);
  });

  it('suggests the name that is most like a text', () => {
    assert.equal(index.nearest('encoder', 'eva-clpi')?.id, 'eva-clip');
    assert.equal(index.nearest('encoder', 'sigllip')?.id, 'siglip');
    assert.equal(index.nearest('encoder', 'something else'), undefined);
  });
});
