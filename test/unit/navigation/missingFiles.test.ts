import assert from 'node:assert/strict';
import { discover } from '../../../src/core/library/discovery';
import { isMissed, missingFiles } from '../../../src/core/navigation/missingFiles';
import { MemoryWorkspace, at, notCancelled } from '../library/memoryWorkspace';

/** What is missed around a draft, as `file: kind path`. */
async function missed(files: Readonly<Record<string, string>>, draft: string): Promise<string[]> {
  const workspace = new MemoryWorkspace(files);
  const syntax = draft.endsWith('.md') ? 'pandoc' : 'latex';
  const discovery = await discover(at(draft), syntax, workspace, { bibliographyFiles: [] }, notCancelled);
  return missingFiles(discovery)
    .filter((file) => {
      const text = Object.entries(files).find(([path]) => at(path) === file.uri)?.[1] ?? '';
      return isMissed(file, text);
    })
    .map(({ uri, kind, path }) => `${uri.slice(at('').length)}: ${kind} ${path}`);
}

describe('missingFiles', () => {
  it('names includes and bibliographies that are not there, each where it is written', async () => {
    const files = {
      'main.tex': String.raw`\documentclass{a}\begin{document}\input{one}\include{gone}\bibliography{refs, lost}`,
      'one.tex': String.raw`\import{parts/}{two} \addbibresource{away.bib}`,
      'refs.bib': '',
    };
    const expected = [
      'one.tex: include parts/two',
      'main.tex: include gone',
      'main.tex: bibliography lost',
      'one.tex: bibliography away.bib',
    ];
    assert.deepEqual(await missed(files, 'main.tex'), expected);
    assert.deepEqual(await missed(files, 'one.tex'), expected);
  });

  it('names bibliographies of the front matter', async () => {
    const text = '---\nbibliography: [a.bib, b.bib]\n---\n';
    assert.deepEqual(await missed({ 'paper.md': text, 'b.bib': '' }, 'paper.md'), [
      'paper.md: bibliography a.bib',
    ]);
    const home = '---\nbibliography: ~/all.bib\n---\n';
    assert.deepEqual(await missed({ 'paper.md': home }, 'paper.md'), ['paper.md: bibliography ~/all.bib']);
  });

  it('is nothing where all is there, or where nothing is named', async () => {
    const whole = {
      'main.tex': String.raw`\documentclass{a}\input{one}\bibliography{refs}`,
      'one.tex': '',
      'refs.bib': '',
    };
    assert.deepEqual(await missed(whole, 'main.tex'), []);
    assert.deepEqual(await missed({ 'paper.md': 'No bibliography.' }, 'paper.md'), []);
  });

  it("does not miss files of TeX's distribution, nor names that are web addresses or computed", async () => {
    const text = String.raw`\documentclass{a}\input{glyphtounicode}\input{epsf.tex}
\bibliography{IEEEabrv,\jobname-refs}\addbibresource[location=remote]{https://example.org/x.bib}`;
    assert.deepEqual(await missed({ 'main.tex': text }, 'main.tex'), [
      // \jobname is known, and so is the file's name.
      String.raw`main.tex: bibliography \jobname-refs`,
    ]);
  });

  it('does not miss what LaTeX itself is told to look for', async () => {
    const text = String.raw`\documentclass{a}\InputIfFileExists{local}{}{}
\IfFileExists{extra.tex}{\input{extra}}{}\input{needed}`;
    assert.deepEqual(await missed({ 'main.tex': text }, 'main.tex'), ['main.tex: include needed']);
  });
});

describe('isMissed', () => {
  const file = {
    uri: 'file:///a.tex',
    range: { start: 7, end: 10 },
    path: 'sub/one',
    kind: 'include',
  } as const;

  it('holds as long as the path stands in its place', () => {
    assert.ok(isMissed(file, String.raw`\input{one}`));
    assert.ok(!isMissed(file, String.raw`\input{two}`));
    assert.ok(!isMissed(file, 'short'));
  });
});
