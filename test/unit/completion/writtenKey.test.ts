import assert from 'node:assert/strict';
import { writtenKey } from '../../../src/core/completion/writtenKey';
import { parseCitations } from '../../../src/core/drafts/citations';
import type { Syntax } from '../../../src/core/drafts/types';

/** The draft once a key has been put in at the `|`. */
function written(key: string, syntax: Syntax, marked: string): string {
  const start = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = { start, end: start };
  const { newText, before, after } = writtenKey(key, syntax, text, { inserting: place, replacing: place });
  return text.slice(0, start - before) + newText + text.slice(start + after);
}

describe('writtenKey', () => {
  const dblp = 'DBLP:conf/nips/';
  const cases: readonly (readonly [what: string, key: string, Syntax, draft: string, expected: string])[] = [
    ['LaTeX as it is', 'a:b c', 'latex', '\\cite{|}', '\\cite{a:b c}'],
    ['pandoc as it is', 'li2023blip', 'pandoc', '[@|]', '[@li2023blip]'],
    ['pandoc in braces, where it would not be read to its end', dblp, 'pandoc', '[@|]', `[@{${dblp}}]`],
    ['pandoc without braces in those there are', dblp, 'pandoc', '[@{|}]', `[@{${dblp}}]`],
    ['MyST in braces behind an @', dblp, 'myst', '[@|]', `[@{${dblp}}]`],
    ['MyST as it is in a role', dblp, 'myst', '{cite}`|`', `{cite}\`${dblp}\``],
    ['Typst as it is', 'li2023blip', 'typst', 'See @| there', 'See @li2023blip there'],
    ['Typst by a call, where it is no label', dblp, 'typst', 'See @|', `See #cite(label("${dblp}"))`],
    ['Typst by a string in place of a label', dblp, 'typst', '#cite(<|>)', `#cite(label("${dblp}"))`],
    ['Typst by a string before the label is closed', dblp, 'typst', '#cite(<|', `#cite(label("${dblp}")`],
    ['Typst in a string', dblp, 'typst', '#cite(label("|"))', `#cite(label("${dblp}"))`],
  ];
  for (const [what, key, syntax, draft, expected] of cases) {
    it(`writes a key in ${what}`, () => {
      const result = written(key, syntax, draft);
      assert.equal(result, expected);
      if (!draft.endsWith('|')) {
        const keys = parseCitations(result, syntax).flatMap(({ citations }) => citations);
        assert.deepEqual(
          keys.map((citation) => citation.key),
          [key],
        );
      }
    });
  }
});
