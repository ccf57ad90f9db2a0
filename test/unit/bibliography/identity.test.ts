import assert from 'node:assert/strict';
import { identityKeys, sameWork } from '../../../src/core/bibliography/identity';
import { foldTitle, foldWords } from '../../../src/core/bibliography/normalise';
import type { BibRecord } from '../../../src/core/bibliography/record';

const BLIP: BibRecord = {
  key: 'a',
  title: 'BLIP-2: Bootstrapping Language-Image Pre-training',
  authors: [{ family: 'Li', given: 'Junnan' }, { family: 'Hoi' }],
  authorsTruncated: false,
  year: 2023,
  venue: 'ICML',
};

function like(changes: Partial<BibRecord>): BibRecord {
  return { ...BLIP, key: 'b', ...changes };
}

/** Being the same goes both ways, and the index must be able to find the pair. */
function same(a: BibRecord, b: BibRecord, expected: boolean) {
  assert.equal(sameWork(a, b), expected);
  assert.equal(sameWork(b, a), expected);
  if (expected) {
    const keys = identityKeys(a);
    assert.ok(
      identityKeys(b).some((key) => keys.includes(key)),
      `${keys.join()} / ${identityKeys(b).join()}`,
    );
  }
}

describe('sameWork', () => {
  it('goes by the DOI first', () => {
    same(like({ doi: '10.1/x' }), like({ doi: '10.1/x', title: 'Another', authors: [], year: 1999 }), true);
    same(like({ doi: '10.1/x' }), like({ doi: '10.1/y' }), false);
  });

  it('goes by the arXiv id next, whatever the titles say', () => {
    same(
      like({ arxiv: '2301.12597' }),
      like({ arxiv: '2301.12597', title: 'First version', year: 2020 }),
      true,
    );
    same(like({ arxiv: '2301.12597' }), like({ arxiv: '2301.12598' }), false);
  });

  it('takes a preprint and the published version for one work', () => {
    const published = like({ doi: '10.1/x', arxiv: '2301.12597' });
    same(like({ arxiv: '2301.12597', doi: '10.48550/arxiv.2301.12597' }), published, true);
    same(like({ doi: '10.48550/arxiv.2301.12597' }), published, true);
    same(like({ doi: '10.48550/arxiv.2301.12597v2' }), like({ arxiv: '2301.12597' }), true);
    same(like({ doi: '10.1/y', arxiv: '2301.12597' }), published, true);
    same(like({ doi: '10.48550/arxiv.2301.12597' }), like({ doi: '10.1/x' }), true);
  });

  it('goes by title, first author and year last', () => {
    same(BLIP, like({}), true);
    same(BLIP, like({ title: 'Another title' }), false);
    same(BLIP, like({ authors: [{ family: 'Hoi' }, { family: 'Li' }] }), false);
    same(like({ doi: '10.1/x' }), like({ arxiv: '2301.12597' }), true);
  });

  it('allows a year of difference, and more where a first posting is known', () => {
    same(BLIP, like({ year: 2024 }), true);
    same(BLIP, like({ year: 2025 }), false);
    same(like({ year: 2025, firstYear: 2023 }), like({ year: 2022 }), true);
    same(like({ year: 2025, firstYear: 2023 }), like({ year: 2021 }), false);
    same(like({ year: 2025, firstYear: 2023 }), like({ year: 2024 }), true);
  });

  it('lets an unknown year agree with any', () => {
    const { key, title, authors, authorsTruncated, venue } = BLIP;
    same(BLIP, { key, title, authors, authorsTruncated, venue }, true);
  });

  it('ignores case, punctuation, spaces and diacritics of a title', () => {
    for (const title of [
      'BLIP2 — bootstrapping language image pretraining!',
      'blip 2: Bóotstrapping "Language–Image" Pre-Training.',
    ]) {
      same(BLIP, like({ title }), true);
    }
    same(BLIP, like({ title: 'The BLIP-2: Bootstrapping Language-Image Pre-training' }), false);
  });

  it('knows the other titles of a work', () => {
    same(like({ title: 'New', otherTitles: ['Old'] }), like({ title: 'Old' }), true);
    same(like({ title: 'New', otherTitles: ['Old'] }), like({ title: 'Older', otherTitles: ['old'] }), true);
    same(like({ title: 'New', otherTitles: ['Old'] }), like({ title: 'Older' }), false);
  });

  it('allows for the ways a family name is written', () => {
    const by = (family: string) => like({ authors: [{ family }] });
    same(by('Müller'), by('Muller'), true);
    same(by('van der Maaten'), by('Maaten'), true);
    same(by('King Jr.'), by('King'), true);
    same(by('Gemini Team'), by('Team'), true);
    same(by('Ødegård'), by('Odegard'), true);
    same(by('Li'), by('Liu'), false);
  });

  it('does not take works without titles for one', () => {
    same(like({ title: '' }), like({ title: '' }), false);
    same(like({ title: '…' }), like({ title: '' }), false);
  });

  it('compares works without authors by title and year', () => {
    same(like({ authors: [] }), like({ authors: [] }), true);
    same(like({ authors: [] }), BLIP, false);
  });
});

describe('identityKeys', () => {
  it('names each way to find a work, the surest first', () => {
    assert.deepEqual(
      identityKeys(like({ doi: '10.1/x', arxiv: '2301.12597', title: 'A b', otherTitles: ['C', 'a-B'] })),
      ['doi:10.1/x', 'arxiv:2301.12597', 'title:ab|li', 'title:c|li'],
    );
  });

  it('makes an arXiv id of an arXiv DOI', () => {
    assert.deepEqual(identityKeys(like({ doi: '10.48550/arxiv.2301.12597', title: '' })), [
      'arxiv:2301.12597',
    ]);
  });
});

describe('foldWords and foldTitle', () => {
  it('fold letters to their base letters', () => {
    assert.equal(foldWords('  Łukasz  ÇELİK—Øre & Straße ﬁne²'), 'lukasz celik ore and strasse fine2');
    assert.equal(foldWords('王小明: 多模态'), '王小明 多模态');
  });

  it('read Greek letters as their commands', () => {
    assert.equal(foldTitle('$\\pi_0$: A VLA'), foldTitle('π0: a VLA'));
  });

  it('give nothing for punctuation', () => {
    assert.equal(foldTitle('… -- !'), '');
  });
});
