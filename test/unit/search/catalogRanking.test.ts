import assert from 'node:assert/strict';
import { Catalog } from '../../../src/core/catalog/catalog';
import type { CatalogData } from '../../../src/core/catalog/types';
import { CatalogSearch } from '../../../src/core/search/catalogSearch';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';

describe('searching the catalog of this repository', function () {
  this.timeout(20_000);
  let data: CatalogData;
  let search: CatalogSearch;

  before(async () => {
    ({ data } = compileCatalog(await readSources()));
    search = new CatalogSearch(new Catalog(data));
  });

  const first = (query: string, limit: number): string[] =>
    search.search(query, { limit }).map(({ model }) => model.name);

  it('finds all versions of a name before models that are built on one', () => {
    assert.deepEqual(first('qwen vl', 5).sort(), [
      'Qwen VLo',
      'Qwen-VL',
      'Qwen2-VL',
      'Qwen2.5-VL',
      'Qwen3-VL',
    ]);
    assert.equal(first('qwen vl', 1)[0], 'Qwen-VL');
  });

  it('takes the year of the publication before that of the preprint', () => {
    const years = search.search('iclr 2024', { limit: 5 }).map(({ model }) => {
      const work = data.works.find(({ key }) => key === model.work);
      return `${work?.venue} ${work?.year}`;
    });
    assert.deepEqual(new Set(years), new Set(['ICLR 2024']));
  });

  it('finds an author and a year before names that begin alike', () => {
    for (const { model } of search.search('li 2023', { limit: 5 })) {
      assert.match(model.work, /^li2023/, model.name);
    }
  });

  it('finds a frozen key', () => {
    assert.equal(first('liu2023visual', 1)[0], 'LLaVA');
    assert.equal(first('li2023blip', 1)[0], 'BLIP-2');
  });

  it('finds models by their parts, whatever the order', () => {
    const forwards = first('qformer vicuna', 5);
    assert.deepEqual(first('vicuna qformer', 5), forwards);
    for (const name of forwards) {
      const model = data.models.find((candidate) => candidate.name === name);
      assert.ok(
        model?.architecture.backbones.some(({ family }) => family === 'Vicuna'),
        name,
      );
      assert.ok(
        model?.architecture.inputProjectors.some(({ family }) => family === 'Q-Former'),
        name,
      );
    }
  });
});
