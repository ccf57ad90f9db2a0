import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addProject, cite, entrySaved } from './support/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('citing in a draft without a bibliography', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace/no-bib' });
  });

  after(() => workbench.close());

  const exists = (path: string): boolean => existsSync(join(workbench.folder, path));

  const shows = (text: string): Promise<void> =>
    workbench.until(`the draft shows ${text}`, async () => (await workbench.visibleText()).includes(text));

  const question = (draft: string): Promise<void> =>
    workbench.quickInput.title.filter({ hasText: `${draft} names no bibliography` }).waitFor();

  const choose = async (text: string): Promise<void> => {
    await workbench.quickInput.rows.filter({ hasText: text }).first().click();
    await workbench.quickInput.widget.waitFor({ state: 'hidden' });
  };

  /** The first citation in a fresh copy of a draft, up to the question. */
  const citeFirst = async (copy: string, draft: string): Promise<void> => {
    await addProject(workbench, `no-bib/${draft}`, `${copy}/${draft}`);
    await workbench.openFile(`${copy}/${draft}`);
    await workbench.goBehind(`${copy}/${draft}`, 'Nothing is cited yet');
    await cite(workbench, 'shikra', 'Shikra', undefined, 'goes on');
    await question(draft);
  };

  it('asks once in Markdown: a new file is created beside it, declared and used from then on', async () => {
    await citeFirst('create-md', 'paper.md');
    await choose('Create references.bib');
    await shows('Nothing is cited yet [@chen2023shikra].');
    assert.match(await workbench.visibleText(), /^---\nbibliography: "?references\.bib"?\n---\n/);
    await entrySaved(workbench, 'create-md/references.bib', 'chen2023shikra');
    await workbench.type(' More');
    await cite(workbench, 'salmonn', 'SALMONN');
    await shows('More [@tang2023salmonn].');
    await entrySaved(workbench, 'create-md/references.bib', 'tang2023salmonn');
    assert.equal(await workbench.quickInput.widget.isVisible(), false);
  });

  it('asks once in LaTeX as well', async () => {
    await citeFirst('create-tex', 'paper.tex');
    await choose('Create references.bib');
    await shows('\\cite{chen2023shikra}.');
    assert.match(
      await workbench.visibleText(),
      /\\bibliographystyle\{\w+\}\n\\bibliography\{references\}\n+\\end\{document\}/,
    );
    await entrySaved(workbench, 'create-tex/references.bib', 'chen2023shikra');
    await workbench.type(' More');
    await cite(workbench, 'salmonn', 'SALMONN');
    await shows('More~\\cite{tang2023salmonn}.');
  });

  it('takes back citation, declaration and the new file with one undo, and brings them back with one redo', async () => {
    await citeFirst('undo-md', 'paper.md');
    const before = await workbench.visibleText();
    await choose('Create references.bib');
    await shows('[@chen2023shikra]');
    await entrySaved(workbench, 'undo-md/references.bib', 'chen2023shikra');
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await workbench.visibleText()) === before);
    await workbench.until('the file is gone', () => Promise.resolve(!exists('undo-md/references.bib')));
    assert.equal(await workbench.dialog.count(), 0);
    await workbench.press('Control+Y');
    await shows('[@chen2023shikra]');
    await entrySaved(workbench, 'undo-md/references.bib', 'chen2023shikra');
    assert.equal(await workbench.dialog.count(), 0);
  });

  it('takes an existing file of the folder, and declares it', async () => {
    await workbench.writeFile('lit/mine.bib', '@misc{mine, title={Mine}, author={Me}, year={2020}}\n');
    await citeFirst('existing-md', 'paper.md');
    await choose('lit/mine.bib');
    await shows('[@chen2023shikra]');
    assert.match(await workbench.visibleText(), /^---\nbibliography: "?\.\.\/lit\/mine\.bib"?\n---\n/);
    await entrySaved(workbench, 'lit/mine.bib', 'chen2023shikra');
  });

  it('inserts the citation only, and does not ask again', async () => {
    await citeFirst('only-md', 'paper.md');
    await choose('Insert the citation only');
    await shows('Nothing is cited yet [@chen2023shikra].');
    await workbench.type(' More');
    await cite(workbench, 'salmonn', 'SALMONN');
    await shows('More [@tang2023salmonn].');
    assert.equal(exists('only-md/references.bib'), false);
    assert.doesNotMatch(await workbench.visibleText(), /bibliography/);
  });

  it('inserts nothing when the question is closed', async () => {
    await citeFirst('escape-md', 'paper.md');
    const before = await workbench.visibleText();
    await workbench.press('Escape');
    await workbench.quickInput.widget.waitFor({ state: 'hidden' });
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.visibleText(), before);
    assert.equal(exists('escape-md/references.bib'), false);
    assert.equal(await workbench.page.locator('.tab.active.dirty').count(), 0);
  });
});
