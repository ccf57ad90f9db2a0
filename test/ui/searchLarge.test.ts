import assert from 'node:assert/strict';
import { addProject } from './support/drafts';
import { measureWork, SearchPage } from './support/searchPage';
import { frameOf } from './support/webview';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

/** A bibliography as reference managers export them. */
function bibliography(entries: number): string {
  const topics = ['vision', 'language', 'audio', 'video', 'alignment', 'tuning', 'instruction', 'retrieval'];
  return Array.from({ length: entries }, (_, number) => {
    const topic = topics[number % topics.length] ?? '';
    return `@article{key${number},\n  title = {A Study of ${topic} Number ${number}},\n  author = {Author, Number and Other, Person},\n  year = {${2000 + (number % 25)}}\n}\n`;
  }).join('\n');
}

interface Work {
  readonly what: string;
  readonly took: number;
}

interface Marks {
  readonly origin: number;
  readonly drawn: number;
  readonly paint: number;
  readonly first: number;
}

function told({ drawn, paint, first }: Marks): string {
  return `drawn after ${round(drawn)} ms, painted after ${round(paint)} ms, with results after ${round(first)} ms`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

describe('the search of much', () => {
  let workbench: Workbench;
  let search: SearchPage;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace', viewport: { width: 1280, height: 900 } });
    await addProject(workbench, 'markdown', 'large');
    await workbench.writeFile('large/refs.bib', bibliography(50_000));
    await workbench.openFile('large/paper.md');
    search = new SearchPage(workbench);
  });

  after(() => workbench.close());

  async function evaluate<T>(script: string): Promise<T> {
    return (await frameOf(search.page)).evaluate<T>(script);
  }

  /** When the page was drawn and painted and had results (milliseconds since its start, which is a date). */
  function marks(): Promise<Marks> {
    return evaluate<Marks>(
      `({
        origin: performance.timeOrigin,
        drawn: window.mmllmMarks.load ?? 0,
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        first: window.mmllmMarks.results ?? 0,
      })`,
    );
  }

  /** Types, and prints and returns the times of the page's own work (milliseconds). */
  async function typed(what: string, text: string): Promise<Work[]> {
    await evaluate('void (window.mmllmWork.length = 0)');
    await search.box.click();
    await workbench.type(text);
    await workbench.page.waitForTimeout(800);
    const work = await evaluate<Work[]>('window.mmllmWork');
    for (const kind of ['key', 'results', 'completions']) {
      const times = work.filter((each) => each.what === kind).map(({ took }) => took);
      const most = round(Math.max(0, ...times));
      console.log(`      ${what}, ${kind}: ${times.length} times, at most ${most} ms`);
    }
    return work;
  }

  it('paints at once, and shows models before the bibliography is read', async () => {
    await measureWork(workbench);
    const start = Date.now();
    await search.open();
    const cold = await marks();
    console.log(`      the command to the page: ${round(cold.origin - start)} ms; ${told(cold)}`);
    await workbench.openView('Explorer');
    await workbench.openView('MM-LLM');
    await search.page.locator('.result').first().waitFor();
    const again = await marks();
    console.log(`      shown again: ${told(again)}`);
    assert.ok(cold.first > 0 && again.first > 0);
    const work = await typed('catalog', 'visual instruction vicuna');
    assert.ok(work.some(({ what }) => what === 'results'));
  });

  it('searches and scrolls a bibliography of 50,000 works without a long task', async () => {
    await search.page.getByText('Citing in paper.md').waitFor();
    await search.box.fill('');
    await search.page.getByLabel('Search in').selectOption('bibliography');
    await workbench.until('all are read', async () => (await search.count()) === '50,000 of 50,000', 60_000);
    await evaluate(`
      window.longTasks = [];
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
        .observe({ entryTypes: ['longtask'] });
    `);
    await search.list.hover();
    for (let step = 0; step < 30; step++) {
      await workbench.page.mouse.wheel(0, 4000 * (step % 7));
      await workbench.page.waitForTimeout(30);
    }
    await search.list.focus();
    await workbench.press('End');
    await workbench.until('the last is there', async () =>
      (await search.names()).some((name) => / 49999$/.test(name)),
    );
    assert.ok((await search.page.locator('.result').count()) < 60, 'few lines are on the page');
    const work = await typed('50,000 works', 'study retrieval 4');
    assert.ok(work.some(({ what }) => what === 'results'));
    await workbench.until('less is found', async () => !(await search.count()).startsWith('50,000'));
    const tasks = await evaluate<number[]>('window.longTasks');
    console.log(
      `      long tasks in the page: ${tasks.map((task) => Math.round(task)).join(', ') || 'none'}`,
    );
    assert.deepEqual(
      tasks.filter((task) => task > 50),
      [],
    );
  });

  it('says where it finds more than it looks for, and puts all in order', async () => {
    await search.box.fill('study');
    await workbench.until('there are more', async () => (await search.count()) === '1,000+ of 50,000');
    await search.box.fill('');
    await search.page.getByLabel('Order').selectOption('newest');
    await workbench.until('the newest is first', async () =>
      /2024/.test((await search.page.locator('.result .detail').first().textContent()) ?? ''),
    );
    await search.list.focus();
    await workbench.press('Control+A');
    await search.page.getByText('200 selected').waitFor();
    await search.notice.getByText('At most 200 can be selected.').waitFor();
  });
});
