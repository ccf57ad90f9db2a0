import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownCatalogSchema } from '../../../scripts/catalog/ownSchema';
import { Catalog } from '../../../src/core/catalog/catalog';
import type { MergedCatalog } from '../../../src/core/ownCatalogs/merge';
import { mergeOwnCatalogs } from '../../../src/core/ownCatalogs/merge';
import { readOwnCatalog } from '../../../src/core/ownCatalogs/readFile';
import type { JsonSchema } from '../../../src/core/ownCatalogs/schema';
import { SchemaChecker } from '../../../src/core/ownCatalogs/schema';
import type { OwnFile, OwnProblem } from '../../../src/core/ownCatalogs/types';
import { architecture, model, part, work } from '../catalog/fixtures';

const source = join(__dirname, '..', '..', '..', 'data', 'schema', 'model.schema.json');

export const schema = ownCatalogSchema(JSON.parse(readFileSync(source, 'utf8')) as object) as JsonSchema;
export const checker = new SchemaChecker(schema);

/** A catalog of two models. */
export const base = new Catalog({
  models: [
    model('blip-2', {
      name: 'BLIP-2',
      work: 'li2023blip',
      license: 'BSD',
      architecture: architecture({ backbones: [part('OPT')], encoders: [part('ViT')] }),
      training: { pretraining: '129M', instructionTuning: null },
      sources: { license: 'repository' },
    }),
    model('llava', { name: 'LLaVA', work: 'liu2023visual' }),
  ],
  works: [
    work('li2023blip', { arxiv: '2301.12597', title: 'BLIP-2: Bootstrapping', authors: [{ family: 'Li' }] }),
    work('liu2023visual', { arxiv: '2304.08485', title: 'Visual Instruction Tuning' }),
  ],
  families: { backbones: [{ label: 'Vicuna', match: 'vicuna' }] },
});

export function read(text: string, name = 'team.yaml'): OwnFile {
  return readOwnCatalog(`file:///w/${name}`, name, text, checker);
}

/** The fixture's catalog with these files, by their names. */
export function merged(files: Readonly<Record<string, string>>): MergedCatalog {
  return mergeOwnCatalogs(
    base,
    Object.entries(files).map(([name, text]) => read(text, name)),
  );
}

/** Each problem as its kind and the text it stands at. */
export function said(problems: readonly OwnProblem[], text: string): string[] {
  return problems.map(({ text: kind, range }) => `${kind}: ${text.slice(range.start, range.end)}`);
}
