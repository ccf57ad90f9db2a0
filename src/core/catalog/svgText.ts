/** Widths below are those of a wide font such as DejaVu Sans: what system-ui is differs by machine. */
const narrow = /[ijltfrI.,:;'|!()[\]]/u;
const wide = /[mwMWQG@%&+→]/u;
const upper = /[\p{Lu}\p{N}]/u;
const full =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;
const mark = /\p{M}/u;

/** Approximate width of a text in pixels at a font size in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
  }
  return width * fontSize;
}

/** The text if it fits, else its beginning with an ellipsis. */
export function shorten(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) {
    return text;
  }
  let room = width / fontSize - characterWidth('…');
  let kept = '';
  for (const character of text) {
    room -= characterWidth(character);
    if (room < 0) {
      break;
    }
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** The pieces between which a line may be broken: words, and what hyphens and slashes join. */
export function breakable(text: string): string[] {
  return text.match(/[^\s/-]+[/-]*\s*|[\s/-]+/gu) ?? [];
}

/**
 * Breaks a text into lines at spaces, after hyphens and slashes; what does not fit is shortened.
 *
 * @param mostLines - at least 1
 */
export function wrap(text: string, fontSize: number, width: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  const pieces = breakable(text);
  for (const [index, piece] of pieces.entries()) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > width) {
      if (lines.length + 1 === mostLines) {
        line += pieces.slice(index).join('');
        break;
      }
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line].map((each) => shorten(each.trim(), fontSize, width));
}

/** Text for element content and attribute values; characters that XML does not allow become U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}

function characterWidth(character: string): number {
  if (mark.test(character)) {
    return 0;
  }
  if (full.test(character)) {
    return 1;
  }
  if (wide.test(character)) {
    return 0.95;
  }
  if (narrow.test(character)) {
    return 0.37;
  }
  if (upper.test(character)) {
    return character >= '0' && character <= '9' ? 0.63 : 0.7;
  }
  return character === ' ' ? 0.32 : character === '-' || character === '/' ? 0.37 : 0.6;
}
