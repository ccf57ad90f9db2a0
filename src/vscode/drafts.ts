import * as vscode from 'vscode';
import { looksLikeMyst } from '../core/drafts/mystText';
import type { Syntax } from '../core/drafts/types';
import { languages, pageScheme } from '../ids';
import { notebookOf } from './draftFiles';

const syntaxByLanguage: ReadonlyMap<string, Syntax> = new Map([
  ...languages.latex.map((language) => [language, 'latex'] as const),
  ...languages.pandoc.map((language) => [language, 'pandoc'] as const),
  ...languages.typst.map((language) => [language, 'typst'] as const),
]);

/** R Markdown and Quarto files stay plain text where no extension knows their language. */
const syntaxByExtension: ReadonlyMap<string, Syntax> = new Map([
  ['.tex', 'latex'],
  ['.rnw', 'latex'],
  ['.md', 'pandoc'],
  ['.qmd', 'pandoc'],
  ['.rmd', 'pandoc'],
  ['.typ', 'typst'],
]);

/**
 * The citation syntax of a document, or `undefined` if it is not a draft; the source of a page is nobody's. Markdown is MyST if
 * its text shows it, or that of another cell of the same notebook; whether its project does, only its library knows.
 */
export function draftSyntax(document: vscode.TextDocument): Syntax | undefined {
  if (document.uri.scheme === pageScheme) {
    return undefined;
  }
  const byLanguage = syntaxByLanguage.get(document.languageId);
  const notebook = notebookOf(document);
  if (notebook) {
    const cells = notebook.getCells().filter(({ document: { languageId } }) => languageId === 'markdown');
    const isMyst = cells.some((cell) => looksLikeMyst(cell.document.getText()));
    return document.languageId !== 'markdown' ? undefined : isMyst ? 'myst' : 'pandoc';
  }
  if (document.languageId === 'markdown') {
    return looksLikeMyst(document.getText()) ? 'myst' : byLanguage;
  }
  if (byLanguage || document.languageId !== 'plaintext') {
    return byLanguage;
  }
  return syntaxOfFile(document.uri);
}

/** The citation syntax of a file by its name, for files that are not open. */
export function syntaxOfFile({ path }: vscode.Uri): Syntax | undefined {
  const extension = /\.[^./]+$/.exec(path.toLowerCase())?.[0];
  return extension === undefined ? undefined : syntaxByExtension.get(extension);
}

/** Matches every file that {@link syntaxOfFile} knows. */
export const draftFiles = `**/*.{${[...syntaxByExtension.keys()]
  .map((extension) => extension.slice(1))
  // Patterns tell upper and lower case apart on some systems; R's files have a capital.
  .flatMap((name) => [name, name.replace(/^r/, 'R')])
  .join(',')}}`;

/** Selects every draft, for providers. */
export const draftSelector: vscode.DocumentSelector = [
  ...syntaxByLanguage.keys(),
  ...[...syntaxByExtension.keys()].map((extension) => ({
    language: 'plaintext',
    pattern: `**/*${extension}`,
  })),
];

/**
 * Knows the draft the user is writing: the one in the active editor, else the one that was active last, as the focus may
 * be in the tree or in a preview that hides it.
 */
export class ActiveDraft implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  readonly #changed = new vscode.EventEmitter<void>();
  #last: vscode.TextEditor | undefined;

  /** Another draft is the active one. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#remember(vscode.window.activeTextEditor);
    this.#subscription = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#remember(editor)),
      // A document whose language is changed is opened anew, and may be a draft from then on.
      vscode.workspace.onDidOpenTextDocument((document) => {
        const editor = vscode.window.activeTextEditor;
        if (editor?.document === document) {
          this.#remember(editor);
        }
      }),
    );
  }

  /** `undefined` if no draft is open. */
  get document(): vscode.TextDocument | undefined {
    const document = selectedCell() ?? this.#last?.document;
    return document && isOpen(document) ? document : undefined;
  }

  /**
   * The draft's editor, which is brought back to the front if another tab hides it; with its selection. A cell of a notebook
   * that is shown as it is rendered has none.
   */
  async reveal(): Promise<vscode.TextEditor | undefined> {
    const document = this.document;
    if (!document) {
      return undefined;
    }
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    if (visible || notebookOf(document)) {
      return visible;
    }
    // The active group may be another one than the draft's, which would get a second editor.
    const group = vscode.window.tabGroups.all.find(({ tabs }) => tabs.some((tab) => isTabOf(tab, document)));
    return vscode.window.showTextDocument(document, {
      preview: false,
      ...(group && { viewColumn: group.viewColumn }),
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #remember(editor: vscode.TextEditor | undefined): void {
    if (editor && draftSyntax(editor.document)) {
      const isOther = this.#last?.document !== editor.document;
      this.#last = editor;
      if (isOther) {
        this.#changed.fire();
      }
    }
  }
}

/** Whether an editor or a tab behind another one has a document: VS Code keeps documents after their tabs are closed. */
export function isOpen(document: vscode.TextDocument): boolean {
  return (
    vscode.window.visibleTextEditors.some((editor) => editor.document === document) ||
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => isTabOf(tab, document)))
  );
}

function isTabOf({ input }: vscode.Tab, document: vscode.TextDocument): boolean {
  const uri = document.uri.toString();
  const notebook = notebookOf(document)?.uri.toString();
  return (
    (input instanceof vscode.TabInputNotebook && input.uri.toString() === notebook) ||
    (input instanceof vscode.TabInputText && input.uri.toString() === uri) ||
    (input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri)
  );
}

/** The Markdown cell that is selected in the notebook in front, be it edited or not. */
function selectedCell(): vscode.TextDocument | undefined {
  const editor = vscode.window.activeNotebookEditor;
  const [selection] = editor?.selections ?? [];
  if (!editor || !selection || selection.start >= editor.notebook.cellCount) {
    return undefined;
  }
  const { document } = editor.notebook.cellAt(selection.start);
  return draftSyntax(document) ? document : undefined;
}
