import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { citeIn, citeInProject } from './support/citing';
import { after, closeEditors, moveBehind, select, show } from './support/editors';
import { configure, insert, run } from './support/extension';
import { copyProject, makeProject } from './support/project';
import { until } from './support/until';

describe('a citation by command, in LaTeX,', () => {
  it('is written with the command that the paragraph uses', async () => {
    const { changed, result } = await citeIn(
      'latex-natbib',
      'chapters/introduction.tex',
      'Flamingo came first',
      { ids: ['flamingo'] },
    );
    assert.deepEqual(changed, [
      'Attention is all you need \\citep{vaswani2017attention}. Flamingo came first~\\citep{alayrac2022flamingo}.',
    ]);
    assert.equal(result.inserted, '~\\citep{alayrac2022flamingo}');
    assert.deepEqual(result.keys, ['alayrac2022flamingo']);
    assert.deepEqual(result.added, ['alayrac2022flamingo']);
  });

  it('takes the command from the packages of the root where the chapter cites nothing', async () => {
    const { changed } = await citeIn('latex-natbib', 'chapters/method.tex', 'a frozen language model', {
      ids: ['flamingo'],
      form: 'textual',
    });
    assert.deepEqual(changed, [
      'We build on a frozen encoder and a frozen language model~\\citet{alayrac2022flamingo}.',
    ]);
  });

  it('is a plain \\cite without a package', async () => {
    const { changed } = await citeIn('latex-plain', 'main.tex', 'Images come next', { ids: ['blip-2'] });
    assert.deepEqual(changed, ['Images come next~\\cite{li2023blip}.']);
  });

  it('is an \\autocite or \\textcite with biblatex', async () => {
    const { project, changed } = await citeIn('latex-biblatex', 'main.tex', 'Speech comes next', {
      ids: ['qwen-audio'],
    });
    assert.deepEqual(changed, ['Speech comes next~\\autocite{chu2023qwen}.']);
    const again = await citeInProject(project, 'main.tex', 'Speech', {
      ids: ['qwen-audio'],
      form: 'textual',
    });
    assert.deepEqual(again.changed, ['Speech~\\textcite{chu2023qwen} comes next~\\autocite{chu2023qwen}.']);
  });

  it('joins the citation that the cursor is in', async () => {
    const { changed, result } = await citeIn('latex-plain', 'main.tex', '\\cite{vaswani2017attention', {
      ids: ['blip-2', 'llava'],
    });
    assert.deepEqual(changed, [
      'Attention is all you need~\\cite{vaswani2017attention,li2023blip,liu2023visual}.',
    ]);
    assert.equal(result.inserted, ',li2023blip,liu2023visual');
  });

  it('does not repeat a key in the citation that it joins', async () => {
    const { changed, result } = await citeIn(
      'latex-natbib',
      'chapters/introduction.tex',
      '[see][p.~3]{li2023blip',
      { ids: ['blip-2'] },
    );
    assert.deepEqual(changed, []);
    assert.equal(result.inserted, '');
    assert.deepEqual(result.keys, ['li2023blip']);
    assert.deepEqual(result.added, []);
  });

  it('has the words before and after, as natbib takes them', async () => {
    const { changed } = await citeIn('latex-natbib', 'chapters/method.tex', 'frozen encoder', {
      ids: ['blip-2'],
      prenote: 'see',
      postnote: 'p.~3',
    });
    assert.deepEqual(changed, [
      'We build on a frozen encoder~\\citep[see][p.~3]{li2023blip} and a frozen language model.',
    ]);
  });

  it('has special characters of a note escaped', async () => {
    const { changed } = await citeIn('latex-plain', 'main.tex', 'Images come next', {
      ids: ['blip-2'],
      postnote: '50% & more',
    });
    assert.deepEqual(changed, ['Images come next~\\cite[50\\% \\& more]{li2023blip}.']);
  });
});

