import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import { entryIdentities } from '../../../src/core/bibliography/entryIdentities';
import { identityKeys, sameWork } from '../../../src/core/bibliography/identity';
import type { BibRecord } from '../../../src/core/bibliography/record';
import { hintOf, workHints } from '../../../src/core/bibliography/workHints';

const TITLE = 'Bootstrapping Language-Image Pre-training';

/** The title of one work as it may be written. */
const TITLES = [
  `title = {${TITLE}},`,
  `title = {{${TITLE}}},`,
  `title = "{B}ootstrapping {L}anguage-Image Pre-training",`,
  `TITLE={bootstrapping language image pre-training}`,
  `title = {Bootstrapping\n    Language--Image Pre-training},`,
  `title {${TITLE}},`,
  `title % the short one\n = {${TITLE}},`,
  `title = bllip,`,
  `title = "Bootstrapping " # rest,`,
  `title = {Bootstrapping}, subtitle = {Language-Image Pre-training},`,
  `subtitle = {Language-Image Pre-training}, title = {Bootstrapping},`,
  `subtitle = {${TITLE}},`,
  `booktitle = {Proceedings}, title = {${TITLE}},`,
  `title = {\\textit{Bootstrapping} Language-Image Pre-training},`,
  `title = {B{\\"o}otstrapping Language-Image Pre-training},`,
  `title = {$Boot$strapping Language-Image Pre-training},`,
  `title = {\\textbf{Boot}strapping {L}anguage \\textendash{} Image Pre-training},`,
  `title = {Böotstrapping Language-Image Pre-training},`,
  `title = {Other}, title = {${TITLE}},`,
  `abstract = {The title = {x} says much}, title = {${TITLE}},`,
  `title = {${TITLE}`,
];
const IDS = [
  '',
  'doi = {10.1007/978-3-319_x}',
  'doi = {10.1007/978-3-319\\_X}',
  'doi = {https://doi.org/10.1007/978-3-319{\\_}x}',
  'url = "https://dx.doi.org/10.1007/978-3-319_x"',
  'doi = theid',
  'doi = "10.1007/" # suffix',
  'doi = {10.1007/{978}-3-319_x}',
  'eprint = {2301.12597v2}',
  'eprint = 2301.12597',
  'journal = {arXiv preprint arXiv:2301.12597}',
  'journal = {CoRR}, volume = {abs/2301.12597}',
  'url = {https://arxiv.org/abs/cs/0701001}',
  'doi = {10.48550/ARXIV.2301.12597}',
  'eprint = theeprint',
  'note = {doi 10.1007/978-3-319_x, page 2301.12597}',
];
const STRINGS = `@string{bllip = {${TITLE}}} @string{rest = {Language-Image Pre-training}}
@string{theid = {10.1007/978-3-319_x}} @string{suffix = {978-3-319_x}} @string{theeprint = {2301.12597}}
`;

const WANTED: readonly Partial<BibRecord>[] = [
  { title: TITLE },
  { title: 'Böotstrapping Language-Image Pre-training' },
  { title: 'Bootstrapping' },
  { doi: '10.1007/978-3-319_x' },
  { arxiv: '2301.12597' },
  { arxiv: 'cs/0701001' },
  { doi: '10.48550/arxiv.2301.12597', title: TITLE },
  { title: 'Otherwise', otherTitles: [TITLE], doi: '10.1007/978-3-319_x', arxiv: '2301.12597' },
];

function wanted(changes: Partial<BibRecord>): BibRecord {
  return {
    key: 'x',
    title: '',
    authors: [{ family: 'Li' }],
    authorsTruncated: false,
    venue: '',
    year: 2023,
    ...changes,
  };
}

function entryOf(key: number, title: string, ids: string): string {
  return `@article{k${key},\n  author = {Li, J.},\n  year = 2023,\n  ${ids},\n  ${title}\n}\n`;
}

/** What `findWork` is to find, by reading all entries. */
function found(index: BibliographyIndex, record: BibRecord): string | undefined {
  for (const identity of identityKeys(record)) {
    for (const entry of index.file.entries) {
      if (entryIdentities(entry).includes(identity) && sameWork(record, index.record(entry))) {
        return entry.key;
      }
    }
  }
  return undefined;
}

describe('workHints', () => {
  it('lead to every entry that reading all of them finds, however it is written', () => {
    let count = 0;
    for (const title of TITLES) {
      for (const ids of IDS) {
        for (const strings of ['', STRINGS]) {
          const text = strings + entryOf(1, title, ids);
          const index = new BibliographyIndex('file:///refs.bib', text);
          for (const changes of WANTED) {
            const record = wanted(changes);
            const expected = found(index, record);
            count += expected === undefined ? 0 : 1;
            assert.equal(index.findWork(record)?.key, expected, `${JSON.stringify(changes)} in ${text}`);
          }
        }
      }
    }
    assert.ok(count > 1000, `only ${count} were there to be found`);
  });

  it('lead to the same entry of several as reading all of them', () => {
    const parts = fc.array(fc.tuple(fc.constantFrom(...TITLES), fc.constantFrom(...IDS)), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(parts, fc.constantFrom(...WANTED), fc.boolean(), (chosen, changes, abbreviates) => {
        const entries = chosen.map(([title, ids], index) => entryOf(index, title, ids));
        const text = (abbreviates ? STRINGS : '') + entries.join('\n');
        const index = new BibliographyIndex('file:///refs.bib', text);
        const record = wanted(changes);
        assert.equal(index.findWork(record)?.key, found(index, record));
      }),
    );
  });

  it('are found without reading fields where an entry is written plainly', () => {
    const never = (): never => assert.fail('reads the fields');
    const hints = workHints(
      entryOf(
        1,
        `title = {{BLIP}-2: {B}ootstrapping Language-Image}`,
        'doi = {10.1007/ab-2}, eprint = {2301.12597}',
      ),
      false,
      never,
    );
    const identities = ['title:blip2bootstrappinglanguageimage|li', 'doi:10.1007/ab-2', 'arxiv:2301.12597'];
    assert.deepEqual(hints, identities.map(hintOf));
  });

  it('are those of the identities where an entry is not written plainly', () => {
    const identities = ['title:été|li', 'arxiv:cs/0701001'];
    const hints = workHints(entryOf(1, "title = {\\'Et\\'e}", ''), false, () => identities);
    assert.deepEqual(hints, identities.map(hintOf));
  });

  it('tell ids from titles', () => {
    assert.notEqual(hintOf('title:abc|li'), hintOf('doi:abc'));
    assert.equal(hintOf('title:thesamebeginningandmore|li'), hintOf('title:thesamebeginningthenless|xu'));
    assert.notEqual(hintOf('title:abc|li'), hintOf('title:abd|li'));
  });
});
