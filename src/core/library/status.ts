import type { BibDefect } from '../bibliography/types';
import type { BibliographySource } from '../formats/source';
import { Lines } from '../navigation/lines';
import { codeSpan, fill, inlineText, link } from '../pages/markdown';
import type { TextRange } from '../text';
import type { DeclarationPlace, FoundBibliography, SkippedBibliography } from './discovery';
import type { DraftLibrary } from './draftLibrary';
import { fileName, folderOfFile, relativePath } from './paths';
import type { StatusTexts } from './statusTexts';
import { byteSize } from './byteSize';

/** More defects than this help nobody; the Problems view of the bibliography has more. */
const MAX_DEFECTS = 50;
/** A project of more files is not read name by name. */
const MAX_MEMBERS = 100;

/** Where a page leads to; without an address a name is no link. */
export interface StatusLinks {
  /** The address that opens a file, at a range of its text. */
  readonly place?: (uri: string, range?: TextRange) => string;
  /** The addresses of the setting `mmllm.bibliography.files` and of the Problems view. */
  readonly setting?: string;
  readonly problems?: string;
}

/** What the page needs from who shows it. */
export interface StatusFrame extends StatusLinks {
  readonly texts: StatusTexts;
  /** What is wrong, in the reader's language: a text, not Markdown. */
  readonly defect: (message: string) => string;
}

/**
 * A page in Markdown that says what was found for a draft: the bibliographies in order of precedence, why each is there,
 * what it holds and what is wrong in it, and what was left out. Paths are seen from the draft's folder.
 */
export function bibliographyStatus(library: DraftLibrary, frame: StatusFrame): string {
  const { discovery, target } = library;
  const { texts } = frame;
  const page = new StatusPage(library, frame);
  const lines = [`# ${fill(texts.title, page.file(discovery.draft, fileName(discovery.draft)))}`, ''];
  if (discovery.bibliographies.length === 0) {
    lines.push(texts.none, '');
  } else {
    lines.push(target ? fill(texts.target, page.file(target.uri)) : texts.noTarget, '');
    discovery.bibliographies.forEach((file, position) => lines.push(...page.section(file, position + 1)));
  }
  if (discovery.skipped.length > 0) {
    lines.push(`## ${texts.leftOut}`, '');
    discovery.skipped.forEach((skipped) => lines.push(page.skipped(skipped)));
    lines.push('');
  }
  if (discovery.syntax === 'latex' || discovery.syntax === 'typst') {
    lines.push(...page.project(), '');
  }
  lines.push(fill(texts.setting, page.setting()));
  return `${lines.join('\n')}\n`;
}

class StatusPage {
  readonly #library: DraftLibrary;
  readonly #frame: StatusFrame;
  readonly #texts: StatusTexts;
  readonly #folder: string;

  constructor(library: DraftLibrary, frame: StatusFrame) {
    this.#library = library;
    this.#frame = frame;
    this.#texts = frame.texts;
    this.#folder = folderOfFile(library.discovery.draft);
  }

