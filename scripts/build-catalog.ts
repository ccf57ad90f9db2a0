/**
 * Compiles `data/` into `dist/catalog.json` and `dist/guide.json`. Run with `npx tsx scripts/build-catalog.ts`; ends with exit code 1 and one
 * line for each problem, naming file and field, if something is wrong.
 */
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCatalog } from './catalog/compile';
import type { CatalogSources } from './catalog/compile';
import { compileGuide, GUIDE_FILES } from './catalog/guide';
import type { GuidePart, GuideSources } from './catalog/guide';
import { formatProblem } from './catalog/problems';
import type { SourceFile } from './catalog/yamlFile';

/** Where things are unless told otherwise: the checkout this script is in. */
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Reads `data/` of a checkout. */
export async function readSources(root = ROOT): Promise<CatalogSources> {
  const read = async (file: string): Promise<SourceFile> => ({
    file,
    text: await readFile(path.join(root, file), 'utf8'),
  });
  const schema = async (name: string): Promise<object> =>
    JSON.parse((await read(`data/schema/${name}.schema.json`)).text) as object;
  const names = (await readdir(path.join(root, 'data/models'))).sort();
  return {
    models: await Promise.all(names.map((name) => read(`data/models/${name}`))),
    families: await read('data/families.yaml'),
    vocabulary: await read('data/vocabulary.yaml'),
    bibliography: await read('data/bibliography.bib'),
    schemas: {
      model: await schema('model'),
      families: await schema('families'),
      vocabulary: await schema('vocabulary'),
    },
  };
}

/** Reads the guide, datasets and benchmarks of a checkout. */
export async function readGuideSources(root = ROOT): Promise<GuideSources> {
  const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');
  const files: Partial<Record<GuidePart, SourceFile>> = {};
  const schemas: Record<string, object> = {};
  for (const part of Object.keys(GUIDE_FILES) as GuidePart[]) {
    const { file, schema } = GUIDE_FILES[part];
    files[part] = { file, text: await read(file) };
    schemas[schema] ??= JSON.parse(await read(`data/schema/${schema}.schema.json`)) as object;
  }
  return { files: files as Record<GuidePart, SourceFile>, schemas };
}

/**
 * Validates `data/` and writes `dist/catalog.json` and `dist/guide.json` (the same bytes for the same sources).
 *
 * @throws Error whose message lists every problem, one a line
 */
export async function buildCatalog(root = ROOT): Promise<void> {
  const { data, problems } = compileCatalog(await readSources(root));
  const guide = compileGuide(await readGuideSources(root), data);
  problems.push(...guide.problems);
  if (problems.length > 0) {
    throw new Error(problems.map(formatProblem).join('\n'));
  }
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist/catalog.json'), JSON.stringify(data));
  await writeFile(path.join(root, 'dist/guide.json'), JSON.stringify(guide.data));
  console.log(`dist/catalog.json: ${data.models.length} models, ${data.works.length} works`);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  buildCatalog().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
