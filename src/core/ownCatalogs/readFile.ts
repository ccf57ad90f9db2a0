import { readBibliography } from '../bibliography/reader';
import type { BibEntry } from '../bibliography/types';
import { latexToUnicode } from '../bibliography/latex';
import type { MapValue, Value } from '../formats/value';
import { itemsOf, member, textOf } from '../formats/value';
import { shownText } from '../shownText';
import type { TextRange } from '../text';
import { fieldsOf } from './fields';
import { readCatalogValue } from './readValue';
import type { SchemaChecker } from './schema';
import { problem } from './schema';
import type { OwnFile, OwnProblem, OwnRecord, OwnWork } from './types';
import { workOfEntry, workOfMap, worksOfBibtex } from './works';

/** The field of an entry that names the model which it describes. */
const MODEL_FIELD = 'mmllm_model';

/**
 * Reads an own catalog: YAML, JSON or BibTeX by the end of its name.
 *
 * @param name - the file's, shown as origin
 * @param checker - of the schema `own-catalog`
 */
export function readOwnCatalog(uri: string, name: string, text: string, checker: SchemaChecker): OwnFile {
  const parts = /\.(?:bib|bibtex|biblatex)$/i.test(name)
    ? readBib(text)
    : readRecords(text, /\.jsonc?$/i.test(name) ? 'json' : 'yaml', checker);
  return { uri, name, text, ...parts };
}

type Parts = Pick<OwnFile, 'records' | 'works' | 'problems'>;

function readBib(text: string): Parts {
  const problems: OwnProblem[] = [];
  const works: OwnWork[] = [];
  const records: OwnRecord[] = [];
  for (const entry of readBibliography(text).entries) {
    const work = workOfEntry(entry, entry.keyRange, problems);
    if (work) {
      works.push(work);
      records.push(...modelOf(entry));
    }
  }
  // What is wrong in entries is told by the diagnostics of bibliographies.
  return { records, works, problems: problems.map((each) => ({ ...each, severity: 'warning' })) };
}

function modelOf(entry: BibEntry): OwnRecord[] {
  const field = entry.field(MODEL_FIELD);
  const name = shownText(latexToUnicode(field?.value ?? '')).trim();
  return field && name !== ''
    ? [{ name, work: entry.key, fields: {}, range: field.valueRange, workRange: entry.keyRange }]
    : [];
}

function readRecords(text: string, format: 'yaml' | 'json', checker: SchemaChecker): Parts {
  const { value, problems: found } = readCatalogValue(text, format);
  const problems = [...found];
  const models = value?.kind === 'map' ? member(value, 'models') : value;
  const works = value?.kind === 'map' ? member(value, 'works') : undefined;
  if (value && !(value.kind === 'text' && value.text === '') && models?.kind !== 'list' && !works) {
    problems.push(problem('shape', { start: value.start, end: Math.min(value.end, value.start + 1) }));
  }
  if (value?.kind === 'map') {
    value.members
      .filter((each) => !['models', 'works', '$schema'].includes(each.name))
      .forEach((each) => problems.push(problem('unknown', each.nameRange, each.name)));
  }
  const records = (models?.kind === 'list' ? itemsOf(models) : []).flatMap((item) => {
    if (item.kind === 'map') {
      return recordOf(text, item, checker, problems) ?? [];
    }
    if (item.kind === 'list' || item.text !== '') {
      problems.push(problem('map', item));
    }
    return [];
  });
  return {
    records,
    works: works?.kind === 'text' ? worksOfBibtex(works.text, shown(text, works), problems) : [],
    problems,
  };
}

/** A record without the fields that are wrong. */
function recordOf(
  text: string,
  item: MapValue,
  checker: SchemaChecker,
  problems: OwnProblem[],
): OwnRecord | undefined {
  const wrong = checker.check(item, 'model');
  problems.push(...wrong);
  const isSound = ({ start, end }: TextRange): boolean =>
    !wrong.some(({ range, severity }) => severity === 'error' && range.start >= start && range.end <= end);
  const members = item.members
    .filter(({ value }) => isSound(value) || value.kind === 'map')
    .map((each) => (each.name === 'work' ? each : { ...each, value: shownValue(each.value) }));
  const sound: MapValue = { ...item, members };
  const [id, name, work] = ['id', 'name', 'work'].map((each) => member(sound, each));
  const range = shown(text, id ?? name ?? { ...item, end: Math.min(item.end, item.start + 1) });
  if (textOf(id) === '' && textOf(name) === '') {
    problems.push(problem('nameless', range));
    return undefined;
  }
  const publication = work && workOf(text, work, problems);
  return {
    ...(textOf(id) !== '' && { id: textOf(id) }),
    ...(textOf(name) !== '' && { name: textOf(name) }),
    ...(publication !== undefined && { work: publication }),
    fields: fieldsOf(sound, isSound),
    range,
    workRange: work ? shown(text, work) : range,
  };
}

/** Texts on one line, without control characters. */
function shownValue(value: Value): Value {
  switch (value.kind) {
    case 'text':
      return { ...value, text: shownText(value.text) };
    case 'list':
      return { ...value, items: value.items.map(shownValue) };
    case 'map':
      return {
        ...value,
        members: value.members.map((each) => ({ ...each, value: shownValue(each.value) })),
      };
  }
}

function workOf(text: string, value: Value, problems: OwnProblem[]): string | OwnWork | undefined {
  if (value.kind === 'map') {
    return workOfMap(value, problems);
  }
  const source = textOf(value);
  if (!/^@\w+\s*[{(]/.test(source)) {
    return source === '' ? undefined : source;
  }
  const before = problems.length;
  const [work] = worksOfBibtex(source, shown(text, value), problems);
  if (!work && problems.length === before) {
    problems.push(problem('badEntry', shown(text, value)));
  }
  return work;
}

/** The part of a value in which a mistake is shown: its first line. */
function shown(text: string, { start, end }: TextRange): TextRange {
  const first = text.slice(start, end).split(/[\r\n]/, 1)[0] ?? '';
  return { start, end: start + Math.max(first.trimEnd().length, Math.min(1, end - start)) };
}
