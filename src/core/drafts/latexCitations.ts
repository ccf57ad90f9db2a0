import type { TextRange } from '../text';
import type { CiteCommand } from './latexCiteCommands';
import { citeCommand, extraNames } from './latexCiteCommands';
import type { LatexCommand, LatexScan } from './latexScanner';
import { endOfLine, isBlankLine, scanLatex, skipLatexBlanks } from './latexScanner';
import type { Citation, CitationGroup } from './types';

/** Keys of one `{...}`. */
interface KeyList {
  /** The inside of the braces. */
  readonly range: TextRange;
  readonly keys: readonly { readonly key: string; readonly range: TextRange }[];
  /** A parameter (`#1`) stands in it: part of a definition, not of the text. */
  readonly parameter: boolean;
}

/**
 * The citations of a LaTeX text, in file order, in one linear pass. Never throws.
 *
 * Unfinished commands (no closing brace) are not citations yet; `\cite{}` is one without keys.
 *
 * @param extraCommands - further citation commands, with or without backslash
 */
export function parseLatexCitations(
  text: string,
  extraCommands?: readonly string[],
): readonly CitationGroup[] {
  const extra = extraNames(extraCommands);
  const scan = scanLatex(text, (name) => citeCommand(name, extra) !== undefined);
  const draft: Draft = { text, closers: scan.closers, taken: new Set() };
  const groups: CitationGroup[] = [];
  for (const command of scan.commands) {
    const cite = citeCommand(command.name, extra);
    const group = cite === undefined ? undefined : readGroup(draft, command, cite);
    if (group !== undefined) {
      groups.push(group);
    }
  }
  return groups;
}

interface Draft {
  readonly text: string;
  readonly closers: LatexScan['closers'];
  /**
   * Closing delimiters of arguments that a command has taken already. In `\cite[\cite[...]` one `]` closes both; that each
   * goes to one command only keeps the pass linear.
   */
  readonly taken: Set<number>;
}

function readGroup(draft: Draft, command: LatexCommand, cite: CiteCommand): CitationGroup | undefined {
  const { text } = draft;
  const starred = text[command.end] === '*';
  let position = command.end + (starred ? 1 : 0);
  const lists: KeyList[] = [];
  do {
    const open = keysBrace(draft, position, cite);
    const list = open === undefined ? undefined : readKeyList(draft, open);
    if (list === undefined) {
      break;
    }
    lists.push(list);
    position = list.range.end + 1;
  } while (cite.multi);
  if (lists.length === 0 || lists.some((list) => list.parameter)) {
    return undefined;
  }
  if (cite.needsMore && text[skipOptional(draft, position)] !== '{') {
    return undefined;
  }
  const citations: Citation[] = [];
  const group: CitationGroup = {
    range: { start: command.start, end: position },
    command: command.name + (starred ? '*' : ''),
    form: cite.form,
    citations,
    keyLists: lists.map((list) => list.range),
    silent: cite.silent,
  };
  for (const { key, range } of lists.flatMap((list) => list.keys)) {
    citations.push({ key, range, group });
  }
  return group;
}

/** The `{` of the next keys, past optional arguments and those braced ones that hold no keys. */
function keysBrace(draft: Draft, offset: number, cite: CiteCommand): number | undefined {
  const { text } = draft;
  let position = skipOptional(draft, offset);
  if (cite.before === 1) {
    const close = text[position] === '{' ? takeCloser(draft, position) : undefined;
    if (close === undefined) {
      return undefined;
    }
    position = skipOptional(draft, close + 1);
  }
  return text[position] === '{' ? position : undefined;
}

function takeCloser(draft: Draft, open: number): number | undefined {
  const close = draft.closers.get(open);
  if (close === undefined || draft.taken.has(close)) {
    return undefined;
  }
  draft.taken.add(close);
  return close;
}

function skipOptional(draft: Draft, offset: number): number {
  for (let position = offset; ;) {
    const next = skipLatexBlanks(draft.text, position);
    const close = '[(<'.includes(draft.text[next] ?? ' ') ? takeCloser(draft, next) : undefined;
    if (close === undefined) {
      return next;
    }
    position = close + 1;
  }
}

function readKeyList(draft: Draft, open: number): KeyList | undefined {
  const { text } = draft;
  const close = takeCloser(draft, open);
  if (close === undefined) {
    return undefined;
  }
  const keys: { key: string; range: TextRange }[] = [];
  let parameter = false;
  // The parts of the current key: more than one if a comment splits it, which leaves no range that is the key.
  let parts: TextRange[] = [];
  const finishKey = (): void => {
    const range = parts.length === 1 ? parts[0] : undefined;
    const key = range === undefined ? '' : text.slice(range.start, range.end);
    parameter ||= /#\d/.test(key);
    if (range !== undefined && key !== '*' && !/[\\#~]/.test(key)) {
      keys.push({ key, range });
    }
    parts = [];
  };
  const addPart = (from: number, to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text[start] ?? '')) {
      start++;
    }
    while (end > start && /\s/.test(text[end - 1] ?? '')) {
      end--;
    }
    if (start < end) {
      parts.push({ start, end });
    }
  };
  let from = open + 1;
  for (let i = from; i < close; i++) {
    const char = text[i];
    if (char === '{' || (char === '\n' && isBlankLine(text, i + 1))) {
      return undefined;
    }
    if (char === '\\') {
      // `\%` and the like: the next character has no meaning of its own.
      i++;
    } else if (char === ',') {
      addPart(from, i);
      finishKey();
      from = i + 1;
    } else if (char === '%') {
      addPart(from, i);
      i = endOfLine(text, i) - 1;
      from = i + 1;
    }
  }
  addPart(from, close);
  finishKey();
  return { range: { start: open + 1, end: close }, keys, parameter };
}
