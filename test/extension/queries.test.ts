import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { FilterResult } from '../../src/features/treeFilter';
import { citeIn } from './support/citing';
import { after as behind, show } from './support/editors';
import { api, run } from './support/extension';
import { copyProject } from './support/project';

async function filter(query: string): Promise<FilterResult> {
  return (await run('filterTree', { query })) as FilterResult;
}

async function found(query: string): Promise<string[]> {
  return (await (await api()).search(query, { limit: 400 })).map(({ id }) => id);
}

describe('a query', () => {
  after(() => filter(''));

  /** What researchers ask, and a few of the models that answer it. */
  const questions: readonly [question: string, query: string, some: readonly string[]][] = [
    [
      'which models use a Q-Former and Vicuna',
      'connector:q-former backbone:vicuna',
      ['instructblip', 'video-llama', 'minigpt-4'],
    ],
    ['which take video in and give audio out', 'in:video out:audio', ['next-gpt', 'codi-2', 'vita-1-5']],
    [
      'which of the 26 of the first version publish how much instruction data they use',
      'survey:v1 has:instruction-size',
      ['llava', 'shikra', 'qwen-vl', 'vila'],
    ],
  ];

  for (const [question, query, some] of questions) {
    it(`answers ${question}, in the tree, in the search and as a citation with entries`, async () => {
      const { count, total, problems } = await filter(query);
      const ids = await found(query);
      assert.deepEqual(problems, []);
      assert.ok(count > 5 && count < 40 && total > 300, `${count} of ${total}`);
      assert.equal(ids.length, count);
      for (const id of some) {
        assert.ok(ids.includes(id), id);
      }
      const { works, models } = await (await api()).catalog;
      const keys = new Set(ids.map((id) => models.find((model) => model.id === id)!.work));
      const cited = await citeIn('latex-natbib', 'chapters/method.tex', 'frozen language model', { query });
      assert.deepEqual(new Set(cited.result.keys), keys);
      const [line = ''] = cited.changed;
      const bibliography = await vscode.workspace.openTextDocument(cited.project.uri('refs.bib'));
      for (const key of keys) {
        assert.match(line, new RegExp(`\\b${key}\\b`));
        assert.ok(works.some((work) => work.key === key));
        assert.equal(bibliography.getText().split(`{${key},`).length, 2, key);
      }
    });
  }

  it('shows all models again when it is empty', async () => {
    await filter('backbone:vicuna');
    const { count, total } = await filter('');
    assert.equal(count, total);
    const cleared = (await run('clearTreeFilter')) as FilterResult;
    assert.equal(cleared.query, '');
  });

  it('says what is wrong with it', async () => {
    const { count, problems } = await filter('backbone:vicunna');
    assert.equal(count, 0);
    assert.deepEqual(problems, ['No model has "vicunna" for backbone. Did you mean "Vicuna"?']);
  });

  it('ranks what its words find', async () => {
    assert.equal((await found('llava backbone:vicuna year:2023'))[0], 'llava');
  });
});

describe('the order of the tree', () => {
  after(() => run('sortTreeBy', { by: 'newest' }));

  it('is set by a caller, who learns which it is', async () => {
    assert.equal(await run('sortTreeBy', { by: 'name' }), 'name');
    assert.equal(await run('sortTreeBy', { by: 'newest' }), 'newest');
  });

  it('rejects what models cannot be sorted by', async () => {
    await assert.rejects(run('sortTreeBy', { by: 'colour' }), /Models cannot be sorted by "colour"/);
  });
});

describe('a model in the tree', () => {
  after(async () => {
    await filter('');
    await run('groupTreeBy', { by: 'function' });
  });

  it('is shown for its id, however the tree is grouped', async () => {
    for (const by of ['backbone', 'venue', 'function']) {
      await run('groupTreeBy', { by });
      assert.equal(await run('revealInTree', { id: 'llava' }), 'llava', by);
    }
  });

  it('is shown for the citation at the cursor', async () => {
    const project = await copyProject('latex-natbib');
    const editor = await show(project.uri('chapters/introduction.tex'));
    const text = editor.document.getText();
    const key = /\\cite\w*\{([^},]+)/.exec(text)?.[1] ?? '';
    const at = editor.document.positionAt(behind(editor.document, key) - 1);
    editor.selection = new vscode.Selection(at, at);
    const { models } = await (await api()).resolve(project.uri('chapters/introduction.tex'), key);
    assert.ok(models[0], key);
    assert.equal(await run('revealInTree'), models[0].id);
  });

  it('is shown though a filter hides it, which is taken away', async () => {
    await filter('backbone:qwen');
    assert.equal(await run('revealInTree', { id: 'llava' }), 'llava');
  });

  it('is not found if the catalog has no such model', async () => {
    await assert.rejects(run('revealInTree', { id: 'no-such-model' }), /does not show "no-such-model"/);
  });
});
