import { writePandocKey } from '../drafts/pandocKeys';
import type { Syntax } from '../drafts/types';
import { isLabelKey, typstString } from '../drafts/typstLexer';
import { typstCall } from '../writing/citationWriter';
import type { CompletionPosition } from './position';

/** A key as the syntax of a place needs it. */
export interface WrittenKey {
  readonly newText: string;
  /** How many UTF-16 units before the ranges of the place it takes the place of as well. */
  readonly before: number;
  /** The same behind them. */
  readonly after: number;
}

/** How a key is written at a place of a draft's text. */
export function writtenKey(
  key: string,
  syntax: Syntax,
  text: string,
  { inserting, replacing }: Pick<CompletionPosition, 'inserting' | 'replacing'>,
): WrittenKey {
  const mark = text[inserting.start - 1];
  const alone = (newText: string): WrittenKey => ({ newText, before: 0, after: 0 });
  if ((syntax === 'pandoc' || syntax === 'myst') && mark === '@') {
    return alone(writePandocKey(key).slice(1));
  }
  if (syntax !== 'typst' || isLabelKey(key)) {
    return alone(key);
  }
  // A Typst label has fewer characters than keys of a .bib may have; as a string every key can be cited.
  switch (mark) {
    case '@':
      return { newText: typstCall(key, '', 'parenthetical'), before: 1, after: 0 };
    case '<':
      return {
        newText: `label(${typstString(key)})`,
        before: 1,
        after: text[replacing.end] === '>' ? 1 : 0,
      };
    default:
      return alone(typstString(key).slice(1, -1));
  }
}
