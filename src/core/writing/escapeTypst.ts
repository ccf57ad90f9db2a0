/** Characters that mean something in Typst's running text wherever they stand. */
const ALWAYS = /[\\`$#@<[\]~]|\/(?=[/*])|\*(?=\/)/u;
/** What makes a heading, a list item or a term at the start of a line. */
const LINE_START = /(?<=(?:^|\n)[ \t]*)(?:=(?==*\s)|[-+/](?=\s|$))/u;
const NUMBERED = /(?<=(?:^|\n)[ \t]*\d+)\.(?=\s|$)/u;
/** Strong and emphasised text. Within a word both are letters: `CC_3M`. */
const EMPHASIS = /(?<![\p{L}\p{N}])[*_]|[*_](?![\p{L}\p{N}])|(?<=[\p{Lo}])[*_]|[*_](?=[\p{Lo}])/u;

const SPECIAL = new RegExp(
  [ALWAYS, LINE_START, NUMBERED, EMPHASIS].map(({ source }) => source).join('|'),
  'gu',
);

/** Writes plain prose so that Typst shows it as it is; quotes and dashes stay Typst's. */
export function escapeTypst(text: string): string {
  return text.replace(SPECIAL, '\\$&');
}
