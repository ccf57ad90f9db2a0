import type { CatalogData } from '../../src/core/catalog/types';
import { richTextParts } from '../../src/core/guide/richText';
import type { GuideData, Topic } from '../../src/core/guide/types';
import { GUIDE_FILES } from './guide';
import type { GuidePart } from './guide';
import type { Problem } from './problems';

/** What ids and keys may refer to. */
interface Known {
  readonly models: ReadonlySet<string>;
  readonly works: ReadonlySet<string>;
  readonly datasets: ReadonlySet<string>;
  readonly benchmarks: ReadonlySet<string>;
}

/** Checks that need more than one file: references, uniqueness, patterns, markers in texts. */
export function checkGuide(data: GuideData, catalog: CatalogData): Problem[] {
  const problems: Problem[] = [];
  const known: Known = {
    models: new Set(catalog.models.map(({ id }) => id)),
    works: new Set(catalog.works.map(({ key }) => key)),
    datasets: new Set(data.datasets.datasets.map(({ id }) => id)),
    benchmarks: new Set(data.benchmarks.map(({ id }) => id)),
  };
  const reportIn =
    (part: GuidePart) =>
    (field: string, message: string): void => {
      problems.push({ file: GUIDE_FILES[part].file, field, message });
    };
  checkArchitecture(data, reportIn('architecture'));
  checkTraining(data, known, reportIn('training'));
  for (const part of ['recipes', 'trends', 'directions'] as const) {
    checkTopics(data[part], known, reportIn(part));
  }
  const survey = reportIn('survey');
  checkIds(data.survey.related, 'related', survey);
  for (const [field, work] of [
    ['work', data.survey.work],
    ...data.survey.related.map(({ work: key }, index) => [`related[${index}].work`, key] as const),
  ] as const) {
    checkReference(work, known.works, 'is not in data/bibliography.bib', field, survey);
  }
  checkDatasets(data, known, reportIn('datasets'));
  checkIds(data.benchmarks, 'benchmarks', reportIn('benchmarks'));
  data.benchmarks.forEach(({ work }, index) => {
    const field = `benchmarks[${index}].work`;
    checkReference(work, known.works, 'is not in data/bibliography.bib', field, reportIn('benchmarks'));
  });
  return problems;
}

type Report = (field: string, message: string) => void;

function checkArchitecture({ architecture }: GuideData, report: Report): void {
  checkIds(architecture.components, 'components', report);
  checkIds(architecture.tuning.methods, 'tuning.methods', report);
  architecture.components.forEach(({ options }, index) => {
    const field = `components[${index}].options`;
    checkIds(options, field, report);
    options.forEach(({ match }, at) => {
      try {
        new RegExp(match, 'iu');
      } catch (error) {
        report(`${field}[${at}].match`, (error as Error).message);
      }
    });
  });
}

function checkTraining({ training, architecture }: GuideData, known: Known, report: Report): void {
  const formulas = new Set(
    architecture.components.flatMap((component) => component.formulas.map(({ id }) => id)),
  );
  const stages = new Set(training.stages.map(({ id }) => id));
  checkIds(training.stages, 'stages', report);
  training.stages.forEach((stage, index) => {
    const field = `stages[${index}]`;
    if (stage.parent !== undefined) {
      checkReference(stage.parent, stages, 'is no stage', `${field}.parent`, report);
    }
    stage.formulas.forEach((formula, at) => {
      const place = `${field}.formulas[${at}]`;
      checkReference(formula, formulas, 'is no formula of data/guide/architecture.yaml', place, report);
    });
    checkText(stage.text, known, `${field}.text`, report);
    stage.facts.forEach(({ text }, at) => {
      checkText(text, known, `${field}.facts[${at}].text`, report);
    });
  });
}

function checkTopics(topics: readonly Topic[], known: Known, report: Report): void {
  checkIds(topics, 'topics', report);
  topics.forEach((topic, index) => {
    const field = `topics[${index}]`;
    checkText(topic.text, known, `${field}.text`, report);
    topic.facts?.forEach(({ text }, at) => {
      checkText(text, known, `${field}.facts[${at}].text`, report);
    });
    topic.models?.forEach((id, at) => {
      checkReference(id, known.models, 'is no model', `${field}.models[${at}]`, report);
    });
    topic.chains?.forEach((chain, row) => {
      chain.forEach((id, at) => {
        checkReference(id, known.models, 'is no model', `${field}.chains[${row}][${at}]`, report);
      });
    });
    topic.benchmarks?.forEach((id, at) => {
      checkReference(id, known.benchmarks, 'is no benchmark', `${field}.benchmarks[${at}]`, report);
    });
  });
}

function checkDatasets({ datasets: { datasets } }: GuideData, known: Known, report: Report): void {
  checkIds(datasets, 'datasets', report);
  datasets.forEach(({ work, model, benchmark }, index) => {
    const field = `datasets[${index}]`;
    if (work !== undefined) {
      checkReference(work, known.works, 'is not in data/bibliography.bib', `${field}.work`, report);
    }
    if (model !== undefined) {
      checkReference(model, known.models, 'is no model', `${field}.model`, report);
    }
    if (benchmark !== undefined) {
      checkReference(benchmark, known.benchmarks, 'is no benchmark', `${field}.benchmark`, report);
    }
  });
}

function checkIds(items: readonly { readonly id: string }[], field: string, report: Report): void {
  const seen = new Set<string>();
  items.forEach(({ id }, index) => {
    if (seen.has(id)) {
      report(`${field}[${index}].id`, `“${id}” is used twice`);
    }
    seen.add(id);
  });
}

function checkReference(
  id: string,
  known: ReadonlySet<string>,
  what: string,
  field: string,
  report: Report,
): void {
  if (!known.has(id)) {
    report(field, `“${id}” ${what}`);
  }
}

function checkText(text: string, known: Known, field: string, report: Report): void {
  for (const part of richTextParts(text)) {
    if (part.kind === 'reference') {
      const ids = { model: known.models, dataset: known.datasets, benchmark: known.benchmarks }[part.to];
      checkReference(part.id, ids, `is no ${part.to}`, field, report);
    }
  }
  if (text.replaceAll(/\[\[[a-z0-9/-]+\]\]/g, '').includes('[[')) {
    report(field, 'has [[ without the id of a model, dataset or benchmark and ]]');
  }
}