  /** A file's name, as a link to it. */
  file(uri: string, name = relativePath(this.#folder, uri)): string {
    return link(codeSpan(name), this.#frame.place?.(uri));
  }

  setting(): string {
    return link('`mmllm.bibliography.files`', this.#frame.setting);
  }

  section(file: FoundBibliography, number: number): string[] {
    const index = this.#library.indexes.find(({ uri }) => uri === file.uri);
    const failure = this.#library.failures.find(({ uri }) => uri === file.uri);
    const facts = [`- ${this.#reason(file)}`];
    if (!file.exists) {
      facts.push(`- **${this.#texts.notThere}** ${this.#texts.willBeMade}`);
      if (this.#library.discovery.syntax === 'latex') {
        facts.push(`- ${fill(this.#texts.texPaths, codeSpan('BIBINPUTS'))}`);
      }
    }
    if (failure) {
      const message = inlineText(this.#frame.defect(failure.message));
      facts.push(`- **${this.#texts.unreadable}** ${message}${index ? ` ${this.#texts.lastRead}` : ''}`);
    }
    const name = file.exists ? this.file(file.uri) : codeSpan(relativePath(this.#folder, file.uri));
    return [`## ${number}. ${name}`, '', ...facts, ...(index ? this.#content(index) : []), ''];
  }

  skipped({ path, reason, declaredIn }: SkippedBibliography): string {
    const reasons: Readonly<Record<typeof reason, string>> = {
      remote: this.#texts.remote,
      computed: this.#texts.computed,
      format: this.#texts.unknownFormat,
      'no-match': this.#texts.noMatch,
    };
    const line = declaredIn
      ? fill(
          this.#texts.skippedIn,
          this.#written(path, declaredIn),
          this.file(declaredIn.uri),
          reasons[reason],
        )
      : fill(this.#texts.skippedSetting, codeSpan(path), this.setting(), reasons[reason]);
    return `- ${line}`;
  }

  project(): string[] {
    const { root, members, missingIncludes, computedIncludes, syntax } = this.#library.discovery;
    const heading = syntax === 'latex' ? this.#texts.latexProject : this.#texts.typstProject;
    const lines = [`## ${heading}`, '', `- ${fill(this.#texts.root, this.file(root))}`];
    if (members.length > 1) {
      const names = members
        .slice(0, MAX_MEMBERS)
        .map((uri) => this.file(uri))
        .join(', ');
      const more = members.length - MAX_MEMBERS;
      const list = more > 0 ? fill(this.#texts.moreFiles, names, more) : names;
      lines.push(`- ${fill(this.#texts.files, list)}`);
    }
    for (const missing of missingIncludes) {
      const name = this.#written(missing.path, missing);
      lines.push(`- ${fill(this.#texts.missing, name, this.file(missing.uri))}`);
    }
    for (const { uri, path } of computedIncludes) {
      lines.push(`- ${fill(this.#texts.notFollowed, codeSpan(path), this.file(uri))}`);
    }
    return lines;
  }

  #reason({ uri, by, declaredIn }: FoundBibliography): string {
    switch (by) {
      case 'declaration':
      case 'project':
        if (!declaredIn && (by === 'project' || this.#library.discovery.members.includes(uri))) {
          return this.#texts.own;
        }
        return declaredIn
          ? fill(this.#texts.namedIn, this.#written(declaredIn.path, declaredIn), this.file(declaredIn.uri))
          : this.#texts.named;
      case 'setting':
        return fill(this.#texts.bySetting, this.setting());
      case 'nearest':
        return this.#texts.nearest;
    }
  }

  /** A name as it is written somewhere, as a link to that place. */
  #written(path: string, { uri, range }: Omit<DeclarationPlace, 'path'>): string {
    return link(codeSpan(path), this.#frame.place?.(uri, range));
  }

  #content(index: BibliographySource): string[] {
    const { entries, defects } = index.file;
    const texts = this.#texts;
    const known = entries.filter((entry) => this.#library.catalog.identify(index.record(entry))).length;
    const counted =
      entries.length === 1 ? fill(texts.oneEntry, known) : fill(texts.entries, entries.length, known);
    const lines = [`- ${counted}`, `- ${fill(texts.format, this.#format(index), byteSize(index.text))}`];
    if (index.closed !== undefined) {
      lines.push(`- **${texts.noAdding}** ${inlineText(this.#frame.defect(index.closed))}`);
    }
    if (defects.length > 0) {
      lines.push(`- ${defects.length === 1 ? texts.oneDefect : fill(texts.defects, defects.length)}`);
      lines.push(...this.#defects(index, defects));
    }
    return lines;
  }

  #defects(index: BibliographySource, defects: readonly BibDefect[]): string[] {
    const positions = new Lines(index.text);
    const lines = defects.slice(0, MAX_DEFECTS).map(({ range, severity, message }) => {
      const line = fill(this.#texts.line, positions.positionAt(range.start).line + 1);
      const place = link(line, this.#frame.place?.(index.uri, range));
      return `  - ${fill(this.#texts[severity], place, inlineText(this.#frame.defect(message)))}`;
    });
    if (defects.length > MAX_DEFECTS) {
      const problems = link(this.#texts.problems, this.#frame.problems);
      lines.push(`  - ${fill(this.#texts.more, defects.length - MAX_DEFECTS, problems)}`);
    }
    return lines;
  }

  #format({ format }: BibliographySource): string {
    if (format === undefined) {
      return 'BibTeX';
    }
    switch (format) {
      case 'csl-json':
        return 'CSL-JSON';
      case 'csl-yaml':
        return 'CSL-YAML';
      case 'hayagriva':
        return 'Hayagriva';
      case 'inline-references':
        return this.#texts.inlineReferences;
      case 'thebibliography':
        return this.#texts.thebibliography;
    }
  }
}
