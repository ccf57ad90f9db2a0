import { shownText } from '../core/shownText';

/**
 * Makes text from a bibliography or the catalog show as it is in a `MarkdownString`: no markup, HTML, link, icon or
 * control character in it has any effect. VS Code's own `appendText` also turns every space into one that never breaks.
 */
export function plainText(text: string): string {
  // Icons are looked for once the escapes are gone, so that only an entity keeps `$(name)` from being one.
  return shownText(text).replaceAll(/[!-/:-@[-`{-~]/g, (character, at: number, whole: string) =>
    character === '$' && whole[at + 1] === '(' ? '&#36;' : `\\${character}`,
  );
}
