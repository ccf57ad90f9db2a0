import { scoreColumns } from '../benchmarks/ranking';
import type { Benchmark, ScoreColumn } from '../benchmarks/types';
import { guideTree } from './tree';
import type { GuideEntry } from './tree';
import type { Dataset, GuideData } from './types';

/** The survey's knowledge, found by ids. Look-up tables are built on first use. */
export class Guide {
  readonly data: GuideData;
  #tree: readonly GuideEntry[] | undefined;
  #entries: ReadonlyMap<string, GuideEntry> | undefined;

  /** @param data - as the build has validated it: everything it refers to is there */
  constructor(data: GuideData) {
    this.data = data;
  }

  /** The branches: design guide, datasets, benchmarks. */
  get tree(): readonly GuideEntry[] {
    return (this.#tree ??= guideTree(this.data));
  }

  /** The columns of the table of scores in the survey's order. */
  get columns(): readonly ScoreColumn[] {
    return scoreColumns(this.data.benchmarks, this.data.scores);
  }

  /** @param id - of a page, e.g. `recipes/resolution`, `dataset/align`, `benchmark/gqa` */
  entry(id: string): GuideEntry | undefined {
    this.#entries ??= new Map(this.tree.flatMap(withDescendants).map((entry) => [entry.id, entry]));
    return this.#entries.get(id);
  }

  dataset(id: string): Dataset | undefined {
    return this.data.datasets.datasets.find((dataset) => dataset.id === id);
  }

  benchmark(id: string): Benchmark | undefined {
    return this.data.benchmarks.find((benchmark) => benchmark.id === id);
  }
}

/**
 * Reads `dist/guide.json`, which the build has validated.
 *
 * @throws Error that says what is wrong, in words for people
 */
export function parseGuide(json: string): Guide {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    throw new Error(`The guide is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const needed = [
    'architecture',
    'training',
    'recipes',
    'trends',
    'directions',
    'survey',
    'datasets',
    'benchmarks',
    'scores',
  ];
  const isObject = typeof data === 'object' && data !== null;
  const missing = needed.find((name) => !isObject || !Object.hasOwn(data as object, name));
  if (missing !== undefined) {
    throw new Error(`The guide has no "${missing}".`);
  }
  return new Guide(data as GuideData);
}

function withDescendants(entry: GuideEntry): GuideEntry[] {
  return [entry, ...entry.children.flatMap(withDescendants)];
}
