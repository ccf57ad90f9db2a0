import assert from 'node:assert/strict';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { Catalog } from '../../../src/core/catalog/catalog';
import type { PageExtras, PageWords } from '../../../src/core/catalog/modelPage';
import { modelPage } from '../../../src/core/catalog/modelPage';
import type { Model, Work } from '../../../src/core/catalog/types';
import { architecture, model, part, work } from './fixtures';

const words: PageWords = {
  label: ({ label }) => label,
  value: ({ value }) => value,
  picture: 'The pipeline',
  fact: 'Fact',
  known: 'Known',
  source: 'Source',
  reference: 'Reference',
  doubt: 'Doubtful',
  language: 'en',
};

const picture = 'data:image/svg+xml;base64,AAAA';
const entry = '@misc{a,\n  title = {A},\n}\n';

function page(
  described: Model,
  by: Work = work('a-work'),
  changed: Partial<PageWords> = {},
  extras?: PageExtras,
): string {
  return modelPage(described, by, picture, entry, { ...words, ...changed }, extras);
}

/** The cells of the table's row with a label. */
function row(text: string, label: string): string[] {
  const line = text.split('\n').find((each) => each.startsWith(`| ${label} |`));
  assert.ok(line, `there is a row ${label}`);
  return cells(line);
}

function cells(line: string): string[] {
  return line
    .split(/(?<!\\)(?:\\\\)*\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('modelPage', () => {
  it('has name, idea, picture, facts, reference and entry, in this order', () => {
    const text = page(model('llava', { name: 'LLaVA' }));
    const places = [
      '# LLaVA\n',
      'LLaVA does something.',
      `![The pipeline](${picture})`,
      '| Fact | Known | Source |\n|---|---|---|\n',
      '## Reference\n',
      'Doe, J. (2023). The work a-work. arXiv.',
      '```bibtex\n@misc{a,\n  title = {A},\n}\n```',
    ].map((part) => text.indexOf(part));
    assert.ok(
      places.every((place) => place >= 0),
      text,
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('says where a fact was read and what is doubtful', () => {
    const described = model('a', {
      architecture: architecture({ backbones: [part('Vicuna')] }),
      sources: { 'architecture.backbones': 'survey table 1' },
      conflicts: [{ field: 'architecture.backbones', text: 'its paper says LLaMA' }],
    });
    assert.deepEqual(row(page(described), 'LLM backbone'), [
      'LLM backbone',
      'Vicuna<br>*Doubtful: its paper says LLaMA*',
      'survey table 1',
    ]);
  });

  it('says what is not reported', () => {
    assert.equal(row(page(model('a')), 'LLM backbone')[1], 'not reported');
  });

  it('links to the paper and the code', () => {
    const described = model('a', { links: { code: 'https://github.com/a/b' } });
    const text = page(described, work('a-work', { arxiv: '2301.00001' }));
    assert.equal(row(text, 'Paper')[1], '[arxiv.org/abs/2301.00001](https://arxiv.org/abs/2301.00001)');
    assert.equal(row(text, 'Code')[1], '[github.com/a/b](https://github.com/a/b)');
  });

  it("is in the reader's language", () => {
    const text = page(model('llava', { name: 'LLaVA' }), work('a-work'), {
      language: 'zh',
      label: ({ label }) => `«${label}»`,
      value: ({ value }) => (value === 'not reported' ? '未报告' : value),
      source: '来源',
      reference: '参考文献',
    });
    assert.match(text, /LLaVA 做某事。/);
    assert.match(text, /\| Fact \| Known \| 来源 \|/);
    assert.equal(row(text, '«LLM backbone»')[1], '未报告');
    assert.match(text, /^## 参考文献$/m);
  });

  it('shows special characters as they are', () => {
    const described = model('v', {
      name: 'V* <b>x</b>',
      institutions: ['|A | B', '|C|', 'D\\|E', '`code`', '[x](y)'],
      idea: { en: 'costs *no* `more`.', zh: '' },
    });
    const text = page(described);
    assert.doesNotMatch(text, /(?<!\\)<b>/);
    const [label, value, source, ...more] = row(text, 'Institution');
    assert.equal(label, 'Institution');
    assert.equal(source, '');
    assert.deepEqual(more, [], 'no cell is divided');
    assert.equal(value?.replaceAll(/\\([!-/:-@[-`{-~])/g, '$1'), '|A | B, |C|, D\\|E, `code`, [x](y)');
    assert.doesNotMatch(value, /(?<!\\)(?:`|\[x\]\()/);
  });

  it('offers what can be done, before the picture', () => {
    const actions = [
      { label: 'Insert Citation', address: 'command:cite' },
      { label: 'Copy *all*', address: 'command:copy' },
    ];
    const text = page(model('a'), work('a-work'), {}, { actions });
    assert.match(
      text,
      /\n\n\[Insert Citation\]\(command:cite\) · \[Copy \\\*all\\\*\]\(command:copy\)\n\n!\[/,
    );
  });

  it('says where the draft cites the model, or that it does not', () => {
    const texts = {
      cited: 'Cited in {0}: {1}',
      notCited: 'Not cited in {0}.',
      line: 'line {0}',
      more: 'and {0} more',
    };
    const uses = (...counts: number[]): string => {
      const files = counts.map((count, file) => ({
        name: `file${file}.tex`,
        lines: Array.from({ length: count }, (_, index) => ({ line: index + 1, address: `at:${index}` })),
      }));
      return page(model('a'), work('a-work'), {}, { uses: { texts, draft: 'main.tex', files } });
    };
    assert.match(uses(), /\nNot cited in `main\.tex`\.\n/);
    assert.match(uses(2), /\nCited in `file0\.tex`: \[line 1\]\(at:0\), \[line 2\]\(at:1\)\n/);
    assert.match(uses(31), /\[line 30\]\(at:29\) and 1 more\n/);
    assert.match(
      uses(1, 1),
      /\nCited in `file0\.tex`: \S+ \S+ {2}\nCited in `file1\.tex`: \[line 1\]\(at:0\)\n\n/,
    );
    const many = uses(29, 2, 2);
    assert.match(many, /Cited in `file1\.tex`: \[line 1\]\(at:0\) and 3 more\n\n/);
    assert.doesNotMatch(many, /file2/);
  });

  it('links to nothing but web pages', () => {
    const described = model('a', { links: { code: 'command:evil', home: 'https://a.org/x) [y](command:z' } });
    const text = page(described);
    assert.equal(row(text, 'Code')[1], 'command:evil');
    assert.doesNotMatch(text, /(?<!\\)\]\(command:/);
    assert.match(text, /\]\(https:\/\/a\.org\/x%29%20%5By%5D%28command:z\)/);
  });

  it('keeps an entry in its block, whatever it holds', () => {
    const text = modelPage(model('a'), work('a-work'), picture, 'x\n```\n[a](command:b)\n', words);
    assert.match(text, /\n````bibtex\nx\n```\n\[a\]\(command:b\)\n````$/);
  });

  it('has a whole table for every model of the catalog', async () => {
    const catalog = new Catalog(compileCatalog(await readSources()).data);
    for (const described of catalog.models) {
      const text = page(described, catalog.workOf(described));
      const lines = text.split('\n').filter((line) => line.startsWith('|'));
      assert.ok(lines.length > 8, described.id);
      for (const line of lines) {
        assert.equal(cells(line).length, 3, line);
      }
      assert.doesNotMatch(text, /undefined|\[object|null/, described.id);
    }
  });
});
