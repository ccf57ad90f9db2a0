import { detached } from './content';
import type { BibDefect, BibDefectCode } from './types';

const ERRORS: ReadonlySet<BibDefectCode> = new Set([
  'unfinished-entry',
  'missing-key',
  'missing-value',
  'unbalanced-quotes',
]);

/** Makes a defect; its severity follows from its code. */
export function defect(code: BibDefectCode, message: string, start: number, end: number): BibDefect {
  return { code, message, range: { start, end }, severity: ERRORS.has(code) ? 'error' : 'warning' };
}

/** Shortens what is quoted from a file, so that a message stays a sentence. */
export function quoted(source: string): string {
  const line = detached(source.slice(0, 60).replace(/\s+/g, ' '));
  return source.length > 60 ? `“${line}…”` : `“${line}”`;
}
