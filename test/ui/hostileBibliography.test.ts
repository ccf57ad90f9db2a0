import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { pageOf } from './support/pages';
import { webviewPage } from './support/webview';
import { assertText, seen, Witness } from './support/witness';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const text =
  '<img src=x onerror=alert(1)> <script>alert(2)</script> [run](command:workbench.action.quit) ' +
  '![x](https://example.invalid/x.png) $(trash) |c| **d**';
const inLatex = text.replaceAll('$', '\\$');
const key = 'evil<img/src=x/onerror=alert(1)>$(trash)[run](command:workbench.action.quit)';
/** Of a work that the catalog has. */
const known = 'blip<b>$(trash)[run](command:workbench.action.quit)';

const bibliography = `@string{venue = {Venue ${inLatex}}}
@article{${key},
  title = {Title ${inLatex}},
  author = {Bold ${inLatex}, Eve},
  journal = venue,
  url = {javascript:alert(1)},
  year = {2024}
}

@article{${known},
  title = {{BLIP-2}: Bootstrapping Language-Image Pre-training with Frozen Image Encoders and Large Language Models},
  author = {Li, Junnan and Li, Dongxu and Savarese, Silvio and Hoi, Steven},
  eprint = {2301.12597},
  archiveprefix = {arXiv},
  crossref = {<b>$(trash)},
  year = {2023}
}

@article{${key},
  title = {Twice ${inLatex}},
  year = {2024}
}

@article{unfinished<b>,
  title = {Open ${inLatex}
`;

describe('a hostile bibliography', () => {
  let workbench: Workbench;
  let witness: Witness;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace/markdown', viewport: { width: 1280, height: 900 } });
    witness = new Witness(workbench);
    await workbench.writeFile('refs.bib', bibliography);
    await workbench.writeFile('paper.md', `---\nbibliography: refs.bib\n---\n\nSee [@{${key}}] here.\n\n`);
    await workbench.openFile('paper.md');
  });

  after(() => workbench.close());

  afterEach(() => witness.assertQuiet());

  const panel = (): FrameLocator => webviewPage(workbench, 'first');

  it('is text in the search panel', async () => {
    await workbench.runCommand('MM-LLM: Search the Catalog');
    const page = panel();
    await page.getByLabel('Search in').selectOption('bibliography');
    const row = page.locator('.result', { hasText: 'Title <img' }).first();
    await row.waitFor();
    await assertText(workbench, row, `Title ${text}`);
    await assertText(workbench, row, key);
    await page.getByRole('combobox', { name: 'Query' }).fill('<img onerror script');
    await page.locator('mark').first().waitFor();
    await assertText(workbench, page.locator('.results'), `Title ${text}`);
    await workbench.screenshot('hostile-bibliography-panel');
  });

  it('is text in the hover on its citation', async () => {
    await workbench.focusEditor();
    await workbench.hoverOver('onerror');
    await workbench.hover.filter({ hasText: 'Title' }).waitFor();
    await assertText(workbench, workbench.hover, `Title ${text}`);
    const links = workbench.hover.locator('a[data-href]');
    assert.deepEqual(
      await links.evaluateAll((found) =>
        found
          .map((link) => link.getAttribute('data-href') ?? '')
          .filter((address) => !/^(?:command:mmllm\.|https?:\/\/)/.test(address)),
      ),
      [],
    );
    await workbench.screenshot('hostile-bibliography-hover');
    await workbench.page.mouse.move(700, 850);
  });

  it('is text in the list of completions', async () => {
    await workbench.focusEditor();
    await workbench.goTo(6);
    await workbench.type('[@evil');
    const row = workbench.suggestions.filter({ hasText: 'evil<img' }).first();
    await row.waitFor();
    await assertText(workbench, row.locator('.label-name'), key);
    await workbench.press('Control+Space');
    const details = workbench.page.locator('.suggest-details');
    await details.waitFor();
    await assertText(workbench, details, `Title ${text}`);
    await workbench.screenshot('hostile-bibliography-completion');
    await workbench.press('Escape');
    await workbench.press('Escape');
  });

  it('is text in the quick pick, which says under which key the draft has a model', async () => {
    await workbench.runCommand('MM-LLM: Insert Citation');
    await workbench.quickInput.fill('blip-2');
    const description = workbench.quickInput.row('BLIP-2').locator('.label-description').first();
    await assertText(workbench, description, `in refs.bib as ${known}`);
    assert.match(seen(await workbench.quickInput.title.innerText()), /blip<b>\$\(trash\)/);
    await workbench.quickInput.cancel();
  });

  it('is text in the status of the bibliographies', async () => {
    await workbench.runCommand('MM-LLM: Show Bibliography Status');
    const content = pageOf(workbench).locator('main');
    await content.locator('h1').waitFor();
    await workbench.until('the defects are listed', async () =>
      /unfinished<b>|evil<img/.test(seen(await content.innerText())),
    );
    assert.equal(
      await content.locator('img, script, b, strong:text-is("d"), a[href^="command:workbench"]').count(),
      0,
    );
    await workbench.screenshot('hostile-bibliography-status');
  });

  it('is text in the outline and among the problems', async () => {
    await workbench.openFile('refs.bib');
    await workbench.quickInput.open('Control+Shift+O');
    await workbench.quickInput.rows.first().waitFor();
    await workbench.until('the entries are listed', async () =>
      (await workbench.quickInput.rows.allInnerTexts()).some((row) => seen(row).includes(key)),
    );
    assert.equal(await workbench.quickInput.rows.locator('.codicon-trash').count(), 0);
    await workbench.quickInput.cancel();
    await workbench.runCommand('Problems: Focus on Problems View');
    const problems = workbench.page.locator('.markers-panel .monaco-list-rows');
    await problems.getByText('evil<img').first().waitFor();
    assert.equal(await problems.locator('img, .codicon-trash, a[href^="command"]').count(), 0);
    await workbench.screenshot('hostile-bibliography-problems');
  });

  it('is refused as a new key, in a notification without links', async () => {
    await workbench.openFile('refs.bib');
    await workbench.goBehind('refs.bib', '@article{blip');
    await workbench.press('F2');
    const box = workbench.page.locator('.rename-box input');
    await box.waitFor();
    await box.fill(key);
    await box.press('Enter');
    await workbench.runCommand('Notifications: Show Notifications');
    const notice = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'A citation key cannot have = in it.',
    });
    await notice.waitFor();
    assert.equal(await notice.locator('.notification-list-item-message a').count(), 0);
    await workbench.screenshot('hostile-bibliography-rename');
  });
});
