import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  fileIn,
  fileName,
  folderOfFile,
  foldersUpward,
  isBibliography,
  pathProblem,
  relativePath,
  resolvePath,
} from '../../../src/core/library/paths';

describe('Paths in drafts', () => {
  it('are resolved from a folder', () => {
    const folder = 'vscode-remote://ssh%2Bhost/home/me/paper';
    assert.equal(resolvePath(folder, 'refs.bib'), `${folder}/refs.bib`);
    assert.equal(resolvePath(folder, './lit/../a b.bib'), `${folder}/a%20b.bib`);
    assert.equal(resolvePath(folder, '../refs.bib'), 'vscode-remote://ssh%2Bhost/home/me/refs.bib');
    assert.equal(resolvePath(folder, 'lit\\refs.bib'), `${folder}/lit/refs.bib`);
  });

  it('may be absolute, on the file system of the draft', () => {
    assert.equal(resolvePath('vscode-remote://host/home', '/lib/a.bib'), 'vscode-remote://host/lib/a.bib');
    assert.equal(resolvePath('file:///c%3A/paper', 'D:\\lib\\a.bib'), 'file:///d%3A/lib/a.bib');
    assert.equal(resolvePath('file:///c%3A/paper', 'd:/lib/a.bib'), 'file:///d%3A/lib/a.bib');
  });

  it('may name nothing that can be looked up', () => {
    assert.equal(pathProblem('https://example.org/a.bib'), 'remote');
    for (const path of ['\\mybib/refs', '`r bib`', '{{< meta bib >}}', 'lit/*.bib', 'a\\jobname']) {
      assert.equal(pathProblem(path), 'computed', path);
      assert.equal(resolvePath('file:///p', path), undefined, path);
    }
    for (const path of [
      'refs',
      'a b.bib',
      'lit\\refs.bib',
      '../x.bib',
      'C:/x.bib',
      'ö.bib',
      'a#b.bib',
      '~/x.bib',
    ]) {
      assert.equal(pathProblem(path), undefined, path);
    }
  });

  it('are written relative to a folder', () => {
    assert.equal(relativePath('file:///p/q', 'file:///p/q/refs.bib'), 'refs.bib');
    assert.equal(relativePath('file:///p/q/', 'file:///p/a%20b/refs.bib'), '../a b/refs.bib');
    assert.equal(relativePath('file:///p', 'vscode-vfs://github/x/refs.bib'), '/x/refs.bib');
  });

  it('lead back to the file they were written for', () => {
    const segments = fc.array(fc.constantFrom('a', 'b', 'c d', 'ü'), { maxLength: 4 });
    fc.assert(
      fc.property(segments, segments, fc.constantFrom('x.bib', 'y z.bib'), (from, to, name) => {
        const folder = from.reduce(fileIn, 'file:///root');
        const file = [...to, name].reduce(fileIn, 'file:///root');
        assert.equal(resolvePath(folder, relativePath(folder, file)), file);
      }),
    );
  });
});

describe('Files and folders', () => {
  it('are named by their URIs', () => {
    assert.equal(fileName('file:///p/a%20b.bib'), 'a b.bib');
    assert.equal(folderOfFile('file:///p/a%20b/c.bib'), 'file:///p/a%20b');
    assert.equal(fileIn('file:///p', 'a b.bib'), 'file:///p/a%20b.bib');
  });

  it('lie in folders up to the workspace folder', () => {
    assert.deepEqual(foldersUpward('file:///w/p/q/a.md', 'file:///w'), [
      'file:///w/p/q',
      'file:///w/p',
      'file:///w',
    ]);
    assert.deepEqual(foldersUpward('file:///w/a.md', 'file:///w/'), ['file:///w']);
    assert.deepEqual(foldersUpward('file:///w/p/a.md', undefined), ['file:///w/p']);
    assert.deepEqual(foldersUpward('file:///other/p/a.md', 'file:///w'), ['file:///other/p']);
    assert.deepEqual(foldersUpward('file:///p/a.md', 'file:///'), ['file:///p', 'file:///']);
  });

  it('are bibliographies by their names', () => {
    assert.deepEqual(
      [
        'file:///a.bib',
        'file:///A.BIB',
        'file:///a.bibtex',
        'file:///a-blx.bib',
        'file:///a.bib.bak',
        'file:///bib',
      ].map(isBibliography),
      [true, true, true, false, false, false],
    );
  });
});
