import assert from 'node:assert/strict';
import { addProject, entrySaved } from './support/drafts';
import { SearchPage } from './support/searchPage';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const team = (name: string): string => `models:
  - name: ${name}
    inputs: [image, text]
    outputs: [text]
    work: |
      @article{doe2025team,
        title = {${name}: Looking Together},
        author = {Doe, Jane},
        journal = {arXiv preprint arXiv:2501.12345},
        year = {2025}
      }
`;

describe('the search beside drafts of all kinds, in Restricted Mode', () => {
  let workbench: Workbench;
  let search: SearchPage;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/no-bib',
      settings: { 'mmllm.catalogs': ['${workspaceFolder}/team.yaml'] },
      trusted: false,
    });
    await addProject(workbench, 'broken-bib', 'broken');
    await workbench.writeFile('team.yaml', team('TeamVLM'));
    search = new SearchPage(workbench);
    await search.open();
  });

  after(() => workbench.close());

  it('says that no draft is open', async () => {
    await search.page.getByText('Open a draft to cite in it.').waitFor();
  });

  it('shows models of own catalogs with where they come from, and follows when these change', async () => {
    await search.find('teamvlm', 'TeamVLM');
    await search.page.locator('.result.active', { hasText: 'team.yaml' }).locator('.badge.own').waitFor();
    await workbench.writeFile('team.yaml', team('TeamVLM-2'));
    await workbench.until(
      'the new name is there',
      async () => (await search.names())[0] === 'TeamVLM-2',
      30_000,
    );
  });

  it('asks for a bibliography where there is none, and says then what it did', async () => {
    await workbench.openFile('paper.md');
    await workbench.goBehind('paper.md', 'Nothing is cited yet');
    await search.page.getByText('Citing in paper.md', { exact: true }).waitFor();
    await search.find('shikra', 'Shikra');
    await workbench.press('Enter');
    await workbench.quickInput.title.filter({ hasText: 'paper.md names no bibliography' }).waitFor();
    await workbench.quickInput.rows.filter({ hasText: 'Create references.bib' }).first().click();
    await search.notice.getByText('Cited in paper.md: chen2023shikra; new in references.bib').waitFor();
    await entrySaved(workbench, 'references.bib', 'chen2023shikra');
    await search.page.getByText('Citing in paper.md, new entries in references.bib').waitFor();
  });

  it('cites with a bibliography that is broken in places', async () => {
    await workbench.openFile('broken/main.tex');
    await search.page.getByText('Citing in main.tex, new entries in refs.bib').waitFor();
    await search.find('shikra', 'Shikra');
    await workbench.press('Shift+Enter');
    await search.notice.getByText('Cited in main.tex: chen2023shikra; new in refs.bib').waitFor();
  });

  it('cites into a draft that was never saved, behind another tab, and keeps the focus', async () => {
    await workbench.runCommand('File: New Untitled Text File');
    await workbench.runCommand('Change Language Mode');
    await workbench.quickInput.fill('LaTeX');
    await workbench.quickInput.rows.filter({ hasText: 'LaTeX' }).first().click();
    await search.page.getByText(/^Citing in Untitled-1/).waitFor();
    await workbench.runCommand('Help: Welcome');
    await search.find('flamingo', 'Flamingo');
    await workbench.press('Enter');
    await workbench.until(
      'the question or the answer is there',
      async () =>
        (await workbench.quickInput.widget.isVisible()) || /Cited in/.test(await search.notice.innerText()),
    );
    if (await workbench.quickInput.widget.isVisible()) {
      await workbench.quickInput.rows.filter({ hasText: 'Insert the citation only' }).first().click();
    }
    await search.notice.getByText(/Cited in Untitled-1/).waitFor();
    await search.page.locator('.results:focus').waitFor();
    assert.match(await workbench.visibleText(), /\\cite\{alayrac2022flamingo\}/);
  });
});
