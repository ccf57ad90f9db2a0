/** The text before and after the keys of a citation; empty for none. */
export interface Notes {
  readonly prenote: string;
  readonly postnote: string;
}

/** What the user typed, on one line. */
export function cleanNotes(prenote: string | undefined, postnote: string | undefined): Notes {
  const clean = (note: string | undefined): string => (note ?? '').replace(/\s+/g, ' ').trim();
  return { prenote: clean(prenote), postnote: clean(postnote) };
}

/** Whether there is any note. */
export function hasNotes(notes: Notes): boolean {
  return notes.prenote !== '' || notes.postnote !== '';
}

/**
 * A note as an optional argument can hold it: LaTeX stays LaTeX (`p.~3`), but `%`, `#` and `&` are text, brackets do not
 * end the argument, and braces without partner are shown.
 */
export function latexNote(note: string): string {
  const escaped = note.replace(/\\[\s\S]?|[%#&]/g, (match) =>
    match === '\\' ? '\\textbackslash{}' : escapeSingle(match),
  );
  const balanced = isBalanced(escaped) ? escaped : escaped.replace(/\\[\s\S]|[{}]/g, escapeSingle);
  return /[[\]]/.test(balanced) ? `{${balanced}}` : balanced;
}

/** A note within a pandoc citation: what would end or divide it is escaped. */
export function pandocNote(note: string): string {
  return note.replace(/\\[\s\S]?|[[\];@]/g, escapeSingle);
}

/** A note within a `{cite}` role, which knows no escapes: braces and backticks would end it. */
export function mystNote(note: string): string {
  return note.replace(/[{}`]/g, (character) => (character === '{' ? '(' : character === '}' ? ')' : "'"));
}

/** A note within Typst's content brackets: what would end them or hide their end is escaped. */
export function typstNote(note: string): string {
  return note.replace(/\\[\s\S]?|[[\]`$#@<]|\/(?=[/*])/g, escapeSingle);
}

/** Leaves pairs such as `\%` as they are. */
function escapeSingle(match: string): string {
  return match.length > 1 ? match : `\\${match}`;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const [match] of text.matchAll(/\\[\s\S]|[{}]/g)) {
    depth += match === '{' ? 1 : match === '}' ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth === 0;
}
