import assert from 'node:assert/strict';
import { parseCitations } from '../../../src/core/drafts/citations';
import { read } from './reading';

const latex = (text: string, extra?: readonly string[]): string[] => read(text, 'latex', extra);

describe('citations in LaTeX', () => {
  it('are read from the commands of natbib, biblatex, apacite and the ACL styles', () => {
    for (const command of [
      'cite',
      'citep',
      'citet',
      'citep*',
      'Citet',
      'citealp',
      'citealt*',
      'citeauthor',
      'citeyear',
      'citeyearpar',
      'citenum',
      'parencite',
      'parencite*',
      'textcite',
      'Textcite',
      'autocite',
      'footcite',
      'footcitetext',
      'supercite',
      'smartcite',
      'fullcite',
      'footfullcite',
      'citetitle',
      'citeurl',
      'citedate',
      'notecite',
      'nocite',
      'bibentry',
      'shortcite',
      'citeA',
      'citeNP',
      'newcite',
      'citeasnoun',
      'citetalias',
      'onlinecite',
      'citesec',
      'mycite',
    ]) {
      assert.deepEqual(latex(`\\${command}{a}`), [`${command}: a`]);
    }
  });

  it('may have any number of notes', () => {
    assert.deepEqual(latex('\\citep[see][p. 3]{a, b}'), ['citep: a b']);
    assert.deepEqual(latex('\\cite<see>[p. 3]{a}'), ['cite: a']);
    assert.deepEqual(latex('\\citep[{see [1]}][]{a}'), ['citep: a']);
    assert.deepEqual(latex('\\citep [see] {a}'), ['citep: a']);
  });

  it('may be multi-cites', () => {
    assert.deepEqual(latex('\\cites(pre)(post)[1]{a}[2][3]{b,c}{d} {e}'), ['cites: a b c d e']);
    for (const command of ['parencites', 'textcites', 'autocites*', 'footcites', 'Smartcites']) {
      assert.deepEqual(latex(`\\${command}{a}[p. 3]{b}`), [`${command}: a b`]);
    }
    assert.deepEqual(latex('\\cite{a}{b}'), ['cite: a']);
    assert.deepEqual(latex('\\cites{a}{\\bf text}'), ['cites: a']);
  });

  it('may be quotations of csquotes', () => {
    assert.deepEqual(latex('\\blockcquote[pre][post]{a}{text \\cite{b}}'), ['blockcquote: a', 'cite: b']);
    assert.deepEqual(latex('\\textcquote*{a}[.]{text}'), ['textcquote*: a']);
    assert.deepEqual(latex('\\foreignblockcquote{german}[p. 3]{a}{Text}'), ['foreignblockcquote: a']);
    assert.deepEqual(latex('\\hyphentextcquote{german}{a}{Text}'), ['hyphentextcquote: a']);
    assert.deepEqual(latex('\\begin{displaycquote}[3]{a}Text\\end{displaycquote}'), ['displaycquote: a']);
  });

  it('may name a volume or a field', () => {
    assert.deepEqual(latex('\\volcite[see]{2}[p. 3]{a}'), ['volcite: a']);
    assert.deepEqual(latex('\\pvolcites{2}{a}{3}[5]{b}'), ['pvolcites: a b']);
    assert.deepEqual(latex('\\citefield{a}{title} \\citename{b}[format]{author}'), [
      'citefield: a',
      'citename: b',
    ]);
  });

  it('are not read from commands that only set things up', () => {
    for (const text of [
      '\\citestyle{plain}',
      '\\setcitestyle{numbers,square}',
      '\\citename{Smith}, 1999',
      '\\bibcite{a}{1}',
      '\\newcites{x}{Title}',
      '\\citetext{see the appendix}',
      '\\AtEveryCitekey{\\clearfield{url}}',
      '\\AtNextCite{x}',
      '\\ifciteseen{a}{b}',
      '\\renewcommand{\\citeleft}{(}',
      '\\citeauthoryear{A}{1999}',
      '\\multicitedelim{x}',
      '\\citetrackertrue{x}',
      '\\exciting{x}',
      '\\DeclareCiteCommand{\\footcite}[wrap]{a}{b}{c}{d}',
      '\\DeclareMultiCiteCommand{\\footcites}[w]{\\footcite}{x}',
      '\\citation{a}',
      '\\@cite{a}',
      '\\nocite@x{a}',
    ]) {
      assert.deepEqual(latex(text), [], text);
    }
  });

  it('are not read from definitions', () => {
    for (const text of [
      '\\newcommand{\\x}[1]{\\cite{#1}}',
      '\\newcommand*\\citex[2][]{\\citep[#1]{#2}}',
      '\\renewcommand{\\cite}[1]{[#1]}',
      '\\def\\cite#1{\\oldcite{#1}}',
      '\\let\\oldcite\\cite {a}',
      '\\let\\oldcite=\\cite',
      '\\providecommand\\citex{text}',
      '\\NewDocumentCommand{\\citex}{o m}{\\cite{pre#2}}',
    ]) {
      assert.deepEqual(latex(text), [], text);
    }
    assert.deepEqual(latex('\\newcommand{\\ours}{BLIP~\\cite{a}}'), ['cite: a']);
  });

  it('can have names of the user’s own', () => {
    assert.deepEqual(latex('\\src{a} \\src*{b} \\sources{c}', ['\\src*', ' sources ']), [
      'src: a',
      'src*: b',
      'sources: c',
    ]);
    assert.deepEqual(latex('\\src{a}'), []);
    assert.deepEqual(latex('\\citestyle{a}', ['citestyle']), ['citestyle: a']);
  });

  it('may span lines and have comments between keys', () => {
    assert.deepEqual(latex('\\cite{a,% first, {really}\n  b% second\n , c}'), ['cite: a b c']);
    assert.deepEqual(latex('\\citep%\n  [p. 3]%\r\n  {a,\r\nb}'), ['citep: a b']);
    assert.deepEqual(latex('\\cite\n\n{a}'), []);
    assert.deepEqual(latex('\\cite[p.\n\n3]{a}'), []);
    assert.deepEqual(latex('\\cite{a,\n\nb}'), []);
  });

  it('are not read from comments and verbatim text', () => {
    assert.deepEqual(latex('% \\cite{a}\n5\\% \\cite{b} % \\cite{c}'), ['cite: b']);
    for (const name of [
      'verbatim',
      'verbatim*',
      'Verbatim',
      'lstlisting',
      'minted',
      'comment',
      'filecontents*',
    ]) {
      assert.deepEqual(latex(`\\begin{${name}}[x]\n\\cite{a}\n\\end{${name}}\n\\cite{b}`), ['cite: b']);
    }
    for (const verb of [
      '\\verb|\\cite{a}|',
      '\\verb*+\\cite{a}+',
      '\\verb@\\cite{a}@',
      '\\lstinline[language=TeX]!\\cite{a}!',
      '\\lstinline{\\cite{a}}',
      '\\mintinline{latex}{\\cite{a}}',
      '\\url{https://a.b/50%\\cite{a}}',
      '\\path|\\cite{a}|',
    ]) {
      assert.deepEqual(latex(`${verb} \\cite{b}`), ['cite: b'], verb);
    }
    assert.deepEqual(latex('\\href{https://a.b/50%}{\\cite{a}}'), ['cite: a']);
    assert.deepEqual(latex('\\begin{itemize}\\item\\cite{a}\\end{itemize}'), ['cite: a']);
    assert.deepEqual(latex('<<echo=FALSE>>=\n"\\cite{a}"\n@\n\\cite{b}'), ['cite: b']);
  });

  it('are no citations yet while unfinished, and spoil none after them', () => {
    assert.deepEqual(latex('\\cite{a \\textbf{x} \\cite{b}'), ['cite: b']);
    assert.deepEqual(latex('\\cite[p. 3 \n\n\\cite{b}'), ['cite: b']);
    assert.deepEqual(latex('\\cite \\cite{b} }}} { \\cite{c}'), ['cite: b', 'cite: c']);
    assert.deepEqual(latex('\\cite'), []);
    assert.deepEqual(latex('\\cite{'), []);
  });

  it('may be without keys', () => {
    assert.deepEqual(latex('\\cite{} \\cite{ , } \\cite{\\keys} \\nocite{*} \\nocite{a,*}'), [
      'cite:',
      'cite:',
      'cite:',
      'nocite:',
      'nocite: a',
    ]);
  });

  it('may have keys with any characters but TeX’s own', () => {
    const keys = 'DBLP:conf/nips/LiuLWL23a müller2020 张2023 a_b-c.d+e/f a@b a\'s "q" o\u0308x'.split(' ');
    assert.deepEqual(latex(`\\cite{${keys.join(',')}}`), [`cite: ${keys.join(' ')}`]);
  });

  it('skip a key that a comment cuts in two', () => {
    assert.deepEqual(latex('\\cite{a%\nb, c}'), ['cite: c']);
  });

  it('may be nested in the notes of others', () => {
    assert.deepEqual(latex('\\citep[see \\citealt{a}][]{b}'), ['citep: b', 'citealt: a']);
  });

  it('have ranges from the backslash to the last brace', () => {
    const text = 'x \\citep[p. 3]{a, b}. \\parencites{a}[2]{b} y';
    const groups = parseCitations(text, 'latex');
    assert.deepEqual(
      groups.map(({ range }) => text.slice(range.start, range.end)),
      ['\\citep[p. 3]{a, b}', '\\parencites{a}[2]{b}'],
    );
    assert.deepEqual(
      groups.map(({ keyLists }) => keyLists.map(({ start, end }) => text.slice(start, end))),
      [['a, b'], ['a', 'b']],
    );
    assert.deepEqual(groups[0]?.citations[1]?.range, { start: 19 - 1, end: 19 });
    assert.equal(groups[0]?.citations[1]?.group, groups[0]);
  });

  it('have a form', () => {
    const formOf = (command: string): string | undefined =>
      parseCitations(`\\${command}{a}`, 'latex')[0]?.form;
    for (const command of [
      'citet',
      'citet*',
      'Citet',
      'textcite',
      'Textcites',
      'citeauthor',
      'newcite',
      'citeasnoun',
      'citeA',
    ]) {
      assert.equal(formOf(command), 'textual', command);
    }
    for (const command of [
      'cite',
      'citep',
      'parencite',
      'autocite',
      'footcite',
      'citetitle',
      'citealp',
      'textcquote',
      'citeyear',
    ]) {
      assert.equal(formOf(command), 'parenthetical', command);
    }
  });

  it('are silent if nothing is printed', () => {
    assert.deepEqual(
      parseCitations('\\nocite{a} \\defcitealias{b}{B} \\cite{c}', 'latex').map(({ silent }) => silent),
      [true, true, false],
    );
  });
});
