import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { moveBehind, select, show } from './support/editors';
import { api, configure, insert, run } from './support/extension';
import { copyProject, makeProject } from './support/project';
import type { CommandArguments } from '../../src/vscode/arguments';
import { citeInProject } from './support/citing';

async function ideaOf(id: string, language: 'en' | 'zh'): Promise<string> {
  const model = (await (await api()).catalog).models.find((each) => each.id === id);
  assert.ok(model);
  return model.idea[language];
}

async function summarise(folder: string, draft: string, args: CommandArguments): Promise<string> {
  const { result } = await citeInProject(
    await copyProject(folder),
    draft,
    'Images come next.',
    args,
    'insertSummary',
  );
  return result.inserted;
}

describe('a summary by command', () => {
  it('is a sentence with name, citation and idea, in LaTeX', async () => {
    const inserted = await summarise('latex-plain', 'main.tex', { ids: ['flamingo'] });
    assert.equal(inserted, ` Flamingo~\\cite{alayrac2022flamingo} ${await ideaOf('flamingo', 'en')}`);
  });

  it('is a sentence with name, citation and idea, in Markdown', async () => {
    const inserted = await summarise('markdown', 'paper.md', { ids: ['flamingo'] });
    assert.equal(inserted, ` Flamingo [@alayrac2022flamingo] ${await ideaOf('flamingo', 'en')}`);
  });

  for (const [folder, draft, citation] of [
    ['latex-plain', 'main.tex', '\\cite{alayrac2022flamingo}'],
    ['markdown', 'paper.md', '[@alayrac2022flamingo]'],
  ] as const) {
    it(`is in Chinese where that is wanted, in ${draft}`, async () => {
      const inserted = await summarise(folder, draft, { ids: ['flamingo'], language: 'zh' });
      assert.ok(inserted.includes('Flamingo') && inserted.includes(citation), inserted);
      assert.ok(inserted.endsWith(await ideaOf('flamingo', 'zh')), inserted);
    });

    it(`has one sentence for each model, in the order given, in ${draft}`, async () => {
      const inserted = await summarise(folder, draft, { ids: ['llava', 'flamingo', 'blip-2'] });
      const places = ['LLaVA', 'Flamingo', 'BLIP-2'].map((name) => inserted.indexOf(name));
      assert.deepEqual(
        places,
        [...places].sort((a, b) => a - b),
      );
      for (const id of ['llava', 'flamingo', 'blip-2']) {
        assert.ok(inserted.includes(await ideaOf(id, 'en')), id);
      }
    });

    it(`follows a template, in ${draft}`, async () => {
      const template = 'See {citation} for {name}, which {idea}';
      const inserted = await summarise(folder, draft, { ids: ['flamingo'], template });
      assert.equal(inserted.trim(), `See ${citation} for Flamingo, which ${await ideaOf('flamingo', 'en')}`);
    });
  }

  it('follows the settings for language and template', async () => {
    const restores = [
      await configure('summary.language', 'zh'),
      await configure('summary.template', '{name} {citation}：{idea}'),
    ];
    try {
      const inserted = await summarise('markdown', 'paper.md', { ids: ['flamingo'] });
      assert.equal(inserted.trim(), `Flamingo [@alayrac2022flamingo]：${await ideaOf('flamingo', 'zh')}`);
    } finally {
      for (const restore of restores) {
        await restore();
      }
    }
  });

  it('escapes what is special in the syntax', async () => {
    const latex = await summarise('latex-plain', 'main.tex', { ids: ['vila-2'] });
    assert.match(latex, /VILA\\textasciicircum\{\}2~\\cite\{/);
    const markdown = await summarise('markdown', 'paper.md', { ids: ['v-star'] });
    assert.match(markdown, /V(?:\\\*|\*) \[@/);
  });

  it('adds the entries and cites by the keys of the bibliography', async () => {
    const project = await copyProject('same-work-other-key');
    const uri = project.uri('paper.md');
    const result = await insert('insertSummary', { ids: ['blip-2', 'flamingo'], uri });
    assert.deepEqual(result.keys, ['BLIP2', 'alayrac2022flamingo']);
    assert.deepEqual(result.added, ['alayrac2022flamingo']);
    assert.equal(result.bibliography, project.uri('refs.bib').toString());
    assert.match(await project.text('refs.bib'), /@inproceedings\{alayrac2022flamingo,/);
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, /BLIP-2 \[@BLIP2\] trains/);
    assert.ok(text.includes('Flamingo [@alayrac2022flamingo] bridges'));
  });

  it('replaces the selection of the active draft, and the cursor goes behind it', async () => {
    const project = await copyProject('markdown');
    const editor = await show(project.uri('paper.md'));
    select(editor, 'Images come next.');
    const { inserted } = await insert('insertSummary', { ids: ['blip-2'] });
    const text = editor.document.getText();
    assert.ok(!text.includes('Images'));
    assert.equal(
      editor.document.offsetAt(editor.selection.active),
      text.indexOf(inserted) + inserted.trimEnd().length,
    );
  });

  it('is written at the cursor of the active draft', async () => {
    const project = await makeProject({ 'refs.bib': '', 'main.tex': 'One.\n\n\\bibliography{refs}\n' });
    const editor = await show(project.uri('main.tex'));
    moveBehind(editor, 'One.');
    await insert('insertSummary', { ids: ['blip-2'] });
    assert.match(editor.document.lineAt(0).text, /^One\. BLIP-2~\\cite\{li2023blip\} trains .*\.$/);
  });

  it('does nothing for no models, and rejects an unknown one', async () => {
    const project = await copyProject('markdown');
    const uri = project.uri('paper.md');
    assert.equal(await run('insertSummary', { ids: [], uri }), undefined);
    await assert.rejects(insert('insertSummary', { ids: ['no-such-model'], uri }), /no model with the id/);
  });
});
