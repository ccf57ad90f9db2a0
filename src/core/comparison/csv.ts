import type { SeenTable } from './view';

/**
 * A table as CSV (RFC 4180, CRLF, with a BOM, without which Excel reads it in the encoding of the country). A cell that a
 * spreadsheet would take for a formula gets an apostrophe before it, as OWASP advises; numbers stay numbers.
 */
export function tableCsv({ lines }: SeenTable): string {
  const written = lines.map((line) => line.map(({ text }) => quoted(harmless(text))).join(','));
  return `\ufeff${written.map((line) => `${line}\r\n`).join('')}`;
}

function harmless(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/u.test(text) && !Number.isFinite(Number(text)) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
