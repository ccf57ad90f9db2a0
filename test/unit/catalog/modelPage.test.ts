import assert from 'node:assert/strict';
import { readSources } from '../../../scripts/build-catalog';
import { compileCatalog } from '../../../scripts/catalog/compile';
import { Catalog } from '../../../src/core/catalog/catalog';
import type { PageWords } from '../../../src/core/catalog/modelPage';
import { modelPage } from '../../../src/core/catalog/modelPage';
import type { Model, Work } from '../../../src/core/catalog/types';
import { architecture, model, part, work } from './fixtures';

const words: PageWords = {
  label: ({ label }) => label,
  value: ({ value }) => value,
  picture: 'The pipeline',
  source: 'Source',
  reference: 'Reference',
  doubt: 'Doubtful',
  language: 'en',
};

const picture = 'data:image/svg+xml;base64,AAAA';
const entry = '@misc{a,\n  title = {A},\n}\n';

function page(described: Model, by: Work = work('a-work'), changed: Partial<PageWords> = {}): string {
  return modelPage(described, by, picture, entry, { ...words, ...changed });
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
      '| | | Source |\n|---|---|---|\n',
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
    assert.match(text, /\| \| \| 来源 \|/);
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
