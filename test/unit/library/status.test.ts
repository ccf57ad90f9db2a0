import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library/library';
import type { StatusLinks } from '../../../src/core/library/status';
import { bibliographyStatus } from '../../../src/core/library/status';
import { statusTexts } from '../../../src/core/library/statusTexts';
import { catalogOf, model, work } from '../catalog/fixtures';
import { MemoryWorkspace, at, notCancelled } from './memoryWorkspace';

const flamingo = work('alayrac2022flamingo', {
  title: 'Flamingo',
  authors: [{ family: 'Alayrac' }],
  year: 2022,
});
const catalog = catalogOf([model('flamingo', { work: flamingo.key })], [flamingo]);

const lastLine = 'The setting `mmllm.bibliography.files` names bibliographies for drafts that name none.';

/** Addresses that say what they lead to. */
const links: StatusLinks = {
  place: (uri, range) => `${uri.slice(uri.indexOf('/p/') + 1)}${range ? `:${range.start}-${range.end}` : ''}`,
  setting: 'the:setting',
  problems: 'the:problems',
};

async function status(
  workspace: MemoryWorkspace,
  draft: string,
  patterns: readonly string[] = [],
  links: StatusLinks = {},
  texts: Partial<typeof statusTexts> = {},
): Promise<string> {
  const library = new Library(
    workspace,
    () => Promise.resolve(catalog),
    () => ({ bibliographyFiles: patterns }),
  );
  const syntax = draft.endsWith('.md') ? 'pandoc' : draft.endsWith('.typ') ? 'typst' : 'latex';
  return bibliographyStatus(await library.open(at(draft), syntax, notCancelled), {
    texts: { ...statusTexts, ...texts },
    defect: (message) => message,
    ...links,
  });
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
        '- Format: BibTeX, 82 B',
        '',
        `## 2. \`../lit/more.bib\``,
        '',
        `- Named as \`lit/more\` in \`../main.tex\``,
        '- 1 entry, 0 of them in the catalog',
        '- Format: BibTeX, 19 B',
        '',
        '## LaTeX project',
        '',
        `- Root: \`../main.tex\``,
        `- Files: \`../main.tex\`, \`one.tex\``,
        '',
        lastLine,
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

  it('cuts a long list of defects, and leads to the Problems view', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.md': 'x',
      'p/r.bib': Array.from({ length: 10_001 }, () => '@misc{a, title={A}}\n').join(''),
    });
    const page = await status(workspace, 'p/a.md', [], links);
    assert.match(page, /- 10000 defects:/);
    assert.equal(page.match(/- \[line /g)?.length, 50);
    assert.match(page, /- and 9950 more: \[Problems view\]\(the:problems\)\n/);
    assert.ok(page.split('\n').length < 100, 'it stays a page');
  });

  it('leads to files, to the names of them, to defects and to the setting', async () => {
    const main = '\\documentclass{x}\\input{gone}\\bibliography{refs,\\mine}';
    const workspace = new MemoryWorkspace({
      'p/main.tex': main,
      'p/refs.bib': '@misc{a, title={A}}\n@misc{a, title={B}}\n',
    });
    const page = await status(workspace, 'p/main.tex', ['no/*.bib'], links);
    const at = (text: string): string =>
      `p/main.tex:${main.indexOf(text)}-${main.indexOf(text) + text.length}`;
    assert.match(page, /^# Bibliographies of \[`main\.tex`\]\(p\/main\.tex\)\n/);
    assert.match(page, /New entries go to \[`refs\.bib`\]\(p\/refs\.bib\)\./);
    assert.match(page, /## 1\. \[`refs\.bib`\]\(p\/refs\.bib\)\n/);
    assert.ok(page.includes(`- Named as [\`refs\`](${at('refs')}) in [\`main.tex\`](p/main.tex)`), page);
    assert.match(page, /- \[line 2\]\(p\/refs\.bib:26-27\), warning: The key “a” is already used/);
    assert.ok(
      page.includes(`- [\`\\mine\`](${at('\\mine')}), named in [\`main.tex\`](p/main.tex): the name`),
      page,
    );
    assert.ok(
      page.includes(`- Missing: [\`gone\`](${at('gone')}), included by [\`main.tex\`](p/main.tex)`),
      page,
    );
    assert.match(page, /The setting \[`mmllm\.bibliography\.files`\]\(the:setting\) names/);
  });

  it('does not lead to a file that is not there', async () => {
    const page = await status(
      new MemoryWorkspace({ 'p/a.md': '---\nbibliography: r.bib\n---\n' }),
      'p/a.md',
      [],
      links,
    );
    assert.match(page, /## 1\. `r\.bib`\n/);
  });

  it('names format and size', async () => {
    const workspace = new MemoryWorkspace({
      'p/a.md': '---\nbibliography: [a.json, b.yaml]\nreferences:\n- id: x\n---\n',
      'p/a.json': `[${' '.repeat(12_345)}]`,
      'p/b.yaml': 'references:\n- id: é\n',
    });
    const page = await status(workspace, 'p/a.md');
    assert.match(page, /- Format: CSL-JSON, 12 kB/);
    assert.match(page, /- Format: CSL-YAML, 21 B/);
    assert.match(page, /- Format: references in the front matter, \d+ B/);
  });

  it('shows the project of a Typst draft, and not every file of a huge one', async () => {
    const files = Array.from({ length: 150 }, (_, index) => [`p/c${index}.typ`, 'Text'] as const);
    const includes = files.map((_, index) => `#include "c${index}.typ"\n`).join('');
    const workspace = new MemoryWorkspace({ 'p/main.typ': includes, ...Object.fromEntries(files) });
    const page = await status(workspace, 'p/main.typ');
    assert.match(page, /## Typst project\n\n- Root: `main\.typ`\n/);
    assert.match(page, /`c98\.typ` and 51 more\n/);
    assert.doesNotMatch(page, /c99\.typ/);
  });

  it("speaks the reader's language", async () => {
    const workspace = new MemoryWorkspace({ 'p/a.md': 'x', 'p/r.bib': '@misc{a, title={A}}\n' });
    const chinese = { entries: '{0} 个条目，其中 {1} 个在目录中', oneEntry: '1 个条目，其中 {0} 个在目录中' };
    const page = await status(workspace, 'p/a.md', [], {}, chinese as unknown as typeof statusTexts);
    assert.match(page, /- 1 个条目，其中 0 个在目录中\n/);
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
      `# Bibliographies of \`a.md\`\n\nNo bibliography was found. The first citation that needs an entry asks where to put it.\n\n${lastLine}\n`,
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
