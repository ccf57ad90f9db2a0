import { BOM, isLineEnd, isSpace } from '../bibliography/chars';

const NAMED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** The offset of the first character that is not white space. */
export function skipJsonSpace(text: string, at: number): number {
  let position = at;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    if (!isSpace(code) && code !== BOM) {
      break;
    }
    position++;
  }
  return position;
}

/**
 * Reads a text in quotation marks: up to the closing one or, without one, to the end of the line, as JSON's texts have no
 * line breaks in them; a comma there is not taken for a part of it.
 *
 * @param at - the opening quotation mark
 * @returns the decoded text and where it ends, closing mark included
 */
export function readJsonString(text: string, at: number): { text: string; end: number; closed: boolean } {
  const start = at + 1;
  const stop = /["\\\r\n]/g;
  stop.lastIndex = start;
  let end = text.length;
  for (let match = stop.exec(text); match; match = stop.exec(text)) {
    if (match[0] !== '\\' || isLineEnd(text.charCodeAt(match.index + 1))) {
      end = match.index;
      break;
    }
    stop.lastIndex = match.index + 2;
  }
  if (text.charAt(end) === '"') {
    return { text: unescape(text.slice(start, end)), end: end + 1, closed: true };
  }
  const line = text.slice(start, end).trimEnd();
  const content = line.endsWith(',') ? line.slice(0, -1) : line;
  return { text: unescape(content), end: start + content.length, closed: false };
}

function unescape(source: string): string {
  if (!source.includes('\\')) {
    return source;
  }
  return source.replace(/\\(?:u([\da-fA-F]{4})|([^]))/g, (_, code: string | undefined, char: string) =>
    code === undefined ? (NAMED[char] ?? char) : String.fromCharCode(parseInt(code, 16)),
  );
}
