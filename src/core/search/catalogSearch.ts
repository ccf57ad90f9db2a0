import type { Catalog } from '../catalog/catalog';
import { modalityWords } from '../catalog/modalities';
import type { Model, Part, Work } from '../catalog/types';
import { SearchEngine } from './engine';
import type { FieldHighlights, SearchField, SearchHit } from './engine';

/** A model that was found. */
export interface ModelHit {
  readonly model: Model;
  /** Comparable within one search only. */
  readonly score: number;
  /** By field of {@link modelFields}; ranges are in the field's text. */
  readonly highlights: readonly FieldHighlights[];
}

/** The fields of {@link modelFields}, the most important first. */
export const catalogFields: readonly SearchField[] = [
  { name: 'name', weight: 10, compound: true },
  { name: 'aliases', weight: 8, compound: true },
  { name: 'title', weight: 4 },
  { name: 'authors', weight: 3 },
  { name: 'backbones', weight: 2.5, compound: true },
  { name: 'parts', weight: 2, compound: true },
  { name: 'year', weight: 3.5 },
  { name: 'posted', weight: 1 },
  // The year in a key is the first posting's: it must count for less than the year of the publication.
  { name: 'key', weight: 3 },
  { name: 'venue', weight: 2 },
  { name: 'institutions', weight: 2 },
  { name: 'modalities', weight: 1.5 },
];

/** Searches the models of a catalog; newer models stand before older ones that match as well. Indexed on first use. */
export class CatalogSearch {
  private engine: SearchEngine | undefined;

  constructor(private readonly catalog: Catalog) {}

  /**
   * @param query - see `SearchEngine.search`; if it has no word, all models are found, the newest first
   * @param options - `limit`: most models wanted, 200 if not said
   */
  search(query: string, options: { limit?: number } = {}): readonly ModelHit[] {
    this.engine ??= this.index();
    return this.engine.search(query, options).flatMap((hit) => {
      const model = this.catalog.model(hit.id);
      return model ? [new CatalogHit(model, hit)] : [];
    });
  }

  private index(): SearchEngine {
    const engine = new SearchEngine(catalogFields);
    const newestFirst = [...this.catalog.models].sort((a, b) =>
      a.released < b.released ? 1 : a.released > b.released ? -1 : 0,
    );
    engine.add(
      newestFirst.map((model) => ({ id: model.id, fields: modelFields(model, this.catalog.workOf(model)) })),
    );
    return engine;
  }
}

/** Highlights are asked for the few hits shown, so they are passed on unread. */
class CatalogHit implements ModelHit {
  constructor(
    readonly model: Model,
    private readonly hit: SearchHit,
  ) {}

  get score(): number {
    return this.hit.score;
  }

  get highlights(): readonly FieldHighlights[] {
    return this.hit.highlights;
  }
}

/** The text of each field in which a model is searched; several values are on lines of their own. */
export function modelFields(model: Model, work: Work): Record<string, string> {
  const { encoders, inputProjectors, backbones, outputProjectors, generators } = model.architecture;
  return {
    name: model.name,
    aliases: lines([...model.aliases, model.id]),
    title: lines([work.title, ...(work.otherTitles ?? [])]),
    authors: lines(
      work.authors.map(({ family, given }) => (given === undefined ? family : `${given} ${family}`)),
    ),
    backbones: lines(backbones.flatMap(namesOf)),
    parts: lines([...encoders, ...inputProjectors, ...outputProjectors, ...generators].flatMap(namesOf)),
    year: String(work.year),
    posted: model.released.slice(0, 4),
    key: work.key,
    venue: work.venue,
    institutions: lines(model.institutions),
    modalities: lines([
      ...[...model.inputs, ...model.outputs].map((modality) => modalityWords[modality]),
      model.function,
      model.design,
    ]),
  };
}

function namesOf(part: Part): string[] {
  return [part.name, part.family, ...(part.sizes ?? [])];
}

function lines(values: readonly string[]): string {
  return [...new Set(values)].join('\n');
}
