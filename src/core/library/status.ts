import type { BibliographySource, OtherFormat } from '../formats/source';
import type { FoundBibliography, SkippedBibliography } from './discovery';
import type { DraftLibrary } from './draftLibrary';
import { fileName, folderOfFile, relativePath } from './paths';

/** More defects than this help nobody; the Problems view of the bibliography has all. */
const MAX_DEFECTS = 50;

const SKIPPED: Readonly<Record<SkippedBibliography['reason'], string>> = {
  remote: 'a web address is not read',
  computed: 'the name is computed when the draft is compiled',
  format: 'this format is not read',
  'no-match': 'no file matches',
};

const FORMATS: Readonly<Record<OtherFormat, string>> = {
  'csl-json': 'CSL-JSON',
  'csl-yaml': 'CSL-YAML',
  'inline-references': 'references in the front matter',
  hayagriva: 'Hayagriva',
  thebibliography: 'a thebibliography environment',
};

/**
 * A page in Markdown that says what was found for a draft: the bibliographies in order of precedence, why each is there,
 * what it holds and what is wrong in it, and what was left out. Paths are seen from the draft's folder.
 */
export function bibliographyStatus(library: DraftLibrary): string {
  const { discovery, target } = library;
  const page = new Page(library);
  const lines = [`# Bibliographies of ${code(fileName(discovery.draft))}`, ''];
  if (discovery.bibliographies.length === 0) {
    lines.push('No bibliography was found. The first citation that needs an entry asks where to put it.', '');
  } else {
    lines.push(`New entries go to ${page.file(target)}.`, '');
    discovery.bibliographies.forEach((file, position) => lines.push(...page.section(file, position + 1)));
  }
  if (discovery.skipped.length > 0) {
    lines.push('## Left out', '');
    discovery.skipped.forEach((skipped) => lines.push(page.skipped(skipped)));
    lines.push('');
  }
  if (discovery.syntax === 'latex' || discovery.syntax === 'typst') {
    lines.push(...page.project());
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

class Page {
  readonly #library: DraftLibrary;
  readonly #folder: string;

  constructor(library: DraftLibrary) {
    this.#library = library;
    this.#folder = folderOfFile(library.discovery.draft);
  }

  file(target: { readonly uri: string } | undefined): string {
    return target ? this.#file(target.uri) : 'no file';
  }

  section(file: FoundBibliography, number: number): string[] {
    const index = this.#library.indexes.find(({ uri }) => uri === file.uri);
    const failure = this.#library.failures.find(({ uri }) => uri === file.uri);
    const facts = [`- ${this.#reason(file)}`];
    if (!file.exists) {
      facts.push('- **Not there yet.** The first new entry creates it.');
      if (this.#library.discovery.syntax === 'latex') {
        facts.push('- TeX may still find a file of this name: `BIBINPUTS` and its own folders are not read.');
      }
    }
    if (failure) {
      facts.push(
        `- **Cannot be read:** ${text(failure.message)}${index ? ' Shown as it was last read.' : ''}`,
      );
    }
    return [
      `## ${number}. ${this.#file(file.uri)}`,
      '',
      ...facts,
      ...(index ? this.#content(index) : []),
      '',
    ];
  }

  skipped({ path, reason, declaredIn }: SkippedBibliography): string {
    const place = declaredIn
      ? `named in ${this.#file(declaredIn.uri)}`
      : 'from the setting `mmllm.bibliography.files`';
    return `- ${code(path)}, ${place}: ${SKIPPED[reason]}`;
  }

  project(): string[] {
    const { syntax, root, members, missingIncludes, computedIncludes } = this.#library.discovery;
    const lines = [`## ${syntax === 'latex' ? 'LaTeX' : 'Typst'} project`, '', `- Root: ${this.#file(root)}`];
    if (members.length > 1) {
      lines.push(`- Files: ${members.map((uri) => this.#file(uri)).join(', ')}`);
    }
    for (const { uri, path } of missingIncludes) {
      lines.push(`- Missing: ${code(path)}, included by ${this.#file(uri)}`);
    }
    for (const { uri, path } of computedIncludes) {
      lines.push(`- Not followed: ${code(path)} in ${this.#file(uri)}: the name is computed`);
    }
    return lines;
  }

  #reason({ uri, by, declaredIn }: FoundBibliography): string {
    switch (by) {
      case 'declaration':
      case 'project':
        if (!declaredIn && (by === 'project' || this.#library.discovery.members.includes(uri))) {
          return 'Has references of its own';
        }
        return declaredIn
          ? `Named as ${code(declaredIn.path)} in ${this.#file(declaredIn.uri)}`
          : 'Named by the draft';
      case 'setting':
        return 'Matches the setting `mmllm.bibliography.files`';
      case 'nearest':
        return 'The nearest bibliography to the draft; the draft names none';
    }
  }

  #content(index: BibliographySource): string[] {
    const { entries, defects } = index.file;
    const known = entries.filter((entry) => this.#library.catalog.identify(index.record(entry))).length;
    const lines = [`- ${count(entries.length, 'entry', 'entries')}, ${known} of them in the catalog`];
    if (index.format) {
      lines.push(`- Format: ${FORMATS[index.format]}`);
    }
    if (index.closed !== undefined) {
      lines.push(`- **No entry can be added:** ${text(index.closed)}`);
    }
    if (defects.length === 0) {
      return lines;
    }
    lines.push(`- ${count(defects.length, 'defect', 'defects')}:`);
    const lineOf = lineNumbers(index.text);
    for (const defect of defects.slice(0, MAX_DEFECTS)) {
      const line = lineOf(defect.range.start);
      lines.push(`  - line ${line}, ${defect.severity}: ${text(defect.message)}`);
    }
    if (defects.length > MAX_DEFECTS) {
      lines.push(`  - and ${defects.length - MAX_DEFECTS} more`);
    }
    return lines;
  }

  /** No link: VS Code's Markdown preview refuses addresses of files from a page that is none itself. */
  #file(uri: string): string {
    return code(relativePath(this.#folder, uri));
  }
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** A code span, whatever the text holds. */
function code(content: string): string {
  const longest = Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${content.replace(/[\r\n]+/g, ' ')}${space}${fence}`;
}

/** Plain text: what comes from a file must not become a link, an image or HTML. */
function text(content: string): string {
  return content.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|!&]/g, '\\$&');
}

/** Line numbers from 1 for offsets. */
function lineNumbers(content: string): (offset: number) => number {
  const starts = [0, ...[...content.matchAll(/\r\n?|\n/g)].map((match) => match.index + match[0].length)];
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  };
}
