import assert from 'node:assert/strict';
import type { Catalog } from '../../../src/core/catalog/catalog';
import type { Candidate } from '../../../src/core/completion/candidates';
import { completionCandidates, mostCandidates } from '../../../src/core/completion/candidates';
import { completionPosition } from '../../../src/core/completion/position';
import { parseCitations } from '../../../src/core/drafts/citations';
import { Library } from '../../../src/core/library/library';
import { CatalogSearch } from '../../../src/core/search/catalogSearch';
import { EntrySearch } from '../../../src/core/search/entrySearch';
import { catalogOf, model, work } from '../catalog/fixtures';
import { MemoryWorkspace, at, notCancelled } from '../library/memoryWorkspace';

const llava = work('liu2023visual', { title: 'Visual Instruction Tuning', arxiv: '2304.08485' });
const minigpt = work('zhu2023minigpt', { title: 'MiniGPT-4: Enhancing Understanding' });
const small = catalogOf(
  [
    model('llava', { name: 'LLaVA', work: llava.key, released: '2023-04' }),
    model('minigpt-4', { name: 'MiniGPT-4', work: minigpt.key, released: '2023-05' }),
  ],
  [llava, minigpt],
);

interface Options {
  readonly catalog?: Catalog;
  readonly bibliographyEntries?: boolean;
  readonly indexed?: boolean;
  readonly cancelled?: boolean;
}

/** The candidates at the `|` of a draft. */
async function candidatesAt(
  marked: string,
  bib: string,
  options: Options = {},
): Promise<readonly Candidate[]> {
  const { catalog = small, bibliographyEntries = true, indexed = true, cancelled = false } = options;
  const text = marked.replace('|', '');
  const workspace = new MemoryWorkspace({ 'main.tex': text, 'refs.bib': bib });
  const settings = { bibliographyFiles: [] };
  const library = await new Library(
    workspace,
    () => Promise.resolve(catalog),
    () => settings,
  ).open(at('main.tex'), 'latex', notCancelled);
  const groups = parseCitations(text, 'latex');
  const position = completionPosition(text, marked.indexOf('|'), 'latex', () => groups);
  assert.ok(position);
  const entries = new EntrySearch();
  if (indexed) {
    await entries.update(library.indexes, catalog, () => undefined);
  }
  return completionCandidates({
    library,
    entries,
    catalog: new CatalogSearch(catalog),
    position,
    groups,
    bibliographyEntries,
    token: { isCancellationRequested: cancelled },
  });
}

async function keysAt(marked: string, bib: string, options?: Options): Promise<string[]> {
  return (await candidatesAt(marked, bib, options)).map(({ kind, key }) =>
    kind === 'work' ? `+${key}` : key,
  );
}

const bib = `
@misc{adams2020one, title = {One Visual Thing}}
@misc{brown2020two, title = {Two Visual Things}}
@misc{clark2020three, title = {Three Other Things}}
`;

