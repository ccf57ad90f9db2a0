import { modalityWords } from '../catalog/modalities';
import type { PageContext } from './pageText';
import {
  bullets,
  cell,
  markdownTable,
  modelLink,
  pageLink,
  reference,
  section,
  sourceLine,
} from './pageText';
import type { DatasetList, GuideEntry } from './tree';
import type { Dataset, InstructionData } from './types';
import type { GuideWords } from './words';

type Fact = readonly [label: string, value: string];

/** A dataset: what the survey's tables say of it, what is doubtful, and its reference. */
export function datasetPage(dataset: Dataset, context: PageContext): string[] {
  const { words, catalog } = context;
  const about: Fact[] = [
    ...(dataset.aliases ? [[words.otherNames, cell(dataset.aliases.join(', '))] as const] : []),
    ...(dataset.model === undefined ? [] : [[words.madeFor, modelLink(dataset.model, context)] as const]),
    ...(dataset.benchmark === undefined
      ? []
      : [[words.benchmark, pageLink(`benchmark/${dataset.benchmark}`, dataset.name, context)] as const]),
  ];
  return [
    ...factTable(about, context),
    ...(dataset.preTraining
      ? section(
          words.preTraining,
          ...factTable(preTrainingFacts(dataset.preTraining, words), context),
          sourceLine(dataset.preTraining.source, context),
        )
      : []),
    ...(dataset.instructionTuning ?? []).flatMap((row) =>
      section(
        `${words.instructionTuning}: ${row.printed}`,
        ...factTable(instructionFacts(dataset, row, words), context),
        sourceLine(row.source, context),
      ),
    ),
    ...section(words.whatIsDoubtful, bullets((dataset.doubts ?? []).map(({ text }) => cell(text)))),
    ...reference(dataset.work === undefined ? undefined : catalog.work(dataset.work), dataset.links, context),
  ];
}

/** A list of datasets as the survey's table. */
export function datasetListPage(entry: GuideEntry, list: DatasetList, context: PageContext): string[] {
  const { words, guide } = context;
  const datasets = entry.children.flatMap(({ subject }) =>
    subject.kind === 'dataset' ? [subject.dataset] : [],
  );
  const name = (dataset: Dataset, printed = dataset.name): string =>
    pageLink(`dataset/${dataset.id}`, printed, context);
  if (list === 'other') {
    return [bullets(datasets.map((dataset) => name(dataset)))];
  }
  const { source, notes = [] } = guide.data.datasets.tables[list];
  const rows = datasets.flatMap((dataset): (readonly [string, readonly Fact[]])[] =>
    list === 'preTraining'
      ? dataset.preTraining
        ? [[name(dataset), preTrainingFacts(dataset.preTraining, words)]]
        : []
      : (dataset.instructionTuning ?? []).map((row) => [
          name(dataset, row.printed),
          instructionFacts(dataset, row, words),
        ]),
  );
  const heads = rows[0]?.[1].map(([label]) => cell(label)) ?? [];
  return [
    ...markdownTable(
      [cell(titleOf(entry, words)), ...heads],
      rows.map(([first, facts]) => [first, ...facts.map(([, value]) => value)]),
    ),
    bullets([...notes.map(cell), sourceLine(source, context)]),
  ];
}

function titleOf({ title }: GuideEntry, { language }: GuideWords): string {
  return title[language];
}

function factTable(facts: readonly Fact[], { words }: PageContext): string[] {
  return facts.length === 0
    ? []
    : [
        [
          '| | |',
          '|---|---|',
          ...facts.map(
            ([label, value]) => `| ${cell(label)} | ${value === '' ? cell(words.notReported) : value} |`,
          ),
        ].join('\n'),
      ];
}

function preTrainingFacts(data: NonNullable<Dataset['preTraining']>, words: GuideWords): Fact[] {
  const kinds = data.modalities.map((modality) => modalityWords[modality]).join(', ');
  return [
    [words.modalities, cell(kinds + (data.interleaved ? ` (${words.interleaved})` : ''))],
    [words.items, cell(data.items ?? '')],
    [words.texts, cell(data.texts ?? '')],
    [words.pairs, cell(data.pairs)],
  ];
}

function instructionFacts(dataset: Dataset, row: InstructionData, words: GuideWords): Fact[] {
  const value = (field: keyof InstructionData): string => {
    const printed = row[field];
    const text = typeof printed === 'boolean' ? (printed ? words.yes : words.no) : (printed ?? '');
    const isDoubtful = dataset.doubts?.some((doubt) => doubt.field === field) === true;
    return isDoubtful ? `*${cell(text === '' ? '–' : text)}?*` : cell(text);
  };
  return [
    [words.stage, value('stage')],
    [words.inAndOut, value('io')],
    [words.madeFrom, value('from')],
    [words.method, value('method')],
    [words.multiTurn, value('multiTurn')],
    [words.images, value('images')],
    [words.videos, value('videos')],
    [words.audios, value('audios')],
    [words.turns, value('turns')],
    [words.instances, value('instances')],
  ];
}
