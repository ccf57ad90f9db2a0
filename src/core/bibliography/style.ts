import { alignmentOf } from './alignment';
import type { Alignment } from './alignment';
import { QUOTE, LEFT_BRACE } from './chars';
import { readFields } from './fields';
import type { Block } from './scan';
import { scanBlocks } from './scan';
import type { BibField } from './types';

export type LetterCase = 'lower' | 'upper' | 'capitalised';

/** How the entries of a file are written. Line breaks in these strings are `\n`; `eol` is what they become. */
export interface EntryStyle {
  readonly eol: '\n' | '\r\n' | '\r';
  readonly delimiters: 'braces' | 'parentheses';
  readonly typeCase: LetterCase;
  readonly nameCase: LetterCase;
  /** Between the type and the opening delimiter, nearly always empty. */
  readonly beforeDelimiter: string;
  /** Between the opening delimiter and the key, nearly always empty. */
  readonly beforeKey: string;
  /** From the key to the first field: comma, line break, indent. */
  readonly afterKey: string;
  /** From one field's value to the next field's name: comma, line break, indent. */
  readonly betweenFields: string;
  /** From the last value to the closing delimiter: a comma or none, a line break or none. */
  readonly afterFields: string;
  readonly alignment: Alignment;
  readonly values: 'braces' | 'quotes';
  /** Numbers such as years stand without delimiters. */
  readonly bareNumbers: boolean;
  readonly betweenEntries: string;
  /** Entries are in the order of their keys, upper and lower case being the same. */
  readonly sorted: boolean;
}

/** What a new file gets. */
export const DEFAULT_STYLE: EntryStyle = {
  eol: '\n',
  delimiters: 'braces',
  typeCase: 'lower',
  nameCase: 'lower',
  beforeDelimiter: '',
  beforeKey: '',
  afterKey: ',\n  ',
  betweenFields: ',\n  ',
  afterFields: ',\n',
  alignment: { kind: 'none', before: ' ', after: ' ' },
  values: 'braces',
  bareNumbers: false,
  betweenEntries: '\n\n',
  sorted: false,
};

/** More entries than this say nothing new about the style. */
const MAX_SAMPLES = 200;

/** With fewer entries, an order is chance. */
const MIN_SORTED = 3;

/**
 * Learns how a bibliography is written from its undamaged entries: in each respect, what most of them do.
 *
 * @param blocks - the result of `scanBlocks(text)`, if it is at hand
 */
export function detectStyle(text: string, blocks: readonly Block[] = scanBlocks(text)): EntryStyle {
  const votes = new Votes();
  const entries = blocks.filter((block) => block.kind === 'entry' && block.closed);
  const step = Math.max(1, Math.ceil(entries.length / MAX_SAMPLES));
  const fieldLists: (readonly BibField[])[] = [];
  for (let i = 0; i < entries.length; i += step) {
    const block = entries[i];
    const fields = block && sample(text, block, votes);
    if (fields) {
      fieldLists.push(fields);
    }
  }
  for (let i = 1; i < blocks.length; i += step) {
    const previous = blocks[i - 1];
    const block = blocks[i];
    if (block?.kind === 'entry' && previous?.kind === 'entry' && previous.closed) {
      votes.gap('betweenEntries', text.slice(previous.end, block.start), /^\s*$/);
    }
  }
  const afterKey = votes.most('afterKey') ?? DEFAULT_STYLE.afterKey;
  return {
    eol: eolOf(text),
    delimiters: votes.most('delimiter') === '(' ? 'parentheses' : 'braces',
    typeCase: toLetterCase(votes.most('typeCase')),
    nameCase: toLetterCase(votes.most('nameCase')),
    beforeDelimiter: votes.most('beforeDelimiter') ?? '',
    beforeKey: votes.most('beforeKey') ?? '',
    afterKey,
    betweenFields: votes.most('betweenFields') ?? afterKey,
    afterFields: votes.most('afterFields') ?? DEFAULT_STYLE.afterFields,
    alignment: alignmentOf(text, fieldLists) ?? DEFAULT_STYLE.alignment,
    values: votes.most('values') === '"' ? 'quotes' : 'braces',
    bareNumbers: votes.most('numbers') === 'bare',
    betweenEntries: votes.most('betweenEntries') ?? DEFAULT_STYLE.betweenEntries,
    sorted: isSorted(text, blocks),
  };
}

