import { modalityWords } from '../catalog/modalities';
import type { Modality, Model, Part, Term, Vocabulary, Work } from '../catalog/types';
import { partText } from '../catalog/pipeline';
import type { FacetId } from './facets';
import type { Reported } from './reported';
import { reportedBy } from './reported';
import { trainingStages } from './stages';

/** A value as it is named, before models are counted. */
export type NamedValue = Term & {
  /** Where it is not made of the label. */
  readonly id?: string;
};

/** The names of the values that a model has of a facet; empty if nothing is reported. */
export function valueLabels(facet: FacetId, model: Model, work: Work): readonly string[] {
  const { architecture } = model;
  switch (facet) {
    case 'function':
      return [wordedLabel('function', model.function)];
    case 'design':
      return [wordedLabel('design', model.design)];
    case 'input':
      return model.inputs.map(modalityLabel);
    case 'output':
      return model.outputs.map(modalityLabel);
    case 'encoder':
      return families(architecture.encoders);
    case 'inputProjector':
      return families(architecture.inputProjectors);
    case 'backbone':
      return families(architecture.backbones);
    case 'outputProjector':
      return families(architecture.outputProjectors);
    case 'generator':
      return families(architecture.generators);
    case 'stage':
      return trainingStages(model).map((stage) => wordedLabel('stage', stage));
    case 'year':
      return [String(work.year)];
    case 'released':
      return [model.released.slice(0, 4)];
    case 'venue':
      return [work.venue];
    case 'institution':
      return model.institutions;
    case 'survey':
      return surveyLists(model).map((list) => wordedLabel('survey', list));
    case 'reports':
      return reportedBy(model, work).map((what) => wordedLabel('reports', what));
  }
}

/** The names that a facet's values have beyond their own, and those that are fixed words. */
export function terms(facet: FacetId, vocabulary: Vocabulary): readonly NamedValue[] {
  const kind = vocabularyKinds[facet];
  const worded = wordedValues[facet];
  return [...(kind === undefined ? [] : (vocabulary[kind] ?? [])), ...(worded ?? [])];
}

/** As reported, under which a model is found as well: `CLIP ViT-L/14`, `Vicuna-v1.5 7B`. */
export function rawNames(facet: FacetId, { architecture }: Model): readonly string[] {
  const parts: Partial<Record<FacetId, readonly Part[]>> = {
    encoder: architecture.encoders,
    inputProjector: architecture.inputProjectors,
    backbone: architecture.backbones,
    outputProjector: architecture.outputProjectors,
    generator: architecture.generators,
  };
  return (parts[facet] ?? []).flatMap((part) => [
    partText(part),
    ...(part.sizes ?? []).map((size) => `${part.name} ${size}`),
  ]);
}

const vocabularyKinds: Readonly<Partial<Record<FacetId, keyof Vocabulary>>> = {
  encoder: 'encoders',
  inputProjector: 'inputProjectors',
  backbone: 'backbones',
  outputProjector: 'outputProjectors',
  generator: 'generators',
  venue: 'venues',
  institution: 'institutions',
};

/** The survey's letters, and other words for the same. */
const modalityAliases: Readonly<Partial<Record<Modality, readonly string[]>>> = {
  text: ['T', 'language'],
  image: ['I', 'picture'],
  video: ['V'],
  audio: ['A', 'S', 'speech', 'sound', 'music'],
  '3d': ['point cloud'],
  document: ['D', 'I_D'],
  box: ['B', 'I_B', 'box', 'bbox'],
  mask: ['M', 'I_M', 'segmentation'],
  'retrieved-image': ['R', 'I_R'],
};

function modalityLabel(modality: Modality): string {
  const word = modalityWords[modality];
  // `fMRI` stays as it is.
  return word === word.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

const modalityValues: readonly NamedValue[] = (Object.keys(modalityWords) as Modality[]).map((modality) => ({
  id: modality,
  label: modalityLabel(modality),
  aliases: modalityAliases[modality] ?? [],
}));

type SurveyList = 'v1' | 'table' | 'final' | 'later';

const wordedValues: Readonly<Partial<Record<FacetId, readonly NamedValue[]>>> = {
  function: [
    { id: 'understanding', label: 'Understanding' },
    { id: 'generation', label: 'Generation' },
  ],
  design: [
    { id: 'end-to-end', label: 'End-to-end' },
    { id: 'tool-using', label: 'Tool-using', aliases: ['tools'] },
  ],
  input: modalityValues,
  output: modalityValues,
  stage: [
    { id: 'pre-training', label: 'Pre-training', aliases: ['PT'] },
    { id: 'sft', label: 'Instruction tuning (SFT)', aliases: ['instruction-tuning', 'IT'] },
    {
      id: 'preference',
      label: 'Preference tuning (RLHF)',
      aliases: ['RLHF', 'DPO', 'RL', 'alignment'],
    },
    { id: 'none', label: 'No training', aliases: ['training-free'] },
  ],
  survey: [
    { id: 'v1', label: 'First version (26 models)', aliases: ['26', 'first'] },
    { id: 'table', label: 'Table 1 of the final version', aliases: ['table-1'] },
    { id: 'final', label: 'Final version (126 models)', aliases: ['126', 'taxonomy'] },
    { id: 'later', label: 'Later than the survey', aliases: ['none'] },
  ] satisfies readonly { id: SurveyList; label: string; aliases: readonly string[] }[],
  reports: [
    { id: 'pretraining-data', label: 'Pre-training data' },
    { id: 'pretraining-size', label: 'Amount of pre-training data' },
    { id: 'instruction-data', label: 'Instruction-tuning data', aliases: ['it-data', 'sft-data'] },
    {
      id: 'instruction-size',
      label: 'Amount of instruction-tuning data',
      aliases: ['it-size', 'sft-size', 'instruction-data-size'],
    },
    { id: 'architecture', label: 'Architecture' },
    { id: 'sizes', label: 'Sizes', aliases: ['parameters'] },
    { id: 'code', label: 'Code' },
    { id: 'home-page', label: 'Home page' },
    { id: 'license', label: 'License', aliases: ['licence'] },
    { id: 'doi', label: 'DOI' },
    { id: 'arxiv', label: 'arXiv number' },
    { id: 'doubt', label: 'Doubts or disagreements', aliases: ['doubts', 'conflicts'] },
  ] satisfies readonly { id: Reported; label: string; aliases?: readonly string[] }[],
};

function wordedLabel(facet: FacetId, id: string): string {
  return wordedValues[facet]?.find((value) => value.id === id)?.label ?? id;
}

function surveyLists({ survey }: Model): SurveyList[] {
  const lists: SurveyList[] = [];
  if (survey.v1 !== null) {
    lists.push('v1');
  }
  if (survey.table) {
    lists.push('table');
  }
  if (survey.final) {
    lists.push('final');
  }
  return lists.length > 0 ? lists : ['later'];
}

function families(parts: readonly Part[]): string[] {
  return parts.map(({ family }) => family);
}
