import assert from 'node:assert/strict';
import { CatalogSearch, catalogFields, modelFields } from '../../../src/core/search/catalogSearch';
import { blip2, catalogOf, model, smallCatalog, work } from '../catalog/fixtures';

const search = new CatalogSearch(smallCatalog);

function ids(query: string): string[] {
  return search.search(query).map((hit) => hit.model.id);
}

describe('CatalogSearch', () => {
  const cases: [what: string, query: string, wanted: string][] = [
    ['name', 'next-gpt', 'next-gpt'],
    ['alias', 'taskmatrix', 'visual-chatgpt'],
    ['id', 'visual-chatgpt', 'visual-chatgpt'],
    ['citation key', 'alayrac2022flamingo', 'flamingo'],
    ['title', 'bootstrapping frozen', 'blip-2'],
    ['author, without diacritics', 'mikolaj binkowski', 'flamingo'],
    ['year', 'alayrac 2022', 'flamingo'],
    ['year of first posting', 'next 2023', 'next-gpt'],
    ['venue', 'neurips', 'flamingo'],
    ['institution', 'salesforce', 'blip-2'],
    ['backbone', 'chinchilla', 'flamingo'],
    ['backbone with its size', 'vicuna 7b', 'next-gpt'],
    ['encoder', 'nfnet', 'flamingo'],
    ['projector and backbone', 'q-former opt', 'blip-2'],
    ['generator', 'stable diffusion', 'next-gpt'],
    ['modalities', 'video audio vicuna', 'next-gpt'],
    ['design', 'tool using', 'visual-chatgpt'],
  ];
  for (const [what, query, wanted] of cases) {
    it(`finds a model by ${what}`, () => {
      assert.equal(ids(query)[0], wanted);
    });
  }

  it('gives the newest model first if nothing is asked', () => {
    assert.equal(ids('')[0], 'gemini');
    assert.equal(ids('').at(-1), 'flamingo');
  });

  it('puts newer models before older ones that match as well', () => {
    const catalog = catalogOf([
      model('old', { name: 'Emu one', released: '2023-01' }),
      model('new', { name: 'Emu two', released: '2024-05' }),
    ]);
    const found = new CatalogSearch(catalog).search('emu').map((hit) => hit.model.id);
    assert.deepEqual(found, ['new', 'old']);
  });

  it('keeps to the limit', () => {
    assert.equal(search.search('', { limit: 2 }).length, 2);
    assert.equal(search.search('gpt', { limit: 1 }).length, 1);
  });

  it('highlights in the texts of modelFields', () => {
    const [hit] = search.search('blip2');
    const texts = modelFields(blip2, smallCatalog.workOf(blip2));
    const inName = hit?.highlights.find(({ field }) => field === 'name');
    assert.deepEqual(
      inName?.ranges.map(({ start, end }) => texts['name']?.slice(start, end)),
      ['BLIP-2'],
    );
  });
});

describe('the works that describe no model', () => {
  const gqa = work('hudson2019gqa', {
    title: 'GQA: A New Dataset',
    authors: [{ family: 'Hudson', given: 'Drew' }],
    year: 2019,
    venue: 'CVPR',
  });
  const described = work('liu2023visual', { title: 'A New Tuning' });
  const search = new CatalogSearch(catalogOf([model('llava', { work: described.key })], [described, gqa]));
  const keys = (query: string): string[] => search.otherWorks(query).map(({ key }) => key);

  it('are found by title, author, year, venue and key', () => {
    for (const query of ['gqa', 'new', 'hudson', '2019', 'cvpr dataset', 'hudson2019gqa', 'datset']) {
      assert.deepEqual(keys(query), ['hudson2019gqa'], query);
    }
  });

  it('are all given if nothing is asked, and none of those that do', () => {
    assert.deepEqual(keys(''), ['hudson2019gqa']);
    assert.deepEqual(keys('tuning'), []);
  });
});

describe('modelFields', () => {
  it('has exactly the fields that are searched', () => {
    assert.deepEqual(
      Object.keys(modelFields(blip2, smallCatalog.workOf(blip2))).sort(),
      catalogFields.map(({ name }) => name).sort(),
    );
  });

  it('says nothing twice', () => {
    assert.equal(modelFields(blip2, smallCatalog.workOf(blip2))['year'], '2023');
  });
});
