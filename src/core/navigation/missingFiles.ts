import type { Discovery } from '../library/discovery';
import type { TextRange } from '../text';

/** A file that a draft names and that is not there. */
export interface MissingFile {
  /** The file in which it is named. */
  readonly uri: string;
  readonly range: TextRange;
  /** As written; of `\import{folder}{file}` both joined, while the range is the file's. */
  readonly path: string;
  readonly kind: 'include' | 'bibliography';
}

/** What every TeX distribution has where the draft's folders do not: files of packages, and IEEE's and BibTeX's own lists. */
const OF_DISTRIBUTION: ReadonlySet<string> = new Set([
  'ieeeabrv',
  'ieeefull',
  'ieeeexample',
  'xampl',
  'biblatex-examples',
  'glyphtounicode',
  'pdfglyphtounicode',
  'epsf',
  'xy',
  'insbox',
  'random',
]);

/** The files that a draft and its project name and that are not there, each place once. Names that are computed do not count. */
export function missingFiles({ bibliographies, skipped, missingIncludes }: Discovery): MissingFile[] {
  const missing: MissingFile[] = missingIncludes.map(({ uri, range, path }) => ({
    uri,
    range,
    path,
    kind: 'include',
  }));
  const places = [
    ...bibliographies.filter(({ exists }) => !exists),
    ...skipped.filter(({ reason }) => reason === 'no-match'),
  ];
  for (const { declaredIn } of places) {
    if (declaredIn) {
      missing.push({ ...declaredIn, kind: 'bibliography' });
    }
  }
  return missing.filter(({ path }) => !OF_DISTRIBUTION.has(path.toLowerCase().replace(/\.(?:bib|tex)$/, '')));
}

/**
 * Whether a file is really missed, by the text that names it: not if the text has changed since, nor if LaTeX is told to look
 * whether the file is there (`\InputIfFileExists`, `\IfFileExists`).
 */
export function isMissed({ range, path }: MissingFile, text: string): boolean {
  const written = text.slice(range.start, range.end);
  if (written === '' || !path.endsWith(written)) {
    return false;
  }
  return (
    !/\\InputIfFileExists\s*\{[^{}]*$/.test(text.slice(Math.max(0, range.start - 100), range.start)) &&
    ![path, `${path}.tex`].some((name) => text.includes(`\\IfFileExists{${name}}`))
  );
}
