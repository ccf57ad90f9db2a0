import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CommandArguments } from '../../src/vscode/arguments';
import type { Insertion } from '../../src/vscode/citer';
import { after } from './support/editors';
import { api, run } from './support/extension';
import { copyProject, makeProject } from './support/project';
import type { Project } from './support/project';
import { until } from './support/until';

async function insertTable(
  project: Project,
  draft: string,
  behind: string,
  args: CommandArguments,
): Promise<{ result: Insertion; text: string; document: vscode.TextDocument }> {
  const document = await vscode.workspace.openTextDocument(project.uri(draft));
  const position = document.positionAt(after(document, behind));
  const result = await run('insertTable', { uri: document.uri, position, ...args });
  assert.ok(result, 'the command says what it did');
  return { result: result as Insertion, text: document.getText(), document };
}

function webviewTabs(name: string): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(`mmllm.${name}`),
    );
}

const ids = ['llava', 'flamingo'];
const columns = ['architecture.encoders', 'architecture.backbones'];

describe('a table by command', () => {
  it('is a LaTeX table with a model a line, each cited, and their entries', async () => {
    const project = await copyProject('latex-plain');
    const { result, text } = await insertTable(project, 'main.tex', 'Images come next.', { ids, columns });
    assert.deepEqual(result.keys, ['liu2023visual', 'alayrac2022flamingo']);
    assert.equal(result.bibliography, project.uri('refs.bib').toString());
    assert.match(text, /\\begin\{table\}[^]*\\caption\{Comparison of LLaVA and Flamingo\.\}/);
    assert.match(text, / & Encoder & LLM backbone \\\\/);
    assert.match(text, /LLaVA~\\cite\{liu2023visual\} & [^&]+ & Vicuna[^&]* \\\\/);
    assert.match(await project.text('refs.bib'), /@\w+\{alayrac2022flamingo,/);
  });

  it('has models as columns where that is wanted', async () => {
    const project = await copyProject('markdown');
    const args = { ids, columns, transposed: false };
    const { text } = await insertTable(project, 'paper.md', 'Images come next.', args);
    assert.match(text, /\| +\| LLaVA \[@liu2023visual\] \| Flamingo \[@alayrac2022flamingo\] \|/);
    assert.match(text, /\| Encoder \| [^|]+ \| [^|]+ \|/);
    assert.match(text, /: Comparison of LLaVA and Flamingo\./);
  });

  it('has a line for each of many models, and says that so many columns do not fit', async () => {
    const project = await copyProject('markdown');
    const many = (
      'flamingo blip-2 llava minigpt-4 mplug-owl x-llm videochat instructblip pandagpt pali-x ' +
      'video-llama video-chatgpt shikra'
    ).split(' ');
    const args = { ids: many, columns };
    await assert.rejects(
      insertTable(project, 'paper.md', 'Images come next.', { ...args, transposed: false }),
      /At most 12 models fit side by side\./,
    );
    const { result, text } = await insertTable(project, 'paper.md', 'Images come next.', args);
    assert.equal(result.keys.length, 13);
    assert.equal(text.match(/^\| [^|]*\[@[^|]*\]/gm)?.length, 13);
  });

  it('is written in MyST and Typst as well', async () => {
    const project = await makeProject({
      'refs.bib': '',
      'paper.md': '---\nbibliography: refs.bib\n---\n\nText {cite:p}`x`.\n',
      'paper.typ': 'Text @x.\n\n#bibliography("refs.bib")\n',
    });
    const myst = await insertTable(project, 'paper.md', 'Text {cite:p}`x`.', { ids, columns });
    assert.match(myst.text, /```\{table\} Comparison[^]*LLaVA \{cite:p\}`liu2023visual`/);
    const typst = await insertTable(project, 'paper.typ', 'Text @x.', { ids, columns });
    assert.match(typst.text, /#figure\(\s*table\([^]*\[LLaVA @liu2023visual\]/);
  });

  it('is in the language of the draft’s summaries', async () => {
    const project = await copyProject('markdown');
    const configuration = vscode.workspace.getConfiguration('mmllm');
    await configuration.update('summary.language', 'zh', vscode.ConfigurationTarget.Workspace);
    try {
      const { text } = await insertTable(project, 'paper.md', 'Images come next.', { ids, columns });
      assert.match(text, /: LLaVA 和 Flamingo 的比较。/);
    } finally {
      await configuration.update('summary.language', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('is taken back with its entries by one undo', async () => {
    const project = await copyProject('markdown');
    const before = (await vscode.workspace.openTextDocument(project.uri('paper.md'))).getText();
    const { document } = await insertTable(project, 'paper.md', 'Images come next.', { ids, columns });
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    const bibliography = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
    assert.doesNotMatch(bibliography.getText(), /alayrac2022flamingo/);
  });

  it('rejects unknown models and facts, and writes nothing then', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    await assert.rejects(Promise.resolve(run('insertTable', { ids: ['no-such'], uri })), /no model/);
    await assert.rejects(
      Promise.resolve(run('insertTable', { ids, uri, columns: ['colour'] })),
      /no fact "colour"/,
    );
  });
});

describe('a table of results by command', () => {
  const scored = ['llava-1-5', 'blip-2'];
  const args = { kind: 'benchmarks', ids: scored, columns: ['GQA', 'POPE'] };

  it('has a line for each variant, the best bold, doubts as notes, and cites models, benchmarks and the survey', async () => {
    const project = await copyProject('latex-plain');
    const { result, text } = await insertTable(project, 'main.tex', 'Images come next.', args);
    assert.deepEqual(new Set(result.keys), new Set(result.added));
    assert.match(
      text,
      /\\caption\{Scores as compiled for the survey[^]*?~\\cite\{zhang2024mm\w*\} on GQA~\\cite/,
    );
    assert.match(text, / & LLM & GQA & POPE \\\\/);
    assert.match(text, /LLaVA-1\.5~\\cite\{liu2023improved\} & Vicuna-1\.5-13B & [^&]*\\textbf\{63\.3\}/);
    assert.match(text, /BLIP-2~\\cite\{li2023blip\} [^\n]*44\.7\}\\textsuperscript\{\w/);
    assert.match(text, /\\textsuperscript\{a\} The row mixes two backbones/);
    const entries = await project.text('refs.bib');
    for (const key of result.keys) {
      assert.ok(entries.includes(`{${key},`), key);
    }
  });

  it('is written in Markdown, MyST and Typst, with models as columns where that is wanted', async () => {
    const project = await makeProject({
      'refs.bib': '',
      'paper.md': '---\nbibliography: refs.bib\n---\n\nText @x.\n',
      'myst.md': '---\nbibliography: refs.bib\n---\n\nText {cite:p}`x`.\n',
      'paper.typ': 'Text @x.\n\n#bibliography("refs.bib")\n',
    });
    const pandoc = await insertTable(project, 'paper.md', 'Text @x.', args);
    assert.match(pandoc.text, /\| LLaVA-1\.5 \[@liu2023improved\] \| Vicuna-1\.5-13B \| \*\*63\.3\*\*/);
    const myst = await insertTable(project, 'myst.md', '`x`.', { ...args, transposed: false });
    assert.match(myst.text, /\| LLM \| Vicuna-1\.5-7B \|/);
    assert.match(myst.text, /\| GQA \(%\) \|/);
    const typst = await insertTable(project, 'paper.typ', 'Text @x.', args);
    assert.match(typst.text, /#strong\[63\.3\]/);
  });

  it('takes the ids that a comparison gives its rows', async () => {
    const project = await copyProject('markdown');
    const { text } = await insertTable(project, 'paper.md', 'Images come next.', {
      ...args,
      columns: ['score.POPE'],
    });
    assert.match(text, /\| Model \| LLM \| POPE \|/);
  });

  it('says that models have no scores, and of unknown benchmarks and kinds, and writes nothing then', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    const before = await project.text('paper.md');
    const call = (more: object): Promise<unknown> =>
      Promise.resolve(run('insertTable', { uri, ...args, ...more }));
    await assert.rejects(call({ ids: ['next-gpt'], columns: undefined }), /No scores are known/);
    await assert.rejects(call({ columns: ['colour'] }), /no score on "colour"/);
    await assert.rejects(call({ kind: 'colours' }), /no table of the kind "colours"/);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.equal(document.getText(), before);
  });
});

describe('a comparison by command', () => {
  it('opens a tab with the models, each once, and says which', async () => {
    const opened = await run('compareModels', { ids: ['llava', 'blip-2', 'llava'] });
    assert.deepEqual(opened, ['llava', 'blip-2']);
    // The extension host hears of a tab some time after it has opened it.
    await until(() => assert.equal(webviewTabs('comparison').length, 1));
    await vscode.window.tabGroups.close(webviewTabs('comparison'));
  });

  it('takes twelve of many', async () => {
    const { models } = await (await api()).catalog;
    const opened = await run('compareModels', { ids: models.slice(0, 20).map(({ id }) => id) });
    assert.equal((opened as string[]).length, 12);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('rejects unknown models', async () => {
    await assert.rejects(Promise.resolve(run('compareModels', { ids: ['no-such'] })), /no model/);
  });
});

describe('the landscape by command', () => {
  it('opens one tab, however often it is asked for', async () => {
    await run('openLandscape');
    await run('openLandscape');
    await until(() => assert.ok(webviewTabs('landscape').length > 0));
    assert.equal(webviewTabs('landscape').length, 1);
    await vscode.window.tabGroups.close(webviewTabs('landscape'));
  });
});
