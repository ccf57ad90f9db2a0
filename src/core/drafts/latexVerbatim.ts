/** Environments whose content TeX does not interpret (or that hold another file, or nothing). */
const ENVIRONMENTS = new Set(
  (
    'verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim lstlisting minted comment ' +
    'filecontents filecontents* tcblisting luacode luacode* pycode CCSXML'
  ).split(' '),
);

/** Commands with one argument between any two equal characters or in braces, which TeX does not interpret. */
const COMMANDS = new Set('verb Verb lstinline mintinline path url nolinkurl href'.split(' '));

/** How far a verbatim argument is looked for, so that a line of many unfinished ones stays cheap. */
const LONGEST_ARGUMENT = 2000;

/** Whether `\name` takes a verbatim argument, e.g. `verb`. */
export function isVerbatimCommand(name: string): boolean {
  return COMMANDS.has(name);
}

/** Whether the content of `\begin{name}` is verbatim. */
export function isVerbatimEnvironment(name: string): boolean {
  return ENVIRONMENTS.has(name);
}

/** The offset after `\end{name}`, or the text's end if there is none. */
export function endOfEnvironment(text: string, offset: number, name: string): number {
  const closing = `\\end{${name}}`;
  const end = text.indexOf(closing, offset);
  return end < 0 ? text.length : end + closing.length;
}

/**
 * The offset after a verbatim argument: `|...|` or `{...}`, with options and language before it where the command has
 * them. An argument ends in its own line.
 *
 * @param offset - after the command's name
 * @returns `undefined` if no finished argument follows
 */
export function endOfVerbatimArgument(text: string, offset: number, name: string): number | undefined {
  const line = /^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_ARGUMENT))?.[0] ?? '';
  const lead = /^\*?(?:\[[^\]]*\])?/.exec(line)?.[0].length ?? 0;
  const language = name === 'mintinline' ? (/^\{[^{}]*\}/.exec(line.slice(lead))?.[0].length ?? 0) : 0;
  const start = lead + language;
  const delimiter = line[start];
  if (delimiter === undefined || /[\sA-Za-z\\%]/.test(delimiter)) {
    return undefined;
  }
  const end = delimiter === '{' ? endOfBraces(line, start) : endOfNext(line, delimiter, start + 1);
  return end === undefined ? undefined : offset + end;
}

function endOfNext(line: string, delimiter: string, from: number): number | undefined {
  const at = line.indexOf(delimiter, from);
  return at < 0 ? undefined : at + 1;
}

function endOfBraces(line: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < line.length; i++) {
    if (line[i] === '{') {
      depth++;
    } else if (line[i] === '}' && --depth === 0) {
      return i + 1;
    }
  }
  return undefined;
}
