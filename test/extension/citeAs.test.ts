import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { show } from './support/editors';
import { commandLinks, hoverAt, hoverOn } from './support/hovers';
import type { Project } from './support/project';
import { makeProject } from './support/project';
import { until } from './support/until';

const latex = (key: string): string =>
  `\\documentclass{article}\n\\cite{${key}} and \\citet[p.~3]{x, ${key}}, not ${key}.\n\\bibliography{refs}\n`;
const markdown = (key: string): string =>
  `---\nbibliography: refs.bib\n---\n\nSee [@${key}, p. 3; @x], @${key} and \`@${key}\`.\n`;

async function open(files: Record<string, string>): Promise<Project> {
  return makeProject({ 'refs.bib': '@misc{x, title = {X}}\n', ...files });
}

/** Follows a link of the hover on a key, as a click does. */
async function follow(document: vscode.TextDocument, key: string, label: RegExp): Promise<void> {
  // The first of the places where it is cited.
  const shown = await hoverAt(document, document.getText().indexOf(key) + 1);
  assert.ok(shown);
  const links = commandLinks(shown.markdown);
  const link = links.find((each) => label.test(each.label));
  assert.ok(link, JSON.stringify(links));
  await vscode.commands.executeCommand(link.command, link.argument);
}

describe('a key that can only mean one work', () => {
  for (const [path, draft, key] of [
    ['main.tex', latex, 'Li2023BLIP2BL'],
    ['paper.md', markdown, 'li-etal-2023-blip'],
  ] as const) {
    it(`is replaced in ${path} wherever it is cited, with the entry, and one undo takes back both`, async () => {
      const project = await open({ [path]: draft(key) });
      const { document } = await show(project.uri(path));
      const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
      const before = bibliography.getText();
      await follow(document, key, /cite it as li2023blip$/);
      const expected = draft('li2023blip')
        .replace('not li2023blip', `not ${key}`)
        .replace('`@li2023blip`', `\`@${key}\``);
      assert.equal(document.getText(), expected);
      assert.match(bibliography.getText(), /\{li2023blip,/);
      const shown = await hoverAt(document, document.getText().indexOf('li2023blip') + 1);
      assert.match(shown?.markdown ?? '', /mmllm\.openEntry/);
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      await until(() => assert.deepEqual([document.getText(), bibliography.getText()], [draft(key), before]));
    });
  }

  it('is replaced by the key under which the bibliography has the work, and nothing is added', async () => {
    const entry = '@article{mine, title = {BLIP-2}, eprint = {2301.12597}, archiveprefix = {arXiv}}\n';
    const project = await open({ 'paper.md': markdown('Li2023BLIP2BL'), 'refs.bib': entry });
    const { document } = await show(project.uri('paper.md'));
    await follow(document, 'Li2023BLIP2BL', /cite it as mine$/);
    assert.match(document.getText(), /\[@mine, p\. 3; @x\], @mine and/);
    assert.equal(await project.text('refs.bib'), entry);
  });

  it('does not offer an entry alone, which would leave it undefined', async () => {
    const project = await open({ 'main.tex': '\\cite{Li2023BLIP2BL}\n\\bibliography{refs}\n' });
    const { document } = await show(project.uri('main.tex'));
    const { markdown: shown } = await hoverOn(document, 'Li2023BLIP2BL');
    assert.deepEqual(
      commandLinks(shown).map(({ command }) => command),
      ['mmllm.citeAs', 'mmllm.openModel', 'mmllm.revealInTree'],
    );
  });

  it('that may mean several works is replaced by the one that is chosen', async () => {
    const project = await open({ 'paper.md': markdown('liu-etal-2023-visual') });
    const { document } = await show(project.uri('paper.md'));
    await follow(document, 'liu-etal-2023-visual', /cite it as liu2022visual$/);
    assert.match(document.getText(), /\[@liu2022visual, p\. 3; @x\], @liu2022visual and/);
    const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
    assert.match(bibliography.getText(), /\{liu2022visual,/);
  });
});
