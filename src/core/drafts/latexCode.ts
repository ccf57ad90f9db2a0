import type { TextRange } from '../text';

/** Environments whose body TeX does not read as commands, or does not read at all. */
const VERBATIM_ENVIRONMENTS = new Set(
  (
    'verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim VerbatimOut lstlisting minted comment ' +
    'filecontents filecontents* tcblisting pycode luacode luacode* spverbatim'
  ).split(' '),
);
const TOKEN = /%|^<<.*>>=|\\(?:([A-Za-z@]+)(\*?)|[^])/gm;

/**
 * The draft with everything blanked out that TeX does not run: comments, verbatim text, `\iffalse` blocks, R chunks and
 * what follows `\end{document}`. It has the length and the line breaks of the draft, so that offsets hold in both.
 */
export function latexCode(text: string): string {
  const token = new RegExp(TOKEN);
  let code = '';
  let kept = 0;
  const blank = (start: number, end: number): void => {
    code += text.slice(kept, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    kept = end;
    token.lastIndex = end;
  };
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found, name] = match;
    const after = token.lastIndex;
    if (found === '%') {
      blank(match.index, endOfLine(text, after));
    } else if (found.startsWith('<<')) {
      blank(match.index, indexOf(text, /^@(?=\s|$)/gm, after));
    } else if (name === 'begin') {
      const environment = argumentAt(text, after);
      const label = environment && text.slice(environment.start, environment.end);
      if (environment && label !== undefined && VERBATIM_ENVIRONMENTS.has(label)) {
        const end = text.indexOf(`\\end{${label}}`, environment.end);
        blank(environment.end + 1, end < 0 ? text.length : end);
      }
    } else if (name === 'end' && text.startsWith('{document}', after)) {
      blank(after + '{document}'.length, text.length);
    } else if (name === 'iffalse') {
      blank(match.index, endOfFalse(text, after));
    } else if (name === 'verb' || name === 'lstinline' || name === 'mintinline') {
      const span = inlineVerbatim(text, after, name);
      if (span) {
        blank(span.start, span.end);
      }
    } else if (name === 'url' || name === 'path' || name === 'nolinkurl' || name === 'href') {
      // A percent sign in an address starts no comment.
      token.lastIndex = argumentAt(text, after)?.end ?? after;
    }
  }
  return code + text.slice(kept);
}

/**
 * The inside of the `{...}` that follows an offset, white space skipped; braces inside are balanced, `\{` does not count.
 *
 * @returns `undefined` if no group follows or its end is missing
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

function endOfLine(text: string, offset: number): number {
  return indexOf(text, /[\r\n]/g, offset);
}

function indexOf(text: string, pattern: RegExp, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.index ?? text.length;
}

/** Where an `\iffalse` block ends: after its `\fi`, or at its `\else`, whose branch counts. */
function endOfFalse(text: string, offset: number): number {
  const conditional = /\\(?:(if(?!f\b|thenelse\b)[A-Za-z@]*)|(fi|else)(?![A-Za-z@]))/g;
  conditional.lastIndex = offset;
  let depth = 1;
  for (let match = conditional.exec(text); match; match = conditional.exec(text)) {
    if (match[1] !== undefined) {
      depth++;
    } else if (match[2] === 'fi') {
      depth--;
    }
    if (depth === 0 || (depth === 1 && match[2] === 'else')) {
      return conditional.lastIndex;
    }
  }
  return text.length;
}

/** `\verb|...|` and its relatives, which end on the line they begin on. */
function inlineVerbatim(text: string, offset: number, name: string): TextRange | undefined {
  let start = offset;
  if (name !== 'verb') {
    start = (optionAt(text, start)?.end ?? start - 1) + 1;
  }
  if (name === 'mintinline') {
    start = (argumentAt(text, start)?.end ?? start - 1) + 1;
  }
  if (name !== 'verb' && text[start] === '{') {
    return argumentAt(text, start);
  }
  const delimiter = text[start];
  if (delimiter === undefined || /[\sA-Za-z]/.test(delimiter)) {
    return undefined;
  }
  const end = text.indexOf(delimiter, start + 1);
  return end < 0 || end > endOfLine(text, start) ? undefined : { start: start + 1, end };
}
