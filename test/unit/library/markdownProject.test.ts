import assert from 'node:assert/strict';
import type { Syntax } from '../../../src/core/drafts/types';
import { discover } from '../../../src/core/library/discovery';
import { MemoryWorkspace, ROOT, at, notCancelled } from './memoryWorkspace';

type Files = Readonly<Record<string, string>>;

async function find(files: Files, draft: string, syntax: Syntax = 'pandoc') {
  const workspace = new MemoryWorkspace(files);
  const found = await discover(at(draft), syntax, workspace, { bibliographyFiles: [] }, notCancelled);
  const path = (uri: string): string => decodeURIComponent(uri.slice(ROOT.length + 1));
  return {
    syntax: found.syntax,
    files: found.bibliographies.map(({ uri, by, exists, declaredIn }) => {
      const place = declaredIn ? ` in ${path(declaredIn.uri)}` : '';
      return `${exists ? '' : '!'}${path(uri)}: ${by}${place}`;
    }),
    workspace,
  };
}

async function filesOf(files: Files, draft: string, syntax?: Syntax): Promise<readonly string[]> {
  return (await find(files, draft, syntax)).files;
}

describe('The syntax of a Markdown draft', () => {
  const myst = { 'b/myst.yml': 'version: 1\n', 'b/docs/x.md': 'Text' };

  it('is MyST in a MyST project and in a Jupyter Book, whatever its text', async () => {
    assert.equal((await find(myst, 'b/docs/x.md')).syntax, 'myst');
    assert.equal((await find({ ...myst, 'b/docs/n.ipynb': '' }, 'b/docs/n.ipynb')).syntax, 'myst');
    for (const files of [
      { 'b/_config.yml': 'title: x\nbibtex_bibfiles: [a.bib]\n' },
      { 'b/_config.yml': 'title: x\n', 'b/_toc.yml': 'format: jb-book\nroot: x\n' },
    ]) {
      assert.equal((await find({ ...files, 'b/x.md': 'Text' }, 'b/x.md')).syntax, 'myst');
    }
  });

  it("is pandoc's without such a project, in one of another site generator, and in files of Quarto and R", async () => {
    assert.equal((await find({ 'b/x.md': 'Text' }, 'b/x.md')).syntax, 'pandoc');
    const jekyll = { 'b/_config.yml': 'title: x\nexclude: [y]\n', 'b/x.md': 'Text' };
    assert.equal((await find(jekyll, 'b/x.md')).syntax, 'pandoc');
    assert.equal((await find({ ...myst, 'b/x.qmd': '' }, 'b/x.qmd')).syntax, 'pandoc');
    assert.equal((await find({ ...myst, 'b/x.Rmd': '' }, 'b/x.Rmd')).syntax, 'pandoc');
  });

  it('is that of the nearest project, and what its own text shows before all', async () => {
    const inner = { ...myst, 'b/docs/_quarto.yml': 'project: {type: website}\n' };
    assert.equal((await find(inner, 'b/docs/x.md')).syntax, 'pandoc');
    assert.equal((await find(inner, 'b/docs/x.md', 'myst')).syntax, 'myst');
  });
});

