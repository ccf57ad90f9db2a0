import * as vscode from 'vscode';
import type { Work } from '../core/catalog/types';
import type { CitationOptions } from '../core/drafts/citations';
import type { Syntax } from '../core/drafts/types';
import type { DraftLibrary } from '../core/library/draftLibrary';
import type { Library } from '../core/library/library';
import type { TextEdit } from '../core/text';
import { settingsFor } from './configuration';
import { changesOfParts, draftUri, openDraft } from './draftFiles';
import { openWithoutLoss } from './encoding';
import { openLibrary } from './openLibrary';
import { saveAfterNextChange, saveBibliography } from './saving';
import type { FileChange } from './workspaceEdits';
import { applyChanges, buildEdit, isWritable, moveCursor } from './workspaceEdits';

/** Where new entries go: an existing file, or one to be created. */
export interface Target {
  readonly uri: vscode.Uri;
  readonly create: boolean;
  /** The edit that names the bibliography in the draft, where it does not yet. */
  readonly declaration?: FileChange;
}

/** Decides about new entries where the draft has no place for them; `undefined` stops the insertion. */
export type ChooseTarget = (library: DraftLibrary) => Promise<Target | 'citation-only' | undefined>;

/** The draft as a text is planned for it. */
export interface DraftText {
  readonly text: string;
  readonly syntax: Syntax;
  /** The text of the root file, which loads the packages. */
  readonly preamble: string;
  readonly options: CitationOptions;
  /** The key to cite a work by in this draft: the bibliography's own, where it has the work. */
  readonly keyOf: (work: Work) => string;
}

export interface PlannedText {
  readonly edits: readonly TextEdit[];
  /** Where the cursor goes: an offset in the edited text. */
  readonly cursor: number;
  readonly inserted: string;
}

/** What an insertion did. */
export interface Insertion {
  /** The keys cited. */
  readonly keys: readonly string[];
  readonly inserted: string;
  /** URI of the bibliography that got the new entries, else of the one that has them; absent if they are nowhere. */
  readonly bibliography?: string;
  /** The keys of new entries. */
  readonly added: readonly string[];
}

export interface CiteRequest {
  readonly document: vscode.TextDocument;
  readonly syntax: Syntax;
  readonly works: readonly Work[];
  /** Absent where only entries are added. */
  readonly plan?: (draft: DraftText) => PlannedText;
  readonly choose: ChooseTarget;
  /** Where the draft is shown; its cursor goes behind what is written. */
  readonly editor?: vscode.TextEditor;
}

interface Plan {
  readonly changes: readonly FileChange[];
  readonly result: Insertion;
  readonly cursor?: number;
  /** The bibliography, if it is to be saved afterwards. */
  readonly save?: vscode.Uri;
}

/** Puts citations into drafts and their entries into bibliographies, as one step. */
export class Citer {
  readonly #library: Library;

  constructor(library: Library) {
    this.#library = library;
  }

