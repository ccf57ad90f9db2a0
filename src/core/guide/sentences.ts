import type { Catalog } from '../catalog/catalog';
import { modalityWords } from '../catalog/modalities';
import type { Span, Spans } from '../writing/content';
import { cite, enumerateSpans, text } from '../writing/content';
import type { Guide } from './guide';
import { richTextParts } from './richText';
import { citedModel, citedModels, richSpans, withSource } from './spans';
import type { Dataset, GuideComponent, InstructionData, Option, Stage, Topic } from './types';
import { modelsUsing } from './usage';

/** Models named as examples of one option; all of them would be no sentence any more. */
const MOST_EXAMPLES = 3;

/** The options for a component, each with models that use it. */
export function componentSentence(component: GuideComponent, guide: Guide, catalog: Catalog): Span[] {
  const { survey } = guide.data;
  const options = finalOptions(component).map((option): Spans => {
    const examples = modelsUsing(component, option, catalog).slice(0, MOST_EXAMPLES);
    return examples.length === 0
      ? [text(option.name)]
      : [text(`${option.name} (as in `), ...enumerateSpans(examples.map(citedModel)), text(')')];
  });
  return [
    text(
      `Options in use for the ${component.name.en.replace(/^[A-Z][a-z]/, (start) => start.toLowerCase())}`,
    ),
    cite(survey.work),
    text(' are '),
    ...enumerateSpans(options),
    text('.'),
  ];
}

/** One option with what it is and the models of the survey's table that use it. */
export function optionSentence(
  component: GuideComponent,
  option: Option,
  guide: Guide,
  catalog: Catalog,
): Span[] {
  const { survey } = guide.data;
  const models = modelsUsing(component, option, catalog);
  const listed = models.filter(({ survey: place }) => place.table);
  const examples = listed.length > 0 ? listed : models.slice(0, MOST_EXAMPLES);
  const head = [
    text(
      `${option.name} is an option for the ${component.name.en.replace(/^[A-Z][a-z]/, (start) => start.toLowerCase())}`,
    ),
    cite(survey.work),
    text(option.brief === undefined ? '.' : `: ${lower(option.brief)}`),
  ];
  return examples.length === 0
    ? head
    : [...head, text(' It is used by '), ...enumerateSpans(examples.map(citedModel)), text('.')];
}

/** A stage of training with its objective and families of data. */
export function stageSentence(stage: Stage, guide: Guide, catalog: Catalog): Span[] {
  return [
    ...richSpans(stage.text, guide, catalog, guide.data.survey.work),
    ...stage.facts.flatMap((fact) => [text(' '), ...richSpans(fact.text, guide, catalog)]),
    text(` Families of data: ${stage.dataFamilies.join('; ')}.`),
  ];
}

/** A recipe, trend or direction with its facts and examples, those that its text does not name already. */
export function topicSentence(topic: Topic, guide: Guide, catalog: Catalog): Span[] {
  const texts = [topic.text, ...(topic.facts ?? []).map((fact) => fact.text)];
  const said = new Set(
    texts.flatMap(richTextParts).flatMap((part) => (part.kind === 'reference' ? [part.id] : [])),
  );
  const spans = [
    ...richSpans(topic.text, guide, catalog, guide.data.survey.work),
    ...(topic.facts ?? []).flatMap((fact) => [text(' '), ...richSpans(fact.text, guide, catalog)]),
  ];
  const chains = (topic.chains ?? []).map((chain): Spans => {
    const ids = chain.map((id): Spans => citedModels([id], catalog));
    return ids.flatMap((item, index) => [text(index === 0 ? 'from ' : ' to '), ...item]);
  });
  if (chains.length > 0) {
    spans.push(text(' It leads '), ...enumerateSpans(chains), text('.'));
  }
  const inChains = new Set(topic.chains?.flat());
  const models = (topic.models ?? []).filter((id) => !said.has(id) && !inChains.has(id));
  const benchmarks = (topic.benchmarks ?? []).flatMap((id): Spans[] => {
    const benchmark = guide.benchmark(id);
    return benchmark ? [[text(benchmark.name), cite(benchmark.work)]] : [];
  });
  const examples = [
    ...models.flatMap((id): Spans[] => {
      const model = catalog.model(id);
      return model ? [citedModel(model)] : [];
    }),
    ...benchmarks,
  ];
  if (examples.length > 0) {
    spans.push(
      text(examples.length > 1 ? ' Examples are ' : ' An example is '),
      ...enumerateSpans(examples),
      text('.'),
    );
  }
  return spans;
}

/** What a dataset holds, with what is doubtful about it. */
export function datasetSentence(dataset: Dataset, guide: Guide): Span[] {
  const { work } = guide.data.survey;
  const name: Spans = [text(dataset.name), ...(dataset.work === undefined ? [] : [cite(dataset.work)])];
  const sentences: Spans[] = [];
  if (dataset.preTraining) {
    const { modalities, items, texts, pairs, interleaved } = dataset.preTraining;
    const kinds = modalities.map((modality) => modalityWords[modality]).join(' and ');
    const amounts = [items && `${items} items`, texts && `${texts} texts`, `${pairs} pairs`].filter(Boolean);
    sentences.push(
      withSource(
        [
          ...name,
          text(
            ` is ${interleaved ? 'interleaved ' : ''}${kinds} and text data for pre-training: ${amounts.join(', ')}.`,
          ),
        ],
        work,
      ),
    );
  }
  for (const row of dataset.instructionTuning ?? []) {
    const words = ` is data for ${row.stage === 'SFT' ? 'supervised fine-tuning' : 'tuning with human feedback'} (${row.io}) made from ${row.from} (${row.method})${amountsOf(row)}.`;
    sentences.push(withSource([...name, text(words)], work));
  }
  if (sentences.length === 0) {
    sentences.push([...name, text(' is data for training multimodal models.')]);
  }
  const doubts = (dataset.doubts ?? []).map(({ text: words }): Spans => [text(`Doubtful: ${lower(words)}`)]);
  return [...sentences, ...doubts].flatMap((sentence, index) =>
    index === 0 ? [...sentence] : [text(' '), ...sentence],
  );
}

/** The survey in one sentence. */
export function surveySentence(guide: Guide): Span[] {
  const { survey } = guide.data;
  const final = survey.versions.at(-1)?.models ?? 0;
  return [
    text('The survey of MM-LLMs by Zhang et al.'),
    cite(survey.work),
    text(
      ` divides ${final} models by function and design, describes a general architecture of five components, and compares scores on ${guide.columns.length} benchmarks.`,
    ),
  ];
}

/** The options of a component that the final version has. */
export function finalOptions(component: GuideComponent): readonly Option[] {
  return component.options.filter(({ versions }) => versions.includes('final'));
}

function amountsOf(row: InstructionData): string {
  const amounts = [
    row.images && `${row.images} images`,
    row.videos && `${row.videos} videos`,
    row.audios && `${row.audios} audios`,
    row.instances && `${row.instances} instances`,
    row.turns && `${row.turns} dialogue turns`,
  ].filter(Boolean);
  return amounts.length > 0 ? `: ${amounts.join(', ')}` : '';
}

/** Begins a text in small letters, unless its first word is a name or an abbreviation. */
function lower(words: string): string {
  return words.replace(/^(?!Chinese)[A-Z](?=[a-z]+\b)/, (letter) => letter.toLowerCase());
}
