import { identityKeys, sameWork } from '../../src/core/bibliography/identity';
import { workRecord } from '../../src/core/bibliography/record';
import { needsGenerator } from '../../src/core/catalog/pipeline';
import type { Model, Work } from '../../src/core/catalog/types';
import type { Problem } from './problems';

/** Outputs that take more than understanding; boxes, masks and pictures that are found are pointed at. */
const made = new Set(['image', 'video', 'audio', '3d', 'motion']);

/** What parts of a model pass to each other, though nobody gives it to the model or gets it. */
const internal = new Set(['box', 'mask']);

/** What every work must have, and that no two are the same. Forms of identifiers are checked where they are read. */
export function checkWorkQuality(works: readonly Work[], file: string): Problem[] {
  const problems: Problem[] = [];
  const report = (key: string, field: string, message: string): void => {
    problems.push({ file, field: `${key}, ${field}`, message });
  };
  for (const { key, title, authors, year, doi, arxiv, url, posted } of works) {
    if (title.trim() === '') {
      report(key, 'title', 'is empty');
    }
    if (authors.length === 0 || authors.some(({ family }) => family.trim() === '')) {
      report(key, 'author', 'names nobody');
    }
    if (!Number.isInteger(year)) {
      report(key, 'year', 'is no year');
    } else if (year < Number(posted.slice(0, 4))) {
      report(key, 'year', `is before the first posting, ${posted}`);
    }
    if (doi === undefined && arxiv === undefined && url === undefined) {
      report(key, 'url', 'has neither DOI nor arXiv number nor address');
    }
  }
  return [...problems, ...checkSame(works, file)];
}

function checkSame(works: readonly Work[], file: string): Problem[] {
  const byIdentity = new Map<string, Work[]>();
  const problems = new Map<string, Problem>();
  for (const work of works) {
    const record = workRecord(work);
    for (const identity of identityKeys(record)) {
      for (const other of byIdentity.get(identity) ?? []) {
        if (sameWork(record, workRecord(other))) {
          problems.set(work.key, { file, field: work.key, message: `is the same work as ${other.key}` });
        }
      }
      byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), work]);
    }
  }
  return [...problems.values()];
}

/** What a model takes in, gives out, is for and is made of must fit together, or the file says why it does not. */
export function checkModelQuality(models: readonly Model[]): Problem[] {
  return models.flatMap((model): Problem[] => {
    const { architecture, outputs, inputs, survey, open = {} } = model;
    const problems: Problem[] = [];
    const report = (field: string, message: string): void => {
      problems.push({ file: `data/models/${model.id}.yaml`, field, message });
    };
    // What tools give out comes from the tools.
    const lacksGenerator =
      needsGenerator(model) && architecture.generators.length === 0 && model.design !== 'tool-using';
    if (lacksGenerator && open['generators'] === undefined) {
      report(
        'architecture.generators',
        `is missing for ${outputs.join(', ')}; or say why in open.generators`,
      );
    }
    if (!lacksGenerator && open['generators'] !== undefined) {
      report('open.generators', 'says why something is missing that is not');
    }
    // The survey's own division stands as it is.
    const makes = outputs.some((output) => made.has(output));
    const pointsOnly = outputs.every((output) => output === 'text');
    const disagrees = model.function === 'understanding' ? makes : pointsOnly;
    if (disagrees && !survey.final && open['function'] === undefined) {
      report(
        'function',
        `is ${model.function} with the outputs ${outputs.join(', ')}; or say why in open.function`,
      );
    }
    for (const [field, parts, known] of [
      ['encoders', architecture.encoders, inputs],
      ['generators', architecture.generators, outputs],
    ] as const) {
      const strange = parts
        .flatMap(({ modalities = [] }) => modalities)
        .filter((modality) => !internal.has(modality) && !known.includes(modality))
        // Documents are read as images.
        .filter((modality) => !(modality === 'image' && known.includes('document')));
      if (strange.length > 0 && open[field] === undefined) {
        report(`architecture.${field}`, `are for ${strange.join(', ')}, which the model does not have`);
      }
    }
    if (inputs.length === 0) {
      report('inputs', 'must name something');
    }
    return problems;
  });
}
