import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Catalog } from '../../src/core/catalog/catalog';
import { contentOf } from '../../src/core/guide/content';
import type { Guide } from '../../src/core/guide/guide';
import { formsOf } from '../../src/core/guide/tree';
import { applyEdits } from '../../src/core/text';
import type { Syntax } from '../../src/core/drafts/types';
import { planContent } from '../../src/core/writing/planContent';
import { allEntries, repositoryGuide } from '../unit/guide/repository';
import { compileLatex } from './support/latex';
import { renderMarkdown } from './support/pandoc';
import { writeReferences } from './support/references';
import { needTools, runTool } from './support/tools';

describe('a draft with everything of the guide in it', function () {
  this.timeout(300_000);
  let catalog: Catalog;
  let guide: Guide;
  let folder: string;

  before(async () => {
    ({ catalog, guide } = await repositoryGuide());
    folder = await mkdtemp(path.join(tmpdir(), 'mmllm-guide-'));
    await writeReferences(folder, catalog);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Inserts every entry in every form, one after the other, where the marker stands. */
  function filled(draft: string, syntax: Syntax): { text: string; inserted: string[] } {
    let text = draft;
    const inserted: string[] = [];
    for (const entry of allEntries(guide)) {
      for (const form of formsOf(entry)) {
        const content = contentOf(entry, form, guide, catalog);
        assert.ok(content, `${entry.id} as ${form}`);
        const offset = text.indexOf('MARKER');
        const plan = planContent({ text, offset, syntax, content, keyOf: (key) => key });
        assert.notEqual(plan.inserted, '', `${entry.id} as ${form}`);
        text = applyEdits(text, plan.edits);
        inserted.push(plan.inserted);
        // Too many floats without text between them are more than LaTeX can hold.
        text = text.replace('MARKER', syntax === 'latex' ? '\\clearpage\n\nMARKER' : '\n\nMARKER');
      }
    }
    return { text, inserted };
  }

  const body = ['\\begin{document}', 'MARKER'].join('\n');
  for (const [name, preamble, end, backend] of [
    ['plain', '', '\\bibliographystyle{plain}\n\\bibliography{refs}', 'bibtex'],
    [
      'natbib',
      '\\usepackage{natbib,url,booktabs,amsmath,amssymb}',
      '\\bibliographystyle{plainnat}\n\\bibliography{refs}',
      'bibtex',
    ],
    [
      'biblatex',
      '\\usepackage[backend=biber]{biblatex}\n\\usepackage{amsfonts}\n\\addbibresource{refs.bib}',
      '\\printbibliography',
      'biber',
    ],
  ] as const) {
    it(`compiles with ${name} without a warning`, async function () {
      await needTools(this, 'pdflatex', backend);
      const draft = ['\\documentclass{article}', preamble, body, end, '\\end{document}', ''].join('\n');
      const { text } = filled(draft, 'latex');
      await writeFile(path.join(folder, `${name}.tex`), text);
      const { warnings } = await compileLatex(folder, `${name}.tex`, backend);
      // A document of hundreds of pages takes a run more than drafts do.
      assert.deepEqual(
        warnings.filter((line) => !line.includes('Rerun to get cross-references right')),
        [],
      );
    });
  }

  it('is rendered by pandoc without a warning, every table as a table', async function () {
    await needTools(this, 'pandoc');
    const { text } = filled('---\nbibliography: refs.bib\n---\n\nMARKER\n', 'pandoc');
    await writeFile(path.join(folder, 'guide.md'), text);
    const { warnings, html, text: plain } = await renderMarkdown(folder, 'guide.md');
    // Without MathML pandoc leaves what Unicode has no characters for as it is.
    const others = warnings
      .join('\n')
      .replaceAll(/\[WARNING\] Could not convert TeX math[^]*?rendering as TeX/g, '');
    assert.equal(others.trim(), '');
    const math = await runTool(folder, 'pandoc', [
      '--from=markdown',
      '--to=html',
      '--citeproc',
      '--mathml',
      'guide.md',
    ]);
    assert.equal(math.stderr, '', 'as MathML every formula can be shown');
    assert.doesNotMatch(plain, /\?\?\?|@\w+\d{4}/);
    const tables = allEntries(guide)
      .map((entry) => contentOf(entry, 'table', guide, catalog))
      .flatMap((content) => (content?.form === 'table' ? content.tables : []));
    assert.equal(html.match(/<table/g)?.length, tables.length);
    assert.equal(html.match(/<caption>/g)?.length, tables.length);
    assert.ok(html.includes('<sup>'), 'marks are raised');
  });
});
