import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { workRecord } from '../../../src/core/bibliography/record';
import { EntrySearch } from '../../../src/core/search/entrySearch';
import { catalogOf, model, work } from '../catalog/fixtures';

const llava = work('liu2023visual', {
  title: 'Visual Instruction Tuning',
  authors: [{ family: 'Liu', given: 'Haotian' }],
  arxiv: '2304.08485',
});
const catalog = catalogOf([model('llava', { name: 'LLaVA', work: llava.key })], [llava]);
const neverPause = (): undefined => undefined;

const refs = `
@string{icml = {International Conference on Machine Learning}}
@inproceedings{li2023blip, title = {{BLIP-2}: Bootstrapping}, author = {Li, Junnan and M{\\"u}ller, J{\\"o}rg}, booktitle = icml, year = 2023}
@article{lecun1998gradient, title = {Gradient-Based Learning}, author = {LeCun, Yann}, journal = {Proceedings of the IEEE}, year = {1998}}
@misc{vit, title = {Visual instruction tuning}, author = {Liu, Haotian and others}, eprint = {2304.08485}, year = {2023}}
`;

function indexOf(text: string, name = 'refs'): BibliographyIndex {
  return new BibliographyIndex(`file:///${name}.bib`, text);
}

async function searchOf(...texts: string[]): Promise<EntrySearch> {
  const search = new EntrySearch();
  const indexes = texts.map((text, number) => indexOf(text, String(number)));
  await search.update(indexes, catalog, neverPause);
  return search;
}

const keys = (search: EntrySearch, query: string): string[] => search.search(query).map(({ key }) => key);

describe('EntrySearch', () => {
  const cases: readonly (readonly [what: string, query: string, wanted: string])[] = [
    ['key', 'lecun1998', 'lecun1998gradient'],
    ['author without accent', 'muller', 'li2023blip'],
    ['author and year in any order', '1998 lecun', 'lecun1998gradient'],
    ['title with a typing error', 'bootstraping', 'li2023blip'],
    ['venue by an abbreviation in the file', 'conference machine', 'li2023blip'],
    ["the catalog's name of its model", 'llava', 'vit'],
  ];
  for (const [what, query, wanted] of cases) {
    it(`finds an entry by ${what}`, async () => {
      assert.equal(keys(await searchOf(refs), query)[0], wanted);
    });
  }

  it('knows which works of the catalog are there, under whatever key', async () => {
    const search = await searchOf(refs);
    assert.deepEqual([...search.works], ['liu2023visual']);
    assert.equal(search.workOf('vit'), 'liu2023visual');
    assert.equal(workRecord(llava).arxiv, '2304.08485');
  });

  it('knows how many entries there are, and the year and first author of each', async () => {
    const search = await searchOf(refs, '@misc{vit, title = {Another}}');
    assert.equal(search.size, search.search('', { limit: 1000 }).length);
    assert.deepEqual([search.orderOf('vit')?.year, search.orderOf('vit')?.author], [2023, 'Liu']);
    assert.equal(search.orderOf('nobody'), undefined);
  });

  it('takes the first of entries with the same key', async () => {
    const search = await searchOf('@misc{a, title = {First}}', '@misc{a, title = {Second}}');
    assert.deepEqual(keys(search, 'first'), ['a']);
    assert.deepEqual(keys(search, 'second'), []);
  });

  it('forgets what is gone and finds what is new', async () => {
    const search = await searchOf('@misc{a, title = {Old}}\n@misc{b, title = {Stays}}');
    await search.update(
      [indexOf('@misc{b, title = {Stays}}\n@misc{c, title = {New}}', '0')],
      catalog,
      neverPause,
    );
    assert.deepEqual([keys(search, 'old'), keys(search, 'stays'), keys(search, 'new')], [[], ['b'], ['c']]);
  });

  it('reads an entry again whose abbreviation means something else now', async () => {
    const entry = '@misc{a, title = {One}, journal = j}';
    const search = await searchOf(`@string{j = {Nature}}\n${entry}`);
    await search.update([indexOf(`@string{j = {Science}}\n${entry}`, '0')], catalog, neverPause);
    assert.deepEqual([keys(search, 'nature'), keys(search, 'science')], [[], ['a']]);
  });

  it('reads only entries that changed', async () => {
    const many = Array.from({ length: 50 }, (_, number) => `@misc{k${number}, title = {Title ${number}}}`);
    const search = await searchOf(many.join('\n'));
    const index = indexOf([...many, '@misc{more, title = {Added}}'].join('\n'), '0');
    const read: string[] = [];
    const record = index.record.bind(index);
    index.record = (entry) => {
      read.push(entry.key);
      return record(entry);
    };
    await search.update([index], catalog, neverPause);
    assert.deepEqual(read, ['more']);
  });

  it('gives others their turn, and finds meanwhile what it has', async () => {
    const many = Array.from({ length: 20 }, (_, number) => `@misc{k${number}, title = {Common}}`).join('\n');
    const search = new EntrySearch();
    const found: number[] = [];
    await search.update([indexOf(many)], catalog, () => {
      found.push(search.search('common').length);
      assert.equal(search.isReady, false);
      return Promise.resolve();
    });
    assert.deepEqual(
      found,
      Array.from({ length: 20 }, (_, number) => number + 1),
    );
    assert.equal(search.isReady, true);
  });

  it('goes on with what was asked for last', async () => {
    const search = new EntrySearch();
    let second: Promise<void> | undefined;
    const first = search.update(
      [indexOf('@misc{a, title = {One}}\n@misc{b, title = {One}}')],
      catalog,
      () => {
        second ??= search.update([indexOf('@misc{c, title = {One}}')], catalog, neverPause);
        return Promise.resolve();
      },
    );
    await first;
    await second;
    assert.deepEqual(keys(search, 'one'), ['c']);
  });

  it('finds after any changes what a new search finds', async () => {
    const entry = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      title: fc.constantFrom('red', 'green', 'blue'),
    });
    const file = fc
      .array(entry, { maxLength: 6 })
      .map((entries) => entries.map(({ key, title }) => `@misc{${key}, title = {${title}}}`).join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 5 }), async (versions) => {
        const search = new EntrySearch();
        for (const text of versions) {
          await search.update([indexOf(text)], catalog, neverPause);
        }
        const fresh = await searchOf(versions.at(-1) ?? '');
        for (const query of ['red', 'green', 'blue']) {
          assert.deepEqual(new Set(keys(search, query)), new Set(keys(fresh, query)));
        }
      }),
    );
  });
});
