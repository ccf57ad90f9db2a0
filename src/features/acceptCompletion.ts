import * as vscode from 'vscode';
import { writtenKey } from '../core/completion/writtenKey';
import type { Work } from '../core/catalog/types';
import type { CatalogFile } from '../vscode/catalogFile';
import type { ChooseTarget, Citer, DraftText, PlannedText } from '../vscode/citer';
import { draftSyntax } from '../vscode/drafts';
import { messageText } from '../vscode/labelText';

/** A work of the catalog that was chosen from the list of completions. */
export interface AcceptedCompletion {
  /** Of the draft. */
  readonly uri: string;
  /** Frozen key. */
  readonly work: string;
  /** Where the key starts: UTF-16 offset in the draft. */
  readonly start: number;
  /** What was typed there and is still there. */
  readonly typed: string;
}

/** Writes the key of a work and its entry as one step, where a user has chosen it from the list of completions. */
export class AcceptCompletion {
  constructor(
    private readonly catalogFile: CatalogFile,
    private readonly citer: Citer,
    private readonly choose: ChooseTarget,
  ) {}

  /** Shows what went wrong, as nobody else does. */
  async run(accepted: AcceptedCompletion): Promise<void> {
    try {
      await this.#cite(accepted);
    } catch (error) {
      void vscode.window.showErrorMessage(
        messageText(error instanceof Error ? error.message : String(error)),
      );
    }
  }

  async #cite({ uri, work: key, start, typed }: AcceptedCompletion): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const syntax = draftSyntax(document);
    const work = (await this.catalogFile.get()).findByKey(key);
    if (!syntax || !work) {
      return;
    }
    const editor = vscode.window.visibleTextEditors.find((shown) => shown.document === document);
    const cursors = editor?.selections.map(({ active }) => document.offsetAt(active)) ?? [];
    const starts = cursors.length > 1 ? cursors.map((cursor) => cursor - typed.length) : [start];
    const source = new vscode.CancellationTokenSource();
    try {
      const plan = (draft: DraftText): PlannedText => planKeys(draft, work, starts, typed);
      const request = { document, syntax, works: [work], plan, choose: this.choose };
      // Several cursors stay where they are: VS Code moves each with its own text.
      await this.citer.insert(
        { ...request, ...(editor && cursors.length === 1 && { editor }) },
        source.token,
      );
    } finally {
      source.dispose();
    }
  }
}

/** Puts the key in place of what was typed, wherever that still stands; the cursor goes behind the first. */
function planKeys(draft: DraftText, work: Work, starts: readonly number[], typed: string): PlannedText {
  const key = draft.keyOf(work);
  const edits = starts
    .filter((start) => start >= 0 && draft.text.startsWith(typed, start))
    .map((start) => {
      const place = { start, end: start + typed.length };
      const written = writtenKey(key, draft.syntax, draft.text, { inserting: place, replacing: place });
      return {
        range: { start: start - written.before, end: place.end + written.after },
        newText: written.newText,
      };
    });
  const first = edits[0];
  return {
    edits,
    cursor: first ? first.range.start + first.newText.length : 0,
    inserted: first?.newText ?? '',
  };
}
