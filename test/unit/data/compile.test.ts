import assert from 'node:assert/strict';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import type { CatalogSources } from '../../../scripts/catalog/compile';
import { formatProblem } from '../../../scripts/catalog/problems';

const FAMILIES = `
encoders: [{ label: CLIP, match: clip }]
inputProjectors: [{ label: MLP, match: mlp }]
backbones: [{ label: Vicuna, match: ^vicuna }, { label: Other, match: . }]
outputProjectors: [{ label: Any, match: . }]
generators: [{ label: Any, match: . }]
`;

const VOCABULARY = `
venues: []
institutions: []
`;

const MODEL = `
id: llava
name: LLaVA
work: liu2023visual
released: 2023-04
institutions: []
inputs: [image, text]
outputs: [text]
function: understanding
design: end-to-end
architecture:
  encoders: [{ name: CLIP ViT-L/14, modalities: [image] }]
  backbones: [{ name: Vicuna, sizes: [7B] }]
idea:
  en: connects an encoder and a language model.
  zh: 将视觉编码器与语言模型连接起来。
sources:
  released: arXiv
  inputs: README
  outputs: README
  function: survey
  design: survey
  architecture: README
  idea: abstract
`;

const ENTRY = `
@inproceedings{liu2023visual,
  author = {Liu, Haotian and Su{\\'a}rez, Ada and others},
  title = {Visual Instruction Tuning with {LLMs}},
  booktitle = {Advances in Neural Information Processing Systems},
  volume = {36},
  year = {2023},
  doi = {10.1000/x_1},
  eprint = {2304.08485},
  archiveprefix = {arXiv},
  x-posted = {2023-04},
  x-venue = {NeurIPS},
  x-other-titles = {LLaVA || Tuning \\& more},
  x-doubt = {Pages from memory.},
  x-source = {README},
}
`;

interface Broken {
  readonly models?: Readonly<Record<string, string>>;
  readonly bibliography?: string;
  readonly families?: string;
  readonly vocabulary?: string;
}

