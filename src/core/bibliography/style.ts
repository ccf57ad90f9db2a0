import { Votes } from './votes';
import { alignmentOf } from './alignment';
import type { Alignment } from './alignment';
import { QUOTE, LEFT_BRACE } from './chars';
import { readFields } from './fields';
import type { Block } from './scan';
import { orderOf } from './order';
import type { EntryOrder } from './order';
import { scanBlocks } from './scan';
import type { BibField } from './types';

export type LetterCase = 'lower' | 'upper' | 'capitalised';

/** How the entries of a file are written. Line breaks in these strings are `\n`; `eol` is what they become. */
export interface EntryStyle {
  readonly eol: '\n' | '\r\n' | '\r';
  readonly delimiters: 'braces' | 'parentheses';
  readonly typeCase: LetterCase;
  readonly nameCase: LetterCase;
  /** Names of fields that the file writes in another way than `nameCase`, e.g. `archivePrefix`, by their lower-case form. */
  readonly spellings: ReadonlyMap<string, string>;
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
  /** Years, and other numbers, stand without delimiters. */
  readonly bareYears: boolean;
  readonly bareNumbers: boolean;
  readonly betweenEntries: string;
  readonly order: EntryOrder;
}

/** What a new file gets. */
export const DEFAULT_STYLE: EntryStyle = {
  eol: '\n',
  delimiters: 'braces',
  typeCase: 'lower',
  nameCase: 'lower',
  spellings: new Map(),
  beforeDelimiter: '',
  beforeKey: '',
  afterKey: ',\n  ',
  betweenFields: ',\n  ',
  afterFields: ',\n',
  alignment: { kind: 'none', before: ' ', after: ' ' },
  values: 'braces',
  bareYears: false,
  bareNumbers: false,
  betweenEntries: '\n\n',
  order: 'none',
};

/** More entries than this say nothing new about the style. */
const MAX_SAMPLES = 200;

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
  const alignment = alignmentOf(text, fieldLists) ?? DEFAULT_STYLE.alignment;
  // Names that end in one column have indents of their own.
  const gap = (text: string): string => (alignment.kind === 'names' ? text.replace(/[ \t]+$/, '') : text);
  const afterKey = gap(votes.most('afterKey') ?? DEFAULT_STYLE.afterKey);
  const nameCase = toLetterCase(votes.most('nameCase'));
  return {
    eol: eolOf(text),
    delimiters: votes.most('delimiter') === '(' ? 'parentheses' : 'braces',
    typeCase: toLetterCase(votes.most('typeCase')),
    nameCase,
    spellings: spellingsOf(text, fieldLists, nameCase),
    beforeDelimiter: votes.most('beforeDelimiter') ?? '',
    beforeKey: votes.most('beforeKey') ?? '',
    afterKey,
    betweenFields: gap(votes.most('betweenFields') ?? afterKey),
    afterFields: votes.most('afterFields') ?? DEFAULT_STYLE.afterFields,
    alignment,
    values: votes.most('values') === '"' ? 'quotes' : 'braces',
    bareYears: (votes.most('years') ?? votes.most('numbers')) === 'bare',
    bareNumbers: (votes.most('numbers') ?? votes.most('years')) === 'bare',
    betweenEntries: votes.most('betweenEntries') ?? DEFAULT_STYLE.betweenEntries,
    order: orderOf(text, blocks),
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
      votes.add(
        field.name === 'year' ? 'years' : 'numbers',
        delimiter === LEFT_BRACE || delimiter === QUOTE ? 'delimited' : 'bare',
      );
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

/** How the file writes single names, learnt from the entries that have the case of most names. */
function spellingsOf(
  text: string,
  fieldLists: readonly (readonly BibField[])[],
  nameCase: LetterCase,
): Map<string, string> {
  const votes = new Votes();
  const names = new Set<string>();
  for (const fields of fieldLists) {
    const spelt = fields.map(({ nameRange }) => text.slice(nameRange.start, nameRange.end));
    if (2 * spelt.filter((name) => letterCase(name) === nameCase).length > spelt.length) {
      for (const name of spelt) {
        names.add(name.toLowerCase());
        votes.add(name.toLowerCase(), name);
      }
    }
  }
  const spellings = [...names].map((name) => [name, votes.most(name) ?? name] as const);
  return new Map(spellings.filter(([name, spelling]) => inCase(name, nameCase) !== spelling));
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
  if (word.length > 1 && word === word.toUpperCase()) {
    return 'upper';
  }
  // `archivePrefix` stands among names in lower case.
  return /^\p{Ll}/u.test(word) ? 'lower' : 'capitalised';
}

/** Writes a word in a case. */
export function inCase(word: string, letterCase: LetterCase): string {
  switch (letterCase) {
    case 'lower':
      return word.toLowerCase();
    case 'upper':
      return word.toUpperCase();
    case 'capitalised':
      return word.charAt(0).toUpperCase() + word.slice(1);
  }
}

function toLetterCase(vote: string | undefined): LetterCase {
  return vote === 'upper' || vote === 'capitalised' ? vote : 'lower';
}
