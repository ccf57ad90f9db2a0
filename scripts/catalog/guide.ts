import { Ajv } from 'ajv';
import type { Benchmark, ScoreTable } from '../../src/core/benchmarks/types';
import type { CatalogData } from '../../src/core/catalog/types';
import type { DatasetTables, GuideData, Topic } from '../../src/core/guide/types';
import { checkGuide } from './guideChecks';
import type { Problem } from './problems';
import { checkScores } from './scoreChecks';
import { readYaml } from './yamlFile';
import type { SourceFile } from './yamlFile';

/** The files of the guide with the schemas they follow; paths from the repository's root. */
export const GUIDE_FILES = {
  architecture: { file: 'data/guide/architecture.yaml', schema: 'guide-architecture' },
  training: { file: 'data/guide/training.yaml', schema: 'guide-training' },
  recipes: { file: 'data/guide/recipes.yaml', schema: 'guide-topics' },
  trends: { file: 'data/guide/trends.yaml', schema: 'guide-topics' },
  directions: { file: 'data/guide/directions.yaml', schema: 'guide-topics' },
  survey: { file: 'data/guide/survey.yaml', schema: 'guide-survey' },
  datasets: { file: 'data/datasets.yaml', schema: 'datasets' },
  benchmarks: { file: 'data/benchmarks/benchmarks.yaml', schema: 'benchmarks' },
  scores: { file: 'data/benchmarks/scores.yaml', schema: 'scores' },
} as const;

export type GuidePart = keyof typeof GUIDE_FILES;

export interface GuideSources {
  readonly files: Readonly<Record<GuidePart, SourceFile>>;
  /** Parsed JSON Schemas of `data/schema/`, by their names in {@link GUIDE_FILES}. */
  readonly schemas: Readonly<Record<string, object>>;
}

/**
 * Compiles the guide, datasets, benchmarks and scores, collecting everything that is wrong.
 *
 * @param catalog - whose models and works they refer to
 * @returns the guide, complete only if `problems` is empty
 */
export function compileGuide(
  sources: GuideSources,
  catalog: CatalogData,
): { data: GuideData | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const ajv = new Ajv({ allErrors: true });
  const read = <T>(part: GuidePart): T | undefined => {
    const { schema } = GUIDE_FILES[part];
    const known = ajv.getSchema<T>(schema);
    const validate = known ?? ajv.addSchema(sources.schemas[schema] ?? {}, schema).getSchema<T>(schema);
    return validate && readYaml<T>(sources.files[part], validate as never, problems);
  };
  const topics = (part: GuidePart): readonly Topic[] | undefined =>
    read<{ topics: readonly Topic[] }>(part)?.topics;
  const data = {
    architecture: read<GuideData['architecture']>('architecture'),
    training: read<GuideData['training']>('training'),
    recipes: topics('recipes'),
    trends: topics('trends'),
    directions: topics('directions'),
    survey: read<GuideData['survey']>('survey'),
    datasets: read<DatasetTables>('datasets'),
    benchmarks: read<{ benchmarks: readonly Benchmark[] }>('benchmarks')?.benchmarks,
    scores: read<ScoreTable>('scores'),
  };
  // References can be followed only if everything could be read.
  if (problems.length > 0) {
    return { data: undefined, problems };
  }
  const whole = data as GuideData;
  problems.push(...checkGuide(whole, catalog), ...checkScores(whole, catalog));
  return { data: whole, problems };
}
