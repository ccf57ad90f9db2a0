import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { insertion } from './support/bytes';
import { citeInProject } from './support/citing';
import { after, closeEditors, show } from './support/editors';
import { api, insert } from './support/extension';
import { makeProject } from './support/project';

afterEach(closeEditors);

/** The hover at a key that stands once in a draft, without the escapes of Markdown. */
async function hoverAt(uri: vscode.Uri, key: string): Promise<string> {
  await api();
  const { document } = await show(uri);
  const position = document.positionAt(after(document, key) - 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replaceAll('\\', '');
}

const ITEM = `[
  {
    "id": "own",
    "type": "book",
    "title": "A Book of Its Own",
    "author": [{ "family": "Writer", "given": "Ann" }],
    "issued": { "date-parts": [[1999]] }
  }
]
`;

describe('a bibliography in CSL-JSON', () => {
  const files = {
    'paper.md': '---\nbibliography: refs.json\n---\n\nA book [@own] is old.\n',
    'refs.json': ITEM,
  };

  it('explains its entries when they are hovered', async () => {
    const project = await makeProject(files);
    const text = await hoverAt(project.uri('paper.md'), '@own');
    assert.match(text, /A Book of Its Own/);
    assert.match(text, /Writer, A/);
    assert.match(text, /refs\.json/);
    const resolved = await (await api()).resolve(project.uri('paper.md'), 'own');
    assert.equal(resolved.bibliography, project.uri('refs.json').toString());
    assert.equal(resolved.fields?.['title'], 'A Book of Its Own');
  });

  it('gets the item of a model that is cited, once, and nothing else changes', async () => {
    const project = await makeProject(files);
    const before = await project.bytes('refs.json');
    const { result, changed } = await citeInProject(project, 'paper.md', 'is old', { ids: ['llava'] });
    assert.equal(result.bibliography, project.uri('refs.json').toString());
    assert.deepEqual(result.added, ['liu2023visual']);
    assert.deepEqual(changed, ['A book [@own] is old [@liu2023visual].']);
    const inserted = insertion(before, await project.bytes('refs.json'));
    assert.match(inserted, /\n {4}"id": "liu2023visual",\n/);
    const items = JSON.parse(await project.text('refs.json')) as { id: string }[];
    assert.deepEqual(
      items.map(({ id }) => id),
      ['own', 'liu2023visual'],
    );
    const again = await insert('addToBibliography', { ids: ['llava'], uri: project.uri('paper.md') });
    assert.deepEqual(again.added, []);
  });

  it('is created where it is named and not there yet', async () => {
    const project = await makeProject({ 'paper.md': files['paper.md'] });
    await citeInProject(project, 'paper.md', 'is old', { ids: ['llava'] });
    const items = JSON.parse(await project.text('refs.json')) as { id: string }[];
    assert.deepEqual(
      items.map(({ id }) => id),
      ['liu2023visual'],
    );
  });
});

describe('references in the front matter of a draft', () => {
  const draft =
    '---\nreferences:\n- id: own\n  title: A Book of Its Own\n  issued: 1999\nlang: en\n---\n\nA book [@own] is old.\n';

  it('are explained when their keys are hovered', async () => {
    const project = await makeProject({ 'paper.md': draft });
    assert.match(await hoverAt(project.uri('paper.md'), '@own'), /A Book of Its Own/);
  });

  it('get the item of a cited model together with the citation; the draft is not saved', async () => {
    const project = await makeProject({ 'paper.md': draft });
    const editor = await show(project.uri('paper.md'));
    const { result, document } = await citeInProject(project, 'paper.md', 'is old', { ids: ['llava'] });
    assert.equal(document, editor.document);
    assert.equal(result.bibliography, project.uri('paper.md').toString());
    assert.deepEqual(result.added, ['liu2023visual']);
    const text = document.getText();
    assert.ok(text.includes('\nA book [@own] is old [@liu2023visual].\n'), text);
    assert.match(text, /\n {2}issued: 1999\n- id: liu2023visual\n[^]*\nlang: en\n---\n/);
    assert.ok(document.isDirty);
    assert.equal(await project.text('paper.md'), draft);
    const known = await (await api()).resolve(project.uri('paper.md'), 'liu2023visual');
    assert.equal(known.bibliography, project.uri('paper.md').toString());
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), draft, 'one undo takes both back');
  });
});

describe('a thebibliography environment', () => {
  it('gets a \\bibitem for a cited model', async () => {
    const project = await makeProject({
      'main.tex':
        '\\documentclass{article}\n\\begin{document}\nA book \\cite{own} is old.\n' +
        '\\begin{thebibliography}{9}\n\\bibitem{own} A. Writer. \\emph{A Book}. 1999.\n\\end{thebibliography}\n\\end{document}\n',
    });
    const { result, document } = await citeInProject(project, 'main.tex', 'is old', { ids: ['llava'] });
    assert.deepEqual(result.added, ['liu2023visual']);
    assert.match(
      document.getText(),
      /is old~\\cite\{liu2023visual\}\.\n[^]*1999\.\n\\bibitem\{liu2023visual\}\nLiu, H\.[^\n]*\n\\end\{thebibliography\}/,
    );
  });
});
