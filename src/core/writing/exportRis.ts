import { latexToUnicode } from '../bibliography/latex';
import type { Work } from '../catalog/types';
import { isPreprint } from './preprint';

const TYPES: Readonly<Record<string, string>> = {
  article: 'JOUR',
  inproceedings: 'CPAPER',
  conference: 'CPAPER',
  incollection: 'CHAP',
  inbook: 'CHAP',
  book: 'BOOK',
  techreport: 'RPRT',
  report: 'RPRT',
  phdthesis: 'THES',
  mastersthesis: 'THES',
};

/** A work as a RIS record, from `TY` to `ER`; every line ends with CR LF. */
export function risRecord(work: Work): string {
  const { type, fields } = work.entry;
  const preprint = isPreprint(work);
  const isWebPage = type === 'misc' && fields['url'] !== undefined;
  const text = (name: string): string | undefined => {
    const value = fields[name];
    return value === undefined ? undefined : latexToUnicode(value);
  };
  const [firstPage, lastPage] = (text('pages') ?? '').split(/\s*[-–—]+\s*/);
  const address = work.url ?? (work.arxiv === undefined ? undefined : `https://arxiv.org/abs/${work.arxiv}`);
  const lines: [string, string | undefined][] = [
    ['TY', preprint ? 'UNPB' : isWebPage ? 'ELEC' : (TYPES[type] ?? 'GEN')],
    ['ID', work.key],
    ...work.authors.map(({ family, given }): [string, string] => [
      'AU',
      given === undefined ? family : `${family}, ${given}`,
    ]),
    ['TI', work.title],
    ['PY', String(work.year)],
    ['T2', preprint ? undefined : (text('journal') ?? text('booktitle') ?? text('howpublished'))],
    ['T3', text('series')],
    ['VL', text('volume')],
    ['IS', text('number')],
    ['SP', firstPage],
    ['EP', lastPage],
    ['PB', preprint ? 'arXiv' : (text('publisher') ?? text('institution') ?? text('school'))],
    ['M1', work.arxiv === undefined ? undefined : `arXiv:${work.arxiv}`],
    ['DO', work.doi],
    ['UR', address],
  ];
  const written = lines.filter(([, value]) => value !== undefined && value !== '');
  return [...written, ['ER', '']]
    .map(([tag, value]) => `${tag}  - ${(value ?? '').replace(/\s+/g, ' ')}\r\n`)
    .join('');
}
