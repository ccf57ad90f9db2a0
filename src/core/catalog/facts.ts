import type { BibRecord } from '../bibliography/record';
import { modalityWords } from './modalities';
import { needsGenerator, partText } from './pipeline';
import type { Conflict, Modality, Model, Part, Work } from './types';

/** One thing to know about a model. */
export interface Fact {
  /** The same in every version: what a translation refers to. */
  readonly id: string;
  /** English. */
  readonly label: string;
  /** {@link notReported} where sources are silent. */
  readonly value: string;
  /** What `value` is made of, if that is fixed words: they can be translated one by one. */
  readonly terms?: readonly FactTerm[];
  /** Where it was read. */
  readonly source?: string;
  /** What speaks against it, or makes it uncertain. */
  readonly doubt?: string;
  readonly url?: string;
}

/** Fixed words, with `{0}` where the number stands. */
export interface FactTerm {
  readonly text: string;
  readonly number?: number;
}

/** The value of a fact that belongs to every model but is not known of this one. */
export const notReported = 'not reported';

/**
 * What there is to know about a model: architecture in pipeline order, training, publication, and the rest. What is not
 * reported is said for architecture and training only; elsewhere the fact is left out.
 *
 * @param work - the one that describes the model
 */
export function modelFacts(model: Model, work: Work): readonly Fact[] {
  const facts = [
    ...architectureFacts(model),
    ...trainingFacts(model),
    ...publicationFacts(model, work),
    ...linkFacts(model, work),
    ...originFacts(model),
  ];
  return withNotes(model, withConflicts(model, facts));
}

function architectureFacts(model: Model): Fact[] {
  const { architecture } = model;
  const rows: [field: string, label: string, value: string][] = [
    ['architecture.encoders', 'Encoder', parts(architecture.encoders)],
    ['architecture.inputProjectors', 'Input projector', parts(architecture.inputProjectors)],
    ['architecture.backbones', 'LLM backbone', parts(architecture.backbones)],
  ];
  // A model that only writes text has neither, and saying so for most of the catalog would be noise.
  const generates = needsGenerator(model);
  if (generates || architecture.outputProjectors.length > 0) {
    rows.push(['architecture.outputProjectors', 'Output projector', parts(architecture.outputProjectors)]);
  }
  if (generates || architecture.generators.length > 0) {
    rows.push(['architecture.generators', 'Generator', parts(architecture.generators)]);
  }
  return [
    termsFact(model, 'inputs', 'Inputs', modalities(model.inputs)),
    ...rows.map(([field, label, value]) => fact(model, field, label, value || notReported)),
    termsFact(model, 'outputs', 'Outputs', modalities(model.outputs)),
  ];
}

function trainingFacts(model: Model): Fact[] {
  const { training } = model;
  const facts = [
    fact(
      model,
      'training.pretraining',
      'Pre-training data',
      amount(training.pretraining, training.pretrainingData),
    ),
    fact(
      model,
      'training.instructionTuning',
      'Instruction-tuning data',
      amount(training.instructionTuning, training.instructionTuningData),
    ),
  ];
  return training.procedure === undefined
    ? facts
    : [...facts, fact(model, 'training.procedure', 'Training procedure', training.procedure)];
}

function publicationFacts(model: Model, work: Work): Fact[] {
  const rows: [field: string, label: string, value: string | undefined][] = [
    ['released', 'Released', model.released],
    ['institutions', 'Institution', model.institutions.join(', ')],
    ['license', 'License', model.license],
    ['sizes', 'Sizes', model.sizes?.join(', ')],
  ];
  const place = surveyPlace(model);
  const venue: Fact = {
    id: 'venue',
    label: 'Venue',
    value: `${work.venue} ${work.year}`,
    ...(work.doubt !== undefined && { doubt: work.doubt }),
  };
  return [
    venue,
    ...rows.flatMap(([field, label, value]) => (value ? [fact(model, field, label, value)] : [])),
    termsFact(model, 'function', 'Function', [{ text: model.function }, { text: model.design }]),
    ...(place.length > 0 ? [termsFact(model, 'survey', 'In the survey', place)] : []),
  ];
}

