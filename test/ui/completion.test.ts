import assert from 'node:assert/strict';
import { addProject, becomes, entrySaved } from './support/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('completing citation keys by hand', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace' });
  });

  after(() => workbench.close());

  /** The keys in the list of completions, from the top. */
  async function keys(): Promise<string[]> {
    const rows = await workbench.suggestions.evaluateAll((found) =>
      found.map((row) => ({
        index: Number(row.getAttribute('data-index')),
        label: row.querySelector('.label-name')?.textContent ?? '',
      })),
    );
    return rows.sort((a, b) => a.index - b.index).map(({ label }) => label);
  }

  async function untilFirst(key: string): Promise<void> {
    await workbench.until(`${key} is the first completion`, async () => (await keys())[0] === key);
  }

  async function untilText(part: string): Promise<void> {
    await workbench.until(`the draft has ${part}`, async () =>
      (await workbench.visibleText()).includes(part),
    );
  }

  it('finds an entry in LaTeX by words in any order, with a space between them and an error in one', async () => {
    await addProject(workbench, 'latex-natbib', 'complete-entry');
    await workbench.openFile('complete-entry/chapters/introduction.tex');
    // A window that has just opened does not know yet which characters ask for a list.
    await workbench.hoverOver('vaswani2017attention');
    await workbench.hover.filter({ hasText: 'Vaswani' }).waitFor();
    await workbench.goBehind('complete-entry/chapters/introduction.tex', 'Flamingo came first');
    await workbench.type(' \\cite{');
    await untilFirst('vaswani2017attention');
    await workbench.type('need atention');
    await untilFirst('vaswani2017attention');
    await workbench.press('Enter');
    await untilText('\\cite{vaswani2017attention}.');
    await workbench.type(', ');
    await untilFirst('li2023blip');
    assert.ok(!(await keys()).includes('vaswani2017attention'));
    await workbench.type('savarese');
    await untilFirst('li2023blip');
    await workbench.press('Tab');
    await untilText('\\cite{vaswani2017attention, li2023blip}.');
  });

  for (const [draft, before, behind, expected] of [
    [
      'latex-natbib/chapters/introduction.tex',
      ' \\citep{',
      'Flamingo came first',
      '\\citep{alayrac2022flamingo}',
    ],
    ['markdown/paper.md', ' [@', 'Images come next', '[@alayrac2022flamingo]'],
  ] as const) {
    it(`cites a work of the catalog in ${draft} and adds its entry, which one undo takes back`, async () => {
      const [project = '', ...path] = draft.split('/');
      const folder = `complete-${project}`;
      await addProject(workbench, project, folder);
      const bibliography = await workbench.readFile(`${folder}/refs.bib`);
      const file = [folder, ...path].join('/');
      await workbench.openFile(file);
      await workbench.goBehind(file, behind);
      await workbench.type(`${before}flamin`);
      await untilFirst('alayrac2022flamingo');
      await workbench.press('Enter');
      await untilText(expected);
      await entrySaved(workbench, `${folder}/refs.bib`, 'alayrac2022flamingo');
      await workbench.press('Control+Z');
      await untilText(expected.replace('alayrac2022flamingo', 'flamin'));
      assert.equal(await workbench.dialog.count(), 0);
      await becomes(workbench, `${folder}/refs.bib`, bibliography);
    });
  }

  it('cites a work of the catalog before anything is typed', async () => {
    await addProject(workbench, 'markdown', 'complete-untyped');
    await workbench.openFile('complete-untyped/paper.md');
    await workbench.goBehind('complete-untyped/paper.md', 'Images come next');
    await workbench.type(' [@');
    await untilFirst('vaswani2017attention');
    const work = (await keys())[2] ?? '';
    await workbench.press('ArrowDown');
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await untilText(`Images come next [@${work}].`);
    await entrySaved(workbench, 'complete-untyped/refs.bib', work);
  });

  it('explains what is selected', async () => {
    await addProject(workbench, 'markdown', 'complete-explained');
    await workbench.openFile('complete-explained/paper.md');
    await workbench.goBehind('complete-explained/paper.md', 'Images come next');
    await workbench.type(' @blip');
    await untilFirst('li2023blip');
    await workbench.press('Control+Space');
    const details = workbench.page.locator('.suggest-details');
    await details.filter({ hasText: 'Savarese' }).waitFor();
    await workbench.press('Escape');
    await workbench.press('Escape');
  });
});
