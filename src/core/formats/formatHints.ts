import { TitleHint, addIds, foldedCode, hintOf } from '../bibliography/workHints';

/** The name of a title in JSON or YAML with all up to its value. */
const TITLE = /(?<![a-z-])title["']?[ \t]*:[ \t]*["']?/gi;
/** Ends of values, line breaks, and what YAML, JSON and HTML make something else of. */
const SPECIAL = /["'\r\n\\&*!#<>|{}[\]%@`\x80-\uffff]/;
/** In YAML, a line break that no more of a plain value follows. */
const END_OF_PLAIN = /\r?\n *(?:- +)?[a-z-]+:(?=\s)/iy;

/**
 * `workHints` for an entry in a format other than BibTeX.
 *
 * @param source - the entry as it is written
 * @param identities - the identity keys of the entry, called if its source does not show them
 */
export function formatHints(source: string, identities: () => readonly string[]): readonly number[] {
  const hints: number[] = [];
  // JSON may have `\/` in ids.
  const isPlain = addTitles(source, hints) && !source.includes('\\/') && addIds(source, hints);
  return isPlain ? hints : identities().map(hintOf);
}

/** @returns false if it cannot tell */
function addTitles(source: string, hints: number[]): boolean {
  const before = hints.length;
  TITLE.lastIndex = 0;
  while (TITLE.test(source)) {
    const hint = titleHint(source, TITLE.lastIndex);
    if (hint === undefined) {
      return false;
    }
    hints.push(hint);
  }
  return hints.length > before;
}

/** @param start - where the value begins, behind its quotation mark */
function titleHint(source: string, start: number): number | undefined {
  const hint = new TitleHint();
  for (let i = start; i < source.length; i++) {
    const letter = foldedCode(source.charCodeAt(i));
    if (letter === 0 ? SPECIAL.test(source.charAt(i)) : hint.add(letter)) {
      return letter !== 0 || endsValue(source, start, i) ? hint.value : undefined;
    }
  }
  return undefined;
}

function endsValue(source: string, start: number, at: number): boolean {
  const quote = source.charAt(start - 1);
  if (quote === '"' || quote === "'") {
    // Two make one in YAML.
    return source.charAt(at) === quote && source.charAt(at + 1) !== quote;
  }
  END_OF_PLAIN.lastIndex = at;
  return at > start && END_OF_PLAIN.test(source);
}
