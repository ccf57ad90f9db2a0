import assert from 'node:assert/strict';
import { readGuideSources, readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { compileGuide, GUIDE_FILES } from '../../../scripts/catalog/guide';
import type { GuidePart, GuideSources } from '../../../scripts/catalog/guide';
import { formatProblem } from '../../../scripts/catalog/problems';
import type { CatalogData } from '../../../src/core/catalog/types';

describe('compiling the guide', () => {
  let sources: GuideSources;
  let catalog: CatalogData;

  before(async () => {
    sources = await readGuideSources();
    catalog = compileCatalog(await readSources()).data;
  });

  /** The problems after one change in one file. */
  function problems(part: GuidePart, from: string, to: string): string[] {
    const file = sources.files[part];
    assert.ok(file.text.includes(from), `${file.file} has “${from}”`);
    const changed = { ...file, text: file.text.replace(from, to) };
    const result = compileGuide({ ...sources, files: { ...sources.files, [part]: changed } }, catalog);
    return result.problems.map(formatProblem);
  }

  it('finds nothing wrong in this repository', () => {
    assert.deepEqual(compileGuide(sources, catalog).problems, []);
  });

  it('every file names its schema, which editors follow', () => {
    for (const [part, { file, schema }] of Object.entries(GUIDE_FILES)) {
      const up = '../'.repeat(file.split('/').length - 2);
      const { text } = sources.files[part as GuidePart];
      assert.ok(text.startsWith(`# yaml-language-server: $schema=${up}schema/${schema}.schema.json\n`), file);
    }
  });

  for (const [what, part, from, to, problem] of [
    [
      'a field that is missing',
      'recipes',
      '    source: survey',
      '    sauce: survey',
      /recipes\.yaml: topics\[0\]\.source: is missing/,
    ],
    [
      'a model that there is not',
      'trends',
      '- minigpt-5',
      '- minigpt-6',
      /trends\.yaml: topics\[0\]\..*: “minigpt-6” is no model/,
    ],
    [
      'a model in a text',
      'recipes',
      '[[monkey]]',
      '[[monkeys]]',
      /recipes\.yaml: topics\[0\]\.facts\[3\]\.text: “monkeys” is no model/,
    ],
    [
      'a marker that is not closed',
      'recipes',
      '[[monkey]]',
      '[[Monkey',
      /facts\[3\]\.text: has \[\[ without/,
    ],
    [
      'a work that there is not',
      'benchmarks',
      'work: hudson2019gqa',
      'work: hudson2020gqa',
      /benchmarks\.yaml: benchmarks\[\d+\]\.work: “hudson2020gqa” is not in/,
    ],
    [
      'a pattern that is none',
      'architecture',
      'match: nfnet',
      'match: nf(net',
      /architecture\.yaml: components\[0\]\.options\[0\]\.match: Invalid/,
    ],
    [
      'a formula that there is not',
      'training',
      '- output-projector',
      '- output-projectors',
      /training\.yaml: stages\[0\]\.formulas\[1\]: “output-projectors” is no formula/,
    ],
    [
      'an id that is used twice',
      'datasets',
      'id: ltip',
      'id: align',
      /datasets\.yaml: datasets\[1\]\.id: “align” is used twice/,
    ],
    [
      'a doubt about an empty cell',
      'scores',
      '  - id: idefics-gqa',
      '  - { id: new, kind: sources-differ, severity: low, ranked: true, text: x, evidence: [x], cells: [{ row: flamingo, columns: [GQA] }] }\n  - id: idefics-gqa',
      /scores\.yaml: doubts\[0\]\.cells\[0\]\.columns: “GQA” is an empty cell of flamingo/,
    ],
    [
      'a row without a model',
      'scores',
      'model: shikra',
      'model: shikras',
      /scores\.yaml: rows\[\d+\]\.model: “shikras” is no model/,
    ],
    [
      'a column that no benchmark has',
      'scores',
      '      OKVQA: 44.7',
      '      OKVQA2: 44.7',
      /scores\.yaml: rows\[0\]\.scores\.OKVQA2: is no column/,
    ],
    [
      'a score that does not say where it was read',
      'scores',
      'source: MM-Vet leaderboard (copy)',
      'source: "?"',
      /rows\[1\]\.checks\[\d+\]\.source: “\?” does not say where/,
    ],
    [
      'a row of another table among those of the survey',
      'scores',
      '    source: survey, final version, table 2',
      '    source: Qwen-VL README',
      /rows\[0\]\.source: “Qwen-VL README” is not where such a row is from/,
    ],
    [
      'a second source that does not disagree',
      'scores',
      '          GQA: 32.3',
      '          GQA: 44.7',
      /rows\[1\]\.checks\[0\]\.disagrees\.GQA: does not disagree/,
    ],
  ] as const) {
    it(`names file and field of ${what}`, () => {
      const found = problems(part, from, to);
      assert.ok(
        found.some((line) => problem.test(line)),
        found.join('\n'),
      );
    });
  }
});
