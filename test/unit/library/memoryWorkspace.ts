import type { Workspace } from '../../../src/core/library/workspace';

/** Where the tests' files are; paths are given relative to it. */
export const ROOT = 'file:///work%20space';

/** The URI of a path such as `paper/main.tex`. */
export function at(path: string): string {
  return `${ROOT}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Files in memory, by path; counts what is asked of it. */
export class MemoryWorkspace implements Workspace {
  readonly #files = new Map<string, string>();
  readonly #unreadable = new Set<string>();
  /** URIs of all reads, in order, missing files included. */
  readonly reads: string[] = [];
  /** URIs of all folders listed, in order. */
  readonly listings: string[] = [];
  readonly globs: string[] = [];

  /** @param folders - the workspace folders, as paths; `''` is all of it */
  constructor(
    files: Readonly<Record<string, string>>,
    readonly folders: readonly string[] = [''],
  ) {
    Object.entries(files).forEach(([path, text]) => this.write(path, text));
  }

  write(path: string, text: string): void {
    this.#files.set(at(path), text);
    this.#unreadable.delete(at(path));
  }

  delete(path: string): void {
    this.#files.delete(at(path));
  }

  /** Makes reading a file fail, as a file system does that is not there for a moment. */
  block(path: string): void {
    this.#unreadable.add(at(path));
  }

  readsOf(path: string): number {
    return this.reads.filter((uri) => uri === at(path)).length;
  }

  readText(uri: string): Promise<string | undefined> {
    this.reads.push(uri);
    return this.#unreadable.has(uri)
      ? Promise.reject(new Error('The file system is away.'))
      : Promise.resolve(this.#files.get(uri));
  }

  exists(uri: string): Promise<boolean> {
    return Promise.resolve(this.#files.has(uri));
  }

  listFiles(folder: string): Promise<readonly string[]> {
    this.listings.push(folder);
    const names = [...this.#files.keys()]
      .filter((uri) => uri.startsWith(`${folder}/`))
      .map((uri) => decodeURIComponent(uri.slice(folder.length + 1)))
      .filter((name) => !name.includes('/'));
    return Promise.resolve(names);
  }

  folderOf(uri: string): string | undefined {
    const folders = this.folders.map((path) => (path === '' ? ROOT : at(path)));
    return folders.filter((folder) => uri.startsWith(`${folder}/`)).sort((a, b) => b.length - a.length)[0];
  }

  /** Knows `*` and `**` only; a path without them is answered as it is. `~` is the folder `home`. */
  glob(pattern: string): Promise<readonly string[]> {
    this.globs.push(pattern);
    const path = pattern.replace(/^~/, 'home').replace('${workspaceFolder}/', '');
    if (!path.includes('*')) {
      return Promise.resolve([at(path)]);
    }
    const expression = path
      .replace(/[.+]/g, '\\$&')
      .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
    const matches = new RegExp(`^${expression}$`);
    return Promise.resolve(
      [...this.#files.keys()]
        .filter((uri) => matches.test(decodeURIComponent(uri.slice(ROOT.length + 1))))
        .sort(),
    );
  }
}

export const notCancelled = { isCancellationRequested: false };
