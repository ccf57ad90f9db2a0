import { isMap, isScalar, isSeq, stringify } from 'yaml';
import type { Pair, YAMLMap } from 'yaml';
import { freeKey } from '../bibliography/keys';
import type { TextEdit } from '../text';
import { declarationCommands } from './declarations';
import { frontMatter } from './frontMatter';
import { argumentAt, latexCode } from './latexCode';
import type { Syntax } from './types';
import { planTypstDeclaration } from './typstDeclarations';
import { bibliographyPair, readYaml } from './yamlBibliography';

/**
 * The edits that make a draft use a further bibliography. LaTeX: it joins an existing command, else biblatex gets
 * `\addbibresource` (and `\printbibliography`), anything else `\bibliography` (and a style) before `\end{document}`.
 * Markdown: `bibliography:` in the front matter, which is made if there is none. Typst: `#bibliography`.
 *
 * @param text - the draft; in LaTeX and Typst the root of the project
 * @param path - the bibliography as seen from the draft's folder, with `/` and extension, e.g. `references.bib`
 * @returns edits on `text`, in its line breaks; none if the draft names the path already
 */
export function planDeclaration(text: string, syntax: Syntax, path: string): TextEdit[] {
  const eol = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  switch (syntax) {
    case 'latex':
      return planLatex(text, path, eol);
    case 'typst':
      return planTypstDeclaration(text, path, eol);
    case 'pandoc':
    case 'myst':
      return planYaml(text, path, eol);
  }
}

function planLatex(text: string, path: string, eol: string): TextEdit[] {
  const code = latexCode(text);
  const usesBiblatex =
    /\\(?:usepackage|RequirePackage)\s*(?:\[[^\]]*\]\s*)?\{[^{}]*\bbiblatex\b[^{}]*\}/.exec(code);
  const commands = declarationCommands(code);
  const resource = commands.filter((command) => command.name.startsWith('add')).at(-1);
  const list = commands.find((command) => command.name === 'bibliography');
  const stem = path.replace(/\.bib$/, '');
  if (list && !resource) {
    const names = code
      .slice(list.list.start, list.list.end)
      .split(',')
      .map((name) => name.trim());
    if (names.includes(stem) || names.includes(path)) {
      return [];
    }
    const lastName = names.at(-1) === '' ? '' : ',';
    return [insertion(list.list.end, names.length === 1 && names[0] === '' ? stem : lastName + stem)];
  }
  if (resource ?? usesBiblatex) {
    if (commands.some((command) => code.slice(command.list.start, command.list.end).trim() === path)) {
      return [];
    }
    const after = resource
      ? resource.list.end + 1
      : (usesBiblatex?.index ?? 0) + (usesBiblatex?.[0].length ?? 0);
    const edits = [afterLine(text, after, `\\addbibresource{${path}}`, eol)];
    if (!/\\(?:printbibliography|printbibheading|bibbysection)(?![A-Za-z])/.test(code)) {
      edits.push(beforeEnd(text, code, '\\printbibliography', eol));
    }
    return edits;
  }
  const style = /\\bibliographystyle\s*\{/.test(code) ? '' : `\\bibliographystyle{${styleFor(code)}}${eol}`;
  return [beforeEnd(text, code, `${style}\\bibliography{${stem}}`, eol)];
}

/** natbib stops with an error on the numeric standard styles if it is set to author and year. */
function styleFor(code: string): string {
  return /\\usepackage\s*(?:\[[^\]]*\]\s*)?\{[^{}]*\bnatbib\b[^{}]*\}/.test(code) ? 'plainnat' : 'plain';
}

/** Puts lines before `\end{document}`, or at the end of a text that has none. */
function beforeEnd(text: string, code: string, lines: string, eol: string): TextEdit {
  let end: number | undefined;
  for (const match of code.matchAll(/\\end(?=\s*\{)/g)) {
    const name = argumentAt(code, match.index + match[0].length);
    if (name && code.slice(name.start, name.end).trim() === 'document') {
      end = match.index;
    }
  }
  if (end === undefined) {
    return insertion(text.length, `${endsLine(text) ? '' : eol}${lines}${eol}`);
  }
  const startsLine = endsLine(text.slice(0, end));
  return insertion(end, `${startsLine ? '' : eol}${lines}${eol}`);
}

/** Puts a line below the one that holds an offset, so that a comment behind the command stays with it. */
function afterLine(text: string, offset: number, line: string, eol: string): TextEdit {
  const lineBreak = /\r\n?|\n/g;
  lineBreak.lastIndex = offset;
  const match = lineBreak.exec(text);
  return match ? insertion(match.index, eol + line) : insertion(text.length, `${eol}${line}${eol}`);
}

function planYaml(text: string, path: string, eol: string): TextEdit[] {
  const written = stringify(path).trim();
  const matter = frontMatter(text);
  if (!matter) {
    const start = text.startsWith('\ufeff') ? 1 : 0;
    return [insertion(start, `---${eol}bibliography: ${written}${eol}---${eol}${eol}`)];
  }
  const { start, end } = matter.content;
  const yaml = text.slice(start, end);
  const document = readYaml(yaml);
  const value = bibliographyPair(document)?.value;
  const [from, to] = (value?.range ?? [0, 0]).map((offset) => start + offset) as [number, number];
  if (isSeq(value) || isMap(value)) {
    const items = value.items.map((item) => (isScalar(item) ? item : (item as Pair<unknown, unknown>).value));
    if (items.some((item) => isScalar(item) && item.value === path)) {
      return [];
    }
    const item = isMap(value) ? `${freeName(value, path)}: ${written}` : written;
    if (value.flow) {
      return [insertion(from + 1, items.length === 0 ? item : `${item}, `)];
    }
    // A new item goes first, because there the indent is known: it stands before the range.
    const indent = /[ \t]*$/.exec(text.slice(0, from))?.[0] ?? '';
    return [insertion(from, `${isMap(value) ? '' : '- '}${item}${eol}${indent}`)];
  }
  if (isScalar(value) && typeof value.value === 'string') {
    return value.value === path
      ? []
      : [{ range: { start: from, end: to }, newText: `[${text.slice(from, to)}, ${written}]` }];
  }
  if (isScalar(value)) {
    // `bibliography:` with nothing behind it
    return [
      {
        range: { start: from, end: to },
        newText: `${/[ \t]$/.test(text.slice(0, from)) ? '' : ' '}${written}`,
      },
    ];
  }
  if (isMap(document.contents) && document.contents.flow) {
    return [insertion(start + (document.contents.range?.[0] ?? 0) + 1, `bibliography: ${written}, `)];
  }
  return [insertion(end, `bibliography: ${written}${eol}`)];
}

/** A key that a map of bibliographies does not have yet. */
function freeName(map: YAMLMap, path: string): string {
  const stem =
    path
      .replace(/^.*\//, '')
      .replace(/\.[^.]*$/, '')
      .replace(/[^A-Za-z0-9_-]/g, '') || 'more';
  return freeKey(stem, (name) => map.has(name));
}

function insertion(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function endsLine(text: string): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text);
}
