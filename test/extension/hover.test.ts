import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandLinks, hoverAt, hoverOn, plain } from './support/hovers';
import { copyProject, makeProject } from './support/project';

async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(uri);
}

/** A draft that cites keys in one command or bracket, with a bibliography. */
async function drafts(bibliography: string, keys: string): Promise<vscode.TextDocument[]> {
  const project = await makeProject({
    'main.tex': `\\documentclass{article}\n\\cite{${keys.replaceAll(' ', ', ')}}\n\\bibliography{refs}\n`,
    'paper.md': `---\nbibliography: refs.bib\n---\n\n[${keys.replaceAll(/(\S+)/g, '@$1').replaceAll(' ', '; ')}]\n`,
    'refs.bib': bibliography,
  });
  return Promise.all([open(project.uri('main.tex')), open(project.uri('paper.md'))]);
}

describe('the hover on a key', () => {
  it('is about that key alone, for each key of a citation', async () => {
    const bibliography = '@misc{a1, title = {First}}\n@misc{b2, title = {Second}}\n';
    for (const document of await drafts(bibliography, 'a1 b2 li2023blip')) {
      const shown = await Promise.all(['a1', 'b2', 'li2023blip'].map((key) => hoverOn(document, key)));
      assert.deepEqual(
        shown.map(({ about }) => about),
        ['a1', 'b2', 'li2023blip'],
      );
      assert.match(shown[0]!.markdown, /^\*\*First\*\*/);
      assert.match(shown[1]!.markdown, /^\*\*Second\*\*/);
      assert.match(plain(shown[2]!.markdown), /^\*\*BLIP-2\*\*/);
    }
  });

  it('appears on its first and last letter and not beside it', async () => {
    for (const document of await drafts('@misc{a1, title = {First}}', 'a1 b2')) {
      const start = document.getText().indexOf('a1');
      assert.equal((await hoverAt(document, start))?.about, 'a1');
      assert.equal((await hoverAt(document, start + 1))?.about, 'a1');
      assert.equal(await hoverAt(document, start - 3), undefined);
      assert.equal(await hoverAt(document, start + 4), undefined, 'at the key that nobody knows');
    }
  });

  it('does not appear on a key that nobody knows, nor on other text', async () => {
    for (const document of await drafts('', 'nobody1900nothing')) {
      const text = document.getText();
      assert.equal(await hoverAt(document, text.indexOf('nobody') + 2), undefined);
      assert.equal(await hoverAt(document, text.indexOf('bibliography') + 2), undefined);
    }
  });

  it('does not appear in a comment or in code', async () => {
    const project = await makeProject({
      'main.tex': '% \\cite{li2023blip}\n\\begin{verbatim}\n\\cite{liu2023visual}\n\\end{verbatim}\n',
      'paper.md': 'Not `@li2023blip`.\n\n```\n@liu2023visual\n```\n',
    });
    for (const path of ['main.tex', 'paper.md']) {
      const document = await open(project.uri(path));
      for (const key of ['li2023blip', 'liu2023visual']) {
        assert.equal(await hoverAt(document, document.getText().indexOf(key) + 3), undefined);
      }
    }
  });
});