describe('Discovery in a Quarto project', () => {
  it('takes references that stand in its file, before the bibliographies it names', async () => {
    const files = {
      'q/_quarto.yml': 'bibliography: refs.bib\nreferences:\n- id: a\n  title: A\n',
      'q/refs.bib': '',
      'q/near.bib': '',
      'q/x.qmd': 'Text',
    };
    assert.deepEqual(await filesOf(files, 'q/x.qmd'), [
      'q/_quarto.yml: project',
      'q/refs.bib: project in q/_quarto.yml',
    ]);
    const only = { 'q/_quarto.yml': 'references:\n- id: a\n', 'q/near.bib': '', 'q/x.qmd': '' };
    assert.deepEqual(await filesOf(only, 'q/x.qmd'), ['q/_quarto.yml: project']);
    const list = { 'q/_quarto.yml': '- references\n', 'q/near.bib': '', 'q/x.qmd': '' };
    assert.deepEqual(await filesOf(list, 'q/x.qmd'), ['q/near.bib: nearest']);
  });

  it('follows metadata files, of the project and of the draft, also in circles', async () => {
    const files = {
      'q/_quarto.yml': 'metadata-files: [meta/one.yml]\n',
      'q/meta/one.yml': 'metadata-files:\n  - two.yml\n',
      'q/meta/two.yml': 'metadata-files: [one.yml, gone.yml]\nbibliography: refs.bib\n',
      'q/meta/refs.bib': '',
      'q/x.qmd': 'Text',
      'q/y.qmd': '---\nmetadata-files: [own.yml]\n---\n',
      'q/own.yml': 'bibliography: own.bib\n',
      'q/own.bib': '',
    };
    assert.deepEqual(await filesOf(files, 'q/x.qmd'), ['q/meta/refs.bib: project in q/meta/two.yml']);
    assert.deepEqual(await filesOf(files, 'q/y.qmd'), ['q/own.bib: project in q/own.yml']);
  });

  it("takes a path in a metadata file from the project's folder where it is not beside the file", async () => {
    const files = {
      'q/_quarto.yml': 'metadata-files: [meta/one.yml]\n',
      'q/meta/one.yml': 'bibliography: refs.bib\n',
      'q/refs.bib': '',
      'q/x.qmd': 'Text',
    };
    assert.deepEqual(await filesOf(files, 'q/x.qmd'), ['q/refs.bib: project in q/meta/one.yml']);
  });

  it('asks the local file and the default profile before the project', async () => {
    const files: Files = {
      'q/_quarto.yml': 'profile:\n  default: draft\nbibliography: c.bib\n',
      'q/_quarto-draft.yml': 'bibliography: b.bib\n',
      'q/_quarto-other.yml': 'bibliography: z.bib\n',
      'q/b.bib': '',
      'q/a.bib': '',
      'q/x.qmd': 'Text',
    };
    assert.deepEqual(await filesOf(files, 'q/x.qmd'), ['q/b.bib: project in q/_quarto-draft.yml']);
    const local = { ...files, 'q/_quarto.yml.local': 'bibliography: a.bib\n' };
    assert.deepEqual(await filesOf(local, 'q/x.qmd'), ['q/a.bib: project in q/_quarto.yml.local']);
  });
});

describe('Discovery in a bookdown project', () => {
  const index = '---\nsite: bookdown::bookdown_site\nbibliography: [book.bib]\n---\n# Preface\n';

  it('takes for all chapters what the first one names', async () => {
    const files = { 'b/index.Rmd': index, 'b/book.bib': '', 'b/02-x.Rmd': '# X', 'b/parts/y.Rmd': '# Y' };
    assert.deepEqual(await filesOf(files, 'b/02-x.Rmd'), ['b/book.bib: project in b/index.Rmd']);
    assert.deepEqual(await filesOf(files, 'b/parts/y.Rmd'), ['b/book.bib: project in b/index.Rmd']);
    assert.deepEqual(await filesOf(files, 'b/index.Rmd'), ['b/book.bib: declaration in b/index.Rmd']);
  });

  it('knows it by _bookdown.yml as well, and no other site by its index', async () => {
    const plain = index.replace(/site.*\n/, '');
    const files = { 'b/index.Rmd': plain, 'b/book.bib': '', 'b/near.bib': '', 'b/02-x.Rmd': '# X' };
    assert.deepEqual(await filesOf({ ...files, 'b/_bookdown.yml': '' }, 'b/02-x.Rmd'), [
      'b/book.bib: project in b/index.Rmd',
    ]);
    assert.deepEqual(await filesOf(files, 'b/02-x.Rmd'), ['b/book.bib: nearest', 'b/near.bib: nearest']);
  });

  it('takes the references that stand in the first chapter', async () => {
    const files = { 'b/index.Rmd': '---\nsite: bookdown\nreferences:\n- id: a\n---\n', 'b/x.Rmd': '' };
    assert.deepEqual(await filesOf(files, 'b/x.Rmd'), ['b/index.Rmd: project']);
  });
});

describe('Discovery in any Markdown project', () => {
  it('lists each folder once and reads only what is there', async () => {
    const files = { 'q/a/x.md': 'Text', 'q/_quarto.yml': 'title: x\n', 'q/refs.bib': '' };
    const { workspace } = await find(files, 'q/a/x.md');
    assert.deepEqual([...workspace.listings].sort(), [...new Set(workspace.listings)].sort());
    assert.deepEqual(workspace.reads.sort(), [at('q/_quarto.yml'), at('q/a/x.md')]);
  });
});
