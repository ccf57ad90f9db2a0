import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../host/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

describe('the workbench of the UI tests', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'sample', files: ['main.tex'] });
  });

  after(() => workbench.close());

  it('types into a draft, saves it, and leaves the checkout as it was', async () => {
    const before = await workbench.readFile('main.tex');
    await workbench.goTo(1, 1);
    await workbench.type('% typed');
    await workbench.press('Enter');
    await workbench.until('what was typed is shown', async () =>
      (await workbench.visibleText()).startsWith('% typed\n'),
    );
    await workbench.saveAll();
    assert.equal(await workbench.readFile('main.tex'), `% typed\n${before}`);
    const original = await readFile(join(root, 'test', 'drafts', 'sample', 'main.tex'), 'utf8');
    assert.equal(original, before);
  });

  it('finds commands, and opens a file beside the first', async () => {
    await workbench.writeFile('notes.md', 'See @li2023blip.\n');
    await workbench.openFile('notes.md');
    await workbench.until(
      'the file is shown',
      async () => (await workbench.visibleText()) === 'See @li2023blip.\n',
    );
    await workbench.goBehind('notes.md', 'See');
    await workbench.type(' also');
    await workbench.until('what was typed is shown', async () =>
      (await workbench.visibleText()).includes('See also @li2023blip'),
    );
    const box = await workbench.boxOf('also @li2023blip');
    assert.ok(box.width > 50 && box.height > 10, JSON.stringify(box));
    const found = await workbench.findCommands('File: Save All Files', (titles) => titles.length > 0);
    assert.equal(found[0], 'File: Save All Files');
    await workbench.quickInput.cancel();
  });
});

describe('a workbench opened without trust', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'sample', trusted: false, theme: 'Default Dark Modern' });
  });

  after(() => workbench.close());

  it('is in Restricted Mode, and in the theme asked for', async () => {
    const status = workbench.page.locator('[id="status.workspaceTrust"]');
    await status.filter({ hasText: 'Restricted Mode' }).waitFor();
    await workbench.page.locator('.monaco-workbench.vs-dark').waitFor();
  });
});
