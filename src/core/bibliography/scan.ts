import {
  AT,
  LEFT_BRACE,
  LEFT_PAREN,
  PERCENT,
  QUOTE,
  RIGHT_BRACE,
  RIGHT_PAREN,
  followsBlankLine,
  isAtLineStart,
  lineEnd,
  skipSpaceBack,
  startsComment,
} from './chars';
import type { Header, KeySpan } from './header';
import { hasKeyAndComma, headerAt, lookedAt, nextHeader, readKey } from './header';

export type BlockKind = 'entry' | 'string' | 'preamble' | 'comment';

/** One `@...{...}` of a bibliography, as UTF-16 offsets. Everything between blocks is prose that BibTeX ignores. */
export interface Block extends Header {
  readonly kind: BlockKind;
  /** Where the content without the key begins. */
  readonly contentStart: number;
  /** Offset of the closing delimiter; of an unclosed block, the end of its text. */
  readonly contentEnd: number;
  /** After the closing delimiter. */
  readonly end: number;
  readonly closed: boolean;
  /** Entries only. */
  readonly key: KeySpan | undefined;
  /**
   * After the last character that had to be looked at to find all this; one more than the text's length if its end was met.
   * What changes from there on does not change the block.
   */
  readonly seen: number;
}

/**
 * Finds the boundaries of all blocks. Braces are counted as BibTeX does (a backslash does not escape them). A block that is
 * not closed ends before the next line that begins an entry, so that it costs no other. Takes linear time: no part of the text is
 * looked at more than a fixed number of times.
 */
export function scanBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  // After one comment without an end, later comments end at the first entry as well instead of at the end of the file.
  let trustsComments = true;
  for (let block = nextBlock(text, 0, true); block; block = nextBlock(text, block.end, trustsComments)) {
    trustsComments &&= !isEndlessComment(block);
    blocks.push(block);
  }
  return blocks;
}

/**
 * One step of {@link scanBlocks}, which depends on nothing but its arguments and the text behind `position`.
 *
 * @param position - where the block before ends, or 0
 * @param trustsComments - whether all comments so far have an end
 */
export function nextBlock(text: string, position: number, trustsComments: boolean): Block | undefined {
  const header = nextHeader(text, position);
  return header && readBlock(text, header, trustsComments);
}

/** A comment that is not closed: after one, later ones are trusted less. */
export function isEndlessComment(block: Block): boolean {
  return block.kind === 'comment' && !block.closed;
}

function readBlock(text: string, header: Header, trustsComments: boolean): Block {
  const kind = kindOf(text.slice(header.typeStart, header.typeEnd));
  const key = kind === 'entry' ? readKey(text, header) : undefined;
  const contentStart = key ? key.fieldsStart : header.open + 1;
  const end =
    kind === 'comment'
      ? endOfComment(text, header, trustsComments)
      : endOfEntry(text, text.charCodeAt(header.open) === LEFT_PAREN, contentStart);
  if (end.closed) {
    return {
      start: header.start,
      typeStart: header.typeStart,
      typeEnd: header.typeEnd,
      open: header.open,
      kind,
      key,
      contentStart,
      contentEnd: end.at,
      end: end.at + 1,
      closed: true,
      seen: end.seen,
    };
  }
  const textEnd = skipSpaceBack(text, end.at, header.open + 1);
  const contentEnd = Math.max(textEnd, contentStart);
  return {
    start: header.start,
    typeStart: header.typeStart,
    typeEnd: header.typeEnd,
    open: header.open,
    kind,
    key,
    contentStart,
    contentEnd,
    end: textEnd,
    closed: false,
    seen: end.seen,
  };
}

interface End {
  /** The closing delimiter, or where the next block begins or the text ends. */
  readonly at: number;
  readonly closed: boolean;
  /** As {@link Block.seen}. */
  readonly seen: number;
}

