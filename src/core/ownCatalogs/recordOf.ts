import { formatEntry } from '../bibliography/format';
import type { BibRecord } from '../bibliography/record';
import { DEFAULT_STYLE } from '../bibliography/style';
import type { BibEntry } from '../bibliography/types';
import { nameList } from '../formats/cslRecord';
import type { NewRecord } from './addRecord';

/** What is told of a model when it is added; empty lists and texts are left out. */
export interface Answers {
  readonly name: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly function?: string;
  readonly encoders?: readonly string[];
  readonly inputProjectors?: readonly string[];
  readonly backbones?: readonly string[];
  readonly idea?: string;
}

/** A publication as a record gives it: a key, an entry, or fields. */
export type GivenWork = string | Readonly<Record<string, string | number>>;

/** The record of a model, with what is known in the order in which people read it. */
export function recordOf(answers: Answers, work: GivenWork): NewRecord {
  const { name, inputs, outputs, encoders, inputProjectors, backbones, idea } = answers;
  const architecture = present({ encoders, inputProjectors, backbones });
  return {
    name,
    ...present({ inputs, outputs, function: answers.function }),
    ...(Object.keys(architecture).length > 0 && { architecture }),
    ...present({ idea }),
    work,
  };
}

/** An entry as it stands in a record; without what reference managers note for themselves. */
export function bibtexOf(entry: BibEntry): string {
  const fields = entry.fields.map(({ name, value }) => [name, value] as const);
  return `${formatEntry({ type: entry.type, key: entry.key, fields: Object.fromEntries(fields) }, DEFAULT_STYLE)}\n`;
}

/** A work of another format than BibTeX by its fields. */
export function workFields(record: BibRecord): GivenWork {
  const { key, title, authors, year, venue, arxiv, doi, url } = record;
  return present({
    key,
    title,
    author: nameList(authors),
    year,
    journal: venue === 'arXiv' ? '' : venue,
    arxiv,
    doi,
    url: arxiv === undefined && doi === undefined ? url : '',
  }) as Readonly<Record<string, string | number>>;
}

/** The name of a model by the title of its publication: what stands before a colon, if that is short. */
export function nameInTitle(title: string): string {
  const name = /^([^:]{1,40}):\s/.exec(title)?.[1] ?? '';
  return name.split(/\s+/).length <= 4 ? name.trim() : '';
}

function present(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