describe('a citation by command, in Markdown,', () => {
  it('is written in brackets', async () => {
    const { changed, result } = await citeIn('markdown', 'paper.md', 'Images come next', {
      ids: ['flamingo'],
    });
    assert.deepEqual(changed, ['Images come next [@alayrac2022flamingo].']);
    assert.equal(result.inserted, ' [@alayrac2022flamingo]');
    assert.deepEqual(result.added, ['alayrac2022flamingo']);
  });

  it('stands in the text in its textual form', async () => {
    const { changed } = await citeIn('markdown', 'paper.md', 'Images come next', {
      ids: ['flamingo', 'blip-2'],
      form: 'textual',
    });
    assert.deepEqual(changed, ['Images come next @alayrac2022flamingo and @li2023blip.']);
  });

  it('joins the citation that the cursor is in', async () => {
    const { changed } = await citeIn('markdown', 'paper.md', 'Attention is all you need [@vaswani2017', {
      ids: ['flamingo', 'blip-2'],
    });
    assert.deepEqual(changed, [
      'Attention is all you need [@vaswani2017attention; @alayrac2022flamingo; @li2023blip], says @vaswani2017attention [p. 3].',
    ]);
  });

  it('has the words before and after', async () => {
    const { changed } = await citeIn('markdown', 'paper.md', 'Images come next', {
      ids: ['blip-2'],
      prenote: 'see',
      postnote: 'p. 3',
    });
    assert.deepEqual(changed, ['Images come next [see @li2023blip, p. 3].']);
  });

  it('works in a chapter of a Quarto book', async () => {
    const { project, changed, result } = await citeIn('quarto', 'chapters/one.qmd', 'Images come next', {
      ids: ['flamingo'],
    });
    assert.deepEqual(changed, ['Images come next [@alayrac2022flamingo].']);
    assert.equal(result.bibliography, project.uri('references.bib').toString());
    assert.match(await project.text('references.bib'), /@inproceedings\{alayrac2022flamingo,/);
  });
});

describe('the place of a citation by command', () => {
  for (const [folder, draft, expected] of [
    ['latex-plain', 'main.tex', 'Images~\\cite{li2023blip} come next.'],
    ['markdown', 'paper.md', 'Images [@li2023blip] come next.'],
  ] as const) {
    it(`is the cursor in the active editor of ${draft}, which moves behind it`, async () => {
      const project = await copyProject(folder);
      const editor = await show(project.uri(draft));
      moveBehind(editor, 'Images');
      const result = await insert('insertCitation', { ids: ['blip-2'] });
      assert.ok(editor.document.getText().includes(expected));
      assert.equal(
        editor.document.offsetAt(editor.selection.active),
        after(editor.document, `Images${result.inserted}`),
      );
      assert.ok(editor.selection.isEmpty);
    });

    it(`is the selection in ${draft}, which it replaces`, async () => {
      const project = await copyProject(folder);
      const editor = await show(project.uri(draft));
      select(editor, ' come next');
      await insert('insertCitation', { ids: ['blip-2'] });
      assert.ok(editor.document.getText().includes(`${expected.replace(' come next', '')}`));
    });
  }

  it('is an offset, or a line and a character as JSON has them', async () => {
    const project = await makeProject({
      'refs.bib': '',
      'paper.md': '---\nbibliography: refs.bib\n---\nOne two',
    });
    const uri = project.uri('paper.md');
    await insert('insertCitation', { ids: ['llava'], uri: uri.toString(), position: 38 });
    await insert('insertCitation', { ids: ['blip-2'], uri, position: { line: 3, character: 3 } });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.lineAt(3).text, 'One [@li2023blip] two [@liu2023visual]');
  });

  it('is the end of a draft that is not shown, if none is given', async () => {
    const project = await makeProject({
      'refs.bib': '',
      'paper.md': '---\nbibliography: refs.bib\n---\nOne',
    });
    await insert('insertCitation', { ids: ['llava'], uri: project.uri('paper.md') });
    const document = await vscode.workspace.openTextDocument(project.uri('paper.md'));
    assert.equal(document.lineAt(3).text, 'One [@liu2023visual]');
  });

  it('is at the end of the line where the character is too large', async () => {
    const project = await makeProject({
      'refs.bib': '',
      'paper.md': '---\nbibliography: refs.bib\n---\nOne\n',
    });
    const uri = project.uri('paper.md');
    await insert('insertCitation', { ids: ['llava'], uri, position: { line: 3, character: 99 } });
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.lineAt(3).text, 'One [@liu2023visual]');
  });
});

