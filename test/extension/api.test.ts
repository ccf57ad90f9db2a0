import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CitationData } from '../../src/api';
import { api } from './support/extension';
import { copyProject, makeProject } from './support/project';

describe('the catalog of the API', () => {
  it('has all models, each with its work', async () => {
    const { models, works } = await (await api()).catalog;
    assert.equal(models.length, 313);
    const keys = new Set(works.map(({ key }) => key));
    assert.deepEqual(
      models.filter(({ work }) => !keys.has(work)).map(({ id }) => id),
      [],
    );
  });

  it('is plain data, which another extension can store as JSON', async () => {
    const { catalog } = await api();
    const { models, works } = await catalog;
    assert.deepEqual(JSON.parse(JSON.stringify({ models, works })), { models, works });
  });

  it('is read once', async () => {
    const handed = await api();
    assert.equal((await handed.catalog).models, (await handed.catalog).models);
  });
});

describe('the search of the API', () => {
  it('finds a model by words in any order, with errors in them', async () => {
    const handed = await api();
    assert.equal((await handed.search('BLIP-2'))[0]?.id, 'blip-2');
    assert.equal(
      (await handed.search('salesforce 2023 blip'))[0]?.institutions[0]?.includes('Salesforce'),
      true,
    );
    assert.equal((await handed.search('flamigno'))[0]?.id, 'flamingo');
  });

  it('gives 20 models, or as many as are wanted', async () => {
    const handed = await api();
    assert.equal((await handed.search('vicuna')).length, 20);
    assert.equal((await handed.search('vicuna', { limit: 3 })).length, 3);
    assert.equal((await handed.search('', { limit: 1000 })).length, 313);
  });

  it('finds nothing for words that no model has', async () => {
    assert.deepEqual(await (await api()).search('xqzwvk jjqqzz'), []);
  });
});

describe('what a key means, by the API', () => {
  it('is an entry of the bibliography, with the fields as they stand there', async () => {
    const project = await copyProject('latex-natbib');
    const { bibliography, fields, work, models } = await (
      await api()
    ).resolve(project.uri('chapters/introduction.tex'), 'li2023blip');
    assert.equal(bibliography, project.uri('refs.bib').toString());
    assert.equal(fields?.['year'], '2023');
    assert.ok(fields?.['title']?.startsWith('{BLIP-2}: Bootstrapping'));
    assert.equal(work?.key, 'li2023blip');
    assert.deepEqual(
      models.map(({ id }) => id),
      ['blip-2'],
    );
  });

  it('is an entry that the catalog does not have', async () => {
    const project = await copyProject('markdown');
    const resolved = await (await api()).resolve(project.uri('paper.md'), 'vaswani2017attention');
    assert.equal(resolved.bibliography, project.uri('refs.bib').toString());
    assert.equal(resolved.work, undefined);
    assert.deepEqual(resolved.models, []);
  });

  it('is a work of the catalog where no bibliography has it', async () => {
    const project = await copyProject('markdown');
    const resolved = await (await api()).resolve(project.uri('paper.md').toString(), 'alayrac2022flamingo');
    assert.equal(resolved.bibliography, undefined);
    assert.equal(resolved.fields, undefined);
    assert.equal(resolved.work?.key, 'alayrac2022flamingo');
    assert.equal(resolved.models[0]?.id, 'flamingo');
  });

  it("is the catalog's work under the draft's own key", async () => {
    const project = await copyProject('same-work-other-key');
    const handed = await api();
    for (const draft of ['main.tex', 'paper.md']) {
      const byTitle = await handed.resolve(project.uri(draft), 'BLIP2');
      assert.equal(byTitle.work?.key, 'li2023blip');
      assert.equal(byTitle.fields?.['journal'], 'arXiv preprint arXiv:2301.12597');
      assert.equal(
        (await handed.resolve(project.uri(draft), 'llava')).work?.key,
        'liu2023visual',
        'by arXiv id',
      );
    }
  });

  it('is the entry, not the work of the catalog that has the same key', async () => {
    const project = await copyProject('key-taken');
    const resolved = await (await api()).resolve(project.uri('main.tex'), 'liu2023visual');
    assert.equal(resolved.fields?.['title'], 'Visual Spatial Reasoning');
    assert.equal(resolved.work?.key, 'liu2022visual', "the catalog's key of that work");
    assert.deepEqual(resolved.models, []);
  });

  it('is nothing for a key that nobody knows', async () => {
    const project = await copyProject('markdown');
    assert.deepEqual(await (await api()).resolve(project.uri('paper.md'), 'nobody1900nothing'), {
      key: 'nobody1900nothing',
      models: [],
    });
  });

  it('differs between two projects with the same key', async () => {
    const project = await copyProject('two-projects-same-key');
    const handed = await api();
    const title = async (draft: string): Promise<string | undefined> =>
      (await handed.resolve(project.uri(draft), 'smith2023')).fields?.['title'];
    assert.equal(await title('a/main.tex'), "The first project's work");
    assert.equal(await title('b/main.tex'), "The second project's work");
    assert.equal(await title('a/main.tex'), "The first project's work");
    const blip = await handed.resolve(project.uri('a/main.tex'), 'li2023blip');
    assert.equal(blip.bibliography, undefined, 'what project b has is not in project a');
  });
});

