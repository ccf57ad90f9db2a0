import * as vscode from 'vscode';
import { entryLinks } from '../core/navigation/entryLinks';
import type { BibliographyDocuments } from '../vscode/bibliographyDocuments';
import { bibliographySelector } from '../vscode/bibliographyDocuments';

/** VS Code keeps all links of a document at hand and asks for them anew after each change. */
const MAX_LINKS = 10_000;

/** Makes DOIs, addresses and arXiv ids in bibliographies open their pages. */
export class EntryLinks implements vscode.DocumentLinkProvider {
  constructor(private readonly bibliographies: BibliographyDocuments) {}

  provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): vscode.DocumentLink[] | undefined {
    const { text, file } = this.bibliographies.index(document);
    const links: vscode.DocumentLink[] = [];
    for (const entry of file.entries) {
      if (token.isCancellationRequested || links.length >= MAX_LINKS) {
        break;
      }
      for (const { range, url } of entryLinks(text, entry)) {
        const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
        links.push(new vscode.DocumentLink(place, vscode.Uri.parse(url, true)));
      }
    }
    return links;
  }
}

export function registerDocumentLinks(links: EntryLinks): vscode.Disposable {
  return vscode.languages.registerDocumentLinkProvider(bibliographySelector, links);
}
