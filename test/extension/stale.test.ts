import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show } from './support/editors';
import { api } from './support/extension';
import type { Project } from './support/project';
import { makeProject } from './support/project';
import { until } from './support/until';

/** The title that a key has in a draft of the project, or where it is not found. */
async function titleIn(project: Project, draft: string, key = 'mine'): Promise<string | undefined> {
  return (await (await api()).resolve(project.uri(draft), key)).fields?.['title'];
}

/**
 * Makes a project and waits until VS Code's watcher has told of its files: what is created and deleted within one of its
 * rounds it does not mention at all.
 */
async function makeWatchedProject(files: Readonly<Record<string, string>>): Promise<Project> {
  const created = new Set<string>();
  const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, true);
  watcher.onDidCreate((uri) => created.add(uri.toString()));
  try {
    const project = await makeProject(files);
    const uris = Object.keys(files).map((path) => project.uri(path).toString());
    await until(() => assert.ok(uris.every((uri) => created.has(uri))));
    return project;
  } finally {
    watcher.dispose();
  }
}

const entry = (title: string): string => `@misc{mine, title = {${title}}}\n`;

const drafts = [
  ['main.tex', '\\bibliography{refs}\n\\cite{mine}\n', '\\bibliography{other}\n\\cite{mine}\n'],
  ['paper.md', '---\nbibliography: refs.bib\n---\n[@mine]\n', '---\nbibliography: other.bib\n---\n[@mine]\n'],
] as const;

for (const [draft, source, otherSource] of drafts) {
  describe(`what a key means in ${draft}`, () => {
    let project: Project;

    beforeEach(async () => {
      project = await makeWatchedProject({
        [draft]: source,
        'refs.bib': entry('One'),
        'other.bib': entry('Other'),
      });
      assert.equal(await titleIn(project, draft), 'One');
    });

    it('follows what another program writes into the bibliography', async () => {
      await project.write('refs.bib', entry('Two'));
      await until(async () => assert.equal(await titleIn(project, draft), 'Two'));
      await project.write('refs.bib', '');
      await until(async () => assert.equal(await titleIn(project, draft), undefined));
    });

    it('follows every letter that is typed into the bibliography, before it is saved', async () => {
      const editor = await show(project.uri('refs.bib'));
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 21, 0, 24), 'Typed'));
      assert.equal(await titleIn(project, draft), 'Typed');
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until(async () => assert.equal(await titleIn(project, draft), 'One'));
    });

    it('is gone with the bibliography, and there again with it', async () => {
      await vscode.workspace.fs.delete(project.uri('refs.bib'));
      await until(async () => assert.equal(await titleIn(project, draft), undefined));
      await project.write('refs.bib', entry('Again'));
      await until(async () => assert.equal(await titleIn(project, draft), 'Again'));
    });

    it('follows a bibliography that is renamed to the name the draft gives', async () => {
      await vscode.workspace.fs.rename(project.uri('refs.bib'), project.uri('old.bib'));
      await until(async () => assert.equal(await titleIn(project, draft), undefined));
      await vscode.workspace.fs.rename(project.uri('other.bib'), project.uri('refs.bib'));
      await until(async () => assert.equal(await titleIn(project, draft), 'Other'));
    });

    it('follows the draft that names another bibliography', async () => {
      const editor = await show(project.uri(draft));
      const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((edit) => edit.replace(all, otherSource));
      assert.equal(await titleIn(project, draft), 'Other');
    });
  });
}

describe('what a key means in a chapter', () => {
  it('follows the root, typed or written by another program', async () => {
    const project = await makeWatchedProject({
      'main.tex': '\\documentclass{article}\n\\input{one}\n\\bibliography{refs}\n',
      'one.tex': '% !TeX root = main.tex\n\\cite{mine}\n',
      'refs.bib': entry('One'),
      'other.bib': entry('Other'),
    });
    assert.equal(await titleIn(project, 'one.tex'), 'One');
    await project.write('main.tex', '\\documentclass{article}\n\\input{one}\n\\bibliography{other}\n');
    await until(async () => assert.equal(await titleIn(project, 'one.tex'), 'Other'));
    const editor = await show(project.uri('main.tex'));
    await editor.edit((edit) => edit.replace(new vscode.Range(2, 14, 2, 19), 'refs'));
    assert.equal(await titleIn(project, 'one.tex'), 'One');
  });

  it('follows the file of a Quarto project', async () => {
    const project = await makeWatchedProject({
      '_quarto.yml': 'bibliography: refs.bib\n',
      'one.qmd': '@mine\n',
      'refs.bib': entry('One'),
      'other.bib': entry('Other'),
    });
    assert.equal(await titleIn(project, 'one.qmd'), 'One');
    await project.write('_quarto.yml', 'bibliography: other.bib\n');
    await until(async () => assert.equal(await titleIn(project, 'one.qmd'), 'Other'));
  });
});
