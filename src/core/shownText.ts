/**
 * Text of a file or the catalog as it can be shown on one line: control characters and white space become single spaces, what
 * would turn the direction of the text around it goes, halves of characters become U+FFFD. Everything else stays.
 */
export function shownText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/\p{Cs}/gu, '\ufffd');
}

/** The beginning of a text with an ellipsis, if it is longer than `most` UTF-16 units; no character is cut through. */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
