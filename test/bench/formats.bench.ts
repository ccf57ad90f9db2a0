import { openSource } from '../../src/core/formats/openSource';
import type { BibliographySource } from '../../src/core/formats/source';
import { builtCatalog } from './catalog';
import { judged, milliseconds } from './measure';
import type { Row } from './measure';
import type { SearchDocument } from '../../src/core/search/engine';
import { abstracts, firstWorks } from './works';

const COUNTS = [1_000, 10_000];
const NOBODY = { key: '', title: 'Nothing', authors: [], authorsTruncated: false, venue: '' };

interface Format {
  readonly name: string;
  readonly uri: string;
  readonly write: (works: readonly SearchDocument[], abstract: () => string) => string;
}

/** As pandoc, Zotero and Typst's users write them. */
const FORMATS: readonly Format[] = [
  {
    name: 'CSL-JSON',
    uri: 'file:///refs.json',
    write: (works, abstract) =>
      JSON.stringify(
        works.map((work) => cslItem(work, abstract())),
        undefined,
        2,
      ),
  },
  {
    name: 'CSL-YAML',
    uri: 'file:///refs.yaml',
    write: (works, abstract) =>
      `---\nreferences:\n${works.map((work) => cslYaml(work, abstract())).join('')}...\n`,
  },
  {
    name: 'Hayagriva',
    uri: 'file:///works.yml',
    write: (works, abstract) => works.map((work) => hayagriva(work, abstract())).join('\n'),
  },
];

/** Reading the formats of bibliographies besides BibTeX: to a ready index, then what asks for all fields of all entries. */
export function run(): Promise<Row[]> {
  return Promise.resolve(FORMATS.flatMap((format) => formatRows(format)));
}

function formatRows({ name, uri, write }: Format): Row[] {
  const rows: Row[] = [];
  const times: number[] = [];
  for (const count of COUNTS) {
    const works = firstWorks(builtCatalog(), count);
    const text = write(works, abstracts(works.map(({ fields }) => fields['title']).join(' ')));
    let source: BibliographySource | undefined;
    const read = timeOf(() => {
      source = openSource(uri, text);
      source.get('none');
    });
    const first = timeOf(() => source?.findWork(NOBODY));
    const records = timeOf(() => source?.file.entries.forEach((entry) => source?.record(entry)));
    const defects = timeOf(() => source?.file.defects.length);
    times.push(read);
    rows.push(
      {
        what: `read ${count} items of ${name}, ${(text.length / 1e6).toFixed(1)} MB`,
        measured: `${milliseconds(read)}, ${source?.file.entries.length} entries`,
        ...(count === 10_000 && { budget: judged('1 s', read <= 1000) }),
      },
      {
        what: '  first look for a work',
        measured: milliseconds(first),
        ...(count === 10_000 && { budget: judged('1 s', first <= 1000) }),
      },
      { what: '  all records', measured: milliseconds(records) },
      { what: '  all defects', measured: milliseconds(defects) },
    );
  }
  const [less = NaN, more = NaN] = times;
  rows.push({ what: '  10000 items to 1000', measured: `${(more / less).toFixed(1)} times the time` });
  return rows;
}

function timeOf(call: () => unknown): number {
  const start = performance.now();
  call();
  return performance.now() - start;
}

function names({ fields }: SearchDocument): { family: string; given: string }[] {
  return (fields['authors'] ?? '').split('\n').map((name) => {
    const words = name.trim().split(' ');
    return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') };
  });
}

function cslItem(work: SearchDocument, abstract: string): object {
  const { id, fields } = work;
  return {
    id,
    type: 'article-journal',
    title: fields['title'],
    author: names(work),
    'container-title': fields['venue'],
    issued: { 'date-parts': [[Number(fields['year'])]] },
    DOI: `10.1000/${id}`,
    abstract,
  };
}

function cslYaml(work: SearchDocument, abstract: string): string {
  const { id, fields } = work;
  const authors = names(work).map(
    ({ family, given }) => `  - family: ${quoted(family)}\n    given: ${quoted(given)}\n`,
  );
  return (
    `- id: ${id}\n  type: article-journal\n  title: ${quoted(fields['title'])}\n  author:\n${authors.join('')}` +
    `  container-title: ${quoted(fields['venue'])}\n  issued:\n  - year: ${fields['year'] ?? ''}\n` +
    `  DOI: 10.1000/${id}\n  abstract: ${quoted(abstract)}\n`
  );
}

function hayagriva(work: SearchDocument, abstract: string): string {
  const { id, fields } = work;
  const authors = names(work).map(({ family, given }) => `    - ${quoted(`${family}, ${given}`)}\n`);
  return (
    `${id}:\n  type: article\n  title: ${quoted(fields['title'])}\n  author:\n${authors.join('')}` +
    `  date: ${fields['year'] ?? ''}\n  parent:\n    type: periodical\n    title: ${quoted(fields['venue'])}\n` +
    `  serial-number:\n    doi: 10.1000/${id}\n  abstract: ${quoted(abstract)}\n`
  );
}

/** In quotation marks, as JSON and YAML both read them. */
function quoted(text = ''): string {
  return JSON.stringify(text);
}
