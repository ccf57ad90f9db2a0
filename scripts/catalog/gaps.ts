import type { CatalogData, Model, Work } from '../../src/core/catalog/types';
import { needsGenerator } from '../../src/core/catalog/pipeline';
import { trainingStages } from '../../src/core/facets/stages';

/** What may be missing, in the order it is listed. */
const modelGaps: readonly (readonly [title: string, isMissing: (model: Model, work: Work) => boolean])[] = [
  ['No encoder is named', ({ architecture }) => architecture.encoders.length === 0],
  ['No input projector is named', ({ architecture }) => architecture.inputProjectors.length === 0],
  ['No language model is named', ({ architecture }) => architecture.backbones.length === 0],
  [
    'No output projector is named, though the model gives out more than text',
    (model) => needsGenerator(model) && model.architecture.outputProjectors.length === 0,
  ],
  [
    'No pre-training data is named',
    ({ training }) => training.pretraining === null && training.pretrainingData === undefined,
  ],
  [
    'No instruction-tuning data is named',
    ({ training }) => training.instructionTuning === null && training.instructionTuningData === undefined,
  ],
  ['No training stage is told of', (model) => trainingStages(model).length === 0],
  ['No institution is named', ({ institutions }) => institutions.length === 0],
  ['No sizes are given', ({ sizes }) => (sizes?.length ?? 0) === 0],
  ['No license is given', ({ license }) => license === undefined],
  ['No code is linked', ({ links }) => links.code === undefined],
  ['Sources disagree', ({ conflicts }) => (conflicts?.length ?? 0) > 0],
];

const workGaps: readonly (readonly [title: string, isMissing: (work: Work) => boolean])[] = [
  ['The list of authors is cut off', ({ authorsTruncated }) => authorsTruncated === true],
  ['Neither DOI nor arXiv number', ({ doi, arxiv }) => doi === undefined && arxiv === undefined],
  ['Something about the record is doubtful', ({ doubt }) => doubt !== undefined],
];

/** The content of `data/GAPS.md`: what the facts lack, the same text for the same data. */
export function gapsReport({ models, works }: CatalogData): string {
  const byKey = new Map(works.map((work) => [work.key, work]));
  const sections = [
    ...modelGaps.map(([title, isMissing]) => {
      const missing = models.filter((model) => {
        const work = byKey.get(model.work);
        return work !== undefined && isMissing(model, work);
      });
      return section(title, missing.length, models.length, list(missing.map(({ id }) => id)));
    }),
    ...openSections(models),
    ...workGaps.map(([title, isMissing]) => {
      const missing = works.filter(isMissing);
      return section(title, missing.length, works.length, list(missing.map(({ key }) => key)));
    }),
  ];
  return [
    '# What the catalog does not know',
    '',
    'Written by `npm run gaps`; a test fails when it is out of date. Models are named by their id, publications by their key.',
    'A gap is closed by a fact and its source in `data/models` or `data/bibliography.bib`, never by a guess.',
    '',
    ...sections.filter((text) => text !== ''),
  ].join('\n');
}

function openSections(models: readonly Model[]): string[] {
  const reasons = models.flatMap(({ id, open = {} }) =>
    Object.entries(open).map(([field, reason]) => `- ${id}, ${field}: ${reason}`),
  );
  return [section('Left open, and why', reasons.length, models.length, reasons.join('\n'))];
}

function section(title: string, missing: number, all: number, text: string): string {
  return missing === 0 ? '' : `## ${title}: ${missing} of ${all}\n\n${text}\n`;
}

/** Lines of at most about 110 characters, so that a change shows as a small one. */
function list(names: readonly string[]): string {
  const lines: string[] = [];
  let line = '';
  for (const name of names) {
    const longer = line === '' ? name : `${line}, ${name}`;
    if (longer.length > 110) {
      lines.push(`${line},`);
      line = name;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join('\n');
}
