import type { Modality, Model } from './types';

/** What a model takes in or gives out besides text, as the survey's taxonomy figure divides it. */
export type Kind = 'text' | 'image' | 'video' | 'audio' | '3d' | 'many' | 'other';

/** A box of the figure: what goes in and what comes out, text aside. */
export interface Box {
  readonly input: Kind;
  readonly output: Kind;
}

/** The boxes of the figure by function, in its order and as it prints them. */
export const surveyBoxes: Readonly<Record<Model['function'], Readonly<Record<string, Box>>>> = {
  understanding: {
    'I+T→T': { input: 'image', output: 'text' },
    'V+T→T': { input: 'video', output: 'text' },
    'A+T→T': { input: 'audio', output: 'text' },
    '3D+T→T': { input: '3d', output: 'text' },
    'Many→T': { input: 'many', output: 'text' },
  },
  generation: {
    'I+T→I+T': { input: 'image', output: 'image' },
    'V+T→V+T': { input: 'video', output: 'video' },
    'A/S+T→A/S+T': { input: 'audio', output: 'audio' },
    'Many→I+T': { input: 'many', output: 'image' },
    'Many→Many': { input: 'many', output: 'many' },
  },
};

/** As the figure counts: a document is an image; boxes, masks and retrieved images are images when they come out. */
const inputKinds: Readonly<Record<Modality, Kind | undefined>> = {
  text: undefined,
  image: 'image',
  video: 'video',
  audio: 'audio',
  '3d': '3d',
  document: 'image',
  box: undefined,
  mask: undefined,
  'retrieved-image': 'image',
  action: undefined,
  motion: 'other',
  imu: 'other',
  fmri: 'other',
};
const outputKinds: Readonly<Record<Modality, Kind | undefined>> = {
  ...inputKinds,
  box: 'image',
  mask: 'image',
  motion: 'other',
};

/** Where a model stands in the taxonomy: the box that the survey puts it in, else what its inputs and outputs make. */
export function boxOf(model: Model): Box {
  const printed = model.survey.box === undefined ? undefined : surveyBoxes[model.function][model.survey.box];
  if (printed) {
    return printed;
  }
  const input = kindOf(model.inputs, inputKinds);
  // The figure counts pointing at a region as understanding where it counts the model so.
  const outputs =
    model.function === 'understanding'
      ? model.outputs.filter((output) => output !== 'box' && output !== 'mask')
      : model.outputs;
  return { input, output: kindOf(outputs, outputKinds) };
}

function kindOf(modalities: readonly Modality[], kinds: Readonly<Record<Modality, Kind | undefined>>): Kind {
  const found = new Set(modalities.map((modality) => kinds[modality]).filter((kind) => kind !== undefined));
  const [first = 'text'] = found;
  return found.size > 1 ? 'many' : first;
}
