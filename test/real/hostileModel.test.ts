import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { compareModels } from '../../src/core/comparison/compare';
import { citedTable } from '../../src/core/comparison/table';
import { initialView, seenTable } from '../../src/core/comparison/view';
import type { Syntax } from '../../src/core/drafts/types';
import { applyEdits } from '../../src/core/text';
import { planContent } from '../../src/core/writing/planContent';
import { planSummary } from '../../src/core/writing/summary';
import { mergeOwnCatalogs } from '../../src/core/ownCatalogs/merge';
import { base, read } from '../unit/ownCatalogs/fixtures';
import { compileLatex } from './support/latex';
import { renderMarkdown } from './support/pandoc';
import { needTools } from './support/tools';

const latexAttack = String.raw`\input{/etc/passwd} \write18{touch pwned} ^^5cinput{x} } \end{document} % & # $ ~ _ { \\ \par`;
const markdownAttack =
  '<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) ![x](https://example.invalid/x.png) ' +
  '| a | b | `c` ``` **d** $e$ @key [^1] {=html}';

/** A summary and a table of a hostile model in a draft with the marker XXX. */
function written(draft: string, syntax: Syntax, attack: string): string {
  const record = {
    name: `Evil ${attack}`,
    idea: { en: `is ${attack}.` },
    inputs: ['image'],
    outputs: ['text'],
    architecture: { encoders: [`Encoder ${attack}`], backbones: [`Backbone ${attack}`] },
    training: { pretraining: `Amount ${attack}` },
    license: `Licence ${attack}`,
    notes: [`Note ${attack}.`],
    work: {
      key: 'doe2025evil',
      title: `Title ${attack}`,
      author: 'Doe, Jane',
      year: 2025,
      volume: '1}, note = {x',
    },
  };
  const own = read(JSON.stringify([record]), 'evil.json');
  assert.deepEqual(own.problems, []);
  const { catalog } = mergeOwnCatalogs(base, [own]);
  const models = catalog.models.filter(({ work }) => work === 'doe2025evil' || work === 'li2023blip');
  assert.equal(models.length, 2);
  assert.deepEqual(catalog.work('doe2025evil')?.entry.fields['note'], undefined);
  const comparison = compareModels(models, (model) => catalog.workOf(model));
  const seen = seenTable(
    comparison,
    { ...initialView(comparison), transposed: true },
    ({ label }) => label,
    '—',
  );
  let text = draft;
  for (const plan of [
    planContent({
      text,
      offset: text.indexOf('XXX'),
      syntax,
      keyOf: (key) => key,
      content: { form: 'table', tables: [citedTable(seen, models, 'en')] },
    }),
    planSummary({
      text,
      offset: text.indexOf('XXX'),
      syntax,
      language: 'en',
      models: models.map(({ name, idea, work }) => ({ name, idea: idea.en, key: work })),
    }),
  ]) {
    text = applyEdits(text, [...plan.edits]);
  }
  return text;
}

describe('a hostile model in a draft', function () {
  this.timeout(120_000);
  let folder: string;
  const entries = ['doe2025evil', 'li2023blip']
    .map((key) => `@misc{${key},\n  author = {Doe, Jane},\n  title = {Title},\n  year = {2025}\n}\n`)
    .join('\n');

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mmllm-hostile-'));
    await writeFile(path.join(folder, 'refs.bib'), entries);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('is text in LaTeX: it compiles, reads no other file, runs nothing and ends nothing', async function () {
    await needTools(this, 'pdflatex', 'bibtex', 'pdftotext');
    const draft = [
      '\\documentclass{article}',
      '\\usepackage[T1]{fontenc}',
      '\\begin{document}',
      'XXX',
      '',
      'The end is here.',
      '\\bibliographystyle{plain}',
      '\\bibliography{refs}',
      '\\end{document}',
      '',
    ].join('\n');
    await writeFile(path.join(folder, 'main.tex'), written(draft, 'latex', latexAttack));
    const { pdfText = '', log } = await compileLatex(folder, 'main.tex', 'bibtex');
    const text = pdfText.replaceAll(/\s+/g, ' ');
    assert.ok(text.includes(String.raw`\input{/etc/passwd} \write18{touch pwned} ^^5cinput{x} }`), text);
    assert.ok(text.includes('The end is here.'));
    assert.doesNotMatch(log, /\(\/etc\/passwd|root:/);
    assert.doesNotMatch(text, /root:/);
    assert.ok(!(await readdir(folder)).includes('pwned'));
  });

  it('is text in Markdown: no tag, link, picture or cell is made of it', async function () {
    await needTools(this, 'pandoc');
    await writeFile(
      path.join(folder, 'main.md'),
      written('---\nbibliography: refs.bib\n---\n\nXXX\n', 'pandoc', markdownAttack),
    );
    const { html, text } = await renderMarkdown(folder, 'main.md');
    assert.doesNotMatch(html, /<(?:script|img|code|pre|strong|em|sup)\b|javascript:[^<]*"|class="math/);
    assert.deepEqual(
      [...html.matchAll(/href="([^"#]*)"/g)].map(([, address]) => address),
      [],
    );
    const cells = html
      .split('<tr')
      .slice(1)
      .map((row) => row.match(/<t[dh]\b/g)?.length);
    assert.equal(new Set(cells).size, 1, html);
    assert.ok(
      text.replaceAll(/\s+/g, ' ').includes('<script>alert(1)</script> <img src=x onerror=alert(2)>'),
    );
  });
});
