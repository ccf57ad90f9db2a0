import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library';
import { bibliographyStatus } from '../../../src/core/library/status';
import { catalogOf, model, work } from '../catalog/fixtures';
import { MemoryWorkspace, at, notCancelled } from './memoryWorkspace';

const flamingo = work('alayrac2022flamingo', {
  title: 'Flamingo',
  authors: [{ family: 'Alayrac' }],
  year: 2022,
});
const catalog = catalogOf([model('flamingo', { work: flamingo.key })], [flamingo]);

async function status(
  workspace: MemoryWorkspace,
  draft: string,
  patterns: readonly string[] = [],
): Promise<string> {
  const library = new Library(
    workspace,
    () => Promise.resolve(catalog),
    () => ({ bibliographyFiles: patterns }),
  );
  return bibliographyStatus(
    await library.open(at(draft), draft.endsWith('.md') ? 'pandoc' : 'latex', notCancelled),
  );
}

describe('The bibliography status', () => {
  it('lists the files in order, why each is there and what it holds', async () => {
    const workspace = new MemoryWorkspace({
      'p/main.tex':
        '\\documentclass{x}\\begin{document}\\input{c/one}\\bibliography{refs,lit/more}\\end{document}',
      'p/c/one.tex': 'Text',
      'p/refs.bib': '@article{f, title={Flamingo}, author={Alayrac}, year={2022}}\n\n@misc{x, title={X}}\n',
      'p/lit/more.bib': '@misc{y, title={Y}}',
    });
    assert.equal(
      await status(workspace, 'p/c/one.tex'),
      [
        '# Bibliographies of `one.tex`',
        '',
        `New entries go to \`../refs.bib\`.`,
        '',
        `## 1. \`../refs.bib\``,
        '',
        `- Named as \`refs\` in \`../main.tex\``,
        '- 2 entries, 1 of them in the catalog',
        '',
        `## 2. \`../lit/more.bib\``,
        '',
        `- Named as \`lit/more\` in \`../main.tex\``,
        '- 1 entry, 0 of them in the catalog',
        '',
        '## LaTeX project',
        '',
        `- Root: \`../main.tex\``,
        `- Files: \`../main.tex\`, \`one.tex\``,
        '',
      ].join('\n'),
    );
  });

  it('gives defects with their lines', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.md': '---\nbibliography: r.bib\n---\n',
      'p/r.bib':
        '@misc{a, title={A}}\r\n\r\n@misc{a, title={B}}\r\n\r\n@misc{c,\r\n  title = {never closed\r\n',
    });
    const page = await status(workspace, 'p/a.md');
    assert.match(page, /- 2 defects:\n/);
    assert.match(page, /\n {2}- line 3, (?:warning|error): /);
    assert.match(page, /\n {2}- line [56], error: /);
  });

  it('cuts a long list of defects', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.md': 'x',
      'p/r.bib': Array.from({ length: 60 }, () => '@misc{a, title={A}}\n').join(''),
    });
    const page = await status(workspace, 'p/a.md');
    assert.match(page, /- 59 defects:/);
    assert.equal(page.match(/- line /g)?.length, 50);
    assert.match(page, /- and 9 more\n/);
  });

  it('says what is missing, left out or cannot be read', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.tex':
        '\\documentclass{x}\\input{gone}\\bibliography{refs,here,\\mybib}\\addbibresource{https://x.org/a.bib}',
      'p/here.bib': '',
    });
    workspace.block('p/here.bib');
    const page = await status(workspace, 'p/a.tex');
    assert.match(
      page,
      /## 1\. `refs\.bib`.*\n\n.*\n- \*\*Not there yet\.\*\* The first new entry creates it\./,
    );
    assert.match(page, /## 2\. `here\.bib`.*\n\n.*\n- \*\*Cannot be read:\*\* The file system is away\./);
    assert.match(page, /## Left out\n\n- `\\mybib`, named in `a\.tex`: the name is computed/);
    assert.match(page, /- `https:\/\/x\.org\/a\.bib`, .*: a web address is not read/);
    assert.match(page, /- Missing: `gone`, included by `a\.tex`/);
    assert.match(page, /New entries go to `refs\.bib`/);
  });

  it('says where undeclared files come from', async () => {
    const workspace = new MemoryWorkspace({ 'p/a.md': 'x', 'p/near.bib': '', 'lib/all.bib': '' });
    assert.match(
      await status(workspace, 'p/a.md'),
      /\n- The nearest bibliography to the draft; the draft names none\n/,
    );
    const page = await status(workspace, 'p/a.md', ['lib/*.bib', 'no/*.bib']);
    assert.match(page, /`\.\.\/lib\/all\.bib`.*\n\n- Matches the setting `mmllm\.bibliography\.files`\n/);
    assert.match(page, /- `no\/\*\.bib`, from the setting `mmllm\.bibliography\.files`: no file matches\n/);
  });

  it('says that nothing was found', async () => {
    const page = await status(new MemoryWorkspace({ 'p/a.md': 'x' }), 'p/a.md');
    assert.equal(
      page,
      '# Bibliographies of `a.md`\n\nNo bibliography was found. The first citation that needs an entry asks where to put it.\n',
    );
  });

  it('shows names from files as text', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.md': '---\nbibliography: "x`](command:y)![z](http:a).bib"\n---\n',
    });
    const page = await status(workspace, 'p/a.md');
    assert.ok(!/\]\((?:command|http):/.test(page.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, '')), page);
  });
});
