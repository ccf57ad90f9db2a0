import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Syntax } from '../../../src/core/drafts/types';
import { applyEdits } from '../../../src/core/text';
import type { CitedTable, Content } from '../../../src/core/writing/content';
import { cite, enumerateSpans, mark, strong, text, worksCited } from '../../../src/core/writing/content';
import { planContent } from '../../../src/core/writing/planContent';

const sentence: Content = {
  form: 'sentence',
  spans: [text('A & B'), cite('b2023b', 'c2023c'), text(' work.')],
};
const table: CitedTable = {
  id: 'x',
  caption: [text('Things'), cite('s2024s'), text('.')],
  columns: [
    { head: 'Name', align: 'left' },
    { head: 'Score (%)', align: 'right' },
  ],
  rows: [
    [
      [text('A|B'), cite('b2023b')],
      [text('1.0'), mark('a')],
    ],
    [[text('C_3')], []],
  ],
  notes: [[mark('a'), text(' Doubtful.')]],
};
const tables: Content = { form: 'table', tables: [table] };
const formula: Content = { form: 'formula', formulas: [{ id: 'f', name: 'F', latex: '\\mathbb{E} = x' }] };

/** Inserts at `|` and gives the draft back with the cursor as `|`. */
function insert(draft: string, content: Content, syntax: Syntax, preamble = ''): string {
  const offset = draft.indexOf('|');
  const plain = draft.replace('|', '');
  const plan = planContent({ text: plain, offset, syntax, content, preamble, keyOf: (key) => key });
  const result = applyEdits(plain, plan.edits);
  return `${result.slice(0, plan.cursor)}|${result.slice(plan.cursor)}`;
}

describe('a sentence of the guide', () => {
  it('is escaped and cited as the draft does', () => {
    assert.equal(insert('One.| Two.', sentence, 'latex'), 'One. A \\& B~\\cite{b2023b,c2023c} work.| Two.');
    assert.equal(insert('One.|', sentence, 'pandoc'), 'One. A & B [@b2023b; @c2023c] work.|');
    assert.equal(insert('One.|', sentence, 'typst'), 'One. A & B @b2023b @c2023c work.|');
    assert.equal(
      insert('One {cite:p}`d`.|', sentence, 'myst'),
      'One {cite:p}`d`. A & B {cite:p}`b2023b,c2023c` work.|',
    );
  });

  it('goes behind a citation that the cursor is in', () => {
    assert.equal(insert('One [@a|b].', sentence, 'pandoc'), 'One [@ab] A & B [@b2023b; @c2023c] work.|.');
  });

  it('is not written where LaTeX does not print', () => {
    const draft = 'One.\n\\end{document}\nafter|';
    assert.match(insert(draft, sentence, 'latex'), /^One\. A .*work\.\|\n\\end\{document\}\nafter$/);
  });
});

