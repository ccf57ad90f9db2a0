import type { Modality, Model, Part } from './types';

export type PipelineRole = 'encoder' | 'inputProjector' | 'backbone' | 'outputProjector' | 'generator';

/** One station between a model's inputs and outputs. */
export interface PipelineStage {
  readonly role: PipelineRole;
  /** English. */
  readonly label: string;
  /** As {@link partText} writes them; empty if not reported. */
  readonly parts: string[];
}

const stageLabels: Readonly<Record<PipelineRole, string>> = {
  encoder: 'Encoder',
  inputProjector: 'Input projector',
  backbone: 'LLM backbone',
  outputProjector: 'Output projector',
  generator: 'Generator',
};

/** Outputs that a language model cannot write down as text. */
const generated: readonly Modality[] = ['image', 'video', 'audio', '3d', 'motion'];

/**
 * The stations of a model in the order data passes them. Those after the language model are left out if the model makes
 * nothing but text and none is reported.
 */
export function pipelineStages(model: Pick<Model, 'architecture' | 'outputs'>): PipelineStage[] {
  const { architecture } = model;
  const stages: PipelineStage[] = [
    stage('encoder', architecture.encoders),
    stage('inputProjector', architecture.inputProjectors),
    stage('backbone', architecture.backbones),
  ];
  const { outputProjectors, generators } = architecture;
  if (needsGenerator(model) || outputProjectors.length > 0 || generators.length > 0) {
    stages.push(stage('outputProjector', outputProjectors), stage('generator', generators));
  }
  return stages;
}

/** Whether a model makes something that its language model alone cannot. */
export function needsGenerator(model: Pick<Model, 'outputs'>): boolean {
  return model.outputs.some((output) => generated.includes(output));
}

/** A part with its sizes, e.g. `Vicuna 7B/13B`. Sizes that the name says already are not repeated. */
export function partText(part: Part): string {
  const sizes = (part.sizes ?? []).filter((size) => !part.name.includes(size));
  return sizes.length > 0 ? `${part.name} ${sizes.join('/')}` : part.name;
}

function stage(role: PipelineRole, parts: readonly Part[]): PipelineStage {
  return { role, label: stageLabels[role], parts: parts.map(partText) };
}
