import type * as vscode from 'vscode';
import type { CitationGroup } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import type { Cancellation } from '../core/library/workspace';
import type { CitationCache } from './citationCache';
import { parseFile } from './citationCache';
import { draftUri, openDraft } from './draftFiles';
import { pause } from './workspaceFiles';

/** Reading files gives others their turn after this time (milliseconds). */
const TURN = 12;
/** As many files are kept as a project can have, and not those of all projects that were open once. */
const MOST_FILES = 2000;

/** A file of a draft, or a cell of a notebook, with what it cites. */
export interface CitingPart {
  readonly uri: string;
  /** Ranges are offsets of {@link text}. */
  readonly text: string;
  readonly groups: readonly CitationGroup[];
}

/** The citations of whole drafts: of all files of a LaTeX or Typst project, of all cells of a notebook. */
export class DraftCitations {
  /** Files that no editor has, as they were read last. */
  readonly #read = new Map<string, { readonly text: string; readonly groups: readonly CitationGroup[] }>();

  constructor(
    private readonly library: Library,
    private readonly citations: CitationCache,
  ) {}

  /**
   * The parts of a draft in reading order. Files are parsed again only after a change.
   *
   * @param document - one of the draft's
   * @param library - the draft's
   * @returns what was found so far, if cancelled
   */
  async of(
    document: vscode.TextDocument,
    library: DraftLibrary,
    token: Cancellation,
  ): Promise<readonly CitingPart[]> {
    const parts: CitingPart[] = [];
    if (this.#read.size > MOST_FILES) {
      this.#read.clear();
    }
    let turn = performance.now();
    for (const uri of membersOf(document, library)) {
      const open = this.#inEditors(uri, library);
      const closed = open ? undefined : await this.#inFile(uri, library);
      parts.push(...(open ?? (closed ? [closed] : [])));
      if (performance.now() - turn > TURN) {
        await pause();
        turn = performance.now();
      }
      if (token.isCancellationRequested) {
        break;
      }
    }
    return parts;
  }

  /**
   * What the draft cites now or did some edits ago, as far as it was read: at once, and enough where it does not matter exactly
   * what stands where. What is missing is read meanwhile.
   */
  recent(document: vscode.TextDocument, library: DraftLibrary): readonly CitationGroup[] {
    const others = membersOf(document, library).filter((uri) => uri !== draftUri(document).toString());
    const isKnown = others.every((uri) => openDraft(uri) ?? this.#read.has(uri));
    if (!isKnown) {
      void this.of(document, library, { isCancellationRequested: false });
    }
    return [
      ...this.citations.recent(document, library),
      ...this.#otherCells(document, library),
      ...others.flatMap(
        (uri) =>
          this.#inEditors(uri, library)?.flatMap(({ groups }) => groups) ?? this.#read.get(uri)?.groups ?? [],
      ),
    ];
  }

  #otherCells(document: vscode.TextDocument, library: DraftLibrary): readonly CitationGroup[] {
    const parts = openDraft(draftUri(document).toString())?.parts ?? [];
    return parts
      .filter((part) => part.document !== document)
      .flatMap((part) => this.citations.groupsIn(part.document, library));
  }

  #inEditors(uri: string, library: DraftLibrary): readonly CitingPart[] | undefined {
    return openDraft(uri)?.parts.map(({ document }) => ({
      uri: document.uri.toString(),
      text: document.getText(),
      groups: this.citations.groupsIn(document, library),
    }));
  }

  async #inFile(uri: string, library: DraftLibrary): Promise<CitingPart | undefined> {
    const text = await this.library.readText(uri);
    if (text === undefined) {
      this.#read.delete(uri);
      return undefined;
    }
    const known = this.#read.get(uri);
    if (known?.text === text) {
      return { uri, ...known };
    }
    const part = { text, groups: parseFile(uri, text, library) };
    this.#read.set(uri, part);
    return { uri, ...part };
  }
}

function membersOf(document: vscode.TextDocument, { discovery }: DraftLibrary): readonly string[] {
  const own = draftUri(document).toString();
  return discovery.members.includes(own) ? discovery.members : [own, ...discovery.members];
}
