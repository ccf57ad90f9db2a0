import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { readSources } from '../../scripts/build-catalog';
import { compileCatalog } from '../../scripts/catalog/compile';
import { Catalog } from '../../src/core/catalog/catalog';
import { modelFacts, notReported } from '../../src/core/catalog/facts';
import type { ModelGroup } from '../../src/core/catalog/grouping';
import { groupings, groupModels } from '../../src/core/catalog/grouping';
import type { FacetId } from '../../src/core/facets/facets';
import { facets } from '../../src/core/facets/facets';
import { CatalogQueries } from '../../src/core/queries/catalogQueries';

const root = join(__dirname, '..', '..');

function translations(language: string): Record<string, string> {
  const path = join(root, 'l10n', `bundle.l10n.${language}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/** The messages in the source, as VS Code's own tool finds them. */
async function messages(): Promise<string[]> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({
      contents: readFileSync(join(root, 'src', name), 'utf8'),
      extension: extname(name),
    }))
    .filter(({ contents }) => contents.includes('l10n.t('));
  return Object.keys(await getL10nJson(files));
}

/** Groupings and facets whose values are words of the catalog's own; the others are years and proper names. */
const wordedFacets: readonly FacetId[] = [
  'function',
  'design',
  'input',
  'output',
  'stage',
  'survey',
  'reports',
];

/** One query for each thing that can be wrong with one. */
const wrongQueries = [
  'bakbone:x',
  'colour:x',
  'in:',
  'year:x',
  'year:2024..2023',
  'in:zzz',
  'in:vidio',
  '"x',
];

/** The words of the core that people see, all that occur with the catalog as it is. */
async function wordsOfTheCore(): Promise<Set<string>> {
  const { data } = compileCatalog(await readSources());
  const catalog = new Catalog(data);
  const words = new Set<string>([notReported]);
  const add = (group: ModelGroup): void => {
    words.add(group.label);
    group.groups.forEach(add);
  };
  const queries = new CatalogQueries(catalog);
  facets.forEach(({ label }) => words.add(label));
  wordedFacets.flatMap((facet) => queries.index.values(facet)).forEach(({ label }) => words.add(label));
  wrongQueries.flatMap((query) => queries.run(query).problems).forEach(({ message }) => words.add(message));
  for (const grouping of groupings) {
    const groups = groupModels(catalog, grouping);
    if (grouping === 'surveyV1' || wordedFacets.includes(grouping)) {
      groups.forEach(add);
    } else {
      groups.filter(({ id }) => id.endsWith('/?')).forEach(add);
    }
  }
  for (const model of catalog.models) {
    for (const { label } of modelFacts(model, catalog.workOf(model))) {
      words.add(label);
    }
  }
  return words;
}

/** The groups by inputs and outputs that there can be: a model of next year may be the first in one. */
function boxLabels(): string[] {
  const kinds = ['text', 'image + text', 'video + text', 'audio + text', '3D + text', 'many', 'other'];
  return kinds.flatMap((input) =>
    kinds.map((output) => `${input.charAt(0).toUpperCase()}${input.slice(1)} → ${output}`),
  );
}

/** What the core says of damage in bibliographies; quotations from the file stand in these sentences as `${...}`. */
function sentencesOnDefects(): string {
  return ['bibliography', 'formats']
    .flatMap((folder) => {
      const path = join(root, 'src', 'core', folder);
      return readdirSync(path).map((name) => readFileSync(join(path, name), 'utf8'));
    })
    .join('\n')
    .replaceAll('${what}', 'entry');
}

/** Whether the sentences have all parts of a message, quotations aside. */
function isSaid(message: string, sentences: string): boolean {
  return message.split(/\{\d+\}/).every((part) => sentences.includes(part.trim()));
}

function placeholders(message: string): string[] {
  return [...new Set(message.match(/\{\d+\}/g) ?? [])].sort();
}

describe('the Chinese messages', () => {
  const chinese = translations('zh-cn');
  let inSource: string[];
  let inCore: Set<string>;

  before(async () => {
    inSource = await messages();
    inCore = await wordsOfTheCore();
  });

  it('are looked for where messages are', () => {
    assert.ok(inSource.length > 50, 'the source has many messages');
    assert.ok(inSource.includes('Insert summary'));
    assert.ok(inCore.has('LLM backbone'));
    assert.ok(inCore.has('Multimodal generation'));
  });

  it('are there for every message of the source', () => {
    assert.deepEqual(
      inSource.filter((message) => !(message in chinese)),
      [],
    );
  });

  it('are there for every word of the core that people see', () => {
    assert.deepEqual(
      [...inCore].filter((word) => !(word in chinese)),
      [],
    );
  });

  it('are there for every group by inputs and outputs, with or without models today', () => {
    const boxes = boxLabels();
    assert.deepEqual(
      [...inCore].filter((word) => word.includes(' → ') && !boxes.includes(word)),
      [],
    );
    assert.deepEqual(
      boxes.filter((box) => !(box in chinese)),
      [],
    );
  });

  it('are there for nothing else', () => {
    const known = new Set([...inSource, ...inCore, ...boxLabels()]);
    const sentences = sentencesOnDefects();
    assert.deepEqual(
      Object.keys(chinese).filter((message) => !known.has(message) && !isSaid(message, sentences)),
      [],
    );
  });

  it('have the placeholders of the English messages', () => {
    for (const [english, translation] of Object.entries(chinese)) {
      assert.deepEqual(placeholders(translation), placeholders(english), english);
    }
  });

  it('are Chinese', () => {
    assert.deepEqual(
      Object.entries(chinese).filter(([, translation]) => !/\p{Script=Han}/u.test(translation)),
      [],
    );
  });
});
