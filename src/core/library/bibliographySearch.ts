import { frontMatter } from '../drafts/frontMatter';
import type { BibliographyDeclaration } from '../drafts/types';
import { yamlDeclarations } from '../drafts/yamlBibliography';
import { hasInlineReferences, hasReferences } from '../formats/cslYaml';
import type { DeclarationPlace, FoundBibliography, SkippedBibliography } from './discovery';
import { bibliographyPath } from './markdownProject';
import type { ProjectFile } from './markdownProject';
import {
  fileIn,
  fileName,
  folderOfFile,
  foldersUpward,
  isBibliography,
  mayBeBibliography,
  isOtherFormat,
  pathProblem,
  resolvePath,
} from './paths';
import type { Cancellation, Workspace } from './workspace';

/** Where TeX keeps a user's own bibliographies, on Linux and Windows, and on macOS. */
const HOME_TREES = ['~/texmf/bibtex/bib', '~/Library/texmf/bibtex/bib'];

/** Asks one source after the other for a draft's bibliographies; once one has answered, the later ones do nothing. */
export class BibliographySearch {
  /** In order of precedence, each file once. */
  readonly found: FoundBibliography[] = [];
  readonly skipped: SkippedBibliography[] = [];
  readonly #draft: string;
  readonly #workspace: Workspace;
  readonly #token: Cancellation;
  /** From the draft's own up to the workspace folder. */
  readonly folders: readonly string[];
  readonly #names = new Map<string, Promise<readonly string[]>>();

  constructor(draft: string, workspace: Workspace, token: Cancellation) {
    this.#draft = draft;
    this.#workspace = workspace;
    this.#token = token;
    this.folders = foldersUpward(draft, workspace.folderOf(draft));
  }

  /** What one file of a LaTeX project declares. BibTeX looks from where the root is; people also write it from the file. */
  async latex(member: string, declarations: readonly BibliographyDeclaration[], root: string): Promise<void> {
    const jobname = fileName(root).replace(/\.[^.]*$/, '');
    const folders = [...new Set([folderOfFile(root), folderOfFile(member)])];
    for (const declaration of declarations) {
      const path = declaration.path.replace(/\\jobname(?![A-Za-z])\s*/g, jobname);
      await this.#declared(member, declaration, path, 'declaration', folders);
    }
  }

  /** What a Markdown draft declares. Editors run pandoc in the draft's folder or in the workspace folder. */
  async frontMatter(declarations: readonly BibliographyDeclaration[]): Promise<void> {
    for (const declaration of declarations) {
      await this.#declared(this.#draft, declaration, declaration.path, 'declaration', this.ends);
    }
  }

  /**
   * What one file of a Typst project declares.
   *
   * @param top - the project's folder, from which a path starts that begins with a slash
   */
  async typst(member: string, declarations: readonly BibliographyDeclaration[], top: string): Promise<void> {
    for (const declaration of declarations) {
      const { path } = declaration;
      const [start, relative] = path.startsWith('/') ? [top, path.slice(1)] : [folderOfFile(member), path];
      await this.#declared(member, declaration, relative, 'declaration', [start]);
    }
  }

  /** What the files of a Markdown draft's project declare, and the references they hold themselves; one file after the other. */
  async project(files: readonly ProjectFile[]): Promise<void> {
    for (const { uri, text, kind, folders } of files) {
      if (this.#answered) {
        return;
      }
      const content = kind === 'bookdown' ? frontMatter(text)?.content : undefined;
      for (const declaration of yamlDeclarations(text, content, bibliographyPath[kind])) {
        await this.#declared(uri, declaration, declaration.path, 'project', folders);
      }
      const holdsReferences =
        kind === 'bookdown' ? hasInlineReferences(text) : kind === 'quarto' && hasReferences(text);
      if (holdsReferences) {
        this.own(uri, 'first', 'project');
      }
    }
  }

  /**
   * References that a file of the draft's project holds itself.
   *
   * @param position - pandoc takes them before those of the files it is given, LaTeX after
   */
  own(uri: string, position: 'first' | 'last', by: 'declaration' | 'project' = 'declaration'): void {
    const known = this.found.findIndex((file) => file.uri === uri);
    if (known < 0) {
      this.found.splice(position === 'first' ? 0 : this.found.length, 0, { uri, by, exists: true });
    }
  }

  /** @param patterns - the setting `mmllm.bibliography.files` */
  async setting(patterns: readonly string[]): Promise<void> {
    if (this.#answered) {
      return;
    }
    for (const path of patterns) {
      const uris = await this.#workspace.glob(path, this.#draft, this.#token);
      const readable = uris.filter(mayBeBibliography);
      for (const uri of readable) {
        await this.#add([uri], 'setting');
      }
      if (readable.length === 0) {
        this.skipped.push({ path, reason: uris.length > 0 ? 'format' : 'no-match' });
      }
    }
  }

