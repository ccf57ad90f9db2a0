import type { Catalog } from '../catalog/catalog';
import type { Cancellation } from '../library/workspace';
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

const workFields: readonly SearchField[] = [
  { name: 'key', weight: 6, compound: true },
  { name: 'title', weight: 4, compound: true },
  { name: 'authors', weight: 3 },
  { name: 'year', weight: 2 },
  { name: 'venue', weight: 2 },
];

/** Searches the models of a catalog; newer models stand before older ones that match as well. Indexed on first use. */
export class CatalogSearch {
  private engine: SearchEngine | undefined;
  private others: SearchEngine | undefined;

  constructor(private readonly catalog: Catalog) {}

  /**
   * @param query - see `SearchEngine.search`; if it has no word, all models are found, the newest first
   * @param options - `limit`: most models wanted, 200 if not said
   */
  search(query: string, options: { limit?: number; token?: Cancellation } = {}): readonly ModelHit[] {
    this.engine ??= this.index();
    return this.engine.search(query, options).flatMap((hit) => {
      const model = this.catalog.model(hit.id);
      return model ? [new CatalogHit(model, hit)] : [];
    });
  }

  /**
   * Searches the works that describe no model: those on datasets, benchmarks, methods, and surveys.
   *
   * @param query - if it has no word, all of them are found, in the order of the catalog
   */
  otherWorks(query: string, options: { limit?: number; token?: Cancellation } = {}): readonly Work[] {
    this.others ??= this.indexOthers();
    return this.others.search(query, options).flatMap(({ id }) => this.catalog.work(id) ?? []);
  }

  private indexOthers(): SearchEngine {
    const engine = new SearchEngine(workFields);
    const others = this.catalog.works.filter(({ key }) => this.catalog.modelsOf(key).length === 0);
    engine.add(others.map((work) => ({ id: work.key, fields: describedBy(work) })));
    return engine;
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

/** What a work says about itself. */
function describedBy(work: Work): Record<string, string> {
  return {
    title: lines([work.title, ...(work.otherTitles ?? [])]),
    authors: lines(
      work.authors.map(({ family, given }) => (given === undefined ? family : `${given} ${family}`)),
    ),
    year: String(work.year),
    key: work.key,
    venue: work.venue,
  };
}

/** The text of each field in which a model is searched; several values are on lines of their own. */
export function modelFields(model: Model, work: Work): Record<string, string> {
  const { encoders, inputProjectors, backbones, outputProjectors, generators } = model.architecture;
  return {
    ...describedBy(work),
    name: model.name,
    aliases: lines([...model.aliases, model.id]),
    backbones: lines(backbones.flatMap(namesOf)),
    parts: lines([...encoders, ...inputProjectors, ...outputProjectors, ...generators].flatMap(namesOf)),
    posted: model.released.slice(0, 4),
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
