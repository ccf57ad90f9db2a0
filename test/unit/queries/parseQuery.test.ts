import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseQuery } from '../../../src/core/queries/parseQuery';
import { printQuery } from '../../../src/core/queries/printQuery';
import type { QueryPart } from '../../../src/core/queries/types';

/** A part without its places. */
function shape(part: QueryPart): unknown {
  switch (part.kind) {
    case 'word':
      return [part.negated, part.word];
    case 'phrase':
      return [part.negated, 'phrase', part.phrase];
    case 'facet':
      return [part.negated, part.facet?.id ?? part.name, part.values.map(({ value }) => value)];
  }
}

function shapes(text: string): unknown[] {
  return parseQuery(text).parts.map(shape);
}

const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        ':',
        ',',
        '-',
        ' ',
        '..',
        '2023',
        'in:',
        'year:',
        'BackBone:',
        'no-such:',
        'http://',
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

describe('parseQuery', () => {
  it('reads words', () => {
    assert.deepEqual(shapes(' q-former  Vicuna '), [
      [false, 'q-former'],
      [false, 'Vicuna'],
    ]);
  });

  it('reads names with values, whatever the case and the synonym', () => {
    assert.deepEqual(shapes('backbone:vicuna LLM:opt takes:video projector:mlp'), [
      [false, 'backbone', ['vicuna']],
      [false, 'backbone', ['opt']],
      [false, 'input', ['video']],
      [false, 'inputProjector', ['mlp']],
    ]);
  });

  it('reads several values, quoted ones among them', () => {
    assert.deepEqual(shapes('in:video,audio institution:"Salesforce Research",Meta'), [
      [false, 'input', ['video', 'audio']],
      [false, 'institution', ['Salesforce Research', 'Meta']],
    ]);
  });

  it('reads phrases', () => {
    assert.deepEqual(shapes('"visual instruction tuning" llava'), [
      [false, 'phrase', 'visual instruction tuning'],
      [false, 'llava'],
    ]);
  });

  it('reads what is negated, but not a hyphen inside or alone', () => {
    assert.deepEqual(shapes('-tool -backbone:vicuna -"any to any" any-to-any - x-'), [
      [true, 'tool'],
      [true, 'backbone', ['vicuna']],
      [true, 'phrase', 'any to any'],
      [false, 'any-to-any'],
      [false, '-'],
      [false, 'x-'],
    ]);
  });

  it('takes pasted titles and addresses for words', () => {
    assert.deepEqual(shapes('BLIP-2: Bootstrapping https://arxiv.org/abs/1'), [
      [false, 'BLIP-2:'],
      [false, 'Bootstrapping'],
      [false, 'https://arxiv.org/abs/1'],
    ]);
  });

  it('keeps what is not typed to the end', () => {
    assert.deepEqual(shapes('backbone:'), [[false, 'backbone', ['']]]);
    assert.deepEqual(shapes('in:video,'), [[false, 'input', ['video', '']]]);
    const [phrase] = parseQuery('"visual ins').parts;
    assert.ok(phrase?.kind === 'phrase' && !phrase.closed && phrase.phrase === 'visual ins');
    const [quoted] = parseQuery('institution:"Sales').parts;
    assert.ok(quoted?.kind === 'facet' && quoted.values[0]?.closed === false);
  });

  it('says exactly where everything stands', () => {
    const text = 'llava -in:"point cloud",audio  "a b"';
    const { parts } = parseQuery(text);
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
    assert.deepEqual(
      parts.map(({ range }) => at(range)),
      ['llava', '-in:"point cloud",audio', '"a b"'],
    );
    const facet = parts[1];
    assert.ok(facet?.kind === 'facet');
    assert.equal(at(facet.nameRange), 'in');
    assert.deepEqual(
      facet.values.map(({ range }) => at(range)),
      ['"point cloud"', 'audio'],
    );
  });

  it('covers every text: between its parts there is only space', () => {
    fc.assert(
      fc.property(typed, (text) => {
        let end = 0;
        for (const { range } of parseQuery(text).parts) {
          assert.match(text.slice(end, range.start), /^\s*$/u);
          assert.ok(range.end > range.start);
          end = range.end;
        }
        assert.match(text.slice(end), /^\s*$/u);
      }),
    );
  });
});

describe('printQuery', () => {
  it('writes facets by one name, one space between parts, quotes where they are needed', () => {
    assert.equal(
      printQuery(parseQuery('LLM:"vicuna"   from:"Salesforce Research" -takes:video')),
      'backbone:vicuna institution:"Salesforce Research" -in:video',
    );
  });

  it('writes what is read as the same query', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const printed = printQuery(parseQuery(text));
        assert.deepEqual(shapes(printed), shapes(text), printed);
        assert.equal(printQuery(parseQuery(printed)), printed);
      }),
    );
  });
});