function endOfEntry(text: string, inParens: boolean, from: number): End {
  let depth = 0;
  let inQuotes = false;
  // A line inside of a value that begins an entry: belongs to the value only if this block closes before the next such line,
  // and if no blank line sets it apart. Nobody quotes entries like that, and an unclosed entry would swallow a whole one.
  let suspect = -1;
  const { length } = text;
  for (let i = from; i < length; i++) {
    const code = text.charCodeAt(i);
    // Letters, white space and all beyond ASCII, nearly all of a file, are passed over at once: none of them is a case below.
    if ((code >= 65 && code <= 122) || code <= 33 || code > 125) {
      continue;
    }
    switch (code) {
      case LEFT_BRACE:
        depth++;
        break;
      case RIGHT_BRACE:
        if (depth > 0) {
          depth--;
        } else if (!inParens) {
          return { at: i, closed: true, seen: i + 1 };
        }
        break;
      case RIGHT_PAREN:
        if (inParens && depth === 0 && !inQuotes) {
          return { at: i, closed: true, seen: i + 1 };
        }
        break;
      case QUOTE:
        if (depth === 0) {
          inQuotes = !inQuotes;
        }
        break;
      case PERCENT:
        if (depth === 0 && !inQuotes && startsComment(text, i)) {
          i = lineEnd(text, i, text.length);
        }
        break;
      case AT: {
        const startsLine = isAtLineStart(text, i, from);
        // Behind a suspect, an entry within a line counts as well: what broke the first one may have joined two lines.
        const header = startsLine || suspect >= 0 ? headerAt(text, i, from) : undefined;
        if (!header) {
          break;
        }
        const betweenFields = startsLine && depth === 0 && (!inQuotes || inParens);
        if (betweenFields || beginsBlock(text, header)) {
          if (betweenFields || suspect >= 0 || followsBlankLine(text, i, from)) {
            return {
              at: suspect >= 0 ? suspect : i,
              closed: false,
              seen: betweenFields ? header.open + 1 : seenOfBlock(text, header),
            };
          }
          suspect = i;
        }
        break;
      }
    }
  }
  return { at: suspect >= 0 ? suspect : text.length, closed: false, seen: text.length + 1 };
}

/** A comment may hold whole entries, so a line that begins one is its end only if nothing else is. */
function endOfComment(text: string, header: Header, trusted: boolean): End {
  const inParens = text.charCodeAt(header.open) === LEFT_PAREN;
  let depth = 0;
  let suspect = -1;
  let seen = 0;
  for (let i = header.open + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === LEFT_BRACE) {
      depth++;
    } else if (code === (inParens && depth === 0 ? RIGHT_PAREN : RIGHT_BRACE)) {
      if (depth === 0) {
        return { at: i, closed: true, seen: Math.max(seen, i + 1) };
      }
      depth--;
    } else if (code === AT && suspect < 0 && isAtLineStart(text, i, header.open + 1)) {
      const inner = headerAt(text, i, header.open + 1);
      if (inner) {
        seen = Math.max(seen, seenOfBlock(text, inner));
      }
      if (inner && beginsBlock(text, inner)) {
        suspect = i;
        if (!trusted) {
          return { at: i, closed: false, seen };
        }
      }
    }
  }
  return { at: suspect >= 0 ? suspect : text.length, closed: false, seen: text.length + 1 };
}

function beginsBlock(text: string, header: Header): boolean {
  return kindOf(text.slice(header.typeStart, header.typeEnd)) !== 'entry' || hasKeyAndComma(text, header);
}

/** After the last character that {@link beginsBlock} looks at. */
function seenOfBlock(text: string, header: Header): number {
  return kindOf(text.slice(header.typeStart, header.typeEnd)) === 'entry'
    ? lookedAt(text, header)
    : header.open + 1;
}

function kindOf(type: string): BlockKind {
  switch (type.toLowerCase()) {
    case 'string':
      return 'string';
    case 'preamble':
      return 'preamble';
    case 'comment':
      return 'comment';
    default:
      return 'entry';
  }
}
