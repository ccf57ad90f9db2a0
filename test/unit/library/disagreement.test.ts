import assert from 'node:assert/strict';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { disagreementOf } from '../../../src/core/library/disagreement';
import type { Disagreement } from '../../../src/core/library/disagreement';
import { work } from '../catalog/fixtures';

const known = work('li2023blip', {
  title: 'BLIP-2',
  authors: [
    { family: 'Li', given: 'Junnan' },
    { family: 'Müller', given: 'Jörg' },
    { family: 'van der Berg', given: 'Anna' },
  ],
  year: 2024,
  venue: 'ICLR',
});
const agreeing = {
  author: 'Li, Junnan and M{\\"u}ller, J. and van der Berg, A.',
  booktitle: 'International Conference on Learning Representations',
  year: '2024',
};

/** Where an entry with these fields disagrees with the catalog. */
function found(fields: Partial<Record<string, string | undefined>>): Disagreement | undefined {
  const written = Object.entries({ ...agreeing, ...fields })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} = {${value ?? ''}}`);
  const index = new BibliographyIndex(
    'file:///refs.bib',
    `@misc{a, title = {BLIP-2}, ${written.join(', ')}}`,
  );
  const [entry] = index.file.entries;
  assert.ok(entry);
  return disagreementOf(index.record(entry), known);
}

describe('disagreementOf', () => {
  it('is nothing where both say the same in different words', () => {
    assert.equal(found({}), undefined);
  });

  it('tells of another year and another venue', () => {
    assert.deepEqual(found({ year: '2023', booktitle: undefined, journal: 'arXiv preprint arXiv:2301.1' }), {
      catalog: [
        { about: 'year', year: 2024 },
        { about: 'venue', venue: 'ICLR' },
      ],
      entry: [
        { about: 'year', year: 2023 },
        { about: 'venue', venue: 'arXiv' },
      ],
    });
  });

  it('takes a date for its year', () => {
    assert.equal(found({ year: undefined, date: '2024-05-07' }), undefined);
    assert.deepEqual(found({ year: undefined, date: '2022-05' })?.entry, [{ about: 'year', year: 2022 }]);
  });

  it('is nothing where one does not say', () => {
    assert.equal(found({ year: undefined }), undefined);
    assert.equal(found({ booktitle: undefined }), undefined);
    assert.equal(found({ author: undefined }), undefined);
  });

  const sameAuthors = [
    'Li, Junnan and others',
    'Junnan Li and Jorg Muller and others',
    'Li, J. and Muller, J. and Berg, Anna van der',
    'Junnan, Li and Müller, Jörg and van der Berg, Anna',
    '{The BLIP Team}',
  ];
  for (const author of sameAuthors) {
    it(`does not mind how authors are written: ${author}`, () => assert.equal(found({ author }), undefined));
  }

  it('tells of missing and of further authors', () => {
    assert.deepEqual(found({ author: 'Li, Junnan and Müller, Jörg' }), {
      catalog: [{ about: 'author count', count: 3 }],
      entry: [{ about: 'author count', count: 2 }],
    });
    const more = `${agreeing.author} and One, More and others`;
    assert.deepEqual(found({ author: more })?.entry, [{ about: 'author count', count: 4 }]);
  });

  it('tells of the first author that is another', () => {
    assert.deepEqual(found({ author: 'Li, Junnan and Berg, Anna and Müller, Jörg' }), {
      catalog: [{ about: 'author', place: 2, name: 'Müller' }],
      entry: [{ about: 'author', place: 2, name: 'Berg' }],
    });
  });
});
