import { BibliographyIndex } from '../../src/core/bibliography/bibliographyIndex';
import { SearchEngine } from '../../src/core/search/engine';
import type { SearchDocument, SearchField } from '../../src/core/search/engine';
import { EntrySearch } from '../../src/core/search/entrySearch';
import { builtCatalog } from './catalog';
import {
  fastestEach,
  fastestOf,
  judged,
  keystrokes,
  milliseconds,
  p50p95,
  percentile,
  timeEach,
} from './measure';
import type { Row } from './measure';
import { againstRival, recallRows } from './recall';
import { rivals } from './rivals';
import type { Rival } from './rivals';
import { workQueries } from './workQueries';
import { abstracts, addAbstracts, bibliographyText, firstWorks, workFields } from './works';

const COUNTS = [200, 1_000, 10_000, 50_000];
const ROUNDS = 3;
const SHOWN = 50;
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/** The engine on bibliographies of all sizes, and the search of entries that completion asks, which is made with it. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const withAbstracts of [false, true]) {
    for (const count of COUNTS) {
      rows.push(...engineRows(count, withAbstracts), ...(await entryRows(count, withAbstracts)));
    }
  }
  return rows;
}

function engineRows(count: number, withAbstracts: boolean): Row[] {
  const documents = withAbstracts
    ? described(firstWorks(builtCatalog(), count))
    : firstWorks(builtCatalog(), count);
  const fields: readonly SearchField[] = withAbstracts
    ? [...workFields, { name: 'abstract', weight: 1 }]
    : workFields;
  const engine = new SearchEngine(fields);
  const [indexing = NaN] = timeEach([1], () => {
    engine.add(documents);
    engine.search('a');
  });
  const find = (query: string): string[] => engine.search(query, { limit: SHOWN }).map(({ id }) => id);
  const ours: Rival = { name: 'ours', find };
  const known = new Set(documents.map(({ id }) => id));
  const queries = workQueries.filter(({ wanted }) => known.has(wanted));
  const typed = keystrokes(workQueries.map(({ query }) => query));
  timeEach(typed.slice(0, 200), find);
  const times = fastestEach(ROUNDS, typed, find);
  const letters = fastestEach(ROUNDS, LETTERS, find);
  const isGreat = count === 50_000;
  const isBudget = isGreat && !withAbstracts;
  const rows: Row[] = [
    {
      what: `search keystroke, ${count} works${withAbstracts ? ' with abstracts' : ''}`,
      measured: p50p95(times),
      ...(isBudget && { budget: judged('p95 16 ms', percentile(times, 0.95) <= 16) }),
    },
    {
      what: '  first letter',
      measured: p50p95(letters),
      ...(isBudget && { budget: judged('p95 16 ms', percentile(letters, 0.95) <= 16) }),
    },
    { what: '  index all', measured: milliseconds(indexing) },
    { what: '  index one edited, and search', measured: milliseconds(reindexing(engine, documents)) },
  ];
  if (withAbstracts && isGreat) {
    rows.push({
      what: '  against the others',
      measured: '',
      against: 'left out: their indexes take gigabytes',
    });
    return [...rows, ...recallRows(queries, ours, [])];
  }
  const others = rivals.map((start) => start(documents, fields));
  for (const rival of others) {
    const isFuse = rival.name.startsWith('Fuse');
    rows.push(againstRival(ours, rival, typed, isBudget && isFuse ? 50 : undefined));
  }
  if (count < 1000) {
    return rows;
  }
  // Fuse.js takes a second for each query there, and several with abstracts.
  const isSlow = isGreat || (withAbstracts && count === 10_000);
  const fast = isSlow ? others.filter(({ name }) => !name.startsWith('Fuse')) : others;
  const misspelt = queries.filter(({ kind }) => kind === 'typo');
  return [
    ...rows,
    ...recallRows(
      queries.filter(({ kind }) => !isBudget || kind !== 'typo'),
      ours,
      fast,
    ),
    ...(isBudget ? recallRows(misspelt, ours, others) : []),
  ];
}

async function entryRows(count: number, withAbstracts: boolean): Promise<Row[]> {
  const catalog = builtCatalog();
  const plain = bibliographyText(catalog, count);
  const index = new BibliographyIndex('file:///refs.bib', withAbstracts ? addAbstracts(plain) : plain);
  const search = new EntrySearch();
  const start = performance.now();
  await search.update([index], catalog, () => undefined);
  const indexing = performance.now() - start;
  const find = (query: string): string[] => search.search(query, { limit: SHOWN }).map(({ key }) => key);
  const typed = keystrokes(workQueries.map(({ query }) => query));
  timeEach(typed.slice(0, 200), find);
  const times = fastestEach(ROUNDS, typed, find);
  const letters = fastestEach(ROUNDS, LETTERS, find);
  const queries = workQueries.filter(({ wanted }) => index.get(wanted) !== undefined);
  const isBudget = count === 50_000;
  return [
    {
      what: `entry search keystroke, ${count} entries${withAbstracts ? ' with abstracts' : ''}`,
      measured: p50p95(times),
      ...(isBudget && { budget: judged('p95 16 ms', percentile(times, 0.95) <= 16) }),
    },
    { what: '  first letter', measured: p50p95(letters) },
    { what: '  index all, in slices', measured: milliseconds(indexing) },
    ...(count < 1000 ? [] : recallRows(queries, { name: 'entries', find }, [])),
  ];
}

function reindexing(engine: SearchEngine, documents: readonly SearchDocument[]): number {
  const edited = documents[documents.length >> 1];
  let times = 0;
  return fastestOf(5, () => {
    if (edited) {
      engine.add([{ ...edited, fields: { ...edited.fields, title: `Edited ${times++}` } }]);
      engine.search('edited');
    }
  });
}

function described(documents: readonly SearchDocument[]): SearchDocument[] {
  const abstract = abstracts(documents.map(({ fields }) => fields['title']).join(' '));
  return documents.map(({ id, fields }) => ({ id, fields: { ...fields, abstract: abstract() } }));
}
