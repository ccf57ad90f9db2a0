import type { TextRange } from '../text';
import { scanLatex } from './latexScanner';
import type { LatexCommand } from './latexScanner';

/** etoolbox's tests take their branches as arguments; they have no `\fi`. */
const NO_FI = new Set(
  (
    'iff ifthenelse ifdef ifundef ifcsdef ifcsundef ifdefempty ifdefvoid ifblank ifstrequal ifstrempty iftoggle ifbool ' +
    'ifboolexpr ifboolexpe ifnumcomp ifnumequal ifnumgreater ifnumless ifinlist ifpatchable'
  ).split(' '),
);

/** Ends the search for the closing brace of a group that is not closed, so that many of them cost no more than one. */
const MAX_DEPTH = 8;

/**
 * The draft with everything blanked out that TeX does not run: comments, verbatim text and addresses, `\iffalse`
 * blocks, R chunks and what follows `\end{document}`. It has the length and the line breaks of the draft, so that
 * offsets hold in both.
 */
export function latexCode(text: string): string {
  const { commands, skipped } = scanLatex(
    text,
    (name) => name === 'end' || name === 'else' || name === 'fi' || isConditional(name),
  );
  const blanks = [...skipped, ...falseBranches(commands, text.length), ...afterEnd(text, commands)];
  blanks.sort((a, b) => a.start - b.start);
  let code = '';
  let position = 0;
  for (const { start, end } of blanks) {
    if (end > position) {
      const from = Math.max(start, position);
      code += text.slice(position, from) + text.slice(from, end).replace(/[^\r\n]/g, ' ');
      position = end;
    }
  }
  return code + text.slice(position);
}

function isConditional(name: string): boolean {
  return name.startsWith('if') && !NO_FI.has(name);
}

/** Each `\iffalse` block up to its `\fi`, or to its `\else`, whose branch counts. */
function falseBranches(commands: readonly LatexCommand[], length: number): TextRange[] {
  const ranges: TextRange[] = [];
  let start: number | undefined;
  let depth = 0;
  for (const { name, ...at } of commands) {
    if (start === undefined) {
      start = name === 'iffalse' ? at.start : undefined;
      depth = 1;
    } else if (isConditional(name)) {
      depth++;
    } else if (name === 'fi' || (name === 'else' && depth === 1)) {
      depth--;
      if (depth === 0) {
        ranges.push({ start, end: at.end });
        start = undefined;
      }
    }
  }
  return start === undefined ? ranges : [...ranges, { start, end: length }];
}

function afterEnd(text: string, commands: readonly LatexCommand[]): TextRange[] {
  const last = commands.find(({ name, end }) => name === 'end' && text.startsWith('{document}', end));
  return last ? [{ start: last.end + '{document}'.length, end: text.length }] : [];
}

/**
 * The inside of the `{...}` that follows an offset, white space skipped; braces inside are balanced, `\{` does not count.
 *
 * @returns `undefined` if no group follows, if its end is missing, or if it holds more than a name would
 */
export function argumentAt(code: string, offset: number): TextRange | undefined {
  const opening = /\s*\{/y;
  opening.lastIndex = offset;
  if (!opening.test(code)) {
    return undefined;
  }
  const start = opening.lastIndex;
  const brace = /\\[^]|[{}]/g;
  brace.lastIndex = start;
  let depth = 1;
  for (let match = brace.exec(code); match; match = brace.exec(code)) {
    depth += match[0] === '{' ? 1 : match[0] === '}' ? -1 : 0;
    if (depth === 0) {
      return { start, end: match.index };
    }
    if (depth > MAX_DEPTH) {
      return undefined;
    }
  }
  return undefined;
}

/** The inside of the `[...]` that follows an offset, white space skipped, or `undefined`. */
export function optionAt(code: string, offset: number): TextRange | undefined {
  const option = /\s*\[((?:[^\][{}]|\{[^{}]*\})*)\]/y;
  option.lastIndex = offset;
  const match = option.exec(code);
  return match?.[1] === undefined
    ? undefined
    : { start: option.lastIndex - 1 - match[1].length, end: option.lastIndex - 1 };
}

/** A range without the white space, the quotation marks and the `\subfix{}` around a file name. */
export function fileNameIn(code: string, range: TextRange): TextRange {
  const content = code.slice(range.start, range.end);
  const wrapped = /^\s*\\subfix\s*\{([^{}]*)\}\s*$/.exec(content);
  const inner = wrapped?.[1] ?? content;
  const start = range.start + (wrapped ? content.indexOf('{') + 1 : 0);
  const leading = /^[\s"{]*/.exec(inner)?.[0].length ?? 0;
  const name = inner.slice(leading).replace(/[\s"}]+$/, '');
  return { start: start + leading, end: start + leading + name.length };
}
