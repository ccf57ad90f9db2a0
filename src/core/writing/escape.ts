import type { Syntax } from '../drafts/types';
import { escapeTypst } from './escapeTypst';

/**
 * Writes plain prose so that a draft shows it as it is.
 *
 * LaTeX: the ten special characters are escaped, as are `<`, `>` and `|`, which old font encodings print wrongly; Greek
 * letters and mathematical symbols become math, because pdfTeX does not know them as text. All other Unicode stays.
 * Markdown, Typst: a character is escaped only where it would mean something, so that the source stays readable.
 *
 * @param text - one piece of running text, without markup
 */
export function escapeText(text: string, syntax: Syntax): string {
  switch (syntax) {
    case 'latex':
      return escapeLatex(text);
    case 'pandoc':
      return escapePandoc(text);
    case 'myst':
      // A line that begins with a per cent sign is a comment.
      return escapePandoc(text).replace(/(^|\n)([ \t]*)%/g, '$1$2\\%');
    case 'typst':
      return escapeTypst(text);
  }
}

const LATEX: ReadonlyMap<string, string> = new Map([
  ['\\', '\\textbackslash{}'],
  ['~', '\\textasciitilde{}'],
  ['^', '\\textasciicircum{}'],
  ['<', '\\textless{}'],
  ['>', '\\textgreater{}'],
  ['|', '\\textbar{}'],
  ...Array.from('&%$#_{}', (character) => [character, `\\${character}`] as const),
]);

/** Greek letters that look like Latin ones have no command of their own. */
const GREEK =
  'α alpha β beta γ gamma δ delta ε varepsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda μ mu ν nu ξ xi π pi ρ rho ' +
  'σ sigma ς varsigma τ tau υ upsilon φ varphi χ chi ψ psi ω omega Γ Gamma Δ Delta Θ Theta Λ Lambda Ξ Xi Π Pi Σ Sigma ' +
  'Υ Upsilon Φ Phi Ψ Psi Ω Omega';
const SYMBOLS =
  '→ rightarrow ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ↑ uparrow ↓ downarrow ≤ leq ≥ geq ≈ approx ≠ neq ∞ infty ' +
  '∈ in ∪ cup ∩ cap ∼ sim ≡ equiv ∝ propto √ surd ∘ circ ★ star';
const MATH: ReadonlyMap<string, string> = new Map([
  ...pairs(`${GREEK} ${SYMBOLS}`).map(([character, name]) => [character, `$\\${name}$`] as const),
  ['−', '$-$'],
]);

function pairs(list: string): [string, string][] {
  const words = list.split(' ');
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? '']] : []));
}

function escapeLatex(text: string): string {
  return text.replace(
    /[\\~^<>|&%$#_{}]|[\u0370-\u03ff\u2190-\u21ff\u2200-\u22ff\u2605]/g,
    (character) => LATEX.get(character) ?? MATH.get(character) ?? character,
  );
}

function escapePandoc(text: string): string {
  return text.replace(/[\\`*_[\]<>@#$^~&|]/g, (character: string, at: number) =>
    isMarkup(character, text, at) ? `\\${character}` : character,
  );
}

/** Whether pandoc or a CommonMark preview could take a character of plain text for markup. */
function isMarkup(character: string, text: string, at: number): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + 1);
  const isFree = /(?:^|\s)$/.test(before) && /^(?:\s|$)/.test(after);
  switch (character) {
    case '\\':
    case '`':
    case '$':
      return true;
    case '*':
      return !isFree;
    case '_':
      // Inside a word it is a letter: `CC_3M`.
      return !isFree && !(/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after));
    case '[':
      return /^\^|^[^[\]]*@|^[^[\]]*\][([{:]/.test(after) || (at === 0 && /^[ xX]\]/.test(after));
    case ']':
      return /^[([{:]/.test(after);
    case '<':
      return /^[A-Za-z/!?]/.test(after);
    case '>':
    case '#':
      return /(?:^|\n)[ \t]*[>#]*$/.test(before);
    case '@':
      return /^[\p{L}\p{N}_{]/u.test(after) && !/[\p{L}\p{N}]$/u.test(before);
    case '|':
      return /(?:^|\n)[ \t]*$/.test(before);
    case '&':
      return /^#?[A-Za-z0-9]+;/.test(after);
    default:
      // A pair of `^` or `~` without a space between raises, lowers or strikes out.
      return new RegExp(`\\${character}\\S*$`).test(before) || new RegExp(`^\\S*\\${character}`).test(after);
  }
}
