import type * as vscode from 'vscode';
import type { Syntax } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import type { Cancellation } from '../core/library/workspace';
import { draftUri } from './draftFiles';

/**
 * The library of the draft that a document is, or is a part of.
 *
 * @param syntax - by the document's language and text; what the draft is written in is in the library's discovery
 */
export function openLibrary(
  library: Library,
  document: vscode.TextDocument,
  syntax: Syntax,
  token: Cancellation,
): Promise<DraftLibrary> {
  return library.open(draftUri(document).toString(), syntax, token);
}
