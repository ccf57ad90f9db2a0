import type { CitationForm } from '../drafts/types';
import { scanLatex, skipLatexBlanks } from '../drafts/latexScanner';

/** The package that defines a LaTeX draft's citation commands; `plain` is LaTeX without one (or with `cite`). */
export type CitationSystem = 'biblatex' | 'natbib' | 'apacite' | 'plain';

/** Classes that load natbib. */
const NATBIB_CLASS =
  /^(?:elsarticle|revtex4.*|mnras|aastex.*|aa|sn-jnl|acmart|copernicus|agujournal.*|jmlr|wlscirep|tmlr)$/;
/** Packages of conferences that load natbib. */
const NATBIB_PACKAGE =
  /^(?:natbib|acl(?:_natbib|\d*)?|(?:emnlp|naacl|eacl|aacl|coling)[-_]?\d*|icml\d*|iclr\d*_conference|neurips_.*|nips_.*|colm\d*_conference|tmlr|jmlr2e|rlc|corl_\d*|chicago|newapa)$/;

/** How many characters of a root file are read for its packages. */
const LONGEST_PREAMBLE = 200_000;

/**
 * The citation package a LaTeX text loads. Comments are not read.
 *
 * @returns `undefined` if the text does not tell, as a chapter without preamble does not
 */
export function citationSystem(text: string): CitationSystem | undefined {
  const source = text.slice(0, LONGEST_PREAMBLE);
  const names = [
    'documentclass',
    'LoadClass',
    'usepackage',
    'RequirePackage',
    'addbibresource',
    'bibliographystyle',
  ];
  const scan = scanLatex(source, (name) => names.includes(name));
  const found = new Set<CitationSystem>();
  for (const command of scan.commands) {
    let open = skipLatexBlanks(source, command.end);
    const optionsEnd = source[open] === '[' ? scan.closers.get(open) : undefined;
    const options = optionsEnd === undefined ? '' : source.slice(open + 1, optionsEnd);
    open = optionsEnd === undefined ? open : skipLatexBlanks(source, optionsEnd + 1);
    const close = source[open] === '{' ? scan.closers.get(open) : undefined;
    const values = close === undefined ? [] : source.slice(open + 1, close).split(',');
    for (const value of values) {
      const system = systemOf(command.name, value.trim(), options);
      if (system !== undefined) {
        found.add(system);
      }
    }
  }
  return (['biblatex', 'natbib', 'apacite', 'plain'] as const).find((system) => found.has(system));
}

function systemOf(command: string, value: string, options: string): CitationSystem | undefined {
  switch (command) {
    case 'addbibresource':
      return 'biblatex';
    case 'bibliographystyle':
      return /nat(?:bib)?$/i.test(value) ? 'natbib' : undefined;
    case 'documentclass':
    case 'LoadClass':
      return NATBIB_CLASS.test(value) ? 'natbib' : 'plain';
    default:
      if (/^biblatex(?:-|$)/.test(value)) {
        return 'biblatex';
      }
      if (value === 'apacite') {
        return options.includes('natbib') ? 'natbib' : 'apacite';
      }
      return NATBIB_PACKAGE.test(value) && !options.includes('nonatbib') ? 'natbib' : undefined;
  }
}

/** The commands each system offers. */
export const SYSTEM_COMMANDS: Readonly<Record<CitationSystem, Readonly<Record<CitationForm, string>>>> = {
  biblatex: { parenthetical: 'autocite', textual: 'textcite' },
  natbib: { parenthetical: 'citep', textual: 'citet' },
  apacite: { parenthetical: 'cite', textual: 'citeA' },
  plain: { parenthetical: 'cite', textual: 'cite' },
};

/** The system that a citation command belongs to, if only one has it. */
export function systemOfCommand(command: string): CitationSystem | undefined {
  const name = command.replace(/\*$/, '').toLowerCase();
  if (/^cite(?:[tp]|al[tp]|yearpar)$/.test(name)) {
    return 'natbib';
  }
  if (/^(?:auto|text|paren|foot|smart|super|fullf?|footfull)cites?$|^cites$/.test(name)) {
    return 'biblatex';
  }
  return name === 'citea' || name === 'citenp' ? 'apacite' : undefined;
}
