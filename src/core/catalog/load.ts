import { Catalog } from './catalog';
import type { CatalogData } from './types';

/**
 * Reads `dist/catalog.json`. The build has validated it; what is checked here is that it is that file, whole and of this
 * version, because everything else relies on it.
 *
 * @throws Error that says what is wrong, in words for people
 */
export function parseCatalog(json: string): Catalog {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    throw new Error(
      `The catalog is not valid JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return new Catalog(checked(data));
}

function checked(data: unknown): CatalogData {
  if (!isObject(data)) {
    throw new Error('The catalog must be an object with "models" and "works".');
  }
  const models = listOf(data, 'models', ['id', 'name', 'work', 'released']);
  const works = listOf(data, 'works', ['key', 'title', 'posted']);
  const keys = new Set(works.map((work) => work['key']));
  for (const model of models) {
    if (!keys.has(model['work'])) {
      throw new Error(
        `The catalog has no work "${String(model['work'])}" for the model "${String(model['id'])}".`,
      );
    }
    if (!isObject(model['architecture'])) {
      throw new Error(`The model "${String(model['id'])}" in the catalog has no "architecture".`);
    }
  }
  for (const work of works) {
    if (!isObject(work['entry'])) {
      throw new Error(`The work "${String(work['key'])}" in the catalog has no "entry".`);
    }
  }
  return data as unknown as CatalogData;
}

function listOf(
  data: Record<string, unknown>,
  name: string,
  texts: readonly string[],
): Record<string, unknown>[] {
  const list: unknown = data[name];
  if (!Array.isArray(list)) {
    throw new Error(`The catalog must have a list "${name}".`);
  }
  return list.map((item: unknown, index) => {
    if (!isObject(item)) {
      throw new Error(`Item ${index + 1} of "${name}" in the catalog is not an object.`);
    }
    const missing = texts.find((text) => typeof item[text] !== 'string');
    if (missing !== undefined) {
      throw new Error(`Item ${index + 1} of "${name}" in the catalog has no text "${missing}".`);
    }
    return item;
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
