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
import { draftSyntax } from './drafts';
import { openLibrary } from './openLibrary';

/** A key in an editor and what it means there. */
export interface FoundKey {
  readonly scope: KeyScope;
  readonly range: vscode.Range;
  /** Of the draft; absent in a bibliography. */
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
    if (isBibliographyDocument(document)) {
      const index = this.bibliographies.index(document);
      const found = bibKeyAt(index, offset);
      return (
        found && {
          scope: inBibliography(index, found.key),
          range: rangeIn(document, found.range),
          indexes: [index],
        }
      );
    }
    const syntax = draftSyntax(document);
    if (!syntax || !citationAt(this.citations.groups(document, syntax), offset)) {
      return undefined;
    }
    const library = await openLibrary(this.library, document, syntax, token);
    const citation = citationAt(this.citations.groupsIn(document, library), offset);
    if (!citation || token.isCancellationRequested) {
      return undefined;
    }
    const range = rangeIn(document, citation.range);
    return { scope: scopeInDraft(library, citation.key), range, library, indexes: library.indexes };
  }
}

function inBibliography(index: BibliographySource, key: string): KeyScope {
  return { ...scopeInBibliography(index.uri, key), hasEntry: index.get(key) !== undefined };
}

function rangeIn(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
