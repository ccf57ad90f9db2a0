import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { compileLatex } from './support/latex';
import { renderMarkdown } from './support/pandoc';
import { needTools } from './support/tools';

describe('the helpers that run real programs', function () {
  this.timeout(120_000);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mmllm-real-'));
    await write('refs.bib', "@article{a2020, author = {Ada B{\\'e}rnard}, title = {One}, year = 2020}\n");
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function write(name: string, text: string): Promise<void> {
    await writeFile(path.join(folder, name), text);
  }

  function article(body: string): string {
    return `\\documentclass{article}\n\\begin{document}\n${body}\n\\bibliographystyle{plain}\n\\bibliography{refs}\n\\end{document}\n`;
  }

  it('report what BibTeX and LaTeX warn about', async function () {
    await needTools(this, 'pdflatex', 'bibtex');
    await write('main.tex', article('\\cite{a2020} and \\cite{nowhere}.'));
    const { warnings, bbl } = await compileLatex(folder, 'main.tex', 'bibtex');
    assert.ok(
      warnings.some((line) => /^Warning--.*nowhere/.test(line)),
      warnings.join('\n'),
    );
    assert.ok(
      warnings.some((line) => /^Warning--empty journal in a2020/.test(line)),
      warnings.join('\n'),
    );
    assert.ok(
      warnings.some((line) => /^LaTeX Warning: Citation `nowhere'/.test(line)),
      warnings.join('\n'),
    );
    assert.match(bbl, /\\bibitem\{a2020\}/);
  });

  it('report what biber warns about', async function () {
    await needTools(this, 'pdflatex', 'biber');
    const preamble = '\\usepackage[backend=biber]{biblatex}\n\\addbibresource{refs.bib}';
    const body =
      '\\begin{document}\n\\cite{a2020} and \\cite{nowhere}.\n\\printbibliography\n\\end{document}';
    await write('main.tex', `\\documentclass{article}\n${preamble}\n${body}\n`);
    const { warnings } = await compileLatex(folder, 'main.tex', 'biber');
    assert.ok(
      warnings.some((line) => line.includes('WARN') && line.includes('nowhere')),
      warnings.join('\n'),
    );
  });

  it('fail with the end of the log when a document does not compile', async function () {
    await needTools(this, 'pdflatex', 'bibtex');
    await write('main.tex', article('\\undefinedcommand'));
    await assert.rejects(compileLatex(folder, 'main.tex', 'bibtex'), /Undefined control sequence/);
  });

  it('report a key that pandoc does not find, and show the names it does', async function () {
    await needTools(this, 'pandoc');
    await write('paper.md', '---\nbibliography: refs.bib\n---\n\nSee [@a2020; @nowhere].\n');
    const { warnings, text, html } = await renderMarkdown(folder, 'paper.md');
    assert.match(warnings.join('\n'), /nowhere/);
    assert.match(text, /Bérnard/);
    assert.match(html, /id="ref-a2020"/);
  });
});
