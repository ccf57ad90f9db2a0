import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { cellText, codeSpan, inlineText, link, commandAddress } from '../../src/core/pages/markdown';
import { safeHtml } from '../../src/core/pages/safeHtml';
import { closeEditors, show } from './support/editors';
import { run } from './support/extension';
import { copyProject, makeProject, workspaceFolder } from './support/project';
import { until } from './support/until';

/** The names on the tabs, in their order. */
function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

/** The tabs with pages, by their addresses. */
function pages(): string[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputCustom ? [input.uri.toString(true)] : []));
}

function modelUri(id: string, name: string): vscode.Uri {
  return vscode.Uri.from({ scheme: 'mmllm-page', path: `/model/${name}`, query: id });
}

/** The source of the page on a model. */
async function page(id: string, name: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(modelUri(id, name))).getText();
}

/** What a page shows of a Markdown text, rendered by VS Code: HTML, and the text in it. */
async function rendered(markdown: string): Promise<{ html: string; text: string }> {
  const written = safeHtml(
    await vscode.commands.executeCommand<string>('markdown.api.render', `# Page\n\n${markdown}`),
    ['mmllm.openPlace'],
  );
  // A page begins with a heading, which some versions put an empty element before. A web address that is written out may be a link to itself.
  const html = written
    .replace(/^(?:<span><\/span>)?\s*<h1[^>]*>Page<\/h1>\s*/, '')
    .replaceAll(/<a href="(https?:[^"]*)">([^<]*)<\/a>/g, (whole: string, address: string, label: string) =>
      address === label ? address : whole,
    )
    .replaceAll(/<a>([^<]*)<\/a>/g, '$1');
  const text = html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
  return { html, text: text.trim() };
}

describe("a model's page", () => {
  it('opens, rendered, in a tab with its name', async () => {
    await run('openModel', { id: 'blip-2' });
    await until(() => assert.deepEqual(tabs().filter((tab) => tab.includes('BLIP-2')).length, 1));
    assert.equal(vscode.window.activeTextEditor, undefined, 'not as source');
  });

  it('has one tab, in whatever group, however often it is asked for', async () => {
    await closeEditors();
    await run('openModel', { id: 'blip-2' });
    const project = await makeProject({ 'a.md': 'See @li2023blip.\n' });
    await vscode.window.showTextDocument(project.uri('a.md'), { viewColumn: vscode.ViewColumn.Beside });
    await run('openModel', { id: 'blip-2' });
    await until(() => assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'BLIP-2'));
    assert.deepEqual(pages(), ['mmllm-page:/model/BLIP-2?blip-2']);
    await closeEditors();
  });

  it('leaves the draft the active one, also with its source in an editor', async () => {
    const project = await makeProject({ 'refs.bib': '', 'a.md': 'Text\n' });
    await show(project.uri('a.md'));
    await show(modelUri('blip-2', 'BLIP-2'));
    await until(() => assert.equal(vscode.window.activeTextEditor?.document.languageId, 'markdown'));
    const { keys } = (await run('insertCitation', { ids: ['blip-2'], position: 4 })) as { keys: string[] };
    assert.deepEqual(keys, ['li2023blip']);
    await until(async () =>
      assert.equal(
        (await vscode.workspace.openTextDocument(project.uri('a.md'))).getText(),
        'Text [@li2023blip]\n',
      ),
    );
    await closeEditors();
  });

  it('is opened no more often than somebody looks at it', async () => {
    const uri = modelUri('flamingo', 'Flamingo');
    let opened = 0;
    const counting = vscode.workspace.onDidOpenTextDocument((document) => {
      opened += document.uri.toString() === uri.toString() ? 1 : 0;
    });
    try {
      // Opens the document for a moment.
      await vscode.commands.executeCommand('vscode.executeHoverProvider', uri, new vscode.Position(0, 0));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      const before = opened;
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(opened, before);
    } finally {
      counting.dispose();
    }
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
    const path = vscode.Uri.from({
      scheme: 'mmllm-page',
      path: '/status/Bibliographies of paper.md',
      query: uri.toString(),
    });
    assert.ok(pages().includes(path.toString(true)), pages().join());
    const status = await vscode.workspace.openTextDocument(path);
    assert.match(status.getText(), /3 entries, 2 of them/);
    await run('addToBibliography', { ids: ['flamingo'], uri });
    await until(() => assert.match(status.getText(), /4 entries, 3 of them/));
  });

  it('rejects what is no draft', async () => {
    const project = await makeProject({ 'notes.json': '{}' });
    await assert.rejects(run('showBibliographyStatus', { uri: project.uri('notes.json') }));
  });
});

