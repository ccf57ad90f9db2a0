import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readGuideSources, readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { components } from '../../../scripts/catalog/families';
import { gapsReport } from '../../../scripts/catalog/gaps';
import { compileGuide } from '../../../scripts/catalog/guide';
import { formatProblem } from '../../../scripts/catalog/problems';
import type { CatalogSources } from '../../../scripts/catalog/compile';
import type { CatalogData, Model, Work } from '../../../src/core/catalog/types';
import { Guide } from '../../../src/core/guide/guide';
import type { GuideEntry } from '../../../src/core/guide/tree';

describe('the catalog of this repository', () => {
  let sources: CatalogSources;
  let catalog: CatalogData;
  let works: Map<string, Work>;

  before(async () => {
    sources = await readSources();
    const { data, problems } = compileCatalog(sources);
    assert.deepEqual(problems.map(formatProblem), []);
    catalog = data;
    works = new Map(data.works.map((work) => [work.key, work]));
  });

  function model(id: string): Model {
    const found = catalog.models.find((candidate) => candidate.id === id);
    assert.ok(found, id);
    return found;
  }

  function work(key: string): Work {
    const found = works.get(key);
    assert.ok(found, key);
    return found;
  }

  it('has every model and work that it was started with', () => {
    assert.ok(catalog.models.length >= 313, String(catalog.models.length));
    assert.ok(catalog.works.length >= 354, String(catalog.works.length));
  });

  it('has the survey’s 26 models of the first version, 43 of table 1 and 126 of the taxonomy', () => {
    const numbers = catalog.models.flatMap(({ survey }) => (survey.v1 === null ? [] : [survey.v1]));
    assert.deepEqual(
      numbers.sort((a, b) => a - b),
      Array.from({ length: 26 }, (_, index) => index + 1),
    );
    assert.equal(catalog.models.filter(({ survey }) => survey.table).length, 43);
    assert.equal(catalog.models.filter(({ survey }) => survey.final).length, 126);
  });

  it('divides the taxonomy as the survey does', () => {
    const final = catalog.models.filter(({ survey }) => survey.final);
    assert.equal(final.filter(({ design }) => design === 'tool-using').length, 13);
    assert.deepEqual(
      ['flamingo', 'blip-2', 'llava'].map((id) => model(id).survey.v1),
      [1, 2, 3],
    );
  });

  it('has the survey itself among its works', () => {
    const survey = work('zhang2024mm');
    assert.equal(survey.title, 'MM-LLMs: Recent Advances in MultiModal Large Language Models');
    assert.deepEqual([survey.arxiv, survey.doi], ['2401.13601', '10.18653/v1/2024.findings-acl.738']);
    assert.equal(survey.authors.length, 7);
  });

  it('has a work for every model, and never one that a model’s release contradicts', () => {
    for (const { id, work: key, released } of catalog.models) {
      const { posted } = work(key);
      assert.ok(Math.abs(months(released) - months(posted)) <= 8, `${id}: ${released}, ${key}: ${posted}`);
    }
  });

  it('never loses a key or an id that was published', async () => {
    const frozen = (await readFile('data/frozen-keys.txt', 'utf8'))
      .split('\n')
      .filter((line) => /^(model|work|guide) /.test(line));
    const { data } = compileGuide(await readGuideSources(), catalog);
    assert.ok(data);
    const entries = new Set(new Guide(data).tree.flatMap(idsIn));
    const now = new Set([
      ...catalog.models.map(({ id }) => `model ${id}`),
      ...catalog.works.map(({ key }) => `work ${key}`),
      ...[...entries].map((id) => `guide ${id}`),
    ]);
    for (const id of [
      'dataset/align',
      'benchmark/gqa',
      'recipes/resolution',
      'architecture/input-projector',
    ]) {
      assert.ok(frozen.includes(`guide ${id}`), id);
    }
    assert.ok(frozen.length >= 866, String(frozen.length));
    assert.deepEqual(
      frozen.filter((line) => !now.has(line)),
      [],
    );
    assert.deepEqual(
      [...now].filter((line) => !frozen.includes(line)),
      [],
      'new keys and ids belong into data/frozen-keys.txt',
    );
  });

  it('groups parts into tens of families, each in use', () => {
    for (const component of components) {
      const parts = catalog.models.flatMap(({ architecture }) => architecture[component]);
      const families = new Set(parts.map(({ family }) => family));
      assert.ok(families.size <= 50, `${component}: ${families.size}`);
      assert.ok(
        parts.filter(({ family }) => family.startsWith('Other')).length <= parts.length / 5,
        component,
      );
    }
  });

  it('splits names, sizes and resolutions of parts', () => {
    assert.deepEqual(model('llava').architecture.backbones, [
      { name: 'Vicuna', family: 'Vicuna', sizes: ['7B', '13B'] },
    ]);
    assert.deepEqual(model('llava-1-5').architecture.encoders, [
      { name: 'CLIP ViT-L/14', family: 'CLIP', modalities: ['image'], resolution: 336 },
    ]);
    assert.deepEqual(
      model('thyme').architecture.backbones.map(({ family, sizes }) => [family, sizes]),
      [['Qwen-VL', ['7B']]],
    );
    const sized = /(^|[\s-])\d+(\.\d+)?B\b/;
    const names = catalog.models.flatMap(({ id, architecture }) =>
      architecture.backbones.map(({ name }) => `${id}: ${name}`),
    );
    const left = names.filter((name) => sized.test(name) && !/\(.*\dB.*\)|DeepSeek-3B-MoE/.test(name));
    assert.deepEqual(left, []);
  });

  it('shows doubts and disagreements instead of deciding silently', () => {
    assert.match(work('gong2023listen').doubt ?? '', /memory/);
    assert.ok(model('modaverse').conflicts?.some(({ field }) => field === 'architecture.backbones'));
    assert.ok(model('instructblip').conflicts?.some(({ field }) => field === 'training.instructionTuning'));
  });

  it('writes addresses of one form and no remark into an entry', () => {
    for (const { key, entry } of catalog.works) {
      assert.ok(!('note' in entry.fields), key);
      assert.ok(!Object.keys(entry.fields).some((name) => name.startsWith('x-')), key);
      assert.ok(entry.fields['url'] === undefined || entry.fields['doi'] === undefined, key);
    }
  });

  it('shows titles, names and venues as letters, without LaTeX', () => {
    for (const { key, title, authors, venue, otherTitles = [], doubt = '' } of catalog.works) {
      for (const text of [
        title,
        venue,
        doubt,
        ...otherTitles,
        ...authors.flatMap((name) => Object.values(name) as string[]),
      ]) {
        assert.doesNotMatch(text, /[\\{}$]|``|''/, `${key}: ${text}`);
        assert.equal(text, text.normalize('NFC'), key);
      }
    }
    assert.equal(work('suris2023vipergpt').authors[0]?.family, 'Surís');
    assert.equal(work('fang2024vila').title, 'VILA²: VILA Augmented VILA');
    assert.equal(work('team2025qwen').title, 'Qwen VLo: From “Understanding” the World to “Depicting” It');
  });

  it('compiles to the same catalog from the same sources', () => {
    const shuffled = { ...sources, models: [...sources.models].reverse() };
    assert.equal(JSON.stringify(compileCatalog(shuffled).data), JSON.stringify(catalog));
  });

  it('lists what it does not know in data/GAPS.md, as it is now', async () => {
    assert.equal(await readFile('data/GAPS.md', 'utf8'), gapsReport(catalog), 'run `npm run gaps`');
  });

  it('says nothing of the files it was collected in', () => {
    const everything = JSON.stringify(catalog) + sources.bibliography.text;
    assert.doesNotMatch(everything, /bib_\d|\bP5\b|\bP122\b|awesome_items|\bsite list|\/work\//);
  });
});

function months(date: string): number {
  const [year = 0, month = 0] = date.split('-').map(Number);
  return year * 12 + month;
}

function idsIn({ id, children }: GuideEntry): string[] {
  return [id, ...children.flatMap(idsIn)];
}
