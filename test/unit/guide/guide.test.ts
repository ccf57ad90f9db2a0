import assert from 'node:assert/strict';
import { rankColumn } from '../../../src/core/benchmarks/ranking';
import type { Catalog } from '../../../src/core/catalog/catalog';
import type { Guide } from '../../../src/core/guide/guide';
import { parseGuide } from '../../../src/core/guide/guide';
import { contentOf } from '../../../src/core/guide/content';
import { guidePage } from '../../../src/core/guide/page';
import type { PageContext } from '../../../src/core/guide/pageText';
import { modelSections } from '../../../src/core/guide/modelSections';
import { richMarkdown } from '../../../src/core/guide/pageText';
import { relatedTo } from '../../../src/core/guide/related';
import { richTextParts } from '../../../src/core/guide/richText';
import { formsOf } from '../../../src/core/guide/tree';
import { modelsUsing } from '../../../src/core/guide/usage';
import type { GuideWords } from '../../../src/core/guide/words';
import { worksCited } from '../../../src/core/writing/content';
import { allEntries, repositoryGuide } from './repository';

/** Every word is its own name. */
const words = new Proxy({ language: 'en' } as unknown as GuideWords, {
  get: (target, name) => (name === 'language' ? target.language : `<${String(name)}> {0} {1}`),
});

