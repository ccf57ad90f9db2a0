import * as vscode from 'vscode';

/** A file system of a few files in memory, some of them read-only, as a version control system or an archive has them. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #readOnly: (path: string) => boolean;

  readonly onDidChangeFile = this.#changed.event;

  constructor(files: Readonly<Record<string, string>>, readOnly: (path: string) => boolean) {
    this.#readOnly = readOnly;
    for (const [path, text] of Object.entries(files)) {
      this.#files.set(path, new TextEncoder().encode(text));
    }
  }

  text(path: string): string | undefined {
    const bytes = this.#files.get(path);
    return bytes && new TextDecoder().decode(bytes);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat({ path }: vscode.Uri): vscode.FileStat {
    const bytes = this.#files.get(path);
    if (bytes) {
      const size = bytes.length;
      const permissions = this.#readOnly(path) ? { permissions: vscode.FilePermission.Readonly } : {};
      return { type: vscode.FileType.File, ctime: 0, mtime: size, size, ...permissions };
    }
    if ([...this.#files.keys()].some((known) => known.startsWith(path.endsWith('/') ? path : `${path}/`))) {
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    }
    throw vscode.FileSystemError.FileNotFound(path);
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const start = path.endsWith('/') ? path : `${path}/`;
    return [...this.#files.keys()]
      .filter((known) => known.startsWith(start) && !known.slice(start.length).includes('/'))
      .map((known) => [known.slice(start.length), vscode.FileType.File]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.#files.get(path);
    if (!bytes) {
      throw vscode.FileSystemError.FileNotFound(path);
    }
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    if (this.#readOnly(uri.path)) {
      throw vscode.FileSystemError.NoPermissions(uri);
    }
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, content);
    this.#changed.fire([{ type, uri }]);
  }

  createDirectory(): void {
    // Folders are there when files are in them.
  }

  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(uri: vscode.Uri): void {
    throw vscode.FileSystemError.NoPermissions(uri);
  }
}
