import { bibtexParser } from 'latex-utensils';
import { readBibliography } from '../../src/core/bibliography/reader';
import { builtCatalog } from './catalog';
import { fastestOf, milliseconds, ratio } from './measure';
import type { Row } from './measure';
import { syntheticWorks } from './works';

const counts = [1_000, 10_000, 50_000];

/** Reading a bibliography with all its fields, against the parser that LaTeX Workshop uses. */
export function run(): Promise<Row[]> {
  const texts = new Map(counts.map((count) => [count, bibliographyText(count)]));
  const rows: Row[] = [];
  const ours = new Map<number, number>();
  for (const [count, text] of texts) {
    fastestOf(2, () => readWhole(text));
    const time = fastestOf(3, () => readWhole(text));
    ours.set(count, time);
    const theirs = count <= 10_000 ? fastestOf(1, () => bibtexParser.parse(text)) : undefined;
    rows.push({
      what: `read ${count} entries, all fields (${(text.length / 1e6).toFixed(1)} MB)`,
      measured:
        theirs === undefined ? milliseconds(time) : `${milliseconds(time)}, ${ratio(time, theirs)} faster`,
      ...(count === 10_000 && { budget: '250 ms, 20 times' }),
      ...(theirs !== undefined && { against: `latex-utensils ${milliseconds(theirs)}` }),
    });
  }
  rows.push({
    what: '50000 entries within',
    measured: `${((ours.get(50_000) ?? 0) / (ours.get(10_000) ?? 1)).toFixed(1)} times the 10000`,
    budget: '6 times',
  });
  return Promise.resolve(rows);
}

/** Fields are read when they are asked for, so the measure asks for all. */
function readWhole(text: string): number {
  return readBibliography(text).entries.reduce((sum, entry) => sum + entry.fields.length, 0);
}

function bibliographyText(count: number): string {
  const entries = syntheticWorks(builtCatalog(), count).map(({ fields }, index) =>
    [
      `@article{${(fields['key'] ?? '').replace(/[^a-z0-9]/gu, '')}x${index},`,
      `  title = {{${plain(fields['title'])}}},`,
      `  author = {${plain(fields['authors']?.split('\n').join(' and '))}},`,
      `  journal = "${plain(fields['venue'])}",`,
      `  year = ${fields['year'] ?? '2000'},`,
      `}`,
    ].join('\n'),
  );
  return entries.join('\n\n') + '\n';
}

/** Without what would need escapes: the measure is about size, not about damage. */
function plain(text = ''): string {
  return text.replace(/[{}"\\%#@]/gu, '');
}
