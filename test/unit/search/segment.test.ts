import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergePostings, PostingsBuilder } from '../../../src/core/search/postings';
import type { PostingLists, Renumbered } from '../../../src/core/search/postings';
import { parseQuery } from '../../../src/core/search/query';
import { Segment } from '../../../src/core/search/segment';
import type { IndexedDocument } from '../../../src/core/search/segment';

const fields = [
  { name: 'name', weight: 10, compound: true },
  { name: 'title', weight: 4, compound: false },
];

function segmentOf(...names: string[]): Segment {
  return Segment.of(
    names.map((name, order) => ({ id: name, order, fields: { name } })),
    fields,
  );
}

function found(segment: Segment, query: string, most = 100): string[] {
  return segment.collect(parseQuery(query), 1, most).candidates.map(({ document }) => document.id);
}

describe('PostingsBuilder', () => {
  it('sorts terms, and documents within a term', () => {
    const builder = new PostingsBuilder();
    builder.addText(0, 'b a', 0, false);
    builder.addText(1, 'a', 0, false);
    const { terms, firsts, documents } = builder.build();
    assert.deepEqual(terms, ['a', 'b']);
    assert.deepEqual([...firsts], [0, 2, 3]);
    assert.deepEqual([...documents], [0, 1, 0]);
  });

  it('keeps one place per term and document: the best', () => {
    const builder = new PostingsBuilder();
    builder.addText(0, 'OpenFlamingo', 0, false);
    builder.addText(0, 'Flamingo flamingo', 1, false);
    builder.addText(0, 'OpenFlamingo', 2, false);
    const { terms, documents, grades } = builder.build();
    assert.deepEqual(terms, ['flamingo', 'openflamingo']);
    assert.equal(documents.length, 2);
    // Inside a word of field 0 is 1, a word of field 1 would be 2; a word of field 0 is 0.
    assert.deepEqual([...grades], [1, 0]);
  });

  it('builds nothing from nothing', () => {
    const { terms, firsts } = new PostingsBuilder().build();
    assert.deepEqual([terms, [...firsts]], [[], [0]]);
  });
});

describe('Segment', () => {
  it('finds documents that match all words, and says how many words that are', () => {
    const segment = segmentOf('Visual ChatGPT', 'Video-ChatGPT', 'Visual BERT');
    const { matched, candidates } = segment.collect(parseQuery('visual chatgpt'), 1, 100);
    assert.equal(matched, 2);
    assert.deepEqual(
      candidates.map(({ document }) => document.id),
      ['Visual ChatGPT'],
    );
  });

  it('finds what matches most words if nothing matches all', () => {
    const segment = segmentOf('red green', 'green blue', 'red');
    const { matched, candidates } = segment.collect(parseQuery('red green yellow'), 2, 100);
    assert.equal(matched, 2);
    assert.equal(candidates.length, 1);
  });

  it('finds nothing below the least number of words', () => {
    const { matched, candidates } = segmentOf('red', 'green').collect(parseQuery('red blue'), 2, 100);
    assert.deepEqual([matched, candidates.length], [2, 0]);
  });

  it('counts a document once for each word, with its best match', () => {
    const [twice, once] = [segmentOf('flamingo flamingos'), segmentOf('flamingo')].map(
      (segment) => segment.collect(parseQuery('flamingo'), 1, 100).candidates[0]?.score,
    );
    assert.equal(twice, once);
  });

  it('values a match in a greater field more', () => {
    const segment = Segment.of(
      [
        { id: 'title', order: 0, fields: { title: 'flamingo' } },
        { id: 'name', order: 1, fields: { name: 'flamingo' } },
      ],
      fields,
    );
    const scores = new Map(
      segment
        .collect(parseQuery('flamingo'), 1, 9)
        .candidates.map(({ document, score }) => [document.id, score]),
    );
    assert.ok((scores.get('name') ?? 0) > (scores.get('title') ?? 0));
  });

  it('starts every search afresh', () => {
    const segment = segmentOf('red', 'green');
    assert.deepEqual(found(segment, 'red'), ['red']);
    assert.deepEqual(found(segment, 'green'), ['green']);
    assert.deepEqual(found(segment, 'red'), ['red']);
  });

  it('does not find what was removed', () => {
    const segment = segmentOf('red one', 'red two');
    segment.remove(0);
    segment.remove(0);
    assert.equal(segment.size, 1);
    assert.deepEqual(found(segment, 'red'), ['red two']);
    assert.deepEqual(
      segment.remaining().map(({ id }) => id),
      ['red two'],
    );
  });

  it('gives only the best of many, and of equals the first', () => {
    const many = Array.from({ length: 50 }, (_, index) => `reddish x${index}y`);
    const segment = segmentOf(...many, 'red');
    assert.deepEqual(found(segment, 'red', 3), ['reddish x0y', 'reddish x1y', 'red']);
    assert.equal(found(segment, 'red', 51).length, 51);
    assert.equal(found(segment, 'red', 100).length, 51);
  });

  it('searches no documents', () => {
    assert.deepEqual(found(segmentOf(), 'red'), []);
  });

  it('merged with another finds what both have and what is not removed, in the order given', () => {
    const document = (id: string, order: number): IndexedDocument => ({ id, order, fields: { name: id } });
    const first = Segment.of([document('blue one', 0), document('blue two', 3)], fields);
    const second = Segment.of([document('blue three', 1), document('red four', 2)], fields);
    first.remove(0);
    const merged = first.mergedWith(second);
    assert.deepEqual(
      merged.documents.map(({ id }) => id),
      ['blue three', 'red four', 'blue two'],
    );
    assert.deepEqual(found(merged, 'blue'), ['blue three', 'blue two']);
    assert.deepEqual(found(merged, 'bl', 1), ['blue three']);
    assert.deepEqual(found(merged, 'red'), ['red four']);
    assert.deepEqual(found(merged, 'one'), []);
  });

  it('merged with nothing forgets what was removed', () => {
    const segment = segmentOf('blue', 'red');
    segment.remove(0);
    const compacted = segment.mergedWith();
    assert.equal(compacted.documents.length, 1);
    assert.deepEqual([found(compacted, 'blue'), found(compacted, 'red')], [[], ['red']]);
  });
});

describe('mergePostings', () => {
  it('gives the same as reading all documents at once', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'a b', 'c', 'b c a', ''), { maxLength: 8 });
    const build = (first: number, values: readonly string[]): PostingLists => {
      const builder = new PostingsBuilder();
      values.forEach((value, index) => builder.addText(first + index, value, 0, false));
      return builder.build();
    };
    const numbered = (from: number, values: readonly string[]): Renumbered => ({
      postings: build(0, values),
      numbers: Int32Array.from(values, (_, index) => from + index),
    });
    fc.assert(
      fc.property(texts, texts, (one, two) => {
        const merged = mergePostings(numbered(0, one), numbered(one.length, two));
        assert.deepEqual(merged, build(0, [...one, ...two]));
      }),
    );
  });
});
