import assert from 'node:assert/strict';
import { becomes } from './support/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const files = {
  'keys/main.tex': [
    '\\documentclass{article}',
    '\\begin{document}',
    'First \\citep{smith2020}.',
    '\\input{one}',
    '\\bibliography{refs}',
    '\\end{document}',
    '',
  ].join('\n'),
  'keys/one.tex': 'Second \\citet{jones2021, smith2020}.\n',
  'keys/refs.bib':
    '@book{jones2021,\n  title = {Jones}\n}\n\n@book{smith2020,\n  title = {Smith}\n}\n\n@misc{part,\n  crossref = {smith2020}\n}\n',
};

describe('navigation by keyboard alone', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace' });
    for (const [path, content] of Object.entries(files)) {
      await workbench.writeFile(path, content);
    }
  });

  after(() => workbench.close());

  beforeEach(async () => {
    await workbench.openFile('keys/main.tex');
    await workbench.goBehind('keys/main.tex', 'citep{smi');
  });

  const status = workbenchStatus(() => workbench);

  it('goes from a key to its entry by F12, and back', async () => {
    await workbench.until('the entry is there', async () => {
      await workbench.press('F12');
      return workbench.waitForEditor('keys/refs.bib').then(
        () => true,
        () => false,
      );
    });
    await workbench.until('the cursor is in line 5', async () => (await status()).includes('Ln 5'));
    await workbench.press('Control+Alt+-');
    await workbench.waitForEditor('keys/main.tex');
  });

  it('lists all places by Shift+F12', async () => {
    await workbench.press('Shift+F12');
    const peek = workbench.page.locator('.peekview-widget');
    await peek.waitFor();
    await workbench.until('four places are listed', async () =>
      /\(4\)|4 references/i.test(await peek.innerText()),
    );
    await workbench.screenshot('navigation-references');
    await workbench.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('renames in drafts and bibliography by F2, and one undo takes back all of it without a question', async () => {
    const box = workbench.page.locator('.rename-box input');
    await workbench.press('F2');
    await box.waitFor();
    assert.equal(await box.inputValue(), 'smith2020');
    await box.fill('smith2020keys');
    await workbench.press('Enter');
    await box.waitFor({ state: 'hidden' });
    await workbench.until('the draft has the new key', async () =>
      (await workbench.visibleText()).includes('\\citep{smith2020keys}'),
    );
    assert.equal(await workbench.dialog.count(), 0, 'VS Code asks something');
    for (const [path, content] of Object.entries(files)) {
      await becomes(workbench, path, content.replaceAll('smith2020', 'smith2020keys'));
    }
    await workbench.openFile('keys/main.tex');
    await workbench.press('Control+Z');
    await workbench.page.waitForTimeout(1000);
    await workbench.screenshot('navigation-undo-rename');
    assert.equal(await workbench.dialog.count(), 0, 'VS Code asks something');
    for (const [path, content] of Object.entries(files)) {
      await becomes(workbench, path, content);
    }
  });

  it('says why a key is refused', async () => {
    const box = workbench.page.locator('.rename-box input');
    await workbench.press('F2');
    await box.waitFor();
    await box.fill('Jones2021');
    await workbench.press('Enter');
    await workbench.runCommand('Notifications: Show Notifications');
    const center = workbench.page.locator('.notifications-center');
    await center.getByText('refs.bib has an entry with the key jones2021 already').waitFor();
    await workbench.screenshot('navigation-refused');
    assert.equal(await workbench.readFile('keys/main.tex'), files['keys/main.tex']);
  });
});

/** What the status bar says. */
function workbenchStatus(current: () => Workbench): () => Promise<string> {
  return () => current().page.locator('.part.statusbar').innerText();
}
