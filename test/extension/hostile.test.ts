import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { safeHtml } from '../../src/core/pages/safeHtml';
import { labelText, messageText, titleText } from '../../src/vscode/labelText';
import { closeEditors, moveBehind, show } from './support/editors';
import { api, configure, run } from './support/extension';
import { commandLinks, hoverOn, plain } from './support/hovers';
import type { Project } from './support/project';
import { makeProject } from './support/project';
import { until } from './support/until';

const attack = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '[run](command:workbench.action.quit)',
  '![x](https://example.invalid/x.png)',
  '$(trash) **bold** `code` ~~~ |a|b| # x &lt;',
].join(' ');

/** The same where a bibliography is LaTeX: what would be a command there is written as text. */
const inLatex = attack.replaceAll(/[$#&_~]/g, (character) =>
  character === '~' ? '\\textasciitilde{}' : `\\${character}`,
);

const key = 'evil2024<b>[x](command:a)';

const catalog = {
  models: [
    {
      name: `Evilest ${attack}`,
      id: 'evilest',
      aliases: [attack],
      inputs: ['image', 'text'],
      outputs: ['text'],
      architecture: { backbones: [`Backbone ${attack}`], encoders: ['constructor', '{constructor}'] },
      idea: { en: `is ${attack}.`, zh: `是 ${attack}。` },
      license: 'toString',
      notes: [`Note ${attack}.`],
      work: { key: 'evil2025', title: `Title ${attack}`, author: `Doe, ${attack}`, year: 2025 },
    },
    {
      name: 'Bad\u0000\u001b[31m \u202egnp\ud800',
      id: '__proto__',
      work: { key: '__proto__', title: 'constructor', author: 'Doe, Jane', year: 2025 },
    },
    { name: 'x'.repeat(20_000), id: 'long', inputs: ['image'], work: 'evil2025' },
    {
      name: 'Links',
      id: 'links',
      links: { code: 'javascript:alert(1)', home: ' \tcommand:x' },
      work: 'evil2025',
    },
  ],
};

/** The tags that a rendered text is made of. */
function tags(html: string): string[] {
  return [...html.matchAll(/<([a-z]\w*)/gi)].map(([, tag = '']) => tag.toLowerCase());
}

describe('text of strangers', () => {
  let project: Project;
  let restore: () => Promise<void>;

  before(async () => {
    project = await makeProject({
      'evil.json': JSON.stringify(catalog),
      'paper.md': `---\nbibliography: refs.bib\n---\n\nSee @evil2025 and [@{${key}}].\n\nMore \n`,
      'refs.bib':
        `@string{s = {${inLatex}}}\n` +
        `@article{${key},\n  title = {Own ${inLatex}},\n  author = {${inLatex}, Eve},\n  journal = s,\n  year = {2024},\n` +
        `  url = {javascript:alert(1)},\n  crossref = {${key}},\n}\n@book{broken<b>, title = {x\n`,
    });
    const name = project.folder.path.split('/').at(-1)!;
    restore = await configure('catalogs', [`${name}/evil.json`]);
    await until(async () =>
      assert.ok((await (await api()).search('evilest', { limit: 5 })).some(({ id }) => id === 'evilest')),
    );
  });

  after(async () => {
    await closeEditors();
    await restore();
  });

  it('loses no icon, link or picture of its own to the list it stands in', () => {
    const shown = labelText(attack).replaceAll('\u2060', '');
    assert.equal(shown, attack);
    for (const made of [labelText(attack), titleText(attack), messageText(attack)]) {
      assert.doesNotMatch(made, /\$\(|\]\(|!\[/);
    }
    assert.equal(labelText('a\nb\u0000c \u202ed '), 'a b c d');
    assert.equal(labelText('x'.repeat(5000)).length, 300);
    assert.equal(titleText('x'.repeat(5000)).length, 80);
    assert.equal(messageText('BLIP-2 [7B] costs $5 (!)'), 'BLIP-2 [7B] costs $5 (!)');
  });

  it('is refused by the catalog where it is too long or no address, with a place, and the rest is read', async () => {
    const problems = vscode.languages
      .getDiagnostics(project.uri('evil.json'))
      .filter(({ source }) => source === 'MM-LLM');
    const codes = problems.map(({ code }) => code);
    assert.deepEqual(
      codes.filter((code) => code === 'catalog-tooLong' || code === 'catalog-pattern').sort(),
      ['catalog-pattern', 'catalog-pattern', 'catalog-pattern', 'catalog-tooLong'],
      problems.map(({ message }) => message.slice(0, 200)).join('\n'),
    );
    problems.forEach(({ message, range }) => {
      assert.ok(message.length < 600, message);
      assert.ok(!range.isEmpty);
    });
    const models = (await (await api()).catalog).models;
    assert.ok(models.some(({ id }) => id === 'links'));
    assert.deepEqual(models.find(({ id }) => id === 'links')?.links, {});
    assert.ok(models.every(({ name }) => !/[\p{Cc}\p{Cs}\u202e]/u.test(name)));
  });

  it('is text in the hover of a model, whose links call nothing but our commands', async () => {
    const editor = await show(project.uri('paper.md'));
    const { markdown, content } = await hoverOn(editor.document, 'evil2025');
    assert.ok(plain(markdown).includes(`Evilest ${attack}`));
    assert.ok(plain(markdown).includes(`is ${attack}.`));
    assert.doesNotMatch(markdown, /(?<!\\)<(?!a)/);
    assert.doesNotMatch(
      markdown,
      /(?<!\\)\$\((?!question|info|list-tree|add|book|link-external|library|replace)/,
    );
    assert.equal(content.supportHtml ?? false, false);
    assert.ok(commandLinks(markdown).length > 0);
    assert.ok(commandLinks(markdown).every(({ command }) => command.startsWith('mmllm.')));
    const rendered = await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
    // Old versions make a link of every address that is written out, to what one reads.
    const html = rendered.replaceAll(/<a [^>]*href="(https:[^"]*)"[^>]*>\1<\/a>/g, '$1');
    assert.deepEqual(
      [...html.matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => !/^(?:data:image\/svg\+xml;base64,|command:mmllm\.)/.test(address)),
      [],
    );
    assert.ok(!tags(html).some((tag) => ['script', 'svg', 'table', 'del', 'h1'].includes(tag)), html);
  });

  it('is text in the hover of an entry', async () => {
    const editor = await show(project.uri('paper.md'));
    const { markdown } = await hoverOn(editor.document, key);
    assert.ok(plain(markdown).includes(`Own ${attack.replaceAll('`', '‘')}`), plain(markdown));
    assert.doesNotMatch(markdown, /\]\((?!command:mmllm\.)/);
    assert.doesNotMatch(markdown, /(?<!\\)<(?!a)/);
  });

  it('is text in the list of completions and its documentation', async () => {
    const editor = await show(project.uri('paper.md'));
    moveBehind(editor, 'More ');
    await editor.edit((edit) => edit.insert(editor.selection.active, '[@evil'));
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      editor.selection.active,
      undefined,
      50,
    );
    const ours = items.filter(({ detail }) => /onerror/.test(detail ?? ''));
    const labels = ours.map(({ label }) => (typeof label === 'string' ? { label } : label));
    assert.ok(ours.length >= 2, labels.map(({ label }) => label).join());
    for (const [index, { label, detail = '', description = '' }] of labels.entries()) {
      assert.doesNotMatch(`${label} ${detail} ${description}`, /\$\(|\n/);
      const { documentation, insertText } = ours[index]!;
      assert.ok(documentation instanceof vscode.MarkdownString);
      assert.ok(!documentation.isTrusted && !documentation.supportHtml && !documentation.supportThemeIcons);
      assert.doesNotMatch(documentation.value, /(?<!\\)(?:<|\]\(|!\[)/);
      assert.ok(typeof insertText === 'string' && !insertText.includes('\u2060'));
    }
    await vscode.commands.executeCommand('undo');
  });

  it('is text on the page of a model, also as source', async () => {
    await run('openModel', { id: 'evilest' });
    const page = (id: string) => vscode.Uri.from({ scheme: 'mmllm-page', path: '/model/x', query: id });
    const source = (await vscode.workspace.openTextDocument(page('evilest'))).getText();
    const html = safeHtml(await vscode.commands.executeCommand<string>('markdown.api.render', source), []);
    assert.ok(!tags(html).some((tag) => ['script', 'svg', 'del'].includes(tag)), html);
    assert.deepEqual(
      // An address that is written out leads where it says.
      [...html.replaceAll(/<a href="(https:[^"]*)">\1<\/a>/g, '').matchAll(/(?:src|href)="([^"]*)"/g)]
        .map(([, address = '']) => address)
        .filter((address) => !address.startsWith('data:image/')),
      [],
    );
    assert.ok(html.includes('&lt;img src=x onerror=alert(1)&gt;'));
    assert.equal(html.match(/<img /g)?.length, 1, 'the picture alone');
    const strange = (await vscode.workspace.openTextDocument(page('bad-31m-gnp'))).getText();
    assert.match(strange, /^# Bad \\?\[31m gnp\ufffd\n/);
  });

  it('is text in the status of the bibliographies', async () => {
    const text = (await run('showBibliographyStatus', { uri: project.uri('paper.md') })) as string;
    const html = safeHtml(await vscode.commands.executeCommand<string>('markdown.api.render', text), []);
    assert.ok(!tags(html).some((tag) => ['script', 'img', 'svg', 'del', 'b'].includes(tag)), html);
    assert.match(html, /broken&lt;b&gt;|defect/);
  });

  it('is text in the outline of a bibliography', async () => {
    const uri = await project.write('icons.bib', '@misc{a$(trash),\n}\n@misc{b<img>,\n}\n');
    await show(uri);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      uri,
    );
    assert.ok(symbols.length >= 1);
    assert.ok(symbols.every(({ name }) => !name.includes('$(')));
  });

  it('is text in what a refused rename says', async () => {
    const uri = await project.write(
      'two.bib',
      '@misc{one,\n title={a}}\n@misc{[x](command:a),\n title={b}}\n',
    );
    const { document } = await show(uri);
    await assert.rejects(
      Promise.resolve(
        vscode.commands.executeCommand(
          'vscode.executeDocumentRenameProvider',
          uri,
          document.positionAt(document.getText().indexOf('one')),
          '[x](command:a)',
        ),
      ),
      (error: Error) => !error.message.includes(']('),
    );
  });

  it('is found by what all objects have, which is no model by itself', async () => {
    await assert.rejects(Promise.resolve(run('openModel', { id: 'toString' })), /no model with the id/);
    await run('filterTree', { query: 'encoder:constructor' });
    const { count } = (await run('filterTree', { query: 'evilest' })) as { count: number };
    assert.equal(count, 1);
    await run('filterTree', { query: '' });
  });

  it('is written into a draft as text', async () => {
    const latex = await project.write(
      'draft.tex',
      '\\documentclass{article}\n\\begin{document}\nStart\n\\bibliography{own}\n\\end{document}\n',
    );
    await project.write('own.bib', '');
    await run('insertSummary', {
      ids: ['evilest'],
      uri: latex,
      position: { line: 2, character: 5 },
      language: 'en',
    });
    await run('insertTable', { ids: ['evilest', 'blip-2'], uri: latex, position: { line: 2, character: 0 } });
    const text = (await vscode.workspace.openTextDocument(latex)).getText();
    assert.ok(text.includes('Evilest \\textless{}img src=x onerror=alert(1)\\textgreater{}'), text);
    assert.doesNotMatch(text, /(?<!\\)\$\(trash|(?<!\\)#|(?<!\\)&lt/);
    const markdown = project.uri('paper.md');
    await run('insertTable', {
      ids: ['evilest', 'blip-2'],
      uri: markdown,
      position: { line: 6, character: 0 },
    });
    const document = await vscode.workspace.openTextDocument(markdown);
    const lines = document
      .getText()
      .split('\n')
      .filter((line) => line.startsWith('| '));
    const bars = lines.map((line) => line.match(/(?<!\\)\|/g)?.length);
    assert.ok(lines.length >= 3);
    assert.equal(new Set(bars).size, 1, lines.join('\n'));
  });
});