describe('compiling the catalog', () => {
  let schemas: CatalogSources['schemas'];

  before(async () => {
    schemas = (await readSources()).schemas;
  });

  function compile({
    models = { llava: MODEL },
    bibliography = ENTRY,
    families = FAMILIES,
    vocabulary = VOCABULARY,
  }: Broken) {
    return compileCatalog({
      models: Object.entries(models).map(([id, text]) => ({ file: `data/models/${id}.yaml`, text })),
      families: { file: 'data/families.yaml', text: families },
      vocabulary: { file: 'data/vocabulary.yaml', text: vocabulary },
      bibliography: { file: 'data/bibliography.bib', text: bibliography },
      schemas,
    });
  }

  /** The problems, without those that every small catalog has: 26 numbers that no model bears. */
  function problems(broken: Broken): string[] {
    return compile(broken)
      .problems.map(formatProblem)
      .filter((line) => !/^data\/models: survey\.v1: no model has the number/.test(line));
  }

  function assertProblem(broken: Broken, ...expected: RegExp[]): void {
    const found = problems(broken);
    for (const pattern of expected) {
      assert.ok(
        found.some((line) => pattern.test(line)),
        `no problem like ${String(pattern)} among\n${found.join('\n')}`,
      );
    }
  }

  const model = (from: string | RegExp, to: string): Broken => {
    const text = MODEL.replace(from, to);
    assert.notEqual(text, MODEL);
    return { models: { llava: text } };
  };

  const entry = (from: string | RegExp, to: string): Broken => {
    const bibliography = ENTRY.replace(from, to);
    assert.notEqual(bibliography, ENTRY);
    return { bibliography };
  };

  it('accepts a small sound catalog', () => {
    assert.deepEqual(problems({}), []);
  });

  it('gives parts their family and fills in what a model leaves out', () => {
    const [llava] = compile({}).data.models;
    assert.deepEqual(llava?.architecture.encoders, [
      { name: 'CLIP ViT-L/14', family: 'CLIP', modalities: ['image'] },
    ]);
    assert.deepEqual(llava?.architecture.backbones, [{ name: 'Vicuna', family: 'Vicuna', sizes: ['7B'] }]);
    assert.deepEqual(llava?.architecture.generators, []);
    assert.deepEqual(llava?.training, { pretraining: null, instructionTuning: null });
    assert.deepEqual(llava?.survey, { v1: null, table: false, final: false });
    assert.deepEqual([llava?.aliases, llava?.links], [[], {}]);
  });

  it('turns a record into text for people and keeps the entry for files', () => {
    const [work] = compile({}).data.works;
    assert.equal(work?.title, 'Visual Instruction Tuning with LLMs');
    assert.deepEqual(work?.authors, [
      { family: 'Liu', given: 'Haotian' },
      { family: 'Suárez', given: 'Ada' },
    ]);
    assert.equal(work?.authorsTruncated, true);
    assert.deepEqual(work?.otherTitles, ['LLaVA', 'Tuning & more']);
    assert.deepEqual(
      [work?.venue, work?.year, work?.posted, work?.arxiv, work?.doubt],
      ['NeurIPS', 2023, '2023-04', '2304.08485', 'Pages from memory.'],
    );
    assert.deepEqual(Object.keys(work?.entry.fields ?? {}), [
      'author',
      'title',
      'booktitle',
      'volume',
      'year',
      'doi',
      'eprint',
      'archiveprefix',
    ]);
    assert.equal(work?.entry.fields['title'], 'Visual Instruction Tuning with {LLMs}');
  });

  it('takes the arXiv number of a preprint from its journal field', () => {
    const bibliography =
      '@article{liu2023visual,\n author = {Liu, H.},\n title = {T},\n journal = {arXiv preprint arXiv:2304.08485},\n' +
      ' year = {2023},\n x-posted = {2023-04},\n}\n';
    const { data } = compile({ bibliography });
    assert.deepEqual(problems({ bibliography }), []);
    assert.deepEqual([data.works[0]?.arxiv, data.works[0]?.venue], ['2304.08485', 'arXiv']);
  });

  it('collects everything that is wrong instead of stopping at the first mistake', () => {
    const broken = { ...model('released: 2023-04', 'released: April 2023'), ...entry('{2023}', '{23}') };
    assertProblem(broken, /llava\.yaml: released: /, /bibliography\.bib: liu2023visual, year: /);
  });

  describe('names file and field of', () => {
    it('a model file that is no YAML, with the line', () => {
      assertProblem(model('name: LLaVA', 'name: "LLaVA'), /^data\/models\/llava\.yaml: line \d+: /);
    });

    it('a field given twice', () => {
      assertProblem(model('name: LLaVA', 'name: LLaVA\nname: X'), /llava\.yaml: line 4: .*unique/i);
    });

    it('a missing field, an unknown field, a wrong value', () => {
      assertProblem(model('name: LLaVA\n', ''), /llava\.yaml: name: is missing/);
      assertProblem(
        model('name: LLaVA', 'name: LLaVA\ncolour: red'),
        /llava\.yaml: colour: is not a known field/,
      );
      assertProblem(
        model('[image, text]', '[picture]'),
        /llava\.yaml: inputs\[0\]: must be one of text, image/,
      );
      assertProblem(
        model('name: Vicuna,', 'named: Vicuna,'),
        /architecture\.backbones\[0\]\.name: is missing/,
        /architecture\.backbones\[0\]\.named: is not a known field/,
      );
    });

    it('an idea that misses a language or its full stop', () => {
      assertProblem(model(/ {2}zh: .*\n/, ''), /llava\.yaml: idea\.zh: is missing/);
      assertProblem(model('language model.', 'language model'), /llava\.yaml: idea\.en: must match pattern/);
    });

    it('an id that is not the file’s name', () => {
      assertProblem({ models: { other: MODEL } }, /other\.yaml: id: is “llava”/);
    });

    it('a broader or other name for what the data does not have', () => {
      assertProblem(
        { vocabulary: 'venues: [{ label: NIPS, aliases: [NeurIPS] }]\ninstitutions: []\n' },
        /^data\/vocabulary\.yaml: venues, NIPS: is no name that the data uses$/,
      );
      assertProblem(
        { vocabulary: 'venues: [{ label: NeurIPS }]\ninstitutions: []\n' },
        /^data\/vocabulary\.yaml: venues\[0\]/,
      );
      assertProblem(
        { families: FAMILIES.replace('label: CLIP,', 'label: CLIP, within: Contrastive,') },
        /^data\/families\.yaml: encoders\[0\]\.within: there is no family “Contrastive”$/,
      );
    });

    it('a part that fits no family', () => {
      assertProblem(
        model('CLIP ViT-L/14', 'Whisper'),
        /llava\.yaml: architecture\.encoders\[0\]\.name: “Whisper” fits no family/,
      );
    });

    it('a fact without a source', () => {
      assertProblem(
        model('  architecture: README\n', ''),
        /sources: does not say where architecture\.encoders/,
      );
      assertProblem(model('  idea: abstract', '  ideas: abstract'), /sources\.ideas: is not a known field/);
    });

    it('a work that is not in the bibliography', () => {
      assertProblem(model('liu2023visual', 'liu2023other'), /llava\.yaml: work: “liu2023other” is not in/);
    });

    it('a release before the month of the paper, unless the source of the date says why', () => {
      const early = model('released: 2023-04', 'released: 2023-03');
      assertProblem(early, /llava\.yaml: released: is before 2023-04, the month of arXiv 2304\.08485/);
      const text = (early.models?.['llava'] ?? '').replace(
        'released: arXiv',
        'released: announced on a blog',
      );
      assert.deepEqual(problems({ models: { llava: text } }), []);
    });

    it('a name or alias that means two models, or is given twice', () => {
      const second = MODEL.replace('id: llava', 'id: llava-2');
      const same = { llava: MODEL, 'llava-2': second };
      assertProblem(
        { models: same },
        /llava-2\.yaml: name: “LLaVA” is also a name of data\/models\/llava\.yaml/,
      );
      const alias = {
        llava: MODEL,
        'llava-2': second.replace('name: LLaVA', 'name: X\naliases: [Y, llava]'),
      };
      assertProblem(
        { models: alias },
        /llava-2\.yaml: aliases\[1\]: “llava” is also a name of .*llava\.yaml/,
      );
      assertProblem(
        model('work:', 'aliases: [LLAVA]\nwork:'),
        /llava\.yaml: aliases\[0\]: “LLAVA” is given twice/,
      );
    });

    it('numbers of the survey that two models bear, or none', () => {
      const numbered = MODEL.replace('sources:', 'survey: { v1: 3 }\nsources:\n  survey: list');
      const second = numbered.replace('id: llava', 'id: b').replace('name: LLaVA', 'name: B');
      const models = { llava: numbered, b: second };
      assertProblem({ models }, /llava\.yaml: survey\.v1: 3 is also the number of data\/models\/b\.yaml/);
      const missing = compile({ models }).problems.filter(({ message }) =>
        message.startsWith('no model has'),
      );
      assert.equal(missing.length, 25);
    });

    it('a model of table 1 that the taxonomy lacks', () => {
      const broken = model('sources:', 'survey: { table: true }\nsources:\n  survey: list');
      assertProblem(broken, /llava\.yaml: survey\.final: /);
    });

    it('a family’s pattern that is no regular expression, and a label used twice', () => {
      assertProblem({ families: FAMILIES.replace('clip', '"("') }, /families\.yaml: encoders\[0\]\.match: /);
      const twice = FAMILIES.replace('label: Other', 'label: Vicuna');
      assertProblem({ families: twice }, /families\.yaml: backbones\[1\]\.label: “Vicuna” is used twice/);
    });

    it('an entry that is not well-formed', () => {
      assertProblem(entry('year = {2023},', 'year = {2023'), /^data\/bibliography\.bib: .*not well-formed/);
      assertProblem(entry('year = {2023}', 'year {2023}'), /^data\/bibliography\.bib: .*not well-formed/);
    });

    it('a key used twice, and a key with other characters', () => {
      assertProblem(
        { bibliography: ENTRY + ENTRY },
        /bibliography\.bib: liu2023visual: is the key of two works/,
      );
      assertProblem(
        entry('{liu2023visual,', '{Liu:2023,'),
        /bibliography\.bib: Liu:2023: must have a key of small/,
      );
    });

    it('a field that BibTeX’s styles need, that nobody knows, or that they cannot print', () => {
      assertProblem(entry(/ {2}booktitle.*\n/, ''), /liu2023visual, booktitle: is missing/);
      assertProblem(entry(/ {2}x-posted.*\n/, ''), /liu2023visual, x-posted: is missing/);
      assertProblem(entry('volume', 'volum'), /liu2023visual, volum: is not a known field/);
      assertProblem(entry('volume', 'number = {2},\n  volume'), /liu2023visual, number: cannot be printed/);
      assertProblem(entry('@inproceedings', '@online'), /liu2023visual: is a @online; use one of article/);
    });

    it('text that LaTeX cannot print', () => {
      assertProblem(entry('Instruction', 'Instructión'), /liu2023visual, title: .*not ASCII/);
      assertProblem(entry('Instruction', 'R&D'), /liu2023visual, title: has one of & % # _/);
      assertProblem(entry('{LLMs}', '\\{LLMs\\}'), /title: has a brace behind a backslash/);
    });

    it('identifiers of a wrong form', () => {
      assertProblem(entry('10.1000', 'https://doi.org/10.1000'), /liu2023visual, doi: .* is not a DOI/);
      assertProblem(entry('2304.08485', '2304.08485v2'), /liu2023visual, eprint: .* without version/);
      assertProblem(entry('2304.08485', '2303.08485'), /liu2023visual, x-posted: is after 2023-03/);
      assertProblem(
        entry(/ {2}archiveprefix.*\n/, ''),
        /liu2023visual, archiveprefix: goes together with eprint/,
      );
      assertProblem(
        entry('year', 'url = {https://arxiv.org/abs/2304.08485},\n  year'),
        /url: repeats the arXiv/,
      );
      assertProblem(entry('volume', 'pages = {1-12},\n  volume'), /pages: “1-12” is not of the form 1--12/);
    });

    it('two records of one work', () => {
      const twice = ENTRY + ENTRY.replace('liu2023visual', 'liu2023other');
      assertProblem(
        { bibliography: twice },
        /liu2023visual, doi: is the same as that of liu2023other/,
        /liu2023visual, arxiv: is the same as that of liu2023other/,
        /liu2023visual, title: is the same as that of liu2023other/,
      );
    });
  });
});