describe('the guide of this repository', () => {
  let catalog: Catalog;
  let guide: Guide;
  let context: PageContext;

  before(async () => {
    ({ catalog, guide } = await repositoryGuide());
    context = { guide, catalog, words, address: (page) => `page:${page}` };
  });

  it('has what the survey has', () => {
    const { data } = guide;
    assert.equal(data.architecture.components.length, 5);
    assert.equal(data.datasets.datasets.filter(({ preTraining }) => preTraining).length, 46);
    assert.equal(
      data.datasets.datasets.flatMap(({ instructionTuning = [] }) => instructionTuning).length,
      30,
    );
    assert.deepEqual([data.recipes.length, data.trends.length, data.directions.length], [5, 5, 7]);
    assert.equal(data.scores.rows.length, 19);
    assert.equal(guide.columns.length, 18);
    assert.equal(data.scores.rows.flatMap(({ scores }) => Object.keys(scores)).length, 175);
  });

  it('says who reports the best GQA: not IDEFICS, whose numbers belong elsewhere', () => {
    const column = guide.columns.find(({ id }) => id === 'GQA');
    assert.ok(column);
    const { best, bestUnseen, unranked, elsewhere } = rankColumn(column, guide.data.scores);
    assert.deepEqual(
      best.map(({ row, value }) => [row.id, value]),
      [
        ['llava-1-5-13b', 63.3],
        ['vila-13b', 63.3],
      ],
    );
    assert.deepEqual(
      bestUnseen.map(({ row }) => row.id),
      ['minigpt-v2'],
    );
    assert.deepEqual(
      unranked.map(({ row }) => row.id),
      ['idefics-80b', 'idefics-9b'],
    );
    assert.equal(elsewhere[0]?.value, 64.8);
  });

  it('never ranks the image part of SEED-Bench with averages, nor AUC with accuracy', () => {
    const rank = (id: string) => {
      const column = guide.columns.find((each) => each.id === id);
      assert.ok(column);
      return rankColumn(column, guide.data.scores);
    };
    assert.equal(rank('SEED-I').best[0]?.value, 62.8);
    assert.deepEqual(rank('HM').ranked, []);
    assert.ok(rank('MME-P').unranked.some(({ row }) => row.id === 'instructblip-13b'));
  });

  it('knows which models use an option', () => {
    const using = (component: string, option: string): string[] => {
      const subject = guide.entry(`architecture/${component}/${option}`)?.subject;
      assert.ok(subject?.kind === 'option', option);
      return modelsUsing(subject.component, subject.option, catalog).map(({ id }) => id);
    };
    assert.ok(using('input-projector', 'q-former').includes('blip-2'));
    assert.ok(!using('input-projector', 'q-former').includes('llava'));
    assert.deepEqual(using('input-projector', 'mq-former'), ['lyrics']);
    assert.deepEqual(using('input-projector', 'p-former'), ['dlp']);
    assert.ok(!using('llm-backbone', 'llama').includes('minigpt-v2'), 'LLaMA-2 is not LLaMA');
    assert.ok(using('llm-backbone', 'llama-2').includes('minigpt-v2'));
    assert.ok(
      !using('modality-generator', 'audioldm').includes('next-gpt') ||
        using('modality-generator', 'audioldm-2').length > 0,
    );
  });

  it('has a page for every entry and model, without holes, and every link leads to a page', () => {
    const pages = new Map([
      ...allEntries(guide).map(({ id }) => [id, guidePage(id, context)?.markdown ?? ''] as const),
      ...catalog.models.map(
        (model) => [`model/${model.id}`, ['# Model', ...modelSections(model, context)].join('\n\n')] as const,
      ),
    ]);
    for (const [id, markdown] of pages) {
      assert.match(markdown, /^# ./, id);
      assert.doesNotMatch(markdown, /undefined|\[object|\n\n\n|\[\[/, id);
      for (const [, target = ''] of markdown.matchAll(/\]\(page:([^)]*)\)/g)) {
        assert.ok(pages.has(target), `${id} links to ${target}`);
      }
    }
    assert.equal(guidePage('benchmark/none', context), undefined);
  });

  it('keeps the spaces between the words of a text and its links', () => {
    const unlinked = { ...context, address: () => undefined };
    const rich = '[[llava-1-5]] and [[vila]] [[monkey]] take 336×336 pixels, [[benchmark/gqa]].';
    assert.equal(richMarkdown(rich, unlinked), 'LLaVA-1.5 and VILA Monkey take 336×336 pixels, GQA.');
    assert.match(richMarkdown(rich, context), /\) and \[VILA\]\(page:model\/vila\) \[Monkey\]\(.*\) take /);
    for (const { id } of allEntries(guide)) {
      const page = guidePage(id, context)?.markdown ?? '';
      assert.doesNotMatch(page, /\]\(page:[^)]*\)[\p{L}\p{N}]|[\p{L}\p{N}]\[[^\]]*\]\(page:/u, id);
    }
  });

  it('writes every entry in every form it offers, citing only works that there are', () => {
    for (const entry of allEntries(guide)) {
      for (const form of formsOf(entry)) {
        const content = contentOf(entry, form, guide, catalog);
        assert.ok(content, `${entry.id} as ${form}`);
        if (content.form === 'table') {
          assert.ok(content.tables.length > 0, entry.id);
          for (const { columns, rows } of content.tables) {
            assert.ok(rows.length > 0 && rows.every((row) => row.length === columns.length), entry.id);
          }
        }
        if (content.form === 'sentence') {
          const last = content.spans.at(-1);
          assert.match(last?.kind === 'text' ? last.text : '', /\.$/, entry.id);
        }
        for (const key of worksCited(content)) {
          assert.ok(catalog.work(key), `${entry.id}: ${key}`);
        }
        if (form !== 'formula') {
          assert.ok(worksCited(content).length > 0, `${entry.id} as ${form} cites`);
        }
      }
      assert.equal(
        formsOf(entry).includes('table') ? undefined : contentOf(entry, 'table', guide, catalog),
        undefined,
      );
    }
  });

  it('marks doubtful cells of an inserted table, and says why below', () => {
    const entry = guide.entry('benchmark/gqa');
    assert.ok(entry);
    const content = contentOf(entry, 'table', guide, catalog);
    assert.ok(content?.form === 'table');
    const [table] = content.tables;
    const marked = table?.rows.flatMap(
      (row) => row[2]?.flatMap((span) => (span.kind === 'mark' ? [span.mark] : [])) ?? [],
    );
    const noted = table?.notes.flatMap((note) => (note[0]?.kind === 'mark' ? [note[0].mark] : []));
    assert.deepEqual([...new Set(marked)].sort(), [...(noted ?? [])].sort());
    assert.deepEqual(noted, ['*', 'a', 'b', 'c']);
  });

  it('finds what a model builds on and what a trend has before it', () => {
    const related = (id: string) => {
      const model = catalog.model(id);
      assert.ok(model);
      return relatedTo(model, guide, catalog);
    };
    assert.deepEqual(
      related('vila').before.map(({ id }) => id),
      ['blip-2', 'dlp'],
    );
    assert.ok(related('vila').entries.some(({ id }) => id === 'recipes/resolution'));
    assert.ok(related('blip-2').backbone.some(({ family, models }) => family === 'OPT' && models.length > 0));
    assert.ok(related('llava').entries.some(({ id }) => id === 'dataset/llava-instruct-150k'));
    assert.ok(related('groundinggpt').buildsOn.every(({ id }) => id !== 'groundinggpt'));
  });

  it('keeps the slip of the survey on MiniGPT-4 as a doubt, not as a fact', () => {
    const page = guidePage('dataset/minigpt-4-s-it', context)?.markdown ?? '';
    assert.match(page, /\*134M\?\*/);
    assert.match(page, /134M images for 5K instances is implausible/);
  });
});

describe('reading the guide', () => {
  it('says what is wrong with a file that is not it', () => {
    assert.throws(() => parseGuide('{'), /not valid JSON/);
    assert.throws(() => parseGuide('[]'), /no "architecture"/);
    assert.throws(() => parseGuide('null'), /no "architecture"/);
  });

  it('divides texts at what they name', () => {
    assert.deepEqual(richTextParts('[[a-1]] and [[dataset/b]], not [[ c ]].'), [
      { kind: 'reference', to: 'model', id: 'a-1' },
      { kind: 'words', text: ' and ' },
      { kind: 'reference', to: 'dataset', id: 'b' },
      { kind: 'words', text: ', not [[ c ]].' },
    ]);
  });
});
