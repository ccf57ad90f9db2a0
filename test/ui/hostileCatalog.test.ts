import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import { pageOf } from './support/pages';
import { CatalogTree } from './support/tree';
import { frameOf, webviewPage } from './support/webview';
import { assertText, attack, hostileHost, seen, Witness } from './support/witness';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

const name = `Evilest ${attack}`;
const part = { name: `Part ${attack}`, family: `Family ${attack}` };
const models = [
  {
    name,
    id: 'evilest',
    released: '2025-01',
    aliases: [`Alias ${attack}`],
    institutions: [`Institution ${attack}`],
    inputs: ['image', 'text'],
    outputs: ['text'],
    architecture: { encoders: [part], inputProjectors: [part], backbones: [part] },
    training: { pretraining: `Amount ${attack}`, procedure: `Procedure ${attack}` },
    idea: { en: `Idea ${attack}.`, zh: `主意 ${attack}。` },
    license: `Licence ${attack}`,
    sources: { license: `Source ${attack}` },
    notes: [`Note ${attack}.`],
    conflicts: [{ field: 'license', text: `Conflict ${attack}.` }],
    work: {
      key: 'evil2025evilest',
      title: `Title ${attack}`,
      author: [{ family: `Family ${attack}`, given: 'Given' }],
      journal: `Venue ${attack}`,
      year: 2025,
      url: `https://${hostileHost}/">`,
    },
  },
  {
    name: 'Turned \u202egnp.exe\u0000\u001b[31m\u2066',
    id: 'constructor',
    released: '2025-02',
    inputs: ['image'],
    outputs: ['text'],
    architecture: { backbones: ['__proto__'], encoders: ['{constructor} {0}'] },
    idea: 'is called like something that all objects have.',
    work: { key: 'constructor', title: 'toString', author: 'Doe, Jane', year: 2025 },
  },
];

