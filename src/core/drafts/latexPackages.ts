import { latexCode } from './latexCode';

/** How many characters of a file are read for its packages. */
const LONGEST_PREAMBLE = 200_000;

/** The packages that a LaTeX text loads with `\usepackage` or `\RequirePackage`; comments are not read. */
export function latexPackages(text: string): ReadonlySet<string> {
  const code = latexCode(text.slice(0, LONGEST_PREAMBLE));
  const names = [
    ...code.matchAll(/\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\])?\s*\{([^{}]*)\}/g),
  ].flatMap(([, list = '']) => list.split(',').map((name) => name.trim()));
  return new Set(names.filter(Boolean));
}
