import assert from 'node:assert/strict';
import type { Syntax } from '../../../src/core/drafts/types';
import { discover } from '../../../src/core/library/discovery';
import { MemoryWorkspace, ROOT, at, notCancelled } from './memoryWorkspace';

async function find(files: Readonly<Record<string, string>>, draft: string, syntax: Syntax) {
  const found = await discover(
    at(draft),
    syntax,
    new MemoryWorkspace(files),
    { bibliographyFiles: [] },
    notCancelled,
  );
  const path = (uri: string): string => decodeURIComponent(uri.slice(ROOT.length + 1));
  return {
    root: path(found.root),
    missing: found.missingIncludes.map((include) => include.path),
    files: found.bibliographies.map(({ uri, by, exists }) => `${exists ? '' : '!'}${path(uri)}: ${by}`),
  };
}

describe('Discovery for a Typst draft', () => {
  it('finds what the draft declares, relative to it or to the workspace folder', async () => {
    const text = '#bibliography(("a.bib", "/lit/b.bib", "none.bib"))';
    const found = await find(
      { 'p/x.typ': text, 'p/a.bib': '', 'lit/b.bib': '', 'p/c.bib': '' },
      'p/x.typ',
      'typst',
    );
    assert.deepEqual(found.files, [
      'p/a.bib: declaration',
      'lit/b.bib: declaration',
      '!p/none.bib: declaration',
    ]);
  });

  it('finds what the file declares that includes the draft', async () => {
    const files = {
      'p/a.typ': '#bibliography("wrong.bib")',
      'p/main.typ': '#import "lib/template.typ": x\n#include "chapters/one.typ"\n#include "gone.typ"',
      'p/lib/template.typ': '#let x = bibliography("refs.bib")',
      'p/chapters/one.typ': 'See @a. #include "../main.typ"',
      'p/lib/refs.bib': '',
    };
    const found = await find({ ...files, 'p/chapters/one.typ': 'See @a.' }, 'p/chapters/one.typ', 'typst');
    assert.deepEqual(found, {
      root: 'p/main.typ',
      missing: ['gone.typ'],
      files: ['p/lib/refs.bib: declaration'],
    });
    // A circle ends.
    assert.deepEqual((await find(files, 'p/chapters/one.typ', 'typst')).files, found.files);
  });

  it('starts paths with a slash from the folder of typst.toml, whose entry point is asked first', async () => {
    const files = {
      'p/typst.toml': '[package]\nname = "x"\nentrypoint = "src/paper.typ"\n',
      'p/src/paper.typ': '#include "/parts/one.typ"\n#bibliography("/lit/refs.bib")',
      'p/parts/main.typ': '#include "one.typ"\n#bibliography("wrong.bib")',
      'p/parts/one.typ': '@a',
      'p/lit/refs.bib': '',
    };
    const found = await find(files, 'p/parts/one.typ', 'typst');
    assert.deepEqual([found.root, found.files], ['p/src/paper.typ', ['p/lit/refs.bib: declaration']]);
  });

  it('knows the labels of all files of the project', async () => {
    const files = {
      'p/main.typ': '= A <b-label>\n#include "one.typ"\n#include "two.typ"',
      'p/one.typ': '= B <a-label>',
      'p/two.typ': '@a-label',
    };
    const found = await discover(
      at('p/two.typ'),
      'typst',
      new MemoryWorkspace(files),
      { bibliographyFiles: [] },
      notCancelled,
    );
    assert.deepEqual(found.labels, ['a-label', 'b-label']);
  });

  it('takes the nearest bibliography where nothing is declared', async () => {
    assert.deepEqual(await find({ 'p/x.typ': '@a', 'p/a.bib': '' }, 'p/x.typ', 'typst'), {
      root: 'p/x.typ',
      missing: [],
      files: ['p/a.bib: nearest'],
    });
  });
});

describe('Discovery for a MyST draft', () => {
  it('reads the project files upward', async () => {
    const draft = { 'b/docs/x.md': '{cite}`a`', 'b/refs.bib': '', 'b/more.bib': '', 'b/docs/near.bib': '' };
    assert.deepEqual(
      (
        await find(
          {
            ...draft,
            'b/myst.yml': 'version: 1\nproject:\n  bibliography:\n    - refs.bib\n    - more.bib\n',
          },
          'b/docs/x.md',
          'myst',
        )
      ).files,
      ['b/refs.bib: project', 'b/more.bib: project'],
    );
    assert.deepEqual(
      (await find({ ...draft, 'b/_config.yml': 'bibtex_bibfiles: refs.bib\n' }, 'b/docs/x.md', 'myst')).files,
      ['b/refs.bib: project'],
    );
    assert.deepEqual((await find({ ...draft, 'b/myst.yml': 'project: [' }, 'b/docs/x.md', 'myst')).files, [
      'b/docs/near.bib: nearest',
    ]);
  });

  it('prefers the front matter', async () => {
    const files = {
      'b/x.md': '---\nbibliography: own.bib\n---\n',
      'b/own.bib': '',
      'b/refs.bib': '',
      'b/myst.yml': 'project:\n  bibliography: refs.bib\n',
    };
    assert.deepEqual((await find(files, 'b/x.md', 'myst')).files, ['b/own.bib: declaration']);
  });
});
