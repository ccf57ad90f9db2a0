import * as vscode from 'vscode';
import type { Catalog } from '../core/catalog/catalog';
import type { Model } from '../core/catalog/types';
import type { CitationForm, Syntax } from '../core/drafts/types';
import type { ActiveDraft } from './drafts';
import { draftSyntax } from './drafts';

/**
 * What callers (keybindings, other extensions, tests, the tree) may pass to a command. A tree passes the node under the
 * cursor and all selected nodes instead.
 */
export interface CommandArguments {
  readonly ids?: readonly string[];
  /** Short for one of `ids`. */
  readonly id?: string;
  readonly keys?: readonly string[];
  /** In place of `ids`: all models that a query finds, the best first. */
  readonly query?: string;
  readonly form?: CitationForm;
  readonly prenote?: string;
  readonly postnote?: string;
  readonly language?: 'en' | 'zh';
  readonly template?: string;
  readonly format?: string;
  /** What a table compares: facts about models, which is usual, or their scores on benchmarks. */
  readonly kind?: string;
  /** Ids of facts, or of columns of the table of scores, in the order of a table. */
  readonly columns?: readonly string[];
  /** A model a line, which is usual, and not a model a column. */
  readonly transposed?: boolean;
  /** Ask where entries go if the draft does not say, although models or keys are given. */
  readonly ask?: boolean;
  readonly uri?: vscode.Uri | string;
  /** Where to insert: a position of the draft, or its UTF-16 offset. */
  readonly position?: { readonly line: number; readonly character: number } | number;
}

export interface Draft {
  readonly document: vscode.TextDocument;
  readonly syntax: Syntax;
}

/** A draft to write into and the place in it. */
export interface Place extends Draft {
  readonly start: vscode.Position;
  readonly end: vscode.Position;
  /** Whose cursor moves behind what was inserted; absent if the draft is not shown. */
  readonly editor?: vscode.TextEditor;
}

/** Where a place is in its document's text, as plans take it: UTF-16 units. */
export function offsetsOf({ document, start, end }: Place): { offset: number; selectionEnd: number } {
  return { offset: document.offsetAt(start), selectionEnd: document.offsetAt(end) };
}

/** The arguments object of a command call, or nothing if the call came from a menu or the palette. */
export function commandArguments(first: unknown): CommandArguments {
  return typeof first === 'object' && first !== null && !(first instanceof vscode.Uri) ? first : {};
}

/**
 * The models a caller names by id or name.
 *
 * @throws Error naming the first id that is unknown
 */
export function modelsById(catalog: Catalog, ids: readonly string[]): readonly Model[] {
  return ids.map((id) => {
    const model = catalog.model(id);
    if (!model) {
      throw new Error(vscode.l10n.t('The catalog has no model with the id "{0}".', id));
    }
    return model;
  });
}

/**
 * Where to write: the draft and position a caller names, else the active draft's selection.
 *
 * @throws Error if there is no draft, or the named document is none
 */
export async function placeOf(
  args: Pick<CommandArguments, 'uri' | 'position'>,
  active: ActiveDraft,
): Promise<Place> {
  const named = namedUri(args);
  const editor = named ? editorOf(named) : await active.reveal();
  const { document, syntax } = draftOf(
    editor?.document ?? (named ? await documentAt(named) : active.document),
  );
  const at = typeof args.position === 'number' ? document.positionAt(args.position) : args.position;
  const given = at && document.validatePosition(new vscode.Position(at.line, at.character));
  const end = document.positionAt(document.getText().length);
  return {
    document,
    syntax,
    start: given ?? editor?.selection.start ?? end,
    end: given ?? editor?.selection.end ?? end,
    ...(editor && { editor }),
  };
}

/**
 * The draft a caller names, else the active one; it need not be in sight.
 *
 * @throws Error if there is no draft, or the named document is none
 */
export async function namedDraft(args: CommandArguments, active: ActiveDraft): Promise<Draft> {
  const named = namedUri(args);
  return draftOf(named ? await documentAt(named) : active.document);
}

/** The document of a file; of a notebook that is open its first Markdown cell. */
async function documentAt(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === uri.toString());
  const cell = notebook?.getCells().find(({ document }) => draftSyntax(document));
  return cell?.document ?? vscode.workspace.openTextDocument(uri);
}

function namedUri({ uri }: Pick<CommandArguments, 'uri'>): vscode.Uri | undefined {
  return typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri;
}

function editorOf(uri: vscode.Uri): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
}

/** @throws Error if a document is no draft */
export function draftOf(document: vscode.TextDocument | undefined): Draft {
  const syntax = document && draftSyntax(document);
  if (!document || !syntax) {
    throw new Error(vscode.l10n.t('Open a LaTeX, Markdown or Typst draft first.'));
  }
  return { document, syntax };
}
