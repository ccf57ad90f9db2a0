import assert from 'node:assert/strict';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { parseCitations } from '../../../src/core/drafts/citations';
import { bibKeyAt, citationsOf, entriesOf, mentionsOf } from '../../../src/core/navigation/occurrences';

const bibliography = new BibliographyIndex(
  'file:///refs.bib',
  [
    '@book{smith2020, title={smith2020 is not a mention}}',
    '@inbook{part, crossref = {smith2020}, ids = "old, smith2020 , smith2020b"}',
    '@article{smith2020b, crossref = smith2020, related={ other,smith2020}, note={smith2020}}',
    '@article{smith2020, title={Again}}',
    '@misc{last, xdata = "smith2020"}',
  ].join('\n'),
);
const { text } = bibliography;

describe('the places of a key', () => {
  it('are citations of exactly this key in a draft', () => {
    const draft = String.raw`\cite{smith2020, smith2020b} % \cite{smith2020}
\citep[see][]{ smith2020 } \cite{Smith2020}`;
    const found = citationsOf(parseCitations(draft, 'latex'), 'smith2020');
    assert.deepEqual(
      found.map(({ range }) => range.start),
      [draft.indexOf('smith2020'), draft.indexOf(' smith2020 }') + 1],
    );
  });

  it('are all entries with exactly this key', () => {
    assert.deepEqual(
      entriesOf(bibliography, 'smith2020').map(({ type }) => type),
      ['book', 'article'],
    );
    assert.deepEqual(entriesOf(bibliography, 'Smith2020'), []);
  });

  it('are fields that name entries, item by item, and no other text', () => {
    const mentions = mentionsOf(bibliography, 'smith2020');
    assert.ok(mentions.every(({ range }) => text.slice(range.start, range.end) === 'smith2020'));
    assert.deepEqual(
      mentions.map(({ range }) => range.start),
      [
        text.indexOf('smith2020}, ids'),
        text.indexOf('smith2020 , '),
        // BibTeX takes it for the name of an abbreviation; the writer meant the key.
        text.indexOf('smith2020, related'),
        text.indexOf('smith2020}, note'),
        text.lastIndexOf('smith2020'),
      ],
    );
  });

  it('are none for an empty key or one that is nowhere', () => {
    assert.deepEqual(mentionsOf(bibliography, ''), []);
    assert.deepEqual(mentionsOf(bibliography, 'nobody1999'), []);
  });

  it('does not look for keys in names that are put together', () => {
    const put = new BibliographyIndex(
      'file:///a.bib',
      '@string{x="a"}@misc{b, crossref = x # "1"}@misc{c, crossref=x}',
    );
    assert.deepEqual([...mentionsOf(put, 'a1'), ...mentionsOf(put, 'a'), ...mentionsOf(put, 'x')], []);
  });

  it('reads the fields of no entry in which the key does not stand', () => {
    const entry = (key: string, start: number) => ({
      key,
      type: 'misc',
      range: { start, end: start + 10 },
      typeRange: { start, end: start },
      keyRange: { start, end: start + 1 },
      get fields(): never {
        throw new Error('read');
      },
      field: () => undefined,
    });
    const file = { entries: [entry('a', 0), entry('b', 20)] };
    assert.deepEqual(mentionsOf({ uri: '', text: `${'a'.repeat(1)}${' '.repeat(40)}zz`, file }, 'zz'), []);
    assert.throws(
      () => mentionsOf({ uri: '', text: `b${' '.repeat(24)}zz${' '.repeat(9)}`, file }, 'zz'),
      /read/,
    );
  });
});

describe('the key at an offset of a bibliography', () => {
  const keyAt = (words: string, skip = 0): string => {
    const found = bibKeyAt(bibliography, text.indexOf(words) + skip);
    return found ? `${found.kind} ${found.key}` : 'none';
  };

  it("is an entry's key, ends included", () => {
    assert.equal(keyAt('smith2020'), 'entry smith2020');
    assert.equal(keyAt('smith2020', 9), 'entry smith2020');
    assert.equal(keyAt('last', 2), 'entry last');
  });

  it('is a key that a field names', () => {
    assert.equal(keyAt('old, ', 1), 'mention old');
    assert.equal(keyAt('smith2020b"', 4), 'mention smith2020b');
  });

  it('is none in other fields and between entries', () => {
    assert.equal(keyAt('is not'), 'none');
    assert.equal(keyAt('@book', 2), 'none');
    assert.equal(bibKeyAt(new BibliographyIndex('file:///e.bib', 'prose only'), 3), undefined);
  });
});
