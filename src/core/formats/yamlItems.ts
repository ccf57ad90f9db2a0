import type { TextRange } from '../text';
import type { Line } from './yamlLines';
import { linesOf } from './yamlLines';

/** The list of references in a YAML text. */
export interface YamlList {
  /** `block`: one `- ` per item; `flow`: in `[...]`; `empty`: nothing stands there yet. */
  readonly style: 'block' | 'flow' | 'empty';
  /**
   * Block: each item from its `-` to its last character, without blank lines and comments behind it.
   * Flow: only the list itself, brackets included, as far as the text goes. Empty: none.
   */
  readonly items: readonly TextRange[];
  /** How many spaces stand before the `-`, or would. */
  readonly indent: number;
  /** Where the first item would go in an empty list: the end of the line with `references:`. */
  readonly end: number;
  /** `[]` behind `references:`, which goes when the first item comes. */
  readonly brackets?: TextRange;
}

const REFERENCES = /^(?:references|'references'|"references")[ \t]*:(?=[ \t]|$)/;

/**
 * Finds the items of CSL-YAML without reading them: the list behind the top-level key `references`, or the list that
 * the text is. A list that does not begin in the line of its brackets is found all the same.
 *
 * @param from - where the YAML begins in the text
 * @param to - where it ends
 * @param isFile - a whole file may be the list itself
 * @param key - finds the name of the list and its colon at the start of a line, where it is not `references`
 */
export function findYamlList(
  text: string,
  from: number,
  to: number,
  isFile: boolean,
  key: RegExp = REFERENCES,
): YamlList | undefined {
  const lines = linesOf(text, from, to);
  const isMarker = ({ start, end }: Line): boolean =>
    /^(?:---|\.\.\.|%.*)(?:\s|$)/.test(text.slice(start, Math.min(end, start + 80)));
  const index = lines.findIndex(
    ({ start, end, indent }) => indent === 0 && key.test(text.slice(start, Math.min(end, start + 80))),
  );
  const line = lines[index];
  if (line) {
    const head = key.exec(text.slice(line.start, line.end))?.[0] ?? '';
    const rest = line.start + head.length;
    const value = text.slice(rest, line.end).replace(/(?:^|\s)#.*$/, '');
    if (value.trim() === '') {
      return blockList(text, lines, index + 1, line.end, isMarker);
    }
    const start = rest + value.length - value.trimStart().length;
    if (/^\[\s*\]$/.test(value.trim())) {
      const brackets = { start, end: start + value.trim().length };
      return { style: 'empty', items: [], indent: 0, end: rest, brackets };
    }
    return value.trim().startsWith('[')
      ? flowList(start, flowEnd(text, lines, index + 1, line.end))
      : undefined;
  }
  const first = lines.findIndex((one) => !one.blank && !one.comment && !isMarker(one));
  const top = isFile ? lines[first] : undefined;
  if (!top) {
    return undefined;
  }
  const start = top.start + top.indent;
  if (text.charAt(start) === '[') {
    return flowList(start, Math.max(start, from + text.slice(from, to).trimEnd().length));
  }
  return isItem(text, top) ? blockList(text, lines, first, top.start, isMarker) : undefined;
}

function flowList(start: number, end: number): YamlList {
  return { style: 'flow', items: [{ start, end }], indent: 0, end };
}

/** A flow list behind a key goes on as long as lines are indented or close it. */
function flowEnd(text: string, lines: readonly Line[], from: number, end: number): number {
  let last = end;
  for (const line of lines.slice(from)) {
    if (!line.blank && !line.comment) {
      if (line.indent === 0 && !/[\]}]/.test(text.charAt(line.start))) {
        break;
      }
      last = line.end;
    }
  }
  return last;
}

function blockList(
  text: string,
  lines: readonly Line[],
  from: number,
  end: number,
  isMarker: (line: Line) => boolean,
): YamlList | undefined {
  const items: TextRange[] = [];
  let indent = 0;
  let start: number | undefined;
  let last = end;
  const close = (): void => {
    if (start !== undefined) {
      items.push({ start, end: last });
    }
  };
  for (let index = from; index < lines.length; index++) {
    const line = lines[index];
    if (!line || line.blank) {
      continue;
    }
    if (start === undefined) {
      if (line.comment) {
        continue;
      }
      if (text.charAt(line.start + line.indent) === '[' && line.indent > 0) {
        return flowList(line.start + line.indent, flowEnd(text, lines, index + 1, line.end));
      }
      if (!isItem(text, line)) {
        // Another key follows at once, or something else than a list.
        return line.indent > 0 ? undefined : { style: 'empty', items, indent, end };
      }
      indent = line.indent;
    } else if (line.comment && line.indent <= indent) {
      continue;
    }
    const isStart = isItem(text, line) && line.indent === indent;
    if (!isStart && (line.indent < indent || (indent === 0 && line.indent === 0) || isMarker(line))) {
      break;
    }
    if (isStart) {
      close();
      start = line.start + line.indent;
    }
    last = line.end;
  }
  close();
  return { style: items.length > 0 ? 'block' : 'empty', items, indent, end };
}

function isItem(text: string, { start, end, indent }: Line): boolean {
  return /^-(?:[ \t]|$)/.test(text.slice(start + indent, Math.min(end, start + indent + 2)));
}
