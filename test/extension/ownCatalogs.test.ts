import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { AddedModel } from '../../src/features/addToCatalog';
import type { Reloaded } from '../../src/features/reloadCatalogs';
import { closeEditors, show } from './support/editors';
import { api, configure, insert, run } from './support/extension';
import { hoverOn } from './support/hovers';
import type { Project } from './support/project';
import { makeProject } from './support/project';
import { until } from './support/until';

const team = `models:
  - name: TeamVLM
    inputs: [image, text]
    outputs: [text]
    architecture:
      encoders: [SigLIP]
      inputProjectors: [Q-Former]
      backbones: [{ name: Vicuna-v1.5, sizes: [7B] }]
    work: |
      @article{doe2025team,
        title = {TeamVLM: Looking Together},
        author = {Doe, Jane and Roe, Richard},
        journal = {arXiv preprint arXiv:2501.12345},
        year = {2025}
      }
  - id: blip-2
    license: asked the authors
    inputs: [image, smell]
`;

describe('own catalogs', () => {
  let project: Project;
  let file: vscode.Uri;
  let restore: () => Promise<void>;

  before(async () => {
    project = await makeProject({
      'team.yaml': team,
      'main.tex':
        '\\documentclass{article}\n\\begin{document}\nWe use \\cite{doe2025team}.\n\\bibliography{refs}\n\\end{document}\n',
      'refs.bib': '',
    });
    file = project.uri('team.yaml');
    const name = project.folder.path.split('/').at(-1)!;
    restore = await configure('catalogs', [`${name}/*.yaml`, '${workspaceFolder}/nowhere.yaml']);
    await until(async () => assert.ok((await found('teamvlm')).includes('teamvlm')));
  });

  after(() => restore());

  async function found(query: string): Promise<string[]> {
    return (await (await api()).search(query, { limit: 400 })).map(({ id }) => id);
  }

  async function modelOf(id: string) {
    return (await (await api()).catalog).models.find((model) => model.id === id);
  }

  function problems(): readonly vscode.Diagnostic[] {
    return vscode.languages.getDiagnostics(file).filter(({ source }) => source === 'MM-LLM');
  }

  it('are found by queries, with the families of their parts, and by the API with their origin', async () => {
    const ids = await found('connector:q-former backbone:vicuna encoder:siglip');
    assert.ok(ids.includes('teamvlm'), ids.join());
    assert.deepEqual((await modelOf('teamvlm'))?.origin, { name: 'team.yaml' });
    assert.equal((await modelOf('teamvlm'))?.released, '2025-01');
  });

  it('are counted by the tree', async () => {
    const result = (await run('filterTree', { query: 'teamvlm' })) as { count: number; total: number };
    assert.equal(result.count, 1);
    const { models } = await (await api()).catalog;
    assert.equal(result.total, models.length);
    await run('filterTree', { query: '' });
  });

  it('change a built-in model field by field, and say so', async () => {
    const model = await modelOf('blip-2');
    assert.equal(model?.license, 'asked the authors');
    assert.deepEqual(model?.inputs, ['image', 'text']);
    assert.equal(model?.sources['license'], 'team.yaml');
    assert.deepEqual(model?.origin, { name: 'team.yaml', changes: true });
  });

  it('explain their citations', async () => {
    const { document } = await show(project.uri('main.tex'));
    const { markdown } = await hoverOn(document, 'doe2025team');
    assert.match(markdown, /TeamVLM/);
    assert.match(markdown, /team.{1,6}yaml/);
  });

  it('are cited with their entry', async () => {
    const uri = project.uri('main.tex');
    const result = await insert('insertCitation', {
      ids: ['teamvlm'],
      uri,
      position: { line: 2, character: 0 },
    });
    assert.deepEqual(result.keys, ['doe2025team']);
    const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
    assert.match(bibliography.getText(), /@article\{doe2025team,[^]*TeamVLM: Looking Together/);
  });

  it('show what is wrong on the very place', async () => {
    const [problem] = await until(() => {
      const shown = problems();
      assert.equal(shown.length, 1);
      return shown;
    });
    const document = await vscode.workspace.openTextDocument(file);
    assert.equal(document.getText(problem!.range), 'smell');
  });

  it('say what they are when they are reloaded, and what is not there', async () => {
    const { files, missing, downloads } = (await run('reloadCatalogs')) as Reloaded;
    assert.deepEqual(
      files.map(({ name, models, problems: count }) => ({ name, models, count })),
      [{ name: 'team.yaml', models: 2, count: 1 }],
    );
    assert.deepEqual(missing, ['${workspaceFolder}/nowhere.yaml']);
    assert.deepEqual(downloads, []);
  });

  it('are followed on disk; a broken record costs no other, and another file joins', async () => {
    await project.write('team.yaml', `${team}  - name: [broken\n  - { name: Second, work: li2023blip }\n`);
    await until(async () => assert.ok(await modelOf('second')));
    assert.ok(await modelOf('teamvlm'));
    await until(() => assert.equal(problems().length, 2));
    await project.write('more.yaml', '- { name: Third, work: { title: A Third Model, year: 2024 } }\n');
    await until(async () => assert.equal((await modelOf('third'))?.origin?.name, 'more.yaml'));
    await project.write('team.yaml', ':\n\t- [');
    await until(async () => assert.equal(await modelOf('teamvlm'), undefined));
    assert.ok((await modelOf('blip-2')) && (await modelOf('third')));
    await project.write('team.yaml', team);
    await until(async () => assert.ok(await modelOf('teamvlm')));
  });

  it('are followed in the editor before they are saved', async () => {
    const { document } = await show(file);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(
      file,
      document.positionAt(document.getText().length),
      '  - { name: Unsaved, work: li2023blip }\n',
    );
    await vscode.workspace.applyEdit(edit);
    await until(async () => assert.ok(await modelOf('unsaved')));
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await until(async () => assert.equal(await modelOf('unsaved'), undefined));
  });

  it('are no longer there without the setting', async () => {
    await restore();
    await until(async () => assert.equal(await modelOf('teamvlm'), undefined));
    assert.equal((await modelOf('blip-2'))?.origin, undefined);
    assert.deepEqual(problems(), []);
  });
});

describe('adding a model to an own catalog', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
    await vscode.workspace
      .getConfiguration('mmllm')
      .update('catalogs', undefined, vscode.ConfigurationTarget.Workspace);
  });

  const bibtex =
    '@misc{new2026model,\n  title = {NewModel: Better},\n  author = {New, Ann},\n  year = 2026\n}';

  it('makes a catalog, names it in the settings, and shows it; the model is there before it is saved', async () => {
    const added = (await run('addToCatalog', {
      name: 'NewModel',
      bibtex,
      backbones: ['Vicuna'],
    })) as AddedModel;
    assert.match(added.uri, /\/mmllm-catalog\.yaml$/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), added.uri);
    assert.deepEqual(vscode.workspace.getConfiguration('mmllm').get('catalogs'), ['mmllm-catalog.yaml']);
    const model = await until(async () => {
      const found = (await (await api()).catalog).models.find(({ id }) => id === 'newmodel');
      assert.ok(found);
      return found;
    });
    assert.equal(model.work, 'new2026model');
    assert.deepEqual(model.origin, { name: 'mmllm-catalog.yaml' });
    assert.equal(model.architecture.backbones[0]?.family, 'Vicuna');
    await vscode.workspace.fs.delete(vscode.Uri.parse(added.uri, true));
  });

  it('appends to the catalog given, every other byte as it was, for a citation that the catalog lacks', async () => {
    const before =
      '# ours\r\nmodels:\r\n    - name:   Old   # kept\r\n      work: li2023blip\r\n\r\n# end\r\n';
    const project = await makeProject({
      'ours.yaml': before,
      'main.tex': '\\documentclass{article}\n\\cite{new2026model}\n\\bibliography{refs}\n',
      'refs.bib': bibtex,
    });
    const draft = await vscode.workspace.openTextDocument(project.uri('main.tex'));
    const { markdown } = await hoverOn(draft, 'new2026model');
    assert.match(markdown, /command:mmllm\.addToCatalog\?/);
    await run('addToCatalog', {
      name: 'NewModel',
      key: 'new2026model',
      uri: draft.uri.toString(),
      catalog: project.uri('ours.yaml').toString(),
    });
    const text = (await vscode.workspace.openTextDocument(project.uri('ours.yaml'))).getText();
    const [head, end] = before.split('\r\n\r\n');
    assert.ok(text.startsWith(`${head}\r\n    - name: NewModel\r\n      work: |\r\n`), text);
    assert.ok(text.endsWith(`\r\n\r\n${end}`), text);
    await until(async () =>
      assert.match((await hoverOn(draft, 'new2026model')).markdown, /\*\*NewModel\*\*/),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal((await vscode.workspace.openTextDocument(project.uri('ours.yaml'))).getText(), before);
  });

  it('names the work of the catalog where the entry describes one', async () => {
    const project = await makeProject({ 'ours.json': '{"models": []}' });
    const catalog = project.uri('ours.json');
    const entry =
      '@misc{x, title={BLIP-2}, author={Li, Junnan}, year={2023}, eprint={2301.12597}, archiveprefix={arXiv}}';
    await run('addToCatalog', { name: 'Ours', bibtex: entry, catalog: catalog.toString() });
    const text = (await vscode.workspace.openTextDocument(catalog)).getText();
    assert.deepEqual(JSON.parse(text), { models: [{ name: 'Ours', work: 'li2023blip' }] });
  });

  it('asks for what is not given; Enter leaves all but the name open', async () => {
    const project = await makeProject({ 'ours.yaml': 'models: []\n' });
    const catalog = project.uri('ours.yaml');
    let isDone = false;
    const running = run('addToCatalog', { bibtex, catalog: catalog.toString() }).then((result) => {
      isDone = true;
      return result as AddedModel;
    });
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.ok(isDone);
    });
    assert.equal((await running).name, 'NewModel');
    const text = (await vscode.workspace.openTextDocument(catalog)).getText();
    assert.match(text, /^models:\n {2}- name: NewModel\n {4}work: \|\n {6}@misc\{new2026model,/);
  });

  it('does nothing if an input is left', async () => {
    const project = await makeProject({ 'ours.yaml': 'models: []\n' });
    const catalog = project.uri('ours.yaml');
    let isDone = false;
    const running = run('addToCatalog', { bibtex, catalog: catalog.toString() }).then((result) => {
      isDone = true;
      return result;
    });
    await until(async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.ok(isDone);
    });
    assert.equal(await running, undefined);
    assert.equal(await project.text('ours.yaml'), 'models: []\n');
  });

  it('refuses a model without publication, and an entry that cannot be read', async () => {
    await closeEditors();
    await assert.rejects(async () => run('addToCatalog', { name: 'Ours' }), /publication/);
    await assert.rejects(async () => run('addToCatalog', { name: 'Ours', bibtex: 'nothing' }), /BibTeX/);
  });
});

