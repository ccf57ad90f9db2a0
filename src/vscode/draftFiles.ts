import * as vscode from 'vscode';
import { CELL_BREAK, isDraftCell } from '../core/drafts/notebook';
import type { TextRange } from '../core/text';
import type { FileChange } from './workspaceEdits';

/** What an unsaved document of a language will most likely be called. */
const endings: Readonly<Record<string, string>> = {
  markdown: '.md',
  quarto: '.qmd',
  rmd: '.Rmd',
  mdx: '.mdx',
  typst: '.typ',
  bibtex: '.bib',
  biblatex: '.bib',
};

/** An editor's document that is a draft or, as a cell of a notebook, a part of one. */
export interface DraftPart {
  readonly document: vscode.TextDocument;
  /** Where its text begins in the draft's: UTF-16 offset. */
  readonly start: number;
}

/** A draft as it stands in editors. */
export interface OpenDraft {
  readonly text: string;
  /** In order, and never none. */
  readonly parts: readonly DraftPart[];
}

/** The notebook in which a document is a cell. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (document.uri.scheme !== 'vscode-notebook-cell') {
    return undefined;
  }
  return vscode.workspace.notebookDocuments.find(
    (notebook) =>
      notebook.uri.path === document.uri.path &&
      notebook.getCells().some((cell) => cell.document === document),
  );
}

/**
 * The file that a draft is, as seen by its library: of a cell the notebook; of a document that was never saved the file it
 * would be in the first workspace folder, so that relative paths mean what they will mean then.
 */
export function draftUri(document: vscode.TextDocument): vscode.Uri {
  const { uri, languageId } = document;
  if (uri.scheme !== 'untitled') {
    return notebookOf(document)?.uri ?? uri;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (uri.path.startsWith('/')) {
    return (folder ?? vscode.Uri.file('/')).with({ path: uri.path });
  }
  const name = /\.\w+$/.test(uri.path) ? uri.path : uri.path + (endings[languageId] ?? '.tex');
  return vscode.Uri.joinPath(folder ?? vscode.Uri.file('/'), name);
}

/** Whether nothing says where a document will be once it is saved. */
export function isPlaceless({ uri }: vscode.TextDocument): boolean {
  return uri.scheme === 'untitled' && !uri.path.startsWith('/') && !vscode.workspace.workspaceFolders?.length;
}

/** The draft or other file that editors have open under a URI as {@link draftUri} gives it. */
export function openDraft(uri: string): OpenDraft | undefined {
  const documents = vscode.workspace.textDocuments;
  const document =
    documents.find((each) => each.uri.toString() === uri) ??
    documents.find((each) => each.uri.scheme === 'untitled' && draftUri(each).toString() === uri);
  const notebook = vscode.workspace.notebookDocuments.find((each) => each.uri.toString() === uri);
  // Somebody may have opened the file behind a notebook as a text; it is still a notebook.
  if (notebook) {
    return draftIn(notebook);
  }
  return document && { text: document.getText(), parts: [{ document, start: 0 }] };
}

/** The document in which a range of a draft lies, and where in it; `undefined` if the draft is not open. */
export function partAt(
  uri: string,
  { start, end }: TextRange,
): { document: vscode.TextDocument; range: TextRange } | undefined {
  const part = openDraft(uri)?.parts.findLast((each) => each.start <= start);
  return part && { document: part.document, range: { start: start - part.start, end: end - part.start } };
}

/** A change of a draft as changes of the documents that editors have of it; as it is, if they have none. */
export function changesOfParts(change: FileChange): FileChange[] {
  const draft = change.create === true ? undefined : openDraft(change.uri.toString());
  if (!draft) {
    return [change];
  }
  return draft.parts.flatMap(({ document, start }, index) => {
    const next = draft.parts[index + 1]?.start ?? Infinity;
    const edits = change.edits
      .filter(({ range }) => range.start >= start && range.start < next)
      .map(({ range, newText }) => ({
        range: { start: range.start - start, end: range.end - start },
        newText,
      }));
    return edits.length === 0 ? [] : [{ uri: document.uri, edits }];
  });
}

function draftIn(notebook: vscode.NotebookDocument): OpenDraft | undefined {
  const parts: DraftPart[] = [];
  let text = '';
  notebook.getCells().forEach(({ kind, document }, position) => {
    const type = kind === vscode.NotebookCellKind.Markup ? 'markdown' : document.languageId;
    if (isDraftCell(type, position)) {
      text += parts.length === 0 ? '' : CELL_BREAK;
      parts.push({ document, start: text.length });
      text += document.getText();
    }
  });
  return parts.length === 0 ? undefined : { text, parts };
}
