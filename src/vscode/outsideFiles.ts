import * as vscode from 'vscode';
import { folderOfFile } from '../core/library/paths';

/** So many folders are watched at once: a draft needs one or two. */
const MAX_WATCHED = 20;

/**
 * Watches the folders of files that drafts depend on where VS Code does not by itself: outside of the workspace folders, such as
 * a bibliography in the home folder.
 */
export class OutsideFiles implements vscode.Disposable {
  /** By folder; those used last come last. */
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  /** A file there was changed, created or deleted. */
  readonly onDidChange = this.#changed.event;

  /** @param uris - of files that a draft depends on, be they there or not */
  follow(uris: readonly string[]): void {
    for (const folder of new Set(uris.map(folderOfFile))) {
      const uri = vscode.Uri.parse(folder, true);
      if (!vscode.workspace.getWorkspaceFolder(uri) && uri.scheme !== 'untitled') {
        const watcher = this.#watchers.get(folder) ?? this.#watch(uri);
        this.#watchers.delete(folder);
        this.#watchers.set(folder, watcher);
      }
    }
    for (const [folder, watcher] of [...this.#watchers].slice(0, -MAX_WATCHED)) {
      watcher.dispose();
      this.#watchers.delete(folder);
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.#watchers.values()).dispose();
    this.#watchers.clear();
    this.#changed.dispose();
  }

  #watch(folder: vscode.Uri): vscode.Disposable {
    // Without a folder in it the pattern is watched without what is below.
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const changed = (uri: vscode.Uri): void => this.#changed.fire(uri);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }
}
