import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show } from './support/editors';
import { run } from './support/extension';
import { copyProject, makeProject, workspaceFolder } from './support/project';
import { until } from './support/until';

/** The names on the tabs, in their order. */
function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

/** The source of the page on a model. */
async function page(id: string, name: string): Promise<string> {
  const uri = vscode.Uri.from({ scheme: 'mmllm-model', path: `/${name}.md`, query: id });
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

describe("a model's page", () => {
  it('opens, rendered, in a tab with its name', async () => {
    await run('openModel', { id: 'blip-2' });
    await until(() => assert.deepEqual(tabs().filter((tab) => tab.includes('BLIP-2')).length, 1));
    assert.equal(vscode.window.activeTextEditor, undefined, 'not as source');
  });

  it('opens for each of several models', async () => {
    await run('openModel', { ids: ['blip-2', 'llava'] });
    await until(() => assert.ok(tabs().some((tab) => tab.includes('LLaVA'))));
  });

  it('has idea, picture, facts with their sources, reference and entry', async () => {
    const text = await page('blip-2', 'BLIP-2');
    assert.match(text, /^# BLIP-2\n/);
    assert.match(text, /BLIP-2 trains a lightweight Q-Former/);
    assert.match(text, /!\[Architecture of BLIP-2\]\(data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+\)/);
    assert.match(text, /^\| LLM backbone \| .*Flan-T5.* \| .*paper.* \|$/m);
    assert.match(text, /\]\(https:\/\/arxiv\.org\/abs\/2301\.12597\)/);
    assert.match(text, /Li, J\., Li, D\., Savarese, S\., & Hoi, S\. \(2023\)/);
    assert.match(text, /```bibtex\n@inproceedings\{li2023blip,\n/);
  });

  it('opens for a name that has special characters', async () => {
    await run('openModel', { ids: ['vila-2', 'v-star'] });
    await until(() => assert.ok(tabs().some((tab) => tab.includes('V*'))));
  });

  it('is rendered by the Markdown of VS Code without losing picture or table', async () => {
    const html = await vscode.commands.executeCommand<string>(
      'markdown.api.render',
      await page('blip-2', 'BLIP-2'),
    );
    assert.match(html, /<img [^>]*src="data:image\/svg\+xml;base64,/);
    assert.match(html, /<table[^]*<td[^>]*>LLM backbone<\/td>/i);
    assert.match(html, /<h1[^>]*>BLIP-2<\/h1>/);
  });

  it('rejects a model that the catalog does not have', async () => {
    await assert.rejects(run('openModel', { id: 'no-such-model' }), /no model with the id "no-such-model"/);
  });
});

describe('the bibliography status', () => {
  it('says which bibliographies a draft has, why, and how many entries', async () => {
    const project = await copyProject('latex-natbib');
    const text = (await run('showBibliographyStatus', {
      uri: project.uri('chapters/introduction.tex'),
    })) as string;
    assert.match(text, /introduction\.tex/);
    assert.match(text, /Named as `refs` in .*main\.tex/);
    assert.match(text, /2 entries, 1 of them in the catalog/);
    assert.match(text, /\.\.\/refs\.bib/);
  });

  it('names the line of a defect', async () => {
    const project = await copyProject('broken-bib');
    const text = (await run('showBibliographyStatus', { uri: project.uri('main.tex') })) as string;
    assert.match(text, /defect/);
    assert.match(text, /line (?:8|9|1[0-3])\b/);
  });

  it('says that a file is missing and what is left out', async () => {
    const project = await makeProject({
      'paper.md': '---\nbibliography: [lit/refs.bib, refs.ris, "https://example.org/refs.bib"]\n---\n',
    });
    const text = (await run('showBibliographyStatus', { uri: project.uri('paper.md') })) as string;
    assert.match(text, /lit\/refs\.bib[^]*Not there yet/);
    assert.match(text, /refs\.ris.*this format is not read/);
    assert.match(text, /example\.org.*a web address is not read/);
  });

  it('opens in a tab, for the active draft', async () => {
    const project = await copyProject('markdown');
    await show(project.uri('paper.md'));
    const text = (await run('showBibliographyStatus')) as string;
    assert.match(text, /refs\.bib/);
    await until(() => assert.ok(tabs().some((tab) => tab.includes('Bibliographies of paper.md'))));
  });

  it('shows what holds now when it is asked for again', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    await run('showBibliographyStatus', { uri });
    await run('addToBibliography', { ids: ['llava'], uri });
    assert.match((await run('showBibliographyStatus', { uri })) as string, /3 entries, 2 of them/);
    const status = vscode.workspace.textDocuments.find(
      ({ uri: { scheme, query } }) => scheme === 'mmllm-status' && query === uri.toString(),
    );
    assert.ok(status);
    await until(() => assert.match(status.getText(), /3 entries, 2 of them/));
  });

  it('rejects what is no draft', async () => {
    const project = await makeProject({ 'notes.json': '{}' });
    await assert.rejects(run('showBibliographyStatus', { uri: project.uri('notes.json') }));
  });
});

describe('the grouping of the tree', () => {
  after(() => run('groupTreeBy', { by: 'function' }));

  it('is set by a caller, who learns which it is', async () => {
    for (const by of [
      'design',
      'input',
      'output',
      'encoder',
      'inputProjector',
      'backbone',
      'outputProjector',
      'generator',
      'stage',
      'year',
      'released',
      'venue',
      'institution',
      'survey',
      'surveyV1',
      'function',
    ]) {
      assert.equal(await run('groupTreeBy', { by }), by);
    }
  });

  it('rejects what models cannot be grouped by', async () => {
    await assert.rejects(run('groupTreeBy', { by: 'colour' }), /Models cannot be grouped by "colour"/);
    await assert.rejects(run('groupTreeBy', { by: 7 }), /Models cannot be grouped by "7"/);
  });
});

describe('a place in a bibliography', () => {
  it('is shown by its offset', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(), 'markdown', 'refs.bib');
    const offset = (await vscode.workspace.openTextDocument(uri))
      .getText()
      .indexOf('@inproceedings{li2023blip');
    await run('openEntry', { uri: uri.toString(), offset });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor.document.offsetAt(editor.selection.active), offset);
  });
});
