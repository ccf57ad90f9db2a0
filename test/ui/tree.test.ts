import assert from 'node:assert/strict';
import { addProject, entrySaved, occurrences } from './support/drafts';
import { CatalogTree } from './support/tree';
import { openWorkbench } from './support/workbench';
import { photoSettings } from './support/photo';
import type { Workbench } from './support/workbench';

/** What stands below the groups of models, however they are divided. */
const guideBranches = ['Design guide', 'Datasets', 'Benchmarks'];

describe('the tree of models', () => {
  let workbench: Workbench;
  let tree: CatalogTree;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'sample',
      files: ['chapters/projectors.tex'],
      theme: 'Default Light Modern',
      settings: photoSettings,
    });
    tree = new CatalogTree(workbench);
  });

  after(() => workbench.close());

  it('stands behind its own icon and begins with what models are for, with counts', async () => {
    await tree.open();
    const rows = await tree.rows();
    assert.deepEqual(
      rows.map(({ label }) => label),
      ['Multimodal understanding', 'Multimodal generation', 'Tool-using systems', ...guideBranches],
    );
    for (const { label, description } of rows.slice(0, 3)) {
      assert.ok(Number(description) > 10, `${label}: ${description}`);
    }
  });

  it('unfolds a function to the boxes of the survey, whose counts add up', async () => {
    await tree.unfold('Multimodal generation');
    const boxes = await tree.childrenOf('Multimodal generation');
    assert.ok(boxes.length >= 4, JSON.stringify(boxes));
    assert.ok(
      boxes.every(({ label }) => / → |^Other/.test(label)),
      JSON.stringify(boxes),
    );
    const [function_] = (await tree.rows()).filter(({ label }) => label === 'Multimodal generation');
    const sum = boxes.reduce((total, { description }) => total + Number(description), 0);
    assert.equal(sum, Number(function_!.description));
    await tree.unfold(boxes[0]!.label);
    const models = await tree.childrenOf(boxes[0]!.label);
    const dates = models.map(({ description }) => description);
    assert.ok(dates.length > 1 && dates.every((date) => /^\d{4}-\d{2}$/.test(date)), dates.join());
    assert.deepEqual(dates, dates.toSorted().reverse());
    await tree.fold('Multimodal generation');
  });

  it('groups as the list behind the title button says, and remembers what is current', async () => {
    await tree.titleButton('Group Models By');
    await workbench.quickInput.rows.nth(6).waitFor();
    assert.deepEqual((await workbench.quickInput.labels()).slice(0, 7), [
      'Function and Modalities',
      'Year',
      'LLM Backbone',
      'Modality Encoder',
      'Input Projector',
      'Institution',
      "Survey's First Version (26 Models)",
    ]);
    assert.match(await workbench.quickInput.row('Function and Modalities').innerText(), /current/);
    await workbench.quickInput.row('Year').click();
    await tree.row('2023').waitFor();
    const labels = (await tree.rows()).map(({ label }) => label);
    const years = labels.filter((label) => !guideBranches.includes(label));
    assert.deepEqual(years, years.toSorted().reverse());
    await tree.titleButton('Group Models By');
    await workbench.quickInput.row('Year').filter({ hasText: 'current' }).waitFor();
    await workbench.quickInput.cancel();
    await tree.row('2023').waitFor();
  });

  it('groups by command, into families of models by size', async () => {
    await workbench.runCommand('MM-LLM: Group Models By...');
    await workbench.quickInput.row('LLM Backbone').click();
    await tree.row('Vicuna').waitFor();
    const rows = await tree.rows();
    const known = rows
      .filter(({ label }) => label !== 'Not reported' && !guideBranches.includes(label))
      .map(({ description }) => +description);
    assert.deepEqual(
      known,
      known.toSorted((a, b) => b - a),
    );
  });

  describe('as the list of the survey', () => {
    before(async () => {
      await tree.open();
      await tree.groupBy("Survey's First Version (26 Models)");
      await tree.unfold("Survey's first version");
    });

    it('unfolds a model to its facts, the architecture in the order of the pipeline', async () => {
      await workbench.page.setViewportSize({ width: 1280, height: 1200 });
      await tree.unfold('NExT-GPT');
      const facts = await tree.childrenOf('NExT-GPT');
      await tree.fold('NExT-GPT');
      await workbench.page.setViewportSize({ width: 1280, height: 800 });
      assert.deepEqual(
        facts.slice(0, 9).map(({ label }) => label),
        [
          'Inputs',
          'Encoder',
          'Input projector',
          'LLM backbone',
          'Output projector',
          'Generator',
          'Outputs',
          'Pre-training data',
          'Instruction-tuning data',
        ],
      );
      const value = (name: string): string => facts.find(({ label }) => label === name)!.description;
      assert.match(value('Encoder'), /ImageBind/);
      assert.match(value('Generator'), /Stable Diffusion/);
      assert.match(value('Venue'), /ICML 2024/);
      assert.equal(value('Paper'), 'arxiv.org/abs/2309.05519');
    });

    it('cites a model at the cursor by the button of its row, with an entry for it', async () => {
      await addProject(workbench, 'latex-natbib', 'one-model');
      await workbench.openFile('one-model/chapters/method.tex');
      await workbench.goBehind('one-model/chapters/method.tex', 'frozen language model');
      await tree.action('VideoChat', 'Insert Citation');
      await workbench.until('VideoChat is cited', async () =>
        (await workbench.visibleText()).includes('a frozen language model~\\citep{li2023videochat}.'),
      );
      await entrySaved(workbench, 'one-model/refs.bib', 'li2023videochat');
    });

    it('cites all selected models by the button of one of them', async () => {
      await addProject(workbench, 'latex-natbib', 'three-models');
      await workbench.openFile('three-models/chapters/method.tex');
      await workbench.goBehind('three-models/chapters/method.tex', 'frozen language model');
      await tree.select('BLIP-2', 'PandaGPT', 'Shikra');
      await tree.action('PandaGPT', 'Insert Citation');
      await workbench.until('three models are cited', async () =>
        /\\citep\{(?=.*\bli2023blip\b)(?=.*\bsu2023pandagpt\b)(?=.*\bchen2023shikra\b)[^,]+,[^,]+,[^,]+\}\./.test(
          (await workbench.visibleText()).replaceAll('\n', ''),
        ),
      );
      await entrySaved(workbench, 'three-models/refs.bib', 'chen2023shikra');
      const bibliography = await workbench.readFile('three-models/refs.bib');
      assert.equal(occurrences(bibliography, '{su2023pandagpt,'), 1);
      assert.equal(occurrences(bibliography, '{li2023blip,'), 1);
    });

    it('adds the entry alone from the context menu, and leaves the draft as it is', async () => {
      await addProject(workbench, 'latex-natbib', 'entry-only');
      await workbench.openFile('entry-only/chapters/method.tex');
      const before = await workbench.visibleText();
      await tree.menu('DLP', 'Add to Bibliography');
      await entrySaved(workbench, 'entry-only/refs.bib', 'jian2023bootstrapping');
      assert.equal(await workbench.visibleText(), before);
      assert.equal(await workbench.page.locator('.tab.active.dirty').count(), 0);
    });

    it('offers everything a model is good for in its context menu', async () => {
      assert.deepEqual(
        (await tree.menuItems('BLIP-2')).filter((label) => label !== ''),
        [
          'Insert Citation',
          'Insert Citation in the Sentence',
          'Insert Summary',
          'Add to Bibliography',
          'Insert Table',
          'Open Details',
          'Open Paper',
          'Open Code',
          'Compare Models',
          'Copy BibTeX',
          'Copy Citation Key',
          'Copy As...',
        ],
      );
    });

    it('copies the entry and the key of a model', async () => {
      await tree.select('MiniGPT-5');
      await tree.menu('MiniGPT-5', 'Copy BibTeX');
      await workbench.until('the entry is copied', async () =>
        /^@\w+\{zheng2023minigpt,\n[^]+\}\n$/.test(await workbench.readClipboard()),
      );
      await tree.menu('MiniGPT-5', 'Copy Citation Key');
      await workbench.until(
        'the key is copied',
        async () => (await workbench.readClipboard()) === 'zheng2023minigpt',
      );
    });

    it('asks before it leaves VS Code for the paper or the code, and then goes there', async () => {
      for (const [button, address] of [
        ['Open Paper', 'https://arxiv.org/abs/2301.12597'],
        ['Open Code', 'https://github.com/salesforce/LAVIS'],
      ] as const) {
        await tree.action('BLIP-2', button);
        await workbench.dialog.filter({ hasText: address }).waitFor();
        await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
        await workbench.dialog.waitFor({ state: 'detached' });
      }
      await tree.action('BLIP-2', 'Open Paper');
      const context = workbench.page.context();
      const opened = context.waitForEvent('page');
      const requested = context.waitForEvent('request', {
        predicate: (request) => request.url() === 'https://arxiv.org/abs/2301.12597',
      });
      await workbench.dialog.getByRole('button', { name: 'Open', exact: true }).click();
      await requested;
      await (await opened).close();
    });

    it('opens the link of a fact', async () => {
      await tree.unfold('BLIP-2');
      await (await tree.reveal('Code')).click();
      await workbench.dialog.filter({ hasText: 'https://github.com/salesforce/LAVIS' }).waitFor();
      await workbench.dialog.getByRole('button', { name: 'Cancel' }).click();
      await tree.fold('BLIP-2');
    });
  });

  it('looks tidy beside a draft', async () => {
    await workbench.saveAll();
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('chapters/projectors.tex');
    await tree.open();
    await tree.groupBy('Function and Modalities');
    await tree.unfold('Multimodal generation');
    await tree.unfold('Many → many');
    await tree.reveal('NExT-GPT');
    await tree.unfold('NExT-GPT');
    await workbench.focusEditor();
    await workbench.page.mouse.move(700, 790);
    await workbench.screenshot('catalog', { x: 0, y: 0, width: 1280, height: 720 });
  });
});
