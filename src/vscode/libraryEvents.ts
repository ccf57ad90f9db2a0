import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import { settings } from '../ids';

/** Everything a draft's bibliographies and the way to them may depend on. */
export const watched = '**/*.{bib,json,bbl,tex,ltx,rnw,Rnw,md,qmd,rmd,Rmd,mdx,yml,yaml}';

/**
 * Tells the library which files changed: in an editor, on disk, or by a setting.
 *
 * @param after - called behind each of them, which may be every key
 */
export function watchLibrary(library: Library, after: () => void): vscode.Disposable {
  const changed = (uri?: vscode.Uri): void => {
    library.invalidate(uri?.toString());
    after();
  };
  const watcher = vscode.workspace.createFileSystemWatcher(watched);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) {
        changed(document.uri);
      }
    }),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => changed(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      changed(uri);
      library.close(uri.toString());
    }),
    vscode.workspace.onDidChangeWorkspaceFolders(() => changed()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(settings.section)) {
        changed();
      }
    }),
  );
}
