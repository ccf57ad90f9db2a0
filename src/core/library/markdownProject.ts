import { frontMatter } from '../drafts/frontMatter';
import type { Syntax } from '../drafts/types';
import { yamlDeclarations } from '../drafts/yamlBibliography';
import { fileIn, fileName, folderOfFile, resolvePath } from './paths';
import { readIfPossible } from './sourceFacts';
import type { Cancellation, Workspace } from './workspace';

/** A file that says something about all Markdown drafts below its folder. */
export interface ProjectFile {
  readonly uri: string;
  /** What relative paths in it start from; the first where the file is found counts. */
  readonly folders: readonly string[];
  readonly text: string;
  /** `quarto`: a project's own file, one for a folder, or one that these name; `bookdown`: the first chapter, whose front matter counts for all. */
  readonly kind: 'quarto' | 'myst' | 'jupyter-book' | 'bookdown';
}

/** The project a Markdown draft belongs to. */
export interface MarkdownProject {
  /** What the project's drafts are written in; `undefined` if there is none that says so. */
  readonly syntax: 'pandoc' | 'myst' | undefined;
  /** Nearest first; of a folder in the order in which they count. */
  readonly files: readonly ProjectFile[];
}

/** The keys that lead to the bibliographies in the files of a project, if it is not a top-level `bibliography`. */
export const bibliographyPath: Readonly<Record<ProjectFile['kind'], readonly string[]>> = {
  quarto: [],
  bookdown: [],
  myst: ['project', 'bibliography'],
  'jupyter-book': ['bibtex_bibfiles'],
};

/** Only Jupyter Book has these keys in `_config.yml`, which other site generators have as well. */
const JUPYTER_BOOK =
  /^(?:bibtex_bibfiles|sphinx|only_build_toc_files|execute|exclude_patterns|launch_buttons|latex)[ \t]*:/m;
/** The drafts that may be MyST: Quarto's and R's own files are not. */
const MAY_BE_MYST = /\.(?:md|markdown|ipynb)$/i;
/** A metadata file may name others, and those itself. */
const MAX_METADATA_FILES = 50;

/**
 * Finds the files that describe a Markdown draft's project: `_metadata.yml`, `_quarto.yml` with its default profile and all
 * `metadata-files`, `myst.yml`, `_config.yml` of a Jupyter Book, `index.Rmd` of a bookdown project.
 *
 * @param folders - where to look, from the draft's own upward
 * @param names - the names of a folder's files
 */
export async function findMarkdownProject(
  draft: string,
  folders: readonly string[],
  names: (folder: string) => Promise<readonly string[]>,
  workspace: Workspace,
  token: Cancellation,
): Promise<MarkdownProject> {
  const files: ProjectFile[] = [];
  let syntax: MarkdownProject['syntax'];
  let quartoEnds = false;
  for (const folder of folders) {
    if (token.isCancellationRequested) {
      break;
    }
    const there = new Set(await names(folder));
    const read = async (name: string): Promise<string | undefined> =>
      there.has(name) ? readIfPossible(workspace, fileIn(folder, name), token) : undefined;
    const found: readonly ProjectFile[] = [
      ...(quartoEnds ? [] : await quartoFiles(folder, read, workspace, token)),
      ...(await bookdownFile(draft, folder, there, read)),
      ...(await mystFiles(folder, there, read)),
    ];
    files.push(...found);
    quartoEnds ||= found.some(({ uri }) => isQuartoRoot(uri));
    const root = found.find(({ uri, kind }) => kind !== 'quarto' || isQuartoRoot(uri));
    syntax ??= root && (root.kind === 'myst' || root.kind === 'jupyter-book' ? 'myst' : 'pandoc');
  }
  return { syntax: syntax === 'myst' && !MAY_BE_MYST.test(fileName(draft)) ? 'pandoc' : syntax, files };
}

/** What a Markdown draft is written in: its own text tells before its project does. */
export function markdownSyntax(byText: Syntax, { syntax }: MarkdownProject): Syntax {
  return byText === 'pandoc' && syntax === 'myst' ? 'myst' : byText;
}

