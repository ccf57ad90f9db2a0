import type { TextEdit, TextRange } from '../text';
import { typstArguments } from './typstArguments';
import { typstString, typstStringValue } from './typstLexer';
import { scanTypst } from './typstScanner';
import type { TypstCall, TypstScan } from './typstTypes';
import type { BibliographyDeclaration } from './types';

/**
 * The bibliographies that a Typst file names, in file order: in `#bibliography("refs.bib")`, with several in an array, and in a
 * template's parameter such as `bibliography-file: "refs.bib"`.
 */
export function typstDeclarations(text: string, scan = scanTypst(text)): BibliographyDeclaration[] {
  const ranges = [
    ...bibliographyCalls(scan).flatMap((call) => paths(text, call)),
    ...scan.bibliographyParameters.filter(({ start, end }) =>
      /\.(?:bib|ya?ml)$/i.test(text.slice(start, end)),
    ),
  ];
  return ranges
    .sort((a, b) => a.start - b.start)
    .map((range) => ({
      path: typstStringValue(text.slice(range.start, range.end)),
      range,
      by: 'typst' as const,
    }))
    .filter(({ path }) => path !== '');
}

/** The paths of `#include "chapter.typ"` and `#import "template.typ"`, in file order; not those of packages (`@preview/...`). */
export function typstIncludes(
  text: string,
  scan = scanTypst(text),
): { readonly path: string; readonly range: TextRange }[] {
  return scan.includes
    .map((range) => ({ path: typstStringValue(text.slice(range.start, range.end)), range }))
    .filter(({ path }) => path !== '' && !path.startsWith('@'));
}

/**
 * The edits that make a Typst file use a further bibliography: it joins the one that is there, else `#bibliography` is written at
 * the end.
 */
export function planTypstDeclaration(text: string, path: string, eol: string): TextEdit[] {
  const scan = scanTypst(text);
  if (typstDeclarations(text, scan).some((declaration) => declaration.path === path)) {
    return [];
  }
  const written = typstString(path);
  for (const call of bibliographyCalls(scan)) {
    const known = paths(text, call);
    const [first, last] = [known[0], known.at(-1)];
    if (first && last) {
      const isArray = /\(\s*$/.test(
        text.slice(call.range.start, first.start - 1).replace(/^#?bibliography\(/, ''),
      );
      const after = insertion(last.end + 1, `, ${written}${isArray ? '' : ')'}`);
      return isArray ? [after] : [insertion(first.start - 1, '('), after];
    }
  }
  const lead = text === '' || /[\n\r]$/.test(text) ? '' : eol;
  return [insertion(text.length, `${lead}${text === '' ? '' : eol}#bibliography(${written})${eol}`)];
}

function bibliographyCalls(scan: TypstScan): TypstCall[] {
  return scan.calls.filter(({ name }) => name === 'bibliography');
}

function paths(text: string, call: TypstCall): TextRange[] {
  return typstArguments(text, call)
    .positional.filter(({ type }) => type === 'string')
    .map(({ range }) => range);
}

function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}
