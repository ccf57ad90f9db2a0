import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, run } from './support/extension';

/** What is on the clipboard after a command; the command must say the same. */
async function copied(command: string, args: unknown): Promise<string> {
  await vscode.env.clipboard.writeText('nothing yet');
  const said = await run(command, args);
  const text = await vscode.env.clipboard.readText();
  assert.equal(said, text);
  return text;
}

describe('copying by command', () => {
  it('puts BibTeX on the clipboard, as it is added to a bibliography', async () => {
    const text = await copied('copyAs', { ids: ['flamingo', 'llava'], format: 'bibtex' });
    assert.match(text, /^@inproceedings\{alayrac2022flamingo,\n {2}author = \{Alayrac, Jean-Baptiste and/);
    assert.match(text, /\n\}\n\n@inproceedings\{liu2023visual,\n/);
    assert.match(text, /\n {2}year = \{?2023\}?,?\n/);
    assert.equal(await copied('copyBibtex', { ids: ['flamingo', 'llava'] }), text);
  });

  it('puts BibLaTeX on the clipboard', async () => {
    const text = await copied('copyAs', { ids: ['flamingo'], format: 'biblatex' });
    assert.match(text, /\n {2}date = \{?2022\}?,?\n/);
    assert.match(text, /\n {2}eprinttype = \{arxiv\},?\n/);
    assert.doesNotMatch(text, /\n {2}(?:year|journal|archiveprefix) = /);
  });

  it('puts CSL-JSON on the clipboard', async () => {
    const text = await copied('copyAs', { ids: ['flamingo', 'llava'], format: 'csl-json' });
    const items = JSON.parse(text) as {
      id: string;
      type: string;
      title: string;
      author: { family: string }[];
      issued: { 'date-parts': number[][] };
    }[];
    assert.deepEqual(
      items.map(({ id }) => id),
      ['alayrac2022flamingo', 'liu2023visual'],
    );
    assert.equal(items[0]?.type, 'paper-conference');
    assert.equal(items[0].title, 'Flamingo: a Visual Language Model for Few-Shot Learning');
    assert.equal(items[0].author[0]?.family, 'Alayrac');
    assert.equal(items[0].issued['date-parts'][0]?.[0], 2022);
  });

  it('puts RIS on the clipboard', async () => {
    const text = await copied('copyAs', { ids: ['flamingo'], format: 'ris' });
    assert.match(text, /^TY {2}- CPAPER\r?\n/);
    assert.match(text, /\nAU {2}- Alayrac, Jean-Baptiste\r?\n/);
    assert.match(text, /\nER {2}- \r?\n$/);
  });

  it('puts a reference for people on the clipboard', async () => {
    assert.equal(
      (await copied('copyAs', { ids: ['blip-2'], format: 'reference' })).trim(),
      'Li, J., Li, D., Savarese, S., & Hoi, S. (2023). BLIP-2: Bootstrapping Language-Image Pre-training with ' +
        'Frozen Image Encoders and Large Language Models. ICML.',
    );
  });

  it('puts keys on the clipboard, as a citation command takes them', async () => {
    assert.equal(await copied('copyKey', { ids: ['blip-2'] }), 'li2023blip');
    assert.equal(await copied('copyKey', { ids: ['blip-2', 'llava'] }), 'li2023blip,liu2023visual');
    assert.equal(await copied('copyKey', { id: 'llava' }), 'liu2023visual');
  });

  it('copies each work once', async () => {
    assert.equal(await copied('copyKey', { ids: ['blip-2', 'llava', 'blip-2'] }), 'li2023blip,liu2023visual');
  });

  it('rejects a format that it does not know, and an unknown model, and leaves the clipboard', async () => {
    await vscode.env.clipboard.writeText('mine');
    await assert.rejects(
      run('copyAs', { ids: ['blip-2'], format: 'endnote' }),
      /"endnote" is not one of the formats bibtex, biblatex, csl-json, ris, reference/,
    );
    await assert.rejects(
      run('copyBibtex', { ids: ['no-such-model'] }),
      /no model with the id "no-such-model"/,
    );
    assert.equal(await vscode.env.clipboard.readText(), 'mine');
  });

  it('can copy every work of the catalog in every format', async () => {
    const ids = (await (await api()).catalog).models.map(({ id }) => id);
    for (const format of ['bibtex', 'biblatex', 'csl-json', 'ris', 'reference']) {
      const text = (await run('copyAs', { ids, format })) as string;
      assert.ok(text.length > 100 * ids.length, format);
      assert.doesNotMatch(text, /undefined|\[object/, format);
    }
  });
});
