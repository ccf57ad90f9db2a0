import assert from 'node:assert/strict';
import { identityKeys, sameWork } from '../../../src/core/bibliography/identity';
import type { BibRecord } from '../../../src/core/bibliography/record';
import { hintOf } from '../../../src/core/bibliography/workHints';
import { formatHints } from '../../../src/core/formats/formatHints';
import { openSource } from '../../../src/core/formats/openSource';
import type { BibliographySource } from '../../../src/core/formats/source';

const TITLE = 'Flamingo: a Visual Language Model';

const JSON_TITLES = [
  `"title": "${TITLE}"`,
  `"title":"Flamingo"`,
  `"title" : "<i>Flamingo</i>: a Visual Language Model"`,
  `"title": "Fl\\u0061mingo: a Visual Language Model"`,
  `"title": "Flamingo’s"`,
  `"container-title": "Other", "title": "${TITLE}"`,
  `"title-short": "Flamingo", "title": "${TITLE}"`,
];
const YAML_TITLES = [
  `title: ${TITLE.replace(':', ' –')}`,
  `title: "${TITLE}"`,
  `title: '${TITLE}'`,
  `title: 'Flamingo''s'`,
  'title: Flamingo',
  'title: Flamingo\n    a Visual Language Model',
  'title: >-\n    Flamingo\n    a Visual Language Model',
  'title: |\n    Flamingo a Visual Language Model',
  'title:\n    Flamingo a Visual Language Model',
  'title: !!str Flamingo a Visual Language Model',
  'title: &name Flamingo a Visual Language Model',
  '"title": Flamingo # a Visual Language Model',
  "'title' : Flamingo",
];
const JSON_IDS = [
  '',
  ', "DOI": "10.1000/flam_ingo"',
  ', "DOI": "10.1000\\/flam_ingo"',
  ', "URL": "https://doi.org/10.1000/flam_ingo"',
  ', "archive": "arXiv", "number": "2204.14198"',
  ', "URL": "https:\\/\\/arxiv.org\\/abs\\/cs\\/0701001"',
];
const YAML_IDS = [
  '',
  "\n  DOI: '10.1000/flam_ingo'",
  '\n  DOI: 10.1000/flam_ingo',
  '\n  URL: https://arxiv.org/abs/2204.14198v2',
  '\n  serial-number: { doi: 10.1000/flam_ingo, arxiv: 2204.14198 }',
  '\n  serial-number:\n    arxiv: cs/0701001',
];
const WANTED: readonly Partial<BibRecord>[] = [
  { title: TITLE },
  { title: 'Flamingo' },
  { title: 'Flamingo’s' },
  { doi: '10.1000/flam_ingo' },
  { arxiv: '2204.14198' },
  { arxiv: 'cs/0701001' },
];

/** What `findWork` is to find, by reading all entries. */
function found(source: BibliographySource, record: BibRecord): string | undefined {
  for (const identity of identityKeys(record)) {
    for (const entry of source.file.entries) {
      const other = source.record(entry);
      if (identityKeys(other).includes(identity) && sameWork(record, other)) {
        return entry.key;
      }
    }
  }
  return undefined;
}

function check(uri: string, texts: readonly string[]): void {
  let count = 0;
  for (const text of texts) {
    for (const changes of WANTED) {
      const record = { key: 'x', title: '', authors: [], authorsTruncated: false, venue: '', ...changes };
      const expected = found(openSource(uri, text), record);
      count += expected === undefined ? 0 : 1;
      assert.equal(
        openSource(uri, text).findWork(record)?.key,
        expected,
        `${JSON.stringify(changes)} in ${text}`,
      );
    }
  }
  assert.ok(count >= texts.length, `only ${count} were there to be found`);
}

describe('formatHints', () => {
  it('lead to every CSL-JSON item that reading all of them finds', () => {
    const texts = JSON_TITLES.flatMap((title) => JSON_IDS.map((ids) => `[{"id": "k", ${title}${ids}}]`));
    check('file:///refs.json', [...texts, ...texts.map((text) => text.replaceAll(', ', ',\n  '))]);
  });

  it('lead to every CSL-YAML item that reading all of them finds', () => {
    check(
      'file:///refs.yaml',
      YAML_TITLES.flatMap((title) => YAML_IDS.map((ids) => `references:\n- id: k\n  ${title}${ids}\n`)),
    );
  });

  it('lead to every Hayagriva entry that reading all of them finds', () => {
    check(
      'file:///works.yml',
      YAML_TITLES.flatMap((title) =>
        YAML_IDS.map((ids) => `k:\n  type: article\n  ${title}${ids}\n  parent:\n    title: NeurIPS\n`),
      ),
    );
  });

  it('are found without reading an entry that is written plainly, whose title may be short', () => {
    const never = (): never => assert.fail('reads the entry');
    const hints = formatHints('k:\n  title: Flamingo\n  parent:\n    title: "NeurIPS"\n', never);
    assert.deepEqual(hints, ['title:flamingo|', 'title:neurips|'].map(hintOf));
  });
});
