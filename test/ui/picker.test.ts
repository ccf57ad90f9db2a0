import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../host/drafts';
import { addProject, entrySaved } from './support/drafts';
import { photoSettings } from './support/photo';
import type { QuickInput } from './support/quickInput';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

interface CatalogModel {
  readonly name: string;
  readonly architecture: {
    readonly inputProjectors: readonly { readonly family: string }[];
    readonly backbones: readonly { readonly family: string }[];
  };
}

describe('choosing models with the keyboard alone', () => {
  let workbench: Workbench;
  let picker: QuickInput;
  let draft: string;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'sample',
      files: ['chapters/introduction.tex'],
      theme: 'Default Light Modern',
      settings: photoSettings,
    });
    picker = workbench.quickInput;
    draft = await workbench.visibleText();
    await workbench.goBehind('chapters/introduction.tex', 'can change');
  });

  after(() => workbench.close());

  beforeEach(async () => {
    while (await picker.widget.isVisible()) {
      await workbench.press('Escape');
      await workbench.page.waitForTimeout(200);
    }
  });

  const open = async (): Promise<void> => {
    await workbench.press('Alt+Shift+C');
    await picker.input.waitFor();
  };

  /** Types a query in place of the one before, and waits until this row is the first that is not ticked. */
  const query = async (text: string, first: string): Promise<string[]> => {
    await workbench.press('Control+A');
    await workbench.page.keyboard.type(text);
    await workbench.until(`${first} is found first`, async () => {
      const ticked = await picker.ticked();
      return (await picker.labels()).filter((label) => !ticked.includes(label))[0] === first;
    });
    await picker.settled();
    return picker.labels();
  };

  const titleIs = (title: string): Promise<void> =>
    picker.title.filter({ hasText: title }).waitFor({ timeout: 5000 });

  it('opens on Alt+Shift+C, and takes every letter typed from then on', async () => {
    await open();
    await workbench.page.keyboard.type('qformer vicuna');
    assert.equal(await picker.input.inputValue(), 'qformer vicuna');
    await picker.row('InstructBLIP').or(picker.row('Lyrics')).first().waitFor();
    await picker.settled();
    const catalog = JSON.parse(await readFile(join(root, 'dist', 'catalog.json'), 'utf8')) as {
      models: CatalogModel[];
    };
    const labels = await picker.labels();
    assert.ok(labels.length >= 6, labels.join());
    for (const label of labels) {
      const { architecture } = catalog.models.find(({ name }) => name === label)!;
      assert.ok(
        architecture.inputProjectors.some(({ family }) => family === 'Q-Former'),
        label,
      );
      assert.ok(
        architecture.backbones.some(({ family }) => family === 'Vicuna'),
        label,
      );
    }
    assert.deepEqual(await query('vicuna qformer', labels[0]!), labels);
  });

  it('finds through typing errors, accents and words in any order, best first', async () => {
    await open();
    await query('flamigno', 'Flamingo');
    await query('vidéo llàma', 'Video-LLaMA');
    await query('salesforce 2023 savarese bootstrapping', 'BLIP-2');
    await query('instruct blip', 'InstructBLIP');
  });

  it('keeps the order of the search, which is not that of labels', async () => {
    await open();
    const labels = await query('llava', 'LLaVA');
    assert.notDeepEqual(
      labels,
      labels.toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('says what will be written and where the entry goes, as the cursor moves', async () => {
    await open();
    await query('video-llama', 'Video-LLaMA');
    await titleIs('Cite in introduction.tex: ~\\citep{zhang2023video} → 1 new in refs.bib');
    await query('blip-2', 'BLIP-2');
    await titleIs('\\citep{li2023blip}');
    assert.doesNotMatch(await picker.title.innerText(), /new in/);
    await workbench.press('ArrowDown');
    await workbench.until('the title follows', async () =>
      /\\citep\{(?!li2023blip)/.test(await picker.title.innerText()),
    );
  });

  it('marks what the bibliography has, with the key it has there', async () => {
    await open();
    await query('minigpt-4', 'MiniGPT-4');
    await picker.row('MiniGPT-4').filter({ hasText: 'in refs.bib as minigpt4' }).waitFor();
    await titleIs('\\citep{minigpt4}');
    await query('instructblip', 'InstructBLIP');
    assert.doesNotMatch(await picker.row('InstructBLIP').innerText(), /refs\.bib/);
  });

  it('keeps what was ticked under another query, first and with its preview', async () => {
    await open();
    await query('instructblip', 'InstructBLIP');
    await workbench.press('ArrowDown');
    await workbench.press('ArrowUp');
    await workbench.press('Space');
    await workbench.until('one is ticked', async () => (await picker.ticked()).join() === 'InstructBLIP');
    await workbench.press('ArrowUp');
    await picker.input.and(workbench.page.locator(':focus')).waitFor();
    const labels = await query('next-gpt', 'NExT-GPT');
    assert.deepEqual(labels.slice(0, 2), ['InstructBLIP', 'NExT-GPT']);
    assert.deepEqual(await picker.ticked(), ['InstructBLIP']);
    await workbench.press('ArrowDown');
    await workbench.press('ArrowUp');
    await workbench.press('Space');
    await workbench.until('two are ticked', async () => (await picker.ticked()).length === 2);
    await titleIs('~\\citep{dai2023instructblip,wu2023next} → 2 new in refs.bib');
  });

  it('switches the form with Alt+T and back', async () => {
    await open();
    await query('flamingo', 'Flamingo');
    await titleIs('\\citep{alayrac2022flamingo}');
    await workbench.press('Alt+T');
    await titleIs('\\citet{alayrac2022flamingo}');
    await workbench.press('Alt+T');
    await titleIs('\\citep{alayrac2022flamingo}');
  });

  it('asks for notes with Alt+P, and comes back to the list as it was, with them in the preview', async () => {
    await open();
    await query('flamingo', 'Flamingo');
    await workbench.press('Alt+P');
    await picker.title.filter({ hasText: 'Page or note after the citation' }).waitFor();
    await workbench.type('p. 3');
    await picker.accept('goes on');
    await picker.title.filter({ hasText: 'Words before the citation' }).waitFor();
    await workbench.type('see');
    await picker.accept('goes on');
    await titleIs('\\citep[see][p. 3]{alayrac2022flamingo}');
    assert.equal(await picker.input.inputValue(), 'flamingo');
    assert.equal((await picker.labels())[0], 'Flamingo');
    await picker.input.and(workbench.page.locator(':focus')).waitFor();
  });

  it('comes back to the list when notes are left with Escape', async () => {
    await open();
    await query('flamingo', 'Flamingo');
    await workbench.press('Alt+P');
    await picker.title.filter({ hasText: 'Page or note after the citation' }).waitFor();
    await workbench.press('Escape');
    await titleIs('Cite in introduction.tex: ~\\citep{alayrac2022flamingo}');
    assert.equal(await picker.input.inputValue(), 'flamingo');
  });

  it('has buttons for the same, and for the paper and the details of a row', async () => {
    await open();
    await query('flamingo', 'Flamingo');
    await picker.widget.getByRole('button', { name: /^Switch between citation forms/ }).click();
    await titleIs('\\citet{alayrac2022flamingo}');
    await picker.row('Flamingo').hover();
    await picker.row('Flamingo').getByRole('button', { name: 'Open paper' }).click();
    await workbench.dialog.filter({ hasText: 'https://arxiv.org/abs/2204.14198' }).waitFor();
    await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('keeps what is ticked while notes are asked for', async () => {
    await open();
    await query('shikra', 'Shikra');
    await picker.toggle('Shikra');
    await picker.input.click();
    await query('flamingo', 'Flamingo');
    await workbench.press('Alt+P');
    await picker.title.filter({ hasText: 'Page or note after the citation' }).waitFor();
    await workbench.press('Enter');
    await picker.title.filter({ hasText: 'Words before the citation' }).waitFor();
    await workbench.press('Enter');
    await titleIs('Cite in introduction.tex: ~\\citep{chen2023shikra}');
    await workbench.until('it is ticked', async () => (await picker.ticked()).join() === 'Shikra');
    assert.deepEqual((await picker.labels()).slice(0, 2), ['Shikra', 'Flamingo']);
  });

  it('opens the details of a row behind the list, which stays', async () => {
    await open();
    await query('flamingo', 'Flamingo');
    await picker.row('Flamingo').hover();
    await picker.row('Flamingo').getByRole('button', { name: 'Open details' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Flamingo' }).waitFor();
    await workbench.page
      .frameLocator('iframe.webview.ready')
      .frameLocator('iframe#active-frame')
      .locator('h1', { hasText: 'Flamingo' })
      .waitFor();
    await titleIs('\\citep{alayrac2022flamingo}');
    await picker.input.press('Escape');
    await picker.widget.waitFor({ state: 'hidden' });
    await workbench.page.locator('.tab', { hasText: 'introduction.tex' }).click();
    await workbench.waitForEditor('chapters/introduction.tex');
  });

  it('leaves everything as it was on Escape', async () => {
    await open();
    await query('shikra', 'Shikra');
    await workbench.press('ArrowDown');
    await workbench.press('Space');
    await workbench.press('Escape');
    await picker.widget.waitFor({ state: 'hidden' });
    assert.equal(await workbench.visibleText(), draft);
    assert.equal(await workbench.page.locator('.tab.dirty').count(), 0);
    await workbench.page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
  });

  it('looks tidy with two models ticked', async () => {
    await open();
    for (const name of ['InstructBLIP', 'NExT-GPT']) {
      await query(name, name);
      await picker.toggle(name);
      await picker.input.click();
    }
    await query('qformer vicuna', 'video-SALMONN');
    await workbench.page.mouse.move(640, 790);
    await workbench.screenshot('picker', { x: 0, y: 0, width: 1280, height: 480 });
  });

  it('takes the row under the cursor on Enter if nothing is ticked', async () => {
    await addProject(workbench, 'markdown', 'active-row');
    await workbench.openFile('active-row/paper.md');
    await workbench.goBehind('active-row/paper.md', 'Images come next');
    await open();
    await query('llava-1.5', 'LLaVA-1.5');
    await workbench.press('Enter');
    await picker.widget.waitFor({ state: 'hidden' });
    await workbench.until('it is cited', async () =>
      (await workbench.visibleText()).includes('Images come next [@liu2023improved].'),
    );
  });

  it('still cites in the draft when details were opened over it', async () => {
    await addProject(workbench, 'markdown', 'behind-details');
    await workbench.openFile('behind-details/paper.md');
    await workbench.goBehind('behind-details/paper.md', 'Images come next');
    await open();
    await query('shikra', 'Shikra');
    await picker.row('Shikra').hover();
    await picker.row('Shikra').getByRole('button', { name: 'Open details' }).click();
    await workbench.page.locator('.tab.active', { hasText: 'Shikra' }).waitFor();
    await picker.accept();
    await entrySaved(workbench, 'behind-details/refs.bib', 'chen2023shikra');
    assert.equal(await workbench.notifications.count(), 0);
    await workbench.page.locator('.tab.dirty', { hasText: 'paper.md' }).last().click();
    await workbench.waitForEditor('behind-details/paper.md');
    await workbench.until('it is cited', async () =>
      (await workbench.visibleText()).includes('Images come next [@chen2023shikra].'),
    );
  });
});