describe('the citations of the API', () => {
  async function citationsIn(name: string, text: string): Promise<readonly CitationData[]> {
    const project = await makeProject({ [name]: text });
    const found = await (await api()).citations(project.uri(name));
    for (const { key, start, end } of found) {
      assert.equal(text.slice(start, end), key, 'offsets are exact');
    }
    return found;
  }

  function summary(found: readonly CitationData[]): string[] {
    return found.map(({ key, command, form }) => `${key} ${command} ${form}`);
  }

  it('are those of LaTeX commands, one by one', async () => {
    const found = await citationsIn(
      'main.tex',
      '𝔸 \\citet*{a} and \\citep[see][p.~3]{b, c ,\n d}; % \\cite{comment}\n\\autocites(x)[1]{e}[2]{f}\\nocite{*}',
    );
    assert.deepEqual(summary(found), [
      'a citet* textual',
      'b citep parenthetical',
      'c citep parenthetical',
      'd citep parenthetical',
      'e autocites parenthetical',
      'f autocites parenthetical',
    ]);
  });

  it('are those of pandoc Markdown, one by one', async () => {
    const found = await citationsIn(
      'paper.md',
      '𝔸 @a says [see @b, p. 3; -@c], not `@code`, me@example.org.\n',
    );
    assert.deepEqual(summary(found), ['a @ textual', 'b [] parenthetical', 'c [] parenthetical']);
  });

  it('follow what is typed, saved or not', async () => {
    const project = await makeProject({ 'paper.md': 'See [@a].\n' });
    const handed = await api();
    assert.equal((await handed.citations(project.uri('paper.md'))).length, 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(project.uri('paper.md'), new vscode.Position(0, 7), '; @b');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(
      (await handed.citations(project.uri('paper.md'))).map(({ key }) => key),
      ['a', 'b'],
    );
  });
});

describe('the bibliographies of the API', () => {
  async function bibliographiesOf(folder: string, draft: string): Promise<string[]> {
    const project = await copyProject(folder);
    const found = await (await api()).bibliographies(project.uri(draft));
    const start = `${project.folder.toString()}/`;
    return found.map(({ uri, by, exists, keys }) => {
      assert.ok(uri.startsWith(start), uri);
      return `${uri.slice(start.length)} by ${by}${exists ? '' : ', missing'}: ${keys.join(' ')}`;
    });
  }

  it('are those that the root of a LaTeX project declares', async () => {
    const expected = ['refs.bib by declaration: vaswani2017attention li2023blip'];
    assert.deepEqual(await bibliographiesOf('latex-natbib', 'main.tex'), expected);
    assert.deepEqual(await bibliographiesOf('latex-natbib', 'chapters/introduction.tex'), expected);
    assert.deepEqual(await bibliographiesOf('latex-natbib', 'chapters/method.tex'), expected);
  });

  it('are those of biblatex', async () => {
    assert.deepEqual(await bibliographiesOf('latex-biblatex', 'main.tex'), [
      'lit/references.bib by declaration: vaswani2017attention',
    ]);
  });

  it('are those of the front matter, in its order', async () => {
    assert.deepEqual(await bibliographiesOf('markdown-list', 'paper.md'), [
      'first.bib by declaration: hudson2019gqa',
      'lit/second.bib by declaration: vaswani2017attention',
    ]);
  });

  it('are those of the Quarto project', async () => {
    assert.deepEqual(await bibliographiesOf('quarto', 'chapters/one.qmd'), [
      'references.bib by project: vaswani2017attention',
    ]);
  });

  it('say which is missing', async () => {
    assert.deepEqual(await bibliographiesOf('missing-bib', 'main.tex'), [
      'refs.bib by declaration, missing: ',
    ]);
    assert.deepEqual(await bibliographiesOf('missing-bib', 'paper.md'), [
      'lit/refs.bib by declaration, missing: ',
    ]);
  });

  it('are the nearest where the draft names none', async () => {
    const project = await makeProject({
      'lit.bib': '@misc{a, title = {A}}',
      'drafts/paper.md': 'Text',
    });
    const [found, ...others] = await (await api()).bibliographies(project.uri('drafts/paper.md'));
    assert.deepEqual(found, {
      uri: project.uri('lit.bib').toString(),
      by: 'nearest',
      exists: true,
      keys: ['a'],
    });
    assert.deepEqual(others, []);
  });
});

describe('the API, wrongly used,', () => {
  it('says that a document is no draft', async () => {
    const project = await makeProject({ 'notes.json': '{}' });
    const handed = await api();
    const uri = project.uri('notes.json');
    for (const call of [handed.citations(uri), handed.bibliographies(uri), handed.resolve(uri, 'a')]) {
      await assert.rejects(call, /notes\.json is not a LaTeX, Markdown or Typst draft/);
    }
  });

  it('rejects for a file that is not there and for what is no address', async () => {
    const project = await makeProject();
    const handed = await api();
    await assert.rejects(handed.citations(project.uri('nowhere.tex')));
    await assert.rejects(handed.resolve('no address', 'a'));
  });
});
