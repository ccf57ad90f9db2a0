import type { Catalog } from './catalog';
import { boxOf, surveyBoxes } from './taxonomy';
import type { Box, Kind } from './taxonomy';
import type { Model, Part } from './types';

/** How the models can be divided. */
export type Grouping =
  'function' | 'year' | 'backbone' | 'encoder' | 'inputProjector' | 'institution' | 'surveyV1';

/** Models that have something in common. */
export interface ModelGroup {
  /** Unique within its grouping and the same in every version: what a translation or a stored state refers to. */
  readonly id: string;
  /** English. */
  readonly label: string;
  /** Different models in this group and the groups in it. */
  readonly count: number;
  readonly groups: readonly ModelGroup[];
  /** Those directly in this group. */
  readonly models: readonly Model[];
}

/**
 * Divides the models of a catalog. A model with several backbones, encoders or institutions stands with each of them.
 *
 * @returns groups that hold at least one model: years newest first, families and institutions by size, the boxes of the
 *   survey's figure in its order; what is not reported last. Models are newest first, those of the survey's first
 *   version by number.
 */
export function groupModels(catalog: Catalog, by: Grouping): readonly ModelGroup[] {
  const models = [...catalog.models].sort((a, b) => compare(b.released, a.released));
  switch (by) {
    case 'function':
      return byFunction(models);
    case 'year':
      return byKey(
        models,
        by,
        (model) => [model.released.slice(0, 4)],
        (a, b) => compare(b.label, a.label),
      );
    case 'backbone':
      return byKey(models, by, (model) => families(model.architecture.backbones), bySize);
    case 'encoder':
      return byKey(models, by, (model) => families(model.architecture.encoders), bySize);
    case 'inputProjector':
      return byKey(models, by, (model) => families(model.architecture.inputProjectors), bySize);
    case 'institution':
      return byKey(models, by, (model) => model.institutions, bySize);
    case 'surveyV1':
      return surveyV1(models);
  }
}

const labels = {
  understanding: 'Multimodal understanding',
  generation: 'Multimodal generation',
  toolUsing: 'Tool-using systems',
  otherBoxes: 'Other inputs and outputs',
  surveyV1: "Survey's first version",
  notReported: 'Not reported',
} as const;

const kindLabels: Readonly<Record<Kind, string>> = {
  text: 'text',
  image: 'image + text',
  video: 'video + text',
  audio: 'audio + text',
  '3d': '3D + text',
  many: 'many',
  other: 'other',
};

function boxLabel({ input, output }: Box): string {
  const label = `${kindLabels[input]} → ${kindLabels[output]}`;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function byFunction(models: readonly Model[]): ModelGroup[] {
  const groups = (['understanding', 'generation'] as const).map((name) => {
    const id = `function/${name}`;
    const ofFunction = models.filter((model) => model.function === name);
    return parent(id, labels[name], boxGroups(id, name, ofFunction));
  });
  // The figure's second division: these stand in a box above as well.
  const toolUsing = models.filter((model) => model.design === 'tool-using');
  return [...groups, leaf('function/tool-using', labels.toolUsing, toolUsing)].filter(
    ({ count }) => count > 0,
  );
}

function boxGroups(parentId: string, name: Model['function'], models: readonly Model[]): ModelGroup[] {
  const idOf = ({ input, output }: Box): string => `${parentId}/${input}-${output}`;
  const byBox = new Map<string, { box: Box; models: Model[] }>();
  for (const box of Object.values(surveyBoxes[name])) {
    byBox.set(idOf(box), { box, models: [] });
  }
  const others = new Map<string, { box: Box; models: Model[] }>();
  for (const model of models) {
    const box = boxOf(model);
    const id = idOf(box);
    const place = byBox.get(id) ?? others.get(id);
    if (place) {
      place.models.push(model);
    } else {
      others.set(id, { box, models: [model] });
    }
  }
  const group = ([id, place]: [string, { box: Box; models: Model[] }]): ModelGroup =>
    leaf(id, boxLabel(place.box), place.models);
  const other = parent(`${parentId}/other`, labels.otherBoxes, [...others].map(group).sort(bySize));
  return [...[...byBox].map(group), other].filter(({ count }) => count > 0);
}

function surveyV1(models: readonly Model[]): ModelGroup[] {
  const listed = models
    .filter((model) => model.survey.v1 !== null)
    .sort((a, b) => (a.survey.v1 ?? 0) - (b.survey.v1 ?? 0));
  return listed.length > 0 ? [leaf('surveyV1', labels.surveyV1, listed)] : [];
}

function byKey(
  models: readonly Model[],
  by: Grouping,
  keysOf: (model: Model) => readonly string[],
  order: (a: ModelGroup, b: ModelGroup) => number,
): ModelGroup[] {
  const found = new Map<string, Model[]>();
  const notReported: Model[] = [];
  for (const model of models) {
    const keys = new Set(keysOf(model));
    for (const key of keys) {
      const group = found.get(key);
      if (group) {
        group.push(model);
      } else {
        found.set(key, [model]);
      }
    }
    if (keys.size === 0) {
      notReported.push(model);
    }
  }
  const groups = [...found].map(([key, members]) => leaf(`${by}/${key}`, key, members)).sort(order);
  return notReported.length > 0 ? [...groups, leaf(`${by}/?`, labels.notReported, notReported)] : groups;
}

function families(parts: readonly Part[]): string[] {
  return parts.map((part) => part.family);
}

function leaf(id: string, label: string, models: readonly Model[]): ModelGroup {
  return { id, label, count: models.length, groups: [], models };
}

function parent(id: string, label: string, groups: readonly ModelGroup[]): ModelGroup {
  const count = new Set(groups.flatMap((group) => [...modelsIn(group)])).size;
  return { id, label, count, groups, models: [] };
}

function modelsIn(group: ModelGroup): readonly Model[] {
  return [...group.models, ...group.groups.flatMap(modelsIn)];
}

function bySize(a: ModelGroup, b: ModelGroup): number {
  return b.count - a.count || compare(a.label, b.label);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
