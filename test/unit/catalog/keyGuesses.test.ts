import assert from 'node:assert/strict';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { Catalog } from '../../../src/core/catalog/catalog';
import { dblpStem } from '../../../src/core/catalog/dblpKeys';
import { keyForms, yearsOf } from '../../../src/core/catalog/keyForms';
import type { Work } from '../../../src/core/catalog/types';
import { catalogOf, model, work } from './fixtures';

describe('guessing what a key means', () => {
  let catalog: Catalog;

  before(async () => {
    catalog = new Catalog(compileCatalog(await readSources()).data);
  });

  function means(key: string): string[] {
    return catalog.guessKey(key).map((each) => each.key);
  }

  /** Keys that sites really give for works of the catalog. */
  const real: readonly [key: string, work: string][] = [
    ['Liu2023VisualIT', 'liu2023visual'],
    ['Li2023BLIP2BL', 'li2023blip'],
    ['Alayrac2022FlamingoAV', 'alayrac2022flamingo'],
    ['zhang-etal-2024-mm', 'zhang2024mm'],
    ['zhang-etal-2023-video', 'zhang2023video'],
    ['DBLP:conf/nips/LiuLWL23a', 'liu2023visual'],
    ['conf/nips/LiuLWL23a', 'liu2023visual'],
    ['DBLP:conf/icml/0008LSH23', 'li2023blip'],
    ['DBLP:conf/iclr/Zhu0SLE24', 'zhu2023minigpt'],
    ['DBLP:conf/nips/AlayracDLMBHLMM22', 'alayrac2022flamingo'],
    ['DBLP:journals/corr/abs-2304-08485', 'liu2023visual'],
    ['2304.08485', 'liu2023visual'],
    ['arxiv:2304.08485', 'liu2023visual'],
    ['arXiv.2304.08485v2', 'liu2023visual'],
    ['10.18653/v1/2024.findings-acl.738', 'zhang2024mm'],
    ['zhu2024minigpt', 'zhu2023minigpt'],
    ['zhu2024minigpt4', 'zhu2023minigpt'],
    ['wu2024nextgpt', 'wu2023next'],
    ['liuVisualInstructionTuning2023', 'liu2023visual'],
    ['llava', 'liu2023visual'],
    ['LLaVA', 'liu2023visual'],
    ['BLIP-2', 'li2023blip'],
    ['blip2', 'li2023blip'],
    ['next-gpt', 'wu2023next'],
    ['minigpt_4', 'zhu2023minigpt'],
  ];
  for (const [key, expected] of real) {
    it(`takes ${key} for ${expected}`, () => {
      assert.deepEqual(means(key), [expected]);
    });
  }

  it('offers the choices where a key is ambiguous', () => {
    assert.deepEqual(means('liu-etal-2023-visual').sort(), ['liu2022visual', 'liu2023visual']);
  });

  for (const key of [
    'knuth1984tex',
    'fig:overview',
    '',
    '1999.00001',
    'DBLP:conf/nips/VaswaniSPUJGKP17',
    'doi:10.1/x',
  ]) {
    it(`takes "${key}" for nothing`, () => {
      assert.deepEqual(means(key), []);
    });
  }

  /** Every form that other sources may give a work. */
  function formsOf(each: Work): string[] {
    const forms = [...keyForms(each, catalog.modelsOf(each.key))];
    for (const year of yearsOf(each)) {
      forms.push(`DBLP:conf/somewhere/${dblpStem(each)}${year.slice(2)}`);
      forms.push(`DBLP:journals/some/${dblpStem(each)}${year.slice(2)}b`);
    }
    if (each.arxiv !== undefined) {
      const { arxiv } = each;
      forms.push(arxiv, `${arxiv}v3`, `arXiv:${arxiv}`, `DBLP:journals/corr/abs-${arxiv.replace('.', '-')}`);
    }
    if (each.doi !== undefined) {
      forms.push(each.doi, `doi:${each.doi}`, each.doi.toUpperCase());
    }
    for (const { name, aliases } of catalog.modelsOf(each.key)) {
      forms.push(name, name.toLowerCase(), name.replaceAll(' ', '-'), ...aliases);
    }
    return forms;
  }

  it('finds every work by every form of its key, alone or among the choices', () => {
    const lost: string[] = [];
    let tried = 0;
    for (const each of catalog.works) {
      for (const form of formsOf(each)) {
        tried++;
        // A frozen key means its own work and nothing else, as people have it in their drafts.
        if (!catalog.guessKey(form).includes(each) && !catalog.findByKey(form)) {
          lost.push(`${form} of ${each.key}`);
        }
      }
    }
    assert.ok(tried > 5000, String(tried));
    assert.deepEqual(lost, []);
  });

  it('resolves no form to a work that it is no form of', () => {
    const wrong: string[] = [];
    const forms = new Map(catalog.works.map((each) => [each, new Set(formsOf(each))]));
    for (const [each, keys] of forms) {
      for (const key of keys) {
        const guesses = catalog.guessKey(key);
        if (guesses.length === 1 && guesses[0] !== each) {
          wrong.push(`${key} of ${each.key} means ${guesses[0]?.key ?? ''}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('knows authors with several names, none, and lists that are cut off', () => {
    const works = [
      work('maaten2023', {
        title: 'An Image of the World',
        authors: [{ family: 'van der Maaten', given: 'L.' }, { family: 'Müller-Lüdenscheidt' }],
      }),
      work('nobody', { title: 'Nothing', authors: [] }),
      work('long', { title: 'Long', authors: [{ family: 'Zhu' }, { family: 'Wu' }], authorsTruncated: true }),
    ];
    const small = catalogOf([model('m', { name: 'Wörld Model', work: 'maaten2023' })], works);
    const one = (key: string): string | undefined => small.guessKey(key)[0]?.key;
    for (const key of [
      'vandermaaten2023image',
      'maaten2023an',
      'van-der-maaten-muller-ludenscheidt-2023-image',
      'world-model',
      'vanderMaaten2023AnIO',
    ]) {
      assert.equal(one(key), 'maaten2023', key);
    }
    assert.equal(one('DBLP:conf/x/ZhuWLMN23'), 'long');
    assert.equal(one('zhu-etal-2023-long'), 'long');
    assert.deepEqual(small.guessKey('2023nothing'), []);
  });
});
