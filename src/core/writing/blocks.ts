import type { Syntax } from '../drafts/types';
import type { WritingPlan } from './plan';
import { replacement } from './plan';
import { endOfWord } from './spacing';

/** Lines that begin something else than the paragraph before them. */
const LATEX_BLOCK =
  /^\s*\\(?:begin|end|(?:sub)*section|chapter|part|paragraph|appendix|item|bibliography|bibliographystyle|printbibliography|input|include|subfile)\b/;

/**
 * Plans a displayed block, such as a formula, at a place in a draft: on lines of its own, in the midst of a paragraph where
 * the cursor is there.
 */
export function planDisplay(text: string, offset: number, block: string, syntax: Syntax): WritingPlan {
  const eol = eolOf(text);
  const at = outsideComment(text, endOfWord(text, offset), syntax);
  const before = text.slice(lineStart(text, at), at);
  const after = text.slice(at, lineEnd(text, at));
  // In LaTeX a blank line would end the paragraph that the formula belongs to.
  const gap = syntax === 'latex' ? eol : eol + eol;
  const newText =
    (before.trim() === '' ? '' : gap) + block.replaceAll('\n', eol) + (after.trim() === '' ? '' : gap);
  return withCursor(at, newText, after.trim() === '' ? 0 : gap.length);
}

/** Plans a block that floats, such as a table: behind the paragraph of the cursor, between blank lines. */
export function planFloat(text: string, offset: number, block: string, syntax: Syntax): WritingPlan {
  const eol = eolOf(text);
  const at = paragraphEnd(text, offset, syntax);
  const start = lineStart(text, at);
  const isBlank = text.slice(start, at).trim() === '';
  const previous = text.slice(0, start).trimEnd() === '' || /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, start));
  const lead = isBlank ? (previous ? '' : eol) : eol + eol;
  const rest = text.slice(at);
  const trail = /^[ \t]*(?:$|\r?\n[ \t]*(?:\r?\n|$))/.test(rest) ? '' : eol;
  return withCursor(at, lead + block.replaceAll('\n', eol) + trail, trail.length);
}

/** What comes before `\end{document}`: nothing behind it is printed. */
export function insideDocument(text: string, offset: number, syntax: Syntax): number {
  const end = syntax === 'latex' ? /^([^%\n]*?)\\end\{document\}/m.exec(text) : null;
  if (end === null) {
    return offset;
  }
  const before = end[1] ?? '';
  // On a line of its own it leaves the line before it.
  const limit =
    before.trim() === '' ? text.slice(0, end.index).replace(/\r?\n$/, '').length : end.index + before.length;
  return Math.min(offset, limit);
}

function paragraphEnd(text: string, offset: number, syntax: Syntax): number {
  let end = lineEnd(text, offset);
  if (text.slice(lineStart(text, offset), end).trim() === '') {
    return end;
  }
  for (;;) {
    const next = nextLine(text, end);
    const line = next === undefined ? '' : text.slice(next, lineEnd(text, next));
    if (next === undefined || line.trim() === '' || (syntax === 'latex' && LATEX_BLOCK.test(line))) {
      return end;
    }
    end = lineEnd(text, next);
  }
}

function outsideComment(text: string, offset: number, syntax: Syntax): number {
  const line = text.slice(lineStart(text, offset), offset);
  return syntax === 'latex' && /(?:^|[^\\])(?:\\\\)*%/.test(line) ? lineEnd(text, offset) : offset;
}

function withCursor(at: number, newText: string, behind: number): WritingPlan {
  const plan = replacement({ start: at, end: at }, newText);
  return { ...plan, cursor: plan.cursor - behind };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Before the line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) {
    return text.length;
  }
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

function nextLine(text: string, end: number): number | undefined {
  const at = text.indexOf('\n', end);
  return at < 0 ? undefined : at + 1;
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
