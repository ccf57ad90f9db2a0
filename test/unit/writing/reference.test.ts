import assert from 'node:assert/strict';
import type { PersonName } from '../../../src/core/catalog/types';
import { referenceLine, shortAuthors } from '../../../src/core/writing/reference';

const people = (...names: string[]): PersonName[] =>
  names.map((name) => {
    const [family = '', given] = name.split(', ');
    return given === undefined ? { family } : { family, given };
  });

describe('a reference line', () => {
  it('names authors, year, title and venue', () => {
    assert.equal(
      referenceLine({
        title: 'BLIP-2: Bootstrapping Language-Image Pre-training',
        authors: people('Li, Junnan', 'Li, Dongxu', 'Savarese, Silvio', 'Hoi, Steven'),
        year: 2023,
        venue: 'ICML',
      }),
      'Li, J., Li, D., Savarese, S., & Hoi, S. (2023). BLIP-2: Bootstrapping Language-Image Pre-training. ICML.',
    );
  });

  it('shortens long or unfinished lists of authors to three', () => {
    const five = people('A, A', 'B, B', 'C, C', 'D, D', 'E, E');
    assert.equal(
      referenceLine({ title: 'T', authors: five, year: 2024 }),
      'A, A., B, B., C, C., et al. (2024). T.',
    );
    assert.equal(
      referenceLine({ title: 'T', authors: people('A, A'), authorsTruncated: true }),
      'A, A., et al. T.',
    );
  });

  it('knows one and two authors, and corporate ones', () => {
    assert.equal(referenceLine({ title: 'T', authors: people('OpenAI'), year: 2023 }), 'OpenAI (2023). T.');
    assert.equal(referenceLine({ title: 'T', authors: people('A, B', 'C, D') }), 'A, B., & C, D. T.');
  });

  it('makes initials of given names', () => {
    const initials = (given: string): string =>
      referenceLine({ title: 'T', authors: [{ family: 'X', given }] });
    assert.equal(initials('Jean-Baptiste Marie'), 'X, J.-B. M. T.');
    assert.equal(initials('J. R.'), 'X, J. R. T.');
    assert.equal(initials('Élodie'), 'X, É. T.');
    assert.equal(initials('E\u0301lodie'), 'X, E\u0301. T.');
    assert.equal(initials('俊男'), 'X, 俊男. T.');
    assert.equal(initials(' '), 'X. T.');
  });

  it('leaves out what is not known, and doubles no full stop', () => {
    assert.equal(referenceLine({ title: 'Why?', authors: [], venue: 'arXiv' }), 'Why? arXiv.');
    assert.equal(referenceLine({ title: 'T', authors: [], year: 2020, venue: '' }), '(2020). T.');
    assert.equal(referenceLine({ title: '', authors: [] }), '');
  });
});

describe('authors in short', () => {
  it('are one, two, or the first and others', () => {
    assert.equal(shortAuthors(people('Li, Junnan')), 'Li');
    assert.equal(shortAuthors(people('Li, Junnan', 'Hoi, Steven')), 'Li & Hoi');
    assert.equal(shortAuthors(people('Li, J', 'Li, D', 'Hoi, S')), 'Li et al.');
    assert.equal(shortAuthors(people('Li, J'), true), 'Li et al.');
    assert.equal(shortAuthors([]), '');
  });
});
