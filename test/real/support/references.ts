import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { Catalog } from '../../../src/core/catalog/catalog';

/** Writes all works of a catalog into `refs.bib` in a folder, with their fields as they are in the catalog. */
export async function writeReferences(folder: string, catalog: Catalog): Promise<void> {
  const entries = catalog.works.map(({ entry }) => {
    const fields = Object.entries(entry.fields).map(([name, value]) => `  ${name} = {${value}},\n`);
    return `@${entry.type}{${entry.key},\n${fields.join('')}}\n`;
  });
  await writeFile(path.join(folder, 'refs.bib'), entries.join('\n'));
}
