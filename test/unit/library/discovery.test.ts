import assert from 'node:assert/strict';
import { discover } from '../../../src/core/library/discovery';
import type { Discovery } from '../../../src/core/library/discovery';
import type { Syntax } from '../../../src/core/drafts/types';
import { MemoryWorkspace, ROOT, at, notCancelled } from './memoryWorkspace';

type Files = Readonly<Record<string, string>>;

async function find(
  files: Files | MemoryWorkspace,
  draft: string,
  patterns: string[] = [],
): Promise<Discovery> {
  const workspace = files instanceof MemoryWorkspace ? files : new MemoryWorkspace(files);
  const syntax: Syntax = /\.(?:md|qmd)$/.test(draft) ? 'pandoc' : 'latex';
  return discover(at(draft), syntax, workspace, { bibliographyFiles: patterns }, notCancelled);
}

/** `path: why`, with `!` in front of what is not there. */
function summary(discovery: Discovery): string[] {
  return discovery.bibliographies.map(({ uri, by, exists }) => `${exists ? '' : '!'}${path(uri)}: ${by}`);
}

function path(uri: string): string {
  return decodeURIComponent(uri.slice(ROOT.length + 1));
}

const DOCUMENT = '\\documentclass{article}\n\\begin{document}\n';

describe('Discovery for a LaTeX draft', () => {
  it('finds what the draft declares, in order, each file once', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\bibliography{refs,lit/more}\\bibliography{refs.bib}`,
        'p/refs.bib': '',
        'p/lit/more.bib': '',
        'p/other.bib': '',
      },
      'p/main.tex',
    );
    assert.deepEqual(summary(found), ['p/refs.bib: declaration', 'p/lit/more.bib: declaration']);
    assert.equal(found.root, at('p/main.tex'));
  });

  it('says where each is declared', async () => {
    const text = `${DOCUMENT}\\addbibresource{refs.bib}`;
    const [bibliography] = (await find({ 'p/main.tex': text, 'p/refs.bib': '' }, 'p/main.tex'))
      .bibliographies;
    const declaredIn = bibliography?.declaredIn;
    assert.equal(declaredIn?.uri, at('p/main.tex'));
    assert.equal(declaredIn && text.slice(declaredIn.range.start, declaredIn.range.end), 'refs.bib');
  });

  it('reports a declared file that is not there instead of guessing another', async () => {
    const found = await find(
      { 'p/main.tex': `${DOCUMENT}\\bibliography{refs}`, 'p/other.bib': '' },
      'p/main.tex',
    );
    assert.deepEqual(summary(found), ['!p/refs.bib: declaration']);
    const biblatex = await find({ 'p/main.tex': `${DOCUMENT}\\addbibresource{refs}` }, 'p/main.tex');
    assert.deepEqual(summary(biblatex), ['!p/refs.bib: declaration']);
  });

  it('finds the root by the comment in a chapter, and paths from the root', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\input{chapters/intro}\\bibliography{refs}`,
        'p/chapters/intro.tex': '% !TeX root = ../main.tex\nText',
        'p/chapters/refs.bib': '',
        'p/refs.bib': '',
      },
      'p/chapters/intro.tex',
    );
    assert.equal(found.root, at('p/main.tex'));
    assert.deepEqual(summary(found), ['p/refs.bib: declaration']);
    assert.deepEqual(found.members, [at('p/main.tex'), at('p/chapters/intro.tex')]);
  });

  it('finds the root by the class subfiles, also over two steps', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\subfile{a/part}\\addbibresource{refs.bib}`,
        'p/a/part.tex':
          '\\documentclass[../main]{subfiles}\n\\begin{document}\\subfile{b/leaf}\\end{document}',
        'p/a/b/leaf.tex': '\\documentclass[../part.tex]{subfiles}\n\\begin{document}\\end{document}',
        'p/refs.bib': '',
      },
      'p/a/b/leaf.tex',
    );
    assert.equal(found.root, at('p/main.tex'));
    assert.deepEqual(found.members, [at('p/main.tex'), at('p/a/part.tex'), at('p/a/b/leaf.tex')]);
    assert.deepEqual(summary(found), ['p/refs.bib: declaration']);
  });

  it('finds the root that includes the draft, through files between and in folders above', async () => {
    const found = await find(
      {
        'p/a-talk.tex': `${DOCUMENT}no chapters here\\bibliography{talk}`,
        'p/thesis.tex': `${DOCUMENT}\\include{parts/one}\\bibliography{refs}`,
        'p/parts/one.tex': '\\input{parts/deep/leaf}',
        'p/parts/deep/leaf.tex': 'Text',
        'p/refs.bib': '',
      },
      'p/parts/deep/leaf.tex',
    );
    assert.equal(found.root, at('p/thesis.tex'));
    assert.deepEqual(summary(found), ['p/refs.bib: declaration']);
  });

  it('prefers main.tex among several roots, else the first by name', async () => {
    const root = `${DOCUMENT}\\input{intro}`;
    const files = { 'p/arxiv.tex': root, 'p/main.tex': root, 'p/zz.tex': root, 'p/intro.tex': 'Text' };
    assert.equal((await find(files, 'p/intro.tex')).root, at('p/main.tex'));
    assert.equal((await find({ ...files, 'p/main.tex': '' }, 'p/intro.tex')).root, at('p/arxiv.tex'));
  });

  it('takes a whole document for its own root, but a standalone figure for a part if it is one', async () => {
    const figure = '\\documentclass[tikz]{standalone}\n\\begin{document}\\end{document}';
    const files = { 'p/main.tex': `${DOCUMENT}\\input{fig}`, 'p/fig.tex': figure, 'p/alone.tex': figure };
    assert.equal((await find(files, 'p/main.tex')).root, at('p/main.tex'));
    assert.equal((await find(files, 'p/fig.tex')).root, at('p/main.tex'));
    assert.equal((await find(files, 'p/alone.tex')).root, at('p/alone.tex'));
  });

  it('survives roots that are missing, name themselves or each other', async () => {
    const missing = await find({ 'p/a.tex': '% !TeX root = nowhere.tex\nText', 'p/r.bib': '' }, 'p/a.tex');
    assert.equal(missing.root, at('p/a.tex'));
    assert.deepEqual(summary(missing), ['p/r.bib: nearest']);
    const own = await find({ 'p/a.tex': '% !TeX root = a.tex\n\\bibliography{r}', 'p/r.bib': '' }, 'p/a.tex');
    assert.deepEqual(summary(own), ['p/r.bib: declaration']);
    const circle = {
      'p/a.tex': '% !TeX root = b.tex\n',
      'p/b.tex': '% !TeX root = a.tex\n\\bibliography{r}',
    };
    assert.deepEqual(summary(await find(circle, 'p/a.tex')), ['!p/r.bib: declaration']);
  });

  it('survives includes in circles, missing ones and the draft itself', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\input{a}\\input{gone}\\input{main}\\bibliography{refs}`,
        'p/a.tex': '\\input{b}',
        'p/b.tex': '\\input{a}',
        'p/refs.bib': '',
      },
      'p/b.tex',
    );
    assert.deepEqual(found.members.map(path), ['p/main.tex', 'p/a.tex', 'p/b.tex']);
    assert.deepEqual(
      found.missingIncludes.map((missing) => [path(missing.uri), missing.path]),
      [['p/main.tex', 'gone']],
    );
  });

  it('keeps a draft that its stated root does not include', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\bibliography{refs}`,
        'p/notes/draft.tex': '% !TeX root = ../main.tex\n\\input{notes/more}',
        'p/notes/more.tex': 'x',
        'p/refs.bib': '',
      },
      'p/notes/draft.tex',
    );
    assert.deepEqual(found.members.map(path), ['p/main.tex', 'p/notes/draft.tex', 'p/notes/more.tex']);
  });

  it('looks from the root for input, from the file for subfile and import, and in both for either', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\import{a/}{one}\\bibliography{refs}`,
        'p/a/one.tex': '\\input{two}\\subimport{b/}{three}',
        'p/a/two.tex': 'x',
        'p/a/b/three.tex': 'x',
        'p/refs.bib': '',
      },
      'p/main.tex',
    );
    assert.deepEqual(found.members.map(path), [
      'p/main.tex',
      'p/a/one.tex',
      'p/a/two.tex',
      'p/a/b/three.tex',
    ]);
  });

  it('finds a declaration in an included preamble, and tells preamble from body', async () => {
    const found = await find(
      {
        'p/main.tex':
          '\\documentclass{article}\n\\input{setup}\n\\begin{document}\n\\input{body}\n\\end{document}\n\\input{no}',
        'p/setup.tex': '\\usepackage{biblatex}\\addbibresource{refs.bib}\\input{macros}',
        'p/macros.tex': '',
        'p/body.tex': '',
        'p/refs.bib': '',
      },
      'p/body.tex',
    );
    assert.deepEqual(summary(found), ['p/refs.bib: declaration']);
    assert.deepEqual(found.preamble.map(path), ['p/main.tex', 'p/setup.tex', 'p/macros.tex']);
    assert.deepEqual(found.members.map(path), ['p/main.tex', 'p/setup.tex', 'p/macros.tex', 'p/body.tex']);
  });

  it('takes a path written from the chapter where there is none from the root', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\input{c/one}`,
        'p/c/one.tex': '\\bibliography{own}',
        'p/c/own.bib': '',
      },
      'p/main.tex',
    );
    assert.deepEqual(summary(found), ['p/c/own.bib: declaration']);
  });

  it('knows \\jobname, absolute paths and ~, and leaves out what it cannot know', async () => {
    const found = await find(
      {
        'p/main.tex': `${DOCUMENT}\\bibliography{\\jobname,/work space/lib/abs,~/mine,\\mybib/x}\\addbibresource[location=remote]{https://a.org/x.bib}\\addbibresource{x.ris}`,
        'p/main.bib': '',
        'lib/abs.bib': '',
        'home/mine.bib': '',
      },
      'p/main.tex',
    );
    assert.deepEqual(summary(found), [
      'p/main.bib: declaration',
      'lib/abs.bib: declaration',
      'home/mine.bib: declaration',
    ]);
    assert.deepEqual(
      found.skipped.map(({ path: written, reason }) => [written, reason]),
      [
        ['\\mybib/x', 'computed'],
        ['https://a.org/x.bib', 'remote'],
        ['x.ris', 'format'],
      ],
    );
  });
});

