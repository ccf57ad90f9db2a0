import type { TextRange } from '../text';
import { frontMatter } from './frontMatter';
import { argumentAt, fileNameIn, latexCode, optionAt } from './latexCode';
import type { BibliographyDeclaration, Syntax } from './types';
import { typstDeclarations } from './typstDeclarations';
import { yamlDeclarations } from './yamlBibliography';

/**
 * The bibliographies a draft names, in file order: LaTeX's `\bibliography`, `\addbibresource` and their relatives
 * outside comments and verbatim text; `bibliography:` of a Markdown draft's front matter; Typst's `#bibliography`.
 */
export function findDeclarations(text: string, syntax: Syntax): readonly BibliographyDeclaration[] {
  if (syntax === 'latex') {
    return declarationsIn(latexCode(text));
  }
  if (syntax === 'typst') {
    return typstDeclarations(text);
  }
  const yaml = frontMatter(text);
  return yaml ? yamlDeclarations(text, yaml.content) : [];
}

/** @param code - a LaTeX draft's text after {@link latexCode} */
export function declarationsIn(code: string): readonly BibliographyDeclaration[] {
  return declarationCommands(code).flatMap((command) => namesIn(code, command));
}

/** A command that names bibliographies, and where their names stand. */
export interface DeclarationCommand {
  /** Without backslash. */
  readonly name: string;
  /** Between the delimiters; may be empty, or hold several names if `by` is `bibliography`. */
  readonly list: TextRange;
  readonly by: 'bibliography' | 'addbibresource';
  readonly remote?: true;
}

/** `\bibliographyA` counts only after `\newcites{A}` (multibib), `\bibliographystyle` never. */
const COMMAND =
  /\\(?:(no|default)?(bibliography)([A-Za-z]*)|(addbibresource|addglobalbib|addsectionbib)|(putbib))(?![A-Za-z@])\*?|\\begin\s*\{refs(?:ection|egment)\}(?=\s*\[)|\\newrefsection(?=\s*\[)/g;

/** @param code - a draft's text after {@link latexCode} */
export function declarationCommands(code: string): DeclarationCommand[] {
  const suffixes = new Set(
    [...code.matchAll(/\\newcites\s*\{([^{}]*)\}/g)].flatMap((match) =>
      (match[1] ?? '').split(',').map((name) => name.trim()),
    ),
  );
  const commands: DeclarationCommand[] = [];
  for (const match of code.matchAll(COMMAND)) {
    const [found, , bibliography, suffix = '', resource, putbib] = match;
    const after = match.index + found.length;
    if (bibliography !== undefined) {
      const list = suffix === '' || suffixes.has(suffix) ? argumentAt(code, after) : undefined;
      pushIf(commands, list && { name: bibliography, list, by: 'bibliography' });
    } else if (resource !== undefined) {
      const option = optionAt(code, after);
      const list = argumentAt(code, option ? option.end + 1 : after);
      const isRemote = option && /\blocation\s*=\s*\{?\s*remote\b/.test(code.slice(option.start, option.end));
      pushIf(
        commands,
        list && { name: resource, list, by: 'addbibresource', ...(isRemote && { remote: true as const }) },
      );
    } else {
      // \putbib[a,b] of bibunits; \newrefsection[a.bib] and \begin{refsection}[a.bib] of biblatex.
      const list = optionAt(code, after);
      const by = putbib === undefined ? 'addbibresource' : 'bibliography';
      pushIf(commands, list && { name: putbib ?? 'newrefsection', list, by });
    }
  }
  return commands;
}

function namesIn(code: string, command: DeclarationCommand): BibliographyDeclaration[] {
  const declarations: BibliographyDeclaration[] = [];
  const single = command.name.startsWith('add');
  let start = command.list.start;
  while (start <= command.list.end) {
    const comma = single ? -1 : code.indexOf(',', start);
    const end = comma < 0 || comma > command.list.end ? command.list.end : comma;
    const range = fileNameIn(code, { start, end });
    const path = code.slice(range.start, range.end);
    if (path !== '' && !path.includes('#')) {
      declarations.push({ path, range, by: command.by, ...(command.remote && { remote: true as const }) });
    }
    start = end + 1;
  }
  return declarations;
}

function pushIf<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) {
    list.push(item);
  }
}