describe('text on a page', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="command:mmllm.openPlace">a</a>',
    '</main></body><h1>x</h1>',
    '[a](command:mmllm.openPlace?%5B%5D)',
    '![a](https://example.org/x.png)',
    '[a][b] and [b]: command:mmllm.openPlace',
    '<https://example.org> <command:mmllm.openPlace>',
    '`<b>` ``x`` ```',
    '&lt;script&gt; &#60;b&#62; &amp;',
    '# a',
    '- a',
    '* a',
    '+ a',
    '1. a',
    '2) a',
    '> a',
    '---',
    '***',
    '===',
    '~~~',
    '```js',
    '**a** __a__ *a* _a_ ~~a~~',
    '| a | b |',
    'a | b',
    '$x$ and $$y$$ and \\\\(z\\\\)',
    '\\ \\\\ \\<b>',
    '<!-- a --> <?b?> <![CDATA[c]]>',
    '{#id .class} [^1] ^[a] :smile: @li2023blip',
    'V*, LLaVA-1.5, Qwen2.5-VL (7B) & more',
  ];

  it('shows as it is, whatever it holds', async () => {
    for (const text of hostile) {
      for (const markdown of [inlineText(text), `- ${inlineText(text)}`]) {
        const shown = await rendered(markdown);
        assert.equal(shown.text, text, markdown);
        assert.deepEqual(
          [...shown.html.matchAll(/<(?!\/)([a-z0-9]+)/g)].map(([, tag]) => tag),
          markdown.startsWith('- ') && !inlineText(text).startsWith('- ') ? ['ul', 'li'] : ['p'],
          shown.html,
        );
      }
    }
  });

  it('shows as it is in code, in links and in tables', async () => {
    for (const text of hostile) {
      assert.equal((await rendered(codeSpan(text))).text, text);
      const address = commandAddress('mmllm.openPlace', { uri: text });
      const linked = await rendered(link(codeSpan(text), address));
      assert.equal(linked.text, text);
      assert.deepEqual(linked.html.match(/<a [^>]*>/g), [`<a href="${address}">`], linked.html);
      const table = await rendered(`| a |\n|---|\n| ${cellText(text)} |`);
      assert.equal(table.text.replace(/^a\s+/, ''), text);
      assert.equal(table.html.match(/<td>/g)?.length, 1, table.html);
      assert.doesNotMatch(table.html, /<(?:a|img|script|code|em|strong)\b/);
    }
  });

  it('has no control characters', async () => {
    const { html } = await rendered(inlineText('a\u0000\u001b[31m\u009bb\r\nc'));
    assert.equal(html.trim(), '<p>a [31m b c</p>');
  });
});

describe('a link on a page', () => {
  it('opens a file at the place, and selects it', async () => {
    const text = '\ufeffone\r\ntwo\nthree four\r\n';
    const project = await makeProject({ 'a b (c).bib': text });
    const uri = project.uri('a b (c).bib');
    const start = text.indexOf('four');
    await run('openPlace', { uri: uri.toString(), start, end: start + 4 });
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor.document.getText(editor.selection), 'four');
  });

  it('shows a file where it is on screen already', async () => {
    await closeEditors();
    const project = await makeProject({ 'a.bib': '@misc{a}\n', 'b.bib': '' });
    await show(project.uri('a.bib'));
    await vscode.window.showTextDocument(project.uri('b.bib'), { viewColumn: vscode.ViewColumn.Beside });
    await run('openPlace', { uri: project.uri('a.bib').toString(), start: 6, end: 7 });
    await until(() => assert.equal(vscode.window.activeTextEditor?.viewColumn, vscode.ViewColumn.One));
    assert.equal(vscode.window.visibleTextEditors.length, 2);
    await closeEditors();
  });

  it('opens nothing but places in files', async () => {
    const project = await makeProject({ 'a.bib': '' });
    const uri = project.uri('a.bib').toString();
    await closeEditors();
    for (const argument of [
      undefined,
      'x',
      {},
      { uri: 7 },
      { uri: 'https://example.org/a.bib' },
      { uri: 'command:workbench.action.quit' },
      { uri, start: -1 },
      { uri, start: 3, end: 2 },
      { uri, start: '1' },
      { uri, start: 0.5 },
    ]) {
      assert.equal(await run('openPlace', argument), undefined);
      assert.equal(vscode.window.activeTextEditor, undefined, JSON.stringify(argument));
    }
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('opens a setting of this extension, and no other', async () => {
    await run('openSetting', 'editor.fontSize');
    assert.deepEqual(tabs(), []);
    await run('openSetting', 'mmllm.bibliography.files');
    await until(() => assert.deepEqual(tabs(), ['Settings']));
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
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
