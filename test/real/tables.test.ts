import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Catalog } from '../../src/core/catalog/catalog';
import type { Model } from '../../src/core/catalog/types';
import { compareModels, mostColumns } from '../../src/core/comparison/compare';
import { resultsTables } from '../../src/core/comparison/results';
import { citedTable } from '../../src/core/comparison/table';
import { draftView, seenTable } from '../../src/core/comparison/view';
import type { Syntax } from '../../src/core/drafts/types';
import type { Guide } from '../../src/core/guide/guide';
import { applyEdits } from '../../src/core/text';
import type { CitedTable } from '../../src/core/writing/content';
import { planContent } from '../../src/core/writing/planContent';
import { repositoryGuide } from '../unit/guide/repository';
import { compileLatex } from './support/latex';
import { renderMarkdown } from './support/pandoc';
import { writeReferences } from './support/references';
import { needTools } from './support/tools';

/** Every character that means something in LaTeX, Markdown or Typst. */
const hostile = 'A_b & 50% #1 $x$ {y} ~ ^2 \\z <b> *c* [d](e) `f` | @g "q" \\end{table}';

describe('a draft with tables of models', function () {
  this.timeout(300_000);
  let catalog: Catalog;
  let guide: Guide;
  let folder: string;

  before(async () => {
    const { catalog: real, guide: survey } = await repositoryGuide();
    guide = survey;
    const odd: Model = {
      ...real.model('llava-1-5')!,
      id: 'odd',
      name: hostile,
      training: { pretraining: hostile, instructionTuning: hostile },
      conflicts: [{ field: 'training.pretraining', text: hostile }],
    };
    catalog = new Catalog({ models: [...real.models, odd], works: real.works });
    folder = await mkdtemp(path.join(tmpdir(), 'mmllm-tables-'));
    await writeReferences(folder, catalog);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Of both kinds, two and twelve models as lines, two and four as columns: more fit on no page. */
  function allTables(languages: readonly ('en' | 'zh')[]): (readonly CitedTable[])[] {
    const scored = [...new Set(guide.data.scores.rows.map(({ model }) => model))];
    const twelve = scored.slice(0, mostColumns - 2).concat('next-gpt', 'codi-2');
    return languages.flatMap((language) =>
      [true, false].flatMap((transposed) =>
        [['llava-1-5', 'odd'], transposed ? twelve : [...twelve.slice(9), 'odd']].flatMap((ids) => {
          const models = ids.map((id) => catalog.model(id)!);
          const comparison = compareModels(models, (model) => catalog.workOf(model));
          const view = { ...draftView(comparison), transposed };
          const seen = seenTable(comparison, view, ({ label }) => label, '—');
          return [
            [citedTable(seen, models, language)],
            resultsTables(ids, guide, catalog, { transposed, language }),
          ];
        }),
      ),
    );
  }

  /** @returns the draft with all tables in it, where the marker stands */
  function filled(
    draft: string,
    syntax: Syntax,
    languages: readonly ('en' | 'zh')[] = ['en'],
  ): { text: string; count: number } {
    let text = draft;
    let count = 0;
    for (const tables of allTables(languages)) {
      const offset = text.indexOf('MARKER');
      const content = { form: 'table', tables } as const;
      const plan = planContent({ text, offset, syntax, content, keyOf: (key) => key, preamble: draft });
      assert.notEqual(plan.inserted, '');
      count += tables.length;
      text = applyEdits(text, plan.edits);
      text = text.replace('MARKER', syntax === 'latex' ? 'Text.\n\\clearpage\n\nMARKER' : 'Text.\n\nMARKER');
    }
    return { text, count };
  }

  const bibtex = (style: string): string => `\\bibliographystyle{${style}}\n\\bibliography{refs}`;
  for (const [name, preamble, end, backend] of [
    ['plain', '\\documentclass{article}', bibtex('plain'), 'bibtex'],
    [
      'natbib and booktabs',
      '\\documentclass{article}\n\\usepackage{natbib,url,booktabs}',
      bibtex('plainnat'),
      'bibtex',
    ],
    [
      'two columns and biblatex',
      '\\documentclass[twocolumn]{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{booktabs}\n' +
        '\\usepackage[backend=biber]{biblatex}\n\\addbibresource{refs.bib}',
      '\\printbibliography',
      'biber',
    ],
  ] as const) {
    it(`compiles without a warning, and no table is far too wide: ${name}`, async function () {
      await needTools(this, 'pdflatex', backend);
      const draft = [preamble, '\\begin{document}', 'MARKER', end, '\\end{document}', ''].join('\n');
      const { text, count } = filled(draft, 'latex');
      assert.equal(text.match(/\\begin\{table/g)?.length, count);
      assert.equal(text.includes('\\begin{table*}'), name.startsWith('two'));
      assert.equal(text.includes('\\toprule'), name.includes('booktabs') || name.startsWith('two'));
      const file = `${name.replaceAll(' ', '-')}.tex`;
      await writeFile(path.join(folder, file), text);
      const { warnings, log } = await compileLatex(folder, file, backend);
      assert.deepEqual(
        // With the authors behind each of twelve models all their scores are a little more than a page.
        warnings.filter((line) => !/Rerun to get|rerun LaTeX|too large for page by \d\d\./i.test(line)),
        [],
      );
      const over = [...log.matchAll(/Overfull \\hbox \((\d+)/g)].map(([, points]) => Number(points));
      assert.ok(Math.max(0, ...over) < 40, `boxes are ${over.join(', ')} points too wide`);
    });
  }

  it('is rendered by pandoc without a warning, every table as a table and every character as it is', async function () {
    await needTools(this, 'pandoc');
    const { text, count } = filled('---\nbibliography: refs.bib\n---\n\nMARKER\n', 'pandoc', ['en', 'zh']);
    await writeFile(path.join(folder, 'tables.md'), text);
    const { warnings, html, text: plain } = await renderMarkdown(folder, 'tables.md');
    assert.deepEqual(warnings, []);
    assert.equal(html.match(/<table/g)?.length, count);
    assert.equal(html.match(/<caption>/g)?.length, count);
    assert.doesNotMatch(plain, /\?\?\?|@\w+\d{4}/);
    assert.ok(html.includes('<strong>'), 'the best stand out');
    const shown = html.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    const said = hostile.replaceAll('"', '').slice(0, 55);
    assert.ok(shown.replaceAll(/[“”"]|&quot;|\s+/g, '').includes(said.replaceAll(/\s+/g, '')), 'as it is');
  });

  it('is written in MyST and Typst with as many cells as there are', () => {
    const myst = filled('---\nbibliography: refs.bib\n---\n\nText {cite:p}`x`.\n\nMARKER\n', 'myst').text;
    const bars = myst.split('\n').filter((line) => line.startsWith('|'));
    assert.ok(bars.length > 50);
    let columns = 0;
    for (const [index, line] of bars.entries()) {
      const cells = line.replaceAll(/\\\||`[^`]*`/g, '').split('|').length - 2;
      columns = bars[index + 1]?.startsWith('|:') || bars[index + 1]?.startsWith('|-') ? cells : columns;
      assert.equal(cells, columns, line);
    }
    const typst = filled('MARKER\n\n#bibliography("refs.bib")\n', 'typst').text;
    const code = typst.replaceAll(/\\[^]/g, '');
    for (const [open, close] of ['[]', '()', '{}']) {
      assert.equal(code.split(open!).length, code.split(close!).length, `every ${open} is closed`);
    }
    assert.match(typst, /#strong\[/);
  });
});
