import * as vscode from 'vscode';
import type { BibliographyDocuments } from '../vscode/bibliographyDocuments';
import { labelText } from '../vscode/labelText';
import { bibliographySelector } from '../vscode/bibliographyDocuments';

/** Extensions that give bibliographies symbols and folding themselves. */
const OTHERS = ['James-Yu.latex-workshop', 'efoerster.texlab'];

/** The entries of a bibliography as its outline and its folding ranges. */
export class BibliographySymbols implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
  constructor(private readonly bibliographies: BibliographyDocuments) {}

  provideDocumentSymbols(document: vscode.TextDocument): vscode.DocumentSymbol[] {
    return this.bibliographies.index(document).file.entries.map(({ key, type, range, keyRange }) => {
      const name = labelText(key) || labelText(`@${type}`);
      const [whole, selection] = [range, keyRange].map(
        ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)),
      ) as [vscode.Range, vscode.Range];
      return new vscode.DocumentSymbol(name, type, vscode.SymbolKind.Key, whole, selection);
    });
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    return this.bibliographies.index(document).file.entries.flatMap(({ range }) => {
      const start = document.positionAt(range.start).line;
      const end = document.positionAt(range.end).line;
      return end > start ? [new vscode.FoldingRange(start, end)] : [];
    });
  }
}

/** Registers the providers as long as no other extension does the same. */
export function registerBibliographySymbols(
  symbols: BibliographySymbols,
  isThere: (id: string) => boolean = (id) => vscode.extensions.getExtension(id) !== undefined,
): vscode.Disposable {
  let registered: vscode.Disposable | undefined;
  const update = (): void => {
    if (OTHERS.some(isThere)) {
      registered?.dispose();
      registered = undefined;
    } else {
      registered ??= vscode.Disposable.from(
        vscode.languages.registerDocumentSymbolProvider(bibliographySelector, symbols),
        vscode.languages.registerFoldingRangeProvider(bibliographySelector, symbols),
      );
    }
  };
  update();
  return vscode.Disposable.from(vscode.extensions.onDidChange(update), {
    dispose: () => {
      registered?.dispose();
    },
  });
}