  /** The `.bib` files of the nearest folder that has some; not if the draft names others that cannot be read. */
  async nearest(): Promise<void> {
    if (this.skipped.some(({ declaredIn }) => declaredIn)) {
      return;
    }
    for (const folder of this.folders) {
      if (this.#answered) {
        return;
      }
      const names = await this.names(folder);
      const uris = names.map((name) => fileIn(folder, name)).filter(isBibliography);
      for (const uri of uris.sort()) {
        if (await this.#workspace.exists(uri, this.#token)) {
          this.#push({ uri, by: 'nearest', exists: true });
        }
      }
    }
  }

  /** The draft's own folder and the workspace folder. */
  get ends(): readonly string[] {
    return [...new Set([...this.folders.slice(0, 1), ...this.folders.slice(-1)])];
  }

  /** The names of the files in a folder, listed once. */
  names(folder: string): Promise<readonly string[]> {
    let names = this.#names.get(folder);
    if (!names) {
      names = this.#workspace.listFiles(folder, this.#token);
      this.#names.set(folder, names);
    }
    return names;
  }

  get #answered(): boolean {
    return this.found.length > 0 || this.#token.isCancellationRequested;
  }

  /** @param folders - where a relative path may start; a missing file is expected in the first */
  async #declared(
    uri: string,
    declaration: BibliographyDeclaration,
    path: string,
    by: 'declaration' | 'project',
    folders: readonly string[],
  ): Promise<void> {
    const declaredIn = { uri, range: declaration.range, path: declaration.path };
    const isRemote = declaration.remote === true ? 'remote' : undefined;
    const problem = isRemote ?? pathProblem(path) ?? (isOtherFormat(path) ? 'format' : undefined);
    if (problem !== undefined) {
      this.skipped.push({ path: declaration.path, reason: problem, declaredIn });
      return;
    }
    const names = namesFor(path, declaration.by);
    const candidates: string[] = [];
    for (const name of path.startsWith('~') ? names : []) {
      candidates.push(...(await this.#workspace.glob(name, this.#draft, this.#token)));
    }
    for (const folder of folders) {
      candidates.push(
        ...names.map((name) => resolvePath(folder, name)).filter((found) => found !== undefined),
      );
    }
    // TeX looks there as well. What BIBINPUTS and the distribution add cannot be known.
    const further =
      declaration.by === 'bibliography' || declaration.by === 'addbibresource' ? HOME_TREES : [];
    await this.#add(
      candidates,
      by,
      declaredIn,
      further.flatMap((tree) => names.map((name) => `${tree}/${name}`)),
    );
  }

  /**
   * Adds the first candidate that is there, else the most likely one as missing.
   *
   * @param further - paths from `~` where it may be as well
   */
  async #add(
    candidates: readonly string[],
    by: FoundBibliography['by'],
    declaredIn?: DeclarationPlace,
    further: readonly string[] = [],
  ): Promise<void> {
    const place = declaredIn && { declaredIn };
    const isThere = async (uri: string): Promise<boolean> => {
      const exists = await this.#workspace.exists(uri, this.#token);
      if (exists) {
        this.#push({ uri, by, exists, ...place });
      }
      return exists;
    };
    for (const uri of candidates) {
      if (await isThere(uri)) {
        return;
      }
    }
    for (const path of further) {
      for (const uri of await this.#workspace.glob(path, this.#draft, this.#token)) {
        if (await isThere(uri)) {
          return;
        }
      }
    }
    const expected = candidates.find(mayBeBibliography) ?? candidates[0];
    if (expected !== undefined) {
      this.#push({ uri: expected, by, exists: false, ...place });
    } else if (declaredIn) {
      this.skipped.push({ path: declaredIn.path, reason: 'no-match', declaredIn });
    }
  }

  #push(bibliography: FoundBibliography): void {
    if (!this.found.some((known) => known.uri === bibliography.uri)) {
      this.found.push(bibliography);
    }
  }
}

/** BibTeX appends `.bib`, biblatex and pandoc do not; all of them are read as they were surely meant. */
function namesFor(path: string, by: BibliographyDeclaration['by']): readonly string[] {
  if (/\.(?:bib|bibtex|biblatex|json|ya?ml)$/i.test(path)) {
    return [path];
  }
  return by === 'bibliography' ? [`${path}.bib`, path] : [path, `${path}.bib`];
}
