import { surveyBoxes } from '../../src/core/catalog/taxonomy';
import type { Model, Work } from '../../src/core/catalog/types';
import type { Problem } from './problems';
import { checkModelQuality, checkWorkQuality } from './quality';
import { monthOf } from './works';

/** Models in the list of the survey's first version. */
const FIRST_VERSION = 26;

/** Checks that need more than one file: references, uniqueness, dates, the survey's numbers. */
export function checkCatalog(
  models: readonly Model[],
  works: readonly Work[],
  bibliography: string,
): Problem[] {
  return [
    ...checkModels(models, works),
    ...checkModelQuality(models),
    ...checkSurvey(models),
    ...checkWorks(works, bibliography),
    ...checkWorkQuality(works, bibliography),
  ];
}

function fileOf(model: Model): string {
  return `data/models/${model.id}.yaml`;
}

function checkModels(models: readonly Model[], works: readonly Work[]): Problem[] {
  const problems: Problem[] = [];
  const byKey = new Map(works.map((work) => [work.key, work]));
  const named = new Map<string, Model>();
  for (const model of models) {
    const file = fileOf(model);
    const work = byKey.get(model.work);
    if (work === undefined) {
      problems.push({ file, field: 'work', message: `“${model.work}” is not in data/bibliography.bib` });
    }
    // People look models up by any of their names, so none may mean two models.
    for (const [index, name] of [model.name, ...model.aliases].entries()) {
      const other = named.get(name.toLowerCase());
      if (other !== undefined) {
        const field = index === 0 ? 'name' : `aliases[${index - 1}]`;
        const whose = other === model ? 'given twice' : `also a name of ${fileOf(other)}`;
        problems.push({ file, field, message: `“${name}” is ${whose}` });
      }
      named.set(name.toLowerCase(), model);
    }
    // A model may be out before its paper, but then the source of the date has to say so.
    if (
      work?.arxiv !== undefined &&
      model.released < monthOf(work.arxiv) &&
      model.sources['released'] === 'arXiv'
    ) {
      const message = `is before ${monthOf(work.arxiv)}, the month of arXiv ${work.arxiv}`;
      problems.push({ file, field: 'released', message });
    }
  }
  return problems;
}

function checkSurvey(models: readonly Model[]): Problem[] {
  const problems: Problem[] = [];
  const numbered = new Map<number, Model>();
  for (const model of models) {
    const { v1, table, final, box } = model.survey;
    if (v1 !== null) {
      const other = numbered.get(v1);
      if (other !== undefined) {
        const message = `${v1} is also the number of ${fileOf(other)}`;
        problems.push({ file: fileOf(model), field: 'survey.v1', message });
      }
      numbered.set(v1, model);
    }
    if (table && !final) {
      problems.push({
        file: fileOf(model),
        field: 'survey.final',
        message: 'all models of table 1 are in the taxonomy',
      });
    }
    if (box !== undefined && !(final && box in surveyBoxes[model.function])) {
      problems.push({
        file: fileOf(model),
        field: 'survey.box',
        message: `${box} is no box for ${model.function} in the final taxonomy`,
      });
    }
  }
  for (let number = 1; number <= FIRST_VERSION; number++) {
    if (!numbered.has(number)) {
      problems.push({
        file: 'data/models',
        field: 'survey.v1',
        message: `no model has the number ${number}`,
      });
    }
  }
  return problems;
}

function checkWorks(works: readonly Work[], file: string): Problem[] {
  const problems: Problem[] = [];
  for (const identifier of ['doi', 'arxiv', 'title'] as const) {
    const seen = new Map<string, Work>();
    for (const work of works) {
      const value = work[identifier]?.toLowerCase();
      if (value === undefined) {
        continue;
      }
      const other = seen.get(value);
      if (other !== undefined) {
        problems.push({
          file,
          field: `${work.key}, ${identifier}`,
          message: `is the same as that of ${other.key}`,
        });
      }
      seen.set(value, work);
    }
  }
  return problems;
}
