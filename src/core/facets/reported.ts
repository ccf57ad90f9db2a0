import type { Model, Work } from '../catalog/types';

/** What a model may or may not make known; ids are the same in every version. */
export type Reported =
  | 'pretraining-data'
  | 'pretraining-size'
  | 'instruction-data'
  | 'instruction-size'
  | 'architecture'
  | 'sizes'
  | 'code'
  | 'home-page'
  | 'license'
  | 'doi'
  | 'arxiv'
  | 'doubt';

/** `158K`, `1.4B`, `343,546`, `VideoInstruct100K`; not `T2M`, which is a task. */
const amount =
  /(?<!\b[A-Z])\d(?:[\d.,]*\d)?\s?[KMBT]\b|\b\d{1,3}(?:,\d{3})+\b|\d\s+(?:hours|samples|instructions)\b/iu;

/** What the catalog knows that a model makes known. */
export function reportedBy(model: Model, work: Work): readonly Reported[] {
  const { training, architecture, links } = model;
  const known: readonly (readonly [Reported, boolean])[] = [
    ['pretraining-data', training.pretraining !== null || training.pretrainingData !== undefined],
    ['pretraining-size', training.pretraining !== null || amount.test(training.pretrainingData ?? '')],
    ['instruction-data', training.instructionTuning !== null || training.instructionTuningData !== undefined],
    [
      'instruction-size',
      training.instructionTuning !== null || amount.test(training.instructionTuningData ?? ''),
    ],
    ['architecture', Object.values(architecture).some((parts: readonly unknown[]) => parts.length > 0)],
    ['sizes', (model.sizes?.length ?? 0) > 0],
    ['code', links.code !== undefined],
    ['home-page', links.home !== undefined],
    ['license', model.license !== undefined],
    ['doi', work.doi !== undefined],
    ['arxiv', work.arxiv !== undefined],
    ['doubt', work.doubt !== undefined || (model.conflicts?.length ?? 0) > 0],
  ];
  return known.flatMap(([id, isKnown]) => (isKnown ? [id] : []));
}
