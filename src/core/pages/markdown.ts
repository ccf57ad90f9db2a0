import { shownText } from '../shownText';
import { escapeText } from '../writing/escape';

/**
 * Running text of a page: what comes from a file or the catalog shows as it is, on one line. No markup, link or HTML in it has
 * an effect; control characters become spaces. For a table's cell use {@link cellText}.
 */
export function inlineText(text: string): string {
  // A block that begins like a list, a rule or an underline would become one.
  return escapeText(oneLine(text), 'pandoc').replace(/^(?:[-+*=]|\d+(?=[.)]))/, beforeMarker);
}

/** {@link inlineText} in a table, whose cells end at bars. */
export function cellText(text: string): string {
  // Bars are escaped apart from the rest, or one that starts a text would be escaped twice and divide the row.
  return oneLine(text)
    .split('|')
    .map((piece) => escapeText(piece, 'pandoc'))
    .join('\\|');
}

/** A code span, whatever the text holds. */
export function codeSpan(text: string): string {
  const content = oneLine(text);
  const longest = longestRun(content);
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${content}${space}${fence}`;
}

/** A block of code, whatever it holds. */
export function codeBlock(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/**
 * A link.
 *
 * @param label - Markdown, such as {@link inlineText} and {@link codeSpan} make it
 * @param address - of {@link commandAddress} or {@link webAddress}; without one the label stands alone
 */
export function link(label: string, address: string | undefined): string {
  return address === undefined ? label : `[${label}](${address})`;
}

/** The address of a command. Which ones a page follows is up to who shows it. */
export function commandAddress(command: string, argument: unknown): string {
  return `command:${command}?${encodeAll(JSON.stringify([argument]))}`;
}

/** An address as it can stand in a link, if it is one of a web page: files and catalogs may hold anything for an address. */
export function webAddress(url: string): string | undefined {
  const address = url.trim().replaceAll(/[\s()<>[\]\\"`^{|}]/g, encodeAll);
  return /^https?:\/\/[^/]/i.test(address) ? address : undefined;
}

/** Puts values, in Markdown already, for `{0}`, `{1}`, ... of a text. */
export function fill(text: string, ...values: readonly (string | number)[]): string {
  return text.replace(/\{(\d+)\}/g, (placeholder, index: string) =>
    String(values[Number(index)] ?? placeholder),
  );
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function oneLine(text: string): string {
  return shownText(text).trim();
}

function beforeMarker(marker: string): string {
  return /\d/.test(marker) ? `${marker}\\` : `\\${marker}`;
}

/** `encodeURIComponent` leaves parentheses and quotation marks as they are, which end a link. */
function encodeAll(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
