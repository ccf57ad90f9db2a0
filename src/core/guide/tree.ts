import type { Benchmark } from '../benchmarks/types';
import type {
  Dataset,
  GuideComponent,
  GuideData,
  Option,
  RelatedSurvey,
  Stage,
  Title,
  Topic,
  TuningMethod,
} from './types';

/** Lists of topics. */
export type TopicList = 'recipes' | 'trends' | 'directions';

/** Lists of datasets. */
export type DatasetList = 'preTraining' | 'instructionTuning' | 'other';

/** What an entry of the guide is about. */
export type Subject =
  /** Headings above others; their pages are tables of contents. */
  | {
      readonly kind: 'guide' | 'architecture' | 'training' | 'surveys' | 'datasets' | 'benchmarks' | 'tuning';
    }
  | { readonly kind: 'topics'; readonly list: TopicList }
  | { readonly kind: 'datasetList'; readonly list: DatasetList }
  | { readonly kind: 'survey' }
  | { readonly kind: 'related'; readonly survey: RelatedSurvey }
  | { readonly kind: 'component'; readonly component: GuideComponent }
  | { readonly kind: 'option'; readonly component: GuideComponent; readonly option: Option }
  | { readonly kind: 'method'; readonly method: TuningMethod }
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'topic'; readonly list: TopicList; readonly topic: Topic }
  | { readonly kind: 'dataset'; readonly dataset: Dataset }
  | { readonly kind: 'benchmark'; readonly benchmark: Benchmark };

/** Something with a page in the guide. */
export interface GuideEntry {
  /** The same in every version. A dataset that stands in two lists has the same entry id in both. */
  readonly id: string;
  readonly title: Title;
  readonly subject: Subject;
  readonly children: readonly GuideEntry[];
}

/** The forms in which an entry can be written into a draft. */
export type InsertionForm = 'formula' | 'sentence' | 'table' | 'citation';

/** The guide as the survey is divided, then datasets and benchmarks. */
export function guideTree(data: GuideData): GuideEntry[] {
  const guide = heading('guide', 'guide', title('Design guide', '设计指南'), [
    surveys(data),
    architecture(data),
    training(data),
    topics('recipes', title('Training recipes', '训练经验'), data.recipes),
    topics('trends', title('Development trends', '发展趋势'), data.trends),
    topics('directions', title('Future directions', '未来方向'), data.directions),
  ]);
  const benchmarks = data.benchmarks.map((benchmark) =>
    entry(`benchmark/${benchmark.id}`, same(benchmark.name), { kind: 'benchmark', benchmark }),
  );
  const order = data.scores.table.columns;
  const place = ({ subject }: GuideEntry): number => {
    const first = subject.kind === 'benchmark' ? subject.benchmark.columns?.[0]?.id : undefined;
    return first === undefined ? order.length : order.indexOf(first);
  };
  return [
    guide,
    datasets(data),
    heading(
      'benchmarks',
      'benchmarks',
      title('Benchmarks', '评测基准'),
      benchmarks.sort((a, b) => place(a) - place(b)),
    ),
  ];
}

/** The forms in which an entry can be inserted; the first is the usual one. Headings that only list others have none. */
export function formsOf({ subject }: GuideEntry): readonly InsertionForm[] {
  switch (subject.kind) {
    case 'guide':
    case 'surveys':
    case 'datasets':
    case 'topics':
      return [];
    case 'architecture':
    case 'training':
    case 'option':
    case 'topic':
      return ['sentence'];
    case 'survey':
    case 'related':
      return ['sentence', 'citation'];
    case 'dataset':
      return subject.dataset.work === undefined ? ['sentence'] : ['sentence', 'citation'];
    case 'component':
      return ['sentence', 'table', 'formula'];
    case 'tuning':
      return ['sentence', 'table', 'formula'];
    case 'method':
      return subject.method.formula ? ['sentence', 'formula'] : ['sentence'];
    case 'stage':
      return subject.stage.formulas.length > 0 ? ['sentence', 'formula'] : ['sentence'];
    case 'datasetList':
      return subject.list === 'other' ? [] : ['table', 'sentence'];
    case 'benchmarks':
      return ['table', 'sentence'];
    case 'benchmark':
      return subject.benchmark.columns ? ['sentence', 'table', 'citation'] : ['sentence', 'citation'];
  }
}

