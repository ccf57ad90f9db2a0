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
  /** The root, then the files it includes or imports, in reading order; each once. */
  readonly members: readonly string[];
  readonly missing: readonly MissingInclude[];
  /** By member. */
  readonly declarations: ReadonlyMap<string, readonly BibliographyDeclaration[]>;
}

/** A folder of generated files must not be read whole. */
const MAX_ROOT_CANDIDATES = 50;
const MAX_MEMBERS = 500;

/**
 * Finds the project of a Typst draft: a draft that names a bibliography is its own root, else the nearest file upward whose
 * includes reach the draft is, `main.typ` before the others; else the draft.
 */
export async function findTypstProject(
  draft: string,
  workspace: Workspace,
  token: Cancellation,
): Promise<TypstProject> {
  const top = workspace.folderOf(draft) ?? folderOfFile(draft);
  const own = await readProject(draft, top, workspace, token);
  if ([...own.declarations.values()].some((list) => list.length > 0)) {
    return own;
  }
  for (const folder of foldersUpward(draft, workspace.folderOf(draft))) {
    const names = (await workspace.listFiles(folder, token)).filter((name) => /\.typ$/i.test(name));
    const isMain = (name: string): number => (/^main\./i.test(name) ? 0 : 1);
    names.sort((a, b) => isMain(a) - isMain(b) || (a < b ? -1 : 1));
    for (const name of names.slice(0, MAX_ROOT_CANDIDATES)) {
      const candidate = fileIn(folder, name);
      if (candidate !== draft) {
        const project = await readProject(candidate, top, workspace, token);
        if (project.members.includes(draft)) {
          return project;
        }
      }
    }
  }
  return own;
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
    for (const { path, range } of typstIncludes(text, scan)) {
      const target = resolveTypstPath(path, folderOfFile(uri), top);
      if (target !== undefined && !(await visit(target))) {
        missing.push({ uri, range, path });
      }
    }
    return true;
  };
  await visit(root);
  return { root, members: members.length === 0 ? [root] : members, missing, declarations };
}

/** Typst's paths are relative to the file, or with a slash to the project's root. */
export function resolveTypstPath(path: string, folder: string, top: string): string | undefined {
  return path.startsWith('/') ? resolvePath(top, path.slice(1)) : resolvePath(folder, path);
}
