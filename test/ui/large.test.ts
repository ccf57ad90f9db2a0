import assert from 'node:assert/strict';
import { addProject, cite, entrySaved } from './support/drafts';
import { openWorkbench } from './support/workbench';
import type { Workbench } from './support/workbench';

/** A bibliography in alphabetical order, as reference managers write them. */
function bibliography(entries: number): string {
  const entry = (number: number): string => {
    const name = `author${String(number).padStart(5, '0')}`;
    return [
      `@article{${name}2020work,`,
      `  title     = {A Study of Subject Number ${number}},`,
      `  author    = {Author, Number ${number} and Other, Person},`,
      `  journal   = {Journal of Numbers},`,
      `  volume    = {${number}},`,
      `  pages     = {${number}--${number + 9}},`,
      `  year      = {2020}`,
      `}\n`,
    ].join('\n');
  };
  return Array.from({ length: entries }, (_, number) => entry(number)).join('\n');
}

describe('a bibliography of 10,000 entries', () => {
  const original = bibliography(10_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'workspace' });
    await addProject(workbench, 'latex-natbib', 'large');
    await workbench.writeFile('large/refs.bib', original);
    await workbench.writeFile(
      'large/chapters/method.tex',
      '% !TeX root = ../main.tex\nSee \\citep{author090002020work, author099992020work}.\n\nNothing yet.\n',
    );
    await workbench.openFile('large/chapters/method.tex');
  });

  after(() => workbench.close());

  it('explains keys of it', async () => {
    await workbench.hoverOver('author099992020work');
    await workbench.hover.filter({ hasText: 'A Study of Subject Number 9999' }).waitFor();
    await workbench.hoverOver('author090002020work');
    await workbench.hover.filter({ hasText: 'A Study of Subject Number 9000' }).waitFor();
  });

  it('takes an entry at its place and changes nothing else', async () => {
    await workbench.goBehind('large/chapters/method.tex', 'Nothing yet');
    await cite(workbench, 'shikra', 'Shikra');
    await workbench.until('the citation is there', async () =>
      (await workbench.visibleText()).includes('Nothing yet~\\citep{chen2023shikra}.'),
    );
    await entrySaved(workbench, 'large/refs.bib', 'chen2023shikra');
    const now = await workbench.readFile('large/refs.bib');
    const added = /\n?@\w+\{chen2023shikra,\n[^]*?\n\}\n\n?/.exec(now)!;
    assert.ok(/^ {2}title {5}= \{/m.test(added[0]), added[0]);
    const rest = now.slice(0, added.index) + now.slice(added.index + added[0].length);
    assert.equal(rest.replace(/\n+/g, '\n'), original.replace(/\n+/g, '\n'));
  });

  it('leaves the window alive: typing and the hover go on', async () => {
    await workbench.type(' And on');
    await workbench.until('what is typed is there', async () =>
      (await workbench.visibleText()).includes('\\citep{chen2023shikra} And on.'),
    );
    await workbench.hoverOver('chen2023shikra');
    const card = workbench.hover.filter({ hasText: 'Shikra' });
    await card.locator('a', { hasText: 'in refs.bib' }).waitFor();
  });
});
