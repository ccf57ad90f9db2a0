import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { readSources } from '../../scripts/build-catalog';
import { compileCatalog } from '../../scripts/catalog/compile';
import type { BibliographicEntry, Work } from '../../src/core/catalog/types';
import { compileLatex } from './support/latex';
import { renderMarkdown } from './support/pandoc';
import { needTools } from './support/tools';

/** The entry as it stands in a file that has no style of its own. */
function written(entry: BibliographicEntry): string {
  const fields = Object.entries(entry.fields).map(([name, value]) => `  ${name} = {${value}},\n`);
  return `@${entry.type}{${entry.key},\n${fields.join('')}}\n`;
}

function citingAll(preamble: string, end: string): string {
  return [
    '\\documentclass{article}',
    preamble,
    '\\begin{document}',
    'All works.\\nocite{*}',
    end,
    '\\end{document}',
    '',
  ].join('\n');
}

describe('every work of the catalog, in one bibliography', function () {
  this.timeout(300_000);
  let works: readonly Work[];
  let folder: string;

  before(async () => {
    works = compileCatalog(await readSources()).data.works;
    folder = await mkdtemp(path.join(tmpdir(), 'mmllm-works-'));
    await writeFile(path.join(folder, 'refs.bib'), works.map(({ entry }) => written(entry)).join('\n'));
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function compile(backend: 'bibtex' | 'biber', name: string, source: string): Promise<string> {
    await writeFile(path.join(folder, name), source);
    const { warnings, bbl } = await compileLatex(folder, name, backend);
    assert.deepEqual(warnings, []);
    return bbl;
  }

  it('compiles with pdflatex, BibTeX and plain.bst without a warning', async function () {
    await needTools(this, 'pdflatex', 'bibtex');
    const source = citingAll('', '\\bibliographystyle{plain}\n\\bibliography{refs}');
    const bbl = await compile('bibtex', 'plain.tex', source);
    const items = [...bbl.matchAll(/\\bibitem\{(\w+)\}/g)].map(([, key]) => key);
    assert.deepEqual(items.sort(), works.map(({ key }) => key).sort());
  });

  it('compiles with natbib, hyperref and plainnat.bst without a warning', async function () {
    await needTools(this, 'pdflatex', 'bibtex');
    const preamble = '\\usepackage[numbers]{natbib}\n\\usepackage{hyperref}';
    const source = citingAll(preamble, '\\bibliographystyle{plainnat}\n\\bibliography{refs}');
    const bbl = await compile('bibtex', 'natbib.tex', source);
    assert.equal([...bbl.matchAll(/\\bibitem\[/g)].length, works.length);
  });

  it('compiles with biblatex and biber without a warning', async function () {
    await needTools(this, 'pdflatex', 'biber');
    const preamble = '\\usepackage[backend=biber]{biblatex}\n\\addbibresource{refs.bib}';
    const bbl = await compile('biber', 'biblatex.tex', citingAll(preamble, '\\printbibliography'));
    const entries = [...bbl.matchAll(/\\entry\{(\w+)\}/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(entries)].sort(), works.map(({ key }) => key).sort());
  });

  it('prints titles in lower case without losing the names in them', async function () {
    await needTools(this, 'pdflatex', 'bibtex');
    const source = citingAll('', '\\bibliographystyle{plain}\n\\bibliography{refs}');
    const bbl = (await compile('bibtex', 'titles.tex', source)).replace(/\s+/g, ' ');
    for (const title of [
      '{BLIP}-2: Bootstrapping language-image pre-training with frozen image encoders and large language models',
      'Otter: A multi-modal model with in-context instruction tuning',
      '{ChatGPT} and its friends in {Hugging Face}',
      'Making the {V} in {VQA} matter',
      '{CMMMU}: A {Chinese} massive multi-discipline multimodal understanding benchmark',
    ]) {
      assert.ok(bbl.includes(title), title);
    }
  });

  it('is read by pandoc without a warning, work by work', async function () {
    await needTools(this, 'pandoc');
    const draft = ['---', 'bibliography: refs.bib', 'nocite: "@*"', '---', '', 'All works.', ''].join('\n');
    await writeFile(path.join(folder, 'all.md'), draft);
    const { html, text, warnings } = await renderMarkdown(folder, 'all.md');
    assert.deepEqual(warnings, []);
    const keys = [...html.matchAll(/id="ref-(\w+)"/g)].map(([, key]) => key);
    assert.deepEqual(keys.sort(), works.map(({ key }) => key).sort());
    for (const name of [
      'Surís, Dídac',
      'Laurençon, Hugo',
      'Sağnak Taşırlar',
      'Kar, Oğuzhan Fatih',
      '01.AI, Alex Young',
    ]) {
      assert.ok(text.includes(name), name);
    }
  });
});
