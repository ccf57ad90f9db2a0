import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors } from './support/editors';
import { run } from './support/extension';
import type { Project } from './support/project';
import { makeProject } from './support/project';

describe('the search by command', () => {
  it('says how many models a query finds', async () => {
    const all = (await run('searchCatalog', { query: '' })) as { count: number };
    const some = (await run('searchCatalog', { query: 'backbone:vicuna' })) as {
      query: string;
      count: number;
    };
    assert.equal(some.query, 'backbone:vicuna');
    assert.ok(some.count > 5 && some.count < all.count);
  });

  it('finds nothing where nothing is meant, and says nothing without a query', async () => {
    const none = (await run('searchCatalog', { query: 'backbone:vicuna -backbone:vicuna' })) as {
      count: number;
    };
    assert.equal(none.count, 0);
    assert.equal(await run('searchCatalog', {}), undefined);
  });
});

describe('entries of a bibliography by command', () => {
  const first = '@article{one,\n  title = {One}\n}';
  const second = '@misc{two, title = "Two",}';
  let project: Project;
  let uri: vscode.Uri;

  before(async () => {
    project = await makeProject({
      'main.tex': 'Text.\n\\bibliography{refs}\n',
      'refs.bib': `% mine\n${first}\n\n${second}\n`,
    });
    uri = project.uri('main.tex');
  });

  after(closeEditors);

  it('are copied as they are written, and their keys as a citation takes them', async () => {
    assert.equal(await run('copyBibtex', { keys: ['two', 'one'], uri }), `${second}\n\n${first}\n`);
    assert.equal(await vscode.env.clipboard.readText(), `${second}\n\n${first}\n`);
    assert.equal(await run('copyKey', { keys: ['two', 'one'] }), 'two,one');
    assert.equal(await vscode.env.clipboard.readText(), 'two,one');
  });

  it('are refused where no bibliography has them', async () => {
    await assert.rejects(async () => run('copyBibtex', { keys: ['three'], uri }), /"three"/);
    await assert.rejects(async () => run('goToEntry', { keys: ['three'], uri }), /"three"/);
    assert.equal(await run('goToEntry', {}), undefined);
  });

  it('are shown where they are written', async () => {
    await run('goToEntry', { keys: ['two'], uri });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), project.uri('refs.bib').toString());
    assert.deepEqual(editor.selection.active, new vscode.Position(5, 0));
  });
});
