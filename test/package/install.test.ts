import assert from 'node:assert/strict';
import { openWorkbench } from '../ui/support/workbench';
import type { Workbench } from '../ui/support/workbench';
import { packageExtension } from './build';

describe('the package, installed in a clean VS Code', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'sample',
      files: ['main.tex'],
      extensionInstalledFromVsix: packageExtension(),
    });
  });

  after(() => workbench?.close());

  it('brings its commands to the palette', async () => {
    const citation = 'MM-LLM: Insert Citation';
    const found = await workbench.findCommands('MM-LLM: ', (titles) => titles.includes(citation));
    assert.ok(found.length > 5, found.join(', '));
    await workbench.quickInput.cancel();
  });

  it('activates and answers a command', async () => {
    await workbench.runCommand('MM-LLM: Insert Citation');
    await workbench.quickInput.fill('blip-2');
    await workbench.quickInput.rows.filter({ hasText: 'BLIP-2' }).first().waitFor();
    await workbench.quickInput.cancel();
    assert.equal(await workbench.notifications.count(), 0);
  });
});
