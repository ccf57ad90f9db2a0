import * as vscode from 'vscode';
import { pageScheme } from '../ids';

/** Makes the sources of pages Markdown documents, as soon as they are opened: their addresses have no ending to tell it by. */
export function pageLanguage(): vscode.Disposable {
  const changing = new Set<string>();
  return vscode.workspace.onDidOpenTextDocument(async (document) => {
    const uri = document.uri.toString();
    // VS Code opens a document that was closed meanwhile once more, only for this: that is not to be answered again.
    if (document.uri.scheme !== pageScheme || document.languageId === 'markdown' || changing.has(uri)) {
      return;
    }
    changing.add(uri);
    try {
      await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    } catch {
      // It is closed.
    } finally {
      changing.delete(uri);
    }
  });
}
