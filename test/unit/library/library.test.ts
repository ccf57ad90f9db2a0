import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyIndex } from '../../../src/core/bibliography/bibliographyIndex';
import type { Catalog } from '../../../src/core/catalog/catalog';
import type { Work } from '../../../src/core/catalog/types';
import type { DraftLibrary } from '../../../src/core/library/draftLibrary';
import { Library } from '../../../src/core/library/library';
import type { Syntax } from '../../../src/core/drafts/types';
import { applyEdits } from '../../../src/core/text';
import { catalogOf, model, work } from '../catalog/fixtures';
import { MemoryWorkspace, at, notCancelled } from './memoryWorkspace';

type Files = Readonly<Record<string, string>>;

const blip: Work = work('li2023blip', {
  title: 'BLIP-2: Bootstrapping Language-Image Pre-training',
  authors: [{ family: 'Li', given: 'Junnan' }],
  arxiv: '2301.12597',
  entry: {
    type: 'article',
    key: 'li2023blip',
    fields: { title: '{BLIP-2}', author: 'Li, Junnan', year: '2023' },
  },
});
const llava: Work = work('liu2023visual', {
  title: 'Visual Instruction Tuning',
  authors: [{ family: 'Liu', given: 'Haotian' }],
  arxiv: '2304.08485',
  entry: {
    type: 'article',
    key: 'liu2023visual',
    fields: { title: 'Visual Instruction Tuning', year: '2023' },
  },
});
const catalog = catalogOf(
  [model('blip-2', { work: blip.key }), model('llava', { work: llava.key })],
  [blip, llava],
);

const BLIP_ENTRY =
  '@article{BLIP2, title={BLIP-2: Bootstrapping}, author={Li, Junnan}, eprint={2301.12597v3}}\n';
const OTHER_LIU =
  '@article{liu2023visual, title={Visual Spatial Reasoning}, author={Liu, Fangyu}, year={2023}}\n';

function libraryOf(
  workspace: MemoryWorkspace,
  patterns: readonly string[] = [],
  get = () => Promise.resolve(catalog),
): Library {
  return new Library(workspace, get, () => ({ bibliographyFiles: patterns }));
}

function syntaxOf(path: string): Syntax {
  return path.endsWith('.md') ? 'pandoc' : 'latex';
}

function open(library: Library, path: string): Promise<DraftLibrary> {
  return library.open(at(path), syntaxOf(path), notCancelled);
}

/** The library of `p/a.md`, whose bibliographies are the files given. */
function libraryWith(bibliographies: Files): Promise<DraftLibrary> {
  const names = Object.keys(bibliographies);
  const files = Object.fromEntries(names.map((name) => [`p/${name}`, bibliographies[name] ?? '']));
  const workspace = new MemoryWorkspace({
    ...files,
    'p/a.md': `---\nbibliography: [${names.join(', ')}]\n---\n`,
  });
  return open(libraryOf(workspace), 'p/a.md');
}

