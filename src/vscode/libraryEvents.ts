import * as vscode from 'vscode';
import type { Library } from '../core/library/library';
import { settings } from '../ids';
import { draftUri, notebookOf, openDraft } from './draftFiles';
import type { OutsideFiles } from './outsideFiles';

/** Everything that a draft's bibliographies and the way to them may depend on. */
const contents =
  '**/*.{bib,bibtex,biblatex,json,bbl,tex,ltx,latex,rnw,Rnw,md,markdown,qmd,rmd,Rmd,mdx,ipynb,typ,toml,yml,yaml,local}';

/** Where programs create and delete files all the time that are nobody's drafts. */
const NEVER_DRAFTS = /\/(?:\.git|node_modules)\//;

/**
 * Tells of files that were changed, created, renamed or deleted, by whatever program. Folders are among those created and
 * deleted: nothing more is said of the files in them.
 */
export function watchFiles(outside: OutsideFiles, changed: (uri: vscode.Uri) => void): vscode.Disposable {
  const named = (uri: vscode.Uri): void => {
    if (!NEVER_DRAFTS.test(uri.path)) {
      changed(uri);
    }
  };
  const content = vscode.workspace.createFileSystemWatcher(contents, true, false, true);
  const names = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
  return vscode.Disposable.from(
    content,
    names,
    content.onDidChange(changed),
    names.onDidCreate(named),
    names.onDidDelete(named),
    outside.onDidChange(changed),
    // VS Code's own watcher tells of these late, and where files are not watched never.
    vscode.workspace.onDidCreateFiles(({ files }) => files.forEach(changed)),
    vscode.workspace.onDidDeleteFiles(({ files }) => files.forEach(changed)),
    vscode.workspace.onDidRenameFiles(({ files }) =>
      files.forEach(({ oldUri, newUri }) => [oldUri, newUri].forEach(changed)),
    ),
  );
}

/**
 * Tells the library which files changed: in an editor, on disk, or by a setting.
 *
 * @param told - called after each time
 */
export function watchLibrary(library: Library, outside: OutsideFiles, told: () => void): vscode.Disposable {
  const changed = (uri?: vscode.Uri): void => {
    library.invalidate(uri?.toString());
    told();
  };
  return vscode.Disposable.from(
    watchFiles(outside, changed),
    library.onDidRead((uris) => outside.follow(uris)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) {
        changed(draftUri(document));
      }
    }),
    vscode.workspace.onDidOpenTextDocument((document) => changed(draftUri(document))),
    vscode.workspace.onDidCloseTextDocument((document) => {
      const uri = draftUri(document);
      changed(uri);
      // A cell that is gone leaves its notebook open.
      if (!notebookOf(document) && !openDraft(uri.toString())) {
        library.close(uri.toString());
      }
    }),
    vscode.workspace.onDidOpenNotebookDocument(({ uri }) => changed(uri)),
    vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
      if (contentChanges.length > 0) {
        changed(notebook.uri);
      }
    }),
    vscode.workspace.onDidCloseNotebookDocument(({ uri }) => {
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
