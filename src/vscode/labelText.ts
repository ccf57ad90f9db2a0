import { clipped, shownText } from '../core/shownText';

/** More does not fit in a row. */
const MOST_IN_ROW = 300;
/** A name leaves room for others; VS Code hides one that is wider than its row. */
const MOST_IN_TITLE = 80;
/** VS Code cuts notifications off there. */
const MOST_IN_MESSAGE = 1000;

/** Shows as nothing, and breaks no line. */
const JOINER = '\u2060';

/**
 * Text from a file or the catalog as it stands in a row: of a quick pick, a list of completions, an outline, the tree. VS Code makes
 * icons of `$(name)` there, and shows descriptions again in tooltips, as Markdown with pictures from the web. There is no escape
 * that all of these know, so what would be markup is divided by a character that shows as nothing.
 */
export function labelText(text: string): string {
  return harmless(text, MOST_IN_ROW);
}

/** {@link labelText} for the name of a tab or of a row that says more beside it. */
export function titleText(text: string): string {
  return harmless(text, MOST_IN_TITLE);
}

/** {@link labelText} for a notification, where VS Code would make links of `[text](command:id)` that run whatever they name. */
export function messageText(text: string): string {
  return harmless(text, MOST_IN_MESSAGE);
}

function harmless(text: string, most: number): string {
  return clipped(shownText(text).trim(), most).replaceAll(/\$(?=\()|!(?=\[)|\](?=[([])/g, `$&${JOINER}`);
}
