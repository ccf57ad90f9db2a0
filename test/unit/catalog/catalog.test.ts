import assert from 'node:assert/strict';
import { Catalog } from '../../../src/core/catalog/catalog';
import { blip2, catalogOf, model, smallCatalog, work, works } from './fixtures';
import type { BibRecord } from '../../../src/core/bibliography/record';

function record(changes: Partial<BibRecord>): BibRecord {
  return { key: 'x', title: '', authors: [], authorsTruncated: false, venue: '', ...changes };
}

describe('Catalog', () => {
  it('finds models by id', () => {
    assert.equal(smallCatalog.model('blip-2'), blip2);
    assert.equal(smallCatalog.model('BLIP-2'), undefined);
  });

  it('finds works by their frozen key exactly', () => {
    assert.equal(smallCatalog.work('li2023blip')?.venue, 'ICML');
    assert.equal(smallCatalog.work('Li2023BLIP'), undefined);
  });

  it('finds the work of a model', () => {
    assert.equal(smallCatalog.workOf(blip2).key, 'li2023blip');
  });

  it('says which work is missing if the data was not validated', () => {
    assert.throws(
      () => new Catalog({ models: [blip2], works: [] }).workOf(blip2),
      /no work "li2023blip".*"blip-2"/,
    );
  });

  it('finds all models of a work, in their order', () => {
    const catalog = catalogOf([
      model('vita', { work: 'shared' }),
      model('other'),
      model('vita-1-5', { work: 'shared' }),
    ]);
    assert.deepEqual(
      catalog.modelsOf('shared').map(({ id }) => id),
      ['vita', 'vita-1-5'],
    );
    assert.deepEqual(catalog.modelsOf('unknown'), []);
  });

  describe('findByKey', () => {
    it('takes a key in any case', () => {
      assert.equal(smallCatalog.findByKey('li2023blip')?.key, 'li2023blip');
      assert.equal(smallCatalog.findByKey('Li2023BLIP')?.key, 'li2023blip');
      assert.equal(smallCatalog.findByKey('li2023'), undefined);
    });

    it('prefers the exact key', () => {
      const catalog = catalogOf([], [work('Key'), work('key')]);
      assert.equal(catalog.findByKey('key')?.key, 'key');
      assert.equal(catalog.findByKey('Key')?.key, 'Key');
      assert.equal(catalog.findByKey('KEY')?.key, 'Key');
    });
  });

  describe('identify', () => {
    it('finds a work by DOI', () => {
      assert.equal(smallCatalog.identify(record({ doi: '10.1234/next.gpt' }))?.key, 'wu2023next');
    });

    it('finds a work by arXiv id', () => {
      assert.equal(smallCatalog.identify(record({ arxiv: '2301.12597' }))?.key, 'li2023blip');
    });

    it('finds a work by title, first author and year, whatever the case and punctuation', () => {
      const same = record({
        title: 'Flamingo - A Visual Language Model for Few-shot Learning.',
        authors: [{ family: 'Alayrac' }],
        year: 2022,
      });
      assert.equal(smallCatalog.identify(same)?.key, 'alayrac2022flamingo');
      assert.equal(smallCatalog.identify({ ...same, year: 2026 }), undefined);
      assert.equal(smallCatalog.identify({ ...same, authors: [{ family: 'Other' }] }), undefined);
    });

    it("finds a work by its preprint's title", () => {
      const catalog = catalogOf([], [work('renamed', { title: 'New Name', otherTitles: ['Old Name'] })]);
      const preprint = record({ title: 'Old name', authors: [{ family: 'Doe' }], year: 2023 });
      assert.equal(catalog.identify(preprint)?.key, 'renamed');
    });

    it('does not take another work of the same title for it', () => {
      const catalog = catalogOf(
        [],
        [
          work('first', { title: 'Same', year: 2018, posted: '2018-01' }),
          work('second', { title: 'Same', year: 2024, posted: '2024-01' }),
        ],
      );
      const newer = record({ title: 'Same', authors: [{ family: 'Doe' }], year: 2024 });
      assert.equal(catalog.identify(newer)?.key, 'second');
    });

    it('knows nothing of other works', () => {
      assert.equal(smallCatalog.identify(record({ title: 'Something', year: 2023 })), undefined);
    });

    it('finds every work of the catalog by itself', () => {
      for (const each of works) {
        const { title, authors, year } = each;
        assert.equal(smallCatalog.identify(record({ title, authors, year }))?.key, each.key);
      }
    });
  });
});
