import type { GuideEntry } from './tree';
import type { PageContext } from './pageText';
import {
  bullets,
  cell,
  fill,
  markdownTable,
  pageLink,
  richMarkdown,
  section,
  sourceLine,
  titleText,
} from './pageText';
import { componentPage, optionPage } from './architecturePage';
import { datasetListPage, datasetPage } from './datasetPage';
import { formulaBlocks } from './formulaBlocks';
import { modelSections } from './modelSections';
import { benchmarkPage, scoresPage } from './scorePage';
import { relatedSurveyPage, surveyPage } from './surveyPage';
import { topicPage } from './topicPage';

/** A page that can be shown: its name and its Markdown. */
export interface GuidePage {
  readonly title: string;
  readonly markdown: string;
}

/**
 * A page of the guide in Markdown: an entry's, by its id, or what the guide knows of a model, by `model/<id>`.
 *
 * @returns `undefined` if there is no such page
 */
export function guidePage(id: string, context: PageContext): GuidePage | undefined {
  const modelId = /^model\/(.+)$/.exec(id)?.[1];
  if (modelId !== undefined) {
    const model = context.catalog.model(modelId);
    return model && page(model.name, modelSections(model, context));
  }
  const entry = context.guide.entry(id);
  return entry && page(titleText(entry.title, context), entryBlocks(entry, context));
}

function page(title: string, blocks: readonly string[]): GuidePage {
  return { title, markdown: [`# ${cell(title)}`, ...blocks].filter((block) => block !== '').join('\n\n') };
}

function entryBlocks(entry: GuideEntry, context: PageContext): string[] {
  const { guide, words } = context;
  const { data } = guide;
  const { subject } = entry;
  switch (subject.kind) {
    case 'guide':
    case 'surveys':
    case 'datasets':
    case 'topics':
      return contents(entry, context);
    case 'architecture':
      return [
        bullets(
          data.architecture.facts.map(({ text, source }) => `${cell(text)} ${sourceLine(source, context)}`),
        ),
        ...contents(entry, context),
      ];
    case 'training':
      return [
        cell(data.training.overview.text),
        sourceLine(data.training.overview.source, context),
        ...contents(entry, context),
        ...section(words.notes, bullets(data.training.notes.map(({ text }) => cell(text)))),
      ];
    case 'tuning': {
      const { tuning } = data.architecture;
      return [
        richMarkdown(tuning.text, context),
        ...markdownTable(
          [cell(words.method), cell(words.meaning), cell(words.namedIn)],
          tuning.methods.map(({ id, name, text, where }) => [
            pageLink(`tuning/${id}`, name, context),
            cell(text),
            cell(where ?? ''),
          ]),
        ),
        ...section(words.formulas, ...formulaBlocks(entry, context)),
        cell(`${words.alsoNamed}: ${tuning.alsoNamed.join(', ')}`),
        sourceLine(tuning.source, context),
      ];
    }
    case 'method':
      return [
        cell(subject.method.text),
        ...formulaBlocks(entry, context),
        subject.method.where === undefined ? '' : cell(`${words.namedIn}: ${subject.method.where}`),
        sourceLine(data.architecture.tuning.source, context),
      ];
    case 'component':
      return componentPage(entry, subject.component, context);
    case 'option':
      return optionPage(subject.component, subject.option, context);
    case 'stage': {
      const { stage } = subject;
      return [
        richMarkdown(stage.text, context),
        bullets(stage.facts.map(({ text }) => richMarkdown(text, context))),
        ...section(words.dataFamilies, bullets(stage.dataFamilies.map(cell))),
        ...section(words.formulas, ...formulaBlocks(entry, context)),
        ...contents(entry, context),
        pageLink(
          `datasets/${stage.table}`,
          stage.table === 'pre-training' ? words.preTraining : words.instructionTuning,
          context,
        ),
        sourceLine(stage.source, context),
      ];
    }
    case 'topic':
      return topicPage(subject.topic, context);
    case 'survey':
      return surveyPage(context);
    case 'related':
      return relatedSurveyPage(subject.survey, context);
    case 'datasetList':
      return datasetListPage(entry, subject.list, context);
    case 'dataset':
      return datasetPage(subject.dataset, context);
    case 'benchmarks':
      return [...scoresPage(context), ...contents(entry, context)];
    case 'benchmark':
      return benchmarkPage(subject.benchmark, context);
  }
}

/** The entries below a heading as links, with how many there are below each. */
function contents(entry: GuideEntry, context: PageContext): string[] {
  const { words } = context;
  const items = entry.children.map((child) => {
    const count =
      child.children.length > 0 ? ` (${fill(words.entryCount, String(child.children.length))})` : '';
    return pageLink(child.id, titleText(child.title, context), context) + count;
  });
  return section(words.contents, bullets(items));
}
