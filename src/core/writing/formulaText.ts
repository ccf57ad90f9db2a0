import type { Syntax } from '../drafts/types';
import type { Formula } from '../guide/types';

/** Packages that define `\mathbb`. */
const BLACKBOARD = [
  'amssymb',
  'amsfonts',
  'mathbbol',
  'bbm',
  'unicode-math',
  'newtxmath',
  'txfonts',
  'pxfonts',
];

/**
 * Displayed formulas: `equation` in LaTeX, `$$` in Markdown.
 *
 * @param packages - those that a LaTeX draft loads; without one for `\mathbb`, letters are bold instead
 * @returns `undefined` in Typst, whose math is another language
 */
export function formulaText(
  formulas: readonly Formula[],
  syntax: Syntax,
  packages: ReadonlySet<string>,
): string | undefined {
  switch (syntax) {
    case 'latex': {
      const hasBlackboard = BLACKBOARD.some((name) => packages.has(name));
      return formulas
        .map(({ latex }) => (hasBlackboard ? latex : latex.replaceAll('\\mathbb', '\\mathbf')))
        .map((latex) => `\\begin{equation}\n  ${latex}\n\\end{equation}`)
        .join('\n');
    }
    case 'pandoc':
    case 'myst':
      return formulas.map(({ latex }) => `$$\n${latex}\n$$`).join('\n\n');
    case 'typst':
      return undefined;
  }
}
