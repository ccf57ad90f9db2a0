import { Ajv } from 'ajv';
import type { CatalogData, Model } from '../../src/core/catalog/types';
import { checkCatalog } from './crossChecks';
import { compileFamilies } from './families';
import type { FamilyRules } from './families';
import { compileModel } from './models';
import type { ModelFile } from './models';
import type { Problem } from './problems';
import { checkVocabulary, compileVocabulary } from './vocabulary';
import type { NameLists } from './vocabulary';
import { compileWorks } from './works';
import { readYaml } from './yamlFile';
import type { SourceFile } from './yamlFile';

/** Everything in `data/` that the catalog is made of. */
export interface CatalogSources {
  readonly models: readonly SourceFile[];
  readonly families: SourceFile;
  readonly vocabulary: SourceFile;
  readonly bibliography: SourceFile;
  /** Parsed JSON Schemas of `data/schema/`. */
  readonly schemas: { readonly model: object; readonly families: object; readonly vocabulary: object };
}

/**
 * Compiles the sources, collecting everything that is wrong instead of stopping at the first mistake.
 *
 * @returns the catalog, to be used only if `problems` is empty
 */
export function compileCatalog(sources: CatalogSources): { data: CatalogData; problems: Problem[] } {
  const problems: Problem[] = [];
  const ajv = new Ajv({ allErrors: true });
  const families = readYaml(sources.families, ajv.compile<FamilyRules>(sources.schemas.families), problems);
  const familyOf = families ? compileFamilies(families, sources.families.file, problems) : () => '';
  const validate = ajv.compile<ModelFile>(sources.schemas.model);
  const models: Model[] = [];
  for (const source of sources.models) {
    const model = readYaml(source, validate, problems);
    if (model) {
      models.push(compileModel(model, source.file, familyOf, problems));
    }
  }
  models.sort((a, b) => (a.id < b.id ? -1 : 1));
  const works = compileWorks(sources.bibliography, problems);
  problems.push(...checkCatalog(models, works, sources.bibliography.file));
  const names = readYaml(sources.vocabulary, ajv.compile<NameLists>(sources.schemas.vocabulary), problems);
  const vocabulary = compileVocabulary({ ...families, ...names });
  problems.push(
    ...checkVocabulary(vocabulary, models, works, {
      families: sources.families.file,
      names: sources.vocabulary.file,
    }),
  );
  return { data: { models, works, vocabulary }, problems };
}