describe('a table of the guide', () => {
  it('stands behind the paragraph of the cursor', () => {
    const result = insert('One| line\nand more.\n\nNext.\n', tables, 'pandoc');
    assert.match(result, /^One line\nand more\.\n\n\| Name [^]*Doubtful\.\|\n\nNext\.\n$/);
  });

  it('stands before the end of a LaTeX document and before what begins there', () => {
    assert.match(
      insert('One|\n\\section{Two}\n', tables, 'latex'),
      /^One\n\n\\begin\{table\}[^]*\\end\{table\}\|\n\n?\\section/,
    );
    assert.match(
      insert('One\n\\end{document}|\n', tables, 'latex'),
      /^One\n\n\\begin\{table\}[^]*\\end\{table\}\|\n\n?\\end\{document\}\n$/,
    );
  });

  it('keeps the line breaks of the draft', () => {
    assert.doesNotMatch(insert('One|\r\n\r\nTwo\r\n', tables, 'pandoc'), /(?<!\r)\n/);
  });

  it('has rules of booktabs where the draft loads it', () => {
    assert.match(insert('One|', tables, 'latex', '\\usepackage{graphicx,booktabs}'), /\\toprule/);
    assert.match(insert('One|', tables, 'latex', '% \\usepackage{booktabs}'), /\\hline/);
  });

  it('is LaTeX with caption, label, citations, marks and notes', () => {
    const result = insert('One|', tables, 'latex');
    assert.match(result, /\\caption\{Things~\\cite\{s2024s\}\.\}\n {2}\\label\{tab:x\}/);
    assert.match(result, /A\\textbar\{\}B~\\cite\{b2023b\} & 1\.0\\textsuperscript\{a\} \\\\/);
    assert.match(result, /C\\_3 & {2}\\\\/);
    assert.match(result, /\\textsuperscript\{a\} Doubtful\.\\par/);
  });

  it('gets a label that the draft does not have', () => {
    assert.match(insert('\\label{tab:x} One|', tables, 'latex'), /\\label\{tab:x-2\}/);
  });

  it('takes both columns of a LaTeX draft that has two, if it is wide', () => {
    const wide: CitedTable = {
      ...table,
      columns: ['A', 'B', 'C', 'D', 'E'].map((head) => ({ head, align: 'left' })),
      rows: [['1', '2', '3', '4', '5'].map((cell) => [text(cell)])],
    };
    const content: Content = { form: 'table', tables: [wide] };
    const preamble = '\\documentclass[twocolumn]{article}';
    assert.match(insert('One|', content, 'latex', preamble), /\\begin\{table\*\}[^]*\\end\{table\*\}/);
    assert.doesNotMatch(insert('One|', tables, 'latex', preamble), /table\*/, 'this one is narrow');
    assert.doesNotMatch(insert('One|', content, 'latex'), /table\*/);
  });

  it('lets words stand out as the syntax does', () => {
    const bold: Content = { form: 'table', tables: [{ ...table, rows: [[[strong('1_0')], []]] }] };
    assert.match(insert('One|', bold, 'latex'), /\\textbf\{1\\_0\}/);
    assert.match(insert('One|', bold, 'pandoc'), /\| \*\*1_0\*\* \|/);
    assert.match(insert('{cite:p}`d`|', bold, 'myst'), /\| \*\*1_0\*\* \|/);
    assert.match(insert('One|', bold, 'typst'), /#strong\[1_0\]/);
  });

  it('is a pipe table with caption in Markdown', () => {
    const result = insert('|', tables, 'pandoc');
    assert.match(result, /\| A\\\|B \[@b2023b\] \| 1\.0\^a\^ \|\n\| C_3 \| {2}\|/);
    assert.match(result, /\|:---\|---:\|/);
    assert.match(result, /\n\n: Things \[@s2024s\]\.\n\n\^a\^ Doubtful\.\|$/);
  });

  it('is a directive in MyST and a figure in Typst', () => {
    assert.match(
      insert('{cite:p}`d`|', tables, 'myst'),
      /```\{table\} Things \{cite:p\}`s2024s`\.\n:name: tab-x/,
    );
    const typst = insert('One|', tables, 'typst');
    assert.match(typst, /\[A\|B @b2023b\], \[1\.0#super\[a\]\],/);
    assert.match(typst, /caption: \[Things @s2024s\.\],\n\) <tab:x>/);
  });
});

describe('a formula of the guide', () => {
  it('stands on lines of its own in the paragraph', () => {
    assert.equal(
      insert('With| this.', formula, 'latex'),
      'With\n\\begin{equation}\n  \\mathbf{E} = x\n\\end{equation}|\n this.',
    );
    assert.equal(insert('With|', formula, 'pandoc'), 'With\n\n$$\n\\mathbb{E} = x\n$$|');
  });

  it('has blackboard letters where the draft has them', () => {
    assert.match(insert('|', formula, 'latex', '\\usepackage{amssymb}'), /\\mathbb\{E\}/);
  });

  it('is not written into a comment', () => {
    assert.match(insert('a % com|ment\n', formula, 'latex'), /^a % comment\n\\begin\{equation\}/);
  });

  it('is nothing in Typst, whose mathematics is another language', () => {
    assert.equal(insert('One|', formula, 'typst'), 'One|');
  });
});

describe('a citation of the guide', () => {
  it('joins the one at the cursor', () => {
    const content: Content = { form: 'citation', work: 's2024s' };
    assert.equal(insert('One [@a|].', content, 'pandoc'), 'One [@a; @s2024s]|.');
  });
});

describe('content', () => {
  it('knows the works it cites, each once', () => {
    assert.deepEqual(worksCited(sentence), ['b2023b', 'c2023c']);
    assert.deepEqual(worksCited(tables), ['s2024s', 'b2023b']);
    assert.deepEqual(worksCited(formula), []);
  });

  it('is enumerated as people do', () => {
    const items = ['a', 'b', 'c'].map((name) => [text(name)]);
    const said = enumerateSpans(items).map((span) => (span.kind === 'text' ? span.text : ''));
    assert.equal(said.join(''), 'a, b and c');
  });

  it('changes nothing of the draft but what it inserts', () => {
    const draft = fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\r\n', '\\', '%', '{', '}', '@', '[', ']', '`'),
      maxLength: 40,
    });
    const syntax = fc.constantFrom<Syntax>('latex', 'pandoc', 'myst', 'typst');
    fc.assert(
      fc.property(
        draft,
        fc.nat(40),
        syntax,
        fc.constantFrom(sentence, tables, formula),
        (words, at, kind, content) => {
          const plan = planContent({
            text: words,
            offset: Math.min(at, words.length),
            syntax: kind,
            content,
            keyOf: (key) => key,
          });
          const result = applyEdits(words, plan.edits);
          assert.equal(result.length, words.length + plan.inserted.length);
          assert.ok(
            plan.edits.every(({ range }) => range.start === range.end),
            'nothing is replaced',
          );
          assert.ok(plan.cursor >= 0 && plan.cursor <= result.length);
        },
      ),
    );
  });
});