describe('a hostile catalog', () => {
  let workbench: Workbench;
  let witness: Witness;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'workspace/markdown',
      settings: { 'mmllm.catalogs': ['evil.json'] },
      viewport: { width: 1500, height: 1000 },
    });
    witness = new Witness(workbench);
    await workbench.writeFile('evil.json', JSON.stringify({ models }));
    await workbench.writeFile(
      'paper.md',
      '---\nbibliography: refs.bib\n---\n\nSee @evil2025evilest here.\n\n',
    );
    await workbench.openFile('paper.md');
  });

  after(() => workbench.close());

  afterEach(() => witness.assertQuiet());

  const page = (): FrameLocator => webviewPage(workbench);
  const panel = (): FrameLocator => webviewPage(workbench, 'first');
  const tooltip = (): Locator => workbench.page.locator('.monaco-hover:visible');

  it('is text in the search panel', async () => {
    await workbench.runCommand('MM-LLM: Search the Catalog');
    const query = panel().getByRole('combobox', { name: 'Query' });
    await query.fill('evilest');
    await panel().locator('.result .name', { hasText: 'Evilest' }).waitFor();
    const row = panel().locator('.result').first();
    await assertText(workbench, row, name);
    assert.match(seen((await row.getAttribute('title')) ?? ''), /<img src=x onerror=alert\(1\)>/);
    await query.fill('evilest img script');
    await panel().locator('mark').first().waitFor();
    await assertText(workbench, panel().locator('.result').first(), name);
    await query.fill('backbone:family');
    await assertText(workbench, panel().locator('main'), `Family ${attack}`);
    await workbench.screenshot('hostile-panel');
    await query.fill('turned');
    await panel()
      .locator('.result .name', { hasText: /^Turned gnp\.exe \[31m$/ })
      .waitFor();
  });

  it('is text in the tree and its tooltips', async () => {
    await workbench.runCommand('MM-LLM: Filter Models...');
    await workbench.quickInput.fill('evilest');
    await workbench.quickInput.rows.filter({ hasText: 'Show 1 of' }).first().waitFor();
    await workbench.quickInput.accept();
    const tree = new CatalogTree(workbench);
    await workbench.page.locator('.part.sidebar .message', { hasText: ': evilest' }).waitFor();
    await tree.open();
    await tree.unfold('Multimodal understanding');
    await tree.unfold('Image + text → text');
    const row = workbench.treeItem('Evilest');
    await row.waitFor();
    await assertText(workbench, row.locator('.label-name'), name);
    await row.hover();
    await tooltip().first().waitFor();
    await assertText(workbench, tooltip().first(), name);
    await row.locator('.monaco-tl-twistie').click();
    const fact = workbench.treeItem('License');
    await fact.waitFor();
    await assertText(workbench, fact, `Licence ${attack}`);
    await fact.hover();
    await tooltip().filter({ hasText: 'Source' }).waitFor();
    await assertText(workbench, tooltip().filter({ hasText: 'Source' }), `Source ${attack}`);
    await workbench.screenshot('hostile-tree');
    await workbench.page.mouse.move(900, 900);
  });

  it('is text in the quick pick, and in the tooltips of its rows', async () => {
    await workbench.focusEditor();
    await workbench.goTo(6);
    await workbench.runCommand('MM-LLM: Insert Citation');
    await workbench.quickInput.fill('evilest');
    const row = workbench.quickInput.rows.filter({ hasText: 'Evilest' }).first();
    await assertText(workbench, row.locator('.label-name'), name.slice(0, 75));
    await assertText(
      workbench,
      row.locator('.quick-input-list-label-meta'),
      `Title <img src=x onerror=alert(1)>`,
    );
    for (const part of ['.label-description', '.quick-input-list-label-meta']) {
      await row.locator(part).first().hover();
      await workbench.page.waitForTimeout(1500);
      assert.equal(await tooltip().locator('img, .codicon-trash').count(), 0, part);
    }
    await workbench.screenshot('hostile-picker');
    await workbench.quickInput.fill('backbone:family');
    await workbench.quickInput.settled();
    assert.equal(await workbench.quickInput.rows.locator('.codicon-trash').count(), 0);
    await workbench.quickInput.cancel();
  });

  it('is text in the hover on its citation', async () => {
    await workbench.focusEditor();
    await workbench.hoverOver('evil2025evilest');
    await workbench.hover.filter({ hasText: 'Evilest' }).waitFor();
    await assertText(workbench, workbench.hover, name);
    await assertText(workbench, workbench.hover, `Idea ${attack}`);
    const links = workbench.hover.locator('a[data-href]');
    const addresses = await links.evaluateAll((found) =>
      found.map((link) => link.getAttribute('data-href')!.split('?')[0]),
    );
    assert.ok(addresses.length > 3);
    assert.deepEqual(
      addresses.filter((address) => !/^(?:command:mmllm\.|https:\/\/)/.test(address ?? '')),
      [],
    );
    await workbench.screenshot('hostile-hover');
  });

  it('is text in the list of completions and their documentation', async () => {
    await workbench.focusEditor();
    await workbench.goTo(6);
    await workbench.type('[@evilest');
    await workbench.suggestions.filter({ hasText: 'Evilest' }).first().waitFor();
    await assertText(workbench, workbench.suggestions.first(), 'Evilest <img src=x onerror=alert(1)>');
    await workbench.press('Control+Space');
    const details = workbench.page.locator('.suggest-details');
    await details.waitFor();
    await assertText(workbench, details, `Idea ${attack}`);
    await workbench.screenshot('hostile-completion');
    await workbench.press('Escape');
    await workbench.press('Escape');
  });

  it('is text in a notification, which has no links', async () => {
    await workbench.runCommand('MM-LLM: Open Code');
    await workbench.quickInput.fill('evilest');
    await workbench.quickInput.rows.filter({ hasText: 'Evilest' }).first().waitFor();
    await workbench.quickInput.settled();
    await workbench.quickInput.accept();
    await workbench.runCommand('Notifications: Show Notifications');
    const notice = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'No public code',
    });
    await assertText(workbench, notice.locator('.notification-list-item-message'), name);
    assert.equal(await notice.locator('.notification-list-item-message a').count(), 0);
    await workbench.screenshot('hostile-notification');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('is text on its page', async () => {
    // A page that a first try has left open would only come to the front.
    if (await workbench.page.locator('.tab.active', { hasText: 'Evilest' }).isVisible()) {
      await workbench.runCommand('View: Close Editor');
    }
    const tree = new CatalogTree(workbench);
    await tree.open();
    await workbench.treeItem('Evilest').click({ button: 'right' });
    const choice = workbench.page.getByRole('menuitem', { name: 'Open Details', exact: true });
    await choice.hover();
    await workbench.page.waitForTimeout(300);
    await choice.click();
    const content = pageOf(workbench).locator('main');
    await content.locator('h1', { hasText: 'Evilest' }).waitFor();
    for (const text of [
      name,
      `Idea ${attack}`,
      `Institution ${attack}`,
      `Procedure ${attack}`,
      `Note ${attack}`,
    ]) {
      await assertText(workbench, content, text);
    }
    assert.deepEqual(
      await content
        .locator('a')
        .evaluateAll((links) =>
          links
            .map((link) => link.getAttribute('href') ?? '')
            .filter((href) => href !== '' && !/^(?:command:mmllm\.|https:\/\/|#)/.test(href)),
        ),
      [],
    );
    const policy = await pageOf(workbench).locator('meta[http-equiv]').getAttribute('content');
    assert.match(policy ?? '', /^default-src 'none'; img-src data:; style-src 'self' https:[^;' ]+;$/);
    assert.equal(await pageOf(workbench).locator('html [style], main script').count(), 0);
    await workbench.screenshot('hostile-page');
  });

  it('is text in a comparison, its charts and its tab', async () => {
    await workbench.runCommand('MM-LLM: Compare Models');
    for (const [index, found] of ['Evilest', 'BLIP-2'].entries()) {
      await workbench.quickInput.fill(found);
      const row = workbench.quickInput.rows.filter({ hasText: found }).first();
      await row.locator('.monaco-checkbox, input[type=checkbox]').first().click();
      await workbench.quickInput.widget.getByText(`${index + 1} Selected`).waitFor();
    }
    await workbench.quickInput.accept();
    const heading = page().locator('th', { hasText: 'Evilest' }).first();
    await heading.waitFor();
    await assertText(workbench, heading, name);
    for (const text of [`Part ${attack}`, `Licence ${attack}`, `Procedure ${attack}`]) {
      await assertText(workbench, page().locator('table'), text);
    }
    await assertText(workbench, page().locator('.chart').first(), name);
    const tab = workbench.page.locator('.tab.active .label-name');
    assert.match(seen(await tab.innerText()), /^(?:BLIP-2, )?Evilest <img src=x/);
    assert.equal(await workbench.page.locator('.tab .codicon-trash').count(), 0);
    assert.ok(((await workbench.page.locator('.tab.active').boundingBox())?.width ?? 0) < 900);
    await workbench.screenshot('hostile-comparison');
  });

  it('is text in the landscape', async () => {
    await workbench.runCommand('MM-LLM: Open Landscape');
    const point = page().locator('[data-id="evilest"]');
    await point.waitFor();
    await point.focus();
    await assertText(workbench, page().locator('.tooltip'), name);
    await point.press('Space');
    await assertText(workbench, page().locator('.selection'), name);
    await page().locator('[data-id="constructor"]').focus();
    await workbench.until('the point is told of', async () =>
      (await page().locator('.tooltip').innerText()).startsWith('Turned'),
    );
    await workbench.screenshot('hostile-landscape');
  });

  it('cannot loosen the policy of a page: scripts, handlers, styles and addresses put into it do nothing', async () => {
    for (const served of [page(), panel()]) {
      const policy = await served
        .locator('meta[http-equiv="Content-Security-Policy"]')
        .getAttribute('content');
      assert.match(
        policy ?? '',
        /^default-src 'none'; script-src 'nonce-([0-9a-f]{32})'; style-src 'self' https:[^;' ]+; font-src 'self' https:[^;' ]+; base-uri 'none'; form-action 'none'$/,
      );
      const nonce = /nonce-([0-9a-f]+)/.exec(policy ?? '')?.[1];
      const scripts = await served
        .locator('script:not([id^="_vscode"])')
        .evaluateAll((found) => found.map((script) => (script as HTMLScriptElement).nonce));
      assert.deepEqual(scripts, [nonce]);
      const frame = await frameOf(served);
      const tried = await frame.evaluate(`(async () => {
        const refused = [];
        document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
        const box = document.createElement('div');
        box.innerHTML = '<img src="https://${hostileHost}/x.png" onerror="window.ran = 1"><p style="color:red" onclick="window.ran = 2">x</p>' +
          '<iframe src="https://${hostileHost}/"></iframe><svg onload="window.ran = 3"></svg>';
        document.body.append(box);
        const script = document.createElement('script');
        script.textContent = 'window.ran = 4';
        document.body.append(script);
        box.querySelector('p').click();
        const base = document.createElement('base');
        base.href = 'https://example.invalid/';
        document.head.append(base);
        const fetched = await fetch('https://${hostileHost}/').then(() => true, () => false);
        await new Promise((resolve) => setTimeout(resolve, 500));
        const result = { ran: window.ran ?? null, fetched, refused: [...new Set(refused)].sort() };
        box.remove();
        script.remove();
        base.remove();
        return result;
      })()`);
      assert.deepEqual(tried, {
        ran: null,
        fetched: false,
        refused: [
          'base-uri',
          'connect-src',
          'frame-src',
          'img-src',
          'script-src-attr',
          'script-src-elem',
          'style-src-attr',
        ],
      });
    }
    witness.forget();
  });
});
