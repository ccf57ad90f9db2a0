import { readGuideSources, readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { compileGuide } from '../../../scripts/catalog/guide';
import { Catalog } from '../../../src/core/catalog/catalog';
import { Guide } from '../../../src/core/guide/guide';
import type { GuideEntry } from '../../../src/core/guide/tree';

/** The catalog and the guide as this repository has them. */
export async function repositoryGuide(): Promise<{ catalog: Catalog; guide: Guide }> {
  const { data } = compileCatalog(await readSources());
  const { data: guide, problems } = compileGuide(await readGuideSources(), data);
  if (!guide) {
    throw new Error(problems.map(({ message }) => message).join('\n'));
  }
  return { catalog: new Catalog(data), guide: new Guide(guide) };
}

/** All entries, each once. */
export function allEntries({ tree }: Guide): GuideEntry[] {
  const found = new Map<string, GuideEntry>();
  const add = (entry: GuideEntry): void => {
    found.set(entry.id, entry);
    entry.children.forEach(add);
  };
  tree.forEach(add);
  return [...found.values()];
}
