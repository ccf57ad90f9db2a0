import { modalityWords } from '../catalog/modalities';
import type { Architecture, Modality, Model, Work } from '../catalog/types';
import type { OwnFields } from './types';

/** What a new model is made of. */
export interface NewModel {
  readonly id: string;
  readonly name: string;
  /** File that it comes from. */
  readonly origin: string;
  readonly fields: OwnFields;
  readonly architecture: Partial<Architecture>;
}

/** A model of an own catalog; what it does not say is said by its work, or stays open. */
export function newModel({ id, name, origin, fields, architecture }: NewModel, work: Work): Model {
  const inputs = fields.inputs ?? [];
  const outputs = fields.outputs ?? [];
  const generates = outputs.some((output) => !['text', 'box', 'mask'].includes(output));
  return {
    id,
    name,
    aliases: fields.aliases ?? [],
    work: work.key,
    released: fields.released ?? work.posted,
    institutions: fields.institutions ?? [],
    inputs,
    outputs,
    function: fields.function ?? (generates ? 'generation' : 'understanding'),
    design: fields.design ?? 'end-to-end',
    architecture: {
      encoders: [],
      inputProjectors: [],
      backbones: [],
      outputProjectors: [],
      generators: [],
      ...architecture,
    },
    training: { pretraining: null, instructionTuning: null, ...fields.training },
    idea: ideaOf(fields, inputs, outputs, work),
    survey: { v1: null, table: false, final: false },
    links: fields.links ?? {},
    ...(fields.license !== undefined && { license: fields.license }),
    ...(fields.sizes && { sizes: fields.sizes }),
    sources: fields.sources ?? {},
    ...(fields.conflicts && { conflicts: fields.conflicts }),
    ...(fields.notes && { notes: fields.notes }),
    origin: { name: origin },
  };
}

/** Sentences that go on after the name; where the file has none, what is certain. */
function ideaOf(
  { idea }: OwnFields,
  inputs: readonly Modality[],
  outputs: readonly Modality[],
  work: Work,
): Model['idea'] {
  const words = (list: readonly Modality[]): string => list.map((each) => modalityWords[each]).join(', ');
  const isKnown = inputs.length > 0 && outputs.length > 0;
  const made = isKnown
    ? {
        en: `takes in ${words(inputs)} and gives out ${words(outputs)}.`,
        zh: `输入：${words(inputs)}；输出：${words(outputs)}。`,
      }
    : { en: `is described in “${work.title}”.`, zh: `见论文“${work.title}”。` };
  const given = idea?.en ?? idea?.zh;
  return { en: given ?? made.en, zh: idea?.zh ?? given ?? made.zh };
}