  open(
    document: vscode.TextDocument,
    syntax: Syntax,
    token: vscode.CancellationToken,
  ): Promise<DraftLibrary> {
    return openLibrary(this.#library, document, syntax, token);
  }

  /**
   * Plans, applies and, if the user wants that, saves the bibliography.
   *
   * @returns what was done; `undefined` if the user closed a question
   * @throws Error with a message for the user if the change could not be made or saved
   */
  async insert(request: CiteRequest, token: vscode.CancellationToken): Promise<Insertion | undefined> {
    const plan = await this.#plan(request, token);
    if (!plan) {
      return undefined;
    }
    const { document, editor } = request;
    const { version } = document;
    if (plan.changes.length > 0) {
      await applyChanges(plan.changes);
    }
    // Not after saving, which takes a while, and not if the user has begun to write on.
    if (editor && plan.cursor !== undefined && document.version <= version + 1) {
      moveCursor(editor, document.positionAt(plan.cursor));
    }
    if (plan.save) {
      await saveBibliography(plan.save);
    }
    return plan.result;
  }

  /** The edit alone, for a drop, which VS Code applies itself. */
  async edit(
    request: CiteRequest,
    token: vscode.CancellationToken,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const plan = await this.#plan(request, token);
    if (plan?.save) {
      saveAfterNextChange(plan.save);
    }
    return plan && (await buildEdit(plan.changes));
  }

  async #plan(request: CiteRequest, token: vscode.CancellationToken): Promise<Plan | undefined> {
    const { document, works } = request;
    const library = await this.open(document, request.syntax, token);
    const target = await place(library, works, request.choose);
    if (!target || token.isCancellationRequested) {
      return undefined;
    }
    const bibliography = target === 'citation-only' ? undefined : await prepare(target);
    // Planned on the text an editor shows: it may differ from the file's in line ends and encoding.
    const addition = library.planAddition(works, bibliography?.text ?? '', bibliography?.uri.toString());
    const keyOf = (work: Work): string => addition.keys.get(work.key) ?? work.key;
    const settings = settingsFor(document);
    const planned = request.plan?.({
      text: document.getText(),
      syntax: library.discovery.syntax,
      preamble: library.preamble,
      options: { extraCommands: settings.citeCommands },
      keyOf,
    });
    const changes: FileChange[] = planned ? [{ uri: document.uri, edits: planned.edits }] : [];
    const adds = bibliography !== undefined && addition.added.length > 0;
    // A draft that holds its references itself waits for its author to save it.
    const isDraft = bibliography?.uri.toString() === draftUri(document).toString();
    const saves = adds && !isDraft && !bibliography.wasDirty && settings.saveBibliography;
    if (adds) {
      changes.push(...bibliography.changes(addition.edits));
    }
    const found = works.map((work) => library.entryOf(work)?.index.uri);
    const home = adds ? bibliography.uri.toString() : found.find((uri) => uri !== undefined);
    return {
      changes,
      result: {
        keys: works.map(keyOf),
        inserted: planned?.inserted ?? '',
        ...(home !== undefined && { bibliography: home }),
        added: adds ? addition.added.map((entry) => entry.key) : [],
      },
      ...(planned && { cursor: planned.cursor + shift(changes, document, planned) }),
      ...(saves && { save: bibliography.uri }),
    };
  }
}

/** Asks only if an entry is missing and there is no writable place for it. */
async function place(
  library: DraftLibrary,
  works: readonly Work[],
  choose: ChooseTarget,
): Promise<Target | 'citation-only' | undefined> {
  const declared = library.target;
  const uri = declared && vscode.Uri.parse(declared.uri, true);
  const complete = works.every((work) => library.entryOf(work) !== undefined);
  if (uri && (complete || (await isWritable(uri)))) {
    return { uri, create: !declared.exists };
  }
  return complete ? 'citation-only' : choose(library);
}

interface PreparedTarget {
  readonly uri: vscode.Uri;
  readonly text: string;
  readonly wasDirty: boolean;
  changes(edits: readonly TextEdit[]): FileChange[];
}

async function prepare(target: Target): Promise<PreparedTarget> {
  const { uri, create, declaration } = target;
  const inEditor = create ? undefined : openDraft(uri.toString());
  const isDocument = inEditor?.parts.some(({ document }) => document.uri.toString() === uri.toString());
  // The cells of a notebook and drafts that were never saved are no files that could be opened.
  const document = create || (inEditor && !isDocument) ? undefined : await openWithoutLoss(uri);
  return {
    uri,
    text: document?.getText() ?? inEditor?.text ?? '',
    wasDirty: document?.isDirty ?? false,
    changes: (edits) =>
      [...(declaration ? [declaration] : []), { uri, edits, create }].flatMap(changesOfParts),
  };
}

/** How far other edits of the same draft, such as a declaration in its front matter, move what was planned. */
function shift(changes: readonly FileChange[], document: vscode.TextDocument, planned: PlannedText): number {
  const starts = planned.edits.map((edit) => edit.range.start);
  const start = starts.length === 0 ? planned.cursor : Math.min(...starts);
  return changes
    .filter(({ uri, edits }) => uri.toString() === document.uri.toString() && edits !== planned.edits)
    .flatMap(({ edits }) => edits)
    .filter(({ range }) => range.end <= start)
    .reduce((sum, { range, newText }) => sum + newText.length - (range.end - range.start), 0);
}
