/** What models are divided by, filtered by and searched by. */
export type FacetId =
  | 'function'
  | 'design'
  | 'input'
  | 'output'
  | 'encoder'
  | 'inputProjector'
  | 'backbone'
  | 'outputProjector'
  | 'generator'
  | 'stage'
  | 'year'
  | 'released'
  | 'venue'
  | 'institution'
  | 'survey'
  | 'reports';

/** One property that models have values of. */
export interface Facet {
  /** The same in every version. */
  readonly id: FacetId;
  /** How queries call it, in small letters; the first is the one that is written. */
  readonly names: readonly [string, ...string[]];
  /** English. */
  readonly label: string;
  /** Its values are years, which queries can give a range of. */
  readonly years?: true;
}

/** All facets, in the order they are offered. */
export const facets: readonly Facet[] = [
  { id: 'function', names: ['function', 'task'], label: 'Function' },
  { id: 'design', names: ['design'], label: 'Design' },
  { id: 'input', names: ['in', 'input', 'inputs', 'takes'], label: 'Input' },
  { id: 'output', names: ['out', 'output', 'outputs', 'gives'], label: 'Output' },
  { id: 'encoder', names: ['encoder', 'encoders'], label: 'Modality Encoder' },
  {
    id: 'inputProjector',
    names: ['connector', 'projector', 'input-projector', 'inputprojector'],
    label: 'Input Projector',
  },
  { id: 'backbone', names: ['backbone', 'backbones', 'llm'], label: 'LLM Backbone' },
  { id: 'outputProjector', names: ['output-projector', 'outputprojector'], label: 'Output Projector' },
  { id: 'generator', names: ['generator', 'generators'], label: 'Modality Generator' },
  { id: 'stage', names: ['stage', 'training'], label: 'Training Stage' },
  { id: 'year', names: ['year', 'published'], label: 'Year', years: true },
  { id: 'released', names: ['released', 'posted'], label: 'Year of First Posting', years: true },
  { id: 'venue', names: ['venue', 'conference', 'journal'], label: 'Venue' },
  { id: 'institution', names: ['institution', 'from', 'affiliation', 'by'], label: 'Institution' },
  { id: 'survey', names: ['survey', 'list'], label: 'Place in the Survey' },
  { id: 'reports', names: ['has', 'reports'], label: 'What Is Reported' },
];

const byName = new Map(facets.flatMap((facet) => facet.names.map((name) => [name, facet] as const)));
const byId = new Map(facets.map((facet) => [facet.id, facet]));

/** The facet that a query means by a name, in letters of any case. */
export function facetNamed(name: string): Facet | undefined {
  return byName.get(name.toLowerCase());
}

export function facetOf(id: FacetId): Facet {
  const facet = byId.get(id);
  if (!facet) {
    throw new Error(`There is no facet "${id}".`);
  }
  return facet;
}
