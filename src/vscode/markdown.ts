/**
 * Makes text from a bibliography or the catalog show as it is in a `MarkdownString`: no markup, HTML, link, icon or
 * control character in it has any effect. VS Code's own `appendText` also turns every space into one that never breaks.
 */
export function plainText(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- these are what must not come through
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ')
      .replaceAll(/[!-/:-@[-`{-~]/g, String.raw`\$&`)
  );
}
