import * as vscode from 'vscode';
import type { BibliographySource } from '../core/formats/source';
import { citationAt } from '../core/drafts/citations';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import { bibKeyAt } from '../core/navigation/occurrences';
import type { KeyScope } from '../core/navigation/scope';
import { scopeInBibliography, scopeInDraft } from '../core/navigation/scope';
import type { TextRange } from '../core/text';
import type { BibliographyDocuments } from './bibliographyDocuments';
import { isBibliographyDocument } from './bibliographyDocuments';
import type { CitationCache } from './citationCache';
import { draftUri, notebookOf } from './draftFiles';
import { draftSyntax } from './drafts';
import { openLibrary } from './openLibrary';

/** A key in an editor and what it means there. */
export interface FoundKey {
  readonly scope: KeyScope;
  readonly range: vscode.Range;
  /** Of the draft; absent in a bibliography of its own. */
  readonly library?: DraftLibrary;
  /** Where entries are looked for: the draft's bibliographies, or the one in the editor. */
  readonly indexes: readonly BibliographySource[];
}

/** Finds the key under the cursor, in drafts and in bibliographies. */
export class KeyFinder {
  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
    private readonly bibliographies: BibliographyDocuments,
  ) {}

  /** @returns `undefined` where there is no key, or if cancelled */
  async at(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<FoundKey | undefined> {
    const offset = document.offsetAt(position);
    const uri = draftUri(document).toString();
    const syntax = draftSyntax(document);
    if (!syntax) {
      const index = isBibliographyDocument(document)
        ? this.bibliographies.index(document)
        : this.library.bibliography(uri, document.getText());
      return index && foundIn(index, document, offset);
    }
    const library = await openLibrary(this.library, document, syntax, token);
    const citation = citationAt(this.citations.groupsIn(document, library), offset);
    if (token.isCancellationRequested) {
      return undefined;
    }
    if (citation) {
      const range = rangeIn(document, citation.range);
      return { scope: scopeInDraft(library, citation.key), range, library, indexes: library.indexes };
    }
    // A draft may hold its references itself: `references:` in front matter, `\bibitem`.
    const own = notebookOf(document) ? undefined : library.indexes.find((index) => index.uri === uri);
    const found = own && foundIn(own, document, offset);
    return found && { ...found, library };
  }
}

function foundIn(
  index: BibliographySource,
  document: vscode.TextDocument,
  offset: number,
): FoundKey | undefined {
  const found = index.text === document.getText() ? bibKeyAt(index, offset) : undefined;
  return (
    found && {
      scope: inBibliography(index, found.key),
      range: rangeIn(document, found.range),
      indexes: [index],
    }
  );
}

function inBibliography(index: BibliographySource, key: string): KeyScope {
  return { ...scopeInBibliography(index.uri, key), hasEntry: index.get(key) !== undefined };
}

function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