/** Counts what one entry shows; returns its fields if it is fit to learn from. */
function sample(text: string, block: Block, votes: Votes): readonly BibField[] | undefined {
  const { fields, defects } = readFields(text, block.contentStart, block.contentEnd, () => '');
  const first = fields[0];
  const last = fields.at(-1);
  if (!first || !last || !block.key || defects.length > 0) {
    return undefined;
  }
  const type = text.slice(block.typeStart, block.typeEnd);
  votes.add('typeCase', letterCase(type));
  votes.add('delimiter', text.charAt(block.open));
  votes.gap('beforeDelimiter', text.slice(block.typeEnd, block.open), /^[ \t]*$/);
  votes.gap('beforeKey', text.slice(block.open + 1, block.key.keyStart), /^[ \t]*$/);
  votes.gap('afterKey', text.slice(block.key.keyEnd, first.nameRange.start), /^\s*,\s*$/);
  votes.gap('afterFields', text.slice(last.valueRange.end, block.contentEnd), /^\s*,?\s*$/);
  let previous: BibField | undefined;
  for (const field of fields) {
    votes.add('nameCase', letterCase(text.slice(field.nameRange.start, field.nameRange.end)));
    const delimiter = text.charCodeAt(field.valueRange.start);
    if (/^\d+$/.test(field.value)) {
      votes.add('numbers', delimiter === LEFT_BRACE || delimiter === QUOTE ? 'delimited' : 'bare');
    } else if (delimiter === LEFT_BRACE || delimiter === QUOTE) {
      votes.add('values', text.charAt(field.valueRange.start));
    }
    if (previous) {
      votes.gap('betweenFields', text.slice(previous.valueRange.end, field.nameRange.start), /^\s*,\s*$/);
    }
    previous = field;
  }
  return fields;
}

function isSorted(text: string, blocks: readonly Block[]): boolean {
  let count = 0;
  let previous = '';
  for (const block of blocks) {
    if (block.key && block.key.keyEnd > block.key.keyStart) {
      const key = sortKey(text.slice(block.key.keyStart, block.key.keyEnd));
      if (key < previous) {
        return false;
      }
      previous = key;
      count++;
    }
  }
  return count >= MIN_SORTED;
}

/** What the order of a sorted bibliography goes by. */
export function sortKey(key: string): string {
  return key.toLowerCase();
}

function eolOf(text: string): EntryStyle['eol'] {
  if (!text.includes('\r')) {
    return '\n';
  }
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) {
      lf++;
    } else if (code === 13) {
      if (text.charCodeAt(i + 1) === 10) {
        crlf++;
        i++;
      } else {
        cr++;
      }
    }
  }
  if (crlf > lf && crlf >= cr) {
    return '\r\n';
  }
  return cr > lf ? '\r' : '\n';
}

function letterCase(word: string): LetterCase {
  if (word === word.toLowerCase()) {
    return 'lower';
  }
  return word.length > 1 && word === word.toUpperCase() ? 'upper' : 'capitalised';
}

function toLetterCase(vote: string | undefined): LetterCase {
  return vote === 'upper' || vote === 'capitalised' ? vote : 'lower';
}

/** Counts, for each question, how often each answer was seen. */
class Votes {
  readonly #counts = new Map<string, Map<string, number>>();

  add(question: string, answer: string): void {
    const counts = this.#counts.get(question) ?? new Map<string, number>();
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
    this.#counts.set(question, counts);
  }

  /** Counts a text between two parts unless it holds a comment or damage. */
  gap(question: string, text: string, expected: RegExp): void {
    if (expected.test(text)) {
      this.add(question, text.replace(/\r\n?/g, '\n'));
    }
  }

  /** The most frequent answer, the first seen of equals. */
  most(question: string): string | undefined {
    let best: string | undefined;
    let bestCount = 0;
    for (const [answer, count] of this.#counts.get(question) ?? []) {
      if (count > bestCount) {
        best = answer;
        bestCount = count;
      }
    }
    return best;
  }
}