describe('Discovery of what cannot be followed', () => {
  it('says which includes have a computed name, and misses none of them', async () => {
    const text = `${DOCUMENT}\\input{parts/\\jobname}\\input{one}\\bibliography{refs}`;
    const found = await find({ 'p/main.tex': text, 'p/one.tex': '', 'p/refs.bib': '' }, 'p/main.tex');
    const [include, ...others] = found.computedIncludes;
    assert.deepEqual(others, []);
    assert.equal(include && text.slice(include.range.start, include.range.end), 'parts/\\jobname');
    assert.deepEqual(found.missingIncludes, []);
  });

  it('leaves out a resource that biblatex fetches, however it is named', async () => {
    const text = `${DOCUMENT}\\addbibresource[location=remote]{refs.bib}\\addbibresource[location=local]{more.bib}`;
    const found = await find({ 'p/main.tex': text, 'p/refs.bib': '', 'p/more.bib': '' }, 'p/main.tex');
    assert.deepEqual(summary(found), ['p/more.bib: declaration']);
    assert.deepEqual(
      found.skipped.map(({ path: written, reason }) => [written, reason]),
      [['refs.bib', 'remote']],
    );
  });

  it('looks for a bibliography in the home folder where TeX does, after the folders of the draft', async () => {
    const home = { 'home/texmf/bibtex/bib/all.bib': '' };
    const main = { 'p/main.tex': `${DOCUMENT}\\bibliography{all}` };
    assert.deepEqual(summary(await find({ ...main, ...home }, 'p/main.tex')), [
      'home/texmf/bibtex/bib/all.bib: declaration',
    ]);
    assert.deepEqual(summary(await find({ ...main, ...home, 'p/all.bib': '' }, 'p/main.tex')), [
      'p/all.bib: declaration',
    ]);
    assert.deepEqual(summary(await find(main, 'p/main.tex')), ['!p/all.bib: declaration']);
  });
});

