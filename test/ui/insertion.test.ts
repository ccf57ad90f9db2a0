import assert from 'node:assert/strict';
import { addProject, becomes, cite, entrySaved, occurrences } from './support/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('inserting a citation', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace' });
  });

  after(() => workbench.close());

  afterEach(async () => {
    assert.equal(await workbench.dialog.count(), 0, 'VS Code asks something');
    assert.equal(await workbench.notifications.count(), 0, 'VS Code says something');
  });

  /** Opens a fresh copy of a project at a place of a file. */
  const startAt = async (project: string, copy: string, file: string, behind: string): Promise<void> => {
    await addProject(workbench, project, copy);
    await workbench.openFile(`${copy}/${file}`);
    await workbench.goBehind(`${copy}/${file}`, behind);
  };

  const shows = (text: string): Promise<void> =>
    workbench.until(`the draft shows ${text}`, async () => (await workbench.visibleText()).includes(text));

  const showsNot = (text: string): Promise<void> =>
    workbench.until(
      `the draft no longer shows ${text}`,
      async () => !(await workbench.visibleText()).includes(text),
    );

  it('from a chapter puts the entry into the bibliography of the root, and the cursor behind the citation', async () => {
    await startAt('latex-natbib', 'chapter', 'chapters/introduction.tex', 'Flamingo came first');
    await cite(workbench, 'openflamingo', 'OpenFlamingo');
    await shows('Flamingo came first~\\citep{awadalla2023openflamingo}.');
    await entrySaved(workbench, 'chapter/refs.bib', 'awadalla2023openflamingo');
    assert.ok(!(await workbench.readFile('chapter/chapters/scratch.bib')).includes('flamingo'));
    await workbench.type('!');
    await shows('\\citep{awadalla2023openflamingo}!.');
  });

  it('joins the citation that the cursor is in', async () => {
    await startAt('latex-natbib', 'join', 'chapters/introduction.tex', '\\citep{vaswani');
    await cite(workbench, 'shikra', 'Shikra');
    await workbench.until('the key has joined', async () =>
      /need \\citep\{vaswani2017attention, ?chen2023shikra\}\. Flamingo/.test(await workbench.visibleText()),
    );
    await entrySaved(workbench, 'join/refs.bib', 'chen2023shikra');
  });

  it('as part of the sentence, by command', async () => {
    await startAt('latex-natbib', 'textual', 'chapters/method.tex', 'We build on');
    await cite(workbench, 'shikra', 'Shikra', 'MM-LLM: Insert Citation in the Sentence');
    await workbench.until('it is cited', async () =>
      /We build on[ ~]\\citet\{chen2023shikra\} a frozen/.test(await workbench.visibleText()),
    );
  });

  it('with a page and words before, which are asked for after the choice', async () => {
    await startAt('latex-biblatex', 'notes', 'main.tex', 'Speech comes next');
    await cite(workbench, 'salmonn', 'SALMONN', 'MM-LLM: Insert Citation with Page or Note', 'goes on');
    await workbench.quickInput.title.filter({ hasText: 'Page or note after the citation' }).waitFor();
    await workbench.type('p. 3');
    await workbench.quickInput.accept('goes on');
    await workbench.quickInput.title.filter({ hasText: 'Words before the citation' }).waitFor();
    await workbench.type('see');
    await workbench.quickInput.accept();
    await shows('Speech comes next~\\autocite[see][p. 3]{tang2023salmonn}.');
  });

  it('in Markdown beside the sentence and into a citation', async () => {
    await startAt('markdown', 'markdown-join', 'paper.md', 'need [@vaswani2017attention');
    await cite(workbench, 'blip-2', 'BLIP-2');
    await shows('need [@vaswani2017attention; @li2023blip], says');
    assert.equal(occurrences(await workbench.readFile('markdown-join/refs.bib'), '{li2023blip,'), 1);
  });

  it('is taken back by one undo and brought back by one redo, with the bibliography in no editor', async () => {
    await startAt('latex-natbib', 'undo', 'chapters/method.tex', 'frozen language model');
    const before = await workbench.readFile('undo/refs.bib');
    await cite(workbench, 'shikra', 'Shikra');
    await entrySaved(workbench, 'undo/refs.bib', 'chen2023shikra');
    const after = await workbench.readFile('undo/refs.bib');
    await workbench.press('Control+Z');
    await showsNot('chen2023shikra');
    await becomes(workbench, 'undo/refs.bib', before);
    await workbench.openFile('undo/chapters/method.tex');
    await workbench.press('Control+Y');
    await shows('frozen language model~\\citep{chen2023shikra}.');
    await becomes(workbench, 'undo/refs.bib', after);
  });

  it('is taken back by one undo with the bibliography open in another tab', async () => {
    await addProject(workbench, 'markdown', 'undo-tab');
    await workbench.openFile('undo-tab/refs.bib');
    await startAt('markdown', 'undo-tab', 'paper.md', 'Images come next');
    const before = await workbench.readFile('undo-tab/refs.bib');
    await cite(workbench, 'shikra', 'Shikra');
    await shows('Images come next [@chen2023shikra].');
    await entrySaved(workbench, 'undo-tab/refs.bib', 'chen2023shikra');
    await workbench.press('Control+Z');
    await showsNot('chen2023shikra');
    await becomes(workbench, 'undo-tab/refs.bib', before);
  });

  it('edits an unsaved bibliography as it stands, leaves it unsaved, and one undo takes back only the entry', async () => {
    await addProject(workbench, 'latex-natbib', 'unsaved');
    const onDisk = await workbench.readFile('unsaved/refs.bib');
    await workbench.openFile('unsaved/refs.bib');
    await workbench.goTo(1, 1);
    await workbench.type('% mine');
    await workbench.press('Enter');
    await workbench.openFile('unsaved/chapters/method.tex');
    await workbench.goBehind('unsaved/chapters/method.tex', 'frozen language model');
    await cite(workbench, 'shikra', 'Shikra');
    await shows('\\citep{chen2023shikra}');
    assert.equal(await workbench.readFile('unsaved/refs.bib'), onDisk);
    await workbench.press('Control+Z');
    await showsNot('chen2023shikra');
    await becomes(workbench, 'unsaved/refs.bib', `% mine\n${onDisk}`);
    await workbench.openFile('unsaved/chapters/method.tex');
    await workbench.press('Control+Y');
    await shows('\\citep{chen2023shikra}');
    await workbench.saveAll();
    await entrySaved(workbench, 'unsaved/refs.bib', 'chen2023shikra');
    assert.ok((await workbench.readFile('unsaved/refs.bib')).startsWith('% mine\n'));
  });
});
