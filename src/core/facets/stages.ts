import type { Model, Stage } from '../catalog/types';

const preference =
  /\b(?:RLHF|RLAIF|DPO|RL|\w*GRPO)\b|reinforcement learning|preference optimi[sz]ation|\bpreferences\b/u;
const tuning =
  /\bSFT\b|\binstruction[- ]tun|\bsupervised (?:fine-|and DPO )?tun|\btun(?:es|ed|ing)\b[^.;]*\binstructions?\b(?! follow)/iu;
const noTuning = /without (?:any )?supervised fine-/iu;
const pretraining = /\bpre-?trains\b|\bpre-training\b/iu;

/**
 * The training stages that the facts tell of: what a model is trained on, how, and what is new about it. Facts that say
 * nothing of a stage do not say that there was none.
 *
 * @returns in the order of the survey's pipeline; `'none'` alone for a system that is put together without training
 */
export function trainingStages({ training, idea }: Model): readonly (Stage | 'none')[] {
  if (training.stages) {
    return training.stages;
  }
  if (/^none\b/iu.test(training.procedure ?? '')) {
    return ['none'];
  }
  const told = [training.procedure, training.instructionTuningData, idea.en].join('\n');
  const stages: Stage[] = [];
  if (
    training.pretraining !== null ||
    training.pretrainingData !== undefined ||
    pretraining.test(`${training.procedure ?? ''}\n${idea.en}`)
  ) {
    stages.push('pre-training');
  }
  if (isTuned(training) || (tuning.test(told) && !noTuning.test(told))) {
    stages.push('sft');
  }
  if (preference.test(told)) {
    stages.push('preference');
  }
  return stages;
}

/** Preference data is kept with the instruction data, but tuning on it is another stage. */
function isTuned({ instructionTuning, instructionTuningData }: Model['training']): boolean {
  return (
    instructionTuning !== null ||
    (instructionTuningData !== undefined &&
      (!preference.test(instructionTuningData) || /\bSFT\b/u.test(instructionTuningData)))
  );
}
