import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, show } from './support/editors';
import { api } from './support/extension';
import { copyProject, makeProject } from './support/project';
import { until } from './support/until';

/** Our diagnostics of a file, as `line severity code "text"`. */
async function shown(uri: vscode.Uri): Promise<string[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  return ours(uri).map(({ range, severity, code }) => {
    const level = vscode.DiagnosticSeverity[severity];
    return `${range.start.line + 1} ${level} ${code as string} "${document.getText(range)}"`;
  });
}

function ours(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'MM-LLM');
}

describe('diagnostics', () => {
  before(api);
  afterEach(closeEditors);

  it('show the defects of a bibliography that belongs to an open draft', async () => {
    const project = await copyProject('broken-bib');
    await show(project.uri('main.tex'));
    const found = await until(() => {
      const diagnostics = ours(project.uri('refs.bib'));
      assert.ok(diagnostics.length > 0);
      return diagnostics;
    });
    assert.deepEqual(found[0]?.code, 'unfinished-entry');
    assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(found[0]?.range.start.line, 7);
    assert.match(found[0]?.message ?? '', /^This entry has no end/);
  });

  it('show the defects of a bibliography in an editor, follow its text, and go when it is closed', async () => {
    const project = await makeProject({ 'alone.bib': '@book{a, title = {x}}\n@book{a, year = }\n' });
    const uri = project.uri('alone.bib');
    const editor = await show(uri);
    await until(async () =>
      assert.deepEqual(await shown(uri), ['2 Warning duplicate-key "a"', '2 Error missing-value "year"']),
    );
    await editor.edit((edit) => edit.replace(new vscode.Range(1, 6, 1, 7), 'b'));
    await until(async () => assert.deepEqual(await shown(uri), ['2 Error missing-value "year"']));
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 16), '2020'));
    await until(() => assert.deepEqual(ours(uri), []));
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '@book{'));
    await until(() => assert.equal(ours(uri).length, 1));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until(() => assert.deepEqual(ours(uri), []));
  });

  it('go when a bibliography is deleted', async () => {
    const project = await makeProject({
      'paper.md': '---\nbibliography: refs.bib\n---\n',
      'refs.bib': '@book{a, year = }\n',
    });
    await show(project.uri('paper.md'));
    await until(() => assert.equal(ours(project.uri('refs.bib')).length, 1));
    await vscode.workspace.fs.delete(project.uri('refs.bib'));
    await until(() => assert.deepEqual(ours(project.uri('refs.bib')), []));
    await until(async () =>
      assert.deepEqual(await shown(project.uri('paper.md')), ['2 Warning missing-bibliography "refs.bib"']),
    );
  });

  it('say on the very path that an include or a bibliography is missing, until it is there', async () => {
    const project = await makeProject({
      'main.tex': String.raw`\documentclass{article}
\input{one} \input{glyphtounicode}
\begin{document}
\include{parts/two}
\bibliography{refs, lost}
\end{document}
`,
      'one.tex': 'Text.\n',
      'refs.bib': '',
    });
    const uri = project.uri('main.tex');
    await show(uri);
    await until(async () =>
      assert.deepEqual(await shown(uri), [
        '4 Warning missing-include "parts/two"',
        '5 Warning missing-bibliography "lost"',
      ]),
    );
    assert.match(ours(uri)[0]?.message ?? '', /There is no file parts\/two/);
    await project.write('lost.bib', '');
    await until(async () => assert.deepEqual(await shown(uri), ['4 Warning missing-include "parts/two"']));
    await project.write('parts/two.tex', '');
    await until(() => assert.deepEqual(ours(uri), []));
  });

  it('are 500 at most in a file, and the last one says how many more there are', async () => {
    const project = await makeProject({ 'many.bib': '@book{a, year = }\n'.repeat(300) });
    const uri = project.uri('many.bib');
    await show(uri);
    const diagnostics = await until(() => {
      assert.equal(ours(uri).length, 500);
      return ours(uri);
    });
    // 300 fields without value, 299 keys that stand above already.
    assert.match(diagnostics.at(-1)?.message ?? '', /\(99 more defects of this file are not shown\.\)$/);
    assert.ok(diagnostics.slice(0, -1).every(({ message }) => !message.includes('not shown')));
  });

  it('are none for drafts and bibliographies in order', async () => {
    const project = await copyProject('latex-natbib');
    await show(project.uri('chapters/introduction.tex'));
    await show(project.uri('refs.bib'));
    // Something that is shown says that the look has been taken.
    const broken = await project.write('broken.bib', '@book{');
    await show(broken);
    await until(() => assert.equal(ours(broken).length, 1));
    for (const path of ['main.tex', 'chapters/introduction.tex', 'refs.bib']) {
      assert.deepEqual(ours(project.uri(path)), []);
    }
  });
});
