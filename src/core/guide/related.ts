import type { Catalog } from '../catalog/catalog';
import type { Architecture, Model, Part } from '../catalog/types';
import type { Guide } from './guide';
import type { GuideEntry } from './tree';

/** Models that have a family of parts in common with another. */
export interface Kin {
  readonly family: string;
  readonly models: readonly Model[];
}

/** What else has to do with a model. */
export interface Related {
  readonly backbone: readonly Kin[];
  readonly encoder: readonly Kin[];
  readonly connector: readonly Kin[];
  /** Older models that it has among its parts. */
  readonly buildsOn: readonly Model[];
  /** Those before it in a trend that the survey sees. */
  readonly before: readonly Model[];
  /** Recipes, trends, directions that name it, datasets made for it. */
  readonly entries: readonly GuideEntry[];
}

/** Finds what else has to do with a model; kin is nearest in time first. */
export function relatedTo(model: Model, guide: Guide, catalog: Catalog): Related {
  const kin = (part: keyof Architecture): Kin[] =>
    [...new Set(model.architecture[part].map(({ family }) => family))].map((family) => ({
      family,
      models: nearest(
        model,
        catalog.models.filter((other) => hasFamily(other.architecture[part], family)),
      ),
    }));
  const topics = guide.tree.flatMap(withDescendants).filter(({ subject }) => {
    switch (subject.kind) {
      case 'topic':
        return subject.topic.models?.includes(model.id) === true;
      case 'dataset':
        return subject.dataset.model === model.id;
      default:
        return false;
    }
  });
  return {
    backbone: kin('backbones'),
    encoder: kin('encoders'),
    connector: kin('inputProjectors'),
    buildsOn: foundations(model, catalog),
    before: beforeInTrends(model, guide, catalog),
    entries: [...new Map(topics.map((entry) => [entry.id, entry])).values()],
  };
}

/** Older models whose names stand in the names of its parts. */
function foundations(model: Model, catalog: Catalog): Model[] {
  const parts = Object.values(model.architecture as unknown as Record<string, readonly Part[]>)
    .flat()
    .map(({ name }) => name.toLowerCase());
  const inParts = catalog.models.filter(
    (other) =>
      other.id !== model.id &&
      other.released <= model.released &&
      parts.some((part) => namesModel(part, other.name.toLowerCase())),
  );
  // `LLaVA-1.5` also contains `LLaVA`: the longer name is meant.
  const meant = inParts.filter(
    ({ name }) =>
      !inParts.some(
        (longer) =>
          longer.name !== name &&
          longer.name.toLowerCase().startsWith(name.toLowerCase()) &&
          parts
            .filter((part) => part.includes(name.toLowerCase()))
            .every((part) => part.includes(longer.name.toLowerCase())),
      ),
  );
  return meant;
}

function beforeInTrends(model: Model, guide: Guide, catalog: Catalog): Model[] {
  const ids = guide.data.trends.flatMap(({ chains = [] }) =>
    chains.flatMap((chain) => {
      const at = chain.indexOf(model.id);
      return at > 0 ? [chain[at - 1] ?? ''] : [];
    }),
  );
  return [...new Set(ids)].flatMap((id) => catalog.model(id) ?? []);
}

/** Whether a part's name has a model's name as words of its own, e.g. `LLaVA-NeXT with Vicuna` has `LLaVA-NeXT`. */
function namesModel(part: string, name: string): boolean {
  const at = part.indexOf(name);
  const isEdge = (char: string | undefined): boolean => char === undefined || !/[a-z0-9]/.test(char);
  return (
    at >= 0 &&
    isEdge(part[at - 1]) &&
    isEdge(part[at + name.length]) &&
    !/^[-.]?\d/.test(part.slice(at + name.length))
  );
}

function hasFamily(parts: readonly Part[], family: string): boolean {
  return parts.some((part) => part.family === family);
}

function nearest(model: Model, others: readonly Model[]): Model[] {
  const months = ({ released }: Model): number =>
    Number(released.slice(0, 4)) * 12 + Number(released.slice(5, 7));
  const distance = (other: Model): number => Math.abs(months(other) - months(model));
  return others.filter(({ id }) => id !== model.id).sort((a, b) => distance(a) - distance(b));
}

function withDescendants(entry: GuideEntry): GuideEntry[] {
  return [entry, ...entry.children.flatMap(withDescendants)];
}