/** The key of the work that describes what an entry is about. */
export function workOfEntry({ subject }: GuideEntry, { survey }: GuideData): string | undefined {
  switch (subject.kind) {
    case 'survey':
      return survey.work;
    case 'related':
      return subject.survey.work;
    case 'dataset':
      return subject.dataset.work;
    case 'benchmark':
      return subject.benchmark.work;
    default:
      return undefined;
  }
}

function surveys({ survey }: GuideData): GuideEntry {
  return heading('surveys', 'surveys', title('Surveys', '综述'), [
    entry('survey', title('The survey: MM-LLMs', '本综述：MM-LLMs'), { kind: 'survey' }),
    ...survey.related.map((each) =>
      entry(`survey/${each.id}`, same(each.name), { kind: 'related', survey: each }),
    ),
  ]);
}

function architecture({ architecture: { components, tuning } }: GuideData): GuideEntry {
  const children = components.map((component) =>
    entry(
      `architecture/${component.id}`,
      component.name,
      { kind: 'component', component },
      component.options.map((option) =>
        entry(`architecture/${component.id}/${option.id}`, same(option.name), {
          kind: 'option',
          component,
          option,
        }),
      ),
    ),
  );
  const methods = tuning.methods.map((method) =>
    entry(`tuning/${method.id}`, same(method.name), { kind: 'method', method }),
  );
  return heading('architecture', 'architecture', title('Model architecture', '模型架构'), [
    ...children,
    heading('tuning', 'tuning', tuning.name, methods),
  ]);
}

function training({ training: { stages } }: GuideData): GuideEntry {
  const of = (parent: string | undefined): GuideEntry[] =>
    stages
      .filter((stage) => stage.parent === parent)
      .map((stage) => entry(`training/${stage.id}`, stage.name, { kind: 'stage', stage }, of(stage.id)));
  return heading('training', 'training', title('Training pipeline', '训练流程'), of(undefined));
}

function topics(list: TopicList, name: Title, items: readonly Topic[]): GuideEntry {
  const children = items.map((topic) =>
    entry(`${list}/${topic.id}`, topic.title, { kind: 'topic', list, topic }),
  );
  return entry(list, name, { kind: 'topics', list }, children);
}

function datasets({ datasets: { datasets: all } }: GuideData): GuideEntry {
  const list = (id: string, name: Title, which: DatasetList, items: readonly Dataset[]): GuideEntry =>
    entry(
      `datasets/${id}`,
      name,
      { kind: 'datasetList', list: which },
      items.map((dataset) =>
        entry(`dataset/${dataset.id}`, same(dataset.name), { kind: 'dataset', dataset }),
      ),
    );
  return heading('datasets', 'datasets', title('Datasets', '数据集'), [
    list(
      'pre-training',
      title('Pre-training data', '预训练数据'),
      'preTraining',
      all.filter(({ preTraining }) => preTraining),
    ),
    list(
      'instruction-tuning',
      title('Instruction-tuning data', '指令微调数据'),
      'instructionTuning',
      all.filter(({ instructionTuning }) => instructionTuning),
    ),
    list(
      'other',
      title('Other data', '其他数据'),
      'other',
      all.filter(({ preTraining, instructionTuning }) => !preTraining && !instructionTuning),
    ),
  ]);
}

function heading(
  id: string,
  kind: 'guide' | 'architecture' | 'training' | 'surveys' | 'datasets' | 'benchmarks' | 'tuning',
  name: Title,
  children: readonly GuideEntry[],
): GuideEntry {
  return entry(id, name, { kind }, children);
}

function entry(id: string, name: Title, subject: Subject, children: readonly GuideEntry[] = []): GuideEntry {
  return { id, title: name, subject, children };
}

function title(en: string, zh: string): Title {
  return { en, zh };
}

/** Names are the same in every language. */
function same(name: string): Title {
  return { en: name, zh: name };
}