describe('Discovery for a Markdown draft', () => {
  it('finds what the front matter declares, from the draft or from the workspace folder', async () => {
    const found = await find(
      {
        'p/paper.md': '---\nbibliography: [refs.bib, lib/all.bib, "a b.bib"]\n---\n',
        'p/refs.bib': '',
        'refs.bib': '',
        'lib/all.bib': '',
      },
      'p/paper.md',
    );
    assert.deepEqual(summary(found), [
      'p/refs.bib: declaration',
      'lib/all.bib: declaration',
      '!p/a b.bib: declaration',
    ]);
    assert.deepEqual([found.root, found.members], [at('p/paper.md'), [at('p/paper.md')]]);
  });

  it('reads Windows paths', async () => {
    const found = await find(
      { 'p/paper.md': '---\nbibliography: lit\\refs.bib\n---\n', 'p/lit/refs.bib': '' },
      'p/paper.md',
    );
    assert.deepEqual(summary(found), ['p/lit/refs.bib: declaration']);
  });

  it('asks the Quarto project next, the nearest folder first, not beyond its root', async () => {
    const files = {
      'q/_quarto.yml': 'project:\n  type: book\nbibliography: refs.bib\n',
      'q/refs.bib': '',
      'q/part/_metadata.yml': 'bibliography:\n  - part.bib\n',
      'q/part/part.bib': '',
      'q/part/deep/one.qmd': '# One\n',
      'q/two.qmd': '---\ntitle: Two\n---\n',
      'q/own.qmd': '---\nbibliography: own.bib\n---\n',
      'q/inner/_quarto.yml': 'project: {type: website}\n',
      'q/inner/page.md': 'x',
    };
    assert.deepEqual(summary(await find(files, 'q/part/deep/one.qmd')), ['q/part/part.bib: project']);
    const two = await find(files, 'q/two.qmd');
    assert.deepEqual(summary(two), ['q/refs.bib: project']);
    assert.equal(two.bibliographies[0]?.declaredIn?.uri, at('q/_quarto.yml'));
    assert.deepEqual(summary(await find(files, 'q/own.qmd')), ['!q/own.bib: declaration']);
    assert.deepEqual(summary(await find(files, 'q/inner/page.md')), ['q/refs.bib: nearest']);
  });

  it('does not take a nearby file for one that is declared and cannot be read', async () => {
    const found = await find(
      { 'p/paper.md': '---\nbibliography: refs.ris\n---\n', 'p/other.bib': '' },
      'p/paper.md',
    );
    assert.deepEqual(summary(found), []);
    assert.deepEqual(
      found.skipped.map(({ path: written, reason }) => [written, reason]),
      [['refs.ris', 'format']],
    );
  });
});