describe('the draft of a citation by command', () => {
  it('comes back to the front where another tab hides it', async () => {
    const project = await copyProject('markdown');
    const editor = await show(project.uri('paper.md'));
    moveBehind(editor, 'Images');
    await vscode.commands.executeCommand('vscode.open', await project.write('other.json', '{}'));
    await until(() => assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('other.json')));
    await insert('insertCitation', { ids: ['blip-2'] });
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), project.uri('paper.md').toString());
    assert.ok(editor.document.getText().includes('Images [@li2023blip] come next'));
  });
});

describe('what is cited by command', () => {
  it('is every work once, in the order given', async () => {
    const { changed, result } = await citeIn('markdown', 'paper.md', 'Images come next', {
      ids: ['llava', 'blip-2', 'llava'],
    });
    assert.deepEqual(changed, ['Images come next [@liu2023visual; @li2023blip].']);
    assert.deepEqual(result.keys, ['liu2023visual', 'li2023blip']);
    assert.deepEqual(result.added, ['liu2023visual']);
  });

  it('can be keys of the bibliography, of the catalog and of neither', async () => {
    const { changed, result } = await citeIn('latex-plain', 'main.tex', 'Images come next', {
      keys: ['vaswani2017attention', 'li2023blip', 'mine2025'],
    });
    assert.equal(changed.length, 1);
    assert.deepEqual([...result.keys].sort(), ['li2023blip', 'mine2025', 'vaswani2017attention']);
    for (const key of result.keys) {
      assert.ok(changed[0]?.includes(key), key);
    }
    assert.deepEqual(result.added, ['li2023blip']);
  });

  it('can be keys of the bibliography alone, and then nothing is added', async () => {
    const { project, changed, result } = await citeIn('markdown', 'paper.md', 'Images come next', {
      keys: ['vaswani2017attention'],
    });
    assert.deepEqual(changed, ['Images come next [@vaswani2017attention].']);
    assert.deepEqual(result.added, []);
    const drafts = await copyProject('markdown');
    assert.equal(await project.text('refs.bib'), await drafts.text('refs.bib'));
  });

  it('is textual by the command for textual citations and by the setting', async () => {
    const project = await copyProject('latex-natbib');
    const uri = project.uri('chapters/method.tex');
    const textual = await insert('insertTextualCitation', { ids: ['blip-2'], uri, position: 0 });
    assert.match(textual.inserted, /^\\citet\{li2023blip\}/);
    const restore = await configure('citation.form', 'textual');
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      const position = after(document, 'frozen encoder');
      const byDefault = await insert('insertCitation', { ids: ['blip-2'], uri, position });
      assert.equal(byDefault.inserted, '~\\citet{li2023blip}');
    } finally {
      await restore();
    }
  });

  it('joins a citation of a command that the settings name', async () => {
    const project = await makeProject({
      'refs.bib': '',
      'main.tex': '\\documentclass{article}\n\\begin{document}\nSee \\mysource{a}.\n\\bibliography{refs}\n',
    });
    const restore = await configure('latex.citeCommands', ['mysource']);
    try {
      const { changed } = await citeInProject(project, 'main.tex', '\\mysource{a', { ids: ['blip-2'] });
      assert.deepEqual(changed, ['See \\mysource{a,li2023blip}.']);
    } finally {
      await restore();
    }
  });
});

describe('a citation by command that cannot be made', () => {
  it('rejects an id that no model has, and changes nothing', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    const before = (await vscode.workspace.openTextDocument(uri)).getText();
    await assert.rejects(
      Promise.resolve(run('insertCitation', { ids: ['blip-2', 'no-such-model'], uri })),
      /The catalog has no model with the id "no-such-model"/,
    );
    assert.equal((await vscode.workspace.openTextDocument(uri)).getText(), before);
  });

  it('rejects a file that is no draft', async () => {
    const project = await makeProject({ 'notes.json': '{}' });
    await assert.rejects(
      Promise.resolve(run('insertCitation', { ids: ['blip-2'], uri: project.uri('notes.json') })),
      /Open a LaTeX, Markdown or Typst draft first/,
    );
  });

  it('rejects where no draft is open, and does not bring back one that was closed', async () => {
    const project = await copyProject('markdown');
    await show(project.uri('paper.md'));
    await closeEditors();
    await assert.rejects(
      Promise.resolve(run('insertCitation', { ids: ['blip-2'] })),
      /Open a LaTeX, Markdown or Typst draft first/,
    );
  });
});
