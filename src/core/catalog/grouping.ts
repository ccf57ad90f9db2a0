import { FacetIndex } from '../facets/facetIndex';
import type { FacetValue } from '../facets/facetIndex';
import type { FacetId } from '../facets/facets';
import { facets } from '../facets/facets';
import type { Catalog } from './catalog';
import { boxOf, surveyBoxes } from './taxonomy';
import type { Box, Kind } from './taxonomy';
import type { Model } from './types';

/** How the models can be divided: by a facet, or the list of the survey's first version alone. */
export type Grouping = Exclude<FacetId, 'reports'> | 'surveyV1';

/** The order of models in a group. */
export type ModelOrder = 'newest' | 'name';

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

export interface GroupOptions {
  /** Those that are grouped; all if not said. */
  readonly models?: ReadonlySet<Model>;
  /** `newest` if not said. The list of the survey's first version keeps its own order. */
  readonly order?: ModelOrder;
}

/** All groupings, in the order they are offered. */
export const groupings: readonly Grouping[] = [
  ...facets.flatMap(({ id }) => (id === 'reports' ? [] : [id])),
  'surveyV1',
];

/**
 * Divides the models of a catalog. A model with several backbones, encoders or institutions stands with each of them.
 *
 * @returns groups that hold at least one model: years newest first, the boxes of the survey's figure and the survey's
 *   lists in its order, everything else by size; what is not reported last
 */
export function groupModels(
  catalog: Catalog,
  by: Grouping,
  { models, order = 'newest' }: GroupOptions = {},
): readonly ModelGroup[] {
  const sorted = catalog.models.filter((model) => models?.has(model) ?? true).sort(modelOrders[order]);
  switch (by) {
    case 'function':
      return byFunction(sorted);
    case 'surveyV1':
      return surveyV1(sorted);
    default:
      return byFacet(new FacetIndex(catalog), by, sorted);
  }
}

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const modelOrders: Readonly<Record<ModelOrder, (a: Model, b: Model) => number>> = {
  newest: (a, b) => compare(b.released, a.released),
  name: (a, b) => byName.compare(a.name, b.name),
};

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

/** Families in a broader one stand in its group, beside the models that have the broader one itself. */
function byFacet(index: FacetIndex, facet: FacetId, models: readonly Model[]): ModelGroup[] {
  const values = index.values(facet);
  const groupOf = (value: FacetValue): ModelGroup => {
    const inner = values.filter(({ within }) => within === value.id).map(groupOf);
    return group(
      `${facet}/${value.id}`,
      value.label,
      inner.filter(({ count }) => count > 0).sort(bySize),
      models.filter((model) => value.direct.has(model)),
    );
  };
  const groups = values.filter(({ within }) => within === undefined).map(groupOf);
  if (facet === 'survey') {
    groups.sort((a, b) => surveyLists.indexOf(a.id) - surveyLists.indexOf(b.id));
  } else if (facet !== 'year' && facet !== 'released') {
    groups.sort(bySize);
  }
  const silent = models.filter((model) => !values.some((value) => value.models.has(model)));
  return [...groups, leaf(`${facet}/?`, labels.notReported, silent)].filter(({ count }) => count > 0);
}

const surveyLists: readonly string[] = ['survey/v1', 'survey/table', 'survey/final', 'survey/later'];

function leaf(id: string, label: string, models: readonly Model[]): ModelGroup {
  return group(id, label, [], models);
}

function parent(id: string, label: string, groups: readonly ModelGroup[]): ModelGroup {
  return group(id, label, groups, []);
}

function group(
  id: string,
  label: string,
  groups: readonly ModelGroup[],
  models: readonly Model[],
): ModelGroup {
  const all = new Set([...models, ...groups.flatMap((inner) => [...modelsIn(inner)])]);
  return { id, label, count: all.size, groups, models };
}

/** Those of a group and of the groups in it; one may come more than once. */
export function modelsIn({ models, groups }: ModelGroup): readonly Model[] {
  return [...models, ...groups.flatMap(modelsIn)];
}

function bySize(a: ModelGroup, b: ModelGroup): number {
  return b.count - a.count || compare(a.label, b.label);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