describe('Resolving a key', () => {
  it('finds the entry in the bibliographies in order, and links it to the work it describes', async () => {
    const library = await libraryWith({
      '1.bib': '@misc{x, title={First}}',
      '2.bib': `${BLIP_ENTRY}@misc{x, title={Second}}`,
    });
    const first = library.resolve('x');
    assert.equal(first.entry?.record.title, 'First');
    assert.equal(first.entry?.uri, at('p/1.bib'));
    assert.deepEqual([first.work, first.models], [undefined, []]);
    const linked = library.resolve('BLIP2');
    assert.equal(linked.entry?.uri, at('p/2.bib'));
    assert.equal(linked.work, blip);
    assert.deepEqual(
      linked.models.map(({ id }) => id),
      ['blip-2'],
    );
  });

  it('asks the catalog for keys that no bibliography has', async () => {
    const resolution = (await libraryWith({ '1.bib': '' })).resolve('liu2023visual');
    assert.equal(resolution.entry, undefined);
    assert.equal(resolution.work, llava);
    assert.equal(resolution.models[0]?.id, 'llava');
  });

  it('does not take an entry for the work whose key it has', async () => {
    const resolution = (await libraryWith({ '1.bib': OTHER_LIU })).resolve('liu2023visual');
    assert.equal(resolution.entry?.record.title, 'Visual Spatial Reasoning');
    assert.equal(resolution.work, undefined);
  });

  it('knows nothing of other keys', async () => {
    const resolution = (await libraryWith({ '1.bib': BLIP_ENTRY })).resolve('knuth1984tex');
    assert.deepEqual(resolution, { key: 'knuth1984tex', models: [] });
  });

  it('guesses what a key that is defined nowhere can only mean, and says that it is a guess', async () => {
    const { work, models, isGuess, entry } = (await libraryWith({ '1.bib': BLIP_ENTRY })).resolve('blip2');
    assert.deepEqual([work?.key, models.map(({ id }) => id), isGuess], ['li2023blip', ['blip-2'], true]);
    assert.equal(entry, undefined);
  });

  it('does not guess where a bibliography or the catalog has the key', async () => {
    const library = await libraryWith({ '1.bib': '@misc{blip2, title = {Something else}}' });
    const defined = library.resolve('blip2');
    assert.deepEqual([defined.work, defined.isGuess], [undefined, undefined]);
    assert.equal(library.resolve('li2023blip').isGuess, undefined);
  });

  it('never mixes projects that use the same key', async () => {
    const titles = fc.array(fc.tuple(fc.constantFrom('k', 'l', 'm'), fc.constantFrom('md', 'tex')), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(titles, { minLength: 2, maxLength: 4 }), async (projects) => {
        const workspace = new MemoryWorkspace({});
        projects.forEach((entries, number) => {
          const bib = entries.map(([key], place) => `@misc{${key}, title={P${number}-${place}}}`).join('\n');
          workspace.write(`p${number}/refs.bib`, bib);
          workspace.write(`p${number}/a.md`, '---\nbibliography: refs.bib\n---\n');
          workspace.write(`p${number}/a.tex`, '\\documentclass{x}\\bibliography{refs}');
        });
        const library = libraryOf(workspace);
        for (const [number, entries] of projects.entries()) {
          const draft = await open(library, `p${number}/a.${entries[0]?.[1] ?? 'md'}`);
          for (const key of ['k', 'l', 'm']) {
            const expected = entries.findIndex(([name]) => name === key);
            const { entry } = draft.resolve(key);
            assert.equal(entry?.record.title, expected < 0 ? undefined : `P${number}-${expected}`);
            assert.ok(!entry || entry.uri === at(`p${number}/refs.bib`));
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('The entry of a work', () => {
  it('is found under whatever key, the frozen one first', async () => {
    const library = await libraryWith({ '1.bib': BLIP_ENTRY });
    assert.equal(library.entryOf(blip)?.entry.key, 'BLIP2');
    assert.equal(library.entryOf(blip)?.index.uri, at('p/1.bib'));
    assert.equal(library.entryOf(llava), undefined);
    const twice = await libraryWith({ '1.bib': `${BLIP_ENTRY}${BLIP_ENTRY.replace('BLIP2', 'li2023blip')}` });
    assert.equal(twice.entryOf(blip)?.entry.key, 'li2023blip');
  });

  it('is that of the first bibliography that has the work', async () => {
    const library = await libraryWith({
      '1.bib': BLIP_ENTRY,
      '2.bib': BLIP_ENTRY.replace('BLIP2', 'li2023blip'),
    });
    assert.equal(library.entryOf(blip)?.entry.key, 'BLIP2');
  });
});

describe('Planning an addition', () => {
  it('adds what is missing under its frozen key, to the text of the target', async () => {
    const library = await libraryWith({ '1.bib': BLIP_ENTRY });
    const plan = library.planAddition([blip, llava]);
    assert.deepEqual(
      [...plan.keys],
      [
        ['li2023blip', 'BLIP2'],
        ['liu2023visual', 'liu2023visual'],
      ],
    );
    assert.deepEqual(
      plan.added.map(({ key }) => key),
      ['liu2023visual'],
    );
    const after = new BibliographyIndex('x', applyEdits(BLIP_ENTRY, plan.edits));
    assert.deepEqual(
      after.file.entries.map(({ key }) => key),
      ['BLIP2', 'liu2023visual'],
    );
  });

  it("writes in BibLaTeX's terms, under the key it gives, where the bibliography does", async () => {
    const text = '@online{other,\n  title = {Other},\n  date = {2022-03},\n}\n';
    const plan = (await libraryWith({ '1.bib': text })).planAddition([llava]);
    const { file } = new BibliographyIndex('x', applyEdits(text, plan.edits));
    const added = file.entries.find(({ key }) => key === 'liu2023visual');
    assert.match(added?.field('date')?.value ?? '', /^2023/);
    assert.equal(added?.field('year'), undefined);
  });

  it('changes nothing if all is there', async () => {
    const plan = (await libraryWith({ '1.bib': BLIP_ENTRY })).planAddition([blip, blip]);
    assert.deepEqual([plan.added, plan.edits], [[], []]);
  });

  it('takes a free key if another work has the frozen one, in any of the bibliographies and in any case', async () => {
    const library = await libraryWith({
      '1.bib': '',
      '2.bib': OTHER_LIU.replace('liu2023visual', 'Liu2023Visual'),
    });
    const plan = library.planAddition([llava]);
    assert.equal(plan.keys.get('liu2023visual'), 'liu2023visuala');
    assert.equal(plan.added[0]?.key, 'liu2023visuala');
    assert.match(applyEdits('', plan.edits), /@article\{liu2023visuala,/);
  });

  it('does not give away a key that is frozen for yet another work', async () => {
    const neighbour = work('liu2023visuala', { title: 'Something else' });
    const all = catalogOf([], [llava, neighbour]);
    const workspace = new MemoryWorkspace({
      'p/a.md': '---\nbibliography: r.bib\n---\n',
      'p/r.bib': OTHER_LIU,
    });
    const library = await open(
      libraryOf(workspace, [], () => Promise.resolve(all)),
      'p/a.md',
    );
    assert.equal(library.planAddition([llava]).keys.get('liu2023visual'), 'liu2023visualb');
  });

  it('adds a work once however often it is asked for', async () => {
    const plan = (await libraryWith({ '1.bib': '' })).planAddition([llava, llava]);
    assert.equal(plan.added.length, 1);
  });

  it('goes by the text that is to be edited, where that differs from what was read', async () => {
    const library = await libraryWith({ '1.bib': '' });
    const plan = library.planAddition([blip, llava], `${BLIP_ENTRY}${OTHER_LIU}`);
    assert.deepEqual([...plan.keys.values()], ['BLIP2', 'liu2023visuala']);
    const text = applyEdits(`${BLIP_ENTRY}${OTHER_LIU}`, plan.edits);
    assert.equal(new BibliographyIndex('x', text).file.entries.length, 3);
  });

  it('gives edits for an empty text where the draft has no bibliography', async () => {
    const library = await open(libraryOf(new MemoryWorkspace({ 'p/a.md': 'x' })), 'p/a.md');
    assert.equal(library.target, undefined);
    const plan = library.planAddition([llava]);
    assert.match(applyEdits('', plan.edits), /^@article\{liu2023visual,/);
  });
});

describe('The target of new entries', () => {
  it('is the first bibliography that is there', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.md': '---\nbibliography: [gone.bib, here.bib, more.bib]\n---\n',
      'p/here.bib': '',
      'p/more.bib': BLIP_ENTRY,
    });
    assert.equal((await open(libraryOf(workspace), 'p/a.md')).target?.uri, at('p/here.bib'));
  });

  it('is not one that holds only abbreviations, if there is another', async () => {
    const strings = '@string{icml = {ICML}}\n';
    assert.equal((await libraryWith({ '1.bib': strings, '2.bib': '' })).target?.uri, at('p/2.bib'));
    assert.equal((await libraryWith({ '1.bib': strings })).target?.uri, at('p/1.bib'));
  });

  it('is one that is declared and not there, if none is there', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.tex': '\\documentclass{x}\\bibliography{refs}',
      'p/x.bib': '',
    });
    const { target } = await open(libraryOf(workspace), 'p/a.tex');
    assert.deepEqual([target?.uri, target?.exists], [at('p/refs.bib'), false]);
  });
});

describe('The preamble', () => {
  it('is what LaTeX reads before the document begins', async () => {
    const workspace = new MemoryWorkspace({
      'p/main.tex': '\\documentclass{x}\\input{setup}\\begin{document}\\input{a}\\end{document}',
      'p/setup.tex': '\\usepackage{natbib}',
      'p/a.tex': '\\usepackage{not}',
    });
    const library = libraryOf(workspace);
    assert.equal(
      (await open(library, 'p/a.tex')).preamble,
      '\\documentclass{x}\\input{setup}\n\\usepackage{natbib}',
    );
    assert.equal((await libraryWith({ '1.bib': '' })).preamble, '');
  });
});

describe('The libraries of drafts', () => {
  const files: Files = {
    'p/main.tex':
      '\\documentclass{x}\\begin{document}\\input{a}\\input{b}\\bibliography{refs}\\end{document}',
    'p/a.tex': 'A',
    'p/b.tex': 'B',
    'p/refs.bib': BLIP_ENTRY,
  };

  it('are kept, and share files between drafts', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    const a = await open(library, 'p/a.tex');
    const b = await open(library, 'p/b.tex');
    assert.equal(await open(library, 'p/a.tex'), a);
    assert.equal(a.indexes[0], b.indexes[0]);
    assert.deepEqual(new Set(workspace.reads).size, workspace.reads.length);
    assert.deepEqual(workspace.listings, [at('p')]);
  });

  it('see a change of the bibliography, and read nothing else again', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    const before = await open(library, 'p/a.tex');
    workspace.reads.length = 0;
    workspace.write('p/refs.bib', OTHER_LIU);
    library.invalidate(at('p/refs.bib'));
    const after = await open(library, 'p/a.tex');
    assert.equal(after.resolve('BLIP2').entry, undefined);
    assert.equal(after.resolve('liu2023visual').entry?.record.title, 'Visual Spatial Reasoning');
    assert.ok(before.resolve('BLIP2').entry, 'a library never changes');
    assert.deepEqual(workspace.reads, [at('p/refs.bib')]);
    assert.equal(workspace.listings.length, 1);
  });

  it('stay the same object while the user types where it does not matter', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    const before = await open(library, 'p/a.tex');
    for (const text of ['A.', 'A. B', 'A. B \\cite{x}']) {
      workspace.write('p/a.tex', text);
      library.invalidate(at('p/a.tex'));
      assert.equal(await open(library, 'p/a.tex'), before);
    }
    assert.equal(workspace.readsOf('p/refs.bib'), 1);
    assert.equal(workspace.readsOf('p/a.tex'), 4);
  });

  it('keep an index whose text has not changed', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    const before = await open(library, 'p/a.tex');
    library.invalidate();
    const after = await open(library, 'p/a.tex');
    assert.equal(after.indexes[0], before.indexes[0]);
    assert.equal(workspace.readsOf('p/refs.bib'), 2);
  });

  it('are not disturbed by files that have nothing to do with them', async () => {
    const workspace = new MemoryWorkspace({ ...files, 'q/x.bib': '' });
    const library = libraryOf(workspace);
    const before = await open(library, 'p/a.tex');
    workspace.reads.length = 0;
    library.invalidate(at('q/x.bib'));
    library.invalidate(at('p/other/x.tex'));
    assert.equal(await open(library, 'p/a.tex'), before);
    assert.deepEqual(workspace.reads, []);
  });

  it('follow a bibliography that is created, deleted and created again', async () => {
    const workspace = new MemoryWorkspace({ 'p/a.md': '---\nbibliography: r.bib\n---\n' });
    const library = libraryOf(workspace);
    const exists = async (): Promise<boolean | undefined> => (await open(library, 'p/a.md')).target?.exists;
    assert.equal(await exists(), false);
    for (const text of [BLIP_ENTRY, OTHER_LIU]) {
      workspace.write('p/r.bib', text);
      library.invalidate(at('p/r.bib'));
      assert.equal(await exists(), true);
      assert.equal((await open(library, 'p/a.md')).indexes[0]?.text, text);
      workspace.delete('p/r.bib');
      library.invalidate(at('p/r.bib'));
      assert.equal(await exists(), false);
      assert.deepEqual((await open(library, 'p/a.md')).indexes, []);
    }
  });

  it('follow undeclared bibliographies that come and go in the folder, and folders that go', async () => {
    const workspace = new MemoryWorkspace({ 'p/q/a.md': 'x' });
    const library = libraryOf(workspace);
    const names = async (): Promise<string[]> =>
      (await open(library, 'p/q/a.md')).discovery.bibliographies.map(({ uri }) => uri);
    assert.deepEqual(await names(), []);
    workspace.write('p/r.bib', '');
    library.invalidate(at('p/r.bib'));
    assert.deepEqual(await names(), [at('p/r.bib')]);
    workspace.write('p/q/near.bib', '');
    library.invalidate(at('p/q/near.bib'));
    assert.deepEqual(await names(), [at('p/q/near.bib')]);
    workspace.delete('p/q/near.bib');
    library.invalidate(at('p/q/near.bib'));
    assert.deepEqual(await names(), [at('p/r.bib')]);
    workspace.delete('p/r.bib');
    library.invalidate(at('p'));
    assert.deepEqual(await names(), []);
  });

  it('follow the files that a pattern of the setting matches', async () => {
    const workspace = new MemoryWorkspace({ 'p/a.md': 'x', 'lib/a.bib': BLIP_ENTRY });
    const library = libraryOf(workspace, ['lib/*.bib']);
    assert.equal((await open(library, 'p/a.md')).indexes.length, 1);
    library.invalidate(at('lib/a.bib'));
    await open(library, 'p/a.md');
    assert.equal(workspace.globs.length, 1, 'an edit of a known file asks for no listing');
    workspace.write('lib/b.bib', '');
    library.invalidate(at('lib/b.bib'));
    assert.equal((await open(library, 'p/a.md')).indexes.length, 2);
    assert.equal(workspace.globs.length, 2);
  });

  it('follow a root that appears and an include that is added', async () => {
    const workspace = new MemoryWorkspace({ 'p/c/a.tex': 'A', 'p/refs.bib': '', 'p/c/near.bib': '' });
    const library = libraryOf(workspace);
    const root = async (): Promise<string> => (await open(library, 'p/c/a.tex')).discovery.root;
    assert.equal(await root(), at('p/c/a.tex'));
    workspace.write('p/main.tex', '\\documentclass{x}\\bibliography{refs}');
    library.invalidate(at('p/main.tex'));
    assert.equal(await root(), at('p/c/a.tex'));
    workspace.write('p/main.tex', '\\documentclass{x}\\input{c/a}\\bibliography{refs}');
    library.invalidate(at('p/main.tex'));
    assert.equal(await root(), at('p/main.tex'));
    assert.equal((await open(library, 'p/c/a.tex')).target?.uri, at('p/refs.bib'));
  });

  it('keep the last good index of a file that cannot be read for a moment, and say so', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    await open(library, 'p/a.tex');
    workspace.block('p/refs.bib');
    library.invalidate(at('p/refs.bib'));
    const away = await open(library, 'p/a.tex');
    assert.ok(away.resolve('BLIP2').entry);
    assert.deepEqual(away.failures, [{ uri: at('p/refs.bib'), message: 'The file system is away.' }]);
    workspace.write('p/refs.bib', OTHER_LIU);
    library.invalidate(at('p/refs.bib'));
    const back = await open(library, 'p/a.tex');
    assert.ok(back.resolve('liu2023visual').entry);
    assert.deepEqual(back.failures, []);
  });

  it('survive a catalog that cannot be loaded at first', async () => {
    let failing = true;
    const get = (): Promise<Catalog> =>
      failing ? Promise.reject(new Error('No catalog')) : Promise.resolve(catalog);
    const library = libraryOf(new MemoryWorkspace(files), [], get);
    await assert.rejects(open(library, 'p/a.tex'), /No catalog/);
    failing = false;
    const good = await open(library, 'p/a.tex');
    failing = true;
    library.invalidate();
    assert.equal(await open(library, 'p/a.tex'), good);
  });

  it('are made once for several callers at a time, whoever gives up', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    const cancelled = { isCancellationRequested: true };
    const [a, b] = await Promise.all([
      library.open(at('p/a.tex'), 'latex', cancelled),
      open(library, 'p/a.tex'),
    ]);
    assert.equal(a, b);
    assert.equal(workspace.readsOf('p/refs.bib'), 1);
    library.invalidate();
    assert.equal(await library.open(at('p/a.tex'), 'latex', cancelled), a);
    assert.equal(workspace.readsOf('p/refs.bib'), 1);
  });

  it('are not of before a change that comes while they are made', async () => {
    const workspace = new MemoryWorkspace(files);
    const library = libraryOf(workspace);
    const early = open(library, 'p/a.tex');
    await Promise.resolve();
    workspace.write('p/refs.bib', OTHER_LIU);
    library.invalidate(at('p/refs.bib'));
    await early;
    assert.ok((await open(library, 'p/a.tex')).resolve('liu2023visual').entry);
    assert.equal((await open(library, 'p/a.tex')).resolve('BLIP2').entry, undefined);
  });

  it('let go of what a closed draft alone has used', async () => {
    const workspace = new MemoryWorkspace({
      ...files,
      'q/a.md': '---\nbibliography: r.bib\n---\n',
      'q/r.bib': '',
    });
    const library = libraryOf(workspace);
    const kept = await open(library, 'p/a.tex');
    await open(library, 'q/a.md');
    library.close(at('q/a.md'));
    assert.equal(await open(library, 'p/a.tex'), kept);
    await open(library, 'q/a.md');
    assert.equal(workspace.readsOf('q/r.bib'), 2);
    assert.equal(workspace.readsOf('p/refs.bib'), 1);
  });
});

describe('the text of a file of a draft', () => {
  it('is read once, with the draft, until it changes', async () => {
    const workspace = new MemoryWorkspace({
      'p/main.tex': '\\documentclass{article}\n\\begin{document}\n\\input{one}\n\\end{document}\n',
      'p/one.tex': '\\cite{a}\n',
    });
    const library = libraryOf(workspace);
    const { discovery } = await open(library, 'p/main.tex');
    assert.deepEqual(discovery.members, [at('p/main.tex'), at('p/one.tex')]);
    assert.equal(await library.readText(at('p/one.tex')), '\\cite{a}\n');
    assert.equal(workspace.readsOf('p/one.tex'), 1);
    workspace.write('p/one.tex', '\\cite{b}\n');
    library.invalidate(at('p/one.tex'));
    assert.equal(await library.readText(at('p/one.tex')), '\\cite{b}\n');
  });

  it('is nothing if the file is not there, or cannot be read', async () => {
    const workspace = new MemoryWorkspace({ 'p/one.tex': 'One.' });
    workspace.block('p/one.tex');
    const library = libraryOf(workspace);
    assert.equal(await library.readText(at('p/one.tex')), undefined);
    assert.equal(await library.readText(at('p/two.tex')), undefined);
  });
});
