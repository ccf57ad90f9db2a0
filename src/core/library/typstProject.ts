import { typstDeclarations, typstIncludes } from '../drafts/typstDeclarations';
import { scanTypst } from '../drafts/typstScanner';
import type { BibliographyDeclaration } from '../drafts/types';
import { fileIn, folderOfFile, foldersUpward, resolvePath } from './paths';
import { readIfPossible } from './sourceFacts';
import type { MissingInclude } from './texProject';
import type { Cancellation, Workspace } from './workspace';

/** The files that Typst reads when a draft is compiled. */
export interface TypstProject {
  readonly root: string;
  /** What a path that begins with a slash starts from: the folder of `typst.toml`, else the workspace folder. */
  readonly top: string;
  /** The root, then the files it includes or imports, in reading order; each once. */
  readonly members: readonly string[];
  readonly missing: readonly MissingInclude[];
  /** By member. */
  readonly declarations: ReadonlyMap<string, readonly BibliographyDeclaration[]>;
  /** The names of the labels that the members define, sorted, each once. */
  readonly labels: readonly string[];
}

/** A folder of generated files must not be read whole. */
const MAX_ROOT_CANDIDATES = 50;
const MAX_MEMBERS = 500;
const MANIFEST = 'typst.toml';

/**
 * Finds the project of a Typst draft: a draft that names a bibliography is its own root, else the nearest file upward whose
 * includes reach the draft is, the entry point of `typst.toml` and `main.typ` before the others; else the draft.
 */
export async function findTypstProject(
  draft: string,
  workspace: Workspace,
  token: Cancellation,
): Promise<TypstProject> {
  const folders = foldersUpward(draft, workspace.folderOf(draft));
  const lists = new Map<string, readonly string[]>();
  let manifest: string | undefined;
  for (const folder of token.isCancellationRequested ? [] : folders) {
    const names = await workspace.listFiles(folder, token);
    lists.set(folder, names);
    manifest ??= names.includes(MANIFEST) ? folder : undefined;
  }
  const top = manifest ?? folders.at(-1) ?? folderOfFile(draft);
  const own = await readProject(draft, top, workspace, token);
  if ([...own.declarations.values()].some((list) => list.length > 0)) {
    return own;
  }
  const entry = manifest === undefined ? undefined : await entryPoint(manifest, workspace, token);
  for (const candidate of [...(entry === undefined ? [] : [entry]), ...candidates(lists)]) {
    if (candidate !== draft) {
      const project = await readProject(candidate, top, workspace, token);
      if (project.members.includes(draft)) {
        return project;
      }
    }
  }
  return own;
}

/** The file that `typst.toml` says is compiled. */
async function entryPoint(
  folder: string,
  workspace: Workspace,
  token: Cancellation,
): Promise<string | undefined> {
  const text = (await readIfPossible(workspace, fileIn(folder, MANIFEST), token)) ?? '';
  const path = /^[ \t]*entrypoint[ \t]*=[ \t]*["']([^"'\r\n]+)["']/m.exec(text)?.[1];
  return path === undefined ? undefined : resolvePath(folder, path);
}

/** @param lists - the files of the draft's folder and of those above it */
function candidates(lists: ReadonlyMap<string, readonly string[]>): string[] {
  const isMain = (name: string): number => (/^main\./i.test(name) ? 0 : 1);
  return [...lists].flatMap(([folder, names]) =>
    names
      .filter((name) => /\.typ$/i.test(name))
      .sort((a, b) => isMain(a) - isMain(b) || (a < b ? -1 : 1))
      .slice(0, MAX_ROOT_CANDIDATES)
      .map((name) => fileIn(folder, name)),
  );
}

/** @param top - what a path that begins with `/` starts from */
async function readProject(
  root: string,
  top: string,
  workspace: Workspace,
  token: Cancellation,
): Promise<TypstProject> {
  const reached = new Set<string>();
  const members: string[] = [];
  const missing: MissingInclude[] = [];
  const declarations = new Map<string, readonly BibliographyDeclaration[]>();
  const labels = new Set<string>();
  const visit = async (uri: string): Promise<boolean> => {
    if (reached.has(uri) || reached.size >= MAX_MEMBERS) {
      return true;
    }
    const text = await readIfPossible(workspace, uri, token);
    if (text === undefined) {
      return false;
    }
    reached.add(uri);
    members.push(uri);
    const scan = scanTypst(text);
    declarations.set(uri, typstDeclarations(text, scan));
    scan.labels.forEach((label) => labels.add(label));
    for (const { path, range } of typstIncludes(text, scan)) {
      const target = resolveTypstPath(path, folderOfFile(uri), top);
      if (target !== undefined && !(await visit(target))) {
        missing.push({ uri, range, path });
      }
    }
    return true;
  };
  await visit(root);
  return {
    root,
    top,
    members: members.length === 0 ? [root] : members,
    missing,
    declarations,
    labels: [...labels].sort(),
  };
}

/** Typst's paths are relative to the file, or with a slash to the project's root. */
export function resolveTypstPath(path: string, folder: string, top: string): string | undefined {
  return path.startsWith('/') ? resolvePath(top, path.slice(1)) : resolvePath(folder, path);
}
