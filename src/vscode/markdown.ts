import { shownText } from '../core/shownText';

/**
 * Makes text from a bibliography or the catalog show as it is in a `MarkdownString`: no markup, HTML, link, icon or
 * control character in it has any effect. VS Code's own `appendText` also turns every space into one that never breaks.
 */
export function plainText(text: string): string {
  return shownText(text).replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
