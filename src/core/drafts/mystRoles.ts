import type { TextRange } from '../text';
import type { CitationForm } from './types';

/** A `{cite}` role of MyST. */
export interface MystRole {
  /** E.g. `cite:p`. */
  readonly name: string;
  /** From the brace to after the closing backticks. */
  readonly range: TextRange;
  /** Between the backticks. */
  readonly content: TextRange;
  readonly keys: readonly { readonly key: string; readonly range: TextRange }[];
}

/** The roles of sphinxcontrib-bibtex, also with options as mystmd allows them, e.g. `{cite:p #id .class}`. */
const ROLE = /(?<!\\)\{((?:foot|full|footfull)?cite(?::[a-z]+)?)(?:\s[^{}`]*)?\}$/;

/** The farthest that a role's brace is looked for before its backticks. */
const LONGEST_ROLE = 100;

/**
 * The role whose content is a code span, with its keys: `{see}key{p. 3}`, divided by commas (mystmd: also semicolons).
 *
 * @param start - of the first backtick
 * @param end - after the last one; two backticks alone are an empty role
 */
export function mystRole(text: string, start: number, end: number): MystRole | undefined {
  const match = ROLE.exec(text.slice(Math.max(0, start - LONGEST_ROLE), start));
  const name = match?.[1];
  if (match === null || name === undefined) {
    return undefined;
  }
  const ticks = end - start === 2 ? 1 : (/^`+/.exec(text.slice(start, end))?.[0].length ?? 0);
  if (end - start < 2 * ticks) {
    return undefined;
  }
  const content = { start: start + ticks, end: end - ticks };
  return {
    name,
    range: { start: start - match[0].length, end },
    content,
    keys: roleKeys(text.slice(content.start, content.end), content.start),
  };
}

function roleKeys(content: string, offset: number): MystRole['keys'] {
  const keys: { key: string; range: TextRange }[] = [];
  let taken = false;
  for (const match of content.matchAll(/\{[^{}]*\}|([,;])|([^\s,;{}]+)/g)) {
    const [, separator, key] = match;
    if (separator !== undefined) {
      taken = false;
    } else if (key !== undefined && !taken) {
      taken = true;
      const start = offset + match.index;
      keys.push({ key, range: { start, end: start + key.length } });
    }
  }
  return keys;
}

/** How a role reads: those of mystmd's and sphinxcontrib-bibtex's with `t` and the names of authors are part of the sentence. */
export function roleForm(name: string): CitationForm {
  return /:(?:c?ts?|c?authors?)$/.test(name) ? 'textual' : 'parenthetical';
}

/** `{cite:empty}` only lists the work. */
export function isSilentRole(name: string): boolean {
  return name.endsWith(':empty');
}
