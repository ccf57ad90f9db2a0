import { URI, Utils } from 'vscode-uri';

/** The URI of the folder a file is in. */
export function folderOfFile(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** The last segment of a URI's path, decoded. */
export function fileName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** The URI of a file in a folder. */
export function fileIn(folder: string, name: string): string {
  return Utils.joinPath(URI.parse(folder), name).toString();
}

/**
 * The URI that a path in a draft means, seen from a folder; on the same file system as the folder.
 *
 * @param path - with `/` or `\`; relative, absolute, or with a Windows drive
 * @returns `undefined` for web addresses, for `~`, and for names that TeX or R computes
 */
export function resolvePath(folder: string, path: string): string | undefined {
  if (pathProblem(path) !== undefined || path.startsWith('~')) {
    return undefined;
  }
  const slashed = path.replaceAll('\\', '/');
  const base = URI.parse(folder);
  if (/^[a-z]:\//i.test(slashed)) {
    return base.with({ path: `/${slashed}` }).toString();
  }
  return (slashed.startsWith('/') ? base.with({ path: slashed }) : Utils.joinPath(base, slashed)).toString();
}

/** Why a path names no file that could be looked up, or `undefined`. */
export function pathProblem(path: string): 'remote' | 'computed' | undefined {
  if (/^(?!file:)[a-z][a-z0-9+.-]+:\/\//i.test(path)) {
    return 'remote';
  }
  // `\jobname`, `\mybib/refs`; R's `r file`, Quarto's {{< >}}, wildcards. A backslash before a folder name is Windows'.
  return /^\\|[`{}<>*"|]|\\(?:jobname|string)/.test(path) ? 'computed' : undefined;
}

/**
 * The folders in which a draft's project may be described: from the draft's own up to its workspace folder.
 *
 * @param workspaceFolder - without it only the draft's own folder
 */
export function foldersUpward(uri: string, workspaceFolder: string | undefined): string[] {
  const folders: string[] = [];
  const stop = workspaceFolder === undefined ? undefined : URI.parse(workspaceFolder).path.replace(/\/$/, '');
  for (let folder = Utils.dirname(URI.parse(uri)); ; folder = Utils.dirname(folder)) {
    const path = folder.path.replace(/\/$/, '');
    folders.push(folder.toString());
    if (stop === undefined || path === stop || !path.startsWith(`${stop}/`)) {
      return folders;
    }
  }
}

/**
 * A path from a folder to a file as one writes it into a draft, with `/`; an absolute path if they are on different
 * file systems.
 */
export function relativePath(folder: string, uri: string): string {
  const from = URI.parse(folder);
  const to = URI.parse(uri);
  if (from.scheme !== to.scheme || from.authority !== to.authority) {
    return to.path;
  }
  const start = from.path.split('/').filter((segment) => segment !== '');
  const target = to.path.split('/').filter((segment) => segment !== '');
  let common = 0;
  while (common < start.length && common < target.length - 1 && start[common] === target[common]) {
    common++;
  }
  return [...start.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** Whether a file is a bibliography by its name. biblatex's own `main-blx.bib` is not. */
export function isBibliography(uri: string): boolean {
  const name = fileName(uri);
  return /\.(?:bib|bibtex|biblatex)$/i.test(name) && !/-blx\.bib$/i.test(name);
}

/** Whether a file may be a bibliography by its name, in BibTeX or in another format that is read. */
export function mayBeBibliography(uri: string): boolean {
  return isBibliography(uri) || /\.(?:json|ya?ml)$/i.test(fileName(uri));
}

/** Whether a path names a bibliography in a format that is not read. */
export function isOtherFormat(path: string): boolean {
  return /\.(?:ris|xml|enl|nbib|bcf)$/i.test(path);
}
