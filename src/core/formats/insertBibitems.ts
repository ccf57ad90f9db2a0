import type { Work } from '../catalog/types';
import { latexCode } from '../drafts/latexCode';
import type { TextEdit } from '../text';
import { escapeText } from '../writing/escape';
import { referenceLine } from '../writing/reference';
import { eolOf, insertionAt } from './placing';
import { environmentsIn } from './theBibliography';

/** Adds `\bibitem`s with a formatted reference before the end of the first complete `thebibliography`. */
export function insertBibitems(text: string, works: readonly Work[]): TextEdit[] {
  const code = latexCode(text);
  const environment = environmentsIn(code).find(({ closed }) => closed);
  if (!environment) {
    return [];
  }
  const eol = eolOf(text);
  const content = text.slice(environment.start, environment.end);
  const indent = /(?:^|[\r\n])([ \t]*)\\bibitem(?![A-Za-z@])[^]*$/.exec(content)?.[1] ?? '';
  const marks = [...content.matchAll(/\\bibitem(?![A-Za-z@])/g)];
  const sample = marks.length > 1 ? content.slice(marks[0]?.index, marks[1]?.index) : '';
  const hasBlankLines = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)[ \t]*$/.test(sample);
  const between = hasBlankLines ? `${eol}${eol}` : eol;
  const added = works
    .map((work) => `${indent}\\bibitem{${work.key}}${eol}${indent}${reference(work)}`)
    .join(between);
  // The line of \end stays as it is, its indent included.
  const lineStart = environment.end - (/[^\r\n]*$/.exec(content)?.[0].length ?? 0);
  if (lineStart === environment.start || text.slice(lineStart, environment.end).trim() !== '') {
    return insertionAt(environment.end, `${eol}${added}${eol}`);
  }
  const isFirst = marks.length === 0;
  const follows = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)[ \t]*$/.test(
    text.slice(Math.max(0, lineStart - 200), lineStart),
  );
  const before = hasBlankLines && !isFirst && !follows ? eol : '';
  return insertionAt(lineStart, `${before}${added}${eol}${hasBlankLines && follows ? eol : ''}`);
}

/** The reference with what leads to the work, so that it is known again. */
function reference(work: Work): string {
  const line = escapeText(referenceLine(work), 'latex');
  const links = [
    ...(work.arxiv !== undefined ? [`arXiv:${escapeText(work.arxiv, 'latex')}.`] : []),
    ...(work.doi !== undefined ? [`doi:${escapeText(work.doi, 'latex')}.`] : []),
  ];
  return [line, ...links].join(' ');
}
