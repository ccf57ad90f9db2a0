import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Insertion } from '../../src/vscode/citer';
import { after } from './support/editors';
import { run } from './support/extension';
import { copyProject } from './support/project';
import { until } from './support/until';

function tabs(): string[] {
  return vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
}

async function insertFromGuide(
  folder: string,
  draft: string,
  id: string,
  form?: string,
): Promise<{ result: Insertion; text: string; bibliography: string }> {
  const project = await copyProject(folder);
  const uri = project.uri(draft);
  const document = await vscode.workspace.openTextDocument(uri);
  const position = document.positionAt(after(document, 'Images come next.'));
  const result = (await run('insertFromGuide', { id, form, uri, position })) as Insertion;
  return { result, text: document.getText(), bibliography: await project.text('refs.bib') };
}

describe('the recipe on image resolution', () => {
  it('has a page that says what it is and who follows it', async () => {
    const page = (await run('openGuide', { id: 'recipes/resolution' })) as string;
    assert.match(page, /^# Higher image resolution/);
    assert.match(page, /LLaVA-1\.5 and VILA take images of 336×336 pixels/);
    assert.match(page, /## Who follows it\n\n- LLaVA-1\.5/);
    assert.match(page, /Source: survey, final version, section 5/);
    await until(() => assert.ok(tabs().some((tab) => tab.includes('Higher image resolution'))));
  });

  it('is inserted with its citations, whose entries are added', async () => {
    const { result, text, bibliography } = await insertFromGuide(
      'markdown',
      'paper.md',
      'recipes/resolution',
    );
    assert.match(text, /price of longer token sequences and more compute \[@zhang2024mm\]\./);
    assert.match(
      text,
      /LLaVA-1\.5 \[@liu2023improved\] and VILA \[@lin2023vila\] take images of 336×336 pixels/,
    );
    assert.ok(result.keys.includes('feng2023docpedia'));
    assert.ok(result.added.includes('zhang2024mm'));
    for (const key of result.added) {
      assert.ok(bibliography.includes(`{${key},`), key);
    }
  });
});

describe('who reports the best GQA, and what is doubtful about it,', () => {
  it('is answered by the page on GQA', async () => {
    const page = (await run('openGuide', { id: 'benchmark/gqa' })) as string;
    assert.match(
      page,
      /Highest: 63\.3\\\*, reported by LLaVA-1\.5 \(Vicuna-1\.5-13B\), VILA-13B \(LLaMA-2-13B\)/,
    );
    assert.match(page, /Training images of the data set were used in training/);
    const [, unranked = ''] = /## Not comparable with the others([^]*?)\n## /.exec(page) ?? [];
    assert.match(unranked, /IDEFICS-80B.*45\.2\?.*OK-VQA score/);
    assert.match(page, /BLIP-2.*44\.7\?.*Elsewhere: 32\.3/);
  });

  it('is inserted as a sentence with citations', async () => {
    const { text } = await insertFromGuide('latex-plain', 'main.tex', 'benchmark/gqa', 'sentence');
    assert.match(text, /GQA~\\cite\{hudson2019gqa\} tests compositional questions/);
    assert.match(text, /LLaVA-1\.5 \(Vicuna-1\.5-13B\)~\\cite\{liu2023improved\} and VILA-13B/);
    assert.match(text, /Not compared: IDEFICS-80B/);
  });

  it('is inserted as a table with marks and footnotes, behind the paragraph', async () => {
    const { text, result } = await insertFromGuide('latex-plain', 'main.tex', 'benchmark/gqa', 'table');
    assert.match(text, /Images come next\.[^\n]*\n\n\\begin\{table\}\[tbp\]\n/);
    assert.match(
      text,
      /IDEFICS-80B~\\cite\{laurencon2023introducing\} & LLaMA-65B & 45\.2\\textsuperscript\{c\}/,
    );
    assert.match(text, /\\textsuperscript\{c\} Is the model's OK-VQA score/);
    assert.ok(text.indexOf('\\end{table}') < text.indexOf('\\end{document}'));
    assert.ok(result.added.length > 5);
  });
});

describe('inserting from the guide', () => {
  it('is one step back, entries included', async () => {
    const project = await copyProject('markdown');
    const document = await vscode.workspace.openTextDocument(project.uri('paper.md'));
    const bib = await vscode.workspace.openTextDocument(project.uri('refs.bib'));
    const before = [document.getText(), bib.getText()];
    await vscode.window.showTextDocument(document);
    await run('insertFromGuide', { id: 'datasets/instruction-tuning', uri: document.uri });
    assert.match(document.getText(), /\| Dataset \| Stage \|/);
    assert.match(document.getText(), /134M\^[a-z]\^/);
    await vscode.commands.executeCommand('undo');
    await until(() => assert.deepEqual([document.getText(), bib.getText()], before));
  });

  it('writes formulas in LaTeX and Markdown', async () => {
    const latex = await insertFromGuide('latex-plain', 'main.tex', 'architecture/input-projector', 'formula');
    assert.match(latex.text, /\\begin\{equation\}\n {2}\\mathop/);
    const markdown = await insertFromGuide('markdown', 'paper.md', 'tuning/lora', 'formula');
    assert.match(markdown.text, /\n\n\$\$\nh = Wx \+ \\Delta W x = Wx \+ ABx\n\$\$/);
  });

  it('cites the survey itself', async () => {
    const { text, result } = await insertFromGuide('markdown', 'paper.md', 'survey', 'citation');
    assert.match(text, /Images come next\. \[@zhang2024mm\]/);
    assert.deepEqual(result.added, ['zhang2024mm']);
  });

  it('rejects what there is not', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    await assert.rejects(run('insertFromGuide', { id: 'recipes/none', uri }), /no page "recipes\/none"/);
    await assert.rejects(
      run('insertFromGuide', { id: 'recipes/resolution', form: 'table', uri }),
      /cannot be inserted/,
    );
    await assert.rejects(run('insertFromGuide', { id: 'recipes', uri }), /nothing to insert/);
    await assert.rejects(run('openGuide', { id: 'benchmark/none' }), /no page "benchmark\/none"/);
  });
});

describe('a page of the guide', () => {
  it('is rendered by the Markdown of VS Code with tables and links', async () => {
    const page = (await run('openGuide', { id: 'survey' })) as string;
    const html = await vscode.commands.executeCommand<string>('markdown.api.render', page);
    assert.match(html, /<h1[^>]*>The survey: MM-LLMs<\/h1>/);
    assert.match(html, /href="https:\/\/arxiv\.org\/abs\/2401\.13601"/);
  });

  it('is the page of a model for its id, with the scores', async () => {
    for (const id of ['blip-2', 'model/blip-2']) {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const page = (await run('openGuide', { id })) as string;
      assert.match(page, /^# BLIP-2\n/);
      assert.match(page, /\| GQA \| BLIP-2 \(Flan-T5-XXL \(13B\)\) \| \*44\.7\?\*/);
      assert.match(page, /Same LLM backbone/);
      await until(() => assert.deepEqual(tabs(), ['BLIP-2']));
    }
  });
});

describe('the hover on a cited model', () => {
  it('has the scores of its variants, doubtful ones marked', async () => {
    const project = await copyProject('markdown');
    const uri = await project.write('scores.md', 'See [@li2023blip].\n');
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(0, 8),
    );
    const [content] = hover?.contents ?? [];
    const text = (content as vscode.MarkdownString).value.replaceAll('\\', '');
    assert.match(text, /BLIP-2 (.*):\* .*GQA 44\.7\?, .*MM-Vet 22\.4,? /);
    assert.match(text, /\? doubtful/);
  });
});
