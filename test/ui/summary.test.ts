import assert from 'node:assert/strict';
import { addProject, becomes, cite, entrySaved } from './support/drafts';
import { photoSettings } from './support/photo';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const command = 'MM-LLM: Insert Summary';

describe('inserting a summary', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'sample',
      files: ['paper.md'],
      theme: 'Default Light Modern',
      settings: {
        ...photoSettings,
        '[markdown]': { 'editor.wordWrap': 'wordWrapColumn' },
        'editor.wordWrapColumn': 122,
      },
    });
  });

  after(() => workbench.close());

  /** The visible text without its line breaks, which may be those of word wrap. */
  const text = async (): Promise<string> => (await workbench.visibleText()).replaceAll('\n', ' ');

  const shows = (pattern: RegExp): Promise<void> =>
    workbench.until(`the draft shows ${pattern}`, async () => pattern.test(await text()));

  it('writes name, citation and idea in LaTeX, with the entry, and one undo takes back all', async () => {
    await addProject(workbench, 'latex-natbib', 'latex');
    await workbench.openFile('latex/chapters/method.tex');
    await workbench.goTo(4, 1);
    const before = await text();
    const bibliography = await workbench.readFile('latex/refs.bib');
    await cite(workbench, 'next-gpt', 'NExT-GPT', command);
    await shows(/NExT-GPT~\\citep\{wu2023next\} [^.]{30,}\./);
    await entrySaved(workbench, 'latex/refs.bib', 'wu2023next');
    await workbench.press('Control+Z');
    await workbench.until('the draft is as before', async () => (await text()) === before);
    assert.equal(await workbench.dialog.count(), 0);
    await becomes(workbench, 'latex/refs.bib', bibliography);
  });

  it('writes in Markdown', async () => {
    await addProject(workbench, 'markdown', 'markdown');
    await workbench.openFile('markdown/paper.md');
    await workbench.goTo(12, 1);
    await cite(workbench, 'shikra', 'Shikra', command);
    await shows(/Shikra \[@chen2023shikra\] [^.]{30,}\./);
  });

  it('writes Chinese where the user wants that', async () => {
    await workbench.writeFile('.vscode/settings.json', JSON.stringify({ 'mmllm.summary.language': 'zh' }));
    await addProject(workbench, 'markdown', 'chinese');
    await workbench.openFile('chinese/paper.md');
    await workbench.goTo(12, 1);
    await workbench.until('the summary is in Chinese', async () => {
      await cite(workbench, 'shikra', 'Shikra', command);
      await shows(/Shikra.{0,2}\[@chen2023shikra\]/);
      const chinese = /Shikra.{0,2}\[@chen2023shikra\] ?[\u4e00-\u9fff]/.test(await text());
      if (!chinese) {
        // The settings file may not have been read yet.
        await workbench.press('Control+Z');
      }
      return chinese;
    });
    await workbench.writeFile('.vscode/settings.json', '{}');
  });

  it('writes a sentence for each of several models, and looks tidy', async () => {
    await workbench.saveAll();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('paper.md');
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await workbench.goBehind('paper.md', 'and a second branch for the sound.');
    await workbench.press('Enter');
    await workbench.press('Enter');
    await workbench.runCommand(command);
    const picker = workbench.quickInput;
    await picker.title.waitFor();
    for (const name of ['Video-LLaMA', 'NExT-GPT']) {
      await picker.input.click();
      await workbench.press('Control+A');
      await workbench.page.keyboard.type(name);
      await workbench.until(`${name} is found`, async () => {
        const ticked = await picker.ticked();
        return (await picker.labels()).find((label) => !ticked.includes(label)) === name;
      });
      await picker.settled();
      await picker.toggle(name);
    }
    await picker.input.click();
    await picker.accept();
    await shows(/Video-LLaMA \[@zhang2023video\] .+\.\s+NExT-GPT \[@wu2023next\] .+\./);
    await entrySaved(workbench, 'refs.bib', 'wu2023next');
    await workbench.page.mouse.move(700, 790);
    await workbench.screenshot('summary', { x: 54, y: 36, width: 960, height: 560 });
  });
});