function linkFacts(model: Model, work: Work): Fact[] {
  const paper = paperUrl(work);
  const rows: [id: string, label: string, url: string | undefined][] = [
    ['links.paper', 'Paper', paper],
    ['links.code', 'Code', model.links.code],
    ['links.home', 'Home page', model.links.home],
  ];
  return rows.flatMap(([id, label, url]) =>
    url === undefined ? [] : [{ id, label, value: url.replace(/^https?:\/\//u, ''), url }],
  );
}

function originFacts({ origin }: Model): Fact[] {
  const label = origin?.changes ? 'Changed by' : 'Origin';
  return origin ? [{ id: 'origin', label, value: origin.name }] : [];
}

/** The address at which a publication can be read: arXiv for who has no subscription, else DOI, else what is known. */
export function paperUrl(work: Pick<BibRecord, 'arxiv' | 'doi' | 'url'>): string | undefined {
  if (work.arxiv !== undefined) {
    return `https://arxiv.org/abs/${work.arxiv}`;
  }
  return work.doi === undefined ? work.url : `https://doi.org/${work.doi}`;
}

function surveyPlace({ survey }: Model): FactTerm[] {
  return [
    ...(survey.v1 === null ? [] : [{ text: "no. {0} of the first version's 26", number: survey.v1 }]),
    ...(survey.table ? [{ text: 'table 1 of the final version' }] : []),
    ...(survey.final ? [{ text: 'one of the final 126' }] : []),
  ];
}

/** Puts each disagreement beside the fact it is about; what is about no fact shown is a fact of its own. */
function withConflicts(model: Model, facts: readonly Fact[]): Fact[] {
  const left: Conflict[] = [];
  const doubts = new Map<string, string[]>();
  for (const conflict of model.conflicts ?? []) {
    const [field = ''] = conflict.field.split(/,\s*/u);
    const about =
      facts.find(({ id }) => isAbout(field, id)) ?? facts.find(({ id }) => id.startsWith(`${field}.`));
    if (about) {
      doubts.set(about.id, [...(doubts.get(about.id) ?? []), conflict.text]);
    } else {
      left.push(conflict);
    }
  }
  const result = facts.map((known): Fact => {
    const texts = [known.doubt, ...(doubts.get(known.id) ?? [])].filter((text) => text !== undefined);
    return texts.length > 0 ? { ...known, doubt: texts.join('; ') } : known;
  });
  return [
    ...result,
    ...left.map(({ field, text }, index): Fact => ({
      id: `conflict.${index + 1}`,
      label: 'Sources disagree',
      value: field,
      doubt: text,
    })),
  ];
}

function withNotes(model: Model, facts: readonly Fact[]): Fact[] {
  const notes = (model.notes ?? []).map((note, index): Fact => ({
    id: `note.${index + 1}`,
    label: 'Note',
    value: note,
  }));
  return [...facts, ...notes];
}

/** A fact with its sources: those of the fields it shows, else that of what they are part of (`architecture`). */
function fact(model: Model, field: string, label: string, value: string): Fact {
  const named = (names: (name: string) => boolean): string =>
    [...new Set(Object.entries(model.sources).flatMap(([name, text]) => (names(name) ? [text] : [])))].join(
      '; ',
    );
  const source =
    named((name) => isAbout(name, field) || isAbout(name, `${field}Data`)) ||
    named((name) => field.startsWith(`${name}.`));
  return { id: field, label, value, ...(source !== '' && value !== notReported && { source }) };
}

/** Whether a name in `sources` or `conflicts` means a field: its path, or the last part of it. */
function isAbout(name: string, field: string): boolean {
  return field === name || field.endsWith(`.${name}`);
}

function parts(list: readonly Part[]): string {
  return list.map((part) => partText(part) + details(part)).join('; ');
}

function details(part: Part): string {
  const known = [
    ...(part.modalities ?? []).map((modality) => modalityWords[modality]),
    ...(part.resolution === undefined ? [] : [`${part.resolution} px`]),
  ];
  return known.length > 0 ? ` (${known.join(', ')})` : '';
}

function modalities(list: readonly Modality[]): FactTerm[] {
  return list.map((modality) => ({ text: modalityWords[modality] }));
}

function termsFact(model: Model, field: string, label: string, terms: readonly FactTerm[]): Fact {
  const value = terms.map(({ text, number }) => text.replace('{0}', String(number))).join(', ');
  return value === ''
    ? fact(model, field, label, notReported)
    : { ...fact(model, field, label, value), terms };
}

function amount(size: string | null, data: string | undefined): string {
  return (
    [size, data].filter((text) => text !== null && text !== undefined && text !== '').join(': ') ||
    notReported
  );
}