describe('Discovery for a draft that declares nothing', () => {
  it('asks the setting, pattern by pattern', async () => {
    const files = {
      'p/a.md': 'x',
      'p/near.bib': '',
      'lib/b.bib': '',
      'lib/a.bib': '',
      'home/all.bib': '',
      'x.ris': '',
    };
    const found = await find(files, 'p/a.md', ['lib/*.bib', '~/all.bib', '*.ris', 'nothing/*.bib']);
    assert.deepEqual(summary(found), ['lib/a.bib: setting', 'lib/b.bib: setting', 'home/all.bib: setting']);
    assert.deepEqual(
      found.skipped.map(({ path: written, reason }) => [written, reason]),
      [
        ['*.ris', 'format'],
        ['nothing/*.bib', 'no-match'],
      ],
    );
    assert.deepEqual(summary(await find(files, 'p/a.md', ['lib/gone.bib'])), ['!lib/gone.bib: setting']);
  });

  it('asks no setting if the draft answers', async () => {
    const workspace = new MemoryWorkspace({ 'p/a.md': '---\nbibliography: x.bib\n---\n', 'lib/b.bib': '' });
    await find(workspace, 'p/a.md', ['lib/*.bib']);
    assert.deepEqual(workspace.globs, []);
  });

  it('takes all bibliographies of the nearest folder upward, without those that biblatex makes', async () => {
    const files = {
      'p/q/r/a.tex': 'x',
      'p/b.bib': '',
      'p/a.bib': '',
      'p/a-blx.bib': '',
      'c.bib': '',
      'p/s/d.bib': '',
    };
    assert.deepEqual(summary(await find(files, 'p/q/r/a.tex')), ['p/a.bib: nearest', 'p/b.bib: nearest']);
  });

  it('does not look beyond the workspace folder, nor outside of all', async () => {
    const files = { 'p/a.md': 'x', 'b.bib': '' };
    assert.deepEqual(summary(await find(new MemoryWorkspace(files, ['p']), 'p/a.md')), []);
    const outside = new MemoryWorkspace({ ...files, 'p/c.bib': '' }, []);
    assert.deepEqual(summary(await find(outside, 'p/a.md')), ['p/c.bib: nearest']);
    assert.deepEqual(outside.listings, [at('p')]);
  });

  it('finds nothing for an untitled draft', async () => {
    const workspace = new MemoryWorkspace({ 'b.bib': '' }, []);
    const found = await discover(
      'untitled:Untitled-1',
      'pandoc',
      workspace,
      { bibliographyFiles: [] },
      notCancelled,
    );
    assert.deepEqual(found.bibliographies, []);
  });
});

