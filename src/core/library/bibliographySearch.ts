import type { BibliographyDeclaration } from '../drafts/types';
import { yamlDeclarations } from '../drafts/yamlBibliography';
import type { DeclarationPlace, FoundBibliography, SkippedBibliography } from './discovery';
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
import { readIfPossible } from './sourceFacts';
import type { Cancellation, Workspace } from './workspace';

const PROJECT_FILES = ['_metadata.yml', '_metadata.yaml', '_quarto.yml', '_quarto.yaml'];

/** Files of MyST projects, and where in them the bibliographies are. */
const MYST_FILES: readonly (readonly [string, ...string[]])[] = [
  ['myst.yml', 'project', 'bibliography'],
  ['_config.yml', 'bibtex_bibfiles'],
];

/** Asks one source after the other for a draft's bibliographies; once one has answered, the later ones do nothing. */
export class BibliographySearch {
  /** In order of precedence, each file once. */
  readonly found: FoundBibliography[] = [];
  readonly skipped: SkippedBibliography[] = [];
  readonly #draft: string;
  readonly #workspace: Workspace;
  readonly #token: Cancellation;
  /** From the draft's own up to the workspace folder. */
  readonly #folders: readonly string[];

  constructor(draft: string, workspace: Workspace, token: Cancellation) {
    this.#draft = draft;
    this.#workspace = workspace;
    this.#token = token;
    this.#folders = foldersUpward(draft, workspace.folderOf(draft));
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
    const folders = [...new Set([...this.#folders.slice(0, 1), ...this.#folders.slice(-1)])];
    for (const declaration of declarations) {
      await this.#declared(this.#draft, declaration, declaration.path, 'declaration', folders);
    }
  }

  /** What one file of a Typst project declares; a path that begins with a slash starts from the workspace folder. */
  async typst(member: string, declarations: readonly BibliographyDeclaration[]): Promise<void> {
    const top = this.#folders.at(-1) ?? folderOfFile(member);
    for (const declaration of declarations) {
      const { path } = declaration;
      const [start, relative] = path.startsWith('/') ? [top, path.slice(1)] : [folderOfFile(member), path];
      await this.#declared(member, declaration, relative, 'declaration', [start]);
    }
  }

  /** `project.bibliography` of the nearest `myst.yml`, `bibtex_bibfiles` of the nearest `_config.yml` of a Jupyter Book. */
  async mystProject(): Promise<void> {
    for (const folder of this.#folders) {
      for (const [name, ...path] of MYST_FILES) {
        const uri = fileIn(folder, name);
        const text = this.#answered ? undefined : await readIfPossible(this.#workspace, uri, this.#token);
        const declarations = text === undefined ? [] : yamlDeclarations(text, undefined, path);
        for (const declaration of declarations) {
          await this.#declared(uri, declaration, declaration.path, 'project', [folder]);
        }
      }
    }
  }

  /** `_metadata.yml` and `_quarto.yml` upward; the folder of `_quarto.yml` is the project's root. */
  async quartoProject(): Promise<void> {
    for (const folder of this.#folders) {
      for (const name of PROJECT_FILES) {
        const uri = fileIn(folder, name);
        const text = this.#answered ? undefined : await readIfPossible(this.#workspace, uri, this.#token);
        if (text === undefined) {
          continue;
        }
        for (const declaration of yamlDeclarations(text)) {
          await this.#declared(uri, declaration, declaration.path, 'project', [folder]);
        }
        if (name.startsWith('_quarto')) {
          return;
        }
      }
    }
  }

  /**
   * References that a file of the draft's project holds itself.
   *
   * @param position - pandoc takes them before those of the files it is given, LaTeX after
   */
  own(uri: string, position: 'first' | 'last'): void {
    const known = this.found.findIndex((file) => file.uri === uri);
    if (known < 0) {
      this.found.splice(position === 'first' ? 0 : this.found.length, 0, {
        uri,
        by: 'declaration',
        exists: true,
      });
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
    for (const folder of this.#folders) {
      if (this.#answered) {
        return;
      }
      const names = await this.#workspace.listFiles(folder, this.#token);
      const uris = names.map((name) => fileIn(folder, name)).filter(isBibliography);
      for (const uri of uris.sort()) {
        if (await this.#workspace.exists(uri, this.#token)) {
          this.#push({ uri, by: 'nearest', exists: true });
        }
      }
    }
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
    const problem = pathProblem(path) ?? (isOtherFormat(path) ? 'format' : undefined);
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
    await this.#add(candidates, by, declaredIn);
  }

  /** Adds the first candidate that is there, else the most likely one as missing. */
  async #add(
    candidates: readonly string[],
    by: FoundBibliography['by'],
    declaredIn?: DeclarationPlace,
  ): Promise<void> {
    const place = declaredIn && { declaredIn };
    for (const uri of candidates) {
      if (await this.#workspace.exists(uri, this.#token)) {
        this.#push({ uri, by, exists: true, ...place });
        return;
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