describe('the hover on a key of the catalog', () => {
  it('says what the model is, with its idea, facts and links', async () => {
    const project = await copyProject('latex-natbib');
    const document = await open(project.uri('chapters/introduction.tex'));
    const shown = await hoverAt(document, document.getText().indexOf('\\citet{li2023blip}') + 9);
    assert.ok(shown);
    const text = plain(shown.markdown);
    assert.match(text, /BLIP-2 trains a lightweight Q-Former in two stages/);
    assert.match(text, /Li, J\., Li, D\., Savarese, S\., & Hoi, S\. \(2023\)\. BLIP-2: Bootstrapping/);
    assert.match(text, /129M/, 'its training data');
    assert.match(text, /Salesforce/);
    assert.match(text, /\(https:\/\/arxiv\.org\/abs\/2301\.12597\)/);
    assert.match(text, /\(https:\/\/github\.com\/[^)]+\)/);
  });

  it('has a picture of the pipeline that needs no file and no network', async () => {
    for (const document of await drafts('', 'li2023blip')) {
      const { markdown } = await hoverOn(document, 'li2023blip');
      const [, alternative, data = ''] =
        /!\[((?:\\.|[^\]])*)\]\(data:image\/svg\+xml;base64,([A-Za-z0-9+/=]+)\)/.exec(markdown) ?? [];
      assert.equal(plain(alternative ?? ''), 'Architecture of BLIP-2');
      const svg = new TextDecoder().decode(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
      assert.match(svg, /^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.match(svg, /Q-Former/);
      assert.match(svg, /Flan-T5/);
      assert.doesNotMatch(svg, /<script|<image|\shref=|url\(http/);
      assert.equal(markdown.match(/!\[/g)?.length, 1);
    }
  });

  it('offers to add the entry that is missing, and asks nothing of the draft that is not needed', async () => {
    for (const document of await drafts('', 'li2023blip')) {
      const { markdown, content } = await hoverOn(document, 'li2023blip');
      const links = commandLinks(markdown);
      const add = links.find(({ command }) => command === 'mmllm.addToBibliography');
      assert.match(add?.label ?? '', /not in refs\.bib: add$/);
      assert.deepEqual((add?.argument as { keys: string[] }).keys, ['li2023blip']);
      assert.equal((add?.argument as { uri: string }).uri, document.uri.toString());
      assert.deepEqual(links.find(({ command }) => command === 'mmllm.openModel')?.argument, {
        id: 'blip-2',
      });
      const enabled = (content.isTrusted as { enabledCommands: readonly string[] }).enabledCommands;
      for (const { command } of links) {
        assert.ok(enabled.includes(command), `${command} may be called`);
      }
      assert.notEqual(content.supportHtml, true);
    }
  });

  it('adds that entry when its link is followed, and says so at once', async () => {
    const documents = await drafts('', 'li2023blip');
    const [document] = documents;
    assert.ok(document);
    const [add] = commandLinks((await hoverOn(document, 'li2023blip')).markdown).filter(
      ({ command }) => command === 'mmllm.addToBibliography',
    );
    assert.ok(add);
    await vscode.commands.executeCommand(add.command, add.argument);
    for (const each of documents) {
      const after = commandLinks((await hoverOn(each, 'li2023blip')).markdown);
      assert.deepEqual(
        after.map(({ command }) => command),
        ['mmllm.openEntry', 'mmllm.openModel', 'mmllm.revealInTree'],
      );
    }
  });

  it('offers to add where there is no bibliography yet', async () => {
    const project = await makeProject({ 'paper.md': '[@li2023blip]\n' });
    const { markdown } = await hoverOn(await open(project.uri('paper.md')), 'li2023blip');
    assert.match(commandLinks(markdown)[0]?.label ?? '', /in no bibliography: add$/);
  });

  it("knows the model behind the draft's own key", async () => {
    const project = await copyProject('same-work-other-key');
    for (const draft of ['main.tex', 'paper.md']) {
      const { markdown, about } = await hoverOn(await open(project.uri(draft)), 'BLIP2');
      assert.equal(about, 'BLIP2');
      assert.match(plain(markdown), /^\*\*BLIP-2\*\*/);
      assert.match(commandLinks(markdown)[0]?.label ?? '', /in refs\.bib$/);
    }
  });

  it('does not take another work with the same key for it', async () => {
    const project = await copyProject('key-taken');
    const { markdown } = await hoverOn(await open(project.uri('main.tex')), 'liu2023visual');
    assert.match(plain(markdown), /^\*\*Visual Spatial Reasoning\*\*/);
    assert.doesNotMatch(markdown, /LLaVA/);
  });
});

describe('the hover on a key that only the bibliography has', () => {
  const bibliography = [
    '@string{jml = "Journal of Mach{\\"i}ne Learning"}',
    '@article{m99, author = {M{\\"u}ller, J{\\"o}rg and {\\L}ukasz Kaiser and Garc{\\\'\\i}a, Jos\\\'e},',
    '  title = {On {\\ss} and \\emph{\\O}re -- Stra{\\ss}e}, journal = jml, year = 1999,',
    '  doi = {10.1000/182}}',
    '',
  ].join('\n');

  it('shows its fields, with LaTeX accents as letters', async () => {
    for (const document of await drafts(bibliography, 'm99')) {
      const text = plain((await hoverOn(document, 'm99')).markdown);
      assert.match(text, /^\*\*On ß and Øre – Straße\*\*/);
      assert.match(text, /Müller, J\., Kaiser, Ł\., & García, J\. \(1999\)/);
      assert.match(text, /Journal of Machïne Learning/);
      assert.match(text, /\(https:\/\/doi\.org\/10\.1000\/182\)/);
    }
  });

  it('leads to the entry', async () => {
    for (const document of await drafts(bibliography, 'm99')) {
      const [link, ...others] = commandLinks((await hoverOn(document, 'm99')).markdown);
      assert.equal(link?.command, 'mmllm.openEntry');
      assert.deepEqual(
        others.map(({ command }) => command),
        ['mmllm.addToCatalog'],
      );
      await vscode.commands.executeCommand('mmllm.openEntry', link?.argument);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      assert.ok(editor.document.uri.path.endsWith('/refs.bib'));
      assert.deepEqual(editor.selection.active, new vscode.Position(1, 0));
    }
  });

  it('has no picture', async () => {
    for (const document of await drafts(bibliography, 'm99')) {
      assert.doesNotMatch((await hoverOn(document, 'm99')).markdown, /!\[/);
    }
  });

  it('keeps the address as it is written', async () => {
    const address = 'https://openreview.net/forum?id=a_b-C&noteId=%2F#top~x,y;z';
    for (const document of await drafts(`@misc{page, title = {A}, url = {${address}}}`, 'page')) {
      assert.ok((await hoverOn(document, 'page')).markdown.includes(`(${address})`));
    }
  });

  for (const [what, url] of [
    ['words', 'Available at: http://example.org'],
    ['too many slashes', 'https:////example.org'],
    ['a program', 'command:workbench.action.quit'],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['nothing', ' '],
  ]) {
    it(`appears as well with ${what} for an address, which is no link`, async () => {
      for (const document of await drafts(`@misc{hostile, title = {A}, url = {${url}}}`, 'hostile')) {
        const { markdown } = await hoverOn(document, 'hostile');
        assert.match(markdown, /^\*\*A\*\*/);
        assert.doesNotMatch(markdown, /\]\((?:javascript|file|command:workbench|Available)/i);
      }
    });
  }

  it('cannot leave the link by its address', async () => {
    const url = 'https://example.org/a) [click](command:workbench.action.quit) <b>';
    for (const document of await drafts(`@misc{hostile, title = {A}, url = {${url}}}`, 'hostile')) {
      const { markdown } = await hoverOn(document, 'hostile');
      assert.doesNotMatch(markdown, /\]\(command:workbench/);
      assert.doesNotMatch(markdown, /<b>/);
    }
  });
});

describe('the hover on hostile text of a bibliography', () => {
  const hostile = [
    '<img src=x onerror=alert(1)>',
    '[click](command:workbench.action.quit)',
    '![p](https://example.org/track.png)',
    '`code` **bold** $(trash)',
    'https://example.org',
    '# head | cell &lt; &amp;amp; ~~no~~',
  ].join(' ');

  it('shows it as text', async () => {
    const bibliography = `@misc{evil, author = {{${hostile}}}, title = {${hostile}}, note = {${hostile}}, year = 2020}`;
    for (const document of await drafts(bibliography, 'evil')) {
      const { markdown, content } = await hoverOn(document, 'evil');
      const own = commandLinks(markdown).filter(({ command }) => command.startsWith('mmllm.'));
      assert.deepEqual(
        own.map(({ command }) => command),
        ['mmllm.openEntry', 'mmllm.addToCatalog'],
      );
      const escaped = /(?<!\\)(?:<img|\[click\]|!\[|`|\$\(trash\)|\*\*bold|~~)/;
      assert.doesNotMatch(markdown, escaped);
      assert.notEqual(content.supportHtml, true);
      assert.ok(
        !(content.isTrusted as { enabledCommands: string[] }).enabledCommands.includes(
          'workbench.action.quit',
        ),
      );
    }
  });

  it('leaves control characters out', async () => {
    const bibliography = '@misc{evil, title = {A\u0007B\u001b[31mC\u2028D\u0085E}}';
    for (const document of await drafts(bibliography, 'evil')) {
      const { markdown } = await hoverOn(document, 'evil');
      // eslint-disable-next-line no-control-regex -- these are looked for
      assert.doesNotMatch(markdown, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/);
    }
  });

  it('cannot forge a link of ours in the file name', async () => {
    const name = 'a](command:workbench.action.quit) [b';
    const project = await makeProject({
      'paper.md': `---\nbibliography: "${name}.bib"\n---\n\n[@a1]\n`,
      [`${name}.bib`]: '@misc{a1, title = {First}}',
    });
    const { markdown } = await hoverOn(await open(project.uri('paper.md')), 'a1');
    assert.doesNotMatch(markdown, /(?<!\\)\]\(command:workbench/);
  });
});

describe('the hover on a work that bibliography and catalog have', () => {
  const AUTHORS = 'Li, Junnan and Li, Dongxu and Savarese, Silvio and Hoi, Steven';
  const TITLE =
    'BLIP-2: Bootstrapping Language-Image Pre-training with Frozen Image Encoders and Large Language Models';
  const csl = {
    id: 'mine',
    type: 'paper-conference',
    title: TITLE,
    author: AUTHORS.split(' and ').map((name) => {
      const [family, given] = name.split(', ');
      return { family, given };
    }),
    issued: { 'date-parts': [[2022]] },
  };
  const cslYaml = [
    '- id: mine',
    '  type: paper-conference',
    `  title: "${TITLE}"`,
    '  author:',
    ...csl.author.map(({ family = '', given = '' }) => `    - { family: ${family}, given: ${given} }`),
    '  issued: 2022',
  ];
  const markdown = (declaration: string): string => `---\n${declaration}\n---\n\nSee [@mine].\n`;
  const formats: readonly (readonly [string, draft: string, file: string, Record<string, string>])[] = [
    [
      'BibTeX',
      'main.tex',
      'refs.bib',
      {
        'main.tex': '\\cite{mine}\n\\bibliography{refs}\n',
        'refs.bib': `@inproceedings{mine, title = {${TITLE}}, author = {${AUTHORS}}, year = 2022}\n`,
      },
    ],
    [
      'CSL-JSON',
      'paper.md',
      'refs.json',
      { 'paper.md': markdown('bibliography: refs.json'), 'refs.json': JSON.stringify([csl], null, 2) },
    ],
    [
      'CSL-YAML',
      'paper.md',
      'refs.yaml',
      {
        'paper.md': markdown('bibliography: refs.yaml'),
        'refs.yaml': ['references:', ...cslYaml, ''].join('\n'),
      },
    ],
    ['references:', 'paper.md', 'paper.md', { 'paper.md': markdown(['references:', ...cslYaml].join('\n')) }],
    [
      'Hayagriva',
      'paper.typ',
      'refs.yml',
      {
        'paper.typ': '#bibliography("refs.yml")\n\nSee @mine.\n',
        'refs.yml': [
          'mine:',
          '  type: article',
          `  title: "${TITLE}"`,
          '  author:',
          ...AUTHORS.split(' and ').map((name) => `    - "${name}"`),
          '  date: 2022',
          '',
        ].join('\n'),
      },
    ],
  ];
  for (const [format, draft, file, files] of formats) {
    it(`shows both in ${format}, and where they disagree`, async () => {
      const project = await makeProject(files);
      const document = await open(project.uri(draft));
      const offset = document.getText().indexOf('mine', Math.max(0, document.getText().indexOf('See '))) + 1;
      const shown = await hoverAt(
        document,
        draft === 'main.tex' ? document.getText().indexOf('mine') + 1 : offset,
      );
      const text = plain(shown?.markdown ?? '');
      assert.match(text, /^\*\*BLIP-2\*\*/);
      assert.match(text, /!\[Architecture of BLIP-2\]/);
      assert.match(text, /Li, J\., Li, D\., Savarese, S\., & Hoi, S\. \(2022\)/);
      assert.ok(text.includes(`The catalog says 2023; ${file} says 2022.`), text);
      const labels = commandLinks(shown?.markdown ?? '').map(({ label }) => plain(label));
      assert.ok(labels.some((label) => label.includes(`in ${file}`)));
      assert.ok(labels.some((label) => label.includes('details')));
    });
  }

  it('says nothing where they agree', async () => {
    const project = await makeProject({
      'main.tex': '\\cite{mine}\n\\bibliography{refs}\n',
      'refs.bib': `@inproceedings{mine, title = {${TITLE}}, author = {Li, Junnan and others}, booktitle = {International conference on machine learning}, year = 2023}\n`,
    });
    const shown = await hoverOn(await open(project.uri('main.tex')), 'mine');
    assert.doesNotMatch(plain(shown.markdown), /The catalog says/);
  });

  it('explains an item of thebibliography like any entry', async () => {
    const project = await makeProject({
      'main.tex': `\\cite{mine}\n\\begin{thebibliography}{9}\n\\bibitem{mine} J. Li. \\newblock ${TITLE}. \\newblock ICML, 2023.\n\\end{thebibliography}\n`,
    });
    const document = await open(project.uri('main.tex'));
    const shown = await hoverAt(document, document.getText().indexOf('mine') + 1);
    assert.match(plain(shown?.markdown ?? ''), /Bootstrapping/);
    assert.ok(commandLinks(shown?.markdown ?? '').some(({ label }) => plain(label).includes('in main.tex')));
  });
});