/** The files that `metadata-files:` names in YAML, with those that they name themselves. */
export async function metadataFiles(
  text: string,
  folders: readonly string[],
  workspace: Workspace,
  token: Cancellation,
  content = { start: 0, end: text.length },
): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  const follow = async (yaml: string, range: typeof content, from: readonly string[]): Promise<void> => {
    for (const { path } of yamlDeclarations(yaml, range, ['metadata-files'])) {
      const uris = from.map((folder) => resolvePath(folder, path)).filter((uri) => uri !== undefined);
      for (const uri of uris) {
        const isNew = files.length < MAX_METADATA_FILES && !files.some((file) => file.uri === uri);
        const found = isNew ? await readIfPossible(workspace, uri, token) : undefined;
        if (found !== undefined) {
          const near = [...new Set([folderOfFile(uri), ...from])];
          files.push({ uri, folders: near, text: found, kind: 'quarto' });
          await follow(found, { start: 0, end: found.length }, near);
          break;
        }
      }
    }
  };
  await follow(text, content, folders);
  return files;
}

/** What Quarto reads of a folder; a profile's file wins over the project's, and a `.local` one over all. */
async function quartoFiles(
  folder: string,
  read: (name: string) => Promise<string | undefined>,
  workspace: Workspace,
  token: Cancellation,
): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  const add = async (name: string, known?: string): Promise<void> => {
    const text = known ?? (await read(name));
    if (text !== undefined) {
      files.push({ uri: fileIn(folder, name), folders: [folder], text, kind: 'quarto' });
      files.push(...(await metadataFiles(text, [folder], workspace, token)));
    }
  };
  for (const ending of ['yml', 'yaml']) {
    await add(`_metadata.${ending}`);
  }
  for (const ending of ['yml', 'yaml']) {
    const project = await read(`_quarto.${ending}`);
    if (project !== undefined) {
      await add(`_quarto.${ending}.local`);
      for (const { path } of yamlDeclarations(project, undefined, ['profile', 'default'])) {
        await add(`_quarto-${path}.${ending}`);
      }
      await add(`_quarto.${ending}`, project);
    }
  }
  return files;
}

function isQuartoRoot(uri: string): boolean {
  return /^_quarto\.ya?ml$/.test(fileName(uri));
}

/** A bookdown project is marked by `_bookdown.yml`, or by `site:` in its `index.Rmd`. */
async function bookdownFile(
  draft: string,
  folder: string,
  there: ReadonlySet<string>,
  read: (name: string) => Promise<string | undefined>,
): Promise<ProjectFile[]> {
  const index = ['index.Rmd', 'index.rmd'].find((name) => there.has(name));
  const uri = index === undefined ? undefined : fileIn(folder, index);
  if (index === undefined || uri === undefined || uri === draft || !/\.r?md$/i.test(fileName(draft))) {
    return [];
  }
  const text = await read(index);
  const content = text === undefined ? undefined : frontMatter(text)?.content;
  if (text === undefined || !content) {
    return [];
  }
  const isBook =
    ['_bookdown.yml', '_bookdown.yaml'].some((name) => there.has(name)) ||
    /^site[ \t]*:.*bookdown/m.test(text.slice(content.start, content.end));
  return isBook ? [{ uri, folders: [folder], text, kind: 'bookdown' }] : [];
}

async function mystFiles(
  folder: string,
  there: ReadonlySet<string>,
  read: (name: string) => Promise<string | undefined>,
): Promise<ProjectFile[]> {
  const files: ProjectFile[] = [];
  for (const name of ['myst.yml', 'myst.yaml']) {
    const text = await read(name);
    if (text !== undefined) {
      files.push({ uri: fileIn(folder, name), folders: [folder], text, kind: 'myst' });
    }
  }
  const config = await read('_config.yml');
  if (config !== undefined) {
    const toc = there.has('_toc.yml') ? await read('_toc.yml') : undefined;
    if (JUPYTER_BOOK.test(config) || /^format[ \t]*:[ \t]*jb-/m.test(toc ?? '')) {
      files.push({
        uri: fileIn(folder, '_config.yml'),
        folders: [folder],
        text: config,
        kind: 'jupyter-book',
      });
    }
  }
  return files;
}
