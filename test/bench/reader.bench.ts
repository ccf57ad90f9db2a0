import { bibtexParser } from 'latex-utensils';
import { BibliographyIndex } from '../../src/core/bibliography/bibliographyIndex';
import { readBibliography } from '../../src/core/bibliography/reader';
import { builtCatalog } from './catalog';
import { fastestOf, milliseconds, ratio } from './measure';
import type { Row } from './measure';
import { bibliographyText } from './works';

const counts = [1_000, 10_000, 50_000];

/** Reading a bibliography until keys can be looked up, and with all its fields, against the parser that LaTeX Workshop uses. */
export function run(): Promise<Row[]> {
  const texts = new Map(counts.map((count) => [count, bibliographyText(builtCatalog(), count)]));
  const rows: Row[] = [];
  const ours = new Map<number, number>();
  for (const [count, text] of texts) {
    fastestOf(2, () => readWhole(text));
    const time = fastestOf(3, () => readWhole(text));
    const theirs = count <= 10_000 ? fastestOf(1, () => bibtexParser.parse(text)) : undefined;
    const keysOnly = fastestOf(3, () => new BibliographyIndex('file:///refs.bib', text).get('none'));
    ours.set(count, keysOnly);
    rows.push({
      what: `read ${count} entries to a ready index`,
      measured:
        theirs === undefined
          ? milliseconds(keysOnly)
          : `${milliseconds(keysOnly)}, ${ratio(keysOnly, theirs)} faster`,
      ...(count === 10_000 && { budget: '250 ms, 20 times' }),
    });
    rows.push({
      what: `  all fields (${(text.length / 1e6).toFixed(1)} MB)`,
      measured:
        theirs === undefined ? milliseconds(time) : `${milliseconds(time)}, ${ratio(time, theirs)} faster`,
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
