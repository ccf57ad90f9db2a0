import type { Catalog } from '../catalog/catalog';
import { modalityWords } from '../catalog/modalities';
import type { CitedTable, Spans } from '../writing/content';
import { cite, enumerateSpans, mark, text } from '../writing/content';
import type { Guide } from './guide';
import { finalOptions } from './sentences';
import { citedModel } from './spans';
import type { Dataset, GuideComponent, InstructionData } from './types';
import { modelsUsing } from './usage';

/** Models named as examples in a row. */
const MOST_EXAMPLES = 4;

/** The options for a component: what each is, and models that use it. */
export function componentTable(component: GuideComponent, guide: Guide, catalog: Catalog): CitedTable {
  const rows = finalOptions(component).map((option): Spans[] => {
    const examples = modelsUsing(component, option, catalog).slice(0, MOST_EXAMPLES);
    return [
      [text(option.name)],
      option.brief === undefined ? [] : [text(option.brief)],
      examples.flatMap((model, index) => [...(index > 0 ? [text(', ')] : []), ...citedModel(model)]),
    ];
  });
  return {
    id: component.id,
    caption: [
      text(`Options for the ${component.name.en} of multimodal LLMs`),
      cite(guide.data.survey.work),
      text('.'),
    ],
    columns: [
      { head: 'Option', align: 'left', width: 0.18 },
      { head: 'What it is', align: 'left', width: 0.36 },
      { head: 'Models, for example', align: 'left', width: 0.36 },
    ],
    rows,
    notes: [],
  };
}

/** Ways to tune the backbone with few parameters. */
export function tuningTable(guide: Guide): CitedTable {
  const { architecture, survey } = guide.data;
  return {
    id: 'tuning',
    caption: [text('Parameter-efficient fine-tuning of the LLM backbone'), cite(survey.work), text('.')],
    columns: [
      { head: 'Method', align: 'left' },
      { head: 'What it does', align: 'left', width: 0.65 },
    ],
    rows: architecture.tuning.methods.map(({ name, text: words }) => [[text(name)], [text(words)]]),
    notes: [],
  };
}

/** The survey's table of pre-training data. */
export function preTrainingTable(guide: Guide): CitedTable {
  const { datasets, survey } = guide.data;
  return {
    id: 'pre-training-data',
    caption: [text(`${datasets.tables.preTraining.caption}`), cite(survey.work), text('.')],
    columns: [
      { head: 'Dataset', align: 'left' },
      { head: 'Modality', align: 'left' },
      { head: 'Items', align: 'right' },
      { head: 'Texts', align: 'right' },
      { head: 'Pairs', align: 'right' },
    ],
    rows: datasets.datasets.flatMap((dataset) => {
      const data = dataset.preTraining;
      return data
        ? [
            [
              nameCell(dataset, dataset.name),
              [
                text(
                  data.modalities.map((each) => modalityWords[each]).join(', ') +
                    (data.interleaved ? ' (interleaved)' : ''),
                ),
              ],
              amount(data.items),
              amount(data.texts),
              amount(data.pairs),
            ],
          ]
        : [];
    }),
    notes: [],
  };
}

/** The survey's table of instruction-tuning data, doubtful cells marked. */
export function instructionTable(guide: Guide): CitedTable {
  const { datasets, survey } = guide.data;
  const notes: Spans[] = [];
  const marked = (dataset: Dataset, row: InstructionData, field: keyof InstructionData): Spans => {
    const doubt = dataset.doubts?.find((each) => each.field === field);
    const value = row[field];
    if (!doubt) {
      return value === undefined ? [] : [text(String(value))];
    }
    const letter = String.fromCharCode('a'.charCodeAt(0) + notes.length);
    notes.push([mark(letter), text(` ${doubt.text}`)]);
    return [text(value === undefined ? '–' : String(value)), mark(letter)];
  };
  const rows = datasets.datasets.flatMap((dataset) =>
    (dataset.instructionTuning ?? []).map((row): Spans[] => [
      nameCell(dataset, row.printed),
      [text(row.stage)],
      [text(row.io)],
      [text(row.method)],
      marked(dataset, row, 'images'),
      marked(dataset, row, 'videos'),
      marked(dataset, row, 'audios'),
      marked(dataset, row, 'turns'),
      marked(dataset, row, 'instances'),
    ]),
  );
  return {
    id: 'instruction-tuning-data',
    caption: [text(datasets.tables.instructionTuning.caption), cite(survey.work), text('.')],
    columns: [
      { head: 'Dataset', align: 'left' },
      { head: 'Stage', align: 'left' },
      { head: 'In and out', align: 'left' },
      { head: 'Method', align: 'left' },
      { head: 'Images', align: 'right' },
      { head: 'Videos', align: 'right' },
      { head: 'Audios', align: 'right' },
      { head: 'Turns', align: 'right' },
      { head: 'Instances', align: 'right' },
    ],
    rows,
    notes,
  };
}

/** Names of datasets as a sentence. */
export function datasetsSentence(guide: Guide, list: 'preTraining' | 'instructionTuning'): Spans {
  const { datasets, survey } = guide.data;
  const names = datasets.datasets
    .filter((dataset) => dataset[list])
    .map((dataset) => nameCell(dataset, dataset.name));
  const what = list === 'preTraining' ? 'pre-training' : 'instruction tuning';
  return [
    text(`Data for multimodal ${what}`),
    cite(survey.work),
    text(' are '),
    ...enumerateSpans(names),
    text('.'),
  ];
}

function nameCell(dataset: Dataset, name: string): Spans {
  return [text(name), ...(dataset.work === undefined ? [] : [cite(dataset.work)])];
}

function amount(printed: string | undefined): Spans {
  return printed === undefined ? [] : [text(printed)];
}