describe('own catalogs at web addresses', () => {
  const url = 'https://catalogs.example/far.yaml';
  const { fetch: real } = globalThis;
  let asked: string[] = [];

  function serve(status: number, text: string): void {
    globalThis.fetch = ((address: string) => {
      asked.push(address);
      return Promise.resolve(new Response(text, { status }));
    }) as typeof fetch;
  }

  async function isThere(): Promise<boolean> {
    return (await (await api()).catalog).models.some(({ id }) => id === 'faraway');
  }

  let restore: () => Promise<void>;

  before(async () => {
    await api();
    serve(200, '- { name: FarAway, work: li2023blip }\n');
    restore = await configure('catalogs', [url, 'http://catalogs.example/plain.yaml']);
  });

  after(async () => {
    globalThis.fetch = real;
    await restore();
  });

  it('are fetched when the user asks, over https alone, and stay when the network is gone', async () => {
    await until(async () => assert.equal(await isThere(), false));
    assert.deepEqual(asked, [], 'nothing is fetched by itself');
    const { files, missing, downloads } = (await run('reloadCatalogs')) as Reloaded;
    assert.deepEqual(asked, [url]);
    assert.deepEqual(
      files.map(({ name, models }) => ({ name, models })),
      [{ name: 'far.yaml', models: 1 }],
    );
    assert.deepEqual(missing, ['http://catalogs.example/plain.yaml']);
    assert.equal(downloads[0]?.problem, undefined);
    assert.match(downloads[1]?.problem ?? '', /https/);
    assert.ok(await isThere());
    asked = [];
    serve(500, 'models: []');
    const again = (await run('reloadCatalogs')) as Reloaded;
    assert.match(again.downloads[0]?.problem ?? '', /500/);
    assert.ok(await isThere());
  });
});
