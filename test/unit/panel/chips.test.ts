import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog } from '../../../src/core/catalog/catalog';
import { chipFacets, chipGroups, toggledQuery } from '../../../src/core/panel/chips';
import { CatalogQueries } from '../../../src/core/queries/catalogQueries';
import { architecture, model, part, work } from '../catalog/fixtures';

const models = [
  model('a', {
    inputs: ['image', 'text'],
    architecture: architecture({ backbones: [part('Vicuna', 'Vicuna')] }),
  }),
  model('b', {
    inputs: ['video', 'text'],
    architecture: architecture({ backbones: [part('Vicuna', 'Vicuna')] }),
  }),
  model('c', { inputs: ['video', 'text'], architecture: architecture({ backbones: [part('OPT', 'OPT')] }) }),
];
const catalog = new Catalog({ models, works: models.map((each) => work(each.work)) });
const queries = new CatalogQueries(catalog);

function chips(query: string, facet: string): [value: string, count: number, active: boolean][] {
  const groups = chipGroups(queries.run(query), queries, 10);
  return (groups.find((group) => group.facet === facet)?.chips ?? []).map(({ value, count, active }) => [
    value,
    count,
    active,
  ]);
}

describe('the chips of the search', () => {
  it('offer a line for each facet, with counts that follow the query', () => {
    assert.deepEqual(
      chipGroups(queries.run(''), queries, 10).map(({ facet }) => facet),
      chipFacets,
    );
    assert.deepEqual(chips('', 'backbone'), [
      ['vicuna', 2, false],
      ['opt', 1, false],
    ]);
    assert.deepEqual(chips('in:video', 'backbone'), [
      ['vicuna', 1, false],
      ['opt', 1, false],
    ]);
  });

  it('show what is switched on first, and what it could be besides: any of several values will do', () => {
    assert.deepEqual(chips('backbone:opt', 'backbone'), [
      ['opt', 1, true],
      ['vicuna', 2, false],
    ]);
    assert.deepEqual(chips('in:image backbone:opt', 'backbone'), [
      ['opt', 0, true],
      ['vicuna', 1, false],
    ]);
  });

  it('leave out what nothing would be found with', () => {
    assert.deepEqual(chips('in:image', 'backbone'), [['vicuna', 1, false]]);
  });

  it('have as many in a line as are wanted', () => {
    const [group] = chipGroups(queries.run(''), queries, 1).filter(({ facet }) => facet === 'input');
    assert.equal(group?.chips.length, 1);
  });
});

describe('switching a chip', () => {
  it('adds to the query, and takes away again', () => {
    const on = toggledQuery('llava "visual instruction"', 'backbone', 'vicuna');
    assert.equal(on, 'llava "visual instruction" backbone:vicuna');
    assert.equal(toggledQuery(on, 'backbone', 'vicuna'), 'llava "visual instruction"');
  });

  it('adds a value to those of the same facet', () => {
    const both = toggledQuery('backbone:vicuna in:image', 'backbone', 'opt');
    assert.equal(both, 'backbone:vicuna,opt in:image');
    assert.equal(toggledQuery(both, 'backbone', 'vicuna'), 'backbone:opt in:image');
  });

  it('leaves what is ruled out alone', () => {
    assert.equal(toggledQuery('-backbone:opt', 'backbone', 'opt'), '-backbone:opt backbone:opt');
  });

  it('takes the place of a value that is not typed yet, and quotes what has spaces', () => {
    assert.equal(toggledQuery('backbone:', 'backbone', 'opt'), 'backbone:opt');
    assert.equal(toggledQuery('', 'venue', 'CVPR 2024'), 'venue:"CVPR 2024"');
  });

  it('twice finds what was found before, whatever the query', () => {
    const piece = fc.constantFrom(
      'llava',
      '-in:image',
      'in:video',
      '"a b"',
      'backbone:opt',
      'year:2023..',
      'x:y',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const query = pieces.join(' ');
        const twice = toggledQuery(
          toggledQuery(query, 'function', 'understanding'),
          'function',
          'understanding',
        );
        assert.equal(twice.trim(), query.trim());
      }),
    );
  });
});
