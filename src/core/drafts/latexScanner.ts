import type { TextRange } from '../text';
import {
  endOfEnvironment,
  endOfVerbatimArgument,
  isVerbatimCommand,
  isVerbatimEnvironment,
} from './latexVerbatim';

/** A control word at its place, or `\begin{name}` of an environment that was asked for. */
export interface LatexCommand {
  /** Without backslash and star; the environment's name for `\begin{...}`. */
  readonly name: string;
  /** Of the backslash. */
  readonly start: number;
  /** After the name (after the closing brace of `\begin{...}`); a star comes later. */
  readonly end: number;
}

/** What one pass over a LaTeX text finds. */
export interface LatexScan {
  /** The commands asked for, in file order; names that are being defined (`\newcommand\mycite`) are left out. */
  readonly commands: readonly LatexCommand[];
  /** From each `{`, `[`, `(` or `<` to the delimiter that closes it as TeX reads arguments. */
  readonly closers: ReadonlyMap<number, number>;
  /** Comments, verbatim environments and verbatim arguments, in file order. */
  readonly skipped: readonly TextRange[];
}

/** Commands after which a command's name is being defined, and how many names follow. */
const DEFINITIONS: ReadonlyMap<string, number> = new Map([
  ...(
    'newcommand renewcommand providecommand DeclareRobustCommand newrobustcmd renewrobustcmd providerobustcmd ' +
    'def gdef edef xdef NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand ' +
    'NewExpandableDocumentCommand DeclareCiteCommand'
  )
    .split(' ')
    .map((name) => [name, 1] as const),
  ['let', 2],
  ['NewCommandCopy', 2],
  ['RenewCommandCopy', 2],
  ['DeclareMultiCiteCommand', 2],
]);

const OPENERS = '[(<';
const CLOSERS = '])>';

/** How much of a control word is looked at. */
const LONGEST_NAME = 100;

/** Everything that is not plain text for the scanner. */
const SPECIAL = /[\\%\n{}[\]()<>]/g;

/**
 * Reads a LaTeX text once, from start to end, in time proportional to its length.
 *
 * Optional arguments are matched as TeX does: the first `]` at the same depth of braces closes, and a blank line
 * ends the search. Unbalanced braces cost only themselves.
 *
 * @param wanted - tells by name which commands (and `\begin` environments) are reported
 */
export function scanLatex(text: string, wanted: (name: string) => boolean): LatexScan {
  const commands: LatexCommand[] = [];
  const closers = new Map<number, number>();
  const skipped: TextRange[] = [];
  const braces: number[] = [];
  const pending: readonly number[][] = [[], [], []];
  const special = new RegExp(SPECIAL);
  let paragraph = 0;
  let namesToDefine = 0;
  let defineFrom = 0;
  let i = 0;

  const skipTo = (end: number): void => {
    skipped.push({ start: i, end });
    i = end;
  };
  /** Takes what waits for a delimiter since the innermost open brace. */
  const takePending = (kind: number, take: (open: number) => void): void => {
    const stack = pending[kind] ?? [];
    const innermost = braces.at(-1) ?? -1;
    for (let open = stack.at(-1); open !== undefined && open > innermost; open = stack.at(-1)) {
      take(open);
      stack.pop();
    }
  };
  const readCommand = (): void => {
    const start = i;
    const end = endOfName(text, start + 1);
    const name = text.slice(start + 1, end);
    const isDefined = namesToDefine > 0 && /^[\s*{}=]*$/.test(text.slice(defineFrom, start));
    namesToDefine = isDefined ? namesToDefine - 1 : (DEFINITIONS.get(name) ?? 0);
    defineFrom = end;
    if (isDefined) {
      i = end;
    } else if (name === 'begin') {
      const environment = environmentName(text, end);
      if (environment !== undefined && isVerbatimEnvironment(environment.name)) {
        skipTo(endOfEnvironment(text, environment.end, environment.name));
      } else if (environment !== undefined && wanted(environment.name)) {
        commands.push({ name: environment.name, start, end: environment.end });
        i = environment.end;
      } else {
        i = end;
      }
    } else if (isVerbatimCommand(name)) {
      const after = endOfVerbatimArgument(text, end, name);
      if (after === undefined) {
        i = end;
      } else {
        skipTo(after);
      }
    } else {
      if (wanted(name)) {
        commands.push({ name, start, end });
      }
      i = end;
    }
  };

  while (i < text.length) {
    special.lastIndex = i;
    i = special.exec(text)?.index ?? text.length;
    const char = text[i] ?? '';
    if (char === '\\') {
      readCommand();
    } else if (char === '%') {
      skipTo(endOfLine(text, i));
    } else if (char === '\n') {
      i++;
      paragraph = isBlankLine(text, i) ? i : paragraph;
    } else if (char === '{') {
      braces.push(i++);
    } else if (char === '}') {
      for (let kind = 0; kind < pending.length; kind++) {
        takePending(kind, () => undefined);
      }
      const open = braces.pop();
      if (open !== undefined) {
        closers.set(open, i);
      }
      i++;
    } else if (OPENERS.includes(char)) {
      const chunk = char === '<' ? endOfCodeChunk(text, i) : undefined;
      if (chunk !== undefined) {
        skipTo(chunk);
      } else {
        pending[OPENERS.indexOf(char)]?.push(i++);
      }
    } else {
      const at = i++;
      takePending(CLOSERS.indexOf(char), (open) => {
        if (open >= paragraph) {
          closers.set(open, at);
        }
      });
    }
  }
  return { commands, closers, skipped };
}

