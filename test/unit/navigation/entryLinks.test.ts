import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBibliography } from '../../../src/core/bibliography/reader';
import { entryLinks } from '../../../src/core/navigation/entryLinks';

/** What is underlined, and where it leads. */
function links(fields: string): [string, string][] {
  const text = `@misc{key, ${fields}}`;
  const [entry] = readBibliography(text).entries;
  assert.ok(entry);
  return entryLinks(text, entry).map(({ range, url }) => [text.slice(range.start, range.end), url]);
}

describe('entryLinks', () => {
  it('leads from a DOI in any spelling to its resolver', () => {
    assert.deepEqual(links('doi = {10.1145/3600006.3613165}'), [
      ['10.1145/3600006.3613165', 'https://doi.org/10.1145/3600006.3613165'],
    ]);
    assert.deepEqual(links('DOI = "https://dx.doi.org/10.18653/v1/D19-1234"'), [
      ['https://dx.doi.org/10.18653/v1/D19-1234', 'https://doi.org/10.18653/v1/d19-1234'],
    ]);
    assert.deepEqual(links(String.raw`doi = { 10.1007/978-3-030_58\_2 }`), [
      [String.raw`10.1007/978-3-030_58\_2`, 'https://doi.org/10.1007/978-3-030_58_2'],
    ]);
  });

  it('writes what would mean something else in an address with %', () => {
    assert.deepEqual(links('doi = {10.1002/(SICI)1097<1::AID#3>3.0.CO;2-#}'), [
      [
        '10.1002/(SICI)1097<1::AID#3>3.0.CO;2-#',
        'https://doi.org/10.1002/(sici)1097%3C1::aid%233%3E3.0.co;2-%23',
      ],
    ]);
  });

  it('leads from an address to the page, escapes of LaTeX removed', () => {
    assert.deepEqual(links(String.raw`url = {\url{https://example.org/a\_b\%20c?d=e\&f#g}}`), [
      [String.raw`\url{https://example.org/a\_b\%20c?d=e\&f#g`, 'https://example.org/a_b%20c?d=e&f#g'],
    ]);
    assert.deepEqual(links('url = {http://example.org/é}'), [
      ['http://example.org/é', 'http://example.org/%C3%A9'],
    ]);
  });

  it("leads from arXiv's ids to arXiv", () => {
    const expected = [['2301.12597', 'https://arxiv.org/abs/2301.12597']];
    assert.deepEqual(links('eprint = {2301.12597}, archivePrefix = {arXiv}'), expected);
    assert.deepEqual(links('eprint = 2301.12597, eprinttype = {arxiv}'), expected);
    assert.deepEqual(links('eprint = {2301.12597}'), expected);
    assert.deepEqual(links('eprint = {cs/0701001v2}'), [
      ['cs/0701001v2', 'https://arxiv.org/abs/cs/0701001'],
    ]);
  });

  it('is none for ids of other archives and for other text', () => {
    assert.deepEqual(links('eprint = {2301.12597}, eprinttype = {hal}'), []);
    assert.deepEqual(links('eprint = {12345}, eprinttype = {pubmed}'), []);
    assert.deepEqual(links('doi = {none}, url = {in print}, note = {https://example.org}'), []);
  });

  it('never leads anywhere but to web pages', () => {
    for (const address of [
      'file:///etc/passwd',
      'command:x',
      'vscode://x/y',
      'javascript:alert(1)',
      'https://',
    ]) {
      assert.deepEqual(links(`url = {${address}}`), []);
    }
  });

  it('takes any value, and what it gives is an address inside of the field', () => {
    const value = fc.string({
      unit: fc.constantFrom(...'ab/:.#%&_~ é\ud800\\"<>|', '{}', 'https://', '10.1/'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.constantFrom('doi', 'url', 'eprint'), value, (name, content) => {
        for (const [, url] of links(`${name} = {${content}}`)) {
          assert.match(url, /^https?:\/\/[!-~]+$/);
        }
      }),
    );
  });
});