describe('completionCandidates', () => {
  it('offers entries in the order of the file, then the newest works, if nothing is typed', async () => {
    assert.deepEqual(await keysAt('\\cite{|}', bib), [
      'adams2020one',
      'brown2020two',
      'clark2020three',
      '+zhu2023minigpt',
      '+liu2023visual',
    ]);
  });

  it('offers first what the draft cites most', async () => {
    const draft = '\\cite{clark2020three} \\cite{clark2020three} \\cite{brown2020two} \\cite{|}';
    assert.deepEqual((await keysAt(draft, bib)).slice(0, 3), [
      'clark2020three',
      'brown2020two',
      'adams2020one',
    ]);
    assert.deepEqual(await keysAt(draft.replace('|', 'visual|'), bib), [
      'brown2020two',
      'adams2020one',
      '+liu2023visual',
    ]);
  });

  it('offers the very key that is typed before what is cited more', async () => {
    const entries = '@misc{a2020, title = {One}}\n@misc{a2020b, title = {Two}}';
    assert.deepEqual((await keysAt('\\cite{a2020b} \\cite{a2020b} \\cite{a2020|}', entries)).slice(0, 2), [
      'a2020',
      'a2020b',
    ]);
  });

  it('offers neither an entry nor a work that the citation has', async () => {
    assert.deepEqual(await keysAt('\\cite{adams2020one, zhu2023minigpt, |}', bib), [
      'brown2020two',
      'clark2020three',
      '+liu2023visual',
    ]);
  });

  it('offers a work that stands under another key by that key only, and not beside itself', async () => {
    const same =
      '@misc{mine, title = {Visual Instruction Tuning}, eprint = {2304.08485}}\n@misc{other, title = {X}}';
    assert.deepEqual(await keysAt('\\cite{|}', same), ['mine', 'other', '+zhu2023minigpt']);
    const twice = `${same}\n@misc{again, title = {Visual Instruction Tuning}, eprint = {2304.08485}}`;
    assert.deepEqual(await keysAt('\\cite{mine, |}', twice), ['other', '+zhu2023minigpt']);
  });

  it('offers a work by a free key, where another one has its own', async () => {
    const taken = '@misc{liu2023visual, title = {Something Else Altogether}, author = {Liu, A}, year = 2023}';
    const [entry, offered] = await candidatesAt('\\cite{liu2023visual|}', taken);
    assert.equal(entry?.kind, 'entry');
    assert.ok(offered?.kind === 'work' && offered.work === llava);
    assert.ok(offered.key.startsWith('liu2023visual') && offered.key !== 'liu2023visual');
    assert.deepEqual(await keysAt('\\cite{llava|}', taken, { indexed: false }), []);
  });

  it('offers works that describe no model behind those that do, once something is typed', async () => {
    const dataset = work('visual2020data', { title: 'A Visual Dataset' });
    const catalog = catalogOf(small.models, [llava, minigpt, dataset]);
    assert.deepEqual(await keysAt('\\cite{visual|}', '', { catalog }), ['+liu2023visual', '+visual2020data']);
    assert.ok(!(await keysAt('\\cite{|}', '', { catalog })).includes('+visual2020data'));
    const [offered] = await candidatesAt('\\cite{dataset|}', '', { catalog });
    assert.ok(offered?.kind === 'work' && offered.models.length === 0);
  });

  it('keeps places for works that describe no model', async () => {
    const models = Array.from({ length: 40 }, (_, number) => model(`model-${number}`));
    const others = Array.from({ length: 40 }, (_, number) =>
      work(`w${number}`, { title: `Model of ${number}` }),
    );
    const { works } = catalogOf(models);
    const found = await candidatesAt('\\cite{model|}', '', {
      catalog: catalogOf(models, [...works, ...others]),
    });
    const counts = found.map((offered) => (offered.kind === 'work' ? offered.models.length : 0));
    assert.deepEqual(counts, [...Array<number>(10).fill(1), ...Array<number>(5).fill(0)]);
  });

  it('offers works only, where the entries are left to others', async () => {
    assert.deepEqual(await keysAt('\\cite{|}', bib, { bibliographyEntries: false }), [
      '+zhu2023minigpt',
      '+liu2023visual',
    ]);
  });

  it('has entries to offer before they are indexed', async () => {
    assert.deepEqual((await keysAt('\\cite{|}', bib, { indexed: false }))[0], 'adams2020one');
    assert.deepEqual((await keysAt('\\cite{clark2020three|}', bib, { indexed: false }))[0], 'clark2020three');
    assert.deepEqual((await keysAt('\\cite{BRO|}', bib, { indexed: false }))[0], 'brown2020two');
  });

  it('offers no more than fit in a list, with places kept for works', async () => {
    const models = Array.from({ length: 40 }, (_, number) => model(`model-${number}`));
    const many = Array.from({ length: 200 }, (_, number) => `@misc{model${number}, title = {M}}`).join('\n');
    for (const typed of ['', 'model']) {
      const found = await candidatesAt(`\\cite{${typed}|}`, many, { catalog: catalogOf(models) });
      assert.equal(found.length, mostCandidates);
      assert.equal(found.filter(({ kind }) => kind === 'work').length, 15);
    }
    assert.equal((await keysAt('\\cite{|}', many, { catalog: catalogOf([]) })).length, mostCandidates);
  });

  it('offers nothing to one who does not wait any more', async () => {
    assert.deepEqual(await keysAt('\\cite{|}', bib, { cancelled: true }), []);
  });
});
