import type { Catalog } from '../catalog/catalog';
import type { CitedTable, Content, Spans } from '../writing/content';
import { cite, enumerateSpans, text } from '../writing/content';
import type { Guide } from './guide';
import { benchmarkSentence, benchmarkTables, scoreTables } from './scoreContent';
import {
  componentSentence,
  datasetSentence,
  optionSentence,
  stageSentence,
  surveySentence,
  topicSentence,
} from './sentences';
import { richSpans, withSource } from './spans';
import { componentTable, datasetsSentence, instructionTable, preTrainingTable, tuningTable } from './tables';
import type { GuideEntry, InsertionForm } from './tree';
import { formsOf, workOfEntry } from './tree';
import type { Formula } from './types';

/**
 * What an entry of the guide is in a draft.
 *
 * @param form - one of {@link formsOf} the entry
 * @returns `undefined` if the entry has no such form
 */
export function contentOf(
  entry: GuideEntry,
  form: InsertionForm,
  guide: Guide,
  catalog: Catalog,
): Content | undefined {
  if (!formsOf(entry).includes(form)) {
    return undefined;
  }
  switch (form) {
    case 'sentence':
      return { form, spans: sentenceOf(entry, guide, catalog) };
    case 'table':
      return { form, tables: tablesOf(entry, guide, catalog) };
    case 'formula':
      return { form, formulas: formulasOf(entry, guide) };
    case 'citation':
      return { form, work: workOfEntry(entry, guide.data) ?? guide.data.survey.work };
  }
}

/** The formulas that belong to an entry: its own, or those that make a training objective. */
export function formulasOf({ subject }: GuideEntry, guide: Guide): readonly Formula[] {
  const { components, tuning } = guide.data.architecture;
  switch (subject.kind) {
    case 'component':
      return subject.component.formulas;
    case 'method':
      return subject.method.formula ? [subject.method.formula] : [];
    case 'tuning':
      return tuning.methods.flatMap(({ formula }) => formula ?? []);
    case 'stage':
      return components
        .flatMap(({ formulas }) => formulas)
        .filter(({ id }) => subject.stage.formulas.includes(id));
    default:
      return [];
  }
}

function sentenceOf({ subject }: GuideEntry, guide: Guide, catalog: Catalog): Spans {
  const { data } = guide;
  const { work } = data.survey;
  switch (subject.kind) {
    case 'survey':
      return surveySentence(guide);
    case 'related': {
      const { survey } = subject;
      const role = survey.role ?? 'Related survey.';
      return [
        text(survey.name),
        cite(survey.work),
        text(` is a survey: ${role.charAt(0).toLowerCase()}${role.slice(1)}`),
      ];
    }
    case 'architecture': {
      const names = data.architecture.components.map(({ name }): Spans => [text(name.en)]);
      const facts = data.architecture.facts.map((fact) => fact.text).join(' ');
      return [
        text('The general architecture of MM-LLMs'),
        cite(work),
        text(' has five components: '),
        ...enumerateSpans(names),
        text(`. ${facts}`),
      ];
    }
    case 'component':
      return componentSentence(subject.component, guide, catalog);
    case 'option':
      return optionSentence(subject.component, subject.option, guide, catalog);
    case 'tuning': {
      const { tuning } = data.architecture;
      const names = tuning.methods.map(({ name }): Spans => [text(name)]);
      return [
        ...richSpans(tuning.text, guide, catalog, work),
        text(' Methods are '),
        ...enumerateSpans(names),
        text('.'),
      ];
    }
    case 'method':
      return withSource([text(`${subject.method.name}: ${subject.method.text}`)], work);
    case 'training':
      return withSource([text(data.training.overview.text)], work);
    case 'stage':
      return stageSentence(subject.stage, guide, catalog);
    case 'topic':
      return topicSentence(subject.topic, guide, catalog);
    case 'datasetList':
      return subject.list === 'other' ? [] : datasetsSentence(guide, subject.list);
    case 'dataset':
      return datasetSentence(subject.dataset, guide);
    case 'benchmarks': {
      const names = data.benchmarks.map((each): Spans => [text(each.name), cite(each.work)]);
      return [
        text('Benchmarks for multimodal LLMs'),
        cite(work),
        text(' are '),
        ...enumerateSpans(names),
        text('.'),
      ];
    }
    case 'benchmark':
      return benchmarkSentence(subject.benchmark, guide, catalog);
    case 'guide':
    case 'surveys':
    case 'datasets':
    case 'topics':
      return [];
  }
}

function tablesOf({ subject }: GuideEntry, guide: Guide, catalog: Catalog): readonly CitedTable[] {
  switch (subject.kind) {
    case 'component':
      return [componentTable(subject.component, guide, catalog)];
    case 'tuning':
      return [tuningTable(guide)];
    case 'datasetList':
      return [subject.list === 'preTraining' ? preTrainingTable(guide) : instructionTable(guide)];
    case 'benchmark':
      return benchmarkTables(subject.benchmark, guide, catalog);
    case 'benchmarks':
      return scoreTables(guide, catalog);
    default:
      return [];
  }
}