describe('Discovery', () => {
  it('reads no bibliography and each other file once at most', async () => {
    const workspace = new MemoryWorkspace({
      'p/main.tex': `${DOCUMENT}\\input{a}\\input{b}\\bibliography{refs}`,
      'p/a.tex': '\\input{b}',
      'p/b.tex': '',
      'p/refs.bib': '@article{x}',
    });
    await find(workspace, 'p/b.tex');
    assert.equal(workspace.readsOf('p/refs.bib'), 0);
    assert.equal(workspace.readsOf('p/main.tex'), 1);
    assert.equal(workspace.readsOf('p/b.tex'), 1);
  });

  it('stops asking when it is cancelled', async () => {
    const workspace = new MemoryWorkspace({ 'p/a.md': 'x', 'p/b.bib': '' });
    const found = await discover(
      at('p/a.md'),
      'pandoc',
      workspace,
      { bibliographyFiles: ['*.bib'] },
      {
        isCancellationRequested: true,
      },
    );
    assert.deepEqual(found.bibliographies, []);
    assert.deepEqual([workspace.reads, workspace.listings, workspace.globs], [[], [], []]);
  });

  it('goes on without a chapter that cannot be read', async () => {
    const workspace = new MemoryWorkspace({
      'p/main.tex': `${DOCUMENT}\\input{a}\\bibliography{refs}`,
      'p/a.tex': 'x',
      'p/refs.bib': '',
    });
    workspace.block('p/a.tex');
    assert.deepEqual(summary(await find(workspace, 'p/main.tex')), ['p/refs.bib: declaration']);
  });
});
