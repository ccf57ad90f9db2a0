import type { TypstCall, TypstToken } from './typstTypes';

/** The arguments of a Typst call. */
export interface TypstArguments {
  /** All parts of the arguments without a name, also those of arrays. */
  readonly positional: readonly TypstToken[];
  /** The parts of each argument with a name. */
  readonly named: ReadonlyMap<string, readonly TypstToken[]>;
}

/** @param text - the file that the call is in */
export function typstArguments(text: string, call: TypstCall): TypstArguments {
  const positional: TypstToken[] = [];
  const named = new Map<string, TypstToken[]>();
  let current = positional;
  let depth = 0;
  for (const [index, token] of call.tokens.entries()) {
    const mark = token.type === 'mark' ? text[token.range.start] : undefined;
    depth += mark === '(' ? 1 : mark === ')' ? -1 : 0;
    if (mark === ',' && depth === 0) {
      current = positional;
    } else if (token.type === 'name' && depth === 0 && isColon(text, call.tokens[index + 1])) {
      current = [];
      named.set(text.slice(token.range.start, token.range.end), current);
    } else if (mark !== ':') {
      current.push(token);
    }
  }
  return { positional, named };
}

function isColon(text: string, token: TypstToken | undefined): boolean {
  return token?.type === 'mark' && text[token.range.start] === ':';
}
