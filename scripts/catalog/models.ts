import type { Architecture, Conflict, Modality, Model, Part, Stage } from '../../src/core/catalog/types';
import { components } from './families';
import type { Component, FamilyOf } from './families';
import type { Problem } from './problems';

/** A model as a contributor writes it: what is unknown is left out, families are not written. */
export interface ModelFile {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly work: string;
  readonly released: string;
  readonly institutions: readonly string[];
  readonly inputs: readonly Modality[];
  readonly outputs: readonly Modality[];
  readonly function: Model['function'];
  readonly design: Model['design'];
  readonly architecture?: Readonly<Partial<Record<Component, readonly Omit<Part, 'family'>[]>>>;
  readonly sizes?: readonly string[];
  readonly training?: Readonly<Partial<Record<Exclude<keyof Model['training'], 'stages'>, string>>> & {
    readonly stages?: readonly Stage[];
  };
  readonly idea: Model['idea'];
  readonly survey?: {
    readonly v1?: number;
    readonly table?: true;
    readonly final?: true;
    readonly box?: string;
  };
  readonly links?: Model['links'];
  readonly license?: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly conflicts?: readonly Conflict[];
  readonly open?: Model['open'];
  readonly notes?: readonly string[];
}

/** Turns a validated file into the catalog's model: adds families and what the file leaves out. */
export function compileModel(
  source: ModelFile,
  file: string,
  familyOf: FamilyOf,
  problems: Problem[],
): Model {
  const stem = file.replace(/^.*\//, '').replace(/\.yaml$/, '');
  if (stem !== source.id) {
    problems.push({ file, field: 'id', message: `is “${source.id}”, but the file is called ${stem}.yaml` });
  }
  checkSources(source, file, problems);
  const { training = {}, survey = {} } = source;
  return {
    id: source.id,
    name: source.name,
    aliases: source.aliases ?? [],
    work: source.work,
    released: source.released,
    institutions: source.institutions,
    inputs: source.inputs,
    outputs: source.outputs,
    function: source.function,
    design: source.design,
    architecture: compileArchitecture(source, file, familyOf, problems),
    training: {
      ...training,
      pretraining: training.pretraining ?? null,
      instructionTuning: training.instructionTuning ?? null,
    },
    idea: { en: source.idea.en, zh: source.idea.zh },
    survey: {
      v1: survey.v1 ?? null,
      table: survey.table ?? false,
      final: survey.final ?? false,
      ...(survey.box !== undefined && { box: survey.box }),
    },
    links: source.links ?? {},
    ...(source.license !== undefined && { license: source.license }),
    ...(source.sizes && { sizes: source.sizes }),
    sources: source.sources,
    ...(source.conflicts && { conflicts: source.conflicts }),
    ...(source.open && { open: source.open }),
    ...(source.notes && { notes: source.notes }),
  };
}

function compileArchitecture(
  source: ModelFile,
  file: string,
  familyOf: FamilyOf,
  problems: Problem[],
): Architecture {
  const compiled: Partial<Record<Component, readonly Part[]>> = {};
  for (const component of components) {
    compiled[component] = (source.architecture?.[component] ?? []).map(({ name, ...rest }, index) => {
      const family = familyOf(component, name);
      if (family === undefined) {
        const field = `architecture.${component}[${index}].name`;
        problems.push({ file, field, message: `“${name}” fits no family of data/families.yaml` });
      }
      return { name, family: family ?? '', ...rest };
    });
  }
  return compiled as Architecture;
}

/** Every figure says where it was read. */
function checkSources(source: ModelFile, file: string, problems: Problem[]): void {
  const needed = [
    'released',
    'inputs',
    'outputs',
    'function',
    'design',
    'idea',
    ...(source.institutions.length > 0 ? ['institutions'] : []),
    ...Object.keys(source.architecture ?? {}).map((component) => `architecture.${component}`),
    ...Object.keys(source.training ?? {}).map((part) => `training.${part}`),
    ...(source.survey ? ['survey'] : []),
    ...(source.sizes ? ['sizes'] : []),
    ...(source.license === undefined ? [] : ['license']),
  ];
  for (const field of needed) {
    if (!(field in source.sources) && !(field.replace(/\..*/, '') in source.sources)) {
      problems.push({ file, field: 'sources', message: `does not say where ${field} was read` });
    }
  }
}