/**
 * The offset after blanks, single line breaks and comments: where TeX looks for a command's next argument.
 * A blank line is not crossed.
 */
export function skipLatexBlanks(text: string, offset: number): number {
  let i = offset;
  for (;;) {
    const start = i;
    while (text[i] === ' ' || text[i] === '\t' || text[i] === '\r') {
      i++;
    }
    if (text[i] === '%') {
      i = endOfLine(text, i);
    }
    if (text[i] === '\n') {
      if (isBlankLine(text, i + 1)) {
        return start;
      }
      i++;
    }
    if (i === start) {
      return i;
    }
  }
}

/** Whether the line that starts at an offset holds white space only, and another line follows. */
export function isBlankLine(text: string, offset: number): boolean {
  let i = offset;
  while (text[i] === ' ' || text[i] === '\t' || text[i] === '\r') {
    i++;
  }
  return text[i] === '\n';
}

/** The offset of the line break that ends the line, or the text's length. */
export function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

/** After the letters from `offset` on (`@` counts within a name that has letters), or after one other character. */
function endOfName(text: string, offset: number): number {
  const letters = offset + (/^[A-Za-z]*/.exec(text.slice(offset, offset + LONGEST_NAME))?.[0].length ?? 0);
  if (isVerbatimCommand(text.slice(offset, letters))) {
    return letters;
  }
  const name = /^[A-Za-z@]*/.exec(text.slice(offset, offset + LONGEST_NAME))?.[0].length ?? 0;
  return name > 0 ? offset + name : Math.min(offset + 1, text.length);
}

function environmentName(text: string, offset: number): { name: string; end: number } | undefined {
  const match = /^[ \t]*\{([^{}\\\n]{1,40})\}/.exec(text.slice(offset, offset + 60));
  return match === null ? undefined : { name: match[1] ?? '', end: offset + match[0].length };
}

/** The end of a knitr or Sweave chunk (`<<...>>=` to a line that starts with `@`) that starts here, if one does. */
function endOfCodeChunk(text: string, offset: number): number | undefined {
  const startsLine = offset === 0 || text[offset - 1] === '\n';
  if (!startsLine || !/^<<[^\n>]*>>=[ \t]*\r?\n/.test(text.slice(offset, offset + 500))) {
    return undefined;
  }
  const end = text.indexOf('\n@', offset);
  return end < 0 ? text.length : end + 2;
}
