import type { CitationForm } from './types';

/** How a citation command takes its keys. */
export interface CiteCommand {
  readonly form: CitationForm;
  readonly silent: boolean;
  /** `\cites(...)(...)[...]{a}[...]{b}`: the group of arguments repeats. */
  readonly multi: boolean;
  /** How many braced arguments stand before each keys argument, e.g. the language of `\foreigntextcquote`. */
  readonly before: 0 | 1;
  /** The argument holds one key only, so that no further key can join. */
  readonly single: boolean;
  /** It cites only if another braced argument follows, as biblatex's `\citename{key}{author}` does. */
  readonly needsMore: boolean;
}

/** Commands whose names contain "cite" and that take no keys: settings, tests, hooks and delimiters. Lower case. */
const NO_KEYS = new Set(
  (
    'bibcite citestyle citeform citeleft citeright citepunct citemid citedash citesep citeprepunct citenumfont ' +
    'citefont citesetup citereset citetext citeauthoryear citerest citecount citecounter citeguide citeprefix ' +
    'citeindextype citetracker citeyearleft citeyearright newcites newcitecommand multicitedelim ' +
    'setcitecommand setautocitecommand citebrackets citeparens recite'
  ).split(' '),
);
const NO_KEYS_PATTERN =
  /^(?:if|at(?:every|next|begin|end)|declare|set|use|mk|save|restore|abx)|(?:delim|tracker|style|true|false|punct|index)$|^excit|@/;

const TEXTUAL_PATTERN =
  /^citet(?!ext|itle)|textcite|^citeauthors?$|^(?:cite|shortcite|fullcite)a$|^fullciteauthor$/;
const TEXTUAL = new Set('newcite citeasnoun citeonline possessivecite posscite citepos'.split(' '));
const SINGLE = new Set('citefield citelist citename bibentry defcitealias defcitepalias volcite'.split(' '));

/**
 * How a command cites, or `undefined` if it does not.
 *
 * Covers natbib, biblatex, csquotes, apacite, cite, bibentry, the ACL styles, and by its name any command that
 * contains "cite".
 *
 * @param name - without backslash and star, as written
 * @param extra - further citation commands, without backslash and star
 */
export function citeCommand(name: string, extra: ReadonlySet<string>): CiteCommand | undefined {
  const lower = name.toLowerCase();
  const isExtra = extra.has(name);
  const isQuote = lower.endsWith('cquote');
  if (!isExtra && !isQuote && lower !== 'bibentry' && !lower.includes('cite')) {
    return undefined;
  }
  if (!isExtra && (NO_KEYS.has(lower) || NO_KEYS_PATTERN.test(lower))) {
    return undefined;
  }
  const textual = TEXTUAL.has(lower) || TEXTUAL_PATTERN.test(lower);
  const volume = /volcites?$/.test(lower);
  return {
    form: textual ? 'textual' : 'parenthetical',
    silent: lower === 'nocite' || lower.startsWith('defcite'),
    multi: lower.endsWith('cites'),
    before: volume || /^(?:foreign|hyphen|hybrid)/.test(lower) ? 1 : 0,
    single: SINGLE.has(lower) || volume,
    needsMore: lower === 'citename' || lower === 'citelist' || lower === 'citefield',
  };
}

/** Names from the setting: a backslash and a star are allowed and dropped. */
export function extraNames(commands: readonly string[] | undefined): ReadonlySet<string> {
  return new Set((commands ?? []).map((command) => command.trim().replace(/^\\/, '').replace(/\*$/, '')));
}
