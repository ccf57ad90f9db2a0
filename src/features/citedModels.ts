import * as vscode from 'vscode';
import type { Model } from '../core/catalog/types';
import type { Library } from '../core/library/library';
import type { CitationCache } from '../vscode/citationCache';
import { draftSyntax } from '../vscode/drafts';
import { openLibrary } from '../vscode/openLibrary';

/** Knows the models of the citation that the cursor is in, which somebody who compares models most likely means. */
export class CitedModels {
  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
  ) {}

  /**
   * @param token - a request that is cancelled finds nothing
   * @returns the models cited together at the cursor of the active editor, each once; none if it is in no citation
   */
  async atCursor(token: vscode.CancellationToken): Promise<readonly Model[]> {
    const editor = vscode.window.activeTextEditor;
    const syntax = editor && draftSyntax(editor.document);
    if (!editor || !syntax) {
      return [];
    }
    const { document, selection } = editor;
    const offset = document.offsetAt(selection.active);
    const group = this.citations
      .groups(document, syntax)
      .findLast(({ range }) => range.start <= offset && offset <= range.end);
    if (!group) {
      return [];
    }
    const library = await openLibrary(this.library, document, syntax, token);
    if (token.isCancellationRequested) {
      return [];
    }
    return [...new Set(group.citations.flatMap(({ key }) => library.resolve(key).models))];
  }
}
