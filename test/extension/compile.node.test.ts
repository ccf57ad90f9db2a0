import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { compileLatex } from '../real/support/latex';
import { renderMarkdown } from '../real/support/pandoc';
import { needTools } from '../real/support/tools';
import { api, insert } from './support/extension';
import { citeInProject } from './support/citing';
import type { Project } from './support/project';
import { copyProject, makeProject } from './support/project';

/** Saves every draft, as an author does before compiling. */
async function save(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    assert.ok(!document.isDirty || (await document.save()), document.uri.path);
  }
}

async function cite(project: Project, draft: string, behind: string, ...ids: string[]): Promise<void> {
  await citeInProject(project, draft, behind, { ids });
}

async function summarise(project: Project, draft: string, behind: string, ...ids: string[]): Promise<void> {
  await citeInProject(project, draft, behind, { ids }, 'insertSummary');
}

async function everyModel(): Promise<string[]> {
  return (await (await api()).catalog).models.map(({ id }) => id);
}

/** The drafts in LaTeX: where a citation goes, and what compiles them. */
const latexDrafts = [
  {
    folder: 'latex-natbib',
    draft: 'chapters/introduction.tex',
    behind: 'Flamingo came first',
    backend: 'bibtex',
  },
  { folder: 'latex-natbib', draft: 'chapters/method.tex', behind: 'a frozen encoder', backend: 'bibtex' },
  { folder: 'latex-plain', draft: 'main.tex', behind: 'Images come next', backend: 'bibtex' },
  { folder: 'latex-subfiles', draft: 'parts/one.tex', behind: 'Images come next', backend: 'bibtex' },
  { folder: 'latex-biblatex', draft: 'main.tex', behind: 'Speech comes next', backend: 'biber' },
  { folder: 'strings-comments', draft: 'main.tex', behind: 'Images come next', backend: 'bibtex' },
  { folder: 'missing-bib', draft: 'main.tex', behind: 'not there yet', backend: 'bibtex' },
  { folder: 'same-work-other-key', draft: 'main.tex', behind: 'and compare', backend: 'bibtex' },
  { folder: 'key-taken', draft: 'main.tex', behind: 'was measured before', backend: 'bibtex' },
  { folder: 'crlf-bom', draft: 'main.tex', behind: 'Images come next', backend: 'bibtex' },
] as const;

describe('a LaTeX draft with citations by command', function () {
  this.timeout(180_000);

  for (const { folder, draft, behind, backend } of latexDrafts) {
    it(`compiles without a warning: ${folder}/${draft}`, async function () {
      await needTools(this, 'pdflatex', backend);
      const project = await copyProject(folder);
      await summarise(project, draft, behind, 'llava', 'next-gpt');
      await cite(project, draft, behind, 'flamingo', 'blip-2');
      await save();
      const { warnings, bbl, pdfText } = await compileLatex(project.folder.fsPath, 'main.tex', backend);
      assert.deepEqual(warnings, []);
      for (const author of ['Alayrac', 'Haotian', 'Junnan']) {
        assert.ok(bbl.includes(author), author);
      }
      // Where the text of a PDF cannot be had, the bibliography and the lack of warnings must do.
      if (pdfText !== undefined) {
        assert.match(pdfText, /Alayrac/);
        assert.doesNotMatch(pdfText, /\[\?\]|\(\?\)|\?\?/);
      }
    });
  }

  it('compiles with every model of the catalog cited and summed up', async function () {
    await needTools(this, 'pdflatex', 'bibtex');
    const project = await makeProject({
      'main.tex': [
        '\\documentclass{article}',
        '\\usepackage[T1]{fontenc}',
        '\\usepackage{natbib,url}',
        '\\begin{document}',
        'Many models.',
        '',
        'All of them.',
        '\\bibliographystyle{plainnat}',
        '\\bibliography{refs}',
        '\\end{document}',
        '',
      ].join('\n'),
    });
    const ids = await everyModel();
    await summarise(project, 'main.tex', 'Many models.', ...ids);
    await cite(project, 'main.tex', 'All of them', ...ids);
    await save();
    const { warnings, bbl } = await compileLatex(project.folder.fsPath, 'main.tex', 'bibtex');
    assert.deepEqual(warnings, []);
    const { works } = await (await api()).catalog;
    const cited = works.filter(({ key }) => bbl.includes(`{${key}}`)).length;
    assert.equal(cited, new Set((await (await api()).catalog).models.map(({ work }) => work)).size);
  });
});

const markdownDrafts = [
  { folder: 'markdown', draft: 'paper.md', behind: 'Images come next' },
  { folder: 'markdown-list', draft: 'paper.md', behind: 'See' },
  { folder: 'missing-bib', draft: 'paper.md', behind: 'not there yet' },
  { folder: 'same-work-other-key', draft: 'paper.md', behind: 'and compare' },
  { folder: 'crlf-bom', draft: 'paper.md', behind: 'Images come next' },
] as const;

describe('a Markdown draft with citations by command', function () {
  this.timeout(180_000);

  for (const { folder, draft, behind } of markdownDrafts) {
    it(`is rendered without a warning: ${folder}/${draft}`, async function () {
      await needTools(this, 'pandoc');
      const project = await copyProject(folder);
      await summarise(project, draft, behind, 'llava', 'next-gpt');
      await cite(project, draft, behind, 'flamingo', 'blip-2');
      await citeInProject(project, draft, behind, { ids: ['qwen-audio'], form: 'textual', postnote: 'p. 3' });
      await save();
      const { warnings, text } = await renderMarkdown(project.folder.fsPath, draft);
      assert.deepEqual(warnings, []);
      assert.match(text, /Alayrac et al\. 2022/);
      assert.match(text, /Chu et al\. \(2023, 3\)/);
      assert.match(text, /LLaVA \((?:H\. )?Liu(?: et al\.| and others)? 2023\) connects CLIP/);
      assert.match(text, /Flamingo: a visual language model/i);
      assert.doesNotMatch(text, /\?\?\?|@\w+\d{4}/);
    });
  }

  for (const language of ['en', 'zh'] as const) {
    it(`is rendered with every model of the catalog summed up, in ${language}`, async function () {
      await needTools(this, 'pandoc');
      const project = await makeProject({
        'paper.md': '---\nbibliography: refs.bib\n---\n\nMany models.\n',
      });
      const ids = await everyModel();
      await insert('insertSummary', { ids, language, uri: project.uri('paper.md') });
      await save();
      const { warnings, text, html } = await renderMarkdown(project.folder.fsPath, 'paper.md');
      assert.deepEqual(warnings, []);
      assert.doesNotMatch(text, /\?\?\?|@\w+\d{4}/);
      const { models } = await (await api()).catalog;
      const [paragraph = ''] = /<p>Many models[^]*?<\/p>/.exec(html) ?? [];
      assert.doesNotMatch(paragraph, /<(?:em|strong|sub|sup|code|del|a href)\b/, 'no markup by accident');
      const shown = text.replaceAll(/\s+/g, '');
      const lost = models.filter(
        ({ name, idea }) =>
          !shown.includes(name.replaceAll(/\s+/g, '')) || !shown.includes(simple(idea[language])),
      );
      assert.deepEqual(
        lost.map(({ id }) => id),
        [],
      );
    });
  }
});

/** The end of a text as pandoc writes it in plain text, with typographic quotes and without white space. */
function simple(text: string): string {
  const words = text.replaceAll(/\s+/g, '');
  const tail = words.slice(-25);
  return /["']|--|\.\.\./.test(tail) ? words.slice(-6) : tail;
}
