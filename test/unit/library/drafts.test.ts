import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Library } from '../../../src/core/library/library';
import { catalogOf } from '../catalog/fixtures';
import { MemoryWorkspace, ROOT, at, notCancelled } from './memoryWorkspace';

/** A folder of test/drafts, in memory. */
function load(name: string): MemoryWorkspace {
  const folder = join(__dirname, '..', '..', 'drafts', name);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new MemoryWorkspace(
    Object.fromEntries(
      paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
    ),
  );
}

/** By draft: the bibliographies, the target first. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'main.tex': [],
  'latex-natbib/main.tex': ['latex-natbib/refs.bib'],
  'latex-natbib/chapters/introduction.tex': ['latex-natbib/refs.bib'],
  'latex-natbib/chapters/method.tex': ['latex-natbib/refs.bib'],
  'latex-biblatex/main.tex': ['latex-biblatex/lit/references.bib'],
  'latex-plain/main.tex': ['latex-plain/refs.bib'],
  'latex-subfiles/parts/one.tex': ['latex-subfiles/references.bib'],
  'latex-found-root/chapters/one-details.tex': ['latex-found-root/thesis.bib'],
  'markdown/paper.md': ['markdown/refs.bib'],
  'markdown-list/paper.md': ['markdown-list/first.bib', 'markdown-list/lit/second.bib'],
  'quarto/index.qmd': ['quarto/references.bib'],
  'quarto/chapters/one.qmd': ['quarto/references.bib'],
  'no-bib/paper.md': [],
  'no-bib/front-matter.md': [],
  'no-bib/paper.tex': [],
  'no-bib/biblatex.tex': [],
  'missing-bib/main.tex': ['missing-bib/refs.bib'],
  'missing-bib/paper.md': ['missing-bib/lit/refs.bib'],
  'broken-bib/main.tex': ['broken-bib/refs.bib'],
  'crlf-bom/main.tex': ['crlf-bom/refs.bib'],
  'crlf-bom/paper.md': ['crlf-bom/refs.bib'],
  'strings-comments/main.tex': ['strings-comments/refs.bib', 'strings-comments/abbreviations.bib'],
  'wild-comments/main.tex': ['wild-comments/refs.bib'],
  'same-work-other-key/main.tex': ['same-work-other-key/refs.bib'],
  'key-taken/main.tex': ['key-taken/refs.bib'],
  'two-projects-same-key/a/main.tex': ['two-projects-same-key/a/refs.bib'],
  'two-projects-same-key/b/main.tex': ['two-projects-same-key/b/refs.bib'],
};

describe('The drafts that tests work on', () => {
  const open = (workspace: MemoryWorkspace, draft: string) =>
    new Library(
      workspace,
      () => Promise.resolve(catalogOf([])),
      () => ({ bibliographyFiles: [] }),
    ).open(at(draft), draft.endsWith('.tex') ? 'latex' : 'pandoc', notCancelled);

  for (const [draft, files] of Object.entries(expected)) {
    it(`${draft} has ${files.length === 0 ? 'no bibliography' : files.join(', ')}`, async () => {
      const { discovery, target } = await open(load('workspace'), draft);
      const found = discovery.bibliographies.map(({ uri }) => uri);
      assert.deepEqual(new Set(found), new Set(files.map(at)));
      assert.equal(target?.uri.slice(ROOT.length + 1), files[0]);
    });
  }

  for (const draft of ['main.tex', 'chapters/projectors.tex', 'paper.md']) {
    it(`of the sample, ${draft} has refs.bib without a defect`, async () => {
      const { indexes, discovery } = await open(load('sample'), draft);
      assert.deepEqual(discovery.missingIncludes, []);
      assert.deepEqual(
        indexes.map(({ uri, file }) => [uri, file.defects.length, file.entries.length]),
        [[at('refs.bib'), 0, 8]],
      );
    });
  }
});
